# SPDX-License-Identifier: Apache-2.0
"""Files of answers through the engine, batch by batch: a table of results, or every score to an output."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from .. import _core, _data
from .._errors import KEPT, Error, Problem
from .._instrument import plan as compile_plan
from .._score import refuse_person
from .._tally_rows import says_yes
from . import results
from .errors import no_answers
from .files import AnswerFile
from .progress import progress
from .words import simulated, words

# A day may single a person out, so rows about a service keep the wave and not the date.
REFUSED_FOR_SERVICE = ("response_id", "person_id", "date")


class Output(Protocol):
    """Where scores go, a batch at a time."""

    def write(self, kept: Mapping[str, list[Any]], values: Mapping[str, list[Any]]) -> None: ...


class Run:
    """One call of `score`: what it was asked, and what it found."""

    def __init__(
        self,
        instrument: _core.Instrument,
        files: list[str],
        *,
        form: str | None = None,
        keep: str | None = None,
        items: Mapping[str, str] | None = None,
        mark: bool = False,
        allow_unverified: bool = False,
        batch: int | None = None,
    ) -> None:
        self.plan = compile_plan(instrument, form, allow_unverified)
        refuse_person(self.plan, keep)
        self.instrument, self.chosen = instrument, form is not None
        by_id = {scale.id: scale for scale in instrument.scales}
        self.scales = [by_id[id] for id in self.plan.scales]
        self.names = _data.columns_for(self.plan, items)
        self.paths, self.keep, self.mark, self.batch = files, keep, mark, batch
        self.rows = self.invalid = self.malformed = 0
        self.left_out: set[str] = set()
        self.simulated = False
        self.found = results.Found(len(self.scales))

    # ---- scoring

    def score(self, output: Output | None = None) -> None:
        """Reads every file to its end, so that all that is wrong is known, and raises it at once."""
        wrong: list[Problem] = []
        total = 0
        with progress() as told:
            total = self._files(output, wrong, told)
        if total and not self.mark:
            raise Error(wrong[:KEPT], total)
        if not self.rows:
            raise no_answers(self.paths)

    def _files(self, output: Output | None, wrong: list[Problem], told: Callable[[str, int], None]) -> int:
        """Every file in turn; what is wrong goes to `wrong`, its number is returned."""
        total = 0
        for path in self.paths:
            file = AnswerFile(path, self.names, [self.keep] if self.keep else [])
            cells: list[Problem] = []
            first = invalid = 0
            for table in file.batches():
                found, count = self._batch(file, table, first, output if not wrong else None)
                cells += found[: KEPT - len(cells)]
                invalid += count
                first += table.rows
                told(path, self.rows)
            self.malformed += len(file.malformed)
            self.invalid += invalid
            total += invalid + len(file.malformed)
            wrong += file.in_lines(cells)
        return total

    def _batch(
        self, file: AnswerFile, table: _core.ArrowTable, first: int, output: Output | None
    ) -> tuple[list[Problem], int]:
        import numpy as np

        answers = table.answers([f"i{n}" for n in range(len(self.names))])
        shape = (len(self.plan.scales), table.rows)
        values, reasons = np.empty(shape), np.empty(shape, np.uint8)
        above, below = np.empty(shape, np.int64), np.empty(shape, np.int64)
        total, cells = _core.score_rows(
            self.plan, answers, 0, table.rows, True, values.T, reasons.T, None, above.T, below.T
        )
        kept = {name: table.column(f"k{n}").to_list() for n, name in enumerate(file.kept)}
        read = np.ones(table.rows, bool)
        for row in file.malformed:  # NDJSON says at once which rows it could not read
            if first < row <= first + table.rows:
                read[row - first - 1] = False
        self._note(kept, read, (values, reasons, above, below))
        if output is not None and (self.mark or not total):
            self._write(kept, values, reasons, read, output)
        return file.codes(table, cells, first), total

    def _note(self, kept: dict[str, list[Any]], read: Any, scored: tuple[Any, ...]) -> None:
        """Adds a batch to what is shown; `scored` holds values, reasons, numerators and denominators."""
        import numpy as np

        self.rows += int(read.sum())
        self.simulated = self.simulated or any(map(says_yes, set(kept.get("simulated", ()))))
        self.found.units.update(str(u) for u in kept.get("unit", ()) if u)
        self.found.waves.update(str(w) for w in kept.get("wave", ()) if w)
        known = {p: results.perspective(p) for p in set(kept.get("perspective", ()))}
        named = np.array([known[p] for p in kept["perspective"]] if known else [results.OTHER] * len(read))
        for group in map(str, np.unique(named[read])):
            rows = read & (named == group)
            self.found.responses[group] += int(rows.sum())
            for n, tally in enumerate(self.found.of(group)):
                tally.add(*(part[n, rows] for part in scored))

    def _write(self, kept: dict[str, list[Any]], values: Any, reasons: Any, read: Any, output: Output) -> None:
        if self.plan.subject == "service":
            self.left_out.update(k for k in kept if k in REFUSED_FOR_SERVICE)
            kept = {k: v for k, v in kept.items() if k not in REFUSED_FOR_SERVICE}
        size = self.batch or max(1, len(read))
        ids = _core.reasons()
        for start in range(0, len(read), size):
            rows = [i for i in range(start, min(start + size, len(read))) if read[i]]
            columns: dict[str, list[Any]] = {}
            for n, scale in enumerate(self.plan.scales):
                columns[scale] = [float(values[n, i]) if reasons[n, i] == 0 else None for i in rows]
            for n, scale in enumerate(self.plan.scales):
                columns[f"{scale}.reason"] = [ids[reasons[n, i]] for i in rows]
            output.write({k: [v[i] for i in rows] for k, v in kept.items()}, columns)

    # ---- what was found

    def metadata(self) -> dict[str, str]:
        return {
            "instrument": self.plan.instrument_id,
            "instrument_version": self.plan.instrument_version,
            "form": self.plan.form,
            "subject": self.plan.subject,
            "definition_version": self.plan.definition_version,
            "definition_digest": self.plan.definition_digest,
            "peersupport": _core.__version__,
        }

    def note(self) -> str:
        """The word that goes wherever simulated data is shown."""
        return f" – {simulated()}" if self.simulated else ""

    def lines(self) -> list[str]:
        """The screen: what this is, the table, and what it must not be taken for."""
        instrument, form = self.instrument, None
        chosen = next(f for f in instrument.forms if f.id == self.plan.form)
        if not self.chosen and chosen.kind == "core" and len(self.found.groups()) > 1:
            form = words("aligned")
        elif len(instrument.forms) > 1:
            form = words("form-note", form=chosen.name)
        return [
            *results.head(instrument, form, self.scales, self.found, self.simulated),
            "",
            *results.table(instrument, self.scales, self.found),
            "",
            *results.foot(instrument),
        ]
