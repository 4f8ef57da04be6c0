#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""compare_notes.py LOOP [--notes N] [--rounds N] [--json FILE]: many notes from Python against the plain C++ loop.

LOOP is bench/note_loop of a release build of the same sources. Both read the same notes, the tuned ones of
tests/accuracy again and again, in one run: rounds are interleaved, medians printed. Python gets them as a list, as an
Arrow column, and as a pandas column; its time includes the columns of the result, made ready for Arrow.
"""
from __future__ import annotations

import argparse
import itertools
import json
import pathlib
import statistics
import tempfile
import time
from collections.abc import Callable
from typing import Any

import pandas as pd
import peersupport as ps
import pyarrow as pa
from timed_loop import TimedLoop, write_notes

NOTES = pathlib.Path(__file__).resolve().parent.parent / "tests/accuracy/tuned"
MOST_RATIO = 1.5


def texts(count: int) -> list[str]:
    found = [json.loads(line)["text"] for name in ("en", "fr") for line in (NOTES / f"notes-{name}.jsonl").read_text(encoding="utf-8").strip().split("\n")]
    return list(itertools.islice(itertools.cycle(found), count))


def timed(column: Any, threads: int = 1) -> tuple[float, int]:
    start = time.perf_counter()
    found = ps.check_notes(column, threads)
    found.__arrow_c_stream__()
    return time.perf_counter() - start, len(found)


def measured(ways: dict[str, Callable[[], tuple[float, int]]], rounds: int) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in ways}
    findings = set()
    for _ in range(rounds + 1):  # the first warms up
        for name, way in ways.items():
            seconds, found = way()
            times[name].append(seconds)
            findings.add(found)
    assert len(findings) == 1, "every way finds the same"
    return {name: statistics.median(each[1:]) for name, each in times.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("loop", help="bench/note_loop of a release build")
    parser.add_argument("--notes", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", help="also write the figures to this file")
    args = parser.parse_args()
    notes = texts(args.notes)
    arrow, frame = pa.array(notes), pd.Series(notes, dtype="str")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "notes")
        write_notes(file, notes)
        loop = TimedLoop(args.loop, str(file))
        median = measured({
            "C++, the plain loop": loop,
            "Python, a list": lambda: timed(notes),
            "Python, an Arrow column": lambda: timed(arrow),
            "Python, a pandas column": lambda: timed(frame),
            "Python, an Arrow column, 2 threads": lambda: timed(arrow, 2),
        }, args.rounds)  # fmt: skip
        loop.close()
    base = median["C++, the plain loop"]
    print(f"{args.notes:,} notes, {args.rounds} rounds interleaved\n\n| what | µs a note | times C++ |\n|---|---:|---:|")
    for name, seconds in median.items():
        print(f"| {name} | {seconds / args.notes * 1e6:.1f} | {seconds / base:.2f} |")
    if args.json:
        pathlib.Path(args.json).write_text(json.dumps(median) + "\n", encoding="utf-8")
    worst = max(seconds for name, seconds in median.items() if "threads" not in name)
    if worst > MOST_RATIO * base:
        raise SystemExit(f"one thread from Python costs more than {MOST_RATIO} times the C++ loop")


if __name__ == "__main__":
    main()
