# SPDX-License-Identifier: Apache-2.0
"""Labels: their order comes from categories= or from the columns, never from the alphabet; and what holds ratings."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pandas as pd
import peersupport as ps
import polars as pl
import pyarrow as pa
import pytest
from peersupport import evidence as ev

ORDER = ["never", "seldom", "sometimes", "often", "always"]
_draw = np.random.default_rng(3)
_first = _draw.integers(0, 5, 60)
CODES = np.stack([_first, np.clip(_first + _draw.integers(-1, 2, 60), 0, 4)], axis=1)
LABELS = np.array(ORDER, dtype=object)[CODES]

ORDERED: dict[str, Any] = {
    "pandas": pd.DataFrame(dict(zip("ab", LABELS.T))).astype(pd.CategoricalDtype(ORDER, ordered=True)),
    "polars": pl.DataFrame(dict(zip("ab", LABELS.T.tolist())), schema=dict.fromkeys("ab", pl.Enum(ORDER))),
    "arrow": pa.table({
        c: pa.DictionaryArray.from_arrays(pa.array(CODES[:, i].astype("i1")), pa.array(ORDER), ordered=True)
        for i, c in enumerate("ab")
    }),
}  # fmt: skip
ORDERED["mapping"] = {c: ORDERED["pandas"][c] for c in "ab"}
UNORDERED: dict[str, Any] = {
    "objects": LABELS,
    "lists": LABELS.tolist(),
    "pandas": pd.DataFrame({c: pd.Categorical(LABELS[:, i]) for i, c in enumerate("ab")}),
    "polars": pl.DataFrame(dict(zip("ab", LABELS.T.tolist()))),
}
BY_ORDER: dict[str, Any] = {
    "kappa": lambda x, **more: ev.cohen_kappa(x, "quadratic", **more),
    "matrix": lambda x, **more: ev.cohen_kappa(x, 1 - np.eye(5), **more),
    "alpha": lambda x, **more: ev.krippendorff_alpha(x, **more),
    "ac2": lambda x, **more: ev.gwet_ac1(x, "linear", **more),
    "bp": lambda x, **more: ev.brennan_prediger(x, "quadratic", **more),
}


@pytest.mark.parametrize("holder", ORDERED)
@pytest.mark.parametrize("statistic", BY_ORDER)
def test_columns_that_declare_an_order_keep_it(statistic: str, holder: str) -> None:
    assert BY_ORDER[statistic](ORDERED[holder]).value == BY_ORDER[statistic](CODES).value


@pytest.mark.parametrize("holder", UNORDERED)
@pytest.mark.parametrize("statistic", BY_ORDER)
def test_labels_without_an_order_need_categories(statistic: str, holder: str) -> None:
    make = BY_ORDER[statistic]
    with pytest.raises(ps.Error, match="categories= with them in their order") as raised:
        make(UNORDERED[holder])
    assert raised.value.code == "INVALID_ARGUMENT"
    assert "never" not in str(raised.value)
    assert make(UNORDERED[holder], categories=ORDER).value == make(CODES).value


@pytest.mark.parametrize("holder", UNORDERED)
def test_nominal_and_unweighted_need_no_order(holder: str) -> None:
    x = UNORDERED[holder]
    for make in (ev.cohen_kappa, ev.gwet_ac1, ev.fleiss_kappa, lambda x: ev.krippendorff_alpha(x, "nominal"),
                 lambda x: ev.cohen_kappa(x, "unweighted")):  # fmt: skip
        assert make(x).value == make(CODES).value


@pytest.mark.parametrize("level", ["interval", "ratio"])
def test_labels_are_no_numbers(level: str) -> None:
    for x, more in ((LABELS, {}), (LABELS, {"categories": ORDER}), *((held, {}) for held in ORDERED.values())):
        with pytest.raises(ps.Error, match="labels are no numbers"):
            ev.krippendorff_alpha(x, level, **more)


def test_the_order_is_the_whole_scale() -> None:
    five = [[a, b] for a, b in LABELS.tolist() if "seldom" not in (a, b)]
    declared = pl.DataFrame(five, schema=dict.fromkeys("ab", pl.Enum(ORDER)), orient="row")
    assert ev.cohen_kappa(declared, "linear").categories == tuple(ORDER)
    assert ev.cohen_kappa(declared, "linear") == ev.cohen_kappa(five, "linear", categories=ORDER)
    numbers = pd.DataFrame(CODES + 1).astype(pd.CategoricalDtype([5, 4, 3, 2, 1], ordered=True))
    assert ev.krippendorff_alpha(numbers, "interval").value == ev.krippendorff_alpha(CODES + 1, "interval").value
    many = pd.DataFrame(CODES).astype(pd.CategoricalDtype(range(100), ordered=True))
    assert ev.krippendorff_alpha(many, "interval").value == ev.krippendorff_alpha(CODES, "interval").value


def test_codes_for_no_rating_are_no_category() -> None:
    gaps = LABELS.copy()
    gaps[[1, 4], [0, 1]] = "not asked"
    scale = ["not asked", *ORDER]
    frame = pd.DataFrame({c: pd.Categorical(gaps[:, i], categories=scale, ordered=True) for i, c in enumerate("ab")})
    want = CODES.astype(float)
    want[[1, 4], [0, 1]] = np.nan
    assert ev.krippendorff_alpha(frame, missing_codes=["not asked"]).value == ev.krippendorff_alpha(want).value


def test_different_orders_are_refused() -> None:
    other = ORDERED["pandas"].assign(b=pd.Categorical(LABELS[:, 1], categories=ORDER[::-1], ordered=True))
    with pytest.raises(ps.Error, match="different orders"):
        ev.krippendorff_alpha(other)
    assert ev.krippendorff_alpha(other, categories=ORDER).value == ev.krippendorff_alpha(CODES).value


def test_a_tally_remembers_whether_it_has_an_order() -> None:
    plain = ev.RatingTally.from_ratings(LABELS)
    for t in (plain, pickle.loads(pickle.dumps(plain)), plain | ev.RatingTally.from_ratings(LABELS)):
        with pytest.raises(ps.Error, match="categories="):
            ev.krippendorff_alpha(t)
        assert ev.krippendorff_alpha(t, "nominal").value is not None
    ordered = ev.RatingTally.from_ratings(ORDERED["polars"])
    assert ev.krippendorff_alpha(pickle.loads(pickle.dumps(ordered))).value == ev.krippendorff_alpha(CODES).value
    assert ev.krippendorff_alpha(ev.RatingTally(ORDER, 2).add(LABELS)).value == ev.krippendorff_alpha(CODES).value


# ---- what holds them


def test_a_mask_hides_numbers() -> None:
    for kind in (np.uint8, np.int64, float):
        x = np.tile(CODES + 1, (1, 2)).astype(kind)
        masked, gaps = np.ma.masked_equal(x, 1), np.where(x == 1, np.nan, x.astype(float))
        assert ev.krippendorff_alpha(masked).value == ev.krippendorff_alpha(gaps).value
        assert ev.alpha(masked) == ev.alpha(gaps)
        assert ev.icc(masked, "1,1") == ev.icc(gaps, "1,1")
    words = np.ma.array(LABELS, mask=CODES == 0)
    want = np.where(CODES == 0, np.nan, CODES.astype(float))
    assert ev.krippendorff_alpha(words, categories=ORDER).value == ev.krippendorff_alpha(want).value
    assert ev.alpha(np.ma.array(CODES)) == ev.alpha(CODES)


@pytest.mark.parametrize(
    "x",
    [[1, pd.NA, 3], [[1], [pd.NA], [3]], pd.Series([1, None, 3], dtype=object), pd.Series([1, pd.NA, 3], dtype="Int64"),
     np.array([1, None, 3], dtype=object), pl.Series([1, None, 3]), pa.chunked_array([[1, None, 3]])],
)  # fmt: skip
def test_one_column_with_a_gap(x: Any) -> None:
    assert ev.mean_interval(x) == ev.mean_interval([1, 3])


def test_many_raters_in_objects() -> None:
    x = np.random.default_rng(1).integers(0, 5, (30, 70))
    assert ev.krippendorff_alpha(x.astype(object), "interval") == ev.krippendorff_alpha(x, "interval")
    with pytest.raises(ps.Error, match="64 raters"):
        ev.krippendorff_alpha(x, "ordinal")
    with pytest.raises(ps.Error, match="COLUMN_TYPE"):
        ev.krippendorff_alpha(x.astype(str), "interval")


def test_two_raters_go_into_one_table() -> None:
    for a, b in (CODES.T, CODES.T.tolist()):
        with pytest.raises(ps.Error, match="one table") as raised:
            ev.cohen_kappa(a, b)
        assert "form" not in str(raised.value)
    with pytest.raises(ps.Error, match="5 × 5"):
        ev.cohen_kappa(CODES, [[0, 1], [1, 0]])
