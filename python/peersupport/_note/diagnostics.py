# SPDX-License-Identifier: Apache-2.0
"""Findings as an editor shows them: diagnostics of the Language Server Protocol."""
from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .report import NoteReport

SEVERITIES = {"error": 1, "warning": 2, "info": 3}
NOWHERE = {"line": 0, "character": 0}


def diagnostics(report: NoteReport, language: str, field: str) -> list[dict[str, Any]]:
    """Findings that carry weight, of one field; what is missing goes with the text."""
    text = report._texts.get(field, "")
    lines = [0, *(m.end() for m in re.finditer("\r\n|\n|\r", text))]
    lengths = (_units(text[a:b]) for a, b in zip(lines, lines[1:]))
    units = [0, *accumulate(lengths)]  # UTF-16 code units before each line

    def position(at: int, units_before: int) -> dict[str, int]:
        line = bisect_right(lines, at) - 1
        return {"line": line, "character": units_before - units[line]}

    out = []
    for f in report:
        if f.kind == "absent" and field != "text" or f.kind != "absent" and f.field != field:
            continue
        here = f.line > 0
        out.append({
            "range": {
                "start": position(f.start, f.utf16_start) if here else NOWHERE.copy(),
                "end": position(f.end, f.utf16_end) if here else NOWHERE.copy(),
            },
            "severity": SEVERITIES[f.severity],
            "code": f.rule,
            "source": "peersupport",
            "message": f.message.fr if language == "fr" else f.message.en,
            "data": {"field": f.field, "fingerprint": f.fingerprint, "suggestions": list(f.suggestions)},
        })  # fmt: skip
    return out


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
