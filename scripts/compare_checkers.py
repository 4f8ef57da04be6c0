#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Run alex, retext-equality and write-good on the labelled notes of tests/accuracy and on the examples of the rules.

They were made for other texts (documentation, articles), know English only, and are taken as they come; alex and
retext-equality once more with their remarks about he and she switched off, which are most of what they say of notes.
Needs node and npm; tests/accuracy/other_checkers.md says how. Prints counts, never a text of a note. By language, over the
tuned and the frozen notes together:
  spans hit      labelled spans, of any category, that a finding touches
  beside         findings that touch no labelled span
  in quotations  findings inside quoted passages that no label touches, which are the person's words
  ok flagged     sentences on which a rule of the library has to stay silent, in which something was found
  bad flagged    sentences on which a rule of the library has to speak up, in which something was found
Findings of one checker at one place count once. What a note lacks (REQ) is left out: no other checker looks for it.
The sentences were written together with the rules of this library, so of this library they say nothing.
"""
from __future__ import annotations

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from labelled_notes import (
    LABELLED_BY,
    LANGUAGES,
    NOTES,
    ROOT,
    RULES,
    SETS,
    Note,
    Place,
    Share,
    altered_files,
    fill,
    free_quotations,
    places_found,
    read_notes,
    report_of_text,
)

PROGRAM = NOTES / "other_checkers"
FOLDER = ROOT / "build" / "other-checkers"
PACKAGES = ("alex", "retext-equality", "write-good")
PRONOUNS = "he-she"
WITHOUT = " without " + PRONOUNS
OWN = "peersupport"
MARKER = "checkers"
WORDS = {
    "en": {
        "checker": "checker", "spans": "spans hit", "findings": "findings", "beside": "beside any span", "without": "{name}, he and she off",
        "quoted": "in quotations", "ok": "`ok` flagged", "bad": "`bad` flagged", "en": "English", "fr": "French",
        "about": "{notes} notes, {spans} labelled spans; {ok} `ok` and {bad} `bad` sentences. Versions: {versions}.",
        "no-french": "None of the three has French. What they find in French notes are words that look like English ones.",
    },
    "fr": {
        "checker": "outil", "spans": "passages trouvés", "findings": "remarques", "beside": "hors de tout passage",
        "without": "{name}, sans « he » ni « she »", "quoted": "dans les citations", "ok": "`ok` signalés", "bad": "`bad` signalés",
        "en": "Notes en anglais", "fr": "Notes en français",
        "about": "{notes} notes, {spans} passages étiquetés; {ok} phrases `ok` et {bad} phrases `bad`. Versions : {versions}.",
        "no-french": "Aucun des trois ne connaît le français. Ce qu’ils trouvent dans les notes en français, ce sont des mots qui ressemblent à des mots anglais.",
    },
}
COLUMNS = ("spans", "findings", "beside", "quoted", "ok", "bad")


@dataclass(frozen=True)
class Material:
    """What is looked at in one language."""

    notes: list[Note]
    ok: list[str]
    bad: list[str]

    def texts(self) -> list[str]:
        return [note.text for note in self.notes] + self.ok + self.bad


# ---- material


def material(language: str) -> Material:
    notes = [note for name in SETS for note in read_notes(name, language)]
    return Material(notes, examples(language, "ok"), examples(language, "bad"))


def examples(language: str, member: str) -> list[str]:
    """The examples of every rule about words, each once."""
    found: dict[str, None] = {}
    for path in sorted(RULES.glob("*.json")):
        for rule in json.loads(path.read_text(encoding="utf-8")).get("rules", []):
            if rule["category"] != "REQ":
                found.update(dict.fromkeys(rule.get(language, {}).get(member, [])))
    return list(found)


# ---- running the checkers


def install(folder: pathlib.Path) -> None:
    """Fetches the packages that package.json names into the folder, which git does not look at."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(PROGRAM / "package.json", folder)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"], cwd=folder, check=True, stdout=sys.stderr)


def what_is_missing(folder: pathlib.Path) -> list[str]:
    missing = [] if shutil.which("node") else ["node"]
    return missing + [name for name in PACKAGES if not (folder / "node_modules" / name / "package.json").is_file()]


def versions(folder: pathlib.Path) -> dict[str, str]:
    modules = folder / "node_modules"
    return {name: json.loads((modules / name / "package.json").read_text(encoding="utf-8"))["version"] for name in PACKAGES}


def run_others(folder: pathlib.Path, texts: list[str]) -> dict[str, list[list[Place]]]:
    """Each checker's findings in each text, in code points."""
    shutil.copy(PROGRAM / "check.mjs", folder)
    run = subprocess.run(["node", "check.mjs"], cwd=folder, input=json.dumps(texts), capture_output=True, encoding="utf-8")
    if run.returncode != 0:
        raise SystemExit("compare_checkers: node check.mjs failed; run it on a text of your own to see why")
    found: dict[str, list[list[dict[str, Any]]]] = json.loads(run.stdout)
    told: dict[str, list[list[Place]]] = {}
    for name, lists in found.items():
        told[name] = [places(text, findings) for text, findings in zip(texts, lists)]
        if any(finding["rule"] == PRONOUNS for findings in lists for finding in findings):
            told[name + WITHOUT] = [places(text, [finding for finding in findings if finding["rule"] != PRONOUNS])
                                    for text, findings in zip(texts, lists)]
    return told


def places(text: str, findings: list[dict[str, Any]]) -> list[Place]:
    """Places in code points, each once. They have no category of ours."""
    at = code_points(text)
    return [Place("", *place) for place in sorted({(at[found["start"]], at[found["end"]]) for found in findings})]


def code_points(text: str) -> list[int]:
    """The code point of every UTF-16 code unit of a text, and of its end."""
    at: list[int] = []
    for index, character in enumerate(text):
        at += [index] * (2 if ord(character) > 0xFFFF else 1)
    return [*at, len(text)]


def run_own(texts: list[str], language: str) -> list[list[Place]]:
    """The same of the installed package peersupport: findings with weight."""
    return [places_found(report_of_text(text, language)) for text in texts]


# ---- counting


def count(looked_at: Material, findings: list[list[Place]]) -> dict[str, Share | int]:
    notes = list(zip(looked_at.notes, findings))
    ok, bad = findings[len(notes):len(notes) + len(looked_at.ok)], findings[len(notes) + len(looked_at.ok):]
    labels = [(label, found) for note, found in notes for label in note.gold]
    beside = [place for note, found in notes for place in found if not note.labelled(place)]
    return {
        "spans": Share(sum(any(place.touches(label) for place in found) for label, found in labels), len(labels)),
        "findings": sum(len(found) for _, found in notes),
        "beside": Share(len(beside), sum(len(found) for _, found in notes)),
        "quoted": sum(in_quotations(note, found) for note, found in notes),
        "ok": Share(sum(map(bool, ok)), len(ok)),
        "bad": Share(sum(map(bool, bad)), len(bad)),
    }


def in_quotations(note: Note, found: list[Place]) -> int:
    passages = free_quotations(note)
    return sum(any(place.lies_in(passage) for passage in passages) for place in found)


def compare(folder: pathlib.Path, own: bool) -> dict[str, Any]:
    """Every count, by language and checker."""
    result: dict[str, Any] = {"versions": versions(folder), "languages": {}}
    for language in LANGUAGES:
        looked_at = material(language)
        found = run_others(folder, looked_at.texts())
        if own:
            found[OWN] = run_own(looked_at.texts(), language)
        result["languages"][language] = {
            "notes": len(looked_at.notes), "spans": sum(len(note.gold) for note in looked_at.notes),
            "ok": len(looked_at.ok), "bad": len(looked_at.bad),
            "checkers": {name: count(looked_at, lists) for name, lists in found.items()}}
    return result


# ---- formats


def shown(value: Share | int, language: str) -> str:
    if isinstance(value, int):
        return str(value)
    rate = "–" if value.value is None else f"{100 * value.value:.0f} %"
    return f"{value.count}/{value.of} ({rate})"


def tables(result: dict[str, Any], language: str, line_of: Callable[[list[str]], str], under_head: bool) -> str:
    words, lines = WORDS[language], [LABELLED_BY[language]]
    for note_language, figures in result["languages"].items():
        table = [[words["checker"], *(words[column] for column in COLUMNS)]]
        table += [["---"] * len(table[0])] if under_head else []
        table += [[name_of(name, words), *(shown(counts[column], language) for column in COLUMNS)] for name, counts in figures["checkers"].items()]
        about = {key: figures[key] for key in ("notes", "spans", "ok", "bad")}
        listed = ", ".join(f"{name} {version}" for name, version in result["versions"].items())
        lines += ["", f"**{words[note_language]}**", "", *map(line_of, table), "", words["about"].format(**about, versions=listed)]
    return "\n".join([*lines, "", words["no-french"]])


def name_of(checker: str, words: dict[str, str]) -> str:
    return words["without"].format(name=checker.removesuffix(WITHOUT)) if checker.endswith(WITHOUT) else checker


def markdown_line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def text_line(cells: list[str]) -> str:
    return "  ".join(text.ljust(17 if number else 32) for number, text in enumerate(cells)).rstrip()


def as_json(result: dict[str, Any]) -> str:
    def plain(value: Any) -> Any:
        if isinstance(value, Share):
            return {"count": value.count, "of": value.of}
        raise TypeError(type(value).__name__)

    return json.dumps(result, ensure_ascii=False, indent=2, default=plain)


# ---- the program


def options_of(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true", help="fetch the packages with npm first")
    parser.add_argument("--folder", type=pathlib.Path, default=FOLDER, help="where they are, or go (build/other-checkers)")
    parser.add_argument("--own", action="store_true", help="a row for the installed package peersupport too")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the output")
    parser.add_argument("--into", type=pathlib.Path, metavar="PAGE", help="markdown: fill this page between its markers")
    options = parser.parse_args(arguments)
    if options.into is not None and options.format != "markdown":
        parser.error("--into goes with --format markdown")
    return options


def main(arguments: list[str] | None = None) -> int:
    options = options_of(arguments)
    if altered_files():
        print("compare_checkers: the frozen notes are not those of SHA256SUMS", file=sys.stderr)
        return 2
    if options.install:
        install(options.folder)
    missing = what_is_missing(options.folder)
    if missing:
        print(f"compare_checkers: missing: {', '.join(missing)}; see tests/accuracy/other_checkers.md", file=sys.stderr)
        return 2
    result = compare(options.folder, options.own)
    if options.format == "json":
        print(as_json(result))
    elif options.format == "text":
        print(tables(result, options.language, text_line, False))
    elif options.into is not None:
        fill(options.into, MARKER, tables(result, options.language, markdown_line, True))
    else:
        print(tables(result, options.language, markdown_line, True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
