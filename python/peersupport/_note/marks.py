# SPDX-License-Identifier: Apache-2.0
"""A text with marks as HTML: every character kept, marks inside one another or across one another cut where they must."""
from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .._render import escape

# What HTML cannot hold, shown by its picture or by the sign for a character that cannot be shown: one for one.
PICTURES = {n: 0x2400 + n for n in range(32) if chr(n) not in "\t\n\f\r"} | {0x7F: 0x2421, 0xFEFF: 0xFFFD}
UNFIT = re.compile("[\x80-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff]")


class Mark(NamedTuple):
    """start and end in code points. label: the number or letter before the words; empty: a place that can be led to and
    shows nothing. told: what a screen reader says before the words."""

    start: int
    end: int
    look: str
    label: str
    told: str
    id: str
    leads_to: str


def shown(text: str) -> str:
    """Text as HTML shows it."""
    return UNFIT.sub("\ufffd", escape(text.translate(PICTURES)))


def marked(text: str, marks: Iterable[Mark]) -> str:
    """HTML of the text; marks without a place are left out."""
    placed = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    starts: dict[int, list[Mark]] = {}
    for m in placed:
        starts.setdefault(m.start, []).append(m)
    cuts = sorted({0, len(text), *starts, *(m.end for m in placed)})
    out: list[str] = []
    around: list[Mark] = []
    at = 0
    for cut in cuts:
        out.append(shown(text[at:cut]))
        at = cut
        ending = [m for m in around if m.end == cut]
        if ending:
            first = min(map(around.index, ending))
            inner, around = around[first:], around[:first]
            out += [_closing(m) for m in reversed(inner)]
            for m in inner:
                if m not in ending:
                    out.append(_opening(m, again=True))
                    around.append(m)
        for m in sorted(starts.get(cut, ()), key=lambda m: -m.end):
            out.append(_opening(m))
            around.append(m)
    return "".join(out)


def _opening(m: Mark, again: bool = False) -> str:
    if not m.label:
        return '<span class="shown">' if again else f'<span class="shown" id="{m.id}" tabindex="-1">'
    if again:
        return f'<mark class="{m.look}"><span class="words">'
    # The number is text right before the words, so that no line ends between them; the line is under the words alone.
    told = f'<span class="hidden">{escape(m.told)} </span><span aria-hidden="true">{m.label}</span>'
    return f'<mark class="{m.look}"><a class="number" id="{m.id}" href="#{m.leads_to}">{told}</a><span class="words">'


def _closing(m: Mark) -> str:
    return "</span></mark>" if m.label else "</span>"
