# SPDX-License-Identifier: Apache-2.0
"""DuckDB: relations and queries give the scores and the bytes of one process."""
from __future__ import annotations

import numpy as np
import peersupport as ps
import pytest
import scale_cases as cases

duckdb = pytest.importorskip("duckdb")
pa = pytest.importorskip("pyarrow")
engine = pytest.importorskip("peersupport.duckdb")


@pytest.fixture(scope="module")
def frame():
    return cases.answers()


@pytest.fixture(scope="module")
def expected(frame):
    return cases.expected(frame)


@pytest.fixture
def database(frame):
    made = duckdb.connect()
    made.register("frame", frame)
    made.execute("CREATE TABLE answers AS SELECT * FROM frame")
    return made


@pytest.mark.parametrize("seed", range(3))
def test_any_order_gives_the_bytes_of_one_process(database, frame, expected, seed):
    for n, piece in enumerate(cases.cuts(frame, seed)):
        database.register(f"piece{n}", pa.Table.from_pandas(piece, preserve_index=False))
    query = " UNION ALL ".join(f"SELECT * FROM piece{i}" for i in range(n + 1))
    assert engine.tally(query, connection=database, **cases.BY_RESPONSE).to_bytes() == expected["response"]
    relation = database.sql(query)
    assert engine.tally(relation, passes=seed + 1, **cases.BY_PERSON).to_bytes() == expected["person"]
    assert engine.tally(relation, **cases.BY_RESPONSE).to_bytes() == expected["response"], "a relation is read again"


def test_several_batches_and_none(database, expected, monkeypatch):
    monkeypatch.setattr(engine, "ROWS", 256)
    assert engine.tally("FROM answers", connection=database, **cases.BY_RESPONSE).to_bytes() == expected["response"]
    nothing = engine.tally("FROM answers LIMIT 0", connection=database, **cases.BY_PERSON)
    assert nothing.responses == 0 and nothing.shards == 1
    with pytest.raises(ps.Error):
        engine.tally("FROM answers", connection=database, passes=0, **cases.BY_PERSON)


def test_scores(database, frame):
    people = frame[frame.perspective == "person"]
    query = "FROM answers WHERE perspective = 'person'"
    found = engine.score(query, "integrity-survey", connection=database)
    scores = ps.score(people, "integrity-survey")
    table = found.to_arrow_table()
    assert table.column_names[:4] == ["unit", "wave", "perspective", "simulated"]
    for scale in scores.scales:
        values = np.asarray(table[scale].to_pandas(), float)
        assert np.array_equal(values, scores[scale].value, equal_nan=True)
    assert len(found.filter("\"hope-and-recovery\" >= 0").to_arrow_table()) == (scores["hope-and-recovery"].reason == 0).sum()
    stream = engine.batches(query, "integrity-survey", connection=database, keep=["unit"])
    assert stream.read_all().num_rows == len(people)
    with pytest.raises(ps.Error) as refused:
        engine.score(query, "integrity-survey", connection=database, keep=["person_id"])
    assert refused.value.code == "IDENTIFIER_REFUSED"
