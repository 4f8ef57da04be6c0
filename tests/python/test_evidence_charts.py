# SPDX-License-Identifier: Apache-2.0
"""Control charts and funnels from Python: published numbers, gaps, baselines, rules, and who is named."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import peersupport as ps
import pytest
from peersupport import evidence as ev

FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
WAFERS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
OPERATIONS = [47, 148, 119, 810, 211, 196, 148, 215, 207, 97, 256, 360]
DEATHS = [0, 18, 8, 46, 8, 13, 9, 31, 14, 8, 29, 24]
HOSPITALS = list("ABCDEFGHIJKL")


def test_xmr_is_that_of_the_handbook() -> None:
    exact, rounded = ev.xmr_chart(FLOW, constant="3/1.128"), ev.xmr_chart(FLOW)
    assert round(exact.centre, 2) == 50.81
    assert [round(v, 8) for v in exact.limits[0]] == [45.81591017, 55.80408983]
    assert [round(v, 8) for v in rounded.limits[0]] == [45.81511111, 55.80488889]
    assert round(rounded.moving_range_upper, 4) == 6.1347
    assert round(ev.xmr_chart(FLOW, range_constant=3.268).moving_range_upper, 10) == 6.1365777778
    assert exact.signals == {}
    assert exact.reason is None


def test_p_chart_is_that_of_the_handbook() -> None:
    got = ev.p_chart(WAFERS, [50] * 30, rules=["beyond-limits"])
    assert [round(v, 10) for v in got.limits[0]] == [0.0524275481, 0.4102391186]
    assert got.signals == {"beyond-limits": (14, 22)}
    frame = got.to_columns()
    assert frame["period"][14] == 15
    assert frame["signals"][14] == "beyond-limits"
    assert {len(c) for c in frame.values()} == {30}


def test_ewma_is_that_of_the_handbook() -> None:
    data = [
        52,
        47,
        53,
        49.3,
        50.1,
        47,
        51,
        50.1,
        51.2,
        50.5,
        49.6,
        47.6,
        49.9,
        51.3,
        47.8,
        51.2,
        52.6,
        52.4,
        53.6,
        52.1,
    ]
    got = ev.ewma_chart(data, start=50, sd=2.0539)
    assert [round(p.value, 4) for p in got.points[-3:]] == [51.2291, 51.9403, 51.9882]
    assert [round(v, 8) for v in got.limits[0]] == [47.41156826, 52.58843174]


def test_a_period_without_a_value_is_a_gap() -> None:
    got = ev.xmr_chart([10, 12, None, 14, float("nan"), 13, 15])
    assert [p.value for p in got.points] == [10, 12, None, 14, None, 13, 15]
    assert got.points[2].reason == "too-few-rows"
    assert got.moving_ranges == (None, 2, None, None, None, None, 2)
    assert got.centre == 64 / 5


def test_empty_subgroups_and_missing_counts_are_told_apart() -> None:
    got = ev.p_chart([3, 0, 0, 5], [10, 0, None, 10])
    assert [p.reason for p in got.points] == [None, "empty-subgroup", "too-few-rows", None]
    assert got.centre == 0.4
    assert ev.u_chart([3, 5, 0], [1.5, 2.5, 0]).points[2].reason == "empty-subgroup"


def test_missing_events_are_no_zero_and_no_part_of_the_baseline() -> None:
    for make in (ev.p_chart, ev.u_chart):
        got = make([None] + [5] * 9, [10] * 10)
        assert (got.points[0].value, got.points[0].reason, got.points[0].baseline) == (None, "too-few-rows", False)
        assert got.centre == 0.5
        assert got.baseline == (1, 10)
        known = make([5, 6, 5], [10] * 3)
        assert make([5, float("nan"), 6, 5], [10] * 4).centre == known.centre


def test_a_unit_without_a_figure_has_no_value_in_a_funnel_and_no_part_in_the_line() -> None:
    got = ev.funnel_limits([None, 3, 4], [10] * 3, units=["a", "b", "c"], own="a")
    assert got.own.value is None
    assert got.own.reason == "empty-subgroup"
    assert got.own.n == 10
    assert got.target == 0.35
    assert ev.funnel_limits([2, 3, 4], [None, 10, 10]).target == 0.35
    with pytest.raises(ps.Error):
        ev.funnel_limits([2, 3], [0, 10])
    with pytest.raises(ps.Error, match="INVALID_ARGUMENT"):
        ev.p_chart([1, 2], [-1, 5])


VALUES = [5, 6, 7, 5, 6, 5, 7, 6, 5, 6, 7, 30]


@pytest.mark.parametrize(
    ("periods", "baseline", "places"),
    [
        (range(1, 13), (2, 10), (1, 9)),
        (range(1, 13), (1, 9), (0, 8)),
        (range(1, 13), (2, 100), (1, 12)),
        ([str(i) for i in range(1, 13)], ("2", "10"), (1, 9)),
        ([f"Q{i}" for i in range(1, 13)], ("Q2", "Q10"), (1, 9)),
        ([dt.date(2025, m, 1) for m in range(1, 13)], (dt.date(2025, 2, 1), dt.date(2025, 10, 1)), (1, 9)),
        ([dt.date(2025, m, 1) for m in range(1, 13)], ("2025-02", "2025-10"), (1, 9)),
        (None, np.int64(8), (0, 8)),
    ],
)
def test_a_baseline_is_compared_as_what_its_periods_are(periods: Any, baseline: Any, places: tuple[int, int]) -> None:
    got = ev.xmr_chart(VALUES, periods=periods, baseline=baseline)
    assert got.baseline == places
    assert got.reason is None


def test_a_baseline_that_cannot_be_compared_is_refused() -> None:
    with pytest.raises(ValueError, match="as periods= does"):
        ev.xmr_chart(VALUES, periods=range(1, 13), baseline=("2", "10"))
    with pytest.raises(ValueError, match="order of time"):
        ev.xmr_chart(VALUES, periods=range(1, 13), baseline=(9, 2))


def test_lengths_that_differ_are_named() -> None:
    for make, names in (
        (lambda: ev.p_chart([1], [2, 3]), "events, n"),
        (lambda: ev.u_chart([1], [2, 3]), "events, exposure"),
        (lambda: ev.funnel_limits([1], [2, 3]), "figures, n"),
        (lambda: ev.xmr_chart([1], periods=[2, 3]), "periods, values"),
    ):
        with pytest.raises(ps.Error, match=names) as raised:
            make()
        assert "item" not in str(raised.value)
    assert ev.xmr_chart([1, pd.NA, 3]).points[1].value is None


@pytest.mark.parametrize("baseline", [4, slice(0, 4), slice(None, 4), ("2025-01", "2025-05")])
def test_limits_rest_on_the_baseline(baseline: Any) -> None:
    values = [10, 12, 11, 13, 40, 90]
    months = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"]
    got = ev.xmr_chart(values, periods=months, baseline=baseline)
    before = ev.xmr_chart(values[:4])
    assert got.centre == before.centre
    assert got.limits[5] == before.limits[0]
    assert got.baseline == (0, 4)
    assert got.signals["beyond-limits"] == (4, 5)
    assert ev.xmr_chart(values, periods=months, baseline=("2030", "2031")).reason == "too-few-rows"


def test_rules_are_parameters() -> None:
    run = [1, -1, 1, -1, 1, 2, 3, 1, 2, 3, 1]
    assert "run" in ev.xmr_chart(run, baseline=4).signals
    assert ev.xmr_chart(run, baseline=4, rules="making-data-count").signals["run"] == (4, 5, 6, 7, 8, 9, 10)
    assert "run" not in ev.xmr_chart(run, baseline=4, rules="western-electric").signals
    assert "run" in ev.xmr_chart(run, baseline=4, rules="nelson", run_length=7).signals
    assert ev.xmr_chart(run, baseline=4, rules="none").signals == {}
    rising = [5, 5.1, 5, 5.1, 1, 2, 3, 4, 5, 6]
    assert "trend" not in ev.xmr_chart(rising, baseline=4).signals
    assert ev.xmr_chart(rising, baseline=4, rules="nelson").signals["trend"] == (4, 5, 6, 7, 8, 9)
    assert ev.xmr_chart(rising, baseline=4, rules=["trend"]).signals == {"trend": (4, 5, 6, 7, 8, 9)}
    with pytest.raises(ValueError, match="rules is one of"):
        ev.xmr_chart(run, rules="mine")
    with pytest.raises(ValueError, match="a rule is one of"):
        ev.xmr_chart(run, rules=["luck"])


def test_a_chart_without_variation_has_no_limits() -> None:
    got = ev.xmr_chart([7, 7, 7])
    assert got.reason == "no-variance"
    assert got.limits == ((None, None),) * 3
    assert ev.p_chart([0, 0], [9, 9]).reason == "no-variance"
    assert ev.xmr_chart([]).reason == "too-few-rows"


def test_limits_stay_within_what_can_be_measured() -> None:
    assert ev.xmr_chart([5, 95, 20, 80], bounds=(0, 100)).limits[0] == (0, 100)
    assert ev.p_chart([1, 2], [4, 5]).limits[0][0] == 0


def test_overdispersion_widens_limits() -> None:
    events, n = [400, 600, 450, 550], [1000] * 4
    plain, wide = ev.p_chart(events, n), ev.p_chart(events, n, overdispersion=True)
    assert wide.sigma_z > 1
    assert wide.limits[0][1] > plain.limits[0][1]
    assert wide.estimator == "p-laney"


def test_charts_refuse_what_cannot_be() -> None:
    for make in (lambda: ev.p_chart([6], [5]), lambda: ev.p_chart([1.5], [5]), lambda: ev.p_chart([1], [5, 5]),
                 lambda: ev.xmr_chart(["x"]), lambda: ev.xmr_chart([1, 2], periods=[1])):  # fmt: skip
        with pytest.raises(ps.Error):
            make()


def test_funnel_is_that_of_spiegelhalter() -> None:
    got = ev.funnel_limits(DEATHS, OPERATIONS, units=HOSPITALS, own="H")
    assert round(got.target, 10) == 0.0739161336
    assert round(got.own.z, 7) == 3.9381646
    assert got.own.position == (1, 1)
    assert got.outside == (4, 1)
    assert got.phi == 1
    assert round(ev.funnel_limits(DEATHS, OPERATIONS, overdispersion="multiplicative").phi, 9) == 3.212969877
    assert round(ev.funnel_limits(DEATHS, OPERATIONS, overdispersion="winsorised").phi, 9) == 2.363287036


def test_trap_8_the_lower_limit_is_not_below_zero() -> None:
    got = ev.funnel_limits(DEATHS, OPERATIONS)
    lowest = next(p for p in got.points if p.n == 47)
    assert lowest.limits[0][0] == 0
    assert min(row[1] for line in got.limits for row in line) == 0


def test_a_funnel_names_its_own_unit_and_no_other() -> None:
    got = ev.funnel_limits(DEATHS, OPERATIONS, units=HOSPITALS, own="C")
    frame = got.to_columns()
    assert [u for u in frame["unit"] if u is not None] == ["C"]
    assert [p for p in got.points if p.z is not None or p.position is not None] == [got.own]
    assert sorted(n for n in frame["number"] if n is not None) == list(range(1, 12))
    assert "rank" not in " ".join(frame)
    for text in (repr(got), got._repr_html_()):
        assert "H  " not in text
    with pytest.raises(ps.Error):
        ev.funnel_limits(DEATHS, OPERATIONS, units=HOSPITALS, own="Z")


def test_the_order_of_a_funnel_says_nothing_of_figures_sizes_or_names() -> None:
    def order(**more: Any) -> list[int]:
        return [p.n for p in ev.funnel_limits(DEATHS, OPERATIONS, units=HOSPITALS, **more).points]

    assert order() == order()
    assert order() not in (OPERATIONS, sorted(OPERATIONS), sorted(OPERATIONS, reverse=True))
    assert order(key=b"one") != order(key=b"another")
    values = [p.value for p in ev.funnel_limits(DEATHS, OPERATIONS, units=HOSPITALS).points]
    assert values != sorted(values) and values != sorted(values, reverse=True)


def test_funnel_of_means() -> None:
    got = ev.funnel_limits([80, 60, None], [30, 10, 5], sd=20, units=["a", "b", "c"], own="a", bounds=(0, 100))
    assert got.target == 75
    assert round(got.own.z, 10) == round(5 / (20 / 30**0.5), 10)
    assert [p.reason for p in got.points if p.n == 5] == ["empty-subgroup"]
    assert ev.funnel_limits([], []).reason == "too-few-rows"


def test_charts_become_data_frames() -> None:
    pl, pa = pytest.importorskip("polars"), pytest.importorskip("pyarrow")
    for made in (ev.p_chart(WAFERS, [50] * 30), ev.funnel_limits(DEATHS, OPERATIONS, units=HOSPITALS, own="H")):
        assert isinstance(made.to_pandas(), pd.DataFrame)
        assert isinstance(made.to_polars(), pl.DataFrame)
        assert isinstance(made.to_arrow(), pa.Table)
        assert made._repr_html_().startswith("<table")
