# SPDX-License-Identifier: Apache-2.0
"""What was found, as a person reads it: what it is, the table, and what it must not be taken for."""
from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

from .. import _core
from .._language import say
from .layout import Heading, blocks, count, decimal, listed, wrapped
from .words import PERSPECTIVES, REASONS, in_language, simulated, words

OTHER = ""  # a perspective that is not named, or that the definition does not know: never printed as it stands


class Tally:
    """Counted scores and reasons of one scale; exact, so that batches add up to the same."""

    def __init__(self) -> None:
        self.scored = 0
        self.sum = Fraction(0)
        self.reasons: Counter[int] = Counter()

    def add(self, values: Any, reasons: Any, numerators: Any, denominators: Any) -> None:
        """Scores of a batch. Each distinct score is a quotient of integers, so that the sum has no error."""
        import numpy as np

        for reason, n in zip(*np.unique(reasons, return_counts=True)):
            self.reasons[int(reason)] += int(n)
        given = reasons == 0
        found, first, times = np.unique(values[given], return_index=True, return_counts=True)
        above, below = numerators[given][first], denominators[given][first]
        for value, a, b, n in zip(found, above, below, times):
            exact = Fraction(int(a), int(b)) if b and a / b == value else Fraction(float(value))
            self.sum += exact * int(n)
        self.scored = self.reasons[0]

    def mean(self) -> Fraction | None:
        return self.sum / self.scored if self.scored else None

    def cells(self) -> list[str]:
        """Scored, mean, not scored and why."""
        names = _core.reasons()
        others = [f"{count(k)}\u00a0{in_language(REASONS[names[r]])}" for r, k in sorted(self.reasons.items()) if r and k]
        return [count(self.scored), decimal(self.mean()), ", ".join(others)]


def perspective(cell: object) -> str:
    """The perspective a cell names, OTHER when it is none of the definition's."""
    found = str(cell or "").strip().casefold()
    return found if found in PERSPECTIVES else OTHER


def group_name(id: str) -> str:
    return in_language(PERSPECTIVES[id]) if id else words("other")


# ---- what the numbers mean


def score_range(instrument: _core.Instrument, scale: _core.Scale) -> tuple[Fraction, Fraction] | None:
    """The least and the greatest score, where the rule makes them plain."""
    if scale.rule in ("pomp", "percent_of_maximum"):
        return (Fraction(0), Fraction(100)) if scale.multiplier == (1, 1) and scale.rule == "pomp" else None
    by_id = {item.id: item for item in instrument.items}
    ends = []
    for id in scale.scored_items:
        used = by_id[id].response_scale
        points = list(used.range or ()) or [o.points for o in used.options if o.points is not None]
        if not points or by_id[id].weight != 1:
            return None
        ends.append((Fraction(min(points), by_id[id].code_divisor), Fraction(max(points), by_id[id].code_divisor)))
    factor = Fraction(*scale.multiplier)
    if scale.rule == "sum":
        return sum((a for a, _ in ends), Fraction(0)) * factor, sum((b for _, b in ends), Fraction(0)) * factor
    if scale.rule in ("mean", "gated_mean") and len(set(ends)) == 1:
        return ends[0][0] * factor, ends[0][1] * factor
    return None


def _plain(value: Fraction) -> str:
    return decimal(value, 0 if value.denominator == 1 else 2)


def range_words(limits: tuple[Fraction, Fraction] | None) -> str:
    return "" if limits is None else words("range", low=_plain(limits[0]), high=_plain(limits[1]))


def asks_how_often(instrument: _core.Instrument, scales: list[_core.Scale]) -> bool:
    """Whether every answer says how often something was met in the service."""
    wanted = {i for s in scales for i in s.scored_items}
    used = [item.response_scale for item in instrument.items if item.id in wanted]
    if not all(any(o.points is not None for o in r.options) for r in used):
        return False
    lowest = [min((o for o in r.options if o.points is not None), key=lambda o: o.points or 0) for r in used]
    never = all(o.label is not None and o.label.en.casefold() == "never" for o in lowest)
    return instrument.subject == "service" and all(s.rule == "pomp" for s in scales) and never


def meaning(instrument: _core.Instrument, scales: list[_core.Scale]) -> list[str]:
    """From where to where, which way, and how many answers a score needs: what all scales share."""
    ranges = {score_range(instrument, s) for s in scales}
    shared = ranges.pop() if len(ranges) == 1 else None
    directions = {s.direction for s in scales}
    which = directions.pop() if len(directions) == 1 else "mixed"
    if which == "higher-is-better" and asks_how_often(instrument, scales):
        which = "more-often"
    run = words("run", range=range_words(shared)) if shared else words("run-scale")
    lines = [f"{run}{words(which)}"]
    rules = {(s.missing, len(s.scored_items)) for s in scales}
    if len(rules) == 1:
        lines.append(words("needs", rule=missing_words(scales[0])))
    else:
        lines.append(words("needs-differ", id=instrument.id))
    return lines


def missing_words(scale: _core.Scale) -> str:
    """The missing rule of a scale: "at least 3 of its 4 answers"."""
    rule, amount = scale.missing
    items = len(scale.scored_items)
    if rule == "none_missing":
        return words({1: "missing-none-one", 2: "missing-none-two"}.get(items, "missing-none"), items=items)
    if isinstance(amount, tuple):
        return words("missing-prorate-share" if rule == "prorate_up_to" else "missing-share", a=amount[0], b=amount[1])
    return words("missing-prorate" if rule == "prorate_up_to" else "missing-count", count=amount, items=items)


# ---- the screen


class Found:
    """Counts by perspective and scale, and how many units and waves they come from."""

    def __init__(self, scales: int) -> None:
        self._scales = scales
        self.tallies: dict[str, list[Tally]] = {}  # by perspective: what staff say never stands in for people
        self.responses: Counter[str] = Counter()
        self.units: set[str] = set()
        self.waves: set[str] = set()

    def of(self, group: str) -> list[Tally]:
        return self.tallies.setdefault(group, [Tally() for _ in range(self._scales)])

    def groups(self) -> list[str]:
        """People first, then staff, in the definition's order; those who are not named last."""
        return [g for g in (*PERSPECTIVES, OTHER) if g in self.tallies]


def _responses(found: Found) -> str:
    total = sum(found.responses.values())
    text = words("response" if total == 1 else "responses", rows=count(total))
    named = [g for g in found.groups() if g]
    if not named:
        return text + "."
    parts = []
    for g in found.groups():
        name = group_name(g)
        parts.append(words("from" if g else "from-other", rows=count(found.responses[g]), who=name[0].lower() + name[1:]))
    return f"{text}{say(': ', ' : ')}{listed(parts)}."


def _together(found: Found) -> str | None:
    parts = []
    for key, size in (("units", len(found.units)), ("waves", len(found.waves))):
        if size > 1:
            parts.append(words(key, n=count(size)))
    return words("together", parts=listed(parts)) if parts else None


def head(instrument: _core.Instrument, form: str | None, scales: list[_core.Scale], found: Found, fake: bool) -> list[str]:
    """What this is: instrument, version, simulated or not, responses, what the numbers mean."""
    title = f"{instrument.name} {instrument.version}"
    lines: list[str] = [Heading(f"{title} – {simulated()}" if fake else title)]
    facts = [_responses(found), _together(found), form, *meaning(instrument, scales)]
    return lines + [line for fact in facts if fact for line in wrapped(fact)]


def table(instrument: _core.Instrument, scales: list[_core.Scale], found: Found) -> list[str]:
    """A scale's name once; under it the groups that answered, or beside it the numbers when there is one group."""
    groups = found.groups() or [OTHER]
    ranges = {score_range(instrument, s) for s in scales}
    names = [str(s.name) for s in scales]
    if len(ranges) > 1:
        names = [f"{n} ({r})" if (r := range_words(score_range(instrument, s))) else n for n, s in zip(names, scales)]
    one = groups == [OTHER]
    rows = [["", words("scored"), words("mean"), words("not-scored")]]
    for n, name in enumerate(names):
        rows += [[name if one else f"  {group_name(g)}", *found.of(g)[n].cells()] for g in groups]
    if not any(row[3] for row in rows[1:]):
        rows = [[*row[:3], ""] for row in rows]
    top_lines, *printed = blocks(rows, right=(1, 2))
    out: list[str] = [Heading(line) for line in top_lines]
    for n, name in enumerate(names):
        if not one:
            out.append(Heading(name))
        for block in printed[n * len(groups) : (n + 1) * len(groups)]:
            out += block
    return out


def foot(instrument: _core.Instrument) -> list[str]:
    """What the numbers must not be taken for."""
    people = instrument.co_production
    facts = [words(f"about-{instrument.subject}")]
    if not (people.co_written_by or people.tested_by or people.adopted_by):
        facts.append(words("nobody" if instrument.standing == "proposed" else "no-record"))
    if instrument.state == "unverified":
        facts.append(words("not-compared"))
    facts.append(words("norms"))
    return [line for fact in facts for line in wrapped(fact)]
