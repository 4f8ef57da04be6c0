# SPDX-License-Identifier: Apache-2.0
"""A reader with a solver, for the tests that attack what was published.

The search knows nothing of how cells were chosen: it has the shown numbers, the sums that must hold, and that a hidden
cell holds at least one person. It is exact: whole numbers, by propagation of bounds and halving; where scipy is there,
its integer programming must say the same. PEERSUPPORT_ATTACKS sets the number of tables.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

import pytest

MAY, MUST, LEFT_OUT = 0, 1, 2
SHOWN, PROTECTING = 0, 3
TABLES = int(os.environ.get("PEERSUPPORT_ATTACKS", "200"))
FAR = 10_000  # more people than any table here holds

Sum = tuple[int, list[int]]


class Reader:
    """Whole numbers within bounds under sums of the form: the parts less the total are a number."""

    def __init__(self) -> None:
        self.low: list[int] = []
        self.high: list[int] = []
        self.rows: list[tuple[list[tuple[int, int]], int]] = []
        self.rows_of: list[list[int]] = []

    def variable(self, low: int, high: int = FAR) -> int:
        self.low.append(low)
        self.high.append(high)
        self.rows_of.append([])
        return len(self.low) - 1

    def row(self, terms: list[tuple[int, int]], value: int) -> None:
        for variable, _ in terms:
            self.rows_of[variable].append(len(self.rows))
        self.rows.append((terms, value))

    def narrowed(self, low: list[int], high: list[int], touched: Iterable[int]) -> bool:
        """Bounds that follow from bounds; False when nothing fits."""
        waiting = list(dict.fromkeys(touched))
        queued = set(waiting)
        while waiting:
            at = waiting.pop()
            queued.discard(at)
            terms, value = self.rows[at]
            least = sum(c * (low[v] if c > 0 else high[v]) for v, c in terms)
            most = sum(c * (high[v] if c > 0 else low[v]) for v, c in terms)
            if not least <= value <= most:
                return False
            for v, c in terms:
                up = value - least + (c * (low[v] if c > 0 else high[v]))
                down = value - most + (c * (high[v] if c > 0 else low[v]))
                new_low, new_high = (
                    (max(low[v], down), min(high[v], up)) if c > 0 else (max(low[v], -up), min(high[v], -down))
                )
                if new_low > new_high:
                    return False
                if (new_low, new_high) != (low[v], high[v]):
                    low[v], high[v] = new_low, new_high
                    for other in self.rows_of[v]:
                        if other not in queued:
                            queued.add(other)
                            waiting.append(other)
        return True

    def possible(self, which: int, low: int, high: int) -> bool:
        """Whether some table has that variable between these two numbers."""
        lows, highs = list(self.low), list(self.high)
        lows[which], highs[which] = max(lows[which], low), min(highs[which], high)
        stack = [(lows, highs, list(range(len(self.rows))))]
        while stack:
            lows, highs, touched = stack.pop()
            if any(a > b for a, b in zip(lows, highs)) or not self.narrowed(lows, highs, touched):
                continue
            open_ = [(highs[v] - lows[v], v) for v in range(len(lows)) if highs[v] > lows[v]]
            if not open_:
                return True
            _, v = min(open_)
            middle = (lows[v] + highs[v]) // 2
            for bounds in ((middle + 1, highs[v]), (lows[v], middle)):
                one, two = list(lows), list(highs)
                one[v], two[v] = bounds
                stack.append((one, two, self.rows_of[v]))
        return False

    def spans(self, which: int, width: int, known: int | None = None) -> bool:
        """Whether two tables differ there by at least `width`. A value that is known to fit only saves time."""
        if known is not None and (self.possible(which, known + width, FAR) or self.possible(which, 0, known - width)):
            return True
        low, high = self.low[which], self.high[which]
        while low < high:  # the least possible value
            middle = (low + high) // 2
            if self.possible(which, self.low[which], middle):
                high = middle
            else:
                low = middle + 1
        return self.possible(which, low + width, FAR)

    def spans_by_programming(self, which: int, width: int) -> bool:
        numpy = pytest.importorskip("numpy")
        optimize = pytest.importorskip("scipy.optimize")
        matrix = numpy.zeros((max(len(self.rows), 1), len(self.low)))
        right = numpy.zeros(max(len(self.rows), 1))
        for r, (terms, value) in enumerate(self.rows):
            right[r] = value
            for v, c in terms:
                matrix[r, v] = c
        found = []
        for sign in (1, -1):
            cost = numpy.zeros(len(self.low))
            cost[which] = sign
            answer = optimize.milp(
                cost,
                integrality=numpy.ones(len(self.low)),
                bounds=optimize.Bounds(self.low, self.high),
                constraints=optimize.LinearConstraint(matrix, right, right),
            )
            assert answer.success
            found.append(round(sign * answer.fun))
        return bool(found[1] - found[0] >= width)


def reader_of(people: list[int], rules: list[int], sums: list[Sum], states: list[int]) -> tuple[Reader, dict[int, int]]:
    """What somebody holds who sees the shown cells and knows the sums."""
    reader = Reader()
    most = 2 * max(people) + 50  # a reader knows no such bound: with it the search can only fail more often
    place = {
        c: reader.variable(0 if rules[c] == LEFT_OUT or people[c] == 0 else 1, most)
        for c in range(len(people))
        if states[c] != SHOWN
    }
    for total, parts in sums:
        terms = [(place[c], sign) for c, sign in [(total, -1), *((p, 1) for p in parts)] if c in place]
        known = people[total] * (total not in place) - sum(people[p] for p in parts if p not in place)
        if terms:
            reader.row(terms, known)
    return reader, place
