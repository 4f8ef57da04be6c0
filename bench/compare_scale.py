# SPDX-License-Identifier: Apache-2.0
"""compare_scale.py [RESPONSES]: the same tally by one process, DuckDB, Dask and Spark; what an engine costs beside it.
The bytes are compared too. Engines that are not installed are left out."""
from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Any

import peersupport as ps
import pyarrow as pa
from stream_responses import batches

OPTIONS: dict[str, Any] = {"shard": "simulated", "date": None}
REPEATS = 3


def best(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of the fastest of a few runs, after one that warms up."""
    made, found = work(), []
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found), made


def with_duckdb(table: pa.Table) -> Callable[[], Any]:
    import duckdb
    import peersupport.duckdb as engine

    database = duckdb.connect()
    database.register("answers", table)
    return lambda: engine.tally("FROM answers", connection=database, **OPTIONS)


def with_dask(table: pa.Table) -> Callable[[], Any]:
    import dask.dataframe as frames
    import peersupport.dask as engine

    divided = frames.from_pandas(table.to_pandas(), npartitions=4)
    return lambda: engine.tally(divided, compute={"scheduler": "threads", "num_workers": 2}, **OPTIONS)


def with_spark(table: pa.Table) -> Callable[[], Any]:
    import peersupport.spark as engine
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {"spark.sql.shuffle.partitions": "4", "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.driver.memory": "2g", "spark.log.level": "ERROR"}
    began = time.perf_counter()
    spark = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    signed = pa.schema([(f.name, pa.int16() if f.type == pa.uint8() else f.type) for f in table.schema])  # Spark has no other
    frame = spark.createDataFrame(table.cast(signed)).repartition(4).cache()
    frame.count()
    print(f"  Spark: {time.perf_counter() - began:.1f} s to start and to take the table in, not counted below")
    return lambda: engine.tally(frame, **OPTIONS)


def main() -> None:
    responses = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    table = pa.concat_tables(batches(responses)).combine_chunks()
    base, expected = best(lambda: ps.tally(table, **OPTIONS))
    print(f"{responses:,} responses; one process, one thread: {base:.3f} s")
    two, made = best(lambda: ps.tally(table, threads=2, **OPTIONS))
    print(f"{'two threads':12} {two:8.3f} s  {two / base:6.2f} x  equal bytes: {made == expected}")
    for name, make in {"DuckDB": with_duckdb, "Dask": with_dask, "Spark": with_spark}.items():
        try:
            work = make(table)
        except ImportError as missing:
            print(f"{name:12} not installed ({missing.name})")
            continue
        taken, made = best(work)
        print(f"{name:12} {taken:8.3f} s  {taken / base:6.2f} x  equal bytes: {made.to_bytes() == expected.to_bytes()}")


if __name__ == "__main__":
    main()
