# SPDX-License-Identifier: Apache-2.0
"""Findings as an editor shows them: diagnostics of the Language Server Protocol."""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .parts import NoteFinding
    from .report import NoteReport

SEVERITIES = {"error": 1, "warning": 2, "info": 3}
NOWHERE = (0, 0)
Spot = tuple[int, int]  # line from 0, UTF-16 code units before it on the line


def ranges(text: str) -> Callable[[NoteFinding], tuple[Spot, Spot]]:
    """What tells where findings of this text begin and end; what has no place stands at its beginning."""
    lines = [0, *(m.end() for m in re.finditer("\r\n|\n|\r", text))]
    lengths = (_units(text[a:b]) for a, b in zip(lines, lines[1:]))
    units = [0, *accumulate(lengths)]  # UTF-16 code units before each line

    def position(at: int, units_before: int) -> Spot:
        line = bisect_right(lines, at) - 1
        return line, units_before - units[line]

    def span(f: NoteFinding) -> tuple[Spot, Spot]:
        return (position(f.start, f.utf16_start), position(f.end, f.utf16_end)) if f.line > 0 else (NOWHERE, NOWHERE)

    return span


def diagnostics(report: NoteReport, language: str, field: str) -> list[dict[str, Any]]:
    """Findings that carry weight, of one field; what is missing goes with the text."""
    span = ranges(report._texts.get(field, ""))
    out = []
    for f in report:
        if f.kind == "absent" and field != "text" or f.kind != "absent" and f.field != field:
            continue
        start, end = span(f)
        out.append({
            "range": {"start": _position(start), "end": _position(end)},
            "severity": SEVERITIES[f.severity],
            "code": f.rule,
            "source": "peersupport",
            "message": f.message.fr if language == "fr" else f.message.en,
            "data": {"field": f.field, "fingerprint": f.fingerprint, "suggestions": list(f.suggestions)},
        })  # fmt: skip
    return out


def _position(spot: Spot) -> dict[str, int]:
    return {"line": spot[0], "character": spot[1]}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
