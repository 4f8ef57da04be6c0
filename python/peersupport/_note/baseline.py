# SPDX-License-Identifier: Apache-2.0
"""What an organization or a writer has agreed to leave as it is (format peersupport-baseline-1). Holds no text of a note:
a finding is known by its fingerprint."""
from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from .parts import NoteFinding

FORMAT = "peersupport-baseline-1"


def baseline_of(findings: Iterable[NoteFinding], who: str, why: str, until: str | datetime.date | None) -> dict[str, Any]:
    """One entry a fingerprint, in the order of the findings; until: the last day on which it counts."""
    for name, given in (("who", who), ("why", why)):
        if not isinstance(given, str):
            raise TypeError(f"baseline(): {name} is a string")
        if not given.strip():
            raise ValueError(f"baseline(): {name} says nothing")
    last = _day(until)
    known = dict.fromkeys((f.fingerprint, f.rule) for f in findings)
    entries = [{"fingerprint": f, "rule": r, "who": who, "why": why, "until": last} for f, r in known]
    return {"format": FORMAT, "entries": entries}


def _day(given: str | datetime.date | None) -> str | None:
    if given is None:
        return None
    if isinstance(given, datetime.date):
        return f"{given.year:04}-{given.month:02}-{given.day:02}"  # also of a datetime
    if not isinstance(given, str):
        raise TypeError('baseline(): until is a date or "YYYY-MM-DD"')
    try:
        if len(given) == 10:
            return datetime.date.fromisoformat(given).isoformat()
    except ValueError:
        pass
    raise ValueError('baseline(): until is a date or "YYYY-MM-DD"')
