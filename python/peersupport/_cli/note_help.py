# SPDX-License-Identifier: Apache-2.0
"""The help of the command check-note, and what it says: (English, French)."""
from __future__ import annotations

from .._language import language

NOTE_HELP: dict[str, tuple[str, str]] = {
    "check-note": (
        "Reads a peer support note again with its writer: words to look at, what a reader may miss.",
        "Relit une note de soutien par les pairs avec la personne qui l’écrit : des mots à revoir, ce qui pourrait manquer.",
    ),
    "check-note-more": (
        """A help for whoever writes the note, never a watch on them: no score, no ranking,
not for appraisal. The note is read on this computer, and nothing of it is kept
or sent. Formats text and html show words of the note; json and sarif do not.

A file is a text in UTF-8, or a name ending in .json that holds a note:
  {"text": "…", "fields": {"next_step": "…"}, "language": "fr", "kind": "group"}
With - the text comes from standard input.

  look first    (error)    words that put the person down, or take over
  look again    (warning)  words that may, or something a reader needs
  good to know  (info)     a remark

Examples:
  peersupport check-note note.txt
  peersupport check-note note.txt --format html --out note.html
  peersupport check-note note.txt --rules our-words.json --profile group
  peersupport check-note *.txt --baseline agreed.json --now 2026-06-30

Exit codes: 0 the note was read, whatever was noticed; 1 a note cannot be
understood, or --fail-on was asked and met; 2 call; 3 file; 4 rules, baseline or
overlay; 5 not installed; 130 stopped.""",
        """Une aide pour qui écrit la note, jamais une surveillance : aucun score, aucun
classement, pas pour évaluer le personnel. La note est lue sur cet
ordinateur; rien n’en est gardé ni envoyé. L’écran et les formats text et html
montrent la note; json et sarif, non.

Un fichier est un texte en UTF-8, ou un nom finissant par .json qui contient :
  {"text": "…", "fields": {"next_step": "…"}, "language": "fr", "kind": "group"}
Avec -, le texte vient de l’entrée standard.

  d’abord    (error)    des mots qui rabaissent la personne ou prennent sa place
  à relire   (warning)  des mots qui pourraient le faire, ou une chose utile
  à savoir   (info)     une remarque

Exemples :
  peersupport --lang fr check-note note.txt
  peersupport --lang fr check-note note.txt --format html --out note.html
  peersupport --lang fr check-note note.txt --rules nos-mots.json \\
      --profile group
  peersupport --lang fr check-note *.txt --baseline entente.json \\
      --now 2026-06-30

Codes de sortie : 0 la note a été lue, peu importe le constat; 1 une note ne se
comprend pas, ou --fail-on a été demandé et atteint; 2 appel; 3 fichier;
4 règles, entente ou adaptation; 5 non installé; 130 arrêté.""",
    ),
    "note-files": (
        "notes, one a file; - for standard input",
        "des notes, une par fichier; - pour l’entrée standard",
    ),
    "note-format": (
        "text (the default), json or sarif for other programs, html for a page to read or print",
        "text (par défaut), json ou sarif pour d’autres programmes, html pour une page à lire ou à imprimer",
    ),
    "note-language": (
        "language of the note; auto (the default) tells from the text",
        "langue de la note; auto (par défaut) la reconnaît d’après le texte",
    ),
    "note-kind": (
        "what kind of note it is (otherwise the profile says)",
        "le genre de note (sinon, le profil le dit)",
    ),
    "note-profile": (
        "how much is asked of a note: person-led (when not given), minimal-record, group, funder, research, or one of --rules",
        "ce qui est demandé d’une note : person-led (par défaut), minimal-record, group, funder, research ou un profil de --rules",
    ),
    "note-rules": (
        "a pack of your organization’s own rules; may be given several times",
        "un ensemble de règles de votre organisme; peut être donné plusieurs fois",
    ),
    "note-baseline": (
        "what was agreed to be left as it is",
        "ce qu’il a été convenu de laisser tel quel",
    ),
    "note-overlay": (
        "an organization’s overlay: its words for values and guidelines",
        "l’adaptation d’un organisme : ses mots pour les valeurs et les lignes directrices",
    ),
    "note-write-baseline": (
        "writes what is noticed now as a baseline, with --who and --why",
        "écrit ce qui est remarqué maintenant comme entente, avec --who et --why",
    ),
    "note-who": ("who agreed: a team or a role", "qui en a convenu : une équipe ou un rôle"),
    "note-why": ("the reason", "la raison"),
    "note-until": ("the last day on which it counts, YYYY-MM-DD", "le dernier jour où cela compte, AAAA-MM-JJ"),
    "note-fields": (
        "a JSON file {\"field\": \"text\"} with what stands beside the text",
        "un fichier JSON {\"champ\": \"texte\"} avec ce qui accompagne le texte",
    ),
    "note-now": (
        "the time it is, YYYY-MM-DD or YYYY-MM-DDThh:mm; the clock is not read",
        "le moment présent, AAAA-MM-JJ ou AAAA-MM-JJThh:mm; l’horloge n’est pas lue",
    ),
    "note-fail-on": (
        "exit code 1 when something this serious was noticed",
        "code de sortie 1 si une chose de cette importance a été remarquée",
    ),
    "note-no-text": (
        "shows no words of the note; not for pages",
        "ne montre aucun mot de la note; pas pour les pages",
    ),
    "note-out": (
        "where the report goes (a folder for pages of several notes); printed otherwise",
        "où va le rapport (un dossier pour les pages de plusieurs notes); affiché sinon",
    ),
    "note-kind-name": ("KIND", "GENRE"),
    "note-profile-name": ("PROFILE", "PROFIL"),
    "text": ("TEXT", "TEXTE"),
    "a-time": (
        "a time is written YYYY-MM-DD or YYYY-MM-DDThh:mm",
        "un moment s’écrit AAAA-MM-JJ ou AAAA-MM-JJThh:mm",
    ),
}

NOTE_SAY: dict[str, tuple[str, str]] = {
    "standard-input": ("standard input", "entrée standard"),
    "not-utf-8": (
        "The text is not UTF-8. Save it again as UTF-8.",
        "Le texte n’est pas en UTF-8. Enregistrez-le de nouveau en UTF-8.",
    ),
    "object": (
        "This is not a note: {\"text\": …, \"fields\": {…}, \"language\": …, \"kind\": …} is expected.",
        "Ce n’est pas une note : {\"text\": …, \"fields\": {…}, \"language\": …, \"kind\": …} est attendu.",
    ),
    "fields": (
        "Fields are written {\"name\": \"text\"}.",
        "Les champs s’écrivent {\"nom\": \"texte\"}.",
    ),
    "twice": ("Standard input can be read once.", "L’entrée standard ne se lit qu’une fois."),
    "folder": (
        "Several notes make several pages: name a folder that exists.",
        "Plusieurs notes donnent plusieurs pages : nommez un dossier qui existe.",
    ),
    "page": ("A page shows the note. Choose another format.", "Une page montre la note. Choisissez un autre format."),
    "who-why": (
        "--write-baseline goes with --who and --why: who agreed, and the reason.",
        "--write-baseline va avec --who et --why : qui en a convenu, et la raison.",
    ),
}


def note_say(key: str) -> str:
    return NOTE_SAY[key][language() == "fr"]
