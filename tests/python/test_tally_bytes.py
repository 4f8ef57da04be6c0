# SPDX-License-Identifier: Apache-2.0
"""What a tally says of its answers and of its instrument, and bytes that say something else."""

from __future__ import annotations

import hashlib
import hmac
import struct
from typing import Any

import numpy as np
import pandas as pd
import peersupport as ps
import polars as pl
import pyarrow as pa
import pytest
from peersupport import _core
from peersupport._tally_parts import Job, finished

ITEMS = ps.instrument("integrity-survey").forms[0].items


def answers(**columns: Any) -> dict[str, Any]:
    rows = 12
    beside = {"unit": ["u"] * rows, "wave": ["w"] * rows, "perspective": ["person"] * rows, "date": ["2025-07-01"] * rows}
    return {**beside, **{i: [3] * rows for i in ITEMS}, **columns}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([True, False], True),
        ([False, None], False),
        (["simulated", ""], True),
        (["false", "No"], False),
        (["0", "FAUX"], False),
        ([0, 1], True),
        ([0, 0], False),
        ([None, None], False),
        ([float("nan"), 1.0], True),
    ],
)
def test_a_column_says_that_answers_are_simulated(cells: list[Any], expected: bool) -> None:
    data = answers(simulated=[*cells, *[cells[1]] * 10])
    frames: list[Any] = [data, pd.DataFrame(data), pa.Table.from_pandas(pd.DataFrame(data))]
    if not any(isinstance(cell, float) for cell in cells):
        frames.append(pl.DataFrame(data))
        frames.append(pa.table(data))
    else:
        frames.pop()  # a column of floats is no column of texts
    for frame in frames:
        made = ps.tally(frame, shard="s")
        assert made.simulated is expected
        assert ps.Tally.from_bytes(made.to_bytes()).simulated is expected
        assert (made == ps.tally(answers(), shard="s")) is not expected
    assert ps.tally(frames[0], shard="s", threads=2).simulated is expected


def test_the_mark_stays() -> None:
    marked, real = ps.tally(answers(simulated=[True] * 12), shard="a"), ps.tally(answers(), shard="b")
    assert not ps.tally(answers(), shard="b").simulated and not ps.Tally().simulated
    assert (real + marked).simulated and (marked + real).simulated and not real.simulated
    job = Job("integrity-survey", "s", {})
    assert job.columns(["unit", "simulated", "other"]) == ["unit", "simulated"]
    parts = [job.part(0, answers()), job.part(1, answers(simulated=["yes"] * 12))]
    assert finished(job, parts).simulated and not finished(job, parts[:1]).simulated
    stream = pa.Table.from_pydict(answers(simulated=[False] * 11 + [True])).to_batches(max_chunksize=5)
    assert ps.tally(iter(stream), shard="s").simulated


def test_what_is_made_of_it_says_so() -> None:
    k5 = ps.policy(audience="public", minimum_people=5, minimum_workers=1)
    for column, expected in (([True] * 12, True), ([None] * 12, False)):
        made = ps.tally(answers(simulated=column), shard="s")
        published = made.publish(k5)
        assert published.simulated is expected
        assert ps.Published.from_json(published.to_json()).simulated is expected
        profile = ps.integrity(made, policy=k5, collection=None)
        assert profile.to_dict()["collection"]["simulated"] is expected


# ---- bytes


def resigned(body: bytes) -> ps.Tally:
    return ps.Tally.from_bytes(body + hashlib.sha256(body).hexdigest().encode())


def test_forms_that_are_not_the_instruments_are_refused_under_its_digest() -> None:
    body = ps.tally(answers(), shard="s", gram=False).to_bytes()[:-64]
    codes = struct.pack("<I", 5) + bytes([0, 2, 4, 6, 8])
    at = body.index(codes) + len(codes)  # the points of the first item
    other = resigned(body[: at + 4] + bytes([10]) + body[at + 5 :])
    assert other.instrument_digest == ps.tally(answers(), shard="s").instrument_digest
    k5 = ps.policy(audience="public", minimum_people=5, minimum_workers=1)
    with pytest.raises(ps.Error) as refused:
        other.publish(k5)
    assert refused.value.code == "TALLY_OTHER"
    with pytest.raises(ps.Error) as refused:
        ps.integrity(other, policy=k5, collection=None)
    assert refused.value.code == "TALLY_OTHER"


def test_an_earlier_version_is_no_tally() -> None:
    data = bytearray(ps.tally(answers(), shard="s").to_bytes())
    assert struct.unpack_from("<I", data, 8) == (2,)
    for version in (0, 1, 3):
        struct.pack_into("<I", data, 8, version)
        with pytest.raises(ps.Error) as refused:
            ps.Tally.from_bytes(bytes(data))
        assert refused.value.code == "FORMAT_UNSUPPORTED"


def test_keys_are_hmacs_with_the_role_in_front() -> None:
    def expected(role: bytes, secret: bytes, id: str) -> int:
        return int.from_bytes(hmac.new(secret, role + b"\0" + id.encode(), "sha256").digest()[:8], "big")

    ids = ["a", "bc", "Zoé", "x" * 200, None]
    for secret in (b"", b"a secret", b"k" * 64, b"k" * 65, b"\0"):
        for role, made in ((b"person", _core.person_keys), (b"worker", _core.worker_keys)):
            keys = np.frombuffer(made(secret, ids), np.uint64).tolist()
            assert keys == [0 if id is None else expected(role, secret, id) for id in ids]
