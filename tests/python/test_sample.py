# SPDX-License-Identifier: Apache-2.0
"""The sample is simulated, says so, and has the shape the documentation promises."""
from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter

import peersupport as ps
from conftest import ROOT


def rows():
    with open(ps.sample(), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_says_everywhere_that_it_is_simulated():
    assert "simulated" in ps.sample().name
    assert {row["simulated"] for row in rows()} == {"simulated"}


def test_nine_agencies_eight_waves_three_forms():
    found = rows()
    assert len({r["unit"] for r in found}) == 9 and len({r["wave"] for r in found}) == 8
    assert {r["perspective"] for r in found} == {"person", "peer-supporter", "supervisor"}
    cells = Counter((r["unit"], r["wave"]) for r in found if r["perspective"] == "person")
    few = [c for c, n in cells.items() if n < 5]
    assert sum(n >= 25 for n in cells.values()) >= 60 and len(few) >= 2
    assert len({r["response_id"] for r in found}) == len(found)


def test_answers_are_missing_declined_and_not_applicable(survey):
    items = survey.forms[0].items
    cells = Counter(r[i] for r in rows() for i in items)
    assert set(cells) == {"", "0", "1", "2", "3", "4", "8", "9"}
    assert all(cells[c] > 500 for c in cells)


def test_values_differ_agencies_move_and_staff_are_rosier(survey):
    pd = __import__("pytest").importorskip("pandas")
    frame = pd.read_csv(ps.sample())
    scores = ps.score(frame, survey).to_pandas()[[s for s in survey.forms[0].scales]]
    by = frame.assign(mean=scores.mean(axis=1)).groupby("perspective")["mean"].mean()
    assert by["peer-supporter"] > by["person"] + 3
    people = frame.assign(mean=scores.mean(axis=1))[frame["perspective"] == "person"]
    path = people.groupby(["unit", "wave"])["mean"].mean().unstack()
    moved = path["2025-h2"] - path["2022-h1"]
    assert moved["three-rivers"] > 5 and moved["cedar-path"] < -5
    assert scores[frame["perspective"] == "person"].mean().max() - scores[frame["perspective"] == "person"].mean().min() > 3


def test_making_it_again_gives_the_same_bytes(tmp_path):
    survey = ROOT / "src/instrument/bundled/integrity-survey.json"
    subprocess.run([sys.executable, str(ROOT / "scripts/make_sample.py"), str(survey), str(tmp_path)], check=True)
    for name in (ps.sample().name, "agencies.csv"):
        assert (tmp_path / name).read_bytes() == (ps.sample().parent / name).read_bytes()
