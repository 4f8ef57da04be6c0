#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""compare.py [--rows N] [--rounds N]: peersupport from Python against tight NumPy and idiomatic pandas, one run.

The work of bench/workload.hpp: respondents × 30 items 1…5 (blank: 0 or NaN), six reverse-keyed, seven subscales and
an overall score 0–100, each from at least half of its items. One thread each; rounds are interleaved; medians.
Every way is checked against NumPy's numbers before it is timed.
"""
from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import pandas as pd
import peersupport as ps
import peersupport.pandas  # noqa: F401 - registers DataFrame.peer
from peersupport import _core

SIZES = [5, 4, 4, 4, 4, 4, 5]
REVERSED = [2, 7, 11, 16, 21, 27]
EDGES = np.r_[0, np.cumsum(SIZES)]
PARTS = [list(range(EDGES[s], EDGES[s + 1])) for s in range(7)] + [list(range(30))]
NAMES = [f"q{i:02d}" for i in range(30)]


def instrument() -> Any:
    """The workload as an instrument file."""
    def text(s: str) -> dict[str, str]:
        return {"en": s, "fr": s}

    def scale(name: str, at: list[int]) -> dict[str, Any]:
        return {"id": name, "name": text(name), "items": [NAMES[i] for i in at], "direction": "neither",
                "score": {"rule": "pomp"}, "missing": {"rule": "minimum_share", "share": [1, 2]}}

    return ps.load_instrument({
        "format": "peersupport-instrument-1", "id": "workload", "version": "1.0.0", "name": text("Workload"),
        "about": text("Workload"), "subject": "respondent", "standing": "proposed",
        "verification": {"state": "verified"}, "citation": "none",
        "rights": {"holder": "none", "licence": "Apache-2.0", "wording": "not-included"},
        "sources": [{"id": "own", "title": "Workload", "standing": "proposed"}],
        "response_scales": [{"id": "five", "options": [{"code": 0, "kind": "blank"}] + [{"code": c} for c in range(1, 6)]}],
        "items": [{"id": n, "response_scale": "five", "reverse": i in REVERSED} for i, n in enumerate(NAMES)],
        "scales": [scale(f"s{s}", at) for s, at in enumerate(PARTS[:7])] + [scale("overall", PARTS[7])],
    })


def answers(rows: int) -> np.ndarray:
    rng = np.random.Generator(np.random.Philox(20240601))
    x = rng.integers(1, 6, (rows, 30), dtype=np.uint8)
    blank = rng.random((rows, 30), dtype=np.float32) < np.where(rng.random(rows) < 0.03, 0.62, 0.05)[:, None]
    x[blank] = 0
    return x


def pandas_idiomatic(frame: pd.DataFrame) -> pd.DataFrame:
    d = frame.copy()
    keyed = [NAMES[i] for i in REVERSED]
    d[keyed] = 6 - d[keyed]
    out = pd.DataFrame(index=frame.index)
    for s, at in enumerate(PARTS):
        part = d[[NAMES[i] for i in at]]
        out[f"s{s}"] = ((part.mean(axis=1) - 1) / 4 * 100).where(part.notna().sum(axis=1) * 2 >= len(at))
    return out


def numpy_tight(columns: np.ndarray, kind: type = np.float32) -> np.ndarray:
    """uint8 columns in place, one division a score: the best one writes by hand."""
    n = columns.shape[0]
    out = np.empty((8, n), kind)
    total, answered = np.zeros(n, np.uint8), np.zeros(n, np.uint8)
    sums, counts, turned, there = np.zeros(n, np.uint8), np.zeros(n, np.uint8), np.empty(n, np.uint8), np.empty(n, bool)
    with np.errstate(all="ignore"):
        for s, at in enumerate(PARTS[:7]):
            sums[:], counts[:] = 0, 0
            for i in at:
                x = columns[:, i]
                np.greater(x, 0, out=there)
                counts += there.view(np.uint8)
                if i in REVERSED:
                    np.subtract(np.uint8(6), x, out=turned)
                    np.multiply(turned, there.view(np.uint8), out=turned)
                    sums += turned
                else:
                    sums += x
            total += sums
            answered += counts
            np.divide((sums - counts).astype(kind) * kind(25), counts, out=out[s], dtype=kind, casting="unsafe")
            out[s][counts.astype(np.int16) * 2 < len(at)] = np.nan
        np.divide((total.astype(np.int16) - answered).astype(kind) * kind(25), answered, out=out[7], dtype=kind, casting="unsafe")
        out[7][answered.astype(np.int16) * 2 < 30] = np.nan
    return out


def import_times(rounds: int) -> tuple[float, float, float]:
    """Milliseconds: an interpreter that holds enum, typing and dataclasses; with peersupport; with numpy."""
    base = "import enum, typing, dataclasses"
    codes = [base, base + "; import peersupport", base + "; import numpy"]
    times: list[list[float]] = [[], [], []]
    for _ in range(rounds + 1):
        for i, code in enumerate(codes):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-I", "-c", code], check=True)
            times[i].append((time.perf_counter() - start) * 1e3)
    a, b, c = (statistics.median(t[1:]) for t in times)
    return a, b, c


def call_times() -> tuple[float, float]:
    """Nanoseconds: a pybind11 call that looks up one short text; one response (a list of 30) through Python."""
    plan = ps.Plan(instrument())
    codes = [int(x) for x in answers(1)[0]]

    def each(work: Callable[[], Any], n: int) -> float:
        best = float("inf")
        for _ in range(9):
            start = time.perf_counter()
            for _ in range(n):
                work()
            best = min(best, (time.perf_counter() - start) / n * 1e9)
        return best

    return each(lambda: _core.status_name(0), 100_000), each(lambda: plan.score_one(codes), 20_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", help="also write the figures to this file")
    args = parser.parse_args()
    inst = instrument()
    x = answers(args.rows)
    columns = np.asfortranarray(x)
    doubles = x.astype(np.float64)
    doubles[x == 0] = np.nan
    frame = pd.DataFrame(doubles, columns=NAMES)
    bytes_frame = pd.DataFrame(columns, columns=NAMES)
    f32, down32 = np.empty((args.rows, 8), np.float32), np.empty((8, args.rows), np.float32).T
    ways: dict[str, Callable[[], Any]] = {
        "pandas, float64 frame": lambda: pandas_idiomatic(frame),
        "NumPy tight, uint8 columns to float32": lambda: numpy_tight(columns),
        "NumPy tight, uint8 rows to float32 (turned first)": lambda: numpy_tight(np.asfortranarray(x)),
        "frame.peer.score(), float64 frame": lambda: frame.peer.score(inst),
        "frame.peer.score(), uint8 frame": lambda: bytes_frame.peer.score(inst),
        "ps.score(), uint8 rows": lambda: ps.score(x, inst),
        "ps.score(), uint8 rows into out= float32": lambda: ps.score(x, inst, out=f32),
        "ps.score(), uint8 columns into out= float32": lambda: ps.score(columns, inst, out=down32),
    }
    want = numpy_tight(columns, np.float64).T
    scored = frame.peer.score(inst)
    for i, name in enumerate(scored):
        np.testing.assert_array_equal(scored[name].value, want[:, i])
    np.testing.assert_allclose(pandas_idiomatic(frame).to_numpy(), want, rtol=1e-12)
    ps.score(x, inst, out=f32)
    ps.score(columns, inst, out=down32)
    np.testing.assert_array_equal(f32, want.astype(np.float32))
    np.testing.assert_array_equal(down32, want.astype(np.float32))
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(args.rounds + 1):
        for name, work in ways.items():
            gc.collect()
            start = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - start)
    median = {name: statistics.median(t[1:]) for name, t in times.items()}
    base, tight, turned = (median[name] for name in list(ways)[:3])
    print(f"{args.rows:,} respondents x 30 items, 8 scores, one thread, {args.rounds} rounds interleaved\n")
    print("| what | ns per respondent | times pandas | times tight NumPy |\n|---|---:|---:|---:|")
    for name, seconds in median.items():
        against = turned if "rows" in name else tight
        print(f"| {name} | {seconds / args.rows * 1e9:.1f} | {base / seconds:.1f} | {against / seconds:.1f} |")
    noop, one = call_times()
    start, ours, theirs = import_times(9)
    print(f"\nOne response from Python: {one:,.0f} ns, {one / noop:.0f} times a pybind11 call that looks up one text ({noop:.0f} ns).")
    print(f"Import: {ours - start:.1f} ms beyond an interpreter with enum, typing and dataclasses ({start:.1f} ms); "
          f"numpy: {theirs - start:.1f} ms.")
    if args.json:
        with open(args.json, "w", encoding="utf-8") as file:
            json.dump({"rows": args.rows, "seconds": median, "import_ms": ours - start, "one_ns": one, "noop_ns": noop}, file, indent=1)


if __name__ == "__main__":
    main()
