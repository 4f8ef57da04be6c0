# SPDX-License-Identifier: Apache-2.0
"""What the command line says: (English, French). argparse's own words are translated here too."""
from __future__ import annotations

import argparse

from .._language import language

SIMULATED = ("simulated data", "données simulées")

HELP: dict[str, tuple[str, str]] = {
    "program": (
        "Score answers about peer support.",
        "Calcule des scores à partir de réponses sur le soutien par les pairs.",
    ),
    "exit": (
        "Exit codes: 0 done; 1 something is wrong in the data; 2 the call is wrong; 3 a file cannot be read or "
        "written; 4 something is wrong with the instrument; 5 a package is not installed.",
        "Codes de sortie : 0 terminé; 1 les données ont un problème; 2 l’appel est incorrect; 3 un fichier ne peut "
        "être lu ou écrit; 4 l’instrument a un problème; 5 un module n’est pas installé.",
    ),
    "lang": ("language of everything printed", "langue de tout ce qui est affiché"),
    "version": ("print the version and stop", "affiche la version et s’arrête"),
    "demo": (
        "score the bundled sample (simulated data) with the Integrity Survey",
        "calcule les scores de l’échantillon fourni (données simulées) avec le sondage sur l’intégrité",
    ),
    "instruments": ("what instruments there are", "les instruments qui existent"),
    "list": ("a table of the bundled instruments", "un tableau des instruments fournis"),
    "show": ("one instrument: forms, scales, rights, how to cite", "un instrument : formulaires, échelles, droits, citation"),
    "show-id": ("id of a bundled instrument, or an instrument file", "identifiant d’un instrument fourni, ou un fichier"),
    "score": ("score files of answers", "calcule les scores de fichiers de réponses"),
    "files": (
        "CSV, CSV.gz, Parquet or NDJSON; patterns such as 'data/*.csv'",
        "CSV, CSV.gz, Parquet ou NDJSON; motifs comme « data/*.csv »",
    ),
    "instrument": ("id of a bundled instrument, or FILE.json", "identifiant d’un instrument fourni, ou FICHIER.json"),
    "form": (
        "the form; not needed when there is one, or when the core forms are aligned",
        "le formulaire; inutile s’il n’y en a qu’un ou si les formulaires principaux sont alignés",
    ),
    "id": ("a column to keep beside the scores", "une colonne à garder à côté des scores"),
    "items": ('a JSON file {"item id": "column name"}', "un fichier JSON {« item » : « colonne »}"),
    "invalid": (
        "raise: refuse and name the cells; mark: give their scales the reason invalid-code",
        "raise : refuse et nomme les cellules; mark : donne à leurs échelles le motif invalid-code",
    ),
    "allow-unverified": (
        "also score with structures not checked against their official manual",
        "accepte les structures non comparées à leur manuel officiel",
    ),
    "out": (
        "write every score to FILE.csv, .parquet or .json instead of printing a table",
        "écrit chaque score dans FICHIER.csv, .parquet ou .json au lieu d’afficher un tableau",
    ),
    "batch": (
        "rows written at a time; files are read and scored in pieces of at most about 125,000 rows",
        "lignes écrites à la fois; les fichiers sont lus et calculés par tranches d’environ 125 000 lignes au plus",
    ),
}

SAY: dict[str, tuple[str, str]] = {
    "files-are": ("The data:", "Les données :"),
    "try": ("Score them yourself:", "Calculez vous-même :"),
    "written": ("{rows} rows written to {file}", "{rows} lignes écrites dans {file}"),
    "refused": (
        "Left out of {file}: {columns}. This instrument describes a service: no row may join a person to a score.",
        "Absent de {file} : {columns}. Cet instrument décrit un service : aucune ligne ne peut lier une personne à un score.",
    ),
    "marked": (
        "{total} invalid cells were marked; {rows} malformed rows were left out.",
        "{total} cellules non valides ont été marquées; {rows} lignes mal formées ont été laissées de côté.",
    ),
    "install": (
        "This needs {package}. Install it: pip install \"peersupport[cli]\"",
        "Il faut {package}. Installez-le : pip install \"peersupport[cli]\"",
    ),
    "form-note": ("form {form}", "formulaire {form}"),
    "aligned": (
        "forms {forms} (aligned, scored with {form})",
        "formulaires {forms} (alignés, calculés avec {form})",
    ),
    "responses": ("{rows} responses", "{rows} réponses"),
    "error": ("error", "erreur"),
}

# What argparse says by itself. The keys are argparse's own message ids.
ARGPARSE = {
    "usage: ": "utilisation : ",
    "positional arguments": "arguments",
    "options": "options",
    "optional arguments": "options",
    "show this help message and exit": "affiche cette aide et s’arrête",
    "show program's version number and exit": "affiche la version et s’arrête",
    "%(prog)s: error: %(message)s\n": "%(prog)s : erreur : %(message)s\n",
    "argument %(argument_name)s: %(message)s": "argument %(argument_name)s : %(message)s",
    "the following arguments are required: %s": "arguments obligatoires manquants : %s",
    "unrecognized arguments: %s": "arguments inconnus : %s",
    "expected one argument": "un argument est attendu",
    "expected at least one argument": "au moins un argument est attendu",
    "expected at most one argument": "un argument au plus est attendu",
    "invalid choice: %(value)r (choose from %(choices)s)": "choix non valide : %(value)r (choisir parmi %(choices)s)",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "commande inconnue %(parser_name)r (choix : %(choices)s)",
    "invalid %(type)s value: %(value)r": "valeur non valide : %(value)r",
    "not allowed with argument %s": "incompatible avec l’argument %s",
    "one of the arguments %s is required": "un des arguments %s est obligatoire",
    "ambiguous option: %(option)s could match %(matches)s": "option ambiguë : %(option)s peut être %(matches)s",
    "ignored explicit argument %r": "argument explicite ignoré : %r",
    "subcommands": "commandes",
}


def help_text(key: str) -> str:
    """A help text in the language of this run; argparse formats it, so % is doubled."""
    return HELP[key][language() == "fr"].replace("%", "%%")


def words(key: str, **parts: object) -> str:
    return SAY[key][language() == "fr"].format(**parts)


def simulated() -> str:
    return SIMULATED[language() == "fr"]


def teach_argparse() -> None:
    """argparse asks gettext for its words; this run gives it ours."""

    def one(text: str) -> str:
        return ARGPARSE.get(text, text) if language() == "fr" else text

    def many(single: str, plural: str, count: int) -> str:
        return one(single if count == 1 else plural)

    setattr(argparse, "_", one)
    setattr(argparse, "ngettext", many)
