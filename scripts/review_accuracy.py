#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hold the note check or the role check of the installed package against the labelled texts of tests/accuracy.

Figures only: no text is printed. What each figure is stands in accuracy_figures.py and role_figures.py. Frozen notes are those that
nobody tuned rules on; their files are held against frozen/SHA256SUMS first. Exit code: 0 measured (and, with --check,
within the limits); 1 a limit of --check is missed; 2 a frozen file is not what it was, or an error of use.

--check looks at the tuned notes: in each language, over the categories of words together, strict precision >= 0.95 and
recall >= 0.90; F1 of the languages at most 0.03 apart; alarms in at most 2 % of quotations. With --of roles, at the tuned
job descriptions and logs: the same of drift.
"""
from __future__ import annotations

import argparse
import json
import pathlib
import sys
from typing import Any

import role_figures
import role_tables
from accuracy_figures import ALL, ROWS, measure
from figure_text import LARGEST_GAP, LEAST_PRECISION, LEAST_RECALL, above, below, cell, number, percent
from labelled_notes import LABELLED_BY, LANGUAGES, SETS, altered_files, fill

LARGEST_ALARMS = 0.02
MARKER = "accuracy"
WORDS = {
    "en": {
        "set-tuned": "Tuned set (rules were improved on it)", "set-frozen": "Frozen set (nobody looked at it)",
        "set-second": "Second set (rules were improved on it in later rounds)",
        "row": "what", "precision": "precision", "lenient": "lenient", "recall": "recall", "f1": "F1", "balanced": "half",
        "five_percent": "5 %", "all": "all words", "REQ": "REQ, missing elements", "en": "English", "fr": "French",
        "gap": "Distance between English and French in F1: {all} over all words; by category {rows}.",
        "notes": "{notes} notes, {clean} of them with nothing to find. Quoted passages with an alarm: {alarms} of {passages} ({rate}).",
        "frozen-ok": "The frozen files are those of SHA256SUMS.",
        "legend": "In brackets: Wilson 95 % intervals. “Half” and “5 %”: of the notes in which something was noticed, the "
                  "share that has it, if half or 5 % of all notes had it.",
    },
    "fr": {
        "set-tuned": "Ensemble de mise au point (les règles ont été améliorées dessus)",
        "set-frozen": "Ensemble scellé (personne ne l’a regardé)",
        "set-second": "Deuxième ensemble (les règles ont été améliorées dessus, dans des tours suivants)",
        "row": "quoi", "precision": "précision", "lenient": "précision large", "recall": "rappel", "f1": "F1",
        "balanced": "moitié", "five_percent": "5 %", "all": "tous les mots", "REQ": "REQ, éléments manquants",
        "en": "anglais", "fr": "français",
        "gap": "Écart de F1 entre l’anglais et le français : {all} pour tous les mots; par catégorie, {rows}.",
        "notes": "{notes} notes, dont {clean} où il n’y a rien à trouver. Passages cités avec une fausse alerte : {alarms} sur {passages} ({rate}).",
        "frozen-ok": "Les fichiers scellés sont bien ceux de SHA256SUMS.",
        "legend": "Entre crochets : intervalles de Wilson à 95 %. « Moitié » et « 5 % » : parmi les notes où quelque chose est "
                  "remarqué, la part de celles où c’est juste, si la moitié ou 5 % de toutes les notes étaient concernées.",
    },
}
COLUMNS = ("precision", "lenient", "recall", "f1", "balanced", "five_percent")


# ---- rows


def row_cells(row: dict[str, Any], language: str) -> list[str]:
    figures = {**row, **row["ppv"]}
    return [cell(figures[column], language) for column in COLUMNS]


# ---- formats


def as_text(result: dict[str, Any], language: str) -> str:
    words = WORDS[language]
    lines = [result["labelled_by"]]
    if result["frozen_intact"]:
        lines.append(words["frozen-ok"])
    for name, figures in result["sets"].items():
        for note_language in LANGUAGES:
            lines += ["", f"{words['set-' + name]}, {words[note_language]}", *_text_table(figures[note_language]["rows"], language),
                      about_notes(figures[note_language], language)]
        lines += ["", about_gap(figures["gap"], language)]
    return "\n".join([*lines, "", words["legend"]])


def _text_table(rows: dict[str, Any], language: str) -> list[str]:
    words = WORDS[language]
    table = [["", *(words[column] for column in COLUMNS)]]
    table += [[words.get(row, row), *row_cells(rows[row], language)] for row in ROWS]
    widths = [max(map(len, column)) for column in zip(*table)]
    return ["  ".join(text.ljust(width) for text, width in zip(line, widths)).rstrip() for line in table]


def as_markdown(result: dict[str, Any], language: str) -> str:
    words = WORDS[language]
    lines = [result["labelled_by"]]
    if result["frozen_intact"]:
        lines += ["", words["frozen-ok"]]
    for name, figures in result["sets"].items():
        for note_language in LANGUAGES:
            lines += ["", f"**{words['set-' + name]}, {words[note_language]}**", "",
                      *_markdown_table(figures[note_language]["rows"], language), "",
                      about_notes(figures[note_language], language)]
        lines += ["", about_gap(figures["gap"], language)]
    return "\n".join([*lines, "", words["legend"]])


def _markdown_table(rows: dict[str, Any], language: str) -> list[str]:
    words = WORDS[language]
    head = [words["row"], *(words[column] for column in COLUMNS)]
    table = [head, ["---"] * len(head)]
    table += [[words.get(row, row), *row_cells(rows[row], language)] for row in ROWS]
    return ["| " + " | ".join(line) + " |" for line in table]


def about_notes(figures: dict[str, Any], language: str) -> str:
    quotations = figures["quotations"]
    return WORDS[language]["notes"].format(notes=figures["notes"], clean=figures["clean"], alarms=quotations["count"],
                                           passages=quotations["of"], rate=percent(quotations["value"], language))


def about_gap(gap: dict[str, float | None], language: str) -> str:
    rows = ", ".join(f"{row} {number(gap[row], language)}" for row in ROWS if row != ALL)
    return WORDS[language]["gap"].format(all=number(gap[ALL], language), rows=rows)


# ---- limits


def missed_limits(figures: dict[str, Any]) -> list[str]:
    """One line for each limit that the tuned set misses."""
    missed = []
    for language in LANGUAGES:
        row, quotations = figures[language]["rows"][ALL], figures[language]["quotations"]
        missed += below(f"{language}: strict precision", row["precision"]["value"], LEAST_PRECISION)
        missed += below(f"{language}: recall", row["recall"]["value"], LEAST_RECALL)
        missed += above(f"{language}: alarms in quotations", quotations["value"], LARGEST_ALARMS)
    return missed + above("gap between the languages in F1", figures["gap"][ALL], LARGEST_GAP)


# ---- the program


def measured(names: tuple[str, ...], language: str, what: str = "notes") -> dict[str, Any]:
    """Everything that was measured. SystemExit(2) when a frozen file is not what it was."""
    altered = altered_files() if "frozen" in names else []
    if altered:
        print("not the frozen files of SHA256SUMS: " + ", ".join(altered), file=sys.stderr)
        raise SystemExit(2)
    return {"labelled_by": LABELLED_BY[language], "frozen_intact": True if "frozen" in names else None,
            "sets": {name: (measure if what == "notes" else role_figures.measure)(name) for name in names}}


def options_of(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--of", choices=("notes", "roles"), default="notes", dest="what")
    parser.add_argument("--set", choices=(*SETS, "second", "both"), default="both", dest="name")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the output")
    parser.add_argument("--into", type=pathlib.Path, metavar="PAGE", help="markdown: fill this page between its markers")
    parser.add_argument("--check", action="store_true", help="exit 1 when the tuned notes miss a limit")
    options = parser.parse_args(arguments)
    if options.check and options.name not in ("tuned", "both"):
        parser.error("--check looks at the tuned notes")
    if options.name == "second" and options.what == "roles":
        parser.error("--set second is of notes")
    if options.into is not None and options.format != "markdown":
        parser.error("--into goes with --format markdown")
    return options


def main(arguments: list[str] | None = None) -> int:
    options = options_of(arguments)
    names = SETS if options.name == "both" else (options.name,)
    result = measured(names, options.language, options.what)
    markdown, text, missed_in = (as_markdown, as_text, missed_limits) if options.what == "notes" else (
        role_tables.as_markdown, role_tables.as_text, role_tables.missed_limits)
    if options.into is not None:
        fill(options.into, MARKER if options.what == "notes" else "roles", markdown(result, options.language))
    elif options.format == "json":
        print(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        print((markdown if options.format == "markdown" else text)(result, options.language))
    missed = missed_in(result["sets"]["tuned"]) if options.check else []
    for line in missed:
        print(line, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
