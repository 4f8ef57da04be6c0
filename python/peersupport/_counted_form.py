# SPDX-License-Identifier: Apache-2.0
"""Forms as a tally counts them, for counts that come from elsewhere: what codes mean, and which score a sum gives."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from . import _core
from ._errors import failed

KINDS = ("does-not-apply", "declined", "blank", "invalid")  # of what is no answer, in the order of the bytes
MODELLED = "grm_eap"


class Item(NamedTuple):
    """An item as it is counted: its answer codes ascending, and what each is worth, reversed where the item is."""

    id: str
    codes: tuple[int, ...]
    points: tuple[int, ...]
    kinds: dict[int, str]  # of the codes that are no answers
    lowest: int
    highest: int
    weight: int
    gate: tuple[str, tuple[int, ...]] | None

    def code_that_does_not_apply(self) -> int | None:
        return next((code for code, kind in self.kinds.items() if kind == "does-not-apply"), None)


class State(NamedTuple):
    """What a scale's score follows from."""

    answered: int
    unanswered: int  # items that apply but were left out
    points: int  # Σ weight·points, for pomp above the lowest
    out_of: int  # what they are divided by
    asked: int  # Σ weight of the items that apply


NOTHING = State(0, 0, 0, 0, 0)


def read_item(of: _core.Item) -> Item:
    options, ends = of.response_scale.options, of.response_scale.range
    worth = {o.code: o.points for o in options if o.kind == "answer" and o.points is not None}
    extremes = [*worth.values(), *(ends or ())]
    lowest, highest = min(extremes), max(extremes)
    taken = {o.code for o in options}
    if ends is not None:
        worth.update({code: code for code in range(ends[0], ends[1] + 1) if code not in taken})
    codes = tuple(sorted(worth))
    points = tuple(lowest + highest - worth[c] if of.reverse else worth[c] for c in codes)
    kinds = {o.code: o.kind for o in options if o.kind != "answer"}
    return Item(of.id, codes, points, kinds, lowest, highest, of.weight, of.gate)


class CountedScale:
    """A scale of a form. Whatever depends on its rule is asked of the plan, so that there is one scorer only."""

    def __init__(self, form: CountedForm, place: int, of: _core.Scale, rule: str) -> None:
        self.id, self.rule, self._form, self._place = of.id, rule, form, place
        self.items = [form.item[i] for i in of.scored_items]
        self._known: dict[State, tuple[str, int, int]] = {}

    @property
    def gated(self) -> bool:
        return self.rule == "gated_mean"

    def least(self, item: Item) -> int:
        """What is taken off an answer's points."""
        return item.weight * item.lowest if self.rule == "pomp" else 0

    def worth(self, item: Item) -> int:
        """What an answer adds to `out_of`."""
        spread = {"percent_of_maximum": item.highest, "pomp": item.highest - item.lowest}
        return item.weight * spread.get(self.rule, 1)

    @cached_property
    def needed(self) -> dict[int, int]:
        """Answers the missing rule asks for, by how many items apply."""
        leaving = [codes for item in self.items if (codes := self._left_out(item)) is not None]
        found = {}
        for left in range(min(len(leaving), len(self.items) - 1) + 1):
            codes = {i.gate[0]: i.gate[1][0] for i in self.items if self.gated and i.gate is not None}
            for made in leaving[:left]:
                codes.update(made)
            found[len(self.items) - left] = self._score(codes).needed
        return found

    def score(self, state: State) -> tuple[str, int, int] | None:
        """(reason, numerator, denominator) of responses with these sums; None where no response has them."""
        if state not in self._known:
            codes = found_codes([self._choices(item) for item in self.items], state)
            if codes is None:
                return None
            made = self._score(codes)
            if made.reason not in ("scored", "not-in-table") or made.answered != state.answered:
                return None
            self._known[state] = (made.reason, made.numerator, made.denominator)
        return self._known[state]

    def _score(self, codes: dict[str, int]) -> _core.Score:
        return self._form.plan.score_one([codes.get(i.id) for i in self._form.items])[self._place]

    def _left_out(self, item: Item) -> dict[str, int] | None:
        """Codes with which the item does not count; None: it always does."""
        code = item.code_that_does_not_apply()
        if code is not None:
            return {item.id: code}
        if not self.gated or item.gate is None:
            return None
        gate, opening = self._form.item[item.gate[0]], item.gate[1]
        closing = next((c for c in gate.codes if c not in opening), gate.code_that_does_not_apply())
        return None if closing is None else {gate.id: closing}

    def _choices(self, item: Item) -> list[tuple[State, dict[str, int]]]:
        """What the item can add to the sums, and codes that do."""
        opened = {item.gate[0]: item.gate[1][0]} if self.gated and item.gate is not None else {}
        made = [(State(0, 1, 0, 0, item.weight), opened)]
        if (codes := self._left_out(item)) is not None:
            made.append((NOTHING, codes))
        for code, points in dict(zip(item.codes, item.points)).items():
            adds = State(1, 0, item.weight * points - self.least(item), self.worth(item), item.weight)
            if all(adds != known for known, _ in made):
                made.append((adds, {**opened, item.id: code}))
        return made


class CountedForm:
    """One form: its items and scales in form order."""

    def __init__(self, instrument: _core.Instrument, form: str, allow_unverified: bool) -> None:
        of = next(f for f in instrument.forms if f.id == form)
        self.id, self.perspective = of.id, of.perspective
        self.plan = _core.Plan(instrument, form, allow_unverified)
        by_id = {i.id: i for i in instrument.items}
        self.items = [read_item(by_id[i]) for i in of.items]
        self.item = {i.id: i for i in self.items}
        scales = {s.id: s for s in instrument.scales}
        rules = {s["id"]: s["score"].get("of", s["score"]["rule"]) for s in json.loads(instrument.to_json())["scales"]}
        self.scales = [CountedScale(self, n, scales[s], rules[s]) for n, s in enumerate(of.scales)]
        self.scale = {s.id: s for s in self.scales}

    def refuse_what_sums_do_not_tell(self) -> None:
        """A model's score follows from which item was answered how; a gate of several items closes all of them."""
        for scale in self.scales:
            gates = [i.gate[0] for i in scale.items if scale.gated and i.gate is not None]
            shared = len(set(gates)) < len(gates) or any(i.id in gates for i in scale.items)
            if scale.rule == MODELLED or shared:
                raise failed("INVALID_ARGUMENT", path=f"/scales/{scale.id}", detail=f"{scale.rule}: tally()")


def found_codes(choices: Sequence[list[tuple[State, dict[str, int]]]], state: State) -> dict[str, int] | None:
    """Codes of one response whose items add up to the state, one choice an item; None where there are none."""
    least, most = _bounds(choices, min), _bounds(choices, max)
    dead: set[tuple[int, State]] = set()
    rest, tried = [state], [0]  # of each item that is being chosen
    while tried:
        at, left = len(tried) - 1, rest[-1]
        if at == len(choices):  # the bounds of nothing are zero, so that nothing is left
            made: dict[str, int] = {}
            for item, choice in enumerate(tried[:-1]):
                made.update(choices[item][choice - 1][1])
            return made
        if tried[-1] == len(choices[at]):
            dead.add((at, left))
            tried.pop()
            rest.pop()
            continue
        adds = choices[at][tried[-1]][0]
        tried[-1] += 1
        after = State(*(a - b for a, b in zip(left, adds)))
        inside = all(low <= n <= high for low, n, high in zip(least[at + 1], after, most[at + 1]))
        if inside and (at + 1, after) not in dead:
            tried.append(0)
            rest.append(after)
    return None


def _bounds(choices: Sequence[list[tuple[State, dict[str, int]]]], pick: Callable[..., int]) -> list[State]:
    """The least or the most that the items from each place on can add."""
    made = [NOTHING]
    for of_item in reversed(choices):
        made.append(State(*(pick(s[n] for s, _ in of_item) + made[-1][n] for n in range(len(NOTHING)))))
    return made[::-1]
