# SPDX-License-Identifier: Apache-2.0
"""Agreement of raters: published numbers, an exact reference in fractions, tallies, degenerate input."""

from __future__ import annotations

import pickle
import random
import uuid
from fractions import Fraction as F
from itertools import permutations
from typing import Any

import numpy as np
import peersupport as ps
import pytest
from peersupport import evidence as ev

NAN = float("nan")
SHROUT = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
FORMS = ("1,1", "2,1", "3,1", "1,k", "2,k", "3,k")
LEVELS = ("nominal", "ordinal", "interval", "ratio")
C_DATA = np.array([
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, NAN],
    [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
]).T  # fmt: skip

# Twenty units by three raters, 1 … 6, made up here: ranks tie, and neither the second rater nor the third gives a 5.
THREE_RATERS = list(zip(
    [1, 2, 5, 4, 6, 1, 3, 5, 5, 6, 4, 5, 5, 6, 3, 5, 3, 2, 1, 6],
    [1, 3, 3, 4, 6, 2, 3, 3, 6, 6, 2, 6, 6, 6, 4, 6, 4, 1, 1, 4],
    [1, 2, 6, 6, 6, 3, 2, 4, 6, 6, 6, 6, 6, 6, 6, 6, 4, 3, 2, 4],
))  # fmt: skip


def table(seed: int, units: int, raters: int, categories: int, gaps: float = 0.2) -> list[list[int | None]]:
    draw = random.Random(seed)
    rows: list[list[int | None]] = []
    for _ in range(units):
        true = draw.randrange(categories)
        rows.append(
            [None if draw.random() < gaps else min(categories, max(1, true + draw.randrange(3))) for _ in range(raters)]
        )
    return rows


# ---- the same in fractions


def distance(level: str, a: int, b: int, counts: dict[int, int]) -> F:
    if level == "nominal":
        return F(a != b)
    if level == "interval":
        return F((a - b) ** 2)
    if level == "ratio":
        return F(a - b, a + b) ** 2
    low, high = min(a, b), max(a, b)
    return (sum((F(n) for v, n in counts.items() if low <= v <= high), F(0)) - F(counts[a] + counts[b], 2)) ** 2


def alpha_in_fractions(rows: list[list[int | None]], level: str) -> F:
    units = [[v for v in row if v is not None] for row in rows]
    units = [u for u in units if len(u) > 1]
    values = [v for u in units for v in u]
    counts = {v: values.count(v) for v in set(values)}
    n = len(values)
    within = (
        sum(
            (sum((distance(level, a, b, counts) for a, b in permutations(u, 2)), F(0)) / (len(u) - 1) for u in units),
            F(0),
        )
        / n
    )
    between = sum((counts[a] * counts[b] * distance(level, a, b, counts) for a in counts for b in counts), F(0)) / (
        n * (n - 1)
    )
    return 1 - within / between


def ac1_in_fractions(rows: list[list[int | None]], q: int) -> F:
    rated = [[v for v in row if v is not None] for row in rows]
    rated = [u for u in rated if u]
    pairs = [u for u in rated if len(u) > 1]
    observed = sum((F(sum(a == b for a, b in permutations(u, 2)), len(u) * (len(u) - 1)) for u in pairs), F(0)) / len(
        pairs
    )
    shares = [sum((F(u.count(c), len(u)) for u in rated), F(0)) / len(rated) for c in range(1, q + 1)]
    expected = sum((p * (1 - p) for p in shares), F(0)) / (q - 1)
    return (observed - expected) / (1 - expected)


def kappa_in_fractions(rows: list[list[int | None]], q: int, power: int) -> F:
    both = [(a, b) for a, b in rows if a is not None and b is not None]
    observed = F(sum(abs(a - b) ** power for a, b in both), len(both))
    expected = F(sum(abs(a - d) ** power for a, _ in both for _, d in both), len(both) ** 2)
    return 1 - observed / expected


def kendall_w_in_fractions(rows: Any, ties: bool) -> F:
    columns = list(zip(*rows))
    n, m = len(rows), len(columns)
    ranks = [[F(sum(v < x for v in c)) + F(c.count(x) + 1, 2) for x in c] for c in columns]
    sums = [sum(of_unit) for of_unit in zip(*ranks)]
    squares = sum((r - F(m * (n + 1), 2)) ** 2 for r in sums)
    tied = sum(c.count(v) ** 3 - c.count(v) for c in columns for v in set(c)) if ties else 0
    return 12 * squares / (m**2 * (n**3 - n) - m * tied)


def icc_in_fractions(rows: list[list[int]], form: str) -> F:
    n, k = len(rows), len(rows[0])
    grand = F(sum(map(sum, rows)), n * k)
    units = k * sum((F(sum(r), k) - grand) ** 2 for r in rows) / (n - 1)
    raters = n * sum((F(sum(c), n) - grand) ** 2 for c in zip(*rows)) / (k - 1)
    total = sum((v - grand) ** 2 for r in rows for v in r)
    error = (total - units * (n - 1) - raters * (k - 1)) / ((n - 1) * (k - 1))
    within = (total - units * (n - 1)) / (n * (k - 1))
    return {
        "1,1": (units - within) / (units + (k - 1) * within), "1,k": (units - within) / units,
        "2,1": (units - error) / (units + (k - 1) * error + k * (raters - error) / n),
        "2,k": (units - error) / (units + (raters - error) / n),
        "3,1": (units - error) / (units + (k - 1) * error), "3,k": (units - error) / units,
    }[form]  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_numbers_are_the_exact_ones_rounded_once(seed: int) -> None:
    rows = table(seed, 60 + 40 * seed, 2 + seed % 4, 3 + seed % 3)
    q = 3 + seed % 3
    scale = list(range(1, q + 1))
    for level in LEVELS:
        assert ev.krippendorff_alpha(rows, level).value == float(alpha_in_fractions(rows, level))
    assert ev.gwet_ac1(rows, categories=scale).value == float(ac1_in_fractions(rows, q))
    two = [row[:2] for row in rows]
    for power, weights in ((1, "linear"), (2, "quadratic")):
        assert ev.cohen_kappa(two, weights, categories=scale).value == float(kappa_in_fractions(two, q, power))
    full: Any = table(seed, 30, 3, 5, gaps=0)
    for form in FORMS:
        assert ev.icc(full, form).value == float(icc_in_fractions(full, form))


def test_icc_is_that_of_shrout_and_fleiss_whatever_holds_the_numbers() -> None:
    pd, pl, pa = pytest.importorskip("pandas"), pytest.importorskip("polars"), pytest.importorskip("pyarrow")
    columns = {f"j{j}": [row[j] for row in SHROUT] for j in range(4)}
    holders = [
        SHROUT,
        columns,
        pd.DataFrame(columns),
        pd.DataFrame(columns, dtype="Int64"),
        pl.DataFrame(columns),
        pa.table(columns),
    ]
    holders += [np.array(SHROUT, dtype=t, order=o) for t in ("u1", "i1", "i4", "i8", "f4", "f8") for o in ("C", "F")]
    for x in holders:
        got = ev.icc(x, "2,1")
        assert round(got.value, 10) == 0.2897637795
        assert (round(got.low, 10), round(got.high, 10)) == (0.0187865134, 0.7610843696)
        assert round(got.mean_square_error, 10) == 1.0194444444
    assert round(ev.icc(SHROUT, "3,k").value, 10) == 0.9093155424


def test_krippendorff_and_gwet_take_gaps() -> None:
    got = [round(ev.krippendorff_alpha(C_DATA, level).value, 10) for level in LEVELS]
    assert got == [0.7434210526, 0.8153875038, 0.8491071429, 0.7974027747]
    assert ev.krippendorff_alpha(C_DATA).pairable == 40
    ac1 = ev.gwet_ac1(C_DATA)
    assert (round(ac1.value, 10), round(ac1.observed, 10), round(ac1.expected, 10)) == (
        0.7754440681,
        0.8181818182,
        0.1903211806,
    )
    assert round(ev.fleiss_kappa(C_DATA, generalized=True).value, 10) == 0.7611692754
    assert round(ev.brennan_prediger(C_DATA).value, 10) == 0.7727272727


def test_fleiss_takes_ratings_or_counts() -> None:
    rows = table(5, 40, 4, 4, gaps=0)
    counts = [[row.count(c) for c in (1, 2, 3, 4)] for row in rows]
    assert ev.fleiss_kappa(rows).value == ev.fleiss_kappa(counts, counts=True).value
    assert ev.fleiss_kappa(rows).value == ev.fleiss_kappa(rows, generalized=True).value
    assert len(ev.fleiss_kappa(counts, counts=True).by_category) == 4


def test_trap_1_weighted_kappa_depends_on_the_scale() -> None:
    two: Any = [row[1:] for row in THREE_RATERS]
    seen = sorted({v for pair in two for v in pair})
    assert seen == [1, 2, 3, 4, 6]
    places = [[seen.index(v) for v in pair] for pair in two]
    assert (kappa_in_fractions(places, 5, 1), kappa_in_fractions(two, 6, 1)) == (F(83, 153), F(229, 409))
    assert ev.cohen_kappa(two, "linear").value == float(F(83, 153))
    assert ev.cohen_kappa(two, "linear", categories=range(1, 7)).value == float(F(229, 409))


@pytest.mark.parametrize(("ties", "exact"), [(True, F(603, 725)), (False, F(201, 266))])
def test_trap_2_concordance_depends_on_the_correction_for_ties(ties: bool, exact: F) -> None:
    assert kendall_w_in_fractions(THREE_RATERS, ties) == exact
    for x in (THREE_RATERS, ev.RatingTally.from_ratings(THREE_RATERS)):
        assert ev.kendall_w(x, ties=ties).value == float(exact)


def test_kappa_takes_labels_and_weights_of_ones_own() -> None:
    order = ["low", "middle", "high"]
    cells = {("low", "low"): 44, ("low", "middle"): 5, ("low", "high"): 1, ("middle", "low"): 7, ("middle", "middle"): 20,
             ("middle", "high"): 3, ("high", "low"): 9, ("high", "middle"): 5, ("high", "high"): 6}  # fmt: skip
    rows = [pair for pair, n in cells.items() for _ in range(n)]
    disagreement = [[0, 1, 3], [1, 0, 6], [3, 6, 0]]
    got = ev.cohen_kappa(rows, disagreement, categories=order)
    assert round(got.value, 10) == 0.3478260870
    agreement = [[1 - w / 6 for w in row] for row in disagreement]
    assert ev.cohen_kappa(rows, agreement, categories=order).value == pytest.approx(got.value, rel=1e-9)
    with pytest.raises(ValueError, match="diagonal"):
        ev.cohen_kappa(rows, [[0.5, 1, 1], [1, 0, 1], [1, 1, 0]], categories=order)


DEGENERATE = [
    (lambda: ev.cohen_kappa([[2, 2], [2, 2]]), "no-expected-disagreement"),
    (lambda: ev.cohen_kappa([[2, None], [None, 3]]), "too-few-rows"),
    (lambda: ev.cohen_kappa([[1, 1], [2, 2]]), "no-bound"),
    (lambda: ev.fleiss_kappa([[1, 1, 1], [1, 1, 1]]), "no-expected-disagreement"),
    (lambda: ev.fleiss_kappa([[1, 1, 2], [1, None, 1]]), "unbalanced"),
    (lambda: ev.krippendorff_alpha([[3, 3], [3, 3]]), "no-expected-disagreement"),
    (lambda: ev.krippendorff_alpha([[3, None], [None, 3]]), "too-few-rows"),
    (lambda: ev.krippendorff_alpha([[-1, 2], [2, 2]], "ratio"), "not-identified"),
    (lambda: ev.gwet_ac1([[3, 3], [3, 3]]), "too-few-columns"),
    (lambda: ev.kendall_w([[3, 3], [3, 3]]), "no-variance"),
    (lambda: ev.kendall_w([[3, 3], [3, None], [1, 2]]), "unbalanced"),
    (lambda: ev.icc([[3, 3], [3, 3]]), "no-variance"),
    (lambda: ev.icc([[3, 3]]), "too-few-rows"),
    (lambda: ev.icc([[3], [4]]), "too-few-columns"),
    (lambda: ev.icc([[3, 4], [4, None], [5, 5]]), "unbalanced"),
    (lambda: ev.icc([[1, 1], [2, 2]], "3,1"), "no-bound"),
    (lambda: ev.rwg_j([[3, 3]], 5), "too-few-rows"),
    (lambda: ev.rwg_j([[1, 9], [2, 2]], 5), "code-outside"),
]


@pytest.mark.parametrize(("make", "reason"), DEGENERATE)
def test_what_cannot_be_given_has_a_reason(make: Any, reason: str) -> None:
    got = make()
    assert got.reason == reason
    assert got.estimator
    assert (got.value is None) == (reason != "no-bound")
    assert got.low is None


def test_listwise_leaves_incomplete_units_out() -> None:
    gaps: list[list[int | None]] = [*SHROUT, [1, None, 2, 3]]
    assert ev.icc(gaps, "2,1", missing="listwise").value == ev.icc(SHROUT, "2,1").value
    assert ev.kendall_w(gaps, missing="listwise").value == ev.kendall_w(SHROUT).value
    with pytest.raises(ValueError, match="missing is one of"):
        ev.icc(gaps, "2,1", missing="impute")


def test_groups_of_different_size() -> None:
    values, group = [1, 2, 3, 2, 4, 6], list("aaabbc")
    one = ev.icc(values, "1,1", group=group)
    assert one.value == pytest.approx((6 - 4 / 3) / (6 + (11 / 6 - 1) * 4 / 3), rel=1e-14)
    assert one.estimator == "icc-1,1/f-approximate"
    assert ev.icc(values, "1,1", group=group, size="mean").raters == 2
    assert ev.icc(values, "1,k", group=group).value == pytest.approx(1 - 4 / 18, rel=1e-14)
    with pytest.raises(ValueError, match="group="):
        ev.icc(values, "2,1", group=group)


def test_agreement_within_groups_is_a_table() -> None:
    rows = [[4, 5, 4], [4, 4, 4], [5, 5, 4], [4, 4, 3], [4, 5, 5], [1, 5, 1]]
    assert ev.rwg_j(rows[:5], 5).value == 0.9375
    got = ev.rwg_j(rows, 5, group=["a"] * 5 + ["b"])
    assert got["group"] == ["a", "b"]
    assert got["value"] == [0.9375, None]
    assert got["reason"] == ["no-bound", "too-few-rows"]


def test_codes_for_no_rating_are_gaps() -> None:
    coded = np.where(np.isnan(C_DATA), 9, C_DATA).astype(np.uint8)
    for level in LEVELS:
        want = ev.krippendorff_alpha(C_DATA, level)
        assert ev.krippendorff_alpha(coded, level, missing_codes=(9,)) == want
        assert ev.krippendorff_alpha(coded.astype(int), level, missing_codes=(9,)) == want
    assert ev.icc(coded, "1,1", missing_codes=(9,)) == ev.icc(C_DATA, "1,1")
    with pytest.raises(ps.Error) as raised:
        ev.krippendorff_alpha(coded, categories=[1, 2, 3, 4, 5])
    assert raised.value.code == "INVALID_CODE"


def test_many_values_need_the_interval_level() -> None:
    draw = np.random.Generator(np.random.Philox(3))
    x = draw.integers(0, 1000, (300, 3)) / 10
    assert ev.krippendorff_alpha(x, "interval").value is not None
    with pytest.raises(ps.Error) as raised:
        ev.krippendorff_alpha(x, "ordinal")
    assert raised.value.code == "INVALID_ARGUMENT"
    assert "64 categories" in str(raised.value) and "Split" not in str(raised.value)


# ---- tallies


def coded(seed: int, units: int, raters: int = 4) -> Any:
    draw = np.random.Generator(np.random.Philox(seed))
    true = draw.standard_normal(units)[:, None]
    made = np.digitize(true + 0.8 * draw.standard_normal((units, raters)), [-1.4, -0.4, 0.5, 1.4]) + 1
    made[draw.random((units, raters)) < 0.2] = 0
    return made.astype(np.uint8)


def tallied(x: Any, **more: Any) -> ev.RatingTally:
    return ev.RatingTally.from_ratings(x, [1, 2, 3, 4, 5], missing_codes=(0,), **more)


def test_a_tally_gives_the_same_bits_whatever_the_partition() -> None:
    x = coded(1, 3000)
    whole = tallied(x)
    for seed in range(5):
        draw = random.Random(seed)
        cuts = [0, *sorted(draw.sample(range(1, 3000), 6)), 3000]
        parts = [tallied(x[a:b], shard=uuid.UUID(int=seed * 100 + a)) for a, b in zip(cuts, cuts[1:])]
        draw.shuffle(parts)
        together = parts[0]
        for part in parts[1:]:
            together = together | part
        plain = ev.RatingTally([1, 2, 3, 4, 5], 4, missing_codes=(0,))
        for a, b in zip(cuts, cuts[1:]):
            plain.add(x[a:b])
        assert plain == whole
        assert plain.to_bytes() == whole.to_bytes()
        for level in LEVELS:
            assert ev.krippendorff_alpha(together, level) == ev.krippendorff_alpha(x, level, missing_codes=(0,))
        assert ev.icc(together, "1,k").value == ev.icc(x, "1,k", missing_codes=(0,)).value
        assert ev.gwet_ac1(together) == ev.gwet_ac1(x, missing_codes=(0,))


def test_a_tally_serves_every_statistic() -> None:
    full = np.clip(coded(2, 500), 1, 5)
    t = ev.RatingTally.from_ratings(full)
    assert ev.cohen_kappa(t, "quadratic", raters=(1, 3)) == ev.cohen_kappa(full, "quadratic", raters=(1, 3))
    assert ev.fleiss_kappa(t) == ev.fleiss_kappa(full)
    assert ev.kendall_w(t) == ev.kendall_w(full)
    for form in FORMS:
        assert ev.icc(t, form) == ev.icc(full.astype(float), form)
    assert t.table(1, 0).tolist() == t.table(0, 1).T.tolist()
    assert t.units == 500


def test_a_tally_travels() -> None:
    t = tallied(coded(4, 200), shard=b"0123456789abcdef")
    again = pickle.loads(pickle.dumps(t))
    assert again == t
    assert ev.RatingTally.from_bytes(t.to_bytes()) == t
    labels = ev.RatingTally.from_ratings([["a", "b"], ["b", "b"]])
    assert pickle.loads(pickle.dumps(labels)).categories == ("a", "b")
    with pytest.raises(ps.Error) as raised:
        t.merge(again)
    assert raised.value.code == "SHARD_REPEATED"
    with pytest.raises(ps.Error) as raised:
        t.merge(ev.RatingTally([1, 2], 4))
    assert raised.value.code == "TALLY_OTHER"
    damaged = bytearray(t.to_bytes())
    damaged[-3] ^= 1
    with pytest.raises(ps.Error) as raised:
        ev.RatingTally.from_bytes(bytes(damaged))
    assert raised.value.code == "TALLY_MALFORMED"
    assert raised.value.offset is not None


def test_the_size_of_a_tally_does_not_depend_on_units() -> None:
    t = ev.RatingTally([1, 2, 3, 4, 5], 4, missing_codes=(0,))
    part = coded(5, 1000)
    t.add(part)
    before = len(t.to_bytes())
    for _ in range(50):
        t.add(part)
    assert t.units == 51_000
    assert len(t.to_bytes()) == before
    assert "51" not in repr(t)  # a tally says what it is of, not how many it holds


def test_wrong_input_is_refused_without_saying_what_was_in_it() -> None:
    for x in ("secret", [["secret", None], [3, 4]], [[1, 2], [3]], np.zeros((2, 2, 2)), [[object(), 1]]):
        with pytest.raises((ps.Error, TypeError)) as raised:
            ev.icc(x)
        assert "secret" not in str(raised.value)
    with pytest.raises(ValueError, match="form is one of"):
        ev.icc(SHROUT, "4,1")
    with pytest.raises(ValueError, match="level is one of"):
        ev.krippendorff_alpha(SHROUT, "cardinal")
    with pytest.raises(ValueError, match="two raters"):
        ev.cohen_kappa(SHROUT)


def test_golden_values_of_a_seeded_study() -> None:
    """Drawn here; checked once against R and against the same numbers in fractions."""
    x = coded(20240601, 400)
    rows = [[None if v == 0 else int(v) for v in row] for row in x]
    assert ev.krippendorff_alpha(x, "ordinal", missing_codes=(0,)).value == float(alpha_in_fractions(rows, "ordinal"))
    full = [row for row in rows if None not in row]
    assert ev.icc(full, "2,k").value == float(icc_in_fractions(full, "2,k"))  # type: ignore[arg-type]
