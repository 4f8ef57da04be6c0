# SPDX-License-Identifier: Apache-2.0
"""What the query counted comes back changed, cut off, or about data that may not be counted."""
from __future__ import annotations

import csv
import decimal
import io

import numpy as np
import pandas as pd
import peersupport as ps
import pytest
from peersupport._tally_sql import COLUMNS as NAMES

duckdb = pytest.importorskip("duckdb")
pa = pytest.importorskip("pyarrow")
engine = pytest.importorskip("peersupport.duckdb")
cases = pytest.importorskip("sql_cases")


@pytest.fixture(scope="module")
def small():
    return cases.small()


@pytest.fixture(scope="module")
def rows(small):
    relation, database = cases.run(small)
    made = relation.fetchall()
    database.close()
    return made


# Data that may not be counted


def test_invalid_codes_are_never_missing(small):
    frame = small.astype({"hope-possibility": float})
    frame.loc[0, "hope-possibility"] = 5
    frame.loc[1:2, "trust-see-notes"] = [-1, 77]
    frame.loc[3, "hope-expect-less"] = 1.5
    relation, _ = cases.run(frame)
    with pytest.raises(ps.Error) as refused:
        engine.from_sql(relation, shard="s")
    assert refused.value.code == "INVALID_CODE"
    assert {p.column for p in refused.value.problems} == {"hope-possibility", "trust-see-notes", "hope-expect-less"}
    assert all("5" not in p.place() for p in refused.value.problems if p.column == "trust-see-notes" and not p.detail)
    frame["hope-expect-less"] = small["hope-expect-less"]
    marked = engine.from_sql(cases.run(frame)[0], shard="s", invalid="mark")
    assert marked.to_bytes() == ps.tally(frame, shard="s", invalid="mark").to_bytes()


def test_rows_of_no_cell_are_refused(small):
    frame = small.assign(tongue="en", date=pd.to_datetime(small.date))
    frame.loc[0, "unit"] = None
    frame.loc[1, "perspective"] = "neighbour"
    frame.loc[2:3, "tongue"] = "de"
    frame.loc[4, "date"] = None
    relation, _ = cases.run(frame, language="tongue", waves={"w": ("2022-01-01", "2025-01-01")})
    with pytest.raises(ps.Error) as refused:
        engine.from_sql(relation, shard="s")
    found = {(p.code, p.column, p.detail) for p in refused.value.problems}
    wrong = [("unit", 1), ("perspective", 1), ("tongue", 2), ("date", 1)]
    assert found == {("FIELD_VALUE", column, f"× {n}") for column, n in wrong}


def test_perspectives_without_a_form(small):
    frame = small.copy()
    frame.loc[:2, "perspective"] = "family"
    with pytest.raises(ps.Error) as refused:
        engine.from_sql(cases.run(frame)[0], shard="s")
    assert (refused.value.code, refused.value.problems[0].detail) == ("FORM_UNKNOWN", "family × 3")
    assert cases.check(frame, forms=["person", "supervisor", "peer-supporter"]).responses == len(frame) - 3


@pytest.mark.parametrize("unit", ["x" * 257, "a\nb", "\x85"])
def test_texts_that_no_key_may_be(small, unit):
    with pytest.raises(ps.Error) as refused:
        engine.from_sql(cases.run(small.assign(unit=unit))[0], shard="s")
    assert (refused.value.code, refused.value.column) == ("FIELD_VALUE", "unit")


# Relations that were changed on the way


def test_rows_of_any_kind(small, rows):
    expected = ps.tally(small, shard="s").to_bytes()
    file = io.StringIO()
    csv.writer(file).writerows([NAMES, *rows])
    text = list(csv.DictReader(io.StringIO(file.getvalue())))
    table = pa.Table.from_pylist([dict(zip(NAMES, row)) for row in rows])
    numbers = [(*row[:8], *(None if n is None else decimal.Decimal(n) for n in row[8:])) for row in rows]
    mixed = [rows[i] for i in np.random.default_rng(1).permutation(len(rows))]
    frame = pd.DataFrame(rows, columns=NAMES)
    for given in (rows, iter(rows), text, table, table.select(NAMES[::-1]), numbers, mixed, frame):
        assert engine.from_sql(given, shard="s").to_bytes() == expected


def changed(rows, where, **values):
    """The rows, the first one of a part with other values."""
    at = next(n for n, row in enumerate(rows) if row[5] == where)
    row = dict(zip(NAMES, rows[at])) | values
    return [*rows[:at], tuple(row.values()), *rows[at + 1 :]]


def ended(rows):
    """The rows, where the last one says what the others add up to."""
    total = sum(row[-1] for row in rows if row[5] != "end" and type(row[-1]) is int)
    return changed(rows, "end", n=len(rows) - 1, b=total)


@pytest.mark.parametrize(
    ("part", "values", "code"),
    [
        ("answers", {"n": -1}, "FIELD_VALUE"),
        ("answers", {"n": 0}, "FIELD_VALUE"),
        ("answers", {"n": None}, "FIELD_MISSING"),
        ("answers", {"n": 1.5}, "FIELD_TYPE"),
        ("answers", {"n": "many"}, "FIELD_TYPE"),
        ("answers", {"n": True}, "FIELD_TYPE"),
        ("answers", {"n": float("inf")}, "FIELD_TYPE"),
        ("answers", {"n": 2**63}, "COUNT_OVERFLOW"),
        ("answers", {"n": 10**6}, "SHAPE_MISMATCH"),
        ("answers", {"a": 7}, "REFERENCE_UNKNOWN"),
        ("answers", {"a": None}, "REFERENCE_UNKNOWN"),
        ("answers", {"name": "hope-nothing"}, "REFERENCE_UNKNOWN"),
        ("answers", {"part": "guesses"}, "REFERENCE_UNKNOWN"),
        ("answers", {"form": "nobody"}, "FORM_UNKNOWN"),
        ("answers", {"unit": 3}, "FIELD_TYPE"),
        ("answers", {"unit": "elsewhere"}, "FIELD_MISSING"),
        ("answers", {"language": "de"}, "FIELD_VALUE"),
        ("no-answers", {"other": "tired"}, "REFERENCE_UNKNOWN"),
        ("scores", {"c": 10**9}, "REFERENCE_UNKNOWN"),
        ("scores", {"a": 2, "b": 2, "c": 4, "d": 8, "e": 4}, "REFERENCE_UNKNOWN"),
        ("scores", {"d": None}, "REFERENCE_UNKNOWN"),
        ("no-scores", {"other": "tired"}, "REFERENCE_UNKNOWN"),
        ("complete", {"a": 10**6}, "SHAPE_MISMATCH"),
        ("complete", {"n": 10**6}, "SHAPE_MISMATCH"),
        ("complete", {"other": "nothing"}, "REFERENCE_UNKNOWN"),
        ("incomplete", {"c": None}, "REFERENCE_UNKNOWN"),
        ("responses", {"n": 10**6}, "SHAPE_MISMATCH"),
        ("responses", {"a": 10**9}, "DATE_OUT_OF_RANGE"),
        ("responses", {"b": -(10**6)}, "DATE_OUT_OF_RANGE"),
        ("end", {"n": 3}, "SHAPE_MISMATCH"),
        ("end", {"a": 2}, "FORMAT_UNSUPPORTED"),
        ("end", {"name": "0" * 64}, "TALLY_OTHER"),
        ("end", {"part": "answers"}, "FIELD_MISSING"),
    ],
    ids=str,
)
def test_changed_rows_are_refused(rows, part, values, code):
    with pytest.raises(ps.Error) as refused:
        given = changed(rows, part, **values)
        engine.from_sql(given if part == "end" else ended(given), shard="s")
    assert refused.value.code == code
    assert refused.value.problems[0].place()


def test_lost_and_repeated_rows_are_refused(rows):
    for given, code in [
        (rows[:-1], "FIELD_MISSING"),
        (rows[1:], "SHAPE_MISMATCH"),
        ([], "FIELD_MISSING"),
        ([*rows, rows[0]], "SHAPE_MISMATCH"),
        (ended([*rows, rows[0]]), "ID_DUPLICATE"),
        ([*rows, rows[-1]], "ID_DUPLICATE"),
        (ended([rows[1], *rows[1:]]), "ID_DUPLICATE"),
        ([row[:-1] for row in rows], "SHAPE_MISMATCH"),
        ([dict(zip(NAMES[:-1], row)) for row in rows], "COLUMN_MISSING"),
    ]:
        with pytest.raises(ps.Error) as refused:
            engine.from_sql(given, shard="s")
        assert refused.value.code == code


@pytest.mark.parametrize("part", ["responses", "answers", "no-answers", "scores", "no-scores", "complete"])
def test_a_lost_count_gives_no_tally_even_where_the_end_is_made_to_fit(rows, part):
    lost = next(n for n, row in enumerate(rows) if row[5] == part)
    with pytest.raises(ps.Error):
        engine.from_sql(ended([*rows[:lost], *rows[lost + 1 :]]), shard="s")


def test_all_that_is_wrong_is_named_at_once(rows):
    given = changed(changed(rows, "answers", n=-1), "no-answers", n="x")
    with pytest.raises(ps.Error) as refused:
        engine.from_sql(given, shard="s")
    assert {(p.code, p.column) for p in refused.value.problems} == {("FIELD_VALUE", "n"), ("FIELD_TYPE", "n")}
    assert all(p.row is not None for p in refused.value.problems)


def test_counted_for_something_else(small, rows):
    for options in ({"gram": False}, {"forms": ["person"]}):
        with pytest.raises(ps.Error) as refused:
            engine.from_sql(rows, shard="s", **options)
        assert refused.value.code == "TALLY_OTHER"
    with pytest.raises(ps.Error):
        engine.from_sql(rows, shard="s", invalid="ignore")
