# SPDX-License-Identifier: Apache-2.0
"""Dask: partitions in threads and in processes give the scores and the bytes of one process."""
from __future__ import annotations

import numpy as np
import peersupport as ps
import pytest
import scale_cases as cases

frames = pytest.importorskip("dask.dataframe")
engine = pytest.importorskip("peersupport.dask")
THREADS = {"scheduler": "threads", "num_workers": 2}


@pytest.fixture(scope="module")
def frame():
    return cases.answers()


@pytest.fixture(scope="module")
def expected(frame):
    return cases.expected(frame)


def divided(frame, seed):
    """A frame with the pieces as partitions, the empty one among them."""
    return frames.concat([frames.from_pandas(piece, npartitions=1) for piece in cases.cuts(frame, seed)])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("way", cases.WAYS)
def test_any_cut_gives_the_bytes_of_one_process(frame, expected, way, seed, monkeypatch):
    monkeypatch.setattr(engine, "AT_ONCE", 2 + seed)
    made = engine.tally(divided(frame, seed), compute=THREADS, **cases.WAYS[way])
    assert made.to_bytes() == expected[way]


def test_processes_give_the_same_bytes(frame, expected):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with distributed.Client(cluster):
            assert engine.tally(divided(frame, 5), **cases.BY_RESPONSE).to_bytes() == expected["response"]


def test_scores(frame):
    people = frame[frame.perspective == "person"]
    found = engine.score(frames.from_pandas(people, npartitions=3), "integrity-survey").compute(**THREADS)
    scores = ps.score(people, "integrity-survey")
    assert list(found.columns[:4]) == ["unit", "wave", "perspective", "simulated"]
    for scale in scores.scales:
        assert np.array_equal(found.loc[people.index, scale], scores[scale].value, equal_nan=True)


def test_errors_come_back_as_they_are(frame):
    wrong = frames.from_pandas(frame.assign(**{"hope-possibility": 4242}), npartitions=2)
    with pytest.raises(ps.Error) as refused:
        engine.tally(wrong, compute=THREADS, **cases.BY_RESPONSE)
    assert refused.value.code == "INVALID_CODE" and "4242" not in str(refused.value)
