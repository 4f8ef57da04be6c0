# SPDX-License-Identifier: Apache-2.0
"""A reader with a solver looks for what suppression was to hide."""

from __future__ import annotations

import itertools
import random

import pytest
from peersupport import Error, _core
from suppression_cases import LEFT_OUT, MAY, MUST, PROTECTING, SHOWN, TABLES, Sum, reader_of


def with_margins(shape: tuple[int, ...], inner: dict[tuple[int, ...], int]) -> tuple[list[int], list[Sum]]:
    """Every cell and every margin over every subset of dimensions; a margin's place on a dimension is its size."""
    places = {at: i for i, at in enumerate(itertools.product(*(range(n + 1) for n in shape)))}
    people = [0] * len(places)
    for at, count in inner.items():
        for margin in itertools.product(*((x, n) for x, n in zip(at, shape))):
            people[places[margin]] += count
    sums = []
    for at, i in places.items():
        for d, n in enumerate(shape):
            if at[d] == n:
                sums.append((i, [places[(*at[:d], x, *at[d + 1 :])] for x in range(n)]))
    return people, sums


def random_table(draw: random.Random, shape: tuple[int, ...]) -> tuple[list[int], list[Sum]]:
    most = draw.choice((4, 15, 40, 120))
    empty = draw.choice((0, 0.1, 0.4))
    cells = itertools.product(*(range(n) for n in shape))
    return with_margins(shape, {at: 0 if draw.random() < empty else draw.randint(0, most) for at in cells})


def shapes(draw: random.Random) -> tuple[int, ...]:
    if draw.random() < 0.2:
        return draw.choice(((3, 3, 3), (2, 2, 2), (2, 3, 3)))
    return (draw.randint(1, 5), draw.randint(1, 5))


def guarded(people: list[int], rules: list[int], states: list[int]) -> list[int]:
    return [
        c for c in range(len(people)) if states[c] not in (SHOWN, PROTECTING) and people[c] > 0 and rules[c] != LEFT_OUT
    ]


@pytest.mark.parametrize("part", range(4))
def test_no_hidden_cell_can_be_bounded_narrowly(part: int) -> None:
    draw = random.Random(f"cells-{part}")
    hidden = protecting = cells = 0
    for _ in range(max(TABLES // 4, 1)):
        people, sums = random_table(draw, shapes(draw))
        k = draw.choice((5, 6, 10, 11, 20))
        rules = [draw.choices((MAY, MUST, LEFT_OUT), (0.94, 0.03, 0.03))[0] for _ in people]
        states = _core.suppress(people, rules, sums, k)
        for c, state in enumerate(states):
            assert not (state == SHOWN and (0 < people[c] < k or rules[c] != MAY))
            assert not (state == PROTECTING and people[c] < k)
        reader, place = reader_of(people, rules, sums, states)
        for c in guarded(people, rules, states):
            assert reader.spans(place[c], k, people[c]), (people, rules, sums, states, k, c)
        cells += len(people)
        hidden += len(place)
        protecting += states.count(PROTECTING)
    assert 0 < protecting < hidden < cells


def test_two_searches_agree() -> None:
    draw = random.Random("both")
    for _ in range(40):
        people, sums = random_table(draw, shapes(draw))
        rules = [MAY] * len(people)
        states = [1 if 0 < n < 11 else SHOWN for n in people]  # without protection many can be bounded
        reader, place = reader_of(people, rules, sums, states)
        for c in list(place)[:4]:
            assert reader.spans(place[c], 11) == reader.spans_by_programming(place[c], 11)


def test_the_attack_finds_what_is_not_protected() -> None:
    people, sums = with_margins((3, 3), {(r, c): 3 if (r, c) == (1, 1) else 30 for r in range(3) for c in range(3)})
    states = [1 if n == 3 else SHOWN for n in people]
    reader, place = reader_of(people, [MAY] * len(people), sums, states)
    assert not reader.spans(place[people.index(3)], 1)
    states = _core.suppress(people, [MAY] * len(people), sums, 11)
    assert states.count(PROTECTING) == 3  # a rectangle, the least there is


def test_nothing_is_hidden_in_vain() -> None:
    """No protecting cell can be shown again alone."""
    draw = random.Random("vain")
    for _ in range(max(TABLES // 10, 10)):
        people, sums = random_table(draw, (draw.randint(2, 4), draw.randint(2, 4)))
        rules = [MAY] * len(people)
        states = _core.suppress(people, rules, sums, 11)
        for c in (c for c, s in enumerate(states) if s == PROTECTING):
            fewer = [*states[:c], SHOWN, *states[c + 1 :]]
            reader, place = reader_of(people, rules, sums, fewer)
            assert not all(reader.spans(place[g], 11, people[g]) for g in guarded(people, rules, fewer))


def test_order_and_names_do_not_matter() -> None:
    draw = random.Random("order")
    for _ in range(30):
        people, sums = random_table(draw, (3, 4))
        rules = [MAY] * len(people)
        states = _core.suppress(people, rules, sums, 6)
        draw.shuffle(sums)
        for _, parts in sums:
            draw.shuffle(parts)
        reader, place = reader_of(people, rules, sums, _core.suppress(people, rules, sums, 6))
        assert all(reader.spans(place[c], 6, people[c]) for c in guarded(people, rules, states) if c in place)
        assert _core.suppress(people, rules, sums, 6) == _core.suppress(people, rules, sums, 6)


@pytest.mark.parametrize(
    ("people", "rules", "sums", "k"),
    [
        ([3, 4], [0, 0], [(0, [1])], 11),
        ([-1], [0], [], 11),
        ([1], [0], [(0, [1])], 11),
        ([4, 2], [0, 0], [(0, [1, 1])], 11),
        ([1], [0, 0], [], 11),
        ([1], [7], [], 11),
        ([1], [0], [], 1),
        ([1 << 41], [0], [], 11),
    ],
)
def test_what_is_no_table_is_refused(people: list[int], rules: list[int], sums: list[Sum], k: int) -> None:
    with pytest.raises(Error):
        _core.suppress(people, rules, sums, k)
