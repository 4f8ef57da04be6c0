#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""compare_agreement.py [--rounds N] [--units N]: agreement statistics against what is used today, in one run.

Krippendorff's alpha against the package krippendorff, ICC against NumPy's analysis of variance, quadratic kappa
against scikit-learn; whichever of them is installed. 10,000 units × 4 raters, codes 1…5, one thread; rounds are
interleaved, medians. Every way is checked against the others before it is timed. At the end, ten million units are
streamed through one tally.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from peersupport import evidence as ev

RATERS = 4


def study(units: int, gaps: float) -> Any:
    """Codes 1…5 as bytes, row by row; 0 is a gap."""
    draw = np.random.Generator(np.random.Philox(20240601))
    true = draw.standard_normal((units, 1))
    made = np.digitize(true + 0.8 * draw.standard_normal((units, RATERS)), [-1.4, -0.4, 0.5, 1.4]) + 1
    made[draw.random((units, RATERS)) < gaps] = 0
    return made.astype(np.uint8)


def icc_by_numpy(x: Any) -> float:
    """ICC(2,k), the value alone."""
    n, k = x.shape
    grand = x.mean()
    units = k * ((x.mean(1) - grand) ** 2).sum() / (n - 1)
    raters = n * ((x.mean(0) - grand) ** 2).sum() / (k - 1)
    error = (((x - grand) ** 2).sum() - units * (n - 1) - raters * (k - 1)) / ((n - 1) * (k - 1))
    return float((units - error) / (units + (raters - error) / n))


def medians(ways: dict[str, Callable[[], Any]], rounds: int) -> dict[str, float]:
    """Median seconds of each way, taken by turns; a turn repeats a fast way until it takes about 10 ms."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    repeats: dict[str, int] = {}
    for name, way in ways.items():
        start = time.perf_counter()
        way()
        repeats[name] = max(1, int(0.01 / (time.perf_counter() - start)))
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.perf_counter()
            for _ in range(repeats[name]):
                way()
            times[name].append((time.perf_counter() - start) / repeats[name])
    return {name: statistics.median(t) for name, t in times.items()}


def compare(
    title: str, ours: Callable[[], float], theirs: dict[str, Callable[[], float]], rounds: int, goal: float
) -> None:
    mine = ours()
    for name, way in theirs.items():
        assert abs(way() - mine) < 1e-9, f"{name} gives another number"
    found = medians({"peersupport": ours, **theirs}, rounds)
    print(f"{title}: peersupport {1e6 * found['peersupport']:.0f} us")
    for name in theirs:
        print(
            f"  {name:<34} {1e6 * found[name]:10.0f} us   {found[name] / found['peersupport']:7.1f} x   (goal {goal:g} x)"
        )


def krippendorff_ways(gapped: Any) -> dict[str, Callable[[], float]]:
    try:
        import krippendorff
    except ModuleNotFoundError:
        return {}
    turned = np.where(gapped == 0, np.nan, gapped.astype(float)).T.copy()
    return {"package krippendorff": lambda: float(krippendorff.alpha(turned, level_of_measurement="ordinal"))}


def kappa_ways(full: Any) -> dict[str, Callable[[], float]]:
    try:
        from sklearn.metrics import cohen_kappa_score
    except ModuleNotFoundError:
        return {}
    a, b = full[:, 0].copy(), full[:, 1].copy()
    return {"scikit-learn": lambda: float(cohen_kappa_score(a, b, weights="quadratic"))}


def stream(units: int, chunk: int = 100_000) -> None:
    """Many units through one tally; what the process grew by."""
    part = study(chunk, 0.2)
    tally = ev.RatingTally([1, 2, 3, 4, 5], RATERS, missing_codes=(0,))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    for _ in range(units // chunk):
        tally.add(part)
    value = ev.krippendorff_alpha(tally).value
    took = time.perf_counter() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    size = len(tally.to_bytes())
    print(
        f"{units:,} units streamed: alpha {value:.6f}, {took:.2f} s, peak memory grew by {grown:.1f} MB (goal < 50), state {size:,} bytes"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--units", type=int, default=10_000)
    options = parser.parse_args()
    gapped, full = study(options.units, 0.2), study(options.units, 0.0)
    stream(10_000_000)
    scale = (1, 2, 3, 4, 5)
    compare(
        "Krippendorff ordinal, categories named",
        lambda: ev.krippendorff_alpha(gapped, categories=scale, missing_codes=(0,)).value,
        krippendorff_ways(gapped),
        options.rounds,
        100,
    )
    compare(
        "Krippendorff ordinal, categories found",
        lambda: ev.krippendorff_alpha(gapped, missing_codes=(0,)).value,
        krippendorff_ways(gapped),
        options.rounds,
        100,
    )
    real = full.astype(float)
    numpy_ways = {
        "NumPy on bytes, value alone": lambda: icc_by_numpy(full),
        "NumPy on float64, value alone": lambda: icc_by_numpy(real),
    }
    compare("ICC(2,k) of bytes with its interval", lambda: ev.icc(full, "2,k").value, numpy_ways, options.rounds, 10)
    tally = ev.RatingTally(scale, RATERS, pairs=False).add(full)
    compare("ICC(2,k) of a tally with its interval", lambda: ev.icc(tally, "2,k").value, numpy_ways, options.rounds, 10)
    compare(
        "quadratic kappa",
        lambda: ev.cohen_kappa(full[:, :2], "quadratic", categories=scale).value,
        kappa_ways(full),
        options.rounds,
        10,
    )


if __name__ == "__main__":
    main()
