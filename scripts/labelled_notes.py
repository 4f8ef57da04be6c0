# SPDX-License-Identifier: Apache-2.0
"""The labelled notes of tests/accuracy: reading them, checking that the frozen ones are untouched, and what the check of
the installed package says of them. review_accuracy.py and compare_checkers.py stand on it."""
from __future__ import annotations

import hashlib
import json
import math
import pathlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTES = ROOT / "tests" / "accuracy"
RULES = ROOT / "src" / "review" / "rules"
SETS = ("tuned", "frozen")  # measured together; "second" is a further set that rules were improved on
LANGUAGES = ("en", "fr")
PROFILE = "person-led"
# Categories whose findings have a place in the text; what a note lacks (REQ) is held against lists of elements.
CATEGORIES = ("CLIN", "STIG", "JUDG", "POWR", "PRIV", "SAFE", "ACC")
LABELLED_BY = {
    "en": "Not labelled by peer workers. A language model wrote the texts and the labels, without sight of the rules, "
          "from the guidelines and their sources.",
    "fr": "Étiquettes posées par aucune paire aidante et aucun pair aidant. Un modèle de langue a écrit les textes et les "
          "étiquettes sans voir les règles, à partir des lignes directrices et de leurs sources.",
}
FIELDS = frozenset(
    "service_date start end written_at mode place service_type author_role signature people_present persons_words goal "
    "choices shared strengths response next_step next_step_owner reviewed_together consent follow_ups first_contact".split())
# A quotation stands between marks of one kind, on one line. Straight marks pair from the left.
QUOTATION = re.compile(r"“[^“”\n]+”|«[^«»\n]+»|\"[^\"\n]+\"")
NORMAL_95 = 1.959963984540054


@dataclass(frozen=True)
class Place:
    """A stretch of a text, in code points, the end not included. category: of a label or of a finding."""

    category: str
    start: int
    end: int

    def touches(self, other: Place) -> bool:
        return self.start < other.end and other.start < self.end

    def lies_in(self, other: Place) -> bool:
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True)
class Note:
    """One labelled note. gold: the labelled spans. missing: names of elements a reader cannot find."""

    text: str
    language: str
    kind: str
    fields: dict[str, str]
    gold: tuple[Place, ...]
    missing: tuple[str, ...]

    def right(self, place: Place) -> bool:
        """Whether a label of the same category touches the place."""
        return any(label.category == place.category and label.touches(place) for label in self.gold)

    def labelled(self, place: Place) -> bool:
        """Whether a label of any category touches the place."""
        return any(label.touches(place) for label in self.gold)


# ---- reading


def read_notes(name: str, language: str) -> list[Note]:
    """The notes of a set in one language: of every file of them."""
    files = sorted((NOTES / name).glob(f"notes*-{language}.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [_note(json.loads(line)) for line in lines if line.strip()]


def _note(row: dict[str, Any]) -> Note:
    filled = {name: _field(value) for name, value in (row.get("fields") or {}).items() if name in FIELDS}
    return Note(row["text"], row["language"], row["kind"], {name: text for name, text in filled.items() if text},
                tuple(_labels(row)), tuple(row["missing"]))


def _field(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _labels(row: dict[str, Any]) -> Iterator[Place]:
    for span in row["spans"]:
        start = -1
        for _ in range(span.get("occurrence") or 1):
            start = row["text"].find(span["text"], start + 1)
        if start < 0:
            raise ValueError(f"{row['id']}: a label is not in its text")
        yield Place(span["category"], start, start + len(span["text"]))


def altered_files() -> list[str]:
    """Frozen files whose SHA-256 is not that of frozen/SHA256SUMS."""
    altered = []
    for line in (NOTES / "frozen" / "SHA256SUMS").read_text(encoding="ascii").splitlines():
        digest, name = line.split()
        if hashlib.sha256((NOTES / name).read_bytes()).hexdigest() != digest:
            altered.append(name)
    return altered


# ---- what the check says


def report_of(note: Note) -> dict[str, Any]:
    """The report of the installed package on a note, with its own kind and language, as format peersupport-note-report-1."""
    return report_of_text(note.text, note.language, note.kind, note.fields)


def report_of_text(text: str, language: str, kind: str | None = None, fields: dict[str, str] | None = None) -> dict[str, Any]:
    """The report of the installed package on a text."""
    import peersupport

    check: Any = peersupport.check_note
    found: dict[str, Any] = json.loads(check(text, fields=fields, language=language, kind=kind, profile=PROFILE).to_json())
    return found


def weighty(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Findings that carry weight: no context, profile or baseline takes it."""
    return [finding for finding in report["findings"] if finding["suppressed_by"] is None]


def places_found(report: dict[str, Any], field: str = "text") -> list[Place]:
    """Where findings with weight underline something in a field. What is missing has no place."""
    return [Place(finding["category"], finding["start"], finding["end"]) for finding in weighty(report)
            if finding["category"] in CATEGORIES and finding["field"] == field and finding["end"] > finding["start"]]


# ---- quotations


def free_quotations(note: Note) -> list[Place]:
    """Quoted passages of the text that no label touches. The labellers were told to leave the person's own words free, so
    nothing in such a passage is to be found; a few are names or titles. Quotations within quotations count once."""
    passages = [Place("", *match.span()) for match in QUOTATION.finditer(note.text)]
    return [passage for passage in passages if not note.labelled(passage)]


# ---- shares and their intervals


@dataclass(frozen=True)
class Share:
    """A share of counted things with its Wilson 95 % interval; of nothing, value and interval are None."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson 1927: the values of the share that would make what was counted no surprise."""
        if not self.of:
            return None
        square, share = NORMAL_95 * NORMAL_95, self.count / self.of
        middle = (share + square / (2 * self.of)) / (1 + square / self.of)
        half = NORMAL_95 / (1 + square / self.of) * math.sqrt(
            share * (1 - share) / self.of + square / (4 * self.of * self.of))
        return middle - half if self.count else 0.0, middle + half if self.count < self.of else 1.0


# ---- pages


def fill(page: pathlib.Path, marker: str, text: str) -> None:
    """Puts a text between <!-- marker --> and <!-- /marker --> of a page."""
    begin, end, whole = f"<!-- {marker} -->", f"<!-- /{marker} -->", page.read_text(encoding="utf-8")
    if whole.count(begin) != 1 or whole.count(end) != 1:
        raise SystemExit(f"{page}: one {begin} and one {end} are needed")
    before, rest = whole.split(begin)
    page.write_text(f"{before}{begin}\n{text}\n{end}{rest.split(end)[1]}", encoding="utf-8")
