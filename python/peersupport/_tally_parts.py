# SPDX-License-Identifier: Apache-2.0
"""One shard counted in parts by an engine that may run a task twice: each part counts once, in any order."""
from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from . import _core
from ._errors import Error, failed
from ._instrument import resolve
from ._tally import Tally, tally
from ._tally_source import SIMULATED

# What tally() takes that holds the name of a column.
COLUMNS = {"unit": "unit", "wave": "wave", "date": "date", "perspective": "perspective"}
OPTIONAL = ("language", "stratum", "person", "worker")
# Columns that may stand beside a score of an instrument about a service.
BESIDE_SERVICE = ("unit", "wave", "perspective", "language", "simulated")


class Part(NamedTuple):
    """What some parts counted together: their numbers, ascending, and the bytes of the tally or of an Error."""

    numbers: tuple[int, ...]
    state: bytes
    error: bytes | None = None


class Job:
    """What every part of one shard is counted with. Travels to other processes."""

    def __init__(self, instrument: _core.Instrument | str, shard: Any, options: Mapping[str, Any]) -> None:
        if options.get("definition") is not None or options.get("series") is not None:
            raise failed("INVALID_ARGUMENT", path="/definition" if options.get("definition") is not None else "/series")
        self.instrument, self.shard, self.options = resolve(instrument), shard, dict(options)
        self.person: str | None = self.options.get("person")

    def columns(self, there: Iterable[str]) -> list[str]:
        """Of the columns that are there, those that are read."""
        items = self.options.get("items") or {}
        wanted = {items.get(i.id, i.id) for i in self.instrument.items}
        wanted |= {self.options.get(k, usual) for k, usual in COLUMNS.items()}
        wanted |= {self.options.get(k) for k in OPTIONAL} | {SIMULATED}
        return [name for name in there if name in wanted]

    def count(self, rows: Any) -> Tally:
        """A table, or an iterator over the batches of one."""
        return tally(rows, self.instrument, shard=self.shard, **self.options)

    def part(self, number: int, rows: Any) -> Part:
        """Counts one part. What is wrong in it travels back as an Error that names the part."""
        try:
            return Part((number,), self.count(rows).to_bytes())
        except Error as error:
            placed = [p._replace(detail=p.detail or f"partition {number}") for p in error.problems]
            return Part((number,), b"", pickle.dumps(Error(placed, error.total)))


def joined(parts: Iterable[Part]) -> Part:
    """Parts of one shard together. One that comes again is left out if it holds the same, and refused otherwise:
    SHARD_REPEATED, because then the data changed while they were counted."""
    seen: dict[tuple[int, ...], bytes] = {}
    for numbers, state, error in sorted(parts, key=lambda part: part.numbers):
        if error is not None:
            return Part(tuple(numbers), b"", error)
        if seen.setdefault(tuple(numbers), state) != state:
            raise failed("SHARD_REPEATED")
    every = sorted(number for numbers in seen for number in numbers)
    if len(set(every)) < len(every):
        raise failed("SHARD_REPEATED")
    total: Tally | None = None
    for state in seen.values():
        made = Tally.from_bytes(state, limit=len(state))
        if total is None:
            total = made
        else:
            total._join(made)
    return Part(tuple(every), b"" if total is None else total.to_bytes())


def finished(job: Job, parts: Iterable[Part]) -> Tally:
    """The tally of the whole shard; the errors of a part are raised here."""
    whole = joined(parts)
    if whole.error is not None:
        raise pickle.loads(whole.error)
    return Tally.from_bytes(whole.state, limit=len(whole.state)) if whole.state else job.count(iter(()))


def beside(plan: _core.Plan, keep: Sequence[str] | None, there: Sequence[str]) -> list[str]:
    """Columns kept beside scores. An instrument about a service may not join a person to a score."""
    usual = [name for name in BESIDE_SERVICE if name in there] if keep is None else list(keep)
    if plan.subject == "service":
        for name in usual:
            if name not in BESIDE_SERVICE:
                raise failed("IDENTIFIER_REFUSED", column=name)
    return usual


def scored(table: Any, keep: Sequence[str], instrument: _core.Instrument, options: Mapping[str, Any]) -> Any:
    """An Arrow table of scores: kept columns, values, reasons as plain text."""
    import pyarrow as pa

    from ._score import score

    made = score(table, instrument, **options).to_arrow()
    columns = {name: table.column(name) for name in keep}
    for field in made.schema:
        column = made.column(field.name)
        columns[field.name] = column.cast(pa.string()) if pa.types.is_dictionary(field.type) else column
    return pa.table(columns)
