# SPDX-License-Identifier: Apache-2.0
"""Scores and tallies of Spark data frames. `pip install "peersupport[spark]"`, on the driver and on every worker."""
from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark import TaskContext
from pyspark.sql import functions as F
from pyspark.sql import types as T

from . import _core
from ._instrument import plan as compile_plan
from ._instrument import resolve
from ._tally_parts import Job, Part, beside, finished, joined, scored

if TYPE_CHECKING:
    import uuid

    from pyspark.sql import DataFrame

    from ._tally import Tally

AT_ONCE = 32  # states the driver joins itself; more are joined by workers first
STATES = "numbers array<int>, state binary, error binary"
ARROW_STATES = pa.schema([("numbers", pa.list_(pa.int32())), ("state", pa.binary()), ("error", pa.binary())])


def score(
    df: DataFrame,
    instrument: _core.Instrument | str,
    *,
    form: str | None = None,
    keep: Sequence[str] | None = None,
    **options: Any,
) -> DataFrame:
    """A data frame of scores: for each scale its value (null where not scored) and `<scale>.reason`.

    keep: columns beside the scores; without it unit, wave, perspective, language and simulated where they are there. An
    instrument about a service refuses others (IDENTIFIER_REFUSED). options: as for peersupport.score. The order of the
    rows within a partition stays.
    """
    chosen = resolve(instrument)
    plan = compile_plan(chosen, form, bool(options.get("allow_unverified", False)))
    kept = beside(plan, keep, df.columns)
    options["form"] = plan.form
    fields = [df.schema[name] for name in kept]
    fields += [T.StructField(scale, T.DoubleType()) for scale in plan.scales]
    fields += [T.StructField(f"{scale}.reason", T.StringType()) for scale in plan.scales]

    def scores(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from scored(pa.Table.from_batches([batch]), kept, chosen, options).combine_chunks().to_batches()

    return df.mapInArrow(scores, T.StructType(fields))


def tally(
    df: DataFrame, instrument: _core.Instrument | str = "integrity-survey", *, shard: str | bytes | uuid.UUID, **options: Any
) -> Tally:
    """The tally of a data frame: byte for byte what peersupport.tally gives for the same rows in one process.

    shard: names this data, not the run: the same data counted again, however it is cut, is the same shard, and merging
        it twice is refused. Within the run each partition counts once, also where Spark runs its task again.
    options: as for peersupport.tally, but for definition, series and threads. With `person` the frame is divided by
        person first, so that the latest response of each is found; a partition must then fit into a worker's memory.
    """
    job = Job(instrument, shard, options)
    rows = df.select(*(_quoted(name) for name in job.columns(df.columns)))
    if job.person is not None:
        nobody = F.xxhash64(*(F.col(_quoted(name)) for name in rows.columns)).cast("string")
        rows = rows.repartition(
            rows.rdd.getNumPartitions(), F.coalesce(F.col(_quoted(job.person)).cast("string"), nobody)
        )

    def count(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        context = TaskContext.get()
        number = 0 if context is None else context.partitionId()
        yield _batch(job.part(number, batches if job.person is None else _whole(batches)))

    states = rows.mapInArrow(count, STATES)
    parts = rows.rdd.getNumPartitions()
    if parts > AT_ONCE:
        bunches = math.isqrt(parts)

        def join(table: pa.Table) -> pa.Table:
            return pa.Table.from_batches([_batch(joined(_parts(table.to_pylist())))])

        states = states.groupBy(F.col("numbers")[0] % bunches).applyInArrow(join, STATES)
    return finished(job, _parts(row.asDict() for row in states.collect()))


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _whole(batches: Iterator[pa.RecordBatch]) -> Any:
    """One table: a person's latest response is known only when all are there."""
    found = list(batches)
    return pa.Table.from_batches(found) if found else iter(())


def _batch(part: Part) -> pa.RecordBatch:
    row = {"numbers": list(part.numbers), "state": part.state, "error": part.error}
    return pa.RecordBatch.from_pylist([row], schema=ARROW_STATES)


def _parts(rows: Any) -> Iterator[Part]:
    for row in rows:
        error = None if row["error"] is None else bytes(row["error"])
        yield Part(tuple(row["numbers"]), bytes(row["state"]), error)
