# SPDX-License-Identifier: Apache-2.0
"""Findings as people read them: under what kind, under which rule, with the change ideas that may help."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from .._definition import labels
from .._language import say
from . import parts
from .origin import set_by
from .words import need_title, unit_text

if TYPE_CHECKING:
    from .report import ProgrammeReport

NEEDS = ("missing", "check", "say")
FOLDED = 4  # sentences of one rule that differ in ids and numbers only are told once from here on


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
    limit_said: str  # who set it; empty without a limit
    standing: str
    findings: tuple[parts.Finding, ...]
    told: tuple[str, ...]  # the findings as sentences, near-identical ones as one
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
        id, str(row.label), str(row.explanation), str(level.label), limit, _limit_said(definition, row),
        labels.standing_word(row.standing), found, tuple(_told(definition, found)), tuple(_ideas(definition, found[0].change_ideas, shown)),
    )  # fmt: skip


def _limit_said(definition: _core.Definition, row: Any) -> str:
    if row.limit is None:
        return ""
    if who := set_by(definition, row, "limit", "unit"):
        return say(f"Limit set by {who}.", f"Seuil fixé par {who}.")
    return say("This limit is our proposal.", "Ce seuil est notre proposition.")


def _told(definition: _core.Definition, found: tuple[parts.Finding, ...]) -> Iterator[str]:
    alike: dict[str, list[parts.Finding]] = {}
    for f in found:
        alike.setdefault(_without_ids(f), []).append(f)
    for same in alike.values():
        if len(same) < FOLDED or not all(f.about for f in same):
            yield from (str(f.message) for f in same)
            continue
        least = min(len(f.about) for f in same)
        place = next((i for i in range(least) if len({f.about[i] for f in same}) == len(same)), 0)
        ids = ", ".join(_label(definition, f.about[place]) for f in same[1:])
        rest = len(same) - 1
        yield f"{same[0].message} {say(f'And {rest} more like this:', f'Et {rest} autres semblables :')} {ids}."


def _without_ids(f: parts.Finding) -> str:
    """The sentence without ids, names in quotes and numbers."""
    text = re.sub("[\"“].*?[\"”]", '""', f.message.en)
    for id in sorted(f.about, key=len, reverse=True):
        text = re.sub(rf"(?<![\w-]){re.escape(id)}(?![\w-])", "*", text)
    return re.sub(r"\d+", "#", text)


def _label(definition: _core.Definition, id: str) -> str:
    """The name of a row; what belongs to the program is told by its id."""
    for name in ("core_elements", "connections", "constellation"):
        if id in definition[name].ids:
            row: Any = definition.find(id)
            return f"{row.label} ({id})"
    return id


def _ideas(definition: _core.Definition, ids: tuple[str, ...], shown: set[str]) -> Iterator[IdeaView]:
    for id in ids:
        row: Any = definition.find(id)
        first, _, rest = str(row.text).partition(". ")
        yield IdeaView(
            id, first.removesuffix(".") + ".", rest, str(row.process_measure or ""), str(row.outcome_measure or ""),
            id not in shown, labels.standing_word(row.standing),
        )  # fmt: skip
        shown.add(id)
