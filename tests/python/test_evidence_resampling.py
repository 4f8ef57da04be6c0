# SPDX-License-Identifier: Apache-2.0
"""The bootstrap: oracles, the same draws whatever the way, replicates that merge."""
from __future__ import annotations

import pickle
import random
from typing import Any

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
    printed(strict.z0, "-.04372953024")
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
    named = ev.bootstrap(x, "mean", unit="row", replicates=200, weights="poisson", interval="percentile")
    called = ev.bootstrap(np.array(x), np.mean, unit="row", replicates=200, weights="poisson", interval="percentile")
    assert called.low == pytest.approx(named.low)


@pytest.mark.parametrize("statistic", ["mean", np.mean])
@pytest.mark.parametrize("how", [{}, {"interval": "bca"}])
def test_poisson_weights_never_stand_in_for_bca(statistic: Any, how: dict[str, Any]) -> None:
    with pytest.raises(ps.Error, match='goes with interval="percentile"') as refused:
        ev.bootstrap([1.5, 2.25, 7, 3], statistic, unit="row", replicates=50, weights="poisson", **how)
    assert refused.value.code == "INVALID_ARGUMENT"


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


# ---- what it stands on


def test_a_correlation_keeps_the_digits_of_both_columns() -> None:
    draw = np.random.default_rng(1)
    money = draw.normal(6e4, 1e4, 200).round(2)
    for largest in (1e-7, 1e-16):
        both = np.stack([money, draw.uniform(0, largest, 200)], axis=1)
        got = ev.bootstrap(both, "correlation", unit="row", replicates=50)
        assert got.value == pytest.approx(np.corrcoef(both.T)[0, 1], rel=1e-6)
        assert got.low is not None


def test_n_counts_what_has_a_value() -> None:
    x = [1, 2, None, 4, 5, 7, 9]
    assert ev.bootstrap(x, unit="row", replicates=50).n == ev.mean_interval(x).n == 6
    assert ev.bootstrap(x, unit=list("aabbccd"), replicates=50).n == 4
    assert ev.bootstrap(x, unit=list("abcdefg"), replicates=50).n == 6
    both = {"a": [1, 2, 3, None, 5], "b": [2, None, 3, 4, 6]}
    assert ev.bootstrap(both, "correlation", unit="row", replicates=50).n == 3
    poisson = ev.bootstrap(x, unit="row", replicates=50, weights="poisson", interval="percentile")
    assert poisson.n == 6
    assert poisson == ev.bootstrap(x, unit=list(range(7)), replicates=50, weights="poisson", interval="percentile")


def test_bias_is_the_bias() -> None:
    def largest(rows: Any) -> float:
        return float(rows.max())

    data = np.array([2, 4, 4, 5, 9])
    got = ev.bootstrap(data, largest, unit="row", weights="exhaustive")
    means = [max(data[i], data[j], data[k], data[m], data[n]) for i in range(5) for j in range(5) for k in range(5)
             for m in range(5) for n in range(5)]  # fmt: skip
    assert got.bias == pytest.approx(np.mean(means) - 9)
    assert got.bias < 0 and got.z0 != got.bias
    assert ev.bootstrap(data, unit="row", weights="exhaustive").bias == pytest.approx(0, abs=1e-14)


def test_numbers_outside_the_range_are_refused() -> None:
    for how in ({}, {"weights": "poisson", "interval": "percentile"}):
        got = ev.bootstrap([1, 2, 99], unit="row", range=(0, 4), replicates=50, **how)
        assert (got.value, got.low, got.reason) == (None, None, "code-outside")
        assert ev.bootstrap([1, 2, 99], unit="row", range=(0, 4), missing_codes=[99], replicates=50, **how).value == 1.5


def test_a_function_sees_labels_and_no_masked_number() -> None:
    order = ["low", "middle", "high"]
    rows = [["low", "low"], ["middle", "high"], ["high", "high"], ["low", "middle"], ["middle", "middle"]] * 4
    got = ev.bootstrap(rows, lambda x: ev.cohen_kappa(x, "linear", categories=order).value, unit="row", replicates=50)
    assert got.value == ev.cohen_kappa(rows, "linear", categories=order).value
    masked = np.ma.masked_equal([1, 2, 99, 3], 99)
    assert ev.bootstrap(masked, np.nanmean, unit="row", replicates=50, interval="percentile").value == 2
