# SPDX-License-Identifier: Apache-2.0
"""The help of the command check-role, and what it says: (English, French)."""
from __future__ import annotations

from .._language import language

ROLE_HELP: dict[str, tuple[str, str]] = {
    "check-role": (
        "read a job description or an activity log against the role",
        "lire une description de poste ou un journal d’activités en regard du rôle",
    ),
    "check-role-more": (
        """Reads a job description or an activity log of a peer and says which duties are
within the role, which need a question first, which are not peer support, and
what the description lacks. It is about the work that is asked for, never about
who does it: no score, no ranking. What was read stays on this computer.

A file is a job description in UTF-8 text; or, with a name that ends in .json, a
description in sections or a log:
  {"text": "…", "sections": {"supervision": "…", "out_of_scope": ["…"]}}
  {"activities": [{"activity": "…", "minutes": 45}]}
or, with a name that ends in .csv, a log with the columns activity and minutes
(and code, if there is one). With -, the text comes from standard input.

Examples:
  peersupport check-role posting.txt
  peersupport check-role posting.txt --format html --out posting.html
  peersupport check-role posting.txt --suggest --out draft.md
  peersupport check-role week.csv --role family-peer-supporter

Exit codes: 0 the text was read, whatever was noticed; 1 a file cannot be
understood, or --fail-on was asked and met; 2 call; 3 file; 4 rules or overlay;
5 not installed; 130 stopped.""",
        """Lit une description de poste ou un journal d’activités et dit quelles tâches font
partie du rôle, lesquelles demandent d’abord une question, lesquelles ne sont
pas du soutien par les pairs, et ce qui manque à la description. Il est question
du travail demandé, jamais de la personne qui le fait : aucun score, aucun
classement. Ce qui est lu reste sur cet ordinateur.

Un fichier est une description en texte UTF-8; ou, si son nom finit par .json,
une description en sections ou un journal :
  {"text": "…", "sections": {"supervision": "…", "out_of_scope": ["…"]}}
  {"activities": [{"activity": "…", "minutes": 45}]}
ou, si son nom finit par .csv, un journal avec les colonnes activity et minutes
(et code, s’il y en a). Avec -, le texte vient de l’entrée standard.

Exemples :
  peersupport --lang fr check-role affiche.txt
  peersupport --lang fr check-role affiche.txt --format html --out affiche.html
  peersupport --lang fr check-role affiche.txt --suggest --out ebauche.md
  peersupport --lang fr check-role semaine.csv --role family-peer-supporter

Codes de sortie : 0 le texte a été lu, peu importe le constat; 1 un fichier ne se
comprend pas, ou --fail-on a été demandé et atteint; 2 appel; 3 fichier;
4 règles ou adaptation; 5 non installé; 130 arrêté.""",
    ),
    "role-files": (
        "job descriptions or activity logs; - for standard input",
        "des descriptions de poste ou des journaux; - pour l’entrée standard",
    ),
    "role-format": (
        "text (the default), json or sarif for other programs, html for a page to read or print",
        "text (par défaut), json ou sarif pour d’autres programmes, html pour une page à lire ou à imprimer",
    ),
    "role-role": (
        "the role it is held against (peer-supporter when not given); any role of the definition",
        "le rôle auquel le texte est comparé (peer-supporter par défaut); tout rôle de la définition",
    ),
    "role-language": (
        "language of the text; auto (the default) tells from the text",
        "langue du texte; auto (par défaut) la reconnaît d’après le texte",
    ),
    "role-suggest": (
        "writes a whole job description in Markdown instead of the report: what is there, and what is proposed",
        "écrit une description complète en Markdown au lieu du rapport : ce qui s’y trouve et ce qui est proposé",
    ),
    "role-rules": (
        "a pack of your organization’s own rules; may be given several times",
        "un ensemble de règles de votre organisme; peut être donné plusieurs fois",
    ),
    "role-overlay": (
        "an organization’s overlay of the definition",
        "l’adaptation de la définition par un organisme",
    ),
    "role-fail-on": (
        "exit code 1 when drift this serious was noticed",
        "code de sortie 1 si une dérive de cette importance a été remarquée",
    ),
    "role-no-text": (
        "shows no words of the text; not for pages",
        "ne montre aucun mot du texte; pas pour les pages",
    ),
    "role-out": (
        "where the report goes (a folder for pages of several files); printed otherwise",
        "où va le rapport (un dossier pour les pages de plusieurs fichiers); affiché sinon",
    ),
    "role-name": ("ROLE", "RÔLE"),
}

ROLE_SAY: dict[str, tuple[str, str]] = {
    "object": (
        "This is no description of a role: {\"text\": …}, {\"sections\": {…}} or {\"activities\": [{\"activity\": …, \"minutes\": …}]} is expected.",
        "Ce n’est pas une description de rôle : {\"text\": …}, {\"sections\": {…}} ou {\"activities\": [{\"activity\": …, \"minutes\": …}]} est attendu.",
    ),
    "minutes": ("Whole minutes are written in digits.", "Les minutes entières s’écrivent en chiffres."),
    "suggest": (
        "--suggest writes a description: leave --format out, and name one description, not a log.",
        "--suggest écrit une description : sans --format, et avec une seule description, pas un journal.",
    ),
}


def role_say(key: str) -> str:
    return ROLE_SAY[key][language() == "fr"]
