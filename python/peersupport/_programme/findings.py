# SPDX-License-Identifier: Apache-2.0
"""Findings as people read them: under what kind, under which rule, with the change ideas that may help."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from .._definition import labels
from . import parts
from .words import need_title, unit_text

if TYPE_CHECKING:
    from .report import ProgrammeReport

NEEDS = ("missing", "check", "say")


class IdeaView(NamedTuple):
    """A change idea; `first` when nothing above on the page has it."""

    id: str
    first_sentence: str
    rest: str
    process: str
    outcome: str
    first: bool
    standing: str


class RuleView(NamedTuple):
    """Findings of one rule."""

    id: str
    name: str
    why: str
    level: str
    limit: str
    standing: str
    findings: tuple[parts.Finding, ...]
    ideas: tuple[IdeaView, ...]


class NeedView(NamedTuple):
    id: str
    title: str
    rules: tuple[RuleView, ...]
    total: int


def needs_of(report: ProgrammeReport) -> tuple[NeedView, ...]:
    """Only kinds that have findings."""
    shown: set[str] = set()
    found = []
    for need in NEEDS:
        mine = [f for f in report.findings if f.need == need]
        rules = tuple(_rule(report.definition, id, mine, shown) for id in dict.fromkeys(f.rule for f in mine))
        if rules:
            found.append(NeedView(need, need_title(need), rules, len(mine)))
    return tuple(found)


def _rule(definition: _core.Definition, id: str, mine: list[parts.Finding], shown: set[str]) -> RuleView:
    row: Any = definition.find(id)
    found = tuple(f for f in mine if f.rule == id)
    level: Any = definition.find(found[0].level)
    limit = "" if row.limit is None else unit_text(row.limit, row.unit)
    return RuleView(
        id, str(row.label), str(row.explanation), str(level.label), limit,
        labels.standing_word(row.standing), found, tuple(_ideas(definition, found[0].change_ideas, shown)),
    )  # fmt: skip


def _ideas(definition: _core.Definition, ids: tuple[str, ...], shown: set[str]) -> Iterator[IdeaView]:
    for id in ids:
        row: Any = definition.find(id)
        first, _, rest = str(row.text).partition(". ")
        yield IdeaView(
            id, first.removesuffix(".") + ".", rest, str(row.process_measure or ""), str(row.outcome_measure or ""),
            id not in shown, labels.standing_word(row.standing),
        )  # fmt: skip
        shown.add(id)
