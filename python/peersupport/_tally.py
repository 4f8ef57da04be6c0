# SPDX-License-Identifier: Apache-2.0
"""Counts of answers that add up over files, agencies and threads. A tally is personal information."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from . import _core
from ._errors import Error, failed, invalid_cells, problem
from ._instrument import resolve
from ._language import language as current_language
from ._tally_rows import Columns, Rows, Waves
from ._tally_source import Source, sources

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas
    import polars

    from ._publish import Policy, Published

LEAST_ROWS = 10_000  # a thread's share; below it, threads cost more than they give
LIMIT = 64 << 20


class TallyCells:
    """One row a cell: form, perspective, unit, wave, language, stratum, responses, with_person, workers,
    with_worker, first_day, last_day. Exact counts, one person's among them: personal information."""

    NAMES = (
        "form", "perspective", "unit", "wave", "language", "stratum", "responses", "with_person", "workers",
        "with_worker", "first_day", "last_day",
    )  # fmt: skip

    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        self._rows = rows

    @property
    def columns(self) -> dict[str, list[Any]]:
        return {name: [row[i] for row in self._rows] for i, name in enumerate(self.NAMES)}

    def __len__(self) -> int:
        return len(self._rows)

    def to_pandas(self) -> pandas.DataFrame:
        import pandas as pd

        return pd.DataFrame(self.columns, columns=list(self.NAMES))

    def to_polars(self) -> polars.DataFrame:
        import polars as pl

        return pl.DataFrame(self.columns)

    def __eq__(self, other: object) -> bool:
        return self._rows == other._rows if isinstance(other, TallyCells) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        if current_language() == "fr":
            return f"<Cellules de comptes : {len(self)}; renseignements personnels, à garder à l’intérieur>"
        return f"<Cells of a tally: {len(self)}; personal information, to be kept inside>"


class Tally(_core.Tally):
    """What `tally()` counted, and sums of it. Immutable to the user: merging gives a new one.

    A cell of one response is that response, so a tally is personal information: it stays where the answers may be, or
    travels under an agreement. `publish()` makes what may be shown. `simulated` says whether answers nobody gave are among
    what was counted; sums, profiles and published figures keep that.
    """

    __hash__ = None  # type: ignore[assignment]

    def merge(self, other: Tally) -> Tally:
        """Both together. Errors, and then nothing is added: TALLY_OTHER, SHARD_REPEATED, PERSON_REPEATED,
        COUNT_OVERFLOW; PUBLISHED_FINAL where one is published figures."""
        made = Tally(self)
        made._merge(_countable(other))
        return made

    def __add__(self, other: object) -> Tally:
        return self.merge(other) if isinstance(other, Tally) else NotImplemented

    @classmethod
    def merge_all(cls, tallies: Iterable[Tally]) -> Tally:
        """All together, in any order; the empty tally when there is none."""
        made = cls()
        for one in tallies:
            made._merge(_countable(one))
        return made

    def publish(self, policy: Policy, **how: Any) -> Published:
        """What may be shown of it: `peersupport.publish(self, policy, **how)`."""
        from ._publish import publish

        return publish(self, policy, **how)

    @classmethod
    def from_bytes(cls, data: bytes, *, limit: int = LIMIT) -> Tally:
        """What to_bytes() gave. Errors: TALLY_MALFORMED with the offset, FORMAT_UNSUPPORTED, TOO_LARGE."""
        return cls(cls._from_bytes(bytes(data), limit))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_from_pickle, (self.to_bytes(),))

    @property
    def cells(self) -> TallyCells:
        """The cells with their counts. Personal information."""
        return TallyCells(self._cells())

    @property
    def series(self) -> list[tuple[str, str, str, int, int]]:
        """Process series: (unit, series, period, events, of)."""
        return self._series()

    def _totals(self) -> list[tuple[str, str, int]]:
        units = len({row[2] for row in self._cells()})
        return [("responses", "réponses", self.responses), ("cells", "cellules", len(self)), ("units", "services", units),
                ("shards", "parts", self.shards)]  # fmt: skip

    def __repr__(self) -> str:
        french = current_language() == "fr"
        counts = ", ".join(f"{fr if french else en} {n}" for en, fr, n in self._totals())
        name = f"{self.instrument_id} {self.instrument_version}".strip()
        return f"<Tally {name}: {counts}; {'renseignements personnels' if french else 'personal information'}>"

    def _repr_html_(self) -> str:
        from html import escape

        french = current_language() == "fr"
        rows = "".join(
            f'<tr><th scope="row">{fr if french else en}</th><td>{n}</td></tr>' for en, fr, n in self._totals()
        )
        name = escape(f"{self.instrument_id} {self.instrument_version}".strip())
        note = (
            "Renseignements personnels : à garder à l’intérieur." if french else "Personal information: keep it inside."
        )
        title = "Comptes" if french else "Tally"
        return f"<table><caption>{title} · {name}. {note}</caption><tbody>{rows}</tbody></table>"


def _countable(one: Tally) -> Tally:
    """The tally itself; published figures are refused by name, because nothing can be added to them."""
    from ._publish import Published

    if isinstance(one, Published):
        raise failed("PUBLISHED_FINAL")
    return one


def _from_pickle(data: bytes) -> Tally:
    return Tally.from_bytes(data, limit=len(data))


def tally(
    answers: Any,
    instrument: _core.Instrument | str = "integrity-survey",
    *,
    shard: str | bytes | uuid.UUID,
    unit: str = "unit",
    wave: str | None = "wave",
    date: str | None = "date",
    perspective: str | None = "perspective",
    language: str | None = None,
    stratum: str | None = None,
    person: str | None = None,
    worker: str | None = None,
    waves: Mapping[str, Sequence[Any]] | Iterable[Mapping[str, Any]] | None = None,
    items: Mapping[str, str] | None = None,
    forms: Sequence[str] | None = None,
    key: bytes | str = b"",
    series: Iterable[Mapping[str, Any]] | None = None,
    gram: bool = True,
    invalid: Literal["raise", "mark"] = "raise",
    threads: int = 1,
    allow_unverified: bool = False,
    definition: _core.Definition | None = None,
) -> Tally:
    """Counts of a table of answers (answers-1): of every unit, wave, perspective, language and stratum.

    answers: a frame, an Arrow table, a mapping of columns; or a RecordBatchReader or an iterator over tables, which is
        read batch by batch in bounded memory. Rows go to the forms of their perspective; where a table holds several
        forms of a perspective, a form a row left wholly empty is not a response.
    shard: names this part of the data, so that it cannot be counted twice. The same part has the same name.
    unit, wave, date, perspective, language, stratum, person, worker: columns; None: there is none. waves: half-open
        intervals {id: (from, to)} that take the place of the wave column; rows outside of all are not counted.
    person: people count once, by their latest response in a wave of a unit (without it every response counts). In a
        stream, somebody who comes again in a later batch is refused. No id is kept, only a number made from it and
        `key`, a secret that all who merge share; without a secret anybody who knows the ids can try them.
    worker: the worker a response is about; distinct ones are counted, the same way.
    forms: ids; all forms of the instrument otherwise. Only tallies of the same forms add up.
    series: process measures: rows of unit, series, period, events, of. gram: cross-products too, for reliability.
    invalid: "raise" an Error that names the cells, or "mark" and count them as invalid.
    threads: ranges of rows are counted side by side; the bytes are the same.
    A column `simulated` in which a row says so marks the tally: true, a number but 0, any text but "", "0", "false",
    "no", "n", "f", "non" and "faux", whatever the case. A missing cell says nothing.
    """
    if invalid not in ("raise", "mark"):
        raise failed("INVALID_ARGUMENT", path="/invalid")
    if not isinstance(threads, int) or threads < 1:
        raise failed("INVALID_ARGUMENT", path="/threads")
    chosen = resolve(instrument)
    wanted = [f.id for f in chosen.forms] if forms is None else list(forms)
    plan = _core.TallyPlan(chosen, wanted, person is not None, bool(gram), allow_unverified, definition)
    work = _Work(plan, items or {}, _shard(shard), invalid == "mark", threads, forms is None)
    columns = Columns(unit, None if waves is not None else wave, date, perspective, language, stratum, person, worker)
    secret = key.encode() if isinstance(key, str) else bytes(key)
    intervals = None if waves is None else Waves(waves)
    for source in sources(answers):
        work.count(source, Rows(source, columns, intervals, secret))
        if source.simulated:
            work.total._mark_simulated()
    for row in series or ():
        work.total._add_series(
            str(row["unit"]), str(row["series"]), str(row["period"]), int(row["events"]), int(row["of"])
        )
    return Tally(work.total)


def _shard(name: str | bytes | uuid.UUID) -> tuple[int, int]:
    if isinstance(name, uuid.UUID):
        return name.int >> 64, name.int & (2**64 - 1)
    if isinstance(name, bytes) and len(name) == 16:
        return int.from_bytes(name[:8], "big"), int.from_bytes(name[8:], "big")
    if not isinstance(name, str) or not name:
        raise failed("INVALID_ARGUMENT", path="/shard")
    return _core.shard_named(name)


class _Work:
    """The tally of one call while it grows."""

    def __init__(
        self,
        plan: _core.TallyPlan,
        items: Mapping[str, str],
        shard: tuple[int, int],
        mark: bool,
        threads: int,
        every: bool,
    ) -> None:
        self._plan, self._shard, self._mark, self._threads, self._every = plan, shard, mark, threads, every
        known = {i for _, _, ids in plan.forms for i in ids}
        if unknown := [i for i in items if i not in known]:
            raise Error([problem("REFERENCE_UNKNOWN", path=f"/items/{i}") for i in unknown])
        self._columns = [[items.get(i, i) for i in ids] for _, _, ids in plan.forms]
        self.total = _core.Tally(plan, *shard)

    def count(self, source: Source, rows: Rows) -> None:
        import numpy as np

        there = self._forms_in(source)
        offered = {self._plan.forms[f][1] for f in there}
        asked = rows.perspectives() or offered
        if not rows.divided and len(offered) > 1:
            raise failed("COLUMN_MISSING", path="/perspective", detail="perspective")
        if self._every and (lost := sorted(asked - offered)):
            raise failed("FORM_UNKNOWN", path="/perspective", detail=", ".join(lost))
        for f in there:
            of = self._plan.forms[f][1]
            if of not in asked:
                continue
            answers = source.answers(self._columns[f])
            several = sum(self._plan.forms[g][1] == of for g in there) > 1
            answered = (
                np.frombuffer(_core.answered_rows(self._plan, f, answers), np.uint8).astype(bool) if several else None
            )
            self._add(f, answers, rows, rows.of_form(of, answered))

    def _forms_in(self, source: Source) -> list[int]:
        """The forms whose columns are all there. A form that is begun, with columns that belong to no whole one, is an
        error; so is a table without any form."""
        whole = [f for f, columns in enumerate(self._columns) if source.names.issuperset(columns)]
        whole = [f for f in whole if not any(self._inside(f, g) for g in whole)]
        covered = {column for f in whole for column in self._columns[f]}
        begun = {
            f: sum(c in source.names and c not in covered for c in columns) for f, columns in enumerate(self._columns)
        }
        most = max(begun.values())
        if most or not whole:
            nearest = [columns for f, columns in enumerate(self._columns) if begun[f] == most]
            missing = dict.fromkeys(c for c in nearest[0] if c not in source.names)
            raise Error([problem("COLUMN_MISSING", path=f"/{c}", column=c) for c in missing])
        return whole

    def _inside(self, f: int, g: int) -> bool:
        """Whether form f, of the same perspective, is a part of form g, as a short form is."""
        forms = self._plan.forms
        return f != g and forms[f][1] == forms[g][1] and set(forms[f][2]) < set(forms[g][2])

    def _add(self, form: int, answers: _core.Answers, rows: Rows, group: npt.NDArray[np.uint32]) -> None:
        parts = max(1, min(self._threads, answers.rows // LEAST_ROWS))
        edges = [answers.rows * i // parts for i in range(parts + 1)]

        def part(i: int) -> tuple[_core.Tally, int, list[tuple[int, int, int]]]:
            made = _core.Tally(self._plan, *self._shard)
            beside = (rows.keys, group, rows.person, rows.worker, rows.day)
            total, cells = made._add(self._plan, form, answers, edges[i], edges[i + 1], *beside, self._mark, False)
            return made, total, cells

        if parts == 1:
            found = [part(0)]
        else:
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(parts) as pool:
                found = list(pool.map(part, range(parts)))
        total = sum(count for _, count, _ in found)
        if total and not self._mark:
            cells = (
                (row + rows.source.first, item, code) for _, _, part_cells in found for row, item, code in part_cells
            )
            raise invalid_cells(cells, total, self._columns[form])
        for made, _, _ in found:
            self.total._join(made)
