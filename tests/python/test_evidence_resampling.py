# SPDX-License-Identifier: Apache-2.0
"""The bootstrap: oracles, the same draws whatever the way, replicates that merge."""
from __future__ import annotations

import pickle
import random

import numpy as np
import peersupport as ps
import pytest
from peersupport import evidence as ev

TABLE = np.random.default_rng(2).integers(1, 8, (15, 10))


def printed(value: float | None, text: str) -> None:
    """Equal to half a unit of the last digit that is printed."""
    digits = len(text.split(".")[1])
    assert value is not None
    assert abs(value - float(text)) <= 0.5001 * 10.0**-digits, (value, text)


def test_o15_bca_trap_7_ties() -> None:
    data = [2, 4, 4, 5, 9]
    strict = ev.bootstrap(data, unit="row", weights="exhaustive")
    half = ev.bootstrap(data, unit="row", weights="exhaustive", ties="half")
    percentile = ev.bootstrap(data, unit="row", weights="exhaustive", interval="percentile")
    printed(strict.acceleration, ".06140976051")
    printed(strict.bias, "-.04372953024")
    assert (strict.low, strict.high) == (pytest.approx(3.2), pytest.approx(7.2))
    assert (half.low, half.high) == (pytest.approx(3.2), pytest.approx(7.4))
    assert (percentile.low, percentile.high) == (pytest.approx(3.0), pytest.approx(7.0))
    assert strict.estimator != half.estimator
    spatial = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41]
    b = ev.bootstrap(spatial, "plug-in-variance", unit="row", replicates=20_000, confidence=0.9, threads=2)
    printed(b.value, "171.5340237")
    printed(b.acceleration, ".06124011981")
    assert abs(b.low - 115.6) < 3 and abs(b.high - 260.9) < 3


def test_a_function_and_a_name_draw_the_same() -> None:
    x = [1.5, 2.25, 7, 3, 8.125, 2, 4]
    named = ev.bootstrap(x, "mean", unit="row", replicates=300, seed=5)
    called = ev.bootstrap(np.array(x), np.mean, unit="row", replicates=300, seed=5)
    assert (named.low, named.high) == (pytest.approx(called.low), pytest.approx(called.high))
    assert ev.bootstrap(x, "mean", unit="row", replicates=300, seed=6) != named
    assert ev.bootstrap(x, "mean", unit="row", replicates=300, seed=5, threads=3) == named
    units = ["a", "a", "b", "b", "c", "c", "d"]
    named = ev.bootstrap(x, "mean", unit=units, replicates=200, interval="percentile")
    called = ev.bootstrap(np.array(x), np.mean, unit=units, replicates=200, interval="percentile")
    assert named.n == 4
    assert (named.low, named.high) == (pytest.approx(called.low), pytest.approx(called.high))
    poisson = ev.bootstrap(np.array(x), np.mean, unit="row", replicates=200, weights="poisson", interval="percentile")
    assert poisson.low == pytest.approx(ev.bootstrap(x, "mean", unit="row", replicates=200, weights="poisson").low)


def test_bytes_and_numbers_draw_the_same() -> None:
    for missing in ("pairwise", "listwise"):
        gaps = TABLE.astype(float)
        gaps[2, 3] = np.nan
        as_bytes = ev.bootstrap(gaps, "alpha", unit="row", replicates=100, missing=missing)
        by_unit = ev.bootstrap(gaps, "alpha", unit=list(range(15)), replicates=100, missing=missing)
        assert (as_bytes.low, as_bytes.high, as_bytes.acceleration) == (by_unit.low, by_unit.high, by_unit.acceleration)


def test_replicates_merge_whatever_the_parts() -> None:
    draw = random.Random(4)
    rows = [[draw.randint(1, 5) for _ in range(4)] for _ in range(90)]
    units = [f"person {i // 2}" for i in range(90)]
    whole = ev.Replicates("alpha", columns=4, replicates=150, seed=11).add(rows, unit=units)
    order = list(range(90))
    draw.shuffle(order)
    parts = [order[:7], order[7:7], order[7:50], order[50:]]
    made = ev.Replicates("alpha", columns=4, replicates=150, seed=11)
    for part in reversed(parts):
        more = ev.Replicates("alpha", columns=4, replicates=150, seed=11)
        if part:
            more.add([rows[i] for i in part], unit=[units[i] for i in part])
        made = more.merge(made)
    assert made == whole and made.to_bytes() == whole.to_bytes()
    assert pickle.loads(pickle.dumps(whole)) == whole
    assert made.interval() == whole.interval() and whole.interval().low < whole.interval().value
    with pytest.raises(ps.Error):
        whole.merge(ev.Replicates("alpha", columns=4, replicates=150, seed=12))
    with pytest.raises(ps.Error):
        ev.Replicates.from_bytes(whole.to_bytes()[:-1])
    with pytest.raises(ps.Error):
        ev.Replicates("mean").add([1.5], unit=["a"])
    assert ev.Replicates("mean", decimals=1).add([1.5, 2], unit=["a", "b"]).interval().value == 1.75
