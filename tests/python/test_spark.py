# SPDX-License-Identifier: Apache-2.0
"""Spark: partitions, trees and tasks that run again give the scores and the bytes of one process."""
from __future__ import annotations

import os
import shutil
import sys

import numpy as np
import peersupport as ps
import pytest
import scale_cases as cases

pa = pytest.importorskip("pyarrow")
pytest.importorskip("pyspark")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java, which is not here", allow_module_level=True)
engine = pytest.importorskip("peersupport.spark")
pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::ResourceWarning"),
    pytest.mark.xdist_group("spark"),
]


@pytest.fixture(scope="session")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    settings = {
        "spark.sql.shuffle.partitions": "4", "spark.ui.enabled": "false", "spark.driver.memory": "2g",
        "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.log.level": "OFF",
    }  # fmt: skip
    made = SparkSession.builder.master("local[2,2]").config(map=settings).getOrCreate()  # a task may fail once
    yield made
    made.stop()


@pytest.fixture(scope="session")
def frame():
    return cases.answers()


@pytest.fixture(scope="session")
def expected(frame):
    return cases.expected(frame)


def divided(spark, frame, seed):
    """The pieces as partitions, the empty one among them, read by tasks whose first attempt fails half way."""
    whole = spark.createDataFrame(pa.Table.from_pandas(frame.head(1), preserve_index=False))
    pieces = [pa.Table.from_pandas(piece, preserve_index=False) for piece in cases.cuts(frame, seed)]
    kept = [piece.cast(pieces[0].schema).combine_chunks().to_batches() for piece in pieces]

    def rows(batches):
        from pyspark import TaskContext

        context = TaskContext.get()
        number, first = context.partitionId(), context.attemptNumber() == 0
        for _ in batches:
            pass
        for batch in kept[number]:
            yield batch.slice(0, batch.num_rows // 2)
            if first and number == 1:
                raise RuntimeError("lost on the way")
            yield batch.slice(batch.num_rows // 2)

    return spark.range(len(pieces), numPartitions=len(pieces)).mapInArrow(rows, whole.schema)


def test_by_response(spark, frame, expected, monkeypatch):
    monkeypatch.setattr(engine, "AT_ONCE", 2)
    assert engine.tally(divided(spark, frame, 3), **cases.BY_RESPONSE).to_bytes() == expected["response"]


def test_by_person(spark, frame, expected):
    assert engine.tally(divided(spark, frame, 4), **cases.BY_PERSON).to_bytes() == expected["person"]


def test_scores_and_errors(spark, frame):
    people = frame[frame.perspective == "person"].drop(columns="person_id")
    table = spark.createDataFrame(pa.Table.from_pandas(people, preserve_index=False)).coalesce(1)
    found = engine.score(table, "integrity-survey").toArrow()
    scores = ps.score(people, "integrity-survey")
    assert found.column_names[:4] == ["unit", "wave", "perspective", "simulated"]
    for scale in scores.scales:
        assert np.array_equal(np.asarray(found[scale].to_pandas(), float), scores[scale].value, equal_nan=True)
    with pytest.raises(ps.Error) as refused:
        engine.score(table, "integrity-survey", keep=["response_id"])
    assert refused.value.code == "IDENTIFIER_REFUSED"
    wrong = table.limit(20).withColumn("hope-possibility", table["hope-possibility"] + 4242)
    with pytest.raises(ps.Error) as refused:
        engine.tally(wrong, **cases.BY_RESPONSE)
    assert refused.value.code == "INVALID_CODE" and "4242" not in str(refused.value)
