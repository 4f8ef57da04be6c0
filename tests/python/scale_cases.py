# SPDX-License-Identifier: Apache-2.0
"""One property for every engine that divides data: however the rows are cut, ordered and counted again, the bytes are
those of one process. Here are the rows, the ways to count them, and random cuts."""
from __future__ import annotations

import zlib
from typing import Any

import numpy as np
import pandas as pd
import peersupport as ps

BY_RESPONSE: dict[str, Any] = {"shard": "sample"}
BY_PERSON: dict[str, Any] = {"shard": "sample", "person": "person_id", "key": b"secret", "gram": False}
WAYS = {"response": BY_RESPONSE, "person": BY_PERSON}


def answers() -> pd.DataFrame:
    """The sample, with people who answered twice in a wave, and people without an id."""
    frame = pd.read_csv(ps.sample(), dtype={"wave": str})
    again = frame.sample(150, random_state=1)
    again = again.assign(date=[f"{int(d[:4]) - 1}{d[4:]}" for d in again.date])
    frame = pd.concat([frame, again], ignore_index=True)
    nobody = frame.sample(60, random_state=2).index
    return frame.assign(person_id=frame.person_id.astype(object).mask(frame.index.isin(nobody), None))


def expected(frame: pd.DataFrame) -> dict[str, bytes]:
    """What one process gives."""
    return {way: ps.tally(frame, **options).to_bytes() for way, options in WAYS.items()}


def cuts(frame: pd.DataFrame, seed: int, by: str | None = None) -> list[pd.DataFrame]:
    """The rows in another order, in 1 to 9 pieces, one of them empty; with `by` nobody stands in two pieces."""
    chance = np.random.default_rng(seed)
    pieces = int(chance.integers(1, 9))
    mixed = frame.iloc[chance.permutation(len(frame))]
    if by is None:
        place = chance.integers(0, pieces, len(mixed))
    else:
        place = np.array([zlib.crc32(f"{seed}{p}".encode()) % pieces for p in mixed[by]])
    made = [mixed[place == i] for i in range(pieces)]
    made.insert(int(chance.integers(0, pieces + 1)), frame.iloc[:0])
    return made
