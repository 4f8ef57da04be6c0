# SPDX-License-Identifier: Apache-2.0
"""What a notebook shows of a profile: plain tables that need no other package."""
from __future__ import annotations

from typing import TYPE_CHECKING

from .._language import say
from .._pages.typography import typeset
from .._render import escape, html_table
from . import words as w
from .view import UnitView, told

if TYPE_CHECKING:
    from .profile import IntegrityProfile, UnitProfile


def unit_table(profile: IntegrityProfile, unit: UnitProfile) -> str:
    v = UnitView(profile, unit._of)
    head = [say("value", "valeur"), say("people", "personnes"), say("mean, 95% interval", "moyenne, intervalle à 95 %")]
    rows = [[v.names.value(c["value"]), "–" if c["people"] is None else str(c["people"]), v.cell_text(c)] for c in v.main]
    table = html_table(typeset(v.place), head, [[typeset(c) for c in row] for row in rows])
    notes = [*v.level, v.change_told, v.gate_told] if v.established else [v.not_established]
    return table + "".join(f"<p>{escape(typeset(note))}</p>" for note in notes)


def profile_table(profile: IntegrityProfile) -> str:
    """Every unit by its id, never by a figure; the warnings first."""
    data = profile._data
    first = ("msg-simulated-data", "msg-not-validated", "msg-not-for-appraisal")
    told_first = "".join(f"<p>{escape(typeset(told(m['text'])))}</p>" for m in data["messages"] if m["id"] in first)
    views = [UnitView(profile, u._of) for u in profile.units.values()]
    rows = [[v.id, w.people(h["people"]) if (h := v.receivers) and h["people"] else "–", v.shown] for v in views]
    head = [say("unit", "unité"), say("people heard", "personnes entendues"), say("what can be shown", "ce qui peut être montré")]
    title = w.in_wave(f"{told(data['instrument']['name'])} {data['instrument']['version']}", data["wave"])
    if len(profile.units) == 1:
        return told_first + unit_table(profile, next(iter(profile.units.values())))
    return told_first + html_table(typeset(title), head, rows)
