# SPDX-License-Identifier: Apache-2.0
"""A role report as lines of text: no boxes, nothing that a pipe, a printer or a screen reader could not say."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .._language import say
from .._note.text import _plain, excerpt
from .._pages.typography import wrap
from .._programme.text import Heading as Heading

if TYPE_CHECKING:
    from .view import DutyView, GroupView, PlaceView, RoleView

INDENT = "  "
MOST = 8  # limits, one by one; the others are counted


def lines(view: RoleView, width: int, show: bool) -> list[str]:
    """show: also the words of the text."""
    return list(_Report(view, max(40, width), show).lines())


class _Report:
    def __init__(self, view: RoleView, width: int, show: bool) -> None:
        self.view, self.width, self.show = view, width, show

    def lines(self) -> Iterator[str]:
        yield from self.wrapped(self.view.read_as)
        yield from self.time()
        for group in self.view.groups:
            yield from self.group(group)
        yield from self.limits()
        yield from self.duties()
        yield from self.components()
        yield ""
        yield from map(Heading, self.wrapped(self.view.opening))
        yield from self.wrapped(say(
            "About the work that is asked for, never about who does it; no score. Nothing left this computer.",
            "Il est question du travail demandé, jamais de qui le fait; sans score. Rien n’a quitté cet ordinateur.",
        ))  # fmt: skip

    def wrapped(self, text: str, indent: str = "", further: str | None = None) -> list[str]:
        return wrap(text, self.width, indent, further)

    def time(self) -> Iterator[str]:
        if not self.view.shares:
            return
        yield ""
        yield Heading(say("Time", "Temps"))
        widest = max(len(s.title) for s in self.view.shares)
        longest = max(len(s.time) for s in self.view.shares)
        for s in self.view.shares:
            yield f"  {s.title.ljust(widest)}  {s.time.rjust(longest)}  {s.percent.rjust(5)}"

    def group(self, group: GroupView) -> Iterator[str]:
        yield ""
        yield Heading(group.title)
        for duty in group.duties:
            yield from self.duty(duty)

    def duty(self, duty: DutyView) -> Iterator[str]:
        yield from self.wrapped(f"{duty.name} ({duty.rule})", INDENT, INDENT * 2)
        for p in duty.places:
            yield from self.place(p)
        if duty.text:
            yield from self.wrapped(duty.text, INDENT * 2)
        for title, text in duty.facts:
            yield from self.wrapped(f"{title}{say(': ', ' : ')}{text}", INDENT * 2, INDENT * 3)
        if duty.instead:
            yield from self.wrapped(say("instead: ", "plutôt : ") + duty.instead, INDENT * 2, INDENT * 3)

    def place(self, p: PlaceView) -> Iterator[str]:
        yield f"{INDENT * 2}{p.where}"
        if self.show and p.words:
            yield from excerpt(self.view._text(p.finding), p.finding.start, p.finding.end, self.width, INDENT * 3)

    def limits(self) -> Iterator[str]:
        found = self.view.limits
        if not found:
            return
        yield ""
        yield Heading(say("Limits and help, understood as such", "Limites et aide, comprises comme telles"))
        for p in found[:MOST]:
            named = say(f" “{_plain(p.words)}”", f" « {_plain(p.words)} »") if self.show and p.words else ""
            yield from self.wrapped(f"{p.where}{named}{say(': ', ' : ')}{p.reason} ({p.finding.rule})", INDENT, INDENT * 2)
        if (rest := len(found) - MOST) > 0:
            yield f"  + {rest}"

    def duties(self) -> Iterator[str]:
        if not self.view.duties:
            return
        yield ""
        yield Heading(say("Within a role", "Dans un rôle"))
        for name, fit, where in self.view.duties:
            yield from self.wrapped(f"{name}{say(': ', ' : ')}{fit} ({where})", INDENT, INDENT * 2)

    def components(self) -> Iterator[str]:
        if not self.view.report.components:
            return
        for level, title in self.view.levels:
            yield ""
            yield Heading(title)
            for here, sign in ((False, "[ ]"), (True, "[x]")):
                for c in self.view.components(level, here):
                    told = f"{c.title}{say(': ', ' : ')}{c.where}" if here and c.where else c.title
                    yield from self.wrapped(told, f"  {sign} ", "      ")
                    if c.near:
                        yield from self.wrapped(c.near, "      ")
