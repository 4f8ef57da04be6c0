# SPDX-License-Identifier: Apache-2.0
"""What the command line says about answers, scores and instruments: (English, French)."""
from __future__ import annotations

from .._language import language
from .definition_words import DEFINITION

SIMULATED = ("simulated data", "données simulées")

# Groups of people, as a row of a table names them; the definition's order.
PERSPECTIVES = {
    "person": ("People supported", "Personnes soutenues"),
    "family": ("Family and friends", "Familles et proches"),
    "peer-supporter": ("Peer supporters", "Paires et pairs aidants"),
    "supervisor": ("Supervisors", "Personnes qui supervisent"),
    "assessor": ("Assessors", "Personnes qui évaluent"),
}

# After a number: "69 with too few answers".
REASONS = {
    "too-few-answered": ("with too few answers", "avec trop peu de réponses"),
    "not-applicable": ("where nothing applied", "où rien ne s’appliquait"),
    "gate-closed": ("with nothing marked important", "où rien n’a été jugé important"),
    "invalid-code": ("with an invalid code", "avec un code non valide"),
    "not-in-table": ("not in the score table", "absents de la table"),
}

SAY: dict[str, tuple[str, str]] = {
    **DEFINITION,
    # the demo and the files
    "data": ("The answers:", "Les réponses :"),
    "scores-file": ("The scores:", "Les scores :"),
    "next": ("Then score your own file:", "Puis calculez votre propre fichier :"),
    "your-file": ("answers.csv", "reponses.csv"),
    "columns": ("Next, see the questions, columns and codes:", "Ensuite, voyez les questions, les colonnes et les codes :"),
    "row-written": ("1 row written to {file}", "1 ligne écrite dans {file}"),
    "reading": ("Reading {file}: {rows} responses so far", "Lecture de {file} : {rows} réponses jusqu’ici"),
    "stopped": ("Stopped; nothing was written.", "Arrêté; rien n’a été écrit."),
    "written": ("{rows} rows written to {file}", "{rows} lignes écrites dans {file}"),
    "refused": (
        "To protect people, these columns are not in the scores file: {columns}. This instrument is about a "
        "service: no row may join a person to a score.",
        "Pour protéger les personnes, ces colonnes ne sont pas dans le fichier de scores : {columns}. Cet instrument "
        "porte sur un service : aucune ligne ne peut lier une personne à un score.",
    ),
    "marked": (
        "Cells that hold no valid code, marked invalid-code: {total}. Rows that could not be read, left out: {rows}.",
        "Cellules sans code valide, marquées invalid-code : {total}. Lignes illisibles, laissées de côté : {rows}.",
    ),
    "install": (
        "This needs {package}. Install it: pip install \"peersupport[{extra}]\"",
        "Il faut {package}. Installez-le : pip install \"peersupport[{extra}]\"",
    ),
    # above the table
    "response": ("1 response", "1 réponse"),
    "responses": ("{rows} responses", "{rows} réponses"),
    "from": ("{rows} from {who}", "{rows} de {who}"),
    "from-other": ("{rows} with no group stated", "{rows} sans groupe précisé"),
    "other": ("Group not stated", "Groupe non précisé"),
    "units": ("{n} units", "{n} unités"),
    "waves": ("{n} survey waves", "{n} vagues de sondage"),
    "together": ("Taken together: {parts}.", "Réunis ici : {parts}."),
    "form-note": ("Form: {form}.", "Formulaire : {form}."),
    "aligned": (
        "Aligned forms: the same questions, in the words of each group.",
        "Formulaires alignés : les mêmes questions, dans les mots de chaque groupe.",
    ),
    "range": ("{low} to {high}", "{low} à {high}"),
    "run": ("Scores run from {range}", "Les scores vont de {range}"),
    "run-scale": ("Each scale has its own range", "Chaque échelle a sa propre étendue"),
    "more-often": ("; higher means that people met this more often.", "; plus c’est haut, plus cela a été vécu souvent."),
    "higher-is-better": ("; higher is better.", "; plus c’est haut, mieux c’est."),
    "higher-is-worse": ("; lower is better.", "; plus c’est bas, mieux c’est."),
    "neither": ("; neither end is better.", "; aucun des deux bouts n’est meilleur."),
    "mixed": (
        "; which end is better differs from scale to scale.",
        "; le meilleur bout varie d’une échelle à l’autre.",
    ),
    "needs": ("Each score needs {rule}.", "Chaque score demande {rule}."),
    "needs-differ": (
        "How many answers a score needs differs: see instruments show {id}.",
        "Le nombre de réponses qu’il faut varie : voir instruments show {id}.",
    ),
    "missing-count": ("at least {count} of its {items} answers", "au moins {count} de ses {items} réponses"),
    "missing-none": ("all its {items} answers", "ses {items} réponses, sans exception"),
    "missing-none-two": ("both its answers", "ses deux réponses"),
    "missing-none-one": ("its one answer", "sa seule réponse"),
    "missing-share": ("at least {a}/{b} of its answers", "au moins {a}/{b} de ses réponses"),
    "missing-prorate": (
        "its answers, {count} at most missing and made up in proportion",
        "ses réponses, dont {count} au plus peuvent manquer et sont compensées au prorata",
    ),
    "missing-prorate-share": (
        "its answers, {a}/{b} at most missing and made up in proportion",
        "ses réponses, dont {a}/{b} au plus peuvent manquer et sont compensées au prorata",
    ),
    # the table
    "scored": ("scored", "calculés"),
    "mean": ("mean", "moyenne"),
    "not-scored": ("not scored, and why", "non calculés, et pourquoi"),
    # below it
    "about-service": (
        "About the service – not about a person or a worker. Not for appraisal, discipline or pay.",
        "À propos du service – jamais d’une personne ni d’un membre de l’équipe. Pas pour évaluer le personnel, ni "
        "pour la discipline ou la paie.",
    ),
    "about-respondent": (
        "What people said about their own experience – not a diagnosis, not a measure of risk.",
        "Ce que les personnes ont dit de leur propre expérience – ni diagnostic, ni mesure de risque.",
    ),
    "nobody": ("Proposed: not co-produced, not validated.", "Proposition : ni coproduit, ni validé."),
    "no-record": (
        "This file records nobody as having co-produced or adopted the instrument.",
        "Ce fichier ne mentionne personne qui ait coproduit ou adopté l’instrument.",
    ),
    "not-compared": (
        "Unverified: not compared with the official manual.",
        "Non vérifié : non comparé au manuel officiel.",
    ),
    "norms": (
        "There are no norms: no score is a pass or a fail.",
        "Il n’existe pas de normes : aucun score n’est une réussite ni un échec.",
    ),
}


# Packages that do not come with the extra "cli".
EXTRAS = {"jinja2": "report", "drawsvg": "report", "vl_convert": "report", "pygls": "lsp", "lsprotocol": "lsp"}


def in_language(pair: tuple[str, str]) -> str:
    return pair[language() == "fr"]


def words(key: str, **parts: object) -> str:
    return in_language(SAY[key]).format(**parts)


def simulated() -> str:
    return in_language(SIMULATED)
