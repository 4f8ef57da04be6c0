# SPDX-License-Identifier: Apache-2.0
"""Reliability, intervals, change, the bootstrap and latent scores: oracles, an exact reference, degenerate input."""
from __future__ import annotations

import math
import pickle
import random
import subprocess
import sys
from fractions import Fraction

import numpy as np
import pandas as pd
import peersupport as ps
import polars as pl
import pyarrow as pa
import pytest
from peersupport import evidence as ev

QUESTIONS = {
    "Q1": [3, 5, 7, 2, 6, 1, 4, 2, 6, 5, 4, 4, 5, 6, 4],
    "Q2": [2, 4, 3, 4, 5, 2, 3, 4, 5, 4, 3, 2, 5, 5, 3],
    "Q3": [4, 6, 5, 3, 6, 3, 5, 4, 5, 6, 5, 3, 6, 5, 5],
    "Q4": [1, 3, 5, 3, 5, 4, 3, 3, 5, 4, 2, 2, 2, 4, 5],
    "Q5": [4, 5, 6, 2, 4, 2, 5, 7, 1, 3, 5, 5, 3, 2, 3],
    "Q6": [5, 1, 4, 2, 4, 5, 2, 2, 6, 5, 3, 3, 3, 2, 1],
    "Q7": [1, 2, 3, 2, 4, 2, 1, 2, 5, 3, 2, 4, 2, 1, 3],
    "Q8": [4, 5, 3, 6, 6, 3, 2, 4, 2, 1, 3, 2, 4, 4, 2],
    "Q9": [3, 5, 6, 6, 7, 5, 4, 6, 3, 7, 4, 3, 4, 6, 3],
    "Q10": [2, 5, 5, 3, 5, 2, 3, 5, 2, 2, 1, 4, 5, 5, 4],
}
TABLE = np.array(list(QUESTIONS.values())).T


def printed(value: float | None, text: str) -> None:
    """Equal to half a unit of the last digit that is printed."""
    digits = len(text.split(".")[1]) if "." in text else 0
    assert value is not None
    assert abs(value - float(text)) <= 0.5001 * 10.0**-digits, (value, text)


# ---- oracles


@pytest.mark.parametrize("missing", ["pairwise", "listwise"])
def test_o6_alpha(missing: str) -> None:
    a = ev.alpha(QUESTIONS, missing=missing)
    printed(a.value, "0.5917188486")
    printed(a.low, "0.1949213907")
    printed(a.high, "0.8398208146")
    printed(a.standardized, "0.6343498015")
    assert (a.n, a.min_pairs, a.reason, a.confidence) == (15, 15, None, 0.95)


def test_o7_omega_and_lambda6() -> None:
    loadings = np.array([0.5, 0.6, 0.7, 0.8])
    r = np.outer(loadings, loadings)
    np.fill_diagonal(r, 1)
    printed(ev.omega(r=r, n=1000).value, "0.7494456763")
    assert ev.omega(r=r).reason == "no-bound"
    np.testing.assert_allclose(ev.omega(r=r).loadings, loadings, atol=1e-12)
    printed(ev.alpha(r=r, n=1000).value, "0.7420546933")
    lower = """.828 .776 .779 .439 .493 .460 .432 .464 .425 .674 .447 .489 .443 .590 .541 .447 .432 .401 .381 .402 .288
    .541 .537 .534 .350 .367 .320 .555 .380 .358 .359 .424 .446 .325 .598 .452""".split()
    thurstone = np.eye(9)
    thurstone[np.tril_indices(9, -1)] = [float(v) for v in lower]
    thurstone = thurstone + thurstone.T - np.eye(9)
    a = ev.alpha(r=thurstone, n=213)
    printed(a.value, "0.8914575356")
    printed(a.lambda6, "0.9081762418")
    printed(ev.split_half(r=thurstone, n=213).lambda6, "0.9081762418")
    assert ev.alpha(r=thurstone).reason == "no-bound"  # without n there is no interval


def test_o8_reliable_change() -> None:
    found = ev.reliable_change([32.5, None], [47.5, 40], sd=7.5, reliability=0.80, cut=50)
    printed(found.sem, "3.354101966")
    printed(found.difference, "4.743416490")
    printed(found.threshold, "9.297096321")
    printed(found["index"][0], "3.16227766")
    assert found["kind"] == ["better", "not-known"]
    assert ev.change_cuts((40, 7.5), (60, 7.5)) == {"a": 55, "b": 45, "c": 50}


def test_o9_measurement_error_trap_5() -> None:
    x = np.array([[146, 148, 170, 90, 157, 156, 176, 205], [140, 152, 152, 99, 145, 153, 167, 218]]).T
    e = ev.sem(x)
    assert e.value is not None
    printed(e.value**2, "57.1071428571")
    printed(e.value, "7.556926813")
    printed(e.mdc.value, "20.94673244")
    other = ev.sem(sd=float(np.std(x, ddof=1)), reliability=0.94701614)
    printed(other.value, "7.308")
    assert other.estimator != e.estimator
    w = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427]
    m = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451]
    b = ev.bland_altman(w, m)
    printed(b.value, "-2.117647059")
    printed(b.sd, "38.76512987")
    printed(b.lower, "-78.09730161")
    printed(ev.bland_altman(w, m, multiplier=2).upper, "75.41261269")


PROMIS = {
    "discrimination": [2.41143, 3.66810, 2.97642, 1.89441],
    "thresholds": [
        [-2.44599, -1.31584, -0.19095, 1.07032],
        [-2.30582, -1.25786, -0.33120, 0.66825],
        [-1.78310, -0.89865, -0.00524, 1.07197],
        [-2.81790, -1.51385, -0.25479, 0.99431],
    ],
}


def test_o12_latent_scores() -> None:
    nan = math.nan
    s = ev.eap_scores([[3, 3, 3, 3], [2, 4, 3, 5], [4, nan, 4, nan], [5, 1, 5, 1], [nan] * 4], **PROMIS)
    for value, text in zip(s.theta, ["-.6310018874", "-.1700767927", ".3984859259", "-.4123659989"]):
        printed(value, text)
    for value, text in zip(s.se, [".3087995345", ".3600446907", ".4419784007", ".7365338254"]):
        printed(value, text)
    assert s.answered == [4, 4, 2, 4, 0]
    sums = ev.eap_scores(**PROMIS)
    assert sums["sum"] == list(range(4, 21))
    printed(sums.theta[0], "-2.81124003")
    printed(sums.theta[16], "1.75248570")
    printed(sums.se[16], ".52991897")
    printed(sums.probability[11], ".103852623")
    with pytest.raises(ps.Error, match="INVALID_CODE"):
        ev.eap_scores([[3, 3, 3, 6]], **PROMIS)
    many = np.tile([[1, 2, 3, 4], [5, 4, 3, 2]], (500, 1))
    assert ev.eap_scores(many, threads=3, **PROMIS) == ev.eap_scores(many, **PROMIS)


def test_o14_shares() -> None:
    for method, low, high in [
        ("wilson", ".2552885199", ".3662095770"),
        ("wilson-corrected", ".2535086823", ".3681762010"),
        ("clopper-pearson", ".2527367456", ".3676219226"),
    ]:
        s = ev.wilson_interval(81, 263, method=method)
        printed(s.low, low)
        printed(s.high, high)
    printed(ev.wilson_interval(0, 20).high, ".1611251581")


# ---- an exact reference with fractions


def exact_alpha(rows: list[list[int | None]], listwise: bool) -> float:
    k = len(rows[0])
    if listwise:
        rows = [r for r in rows if None not in r]

    def covariance(i: int, j: int) -> Fraction:
        both = [(Fraction(r[i]), Fraction(r[j])) for r in rows if r[i] is not None and r[j] is not None]
        n, x, y = len(both), sum(a for a, _ in both), sum(b for _, b in both)
        return (sum(a * b for a, b in both) - x * y / n) / (n - 1)

    c = [[covariance(i, j) for j in range(k)] for i in range(k)]
    return float(Fraction(k, k - 1) * (1 - sum(c[i][i] for i in range(k)) / sum(map(sum, c))))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("listwise", [False, True])
def test_random_tables_against_fractions(seed: int, listwise: bool) -> None:
    draw = random.Random(seed)
    top = draw.choice([4, 31, 10_000])
    rows: list[list[int | None]] = []
    for _ in range(80):
        person = draw.random()
        rows.append([None if draw.random() < 0.07 else min(top, int(top * (person + draw.random()) / 2)) for _ in range(5)])
    expected = exact_alpha(rows, listwise)
    missing = "listwise" if listwise else "pairwise"
    nan = np.array([[np.nan if v is None else v for v in r] for r in rows])
    for x in (rows, nan, nan / 10, np.asfortranarray(nan), pd.DataFrame(nan), pl.DataFrame(rows, orient="row")):
        assert ev.alpha(x, missing=missing).value == pytest.approx(expected, abs=1e-12)
    boot = ev.bootstrap(rows, "alpha", unit="row", replicates=1, missing=missing, interval="percentile")
    assert boot.value == pytest.approx(expected, abs=1e-12)
    irrational = nan / 3  # 40 significant bits
    assert ev.alpha(irrational, missing=missing).value == pytest.approx(expected, abs=1e-11)


# ---- inputs


def test_every_container_gives_the_same() -> None:
    expected = ev.alpha(TABLE)
    frame = pd.DataFrame(QUESTIONS)
    containers = [
        QUESTIONS, TABLE.astype(np.uint8), np.asfortranarray(TABLE.astype(np.int8)), TABLE.astype(np.float32), TABLE.tolist(), frame,
        frame.astype("Int64"), pl.DataFrame(QUESTIONS), pa.table(QUESTIONS), TABLE[::-1].astype(np.uint8)[:, ::-1],
    ]
    for x in containers:
        assert ev.alpha(x).value == pytest.approx(expected.value, abs=1e-15), type(x)


def test_reverse_and_missing_codes() -> None:
    turned = TABLE.copy()
    turned[:, [2, 5]] = 8 - turned[:, [2, 5]]
    expected = ev.alpha(TABLE)
    names = dict(zip(QUESTIONS, turned.T.tolist()))
    assert ev.alpha(names, reverse=["Q3", "Q6"], range=(1, 7)) == expected
    for kind in (np.uint8, np.int8, np.int64, float):
        assert ev.alpha(turned.astype(kind), reverse=[2, 5], range=(1, 7)) == expected, kind
    gaps = TABLE.astype(float)
    gaps[0, 3] = gaps[4, 1] = np.nan
    for code, kind in ((0, np.uint8), (99, np.uint8), (-1, np.int8), (99, np.int64)):
        coded = np.where(np.isnan(gaps), code, gaps).astype(kind)
        assert ev.alpha(coded, missing_codes=[code]) == ev.alpha(gaps), (code, kind)
    assert ev.alpha(gaps).n == 15 and ev.alpha(gaps).min_pairs == 13 and ev.alpha(gaps, missing="listwise").n == 13
    with pytest.raises(ValueError, match="range"):
        ev.alpha(TABLE, reverse=[1])
    with pytest.raises(ps.Error, match="COLUMN_MISSING"):
        ev.alpha(QUESTIONS, reverse=["Q99"], range=(1, 7))


def test_bytes_reach_the_kernels_without_a_copy() -> None:
    from peersupport.evidence.matrix import matrix

    for order in "CF":
        x = np.array(TABLE, dtype=np.uint8, order=order)
        assert np.shares_memory(matrix(x).cells, x)
        assert np.shares_memory(matrix(x, reverse=[1], range=(1, 7), missing_codes=[0]).cells, x)


def test_threads_and_order_do_not_change_a_bit() -> None:
    x = np.random.default_rng(3).integers(0, 6, (250_000, 6)).astype(np.uint8)
    one = ev.alpha(x, missing_codes=[0])
    assert ev.alpha(x, missing_codes=[0], threads=2) == one
    assert ev.alpha(x[::-1], missing_codes=[0]) == one


# ---- degenerate input has a reason


@pytest.mark.parametrize(
    ("x", "reason"),
    [
        ([[1], [2], [3]], "too-few-columns"),
        ([[1, 2], [2, 3]], "too-few-rows"),
        ([[1, 3], [2, 3], [4, 3]], "no-variance"),
        ([[1, None], [2, None], [None, 3], [None, 5]], "never-together"),
        (np.empty((0, 3)), "too-few-rows"),
    ],
)
def test_alpha_reasons(x: object, reason: str) -> None:
    a = ev.alpha(x)
    assert (a.value, a.low, a.high, a.reason) == (None, None, None, reason)
    assert not a
    with pytest.raises(ValueError, match=reason):
        float(a)
    assert a.why("fr") and a.why("fr") != a.why("en")


def test_contradicting_pairs_are_refused_not_25() -> None:
    r = np.array([[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]])
    assert ev.alpha(r=r, n=50).reason == "not-positive"
    draw = np.random.default_rng(1)
    for _ in range(300):
        x = draw.integers(1, 6, (8, 5)).astype(float)
        x[draw.random(x.shape) < 0.45] = np.nan
        a = ev.alpha(x, min_pairs=2)
        assert a.value is None or a.value <= 1


def test_other_reasons() -> None:
    assert ev.omega(r=np.eye(3)).reason == "not-identified"
    assert ev.omega(r=[[1, 0.5, -0.5], [0.5, 1, -0.5], [-0.5, -0.5, 1]]).reason == "mixed-signs"
    assert ev.mean_interval([]).reason == "too-few-rows"
    assert ev.mean_interval([50]).reason == "no-bound"
    assert ev.mean_interval([50, 101]).reason == "code-outside"
    assert ev.welch_gap([1], [1, 2]).reason == "too-few-rows"
    assert ev.wilson_interval(3, 2).reason == "code-outside"
    assert ev.bootstrap([3, 3, 3], unit="row").reason == "no-bound"
    assert ev.bootstrap({"a": [1, 2, 3], "b": [4, 4, 4]}, "correlation", unit="row").reason == "no-variance"
    assert ev.sem([[1, 1], [1, 1], [1, 1]]).reason == "no-variance"


def test_what_is_asked_wrongly() -> None:
    with pytest.raises(TypeError):
        ev.alpha()
    with pytest.raises(TypeError):
        ev.bootstrap([1, 2, 3])  # the unit is required
    with pytest.raises(ValueError, match="confidence"):
        ev.alpha(TABLE, confidence=95)
    with pytest.raises(ValueError, match="missing"):
        ev.alpha(TABLE, missing="drop")
    with pytest.raises(ValueError, match="unit"):
        ev.bootstrap([1, 2], unit="rows")
    with pytest.raises(ps.Error, match="SHAPE_MISMATCH"):
        ev.bootstrap([1, 2], unit=[1, 2, 3])
    with pytest.raises(ps.Error) as found:
        ev.alpha([["secret", 1], ["x", 2]])
    assert "secret" not in str(found.value)
    with pytest.raises(AttributeError):
        ev.alpha(TABLE).value = 1


# ---- items


def test_item_analysis() -> None:
    t = ev.item_analysis(QUESTIONS, range=(1, 7))
    assert t.columns == ("item", "n", "mean", "sd", "difficulty", "floor", "ceiling", "item_rest", "alpha_if_deleted", "reason")
    assert t["item"] == list(QUESTIONS)
    rest = TABLE.sum(axis=1)
    for i, row in enumerate(t):
        x = TABLE[:, i]
        assert row["mean"] == pytest.approx(x.mean())
        assert row["sd"] == pytest.approx(x.std(ddof=1))
        assert row["difficulty"] == pytest.approx((x.mean() - 1) / 6)
        assert (row["floor"], row["ceiling"]) == ((x == 1).mean(), (x == 7).mean())
        assert row["item_rest"] == pytest.approx(np.corrcoef(x, rest - x)[0, 1])
        assert row["alpha_if_deleted"] == pytest.approx(ev.alpha(np.delete(TABLE, i, axis=1)).value)
    assert t.alpha == ev.alpha(QUESTIONS)
    turned = ev.item_analysis(TABLE.astype(np.uint8), range=(1, 7), reverse=[0])
    assert turned["mean"][0] == pytest.approx(8 - TABLE[:, 0].mean())
    assert turned["floor"][0] == (TABLE[:, 0] == 7).mean()
    large = ev.item_analysis(TABLE * 1000.5, range=(1000.5, 7003.5))
    assert large["mean"] == pytest.approx([1000.5 * m for m in t["mean"]])
    assert large["ceiling"] == t["ceiling"]
    flat = ev.item_analysis([[1, 2, 3], [1, 3, 3], [1, 4, 5]])
    assert flat["reason"] == ["no-variance", None, None] and flat["item_rest"][0] is None
    assert "<table" in t._repr_html_() and "Q10" in repr(t)


def test_split_half() -> None:
    s = ev.split_half(TABLE)
    a, b = TABLE[:, ::2].sum(axis=1), TABLE[:, 1::2].sum(axis=1)
    r = np.corrcoef(a, b)[0, 1]
    assert s.correlation == pytest.approx(r)
    assert s.value == pytest.approx(2 * r / (1 + r))
    assert s.lambda4 == pytest.approx(4 * np.cov(a, b)[0, 1] / np.var(a + b, ddof=1))
    assert ev.split_half(TABLE, halves=[0, 1] * 5) == s
    assert ev.split_half(TABLE, halves="first-second") != s


# ---- intervals


def test_bounded_mean_covers_where_plain_t_does_not() -> None:
    draw = np.random.default_rng(1)
    hits = {0.0: 0, 0.25: 0}
    pool = np.clip(np.round(4 - np.exp(draw.normal(size=(4000, 4)) * 0.6 + draw.normal(size=(4000, 1)) * 0.8 - 1.2)), 0, 4).mean(1) * 25
    for _ in range(600):
        x = draw.choice(pool, 8)
        for ends in hits:
            s = ev.mean_interval(x, ends=ends)
            hits[ends] += s.low is not None and s.low <= pool.mean() <= s.high
    assert hits[0.25] / 600 >= 0.95
    assert hits[0.0] < hits[0.25]


def test_welch() -> None:
    one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    g = ev.welch_gap(one, two, ends=0, range=None)  # R's sleep data
    printed(g.t, "-1.8608")
    printed(g.df, "17.776")
    printed(g.p, ".07939")
    printed(g.low, "-3.3654832")
    with pytest.raises(ValueError, match="range"):
        ev.welch_gap(one, two, range=None)


# ---- results


def test_statistic_as_people_and_frames_see_it() -> None:
    a = ev.alpha(QUESTIONS)
    assert list(a.to_frame()) == ["statistic", "scale", "group", "period", "value", "low", "high", "estimator", "n", "min_pairs", "reason"]
    assert a.to_pandas().shape == (1, 11) and a.to_polars().shape == (1, 11) and a.to_arrow().num_rows == 1
    assert float(a) == a.value
    assert pickle.loads(pickle.dumps(a)) == a and pickle.loads(pickle.dumps(a)).standardized == a.standardized
    assert "alpha" in repr(a) and "0.5917" in repr(a)
    assert a._repr_html_().startswith("<table") and 'scope="col"' in a._repr_html_()
    ps.set_language("fr")
    try:
        assert "0,5917" in a._repr_html_() and "Estimateur" in a._repr_html_()
    finally:
        ps.set_language("en")


def test_importing_the_package_does_not_import_this() -> None:
    code = "import sys, peersupport; print([m for m in sys.modules if 'numpy' in m or 'evidence' in m])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    code = "import sys, peersupport as ps; ps.evidence.alpha; print('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
