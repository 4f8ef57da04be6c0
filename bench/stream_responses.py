# SPDX-License-Identifier: Apache-2.0
"""stream_responses.py [RESPONSES] [THREADS]: counts simulated responses to the person form, made batch by batch, and
prints the processor time it took and the most memory it held. 100 million and two threads without arguments."""
from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import peersupport as ps
import pyarrow as pa

BATCH = 1_000_000
UNITS, WAVES = 20, 4


def batches(responses: int) -> Iterator[Any]:
    """Batches of whole-number answers; one in twenty is blank. A batch is one unit and wave, as an export would be sorted."""
    form = next(f for f in ps.instrument("integrity-survey").forms if f.id == "person")
    chance = np.random.default_rng(1)
    pool = chance.integers(0, 5, 4_000_003, dtype=np.uint8)  # cut at another place for every item and batch
    blank = chance.random(len(pool)) < 0.05
    for number in range(-(-responses // BATCH)):
        rows = min(BATCH, responses - number * BATCH)
        columns = {}
        for item in form.items:
            start = int(chance.integers(0, len(pool) - rows))
            columns[item] = pa.array(pool[start : start + rows], mask=blank[start : start + rows])
        beside = {"unit": f"unit-{number % UNITS:02}", "wave": f"2025-{number // UNITS % WAVES + 1}", "perspective": "person"}
        columns |= {name: pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, np.int8)), [text]).cast(pa.string()) for name, text in beside.items()}
        yield pa.table(columns)


def seconds(work: Any) -> tuple[float, Any]:
    """Of the processor, all threads together: a busy machine does not lengthen it."""
    began = time.process_time()
    made = work()
    return time.process_time() - began, made


def peak() -> float:
    """MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    responses = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000_000
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    before = peak()
    making, _ = seconds(lambda: sum(1 for _ in batches(responses)))
    whole, made = seconds(lambda: ps.tally(batches(responses), shard="simulated", date=None, threads=threads))
    print(f"{made.responses:,} responses of 28 items, {threads} threads, batches of {BATCH:,}")
    print(f"{whole:.1f} s of processor time, of which making the answers about {making:.1f} s: {1e6 * (whole - making) / responses:.3f} us a response")
    print(f"most memory {peak():.0f} MiB ({before:.0f} MiB before the first batch); the tally {len(made.to_bytes()):,} bytes")


if __name__ == "__main__":
    main()
