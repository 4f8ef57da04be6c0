# SPDX-License-Identifier: Apache-2.0
"""Releases one after the other: what the ledger lets through must not single anybody out by differences."""

from __future__ import annotations

import random
from typing import Any

import pytest
from peersupport import Error, _core
from suppression_cases import LEFT_OUT, MAY, MUST, SHOWN, TABLES, Reader, Sum


class Story:
    """Two units by two or three languages; people come and go between releases."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.k = draw.choice((5, 11))
        self.next = 1
        self.keys = [(u, spoken) for u in "abc" for spoken in ("en", "fr")]
        self.people: dict[tuple[str, str], list[int]] = {
            key: self.born(draw.choice((2, 8, 14, 30))) for key in self.keys
        }

    def born(self, count: int) -> list[int]:
        self.next += count
        return list(range(self.next - count, self.next))

    def moves_on(self) -> None:
        for key in self.keys:
            what = self.draw.random()
            if what < 0.15:
                self.people[key] = self.people[key] + self.born(self.draw.choice((1, 3, 12, 25)))
            elif what < 0.22 and len(self.people[key]) > 1:
                self.people[key] = self.people[key][1:]

    def record(self) -> tuple[Any, list[tuple[frozenset[int], bool, bool]]]:
        """A release as the ledger keeps it, and its figures as sets of people."""
        groupings = self.draw.choice((((0,),), ((0, 1),), ((),), ((0,), ()), ((0, 1), (0,), (1,), ()), ((1,), ())))
        used = sorted(self.keys)
        cells: list[tuple[list[int], int]] = []
        finest = len(used)
        people = [len(self.people[key]) for key in used]
        sums: list[Sum] = []
        groups: list[list[int]] = [[i] for i in range(finest)]
        for by in groupings:
            for group in sorted({tuple(key[d] for d in by) for key in used}):
                parts = [i for i, key in enumerate(used) if tuple(key[d] for d in by) == group]
                sums.append((len(people), parts))
                people.append(sum(people[i] for i in parts))
                groups.append(parts)
        rules = [LEFT_OUT if not 0 < n < self.k else MUST for n in people[:finest]] + [MAY] * (len(people) - finest)
        states = _core.suppress(people, rules, sums, self.k)
        cells = [(groups[i], states[i]) for i in range(finest, len(people))]
        populations = [
            ("person", key[0], "w", key[1], "", "", len(self.people[key]), "", sorted(self.people[key])) for key in used
        ]
        figures = [(parts, s == SHOWN, s == 1) for parts, s in cells]
        record = _core.ReleaseRecord("digest", self.k, populations, figures)
        sets = [(frozenset(p for i in parts for p in self.people[used[i]]), s == SHOWN, s == 1) for parts, s in cells]
        return record, sets


def bounded(figures: list[tuple[frozenset[int], bool, bool]], k: int, atoms: list[frozenset[int]]) -> list[bool]:
    """Which small groups of people somebody can bound more narrowly than k."""
    reader = Reader()
    place = [reader.variable(0) for _ in atoms]
    for people, shown, hidden in figures:
        terms = [(v, 1) for v, atom in zip(place, atoms) if atom <= people]
        if shown:
            reader.row(terms, len(people))
        elif hidden:
            reader.row([*terms, (reader.variable(1), -1)], 0)
    return [len(atom) < k and not reader.spans(v, k, len(atom)) for v, atom in zip(place, atoms)]


def test_what_the_ledger_lets_through_reveals_nobody() -> None:
    draw = random.Random("ledger")
    accepted = refused = 0
    for _ in range(max(TABLES // 2, 50)):
        story = Story(draw)
        ledger = _core.ReleaseLedger()
        kept: list[tuple[frozenset[int], bool, bool]] = []
        for _ in range(3):
            record, figures = story.record()
            try:
                ledger.add(record)
            except Error as error:
                assert error.code == "LEDGER_DIFFERENCE"
                refused += 1
            else:
                both = kept + figures
                everyone: dict[int, list[int]] = {}
                for f, (people, _, _) in enumerate(both):
                    for person in people:
                        everyone.setdefault(person, []).append(f)
                signatures: dict[tuple[int, ...], set[int]] = {}
                for person, where in everyone.items():
                    signatures.setdefault(tuple(where), set()).add(person)
                atoms = [frozenset(s) for s in signatures.values()]
                before = bounded(kept, story.k, atoms)
                after = bounded(both, story.k, atoms)
                assert not any(now and not then for now, then in zip(after, before))
                kept = both
                accepted += 1
            story.moves_on()
    assert accepted > refused / 10 and refused > 10


def test_one_more_answer_is_refused() -> None:
    def record(people: list[int]) -> Any:
        return _core.ReleaseRecord(
            "d", 11, [("person", "a", "w", "", "", "", len(people), "", people)], [([0], True, False)]
        )

    ledger = _core.ReleaseLedger()
    ledger.add(record(list(range(1, 41))))
    ledger.add(record(list(range(1, 41))))  # the same again says nothing new
    for people in (list(range(1, 42)), list(range(1, 40)), list(range(2, 42))):
        with pytest.raises(Error) as caught:
            ledger.add(record(people))
        assert caught.value.code == "LEDGER_DIFFERENCE"
    ledger.add(record(list(range(1, 52))))
    assert len(ledger) == 3


def test_region_less_the_other_units_is_refused() -> None:
    def release(figures: list[tuple[list[int], bool, bool]]) -> Any:
        cells = [("person", unit, "w", "", "", "", n, "", []) for unit, n in (("a", 30), ("b", 25), ("c", 4))]
        return _core.ReleaseRecord("d", 11, cells, figures)

    ledger = _core.ReleaseLedger()
    ledger.add(release([([0, 1, 2], True, False)]))
    ledger.add(release([([0], True, False)]))
    with pytest.raises(Error):
        ledger.check(release([([1], True, False)]))
    with pytest.raises(Error):
        ledger.check(release([([0, 1], True, False)]))


def test_other_strata_of_the_same_people_are_the_same_people() -> None:
    def release(strata: list[tuple[str, int]], figures: list[tuple[list[int], bool, bool]]) -> Any:
        cells = [("person", "a", "w", "", name, "", n, "", []) for name, n in strata]
        return _core.ReleaseRecord("d", 11, cells, figures)

    ledger = _core.ReleaseLedger()
    ledger.add(release([("men", 20), ("women", 20)], [([0, 1], True, False)]))
    ledger.check(release([("old", 20), ("young", 20)], [([0], True, False)]))
    with pytest.raises(Error):
        ledger.check(release([("old", 37), ("young", 3)], [([0], True, False)]))


@pytest.mark.parametrize(
    "record",
    [
        ("d", 1, [], []),
        ("d", 11, [], [([0], True, False)]),
        ("d", 11, [("f", "u", "w", "", "", "", -1, "", [])], []),
        ("d", 11, [("f", "u", "w", "", "", "", 2, "", [5, 4])], []),
        ("d", 11, [("f", "u", "w", "", "", "", 3, "", [4, 5])], []),
        ("d", 11, [("f", "u", "w", "", "", "", 2, "", [])] * 2, []),
        ("d", 11, [("f", "u", "w", "", "", "", 2, "", [])], [([0], True, True)]),
        ("d", 11, [("f", "u", "w", "", "", "", 2, "", [])], [([], True, False)]),
    ],
)
def test_what_is_no_record_is_refused(record: tuple[Any, ...]) -> None:
    made = _core.ReleaseRecord(*record)
    with pytest.raises(Error):
        _core.ReleaseLedger().add(made)
    with pytest.raises(Error):
        _core.ReleaseLedger.of([made])
