# SPDX-License-Identifier: Apache-2.0
"""Real answers, scored here and by plain pandas, equal to the last bit. The files are not part of the
project; PEERSUPPORT_REAL_DATA names the folder that holds bfi.csv, ehd.csv and bhr2000.csv."""
from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import peersupport as ps
import pytest
from conftest import ORACLES

pd = pytest.importorskip("pandas")
FOLDER = os.environ.get("PEERSUPPORT_REAL_DATA")
pytestmark = pytest.mark.skipif(not FOLDER, reason="SKIPPED: PEERSUPPORT_REAL_DATA is not set")


def load(name: str, upper: bool = True):
    instrument = ps.load_instrument(ORACLES / f"{name}.json")
    frame = pd.read_csv(Path(FOLDER or "") / f"{name}.csv")
    return instrument, frame, {i.id: i.id.upper() if upper else i.id for i in instrument.items}


def test_bfi_means_with_reversed_items_and_half_answered():
    instrument, frame, items = load("bfi")
    scores = ps.score(frame, instrument, items=items)
    reverse = {"A1", "C4", "C5", "E1", "E2", "O2", "O5"}
    for scale in instrument.scales:
        columns = [items[i] for i in scale.items]
        points = frame[columns].apply(lambda c: 7 - c if c.name in reverse else c)
        answered = points.notna().sum(axis=1)
        want = (points.sum(axis=1) / answered).where(answered >= 3)
        assert np.array_equal(scores[scale.id].value, want.to_numpy(), equal_nan=True)
        assert np.array_equal(scores[scale.id].answered, answered)
    assert scores.rows == 2800


def test_ehd_sums_and_shares():
    instrument, frame, items = load("ehd", upper=False)
    scores = ps.score(frame, instrument, items=items)
    total = frame[list(items.values())].sum(axis=1)
    assert np.array_equal(scores["total"].value, total)
    assert np.array_equal(scores["total-0-100"].value, 100 * total / 80)


def test_bhr2000_means_by_group():
    instrument, frame, items = load("bhr2000")
    scores = ps.score(frame, instrument, items=items)
    columns = list(items.values())
    mean = frame[columns].sum(axis=1) / 11
    assert np.array_equal(scores["leadership"].value, mean)
    found = ps.summarize(frame, instrument, items=items, by="GRP")
    above = {r.group: r for r in found if r.scale == "above-3"}
    want = (frame[columns].sum(axis=1) > 33).groupby(frame["GRP"])
    assert {g: r.positive for g, r in above.items()} == want.sum().to_dict()
    assert {g: r.responses for g, r in above.items()} == want.size().to_dict()
    pooled = ps.summarize(frame, instrument, items=items)
    by_scale = {r.scale: r.value for r in pooled}
    positive = frame[columns].isin([4, 5])
    assert by_scale["percent-positive-pooled"] == 100 * int(positive.to_numpy().sum()) / positive.size
    assert by_scale["percent-positive"] == pytest.approx(100 * positive.mean().mean(), rel=1e-14)
