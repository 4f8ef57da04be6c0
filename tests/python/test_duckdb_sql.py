# SPDX-License-Identifier: Apache-2.0
"""Counts made by SQL alone: the query is run by a plain connection, and its rows give the bytes of one process."""
from __future__ import annotations

import numpy as np
import pandas as pd
import peersupport as ps
import pytest
from peersupport._tally_rows import says_yes
from peersupport._tally_sql import COLUMNS

duckdb = pytest.importorskip("duckdb")
pa = pytest.importorskip("pyarrow")
engine = pytest.importorskip("peersupport.duckdb")
cases = pytest.importorskip("sql_cases")


@pytest.fixture(scope="module")
def sample():
    return cases.sample()


@pytest.fixture(scope="module")
def small():
    return cases.small()


def test_the_sample_gives_the_bytes_of_one_process(sample):
    made = cases.check(sample)
    assert made.responses == len(sample) and len(set(made.cells.columns["perspective"])) == 3


@pytest.mark.parametrize(
    "options",
    [
        {"gram": False},
        {"forms": ["person", "supervisor"]},
        {"wave": None, "date": None},
        {"waves": {"first": ("2022-01-01", "2023-06-15"), "it's \"later\"": ("2023-06-15", "2024-01-01")}},
    ],
    ids=str,
)
def test_what_is_counted_may_be_chosen(small, options):
    cases.check(small, **options)


def test_one_row_and_none(small):
    assert cases.check(small.iloc[:1]).responses == 1
    nothing = cases.check(small.iloc[:0])
    assert nothing.responses == 0 and nothing.shards == 1


def test_adds_up_with_a_tally_of_another_way(small):
    half = len(small) // 2
    relation, _ = cases.run(small.iloc[:half])
    first = engine.from_sql(relation, shard="a")
    second = ps.tally(small.iloc[half:], shard="b")
    both = ps.tally(small.iloc[:half], shard="a") + second
    assert (second + first).to_bytes() == both.to_bytes()
    with pytest.raises(ps.Error) as refused:
        first + ps.tally(small.iloc[:half], shard="a")
    assert refused.value.code == "SHARD_REPEATED"


def test_query_says_what_it_counts(small):
    text = engine.sql(table="answers", present=list(small.columns))
    relation, _ = cases.run(small)
    assert tuple(relation.columns) == COLUMNS
    assert [str(kind) for kind in relation.types] == ["VARCHAR"] * 8 + ["BIGINT"] * 6
    assert "personal information" in text
    assert max(map(len, text.splitlines())) <= 125
    whole = ps.instrument("integrity-survey").forms[0].items
    assert all(f"'{item}'" in text for item in whole)


# Any instrument, random answers


OPTIONS = {"wave": None, "language": "tongue", "stratum": "group"}


@pytest.mark.parametrize("seed", range(3))
def test_random_answers_to_several_forms(survey, seed):
    forms = ["person", "person-outcomes", "supervisor", "supervisor-conditions"]
    answers = cases.random_answers(survey, forms, 150, seed)
    outcomes = next(f for f in survey.forms if f.id == "person-outcomes").items
    answers.loc[:20, list(outcomes)] = 8  # no answers, but a response
    cases.check(answers, **OPTIONS)
    cases.check(answers, forms=[*forms, "person-short"], **{**OPTIONS, "gram": False})


@pytest.mark.parametrize("name", ["facit", "inspire", "mhsip-adult", "rsa-r", "qpr-15"])
def test_random_answers_to_other_instruments(name):
    instrument = ps.instrument(name)
    forms = [f.id for f in instrument.forms]
    for seed, empty in enumerate([0.0, 0.05, 0.6]):
        answers = cases.random_answers(instrument, forms, 60, seed, empty)
        cases.check(answers, instrument, allow_unverified=True, wave=None)


def test_every_rule_of_scores_and_gaps():
    instrument = cases.every_rule()
    for seed, empty in enumerate([0.0, 0.1, 0.4]):
        made = cases.check(cases.random_answers(instrument, ["whole"], 150, seed, empty), instrument, **OPTIONS)
        assert made.responses == 150


def test_scores_that_sums_do_not_tell_are_refused():
    model = {"rule": "grm_eap", "items": [{"a": 1, "b": [0, 1]}] * 3, "quadrature": {"points": 21, "from": -4, "to": 4}}
    with pytest.raises(ps.Error) as refused:
        engine.sql(cases.every_rule(model=(model, "abg")), table="answers", wave=None)
    assert (refused.value.code, refused.value.path) == ("INVALID_ARGUMENT", "/scales/model-0")


# Names


def test_hostile_names(small):
    names = {
        "unit": "un'it\"; DROP TABLE answers; --",
        "wave": "ps_source",
        "date": "given",
        "perspective": "response {0} %s \\",
        "hope-possibility": 'é"\'\u2028"',
        "trust-see-notes": "item_1",
        "learning-try-new": "SELECT",
    }
    frame = small.rename(columns=names)
    units = frame[names["unit"]]
    frame[names["unit"]] = units.replace({units.iloc[0]: "a'); DROP TABLE x; -- \"{}\\ ü"})
    items = {name: names[name] for name in names if "-" in name}
    columns = {name: names[name] for name in names if "-" not in name}
    for table in ("answers", "ps_answers", "given", 'x"; DROP TABLE "y\' --', ["s'c\"h", "ps_source"]):
        made = cases.check(frame, table=table, items=items, gram=False, **columns)
        assert made.responses == len(frame)
    for table in ("", "a\0b", [], "PS_Source"):
        with pytest.raises(ps.Error) as refused:
            engine.sql(table=table)
        assert refused.value.code == "INVALID_ARGUMENT"


CODES = "hope-possibility"
KINDS = {
    "wave": ["2025", "NULL", "''"],
    "date": ["TIMESTAMP '1969-12-31 23:59:59'", "NULL", "'2025-01-03'"],
    CODES: ["true", "2::FLOAT", "2::UBIGINT", "'nan'::DOUBLE", "'-0'::DOUBLE", "8::TINYINT", "NULL"],
}


@pytest.mark.parametrize(("column", "value"), [(column, value) for column in KINDS for value in KINDS[column]])
def test_kinds_of_columns(small, column, value):
    database = duckdb.connect()
    database.register("small", small)
    database.execute(f'CREATE TABLE answers AS SELECT * REPLACE ({value} AS "{column}") FROM small')
    made = engine.from_sql(database.sql(engine.sql(table="answers", present=list(small.columns))), shard="s")
    assert made.to_bytes() == engine.tally("FROM answers", connection=database, shard="s").to_bytes()


@pytest.mark.parametrize("column", ["unit", "wave", "group"])
def test_texts_that_a_database_takes_for_equal(small, column):
    """A collation that knows no capitals and no accents makes no difference to what is counted together."""
    texts = np.where(np.arange(len(small)) % 2 == 0, "Été", "ete")
    database = duckdb.connect()
    database.execute("PRAGMA default_collation = 'nocase.noaccent'")
    frame = small.assign(group="x").assign(**{column: texts})
    database.register("frame", frame)
    database.execute("CREATE TABLE answers AS SELECT * FROM frame")
    text = engine.sql(table="answers", present=list(frame.columns), stratum="group")
    made = engine.from_sql(database.sql(text), shard="s")
    assert made.to_bytes() == ps.tally(frame, shard="s", stratum="group").to_bytes()
    database.execute("UPDATE answers SET perspective = 'Person'")
    with pytest.raises(ps.Error) as refused:
        engine.from_sql(database.sql(text), shard="s")
    assert (refused.value.code, refused.value.column) == ("FIELD_VALUE", "perspective")


def test_columns_that_are_not_there(small):
    with pytest.raises(ps.Error) as refused:
        engine.sql(table="t", present=[c for c in small.columns if c not in ("hope-possibility", "trust-see-notes")])
    assert [(p.code, p.column) for p in refused.value.problems] == [
        ("COLUMN_MISSING", "hope-possibility"), ("COLUMN_MISSING", "trust-see-notes"),
    ]  # fmt: skip
    for missing in ({"unit": "where"}, {"perspective": None}, {"waves": {}, "date": None}):
        with pytest.raises(ps.Error) as refused:
            engine.sql(table="t", present=list(small.columns), **missing)
        assert refused.value.code == "COLUMN_MISSING"
    with pytest.raises(duckdb.Error):
        cases.run(small, present=None)


@pytest.mark.parametrize("who", ["person", "worker"])
def test_people_are_not_counted_by_sql(who):
    with pytest.raises(ps.Error) as refused:
        engine.sql(table="t", **{who: "person_id"})
    assert (refused.value.code, refused.value.path) == ("INVALID_ARGUMENT", f"/{who}")


def test_one_row_of_each_person_may_be_given(sample):
    """A view that holds each person's latest response counts people, as the documentation says."""
    people = sample[sample.perspective == "person"]
    latest = people.sort_values("date").groupby(["person_id", "unit", "wave"]).tail(1)
    database = duckdb.connect()
    database.register("people", people)
    database.execute(
        "CREATE VIEW latest AS SELECT * FROM people QUALIFY row_number() OVER "
        "(PARTITION BY perspective, unit, wave, person_id ORDER BY date DESC) = 1"
    )
    made = engine.from_sql(database.sql(engine.sql(table="latest", present=list(people.columns))), shard="s")
    assert made.responses == len(latest)


TEXTS = [("", False), (" 0 ", False), ("FALSE", False), ("No\t", False), ("n", False), ("F", False), ("non", False), ("Faux", False),
         (None, False), ("simulated", True), ("oui", True), ("0.0", True), ("nan", True)]  # fmt: skip
OTHERS = [([True, False], True), ([False, None], False), ([0, 0], False), ([0, 2], True), ([0.0, float("nan")], False), ([0.5, None], True)]


@pytest.mark.parametrize(("cells", "expected"), [*(([text], yes) for text, yes in TEXTS), *OTHERS], ids=str)
def test_a_column_says_the_same_here_as_everywhere(small, cells, expected):
    assert any(map(says_yes, cells)) is expected
    frame = small.head(40)
    column = pd.Series([*cells, *[cells[0]] * (len(frame) - len(cells))])
    kinds = {bool: "boolean", int: "Int64", float: "float64", str: "string", type(None): "string"}
    frame = frame.assign(simulated=column.astype(kinds[type(cells[0])]))
    relation, _ = cases.run(frame)
    assert any(row[5] == "simulated" for row in relation.fetchall()) is expected
