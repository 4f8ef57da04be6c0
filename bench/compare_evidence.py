# SPDX-License-Identifier: Apache-2.0
"""Reliability and the bootstrap against what researchers use: ratios within one process.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python bench/compare_evidence.py [--rows 1000000] [--runs 15]

Needs NumPy, pandas and pingouin. Every line says what is compared, in which memory order, the ratio reached, and the goal.
Repetitions are interleaved; medians of processor time are compared, all of one thread.
"""
from __future__ import annotations

import argparse
import os
import time
import warnings
from collections.abc import Callable
from statistics import median

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
from peersupport import _core  # noqa: E402
from peersupport import evidence as ev  # noqa: E402

ITEMS, REVERSE = 30, [2, 7, 11, 16, 21, 27]


def answers(rows: int, gaps: bool) -> np.ndarray:
    """Likert items 1 … 5 of one factor, 0 = missing (about 6.7 % of cells, 20 % of rows complete)."""
    draw = np.random.Generator(np.random.Philox(20240601))
    theta = draw.standard_normal(rows).astype(np.float32)
    x = np.empty((rows, ITEMS), np.uint8)
    for j in range(ITEMS):
        z = 0.75 * theta + draw.standard_normal(rows).astype(np.float32)
        v = np.digitize(z, [-1.6, -0.6, 0.3, 1.3]).astype(np.uint8) + 1
        x[:, j] = 6 - v if j in REVERSE else v
        if gaps:
            x[draw.random(rows) < 0.05, j] = 0
    if gaps:
        few = draw.random(rows) < 0.03
        y = x[few]
        y[draw.random(y.shape) < 0.6] = 0
        x[few] = y
    return x


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(title: str, ours: Callable[[], object], others: dict[str, tuple[Callable[[], object], float, int]], runs: int) -> None:
    """others: name -> (work, goal, repetitions)."""
    ours()
    mine: list[float] = []
    theirs: dict[str, list[float]] = {name: [] for name in others}
    for i in range(runs):
        mine.append(timed(ours))
        for name, (work, _, most) in others.items():
            if i < most:
                theirs[name].append(timed(work))
    print(f"{title}: {1e3 * median(mine):.3f} ms")
    for name, (_, goal, _) in others.items():
        ratio = median(theirs[name]) / median(mine)
        print(f"    against {name} {1e3 * median(theirs[name]):.2f} ms: {ratio:.1f} x (goal {goal:g} x) {'reached' if ratio >= goal else 'MISSED'}")


# ---- what others do


def floats(x: np.ndarray) -> np.ndarray:
    """Turned round, NaN where missing; not part of what is timed."""
    y = x.astype(float)
    y[:, REVERSE] = 6 - y[:, REVERSE]
    y[x == 0] = np.nan
    return y


def alpha_of(c: np.ndarray) -> float:
    return float(ITEMS / (ITEMS - 1) * (1 - np.trace(c) / c.sum()))


def blas_pairwise(x: np.ndarray) -> float:
    """Pairwise covariances by three matrix products."""
    m = ~np.isnan(x)
    z, f = np.where(m, x, 0.0), m.astype(float)
    n, s, p = f.T @ f, z.T @ f, z.T @ z
    return alpha_of((p - s * s.T / n) / (n - 1))


def pandas_pairwise(frame: pd.DataFrame) -> float:
    return alpha_of(frame.cov().to_numpy())


def loop_of_cov(x: np.ndarray, replicates: int) -> list[float]:
    draw = np.random.default_rng(1)
    return [alpha_of(np.cov(x[draw.integers(0, len(x), len(x))], rowvar=False)) for _ in range(replicates)]


def weights_matmul(x: np.ndarray, replicates: int) -> np.ndarray:
    """All replicates by matrix products of multinomial weights, the fastest NumPy known to us."""
    n = len(x)
    w = np.random.default_rng(1).multinomial(n, np.full(n, 1 / n), size=replicates).astype(np.float64)
    t = x.sum(axis=1)
    within = w @ (x * x).sum(axis=1) - ((w @ x) ** 2).sum(axis=1) / n
    total = w @ (t * t) - (w @ t) ** 2 / n
    return ITEMS / (ITEMS - 1) * (1 - within / total)


def pandas_loop(frame: pd.DataFrame, replicates: int) -> list[float]:
    draw = np.random.default_rng(1)
    return [pandas_pairwise(frame.iloc[draw.integers(0, len(frame), len(frame))]) for _ in range(replicates)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=15)
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    keys = {"reverse": REVERSE, "range": (1, 5), "missing_codes": (0,)}

    x = answers(args.rows, True)
    y = floats(x)
    frame, columns = pd.DataFrame(y), np.asfortranarray(x)
    expected = blas_pairwise(y)
    assert abs(ev.alpha(x, **keys).value - expected) < 1e-9
    slow = {"NumPy, 1 BLAS thread, float64 row by row": (lambda: blas_pairwise(y), 9.0, 5), "pandas .cov()": (lambda: pandas_pairwise(frame), 60.0, 2)}
    print(f"G6 alpha of {args.rows} x {ITEMS}, pairwise, {100 * (x == 0).mean():.1f} % missing (prototype 14 x, 101 x; columns)")
    compare("  bytes row by row", lambda: ev.alpha(x, **keys), slow, args.runs)
    compare("  bytes column by column", lambda: ev.alpha(columns, **keys), slow, args.runs)
    try:
        import pingouin

        small = frame.iloc[:1000]
        compare("  1000 rows, row by row", lambda: ev.alpha(x[:1000], **keys), {"pingouin.cronbach_alpha": (lambda: pingouin.cronbach_alpha(small), 9.0, args.runs)}, args.runs)
    except ImportError:
        print("  (pingouin is not installed)")

    complete = answers(1000, False)
    z = floats(complete)
    boot = {"unit": "row", "interval": "percentile", "reverse": REVERSE, "range": (1, 5)}
    print("G7 bootstrap 2000 x alpha of 1000 x 30, complete, row by row (prototype 102 x, 10 x)")
    compare("  percentile", lambda: ev.bootstrap(complete, "alpha", missing="listwise", **boot),
            {"a loop over np.cov": (lambda: loop_of_cov(z, 2000), 60.0, 5), "NumPy weights matmul": (lambda: weights_matmul(z, 2000), 6.0, args.runs)}, args.runs)
    print("G8 bootstrap 200 x alpha of 1000 x 30 with gaps, pairwise, row by row (prototype 83 x)")
    gappy = x[:1000]
    small = pd.DataFrame(floats(gappy))
    compare("  percentile", lambda: ev.bootstrap(gappy, "alpha", replicates=200, missing_codes=(0,), **boot), {"a loop over pandas .cov()": (lambda: pandas_loop(small, 200), 50.0, 5)}, args.runs)

    table = bytes([255, *range(1, 6), *[255] * 250])
    states = [_core.Gram(ITEMS) for _ in range(2)]
    for s in states:
        s.add(gappy, table, 0, 1000)
    numbers = len(states[0].numbers)
    many = 2000

    def merge() -> None:
        for _ in range(many):
            states[0].merge(states[1])

    took = median(timed(merge) for _ in range(args.runs)) / many
    print(f"G14 merge of two 30-item states: {1e6 * took:.2f} us through Python (goal 2 us), {8 * numbers} bytes (goal 32768)")


if __name__ == "__main__":
    main()
