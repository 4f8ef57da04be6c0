# SPDX-License-Identifier: Apache-2.0
"""Results: frames with fixed types, pickles, formats, citations; the possible range; columns of very different size."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import numpy as np
import pandas as pd
import peersupport as ps
import polars as pl
import pyarrow as pa
import pytest
from peersupport import evidence as ev

SCORES = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
RESULTS = [ev.icc(SCORES), ev.krippendorff_alpha(SCORES, "interval"), ev.alpha(SCORES), ev.mean_interval([])]
_draw = np.random.default_rng(1)
ANSWERS = (_draw.integers(0, 5, (80, 4)) + _draw.integers(0, 5, (80, 1))) // 2
MONEY = np.stack([_draw.normal(6e4, 1e4, 200).round(2), _draw.uniform(0, 1e-7, 200)], axis=1)


# ---- results


def test_rows_of_different_statistics_go_together() -> None:
    assert pl.concat([r.to_polars() for r in RESULTS]).schema["low"] == pl.Float64
    assert pa.concat_tables([r.to_arrow() for r in RESULTS]).schema.field("scale").type == pa.string()
    joined = pd.concat([r.to_pandas() for r in RESULTS])
    assert [str(t) for t in joined.dtypes] == ["string"] * 4 + ["Float64"] * 3 + ["string", "Int64", "Int64", "string"]
    assert joined["value"].isna().tolist() == [False, False, False, True]


def test_tables_and_charts_have_the_same_types_whatever_is_missing() -> None:
    pairs: list[tuple[Any, Any]] = [
        (ev.item_analysis(ANSWERS), ev.item_analysis(ANSWERS, range=(0, 4))),
        (ev.reliable_change([1, 2], [3, None], sd=1, reliability=0.8),
         ev.reliable_change([1], [None], sd=1, reliability=0.8)),
        (ev.xmr_chart([1, 2, 3]), ev.xmr_chart([None, None])),
        (ev.funnel_limits([1, 2], [5, 6]), ev.funnel_limits([None], [5], own=0)),
    ]
    for one, other in pairs:
        assert one.to_polars().schema == other.to_polars().schema
        assert one.to_arrow().schema == other.to_arrow().schema
        assert list(one.to_pandas().dtypes) == list(other.to_pandas().dtypes)
    assert ev.xmr_chart([1, 2], periods=["a", "b"]).to_polars().schema["period"] == pl.String


@pytest.mark.parametrize(
    "made",
    [ev.item_analysis(ANSWERS), ev.rwg_j(SCORES, 11, group=list("aaabbb")), ev.alpha(ANSWERS), *RESULTS,
     ev.eap_scores(discrimination=[1.0], thresholds=[[0.0, 1.0]])],
)  # fmt: skip
def test_results_travel_to_other_processes(made: Any) -> None:
    for again in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made)):
        assert again == made
        assert again.details == made.details


def test_charts_and_models_travel_too() -> None:
    for made in (ev.p_chart([1, 2], [5, 5]), ev.funnel_limits([1, 2], [5, 5])):
        assert pickle.loads(pickle.dumps(made)) == copy.copy(made) == copy.deepcopy(made) == made
        assert pickle.loads(pickle.dumps(made)).to_columns() == made.to_columns()
    assert ev.p_chart([1, 2], [5, 5]) != ev.p_chart([1, 3], [5, 5]) != ev.funnel_limits([1, 2], [5, 5])
    model = ev.LatentModel([1.0, 2.0], [[0.0, 1.0], [0.5]], points=101)
    assert pickle.loads(pickle.dumps(model)).sum_scores() == model.sum_scores()


def test_to_frame_is_a_pandas_frame_and_to_columns_lists() -> None:
    for made in (ev.alpha(SCORES), ev.item_analysis(ANSWERS), ev.p_chart([1, 2], [5, 5]), ev.funnel_limits([1, 2], [5, 5])):
        pd.testing.assert_frame_equal(made.to_frame(), made.to_pandas())
        assert list(made.to_columns()) == list(made.to_frame())
        assert {type(column) for column in made.to_columns().values()} == {list}


def test_a_wrong_shape_says_the_right_one_and_what_to_do() -> None:
    model = ev.LatentModel([1.0, 2.0], [[0.0, 1.0], [0.5]], points=101)
    calls: list[tuple[Any, str]] = [
        (lambda: ev.alpha({"a": [1, 2], "b": [1]}), "expected: columns of one length; given: columns of 1 cell to 2 cells"),
        (lambda: ev.alpha([[1, 2], [1]]), "expected: rows of one length; given: rows of 1 cell to 2 cells"),
        (lambda: ev.alpha(np.ones((2, 2, 2))), "expected: rows × columns; given: 3 dimensions"),
        (lambda: ev.alpha(r=np.ones((2, 3)), n=9), "expected: k × k; given: 2 × 3"),
        (lambda: ev.split_half(SCORES, halves=[True]), "expected: halves: 4 cells; given: 1 cell"),
        (lambda: ev.rwg_j(SCORES, 11, group=["a"]), "expected: group: 6 cells; given: 1 cell"),
        (lambda: ev.icc(SCORES, "1,1", group=["a"] * 6), "expected: rows × 1; given: 6 × 4"),
        (lambda: ev.mean_interval(SCORES), "expected: rows × 1; given: 6 × 4"),
        (lambda: ev.bootstrap(SCORES, "alpha", unit=[1, 2], seed=1), "expected: unit: 6 cells; given: 2 cells"),
        (lambda: ev.reliable_change([1, 2], [1], sd=1, reliability=0.8), "expected: after: 2 cells; given: 1 cell"),
        (lambda: ev.bland_altman([1, 2], [1]), "expected: second: 2 cells; given: 1 cell"),
        (lambda: model.scores(SCORES), "expected: rows × 2; given: 6 × 4"),
    ]  # fmt: skip
    for call, told in calls:
        with pytest.raises(ps.Error) as found:
            call()
        assert found.value.code == "SHAPE_MISMATCH" and told in str(found.value)
        assert "] Give " in str(found.value) and "item of the form" not in str(found.value)
        assert str(pickle.loads(pickle.dumps(found.value))) == str(found.value)


def test_intervals_are_read_in_both_languages() -> None:
    assert "[0.3522, 0.6750]" in repr(ev.wilson_interval(17, 33))
    ps.set_language("fr")
    try:
        made = ev.wilson_interval(17, 33)
        assert "[0,3522 à 0,6750]" in repr(made) and "0,3522 à 0,6750" in made._repr_html_()
    finally:
        ps.set_language("en")


def test_a_statistic_takes_a_format() -> None:
    a = ev.alpha(SCORES)
    assert f"{a:.3f}" == f"{a.value:.3f}"
    assert f"{a}" == str(a)
    assert f"{ev.mean_interval([]):.3f}" == "—"


def test_a_statistic_can_be_cited() -> None:
    told = "alpha-pairwise/feldt (L. S. Feldt 1965, interval). Computed with peersupport "
    assert ev.alpha(SCORES).cite() == f"{told}{ps.__version__}."
    assert "Newcombe 1998" in ev.wilson_interval(1, 2, method="wilson-corrected").cite()
    assert "Shrout" in ev.icc(SCORES).cite() and "Krippendorff 2011" in RESULTS[1].cite()
    ps.set_language("fr")
    try:
        assert "Calculé avec" in ev.alpha(SCORES).cite()
    finally:
        ps.set_language("en")


def test_small_figures_are_not_shown_as_zero() -> None:
    gap = ev.welch_gap(_draw.normal(0, 1, 60), _draw.normal(4, 1, 60), range=None, ends=0)
    assert gap.p < 1e-12
    assert ("p", "< 0.0001") in gap._rows()
    assert "0.0000" not in repr(ev.mean_interval([1e-8, 3e-8, 2e-8], range=None, ends=0))


# ---- the possible range


def _coded(kind: Any) -> Any:
    coded = ANSWERS.copy()
    coded[3, 1], coded[5, 2] = 9, 8
    return coded.astype(kind)


@pytest.mark.parametrize("kind", [np.uint8, np.int64, float])
def test_answers_outside_the_range_are_refused(kind: Any) -> None:
    coded = _coded(kind)
    frame = pd.DataFrame(coded, columns=list("abcd"))
    for make in (ev.alpha, ev.omega, ev.split_half, ev.sem):
        got = make(frame, range=(0, 4), reverse=["a"])
        assert (got.value, got.low, got.reason, got.outside) == (None, None, "code-outside", ("b", "c"))
        assert make(frame, range=(0, 4), missing_codes=[8, 9]).reason != "code-outside"
        assert make(frame).reason != "code-outside"
    assert ev.alpha(frame, range=(0, 4)).standardized is None and ev.alpha(frame, range=(0, 4)).lambda6 is None
    gaps = np.where(coded > 4, np.nan, coded.astype(float))
    assert ev.alpha(coded, range=(0, 4), missing_codes=[8, 9]) == ev.alpha(gaps)


def test_an_item_with_answers_outside_has_no_figures() -> None:
    t = ev.item_analysis(_coded(int), range=(0, 4))
    assert t["difficulty"][1] is None and t["mean"][1] is None and t["n"][1] == 80
    assert t["mean"][0] == pytest.approx(ANSWERS[:, 0].mean())
    assert t["item_rest"] == [None] * 4 and t["reason"] == ["code-outside"] * 4
    assert t.alpha.reason == "code-outside"
    clean = ev.item_analysis(_coded(int), range=(0, 4), missing_codes=[8, 9])
    assert max(clean["difficulty"]) <= 1 and clean["reason"] == [None] * 4


# ---- columns of very different size


def test_every_item_has_its_own_digits() -> None:
    t = ev.item_analysis(MONEY, range=(0, 1e5))
    assert t["sd"] == pytest.approx(MONEY.std(axis=0, ddof=1).tolist(), rel=1e-6)
    assert t["mean"] == pytest.approx(MONEY.mean(axis=0).tolist(), rel=1e-6)
    smaller = MONEY * [1, 1e-9]
    listwise = ev.item_analysis(smaller, missing="listwise")
    assert listwise["sd"] == pytest.approx(smaller.std(axis=0, ddof=1).tolist(), rel=1e-6)


def test_a_sum_that_would_lose_an_item_is_refused_for_what_it_is() -> None:
    assert ev.alpha(MONEY).reason == "too-large"  # not "no-variance": both vary
    assert ev.alpha(MONEY * [1, 1e11]).value is not None
    assert ev.alpha(np.stack([MONEY[:, 0], np.full(200, 1 / 3)], axis=1)).reason == "no-variance"
