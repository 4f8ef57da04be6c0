# SPDX-License-Identifier: Apache-2.0
"""The parts of a programme report, as plain immutable rows. Names and order are those of its JSON."""
from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from .. import _core

Need = Literal["missing", "check", "say"]
Order = Literal["integrity-first", "impact-first", "integrity-not-known", "no-impact-claimed"]


class Finding(NamedTuple):
    """One difference between a program and a rule. Ids are full ids of the definition, or ids of the program."""

    rule: str
    need: Need
    level: str
    gap: str | None
    change_ideas: tuple[str, ...]
    about: tuple[str, ...]
    place: str  # JSON pointer into the file
    numbers: Mapping[str, int]
    days: tuple[datetime.date, ...]  # first days of intervals without a meeting
    message: _core.Text

    def __repr__(self) -> str:
        return f"<Finding {self.rule} ({self.need}): {str(self.message)!r}>"


class PartMeetings(NamedTuple):
    """The meetings of one network or table. None: nobody wrote it down, or no frequency is set."""

    id: str
    recorded: bool
    expected: int | None
    held: int | None
    missed: tuple[datetime.date, ...] | None
    last: datetime.date | None


class Connection(NamedTuple):
    connection: str
    exists: bool
    frequency: str | None
    parts: tuple[PartMeetings, ...]


class Path(NamedTuple):
    """How an issue reaches one table."""

    table: str
    connection: str
    path: tuple[str, ...]
    reached: int
    not_reached: tuple[str, ...]


class Share(NamedTuple):
    have: int
    need: int


class Training(NamedTuple):
    core_skills: Share
    supervision: Share


class ElementCoverage(NamedTuple):
    core_element: str
    agencies: tuple[str, ...]


class RegionCoverage(NamedTuple):
    region: str
    elements: tuple[ElementCoverage, ...]


class Positions(NamedTuple):
    """How many positions are funded by the framework, listed, and filled."""

    funded: int
    positions: int
    filled: int


class AgencyFunding(NamedTuple):
    agency: str
    funded: int
    positions: int
    filled: int


class Evaluation(NamedTuple):
    baseline: datetime.date | None
    integrity_known: datetime.date | None
    impact_from: datetime.date | None
    order: Order


class Node(NamedTuple):
    id: str
    part: str
    name: _core.Text | None


class Edge(NamedTuple):
    """What joins a part to the hub. met: whether people met at all in the period; None: not recorded."""

    source: str
    target: str
    connection: str
    exists: bool
    met: bool | None


class Constellation(NamedTuple):
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class FindingCounts(NamedTuple):
    missing: int
    check: int
    say: int


class Counts(NamedTuple):
    agencies: int
    positions: int
    filled: int
    vacant: int
    supervisors: int
    networks: int
    findings: FindingCounts


class Period(NamedTuple):
    """Both days belong to it."""

    start: datetime.date
    end: datetime.date


# ---- from JSON


def parsed(content: str | bytes) -> Any:
    """The program as it was given; a byte order mark does no harm."""
    return json.loads(content.removeprefix("\ufeff") if isinstance(content, str) else content)


def names(programme: Mapping[str, Any]) -> dict[str, dict[str, _core.Text]]:
    """Names the file gives, by kind and id."""
    rows = {"programme": [programme], **{kind: programme.get(kind) or [] for kind in ("regions", "agencies")}}
    named = ((kind, [(row["id"], text(row.get("name"))) for row in of]) for kind, of in rows.items())
    return {kind: {id: name for id, name in of if name is not None} for kind, of in named}


def day(text: str | None) -> datetime.date | None:
    return None if text is None else datetime.date.fromisoformat(text)


def days(texts: Iterable[str] | None) -> tuple[datetime.date, ...] | None:
    return None if texts is None else tuple(map(datetime.date.fromisoformat, texts))


def text(of: Mapping[str, str] | None) -> _core.Text | None:
    return None if of is None else _core.make_text(of.get("en", ""), of.get("fr", ""))


def finding(row: Mapping[str, Any]) -> Finding:
    return Finding(
        rule=row["rule"],
        need=row["need"],
        level=row["level"],
        gap=row["gap"],
        change_ideas=tuple(row["change_ideas"]),
        about=tuple(row["about"]),
        place=row["place"],
        numbers=MappingProxyType(row["numbers"]),
        days=days(row["days"]) or (),
        message=_core.make_text(row["message"]["en"], row["message"]["fr"]),
    )


def connection(row: Mapping[str, Any]) -> Connection:
    parts = tuple(
        PartMeetings(p["id"], p["recorded"], p["expected"], p["held"], days(p["missed"]), day(p["last"]))
        for p in row["parts"]
    )
    return Connection(row["connection"], row["exists"], row["frequency"], parts)


def path(row: Mapping[str, Any]) -> Path:
    return Path(row["table"], row["connection"], tuple(row["path"]), row["reached"], tuple(row["not_reached"]))


def training(row: Mapping[str, Any]) -> Training:
    return Training(Share(**row["core_skills"]), Share(**row["supervision"]))


def coverage(row: Mapping[str, Any]) -> RegionCoverage:
    found = (ElementCoverage(e["core_element"], tuple(e["agencies"])) for e in row["elements"])
    return RegionCoverage(row["region"], tuple(found))


def evaluation(row: Mapping[str, Any]) -> Evaluation:
    return Evaluation(day(row["baseline"]), day(row["integrity_known"]), day(row["impact_from"]), row["order"])


def constellation(row: Mapping[str, Any]) -> Constellation:
    nodes = (Node(n["id"], n["part"], text(n.get("name"))) for n in row["nodes"])
    edges = (Edge(e["from"], e["to"], e["connection"], e["exists"], e["met"]) for e in row["edges"])
    return Constellation(tuple(nodes), tuple(edges))


def counts(row: Mapping[str, Any]) -> Counts:
    return Counts(**{**row, "findings": FindingCounts(**row["findings"])})
