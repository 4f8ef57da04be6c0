# SPDX-License-Identifier: Apache-2.0
"""Published numbers (tests/oracle/instruments; sources in each file)."""
from __future__ import annotations

import numpy as np
import peersupport as ps
import pytest
from conftest import ORACLES

NOT_RATED = 9999

# Family Psychoeducation scale, published item means: all 15 units, and the 8 implementing ones (item 7 not rated).
ALL_UNITS = [160, 300, 313, 293, 313, 313, NOT_RATED, 313, 293, 213, 313, 313, 293, 180]
IMPLEMENTING = [213, 475, 500, 463, 500, 500, NOT_RATED, 500, 463, 313, 500, 500, 463, 250]

# Maternal telephone peer support: (agreed, answered) for each item.
EMOTIONAL = [(146, 152), (143, 151), (144, 152), (138, 152), (133, 152)]
APPRAISAL = [(144, 151), (134, 152), (130, 149), (111, 151)]


def test_o17_not_rated_leaves_the_denominator():
    scale = ps.load_instrument(ORACLES / "fpe-o17.json")
    scores = ps.score(np.array([ALL_UNITS, IMPLEMENTING]), scale)["fidelity"]
    assert [f"{v:.6f}" for v in scores.value] == ["2.776923", "4.338462"]
    assert [f"{v:.2f}" for v in scores.value] == ["2.78", "4.34"]
    assert scores.numerator.tolist() == [3610, 5640] and scores.denominator.tolist() == [1300, 1300]


def test_o18_percent_positive_is_the_mean_of_the_items():
    survey = ps.load_instrument(ORACLES / "psei-o18.json")
    columns = {item.id: np.full(152, np.nan) for item in survey.items}
    for name, counts in (("emotional", EMOTIONAL), ("appraisal", APPRAISAL)):
        for place, (agreed, answered) in enumerate(counts, 1):
            columns[f"{name}-{place}"][:answered] = 0
            columns[f"{name}-{place}"][:agreed] = 1
    found = {row.scale: row for row in ps.summarize(columns, survey)}
    assert f"{found['emotional'].value:.1f}" == "92.8" and f"{found['appraisal'].value:.1f}" == "86.1"
    assert found["emotional"].value == pytest.approx(92.7562, abs=5e-5)
    assert (found["emotional"].positive, found["emotional"].answered) == (704, 759)
    assert found["emotional"].responses == 152
    assert found["informational"].value is None and found["informational"].reason == "too-few-answered"


def test_groups_add_up_to_the_whole():
    pd = pytest.importorskip("pandas")
    survey = ps.instrument("integrity-survey")
    frame = pd.read_csv(ps.sample())
    whole = {r.scale: r for r in ps.summarize(frame, survey)}
    parts = ps.summarize(frame, survey, by="unit")
    assert {r.group for r in parts} == set(frame["unit"])
    for scale, row in whole.items():
        own = [r for r in parts if r.scale == scale]
        assert (sum(r.positive for r in own), sum(r.answered for r in own)) == (row.positive, row.answered)
        assert sum(r.responses for r in own) == len(frame)
    assert list(parts.to_pandas().columns) == ["group", "scale", "value", "positive", "answered", "responses", "reason"]
    polars = pytest.importorskip("polars")
    assert ps.summarize(polars.from_pandas(frame), survey, by="unit") == parts
