# SPDX-License-Identifier: Apache-2.0
"""A note report as lines of text: no boxes, nothing that a pipe, a printer or a screen reader could not say."""
from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .._language import say
from .._pages.typography import wrap
from .._programme.text import Heading as Heading
from . import words
from .marks import PICTURES

if TYPE_CHECKING:
    from .view import NoteView, PlaceView

INDENT = "       "
MOST = 6  # left alone, one by one; the others are counted
NEAR = 400  # characters beside a place that are looked at; no screen shows more


def lines(view: NoteView, width: int, show: bool) -> list[str]:
    """show: also the words of the note."""
    return list(_Report(view, max(40, width), show).lines())


class _Report:
    def __init__(self, view: NoteView, width: int, show: bool) -> None:
        self.view, self.report, self.width, self.show = view, view.report, width, show
        self.suggested: dict[tuple[str, ...], str] = {}  # where the same was suggested first

    def lines(self) -> Iterator[str]:
        yield from self.wrapped(self.view.read_as)
        for p in self.view.places:
            yield ""
            yield from self.place(p)
        yield from self.left_alone()
        yield from self.elements()
        yield ""
        yield from map(Heading, self.wrapped(self.view.opening))
        yield from self.wrapped(say(
            "A help for you who write; not for appraisal, and no score. Nothing left this computer.",
            "Une aide pour vous qui écrivez; pas pour évaluer, et sans score. Rien n’a quitté cet ordinateur.",
        ))  # fmt: skip

    def wrapped(self, text: str, indent: str = "", further: str | None = None) -> list[str]:
        return wrap(text, self.width, indent, further)

    # ---- places

    def place(self, p: PlaceView) -> Iterator[str]:
        f = p.finding
        yield from map(Heading, self.wrapped(f"{self.where(p)}  {words.short(f.severity)}  {f.rule}  {f.message}", "", INDENT))
        if self.show and p.words:
            yield from excerpt(self.report._texts[f.field], f.start, f.end, self.width, INDENT)
        if f.suggestions:
            first = self.suggested.setdefault((f.rule, *f.suggestions), self.where(p))
            told = " · ".join(f.suggestions) if first == self.where(p) else say(f"as at {first}", f"comme à {first}")
            yield from self.wrapped(say("instead: ", "plutôt : ") + told, INDENT, INDENT + "  ")

    def where(self, p: PlaceView) -> str:
        """3:12; a place in a field has its name before it."""
        at = f"{p.finding.line}:{p.finding.column}" if p.words else ""
        if p.finding.field == "text":
            return at or words.field_name("text")
        return f"{words.field_name(p.finding.field)} {at}".rstrip()

    def left_alone(self) -> Iterator[str]:
        found = self.view.left_alone
        if not found:
            return
        yield ""
        yield Heading(say("Left alone", "Laissé tel quel"))
        for p in found[:MOST]:
            named = say(f" “{_plain(p.words)}”", f" « {_plain(p.words)} »") if self.show and p.words else ""
            yield from self.wrapped(f"{self.where(p)}{named}{say(': ', ' : ')}{p.reason} ({p.finding.rule})", "  ", "    ")
        if (rest := len(found) - MOST) > 0:
            yield from self.wrapped(words.counted(rest, ("more", "more"), ("autre", "autres")), "  ")

    # ---- elements

    def elements(self) -> Iterator[str]:
        if not self.view.elements:
            return
        yield ""
        yield Heading(say("What a reader looks for", "Ce qu’on cherche dans une note"))
        for e in self.view.elements:
            sign = {"present": "[x]", "missing": "[ ]", "not-asked": " - "}[e.state]
            told = "; ".join(filter(None, [e.where or e.word, e.reason]))
            yield from self.wrapped(f"{e.title}{say(': ', ' : ')}{told[0].lower()}{told[1:]}", f"  {sign} ", "      ")
            if e.finding and e.finding.suggestions:
                could = say("you could add: ", "vous pourriez ajouter : ")
                yield from self.wrapped(could + " · ".join(e.finding.suggestions), "      ", "        ")


# ---- words of the note on a screen


def excerpt(text: str, start: int, end: int, width: int, indent: str) -> Iterator[str]:
    """The line in which a place begins, and under it a line that shows which words are meant."""
    near = max(0, start - NEAR)
    first = max(text.rfind("\n", near, start) + 1, text.rfind("\r", near, start) + 1, near)
    far = min(len(text), end + NEAR)
    last = min((n for n in (text.find("\n", start, far), text.find("\r", start, far)) if n >= 0), default=far)
    end = min(end, last, start + NEAR)
    room = width - len(indent)
    before, found, after = (_plain(text[a:b]) for a, b in ((first, start), (start, end), (end, last)))
    found = _cut(found, room - 4)
    before, after = _around(before, after, room - _cells(found))
    yield f"{indent}{before}{found}{after}".rstrip()
    yield f"{indent}{' ' * _cells(before)}{'~' * max(1, _cells(found))}"


def _around(before: str, after: str, room: int) -> tuple[str, str]:
    """What fits beside the words, cut at words where it must be cut."""
    if _cells(before) + _cells(after) <= room:
        return before, after
    half = max(2, room // 2)
    left = max(half, room - _cells(after))
    if _cells(before) > left:
        before = "… " + _drop(before, left - 2)
    return before, _cut(after, max(0, room - _cells(before)))


def _drop(text: str, cells: int) -> str:
    """The end of a text that takes no more cells, from a word on."""
    kept = text[max(0, len(text) - _fitting(reversed(text), cells)) :]
    cut = kept.find(" ")
    return kept[cut + 1 :] if 0 <= cut < len(kept) - 1 else kept


def _cut(text: str, cells: int) -> str:
    """The beginning of a text that takes no more cells, up to a word."""
    if _cells(text) <= cells:
        return text
    kept = text[: _fitting(text, cells - 2)]
    return f"{kept.rpartition(' ')[0] or kept} …" if cells > 2 else ""


def _fitting(characters: Iterable[str], cells: int) -> int:
    """How many characters fit."""
    taken = 0
    for n, c in enumerate(characters):
        taken += _width(c)
        if taken > cells:
            return n
    return sys.maxsize


def _plain(text: str) -> str:
    """One line without characters that a terminal acts on."""
    kept = text.replace("\t", " ").translate(PICTURES)
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf") and c not in "\u200d\u00ad" else c for c in kept)


def _cells(text: str) -> int:
    """Columns of a terminal."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(c: str) -> int:
    if unicodedata.combining(c) or c in "\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1
