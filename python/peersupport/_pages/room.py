# SPDX-License-Identifier: Apache-2.0
"""How much text fits on one printed page. Nothing here knows a browser: widths are taken from a wide typeface, so
that a page that fits here fits wherever it is printed."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

LETTER_HEIGHT, A4_WIDTH = 792.0, 595.0  # points; a page must be as low as the one and as narrow as the other
# Widths of characters as parts of the size of the type, those of DejaVu Sans: wider than what most machines have. The
# style sheet sets the height of small letters to 0.53, which makes that typeface a little smaller.
WIDTHS = {
    character: width
    for width, characters in {
        0.25: "'",
        0.3: "ijlIJ .,’îï\u00a0",
        0.35: "f;:-/",
        0.4: "rt!()",
        0.5: "sz–“”",
        0.55: "cL?ç",
        0.6: "aekovxyFPTY«»éèêëàâô",
        0.7: "ABCRVXZÀ",
        0.75: "DGHNU",
        0.8: "wOQ",
        0.85: "M",
        0.95: "m",
        1.0: "Wœ",
    }.items()
    for character in characters
}
OTHER = 0.65
ADJUSTED = 0.53 / 0.547
SPACE = ADJUSTED * WIDTHS[" "]
BOLD = 1.12  # how much wider bold type is


def text_width(text: str) -> float:
    return ADJUSTED * sum(WIDTHS.get(character, OTHER) for character in text)


def line_count(text: str, width: float) -> int:
    """Lines a paragraph takes; `width` in parts of the size of the type."""
    lines, used = 1, 0.0
    for word in text.split(" "):
        wide = text_width(word)
        if used and used + SPACE + wide > width:
            lines, used = lines + 1, wide
        else:
            used += wide + (SPACE if used else 0)
    return lines


@dataclass(frozen=True)
class Type:
    """How a kind of text is set, in points."""

    size: float
    leading: float
    width: float
    after: float = 0.0
    bold: bool = False

    def height(self, text: str) -> float:
        """Of a paragraph and the space below it."""
        if not text:
            return 0.0
        lines = line_count(text, self.width / self.size / (BOLD if self.bold else 1.0))
        return lines * self.size * self.leading + self.after


@dataclass
class Line:
    """One entry of a section: a sentence, or a question with its answer. `group` stands above entries that share it."""

    text: str
    more: str = ""
    group: str = ""
    id: str = ""


@dataclass
class Section:
    """A heading with lines, the most telling first; at least `least` of them stay."""

    id: str
    title: str
    lines: list[Line]
    least: int
    lead: str = ""
    eases: bool = False  # may give up one line more before answers are cut

    @property
    def spare(self) -> int:
        return len(self.lines) - self.least

    def groups(self) -> list[tuple[str, list[Line]]]:
        """The lines under their groups, groups in the order of their first line."""
        return [(g, [line for line in self.lines if line.group == g]) for g in dict.fromkeys(x.group for x in self.lines)]


@dataclass
class Layout:
    """The room a page has for bands of columns, and how their text is set."""

    room: float
    title: Type
    lead: Type
    group: Type
    line: Type  # an entry
    question: Type  # an entry with an answer
    more: Type  # the answer
    between: float  # below a section
    answers: Sequence[int] = (260, 200, 120)  # characters of an answer, whole sentences only; the most that fit
    eased: int = 0  # lines a section may go below its least
    bands: list[list[list[Section]]] = field(default_factory=list)

    def section_height(self, section: Section) -> float:
        total = self.title.height(section.title) + self.lead.height(section.lead) + self.between
        total += sum(self.group.height(group) for group, _ in section.groups() if group)
        entries = ((line, self.question if line.more else self.line) for line in section.lines)
        return total + sum(kind.height(line.text) + self.more.height(line.more) for line, kind in entries)

    def column_height(self, column: Sequence[Section]) -> float:
        return sum(self.section_height(section) for section in column)

    def band_height(self, band: Sequence[Sequence[Section]]) -> float:
        return max(self.column_height(column) for column in band)

    def height(self) -> float:
        return sum(self.band_height(band) for band in self.bands)

    def fit(self) -> bool:
        """Shortens until everything has room: first fewer lines, then shorter answers."""
        full = {id(line): line.more for line in self.lines()}
        keep = {id(section): list(section.lines) for section in self.sections()}
        for letters in self.answers:
            for self.eased in (0, 1):
                for section in self.sections():
                    section.lines = list(keep[id(section)])
                for line in self.lines():
                    line.more = first_sentences(full[id(line)], letters)
                if self._drop():
                    self._refill(keep)
                    return True
        return False

    def _refill(self, full: dict[int, list[Line]]) -> None:
        """Gives lines back where another column left room after they were taken."""
        for section in self.sections():
            for line in full[id(section)][len(section.lines) :]:
                section.lines.append(line)
                if self.height() > self.room:
                    section.lines.pop()
                    break

    def _drop(self) -> bool:
        """Takes the last line of the tallest column of the tallest band that has one to spare."""
        while self.height() > self.room:
            for band in sorted(self.bands, key=self.band_height, reverse=True):
                column = max(band, key=self.column_height)
                section = max(column, key=lambda s: s.spare)
                if section.spare + (self.eased if section.eases else 0) > 0:
                    section.lines.pop()
                    break
            else:
                return False
        return True

    def sections(self) -> list[Section]:
        return [section for band in self.bands for column in band for section in column]

    def lines(self) -> list[Line]:
        return [line for section in self.sections() for line in section.lines]


def first_sentences(text: str, letters: int) -> str:
    """As many whole sentences from the start as stay within so many characters; at least one of more than a word. An
    ellipsis says that more was written."""
    parts = re.split(r"(?<=[.!?])\s+(?=\S)", text)
    kept = parts[: 1 + (len(parts[0]) < 15)]
    for part in parts[len(kept) :]:
        if len(" ".join([*kept, part])) > letters:
            break
        kept.append(part)
    return " ".join(kept) + (" …" if len(kept) < len(parts) else "")
