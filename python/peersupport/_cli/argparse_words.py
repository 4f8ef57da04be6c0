# SPDX-License-Identifier: Apache-2.0
"""argparse's own words in French."""
from __future__ import annotations

import argparse

from .._language import language

REQUIRED = "the following arguments are required: %s"

# What argparse says by itself. The keys are argparse's own message ids.
ARGPARSE = {
    "usage: ": "utilisation : ",
    "positional arguments": "arguments\u00a0",
    "options": "options\u00a0",
    "optional arguments": "options",
    "show this help message and exit": "affiche cette aide et s’arrête",
    "show program's version number and exit": "affiche la version et s’arrête",
    "%(prog)s: error: %(message)s\n": "%(prog)s : erreur : %(message)s\n",
    "argument %(argument_name)s: %(message)s": "argument %(argument_name)s : %(message)s",
    REQUIRED: "arguments obligatoires manquants : %s",
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
    "unexpected option string: %s": "option inattendue : %s",
    "ignored explicit argument %r": "argument explicite ignoré : %r",
    "subcommands": "commandes",
}


def worded(text: str) -> str:
    """What argparse says, in the language of this run."""
    return ARGPARSE.get(text, text) if language() == "fr" else text


def teach_argparse() -> None:
    """argparse asks gettext for its words; this run gives it ours."""

    def many(single: str, plural: str, count: int) -> str:
        return worded(single if count == 1 else plural)

    setattr(argparse, "_", worded)
    setattr(argparse, "ngettext", many)
