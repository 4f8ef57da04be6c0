# SPDX-License-Identifier: Apache-2.0
"""Scores and tallies of DuckDB relations and queries. `pip install "peersupport[cli,arrow]"`."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from . import _core
from ._errors import failed
from ._instrument import plan as compile_plan
from ._instrument import resolve
from ._tally_parts import Job, Part, beside, finished, scored

if TYPE_CHECKING:
    import uuid

    from ._tally import Tally

ROWS = 122_880  # of one batch: a row group of DuckDB


def batches(
    source: duckdb.DuckDBPyRelation | str,
    instrument: _core.Instrument | str,
    *,
    connection: duckdb.DuckDBPyConnection | None = None,
    form: str | None = None,
    keep: Sequence[str] | None = None,
    **options: Any,
) -> pa.RecordBatchReader:
    """Scores as a stream in bounded memory, to be read once: for each scale its value (null where not scored) and
    `<scale>.reason`.

    source: a relation, or the text of a query. keep: columns beside the scores; without it unit, wave, perspective,
    language and simulated where they are there. An instrument about a service refuses others (IDENTIFIER_REFUSED).
    options: as for peersupport.score.
    """
    relation, chosen = _relation(source, connection), resolve(instrument)
    plan = compile_plan(chosen, form, bool(options.get("allow_unverified", False)))
    kept = beside(plan, keep, relation.columns)
    options["form"] = plan.form
    empty = scored(relation.limit(0).to_arrow_table(), kept, chosen, options)

    def scores() -> Iterator[pa.RecordBatch]:
        for batch in _reader(relation):
            table = pa.Table.from_batches([batch])
            yield from scored(table, kept, chosen, options).cast(empty.schema).combine_chunks().to_batches()

    return pa.RecordBatchReader.from_batches(empty.schema, scores())


def score(
    source: duckdb.DuckDBPyRelation | str,
    instrument: _core.Instrument | str,
    *,
    connection: duckdb.DuckDBPyConnection | None = None,
    **options: Any,
) -> duckdb.DuckDBPyRelation:
    """A relation of scores, held in memory: the columns of batches()."""
    table = batches(source, instrument, connection=connection, **options).read_all()
    return (connection or duckdb.default_connection()).from_arrow(table)


def tally(
    source: duckdb.DuckDBPyRelation | str,
    instrument: _core.Instrument | str = "integrity-survey",
    *,
    shard: str | bytes | uuid.UUID,
    connection: duckdb.DuckDBPyConnection | None = None,
    passes: int = 1,
    **options: Any,
) -> Tally:
    """The tally of a relation or query: byte for byte what peersupport.tally gives for the same rows.

    Rows are read batch by batch in bounded memory. With `person` the rows of a pass are held at once, because a person's
    latest response is known only then: the source is read `passes` times, each time for another part of the people.
    options: as for peersupport.tally, but for definition, series and threads.
    """
    if not isinstance(passes, int) or passes < 1:
        raise failed("INVALID_ARGUMENT", path="/passes")
    job, relation = Job(instrument, shard, options), _relation(source, connection)
    names = job.columns(relation.columns)
    relation = relation.project(", ".join(map(_quoted, names)))
    if job.person is None:
        return job.count(_reader(relation))
    if job.person not in names:
        return job.count(relation.to_arrow_table())
    nobody = ", ".join(f"hash({_quoted(name)})" for name in names)
    of = f"coalesce(hash(CAST({_quoted(job.person)} AS VARCHAR)), hash({nobody}))"
    of = f"CASE WHEN {_quoted(job.person)} IS NULL THEN hash({nobody}) ELSE {of} END"

    def part(number: int) -> Part:
        return job.part(number, relation.filter(f"({of}) % {passes} = {number}").to_arrow_table())

    return finished(job, map(part, range(passes)))


def _relation(source: Any, connection: duckdb.DuckDBPyConnection | None) -> duckdb.DuckDBPyRelation:
    if isinstance(source, duckdb.DuckDBPyRelation):
        return source
    return (connection or duckdb.default_connection()).sql(source)


def _reader(relation: duckdb.DuckDBPyRelation) -> pa.RecordBatchReader:
    return relation.to_arrow_reader(ROWS)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
