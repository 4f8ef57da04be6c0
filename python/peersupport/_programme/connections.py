# SPDX-License-Identifier: Apache-2.0
"""What joins the parts of a program to its hub, as people read it: states, and the words that stand on the lines."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .._language import say
from . import parts
from .origin import set_by
from .words import date_text, met_text, missed_text, rhythm_text

if TYPE_CHECKING:
    from .view import ProgrammeView

NETWORK, TABLE, GROUP, RING = "network", "table", "group", "ring"

# How a part is joined to the hub; each has a line style and a word of its own.
JOINED, QUIET, UNKNOWN, PARTLY, ABSENT, NONE = "joined", "quiet", "unknown", "partly", "absent", "none"


class PartView(NamedTuple):
    """One network or table."""

    id: str
    name: str  # its name, or its id where it has none
    joined: bool
    met: str
    held: int | None
    expected: int | None
    recorded: bool
    missed: str
    last: str


class ConnectionView(NamedTuple):
    """A kind of part and how it is joined to the hub."""

    id: str
    part: str  # id of the row of `constellation`
    kind: str
    title: str
    state: str
    word: str
    frequency: str
    unit: str
    every: int
    parts: tuple[PartView, ...]


def connections_of(view: ProgrammeView) -> tuple[ConnectionView, ...]:
    """A part is named by its row; a second kind of connection with it, which an organization added, by its own."""
    seen: set[str] = set()
    return tuple(_connection(view, c, view.row(c.connection), seen) for c in view.report.connections)


def _connection(view: ProgrammeView, of: parts.Connection, row: Any, seen: set[str]) -> ConnectionView:
    title = str(row.label if row["from"] in seen else view.row(row["from"]).label)
    seen.add(row["from"])
    kind = view.kind(row["from"])
    rhythm = None if of.frequency is None else view.row(of.frequency)
    unit = "none" if rhythm is None or rhythm.every is None else rhythm.unit
    every = 1 if rhythm is None or rhythm.every is None else rhythm.every
    edges = {e.source: e for e in view.report.constellation.edges if e.connection == of.connection}
    views = tuple(_part(view, p, edges.get(p.id), unit, every) for p in of.parts)
    state = _state(views, edges, kind)
    joined = sum(p.joined for p in views)
    return ConnectionView(
        of.connection, row["from"], kind, title, state,
        state_word(state, joined, len(views)), "" if rhythm is None else _held_against(view, rhythm), unit, every, views,
    )  # fmt: skip


def _held_against(view: ProgrammeView, rhythm: Any) -> str:
    """What the meetings are held against, and who says so."""
    who = set_by(view.definition, rhythm, "every", "unit")
    if rhythm.every is None:
        return say(f"no frequency (set by {who})", f"aucune fréquence (fixé par {who})") if who else str(rhythm.how_often)
    text = rhythm_text(rhythm.unit, rhythm.every)
    if who:
        told = say(f"set by {who}", f"fixé par {who}")
    else:
        _, _, where = str(rhythm.how_often).partition(say(", in ", ", dans "))
        told = say(f"as in {where}; the source", f"comme dans {where}; la source") if where else str(rhythm.how_often)
    return f"{say('Held against:', 'Comparé à ceci :')} {text} ({told})"


def _part(view: ProgrammeView, p: parts.PartMeetings, edge: parts.Edge | None, unit: str, every: int) -> PartView:
    met = met_text(p.recorded, p.expected, p.held, unit, every)
    missed = missed_text(p.missed, unit, every) if p.held else ""
    last = date_text(p.last) if p.last else ""
    joined = edge is not None and edge.exists
    return PartView(p.id, view.name(p.id), joined, met, p.held, p.expected, p.recorded, missed, last)


def _state(views: tuple[PartView, ...], edges: dict[str, parts.Edge], kind: str) -> str:
    if not any(v.joined for v in views):
        return NONE if kind == RING else ABSENT
    if not all(v.joined for v in views):
        return PARTLY
    met = {edges[v.id].met for v in views}
    return JOINED if True in met else UNKNOWN if None in met else QUIET


def state_word(state: str, joined: int = 0, of: int = 0) -> str:
    """The word that stands on the line."""
    return {
        JOINED: say("joined", "lien en place"),
        QUIET: say("no meetings", "aucune rencontre"),
        UNKNOWN: say("dates not given", "dates inconnues"),
        PARTLY: say(f"{joined} of {of} joined", f"{joined} sur {of} ont un lien"),
        ABSENT: say("missing", "lien manquant"),
        NONE: say("not joined", "sans lien") if of else say("none named", "aucun nommé"),
    }[state]
