# SPDX-License-Identifier: Apache-2.0
"""How often the 95 % intervals of a mean hold the true mean, for skewed scores of few people.

    python bench/interval_coverage.py [--draws 4000]

A score is the mean of four items 0 … 4 of one person, correlated, skewed to the top, in 0 … 100. Beside the bounded-mean interval
(a quarter of a respondent at each end) stands Student's. Seeded; ends with exit code 1 when the bounded one covers less than
95 % anywhere, less the error of the simulation itself (two standard errors).
"""
from __future__ import annotations

import argparse
import math
import sys

import numpy as np
from peersupport import evidence as ev


def scores(draw: np.random.Generator, people: int, shift: float) -> np.ndarray:
    z = draw.normal(size=(people, 1)) * 0.8 + draw.normal(size=(people, 4)) * 0.6
    return np.clip(np.round(4 - np.exp(z + shift)), 0, 4).mean(axis=1) * 25


def shift_for(target: float) -> tuple[float, float]:
    """The shift with which the mean is the target, and the mean."""
    low, high = -6.0, 3.0
    for _ in range(40):
        middle = (low + high) / 2
        mean = scores(np.random.default_rng(7), 200_000, middle).mean()
        low, high = (middle, high) if mean > target else (low, middle)
    return middle, float(scores(np.random.default_rng(8), 2_000_000, middle).mean())


def covered(x: np.ndarray, mean: float, ends: float) -> tuple[bool, float]:
    s = ev.mean_interval(x, ends=ends)
    low, high = (s.value, s.value) if s.low is None else (s.low, s.high)
    return bool(low <= mean <= high), high - low


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=4000)
    draws = parser.parse_args().draws
    least = 0.95 - 2 * math.sqrt(0.95 * 0.05 / draws)
    bad = 0
    print("mean   n   bounded t: covers, width   plain t: covers, width")
    for target in (60, 70, 80, 88, 93, 98):
        shift, mean = shift_for(target)
        for n in (5, 10, 20, 40):
            draw = np.random.default_rng(1000 * target + n)
            samples = [scores(draw, n, shift) for _ in range(draws)]
            cells = []
            for ends in (0.25, 0.0):
                found = [covered(x, mean, ends) for x in samples]
                cells.append((np.mean([c for c, _ in found]), np.mean([w for _, w in found])))
            bad += cells[0][0] < least
            print(f"{mean:5.1f} {n:3d}   {cells[0][0]:.3f}  {cells[0][1]:5.1f}              {cells[1][0]:.3f}  {cells[1][1]:5.1f}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
