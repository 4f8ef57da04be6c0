# SPDX-License-Identifier: Apache-2.0
"""Scores and tallies of DuckDB relations and queries, and the text of a query that counts where only SQL may run.
`pip install "peersupport[cli,arrow]"`."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import duckdb
import pyarrow as pa

from . import _core
from ._counted_form import CountedForm
from ._errors import failed
from ._instrument import plan as compile_plan
from ._instrument import resolve
from ._tally_bytes import tally_bytes
from ._tally_parts import Job, Part, beside, finished, scored
from ._tally_relation import counts_of
from ._tally_rows import Columns, Waves
from ._tally_source import SIMULATED
from ._tally_sql import Asked, digest_of, forms_in, identifier, query

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
    relation = relation.project(", ".join(map(identifier, names)))
    if job.person is None:
        return job.count(_reader(relation))
    if job.person not in names:
        return job.count(relation.to_arrow_table())
    nobody = ", ".join(f"hash({identifier(name)})" for name in names)
    of = f"coalesce(hash(CAST({identifier(job.person)} AS VARCHAR)), hash({nobody}))"
    of = f"CASE WHEN {identifier(job.person)} IS NULL THEN hash({nobody}) ELSE {of} END"

    def part(number: int) -> Part:
        return job.part(number, relation.filter(f"({of}) % {passes} = {number}").to_arrow_table())

    return finished(job, map(part, range(passes)))


def sql(
    instrument: _core.Instrument | str = "integrity-survey",
    *,
    table: str | Sequence[str],
    present: Iterable[str] | None = None,
    unit: str = "unit",
    wave: str | None = "wave",
    date: str | None = "date",
    perspective: str | None = "perspective",
    language: str | None = None,
    stratum: str | None = None,
    person: None = None,
    worker: None = None,
    waves: Mapping[str, Sequence[Any]] | Iterable[Mapping[str, Any]] | None = None,
    items: Mapping[str, str] | None = None,
    forms: Sequence[str] | None = None,
    gram: bool = True,
    allow_unverified: bool = False,
    definition: _core.Definition | None = None,
) -> str:
    """The text of one query that counts a table of answers in DuckDB, for a database in which only SQL may run.
    from_sql() makes the tally of what it returns. The result is personal information, as a tally is.

    table: its name, or the names of catalog, schema and table. present: the table's columns, from which the forms that
        it holds are known as in peersupport.tally; without it all `forms` are taken to be there,
        and a column `simulated` is not read.
    person, worker: refused. Distinct people are counted by keys that are made with a secret, and SQL has no such keyed
        hash. Where people answer more than once, give a view that holds one row of each person in a wave of a unit.
    All else as for peersupport.tally. A name may hold any character but U+0000.
    """
    for name, given in {"person": person, "worker": worker}.items():
        if given is not None:
            raise failed("INVALID_ARGUMENT", path=f"/{name}", detail="SQL: no keyed hash")
    chosen = resolve(instrument)
    plan = _tally_plan(chosen, forms, gram, allow_unverified, definition)
    columns = Columns(unit, None if waves is not None else wave, date, perspective, language, stratum, None, None)
    present = None if present is None else set(present)
    intervals, simulated = None if waves is None else Waves(waves), present is not None and SIMULATED in present
    asked = Asked(table, columns, intervals, dict(items or {}), gram, digest_of(plan), simulated)
    there = forms_in(plan, asked, present, forms is None)
    return query(chosen.id, [CountedForm(chosen, form, allow_unverified) for form in there], asked)


def from_sql(
    relation: Any,
    instrument: _core.Instrument | str = "integrity-survey",
    *,
    shard: str | bytes | uuid.UUID,
    forms: Sequence[str] | None = None,
    gram: bool = True,
    invalid: Literal["raise", "mark"] = "raise",
    allow_unverified: bool = False,
    definition: _core.Definition | None = None,
) -> Tally:
    """The tally of what the query of sql() returned: byte for byte what peersupport.tally gives for the same rows.

    relation: a DuckDB relation, anything with an Arrow stream, or rows as tuples in the query's order or as mappings;
    numbers may be text, as in a CSV file. forms, gram, definition: as given to sql(). Errors name every place that is
    wrong: TALLY_OTHER (counted for another instrument, version, definition, other forms, another gram), SHAPE_MISMATCH
    (rows were cut off, or counts contradict each other), FIELD_VALUE, FIELD_TYPE, FIELD_MISSING, REFERENCE_UNKNOWN,
    ID_DUPLICATE, COUNT_OVERFLOW, and INVALID_CODE where cells of the table hold no code, unless `invalid` is "mark".
    """
    from ._tally import LIMIT, Tally, _shard

    if invalid not in ("raise", "mark"):
        raise failed("INVALID_ARGUMENT", path="/invalid")
    chosen = resolve(instrument)
    plan = _tally_plan(chosen, forms, gram, allow_unverified, definition)
    counts = counts_of(relation, digest_of(plan), forms is None)
    of_forms = {form: CountedForm(chosen, form, allow_unverified) for form, _, _ in plan.forms}
    made = tally_bytes(plan, _shard(shard), of_forms, gram, counts, invalid == "mark")
    return Tally.from_bytes(made, limit=max(LIMIT, len(made)))


def _tally_plan(
    chosen: _core.Instrument,
    forms: Sequence[str] | None,
    gram: bool,
    allow_unverified: bool,
    definition: _core.Definition | None,
) -> _core.TallyPlan:
    wanted = [f.id for f in chosen.forms] if forms is None else list(forms)
    return _core.TallyPlan(chosen, wanted, False, bool(gram), allow_unverified, definition)


def _relation(source: Any, connection: duckdb.DuckDBPyConnection | None) -> duckdb.DuckDBPyRelation:
    if isinstance(source, duckdb.DuckDBPyRelation):
        return source
    return (connection or duckdb.default_connection()).sql(source)


def _reader(relation: duckdb.DuckDBPyRelation) -> pa.RecordBatchReader:
    return relation.to_arrow_reader(ROWS)
