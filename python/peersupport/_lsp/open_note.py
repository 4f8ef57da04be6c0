# SPDX-License-Identifier: Apache-2.0
"""One note that an editor has open: what was found in the text as it stands now."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .._language import Language
from .._note.diagnostics import ranges
from .._note.parts import NoteFinding
from .._note.report import NoteReport

Position = tuple[int, int]  # line, UTF-16 code units before it on the line

# What somebody said stays as it was said.
SAID = ("persons-words", "others-words")


class Place(NamedTuple):
    """A finding and where the editor shows it."""

    finding: NoteFinding
    start: Position
    end: Position

    def meets(self, start: Position, end: Position) -> bool:
        """Whether it touches what is selected."""
        return self.start <= end and start <= self.end


class OpenNote:
    """A report beside the version of the text it is about."""

    def __init__(self, version: int | None, text: str, report: NoteReport) -> None:
        self.version, self.text, self.report = version, text, report
        self._places: tuple[Place, ...] | None = None

    def diagnostics(self, messages: Language) -> list[dict[str, Any]]:
        """What is published, as the Language Server Protocol writes it."""
        return self.report.to_lsp(messages)

    @property
    def places(self) -> tuple[Place, ...]:
        """Every finding of the text, also those that were left alone."""
        if self._places is None:
            self._places = tuple(self._placed())
        return self._places

    def _placed(self) -> Iterator[Place]:
        span = ranges(self.text)
        for f in self.report.findings:
            if f.kind == "absent" or f.field == "text":
                yield Place(f, *span(f))

    def at(self, start: Position, end: Position) -> list[Place]:
        """Findings that a selection touches, the shortest first."""
        found = [p for p in self.places if p.meets(start, end)]
        return sorted(found, key=lambda p: (p.finding.end - p.finding.start, p.start))


# ---- suggestions as quick fixes


def quick_fixes(text: str, f: NoteFinding) -> list[str]:
    """Words that may stand in the place of what is underlined. None inside what the person or somebody else said, and none
    for what is missing: what to add is the writer's to say."""
    if f.kind == "absent" or f.suppressed_by is not None or f.end <= f.start or any(c in SAID for c in f.context):
        return []
    there = text[f.start : f.end]
    found = (_as_written(suggestion, there) for suggestion in f.suggestions)
    return list(dict.fromkeys(words for words in found if words and words != there))


def _as_written(suggestion: str, there: str) -> str | None:
    """A suggestion as words for this place; None for those that tell what to do rather than what to write."""
    words = suggestion.strip().removesuffix("…").rstrip()
    if not words or any(sign in words for sign in "…/();:«»“”"):
        return None
    capital = there[:1].isupper() and (len(there) == 1 or not there.isupper())
    return words[0].upper() + words[1:] if capital else words
