# SPDX-License-Identifier: Apache-2.0
"""What a check of a note found, as plain immutable values. Names and order are those of its JSON. None of them holds a
word of the note."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from .. import _core

Severity = Literal["error", "warning", "info"]
Sureness = Literal["low", "medium", "high"]
RuleKind = Literal["term", "absent", "cue", "engine"]
State = Literal["present", "missing", "not-asked"]
Suppression = Literal["quotation", "negation", "hypothesis", "mention", "profile", "baseline"]

SPAN = ("start", "end", "byte_start", "byte_end", "utf16_start", "utf16_end", "line", "column", "end_line", "end_column")
NAMES = ("rule", "category", "kind", "severity", "sureness", "field", *SPAN, "suppressed_by", "fingerprint")
TEXTS = ("title", "message", "explanation")
LISTS = ("context", "suggestions", "guidelines", "values")


class NoteCounts(NamedTuple):
    """Findings that carry weight, by severity."""

    error: int
    warning: int
    info: int


@dataclass(frozen=True, repr=False)
class NoteFinding:
    """One place of a note to look at again, or one element it lacks, and the rule that speaks of it.

    A span is half-open and counts in the field it stands in: `start`, `end` in code points (what Python slices),
    `byte_start`, `byte_end` in UTF-8 bytes, `utf16_start`, `utf16_end` in UTF-16 code units; `line` and `column` count
    from 1, the column in code points, and are 0 where there is no place; `end_line` and `end_column` are those behind the
    last character. `field` is "text" or the name of a field; of an
    element that is missing, the field that would hold it. `suppressed_by` says why a finding carries no weight; None:
    it does. `title`, `message` and `explanation` are texts of the rule in both languages, `suggestions` are in the
    language of the note.
    """

    rule: str
    category: str
    kind: RuleKind
    severity: Severity
    sureness: Sureness
    field: str
    start: int
    end: int
    byte_start: int
    byte_end: int
    utf16_start: int
    utf16_end: int
    line: int
    column: int
    end_line: int
    end_column: int
    context: tuple[str, ...]
    suppressed_by: Suppression | None
    title: _core.Text
    message: _core.Text
    explanation: _core.Text
    suggestions: tuple[str, ...]
    guidelines: tuple[str, ...]
    values: tuple[str, ...]
    fingerprint: str

    def __repr__(self) -> str:
        place = f"{self.field} {self.line}:{self.column}" if self.line else self.field
        left = f", {self.suppressed_by}" if self.suppressed_by else ""
        return f"<NoteFinding {self.rule} ({self.severity}), {place}{left}>"


@dataclass(frozen=True, repr=False)
class NoteElement:
    """One element a note may hold. `field` is what shows it: "text", the name of a field, or None when nothing does; the
    span (units as in NoteFinding) says where in the text."""

    rule: str
    title: _core.Text
    state: State
    field: str | None
    start: int
    end: int
    byte_start: int
    byte_end: int
    utf16_start: int
    utf16_end: int
    line: int
    column: int
    end_line: int
    end_column: int

    def __repr__(self) -> str:
        return f"<NoteElement {self.rule}: {self.state}>"


def finding(en: Mapping[str, Any], fr: Mapping[str, Any]) -> NoteFinding:
    """From the same row of the report in both languages."""
    values: dict[str, Any] = {name: en[name] for name in NAMES}
    values |= {name: _core.make_text(en[name], fr[name]) for name in TEXTS}
    values |= {name: tuple(en[name]) for name in LISTS}
    return NoteFinding(**values)


def element(en: Mapping[str, Any], fr: Mapping[str, Any]) -> NoteElement:
    title = _core.make_text(en["title"], fr["title"])
    return NoteElement(en["rule"], title, en["state"], en["field"], *(en[name] for name in SPAN))
