#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""parity.py ROOT THREADS WAY: the same cases as parity.cpp through Python, the same bytes to standard output.

WAY: array (float64, C order), columns (mapping of int arrays), arrow (a pyarrow table), frame (pandas).
"""
from __future__ import annotations

import json
import pathlib
import sys
from typing import Any

import numpy as np
import peersupport as ps
from peersupport import _scores


def words(seed: int, count: int) -> np.ndarray:
    """SplitMix64."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def answers(way: str, cells: np.ndarray, blank: np.ndarray, names: list[str]) -> Any:
    doubles = np.where(blank, np.nan, cells.astype(np.float64))
    if way == "array":
        return doubles
    if way == "columns":
        return {name: np.ascontiguousarray(doubles[:, i]) for i, name in enumerate(names)}
    if way == "arrow":
        import pyarrow as pa

        return pa.table({name: pa.array(cells[:, i].astype(np.int32), mask=blank[:, i]) for i, name in enumerate(names)})
    import pandas as pd

    return pd.DataFrame(doubles, columns=names)


def run(root: pathlib.Path, line: str, threads: int, way: str) -> None:
    name, source, form, rows, seed, percent, *codes = line.split()
    instrument = ps.load_instrument(root / source) if "/" in source else ps.instrument(source)
    chosen = None if form == "-" else form
    plan_items = list(next(f for f in instrument.forms if chosen in (None, f.id)).items)
    count = int(rows) * len(plan_items)
    word = words(int(seed), count)
    pool = np.array([int(c) for c in codes], dtype=np.int64)
    blank = (word % np.uint64(100) < np.uint64(int(percent))).reshape(int(rows), -1)
    cells = pool[((word >> np.uint64(32)) % np.uint64(len(pool))).astype(np.int64)].reshape(int(rows), -1)
    cells = np.where(blank, 0, cells)
    data = answers(way, cells, blank, plan_items)
    options: dict[str, Any] = {"form": chosen, "invalid": "mark", "threads": threads, "allow_unverified": True}
    scores = ps.score(data, instrument, **options)
    single = np.empty((int(rows), len(scores)), np.float32)
    ps.score(data, instrument, out=single, **options)
    columns = [scores[scale] for scale in scores]

    def matrix(parts: list[np.ndarray], kind: type) -> bytes:
        return np.ascontiguousarray(np.column_stack(parts).astype(kind, copy=False)).tobytes()

    out = sys.stdout.buffer
    out.write(matrix([c.value for c in columns], np.float64))
    out.write(single.tobytes())
    out.write(matrix([c.numerator for c in columns], np.int64))
    out.write(matrix([c.denominator for c in columns], np.int64))
    out.write(matrix([c.answered for c in columns], np.int32))
    out.write(matrix([c.reason for c in columns], np.uint8))


def write_profile(root: pathlib.Path) -> None:
    """The integrity profile of a few answers, as JSON; here by way of a tally."""
    request = json.loads((root / "tests/fuzz/corpus/integrity/answered.json").read_text(encoding="utf-8"))
    answers = request.pop("answers")
    items = {name: np.array([np.nan if c is None else c for c in codes]) for name, codes in answers.pop("items").items()}
    columns = {"person": "person_id", "worker": "worker", "language": "language"}
    tally = ps.tally({**answers, **items}, shard="parity", waves=request["collection"]["waves"], **columns)
    profile = ps._core.assess_integrity(tally, ps.instrument("integrity-survey"), ps.definition, json.dumps(request))
    sys.stdout.buffer.write(profile.encode())


def main() -> None:
    _scores.LEAST_ROWS = 100  # so that these few rows are shared out at all
    root, threads, way = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    for line in (root / "tests/parity/cases.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            run(root, line, threads, way)
    write_profile(root)


if __name__ == "__main__":
    main()
