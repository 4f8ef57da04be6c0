# SPDX-License-Identifier: Apache-2.0
"""Files of answers through the engine, batch by batch: a table of results, or every score to an output."""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any, Protocol

from .. import _core, _data, _render
from .._errors import KEPT, Error, Problem
from .._instrument import plan as compile_plan
from .._language import say
from .._score import refuse_person
from .files import AnswerFile
from .words import simulated, words

# A day may single a person out, so rows about a service keep the wave and not the date.
REFUSED_FOR_SERVICE = ("response_id", "person_id", "date")


class Output(Protocol):
    """Where scores go, a batch at a time."""

    def write(self, kept: Mapping[str, list[Any]], values: Mapping[str, list[Any]]) -> None: ...


class Tally:
    """Counted values and reasons of one scale; exact, so that batches add up to the same."""

    def __init__(self) -> None:
        self.values: Counter[float] = Counter()
        self.reasons: Counter[int] = Counter()

    def add(self, values: Any, reasons: Any) -> None:
        import numpy as np

        for reason, n in zip(*np.unique(reasons, return_counts=True)):
            self.reasons[int(reason)] += int(n)
        for value, n in zip(*np.unique(values[reasons == 0], return_counts=True)):
            self.values[float(value)] += int(n)

    def cells(self) -> list[str]:
        """Scored, mean, median, not scored: as they are printed."""
        scored = self.reasons[0]
        mean = math.fsum(v * k for v, k in self.values.items()) / scored if scored else None
        others = {_core.reasons()[r]: k for r, k in sorted(self.reasons.items()) if r}
        return [str(scored), _render.number(mean), _render.number(self._median()), _render.reason_words(others)]

    def _median(self) -> float | None:
        ordered, total = sorted(self.values.items()), sum(self.values.values())
        if not total:
            return None

        def at(place: int) -> float:
            for value, count in ordered:
                place -= count
                if place < 0:
                    return value
            return ordered[-1][0]

        return (at((total - 1) // 2) + at(total // 2)) / 2


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
        self.core = [f.id for f in instrument.forms if f.kind == "core"]
        self.chosen = form is not None
        self.names = _data.columns_for(self.plan, items)
        self.paths, self.keep, self.mark, self.batch = files, keep, mark, batch
        self.rows = self.invalid = self.malformed = 0
        self.left_out: set[str] = set()
        self.simulated = False
        self._found: dict[str, list[Tally]] = {}  # by perspective: what staff say never stands in for people

    # ---- scoring

    def score(self, output: Output | None = None) -> None:
        """Reads every file to its end, so that all that is wrong is known, and raises it at once."""
        wrong: list[Problem] = []
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
            self.malformed += len(file.malformed)
            self.invalid += invalid
            total += invalid + len(file.malformed)
            wrong += file.in_lines(cells)
        if total and not self.mark:
            raise Error(wrong[:KEPT], total)

    def _batch(
        self, file: AnswerFile, table: _core.ArrowTable, first: int, output: Output | None
    ) -> tuple[list[Problem], int]:
        import numpy as np

        answers = table.answers([f"i{n}" for n in range(len(self.names))])
        shape = (len(self.plan.scales), table.rows)
        values, reasons = np.empty(shape), np.empty(shape, np.uint8)
        total, cells = _core.score_rows(self.plan, answers, 0, table.rows, True, values.T, reasons.T, None, None, None)
        kept = {name: table.column(f"k{n}").to_list() for n, name in enumerate(file.kept)}
        read = np.ones(table.rows, bool)
        for row in file.malformed:  # NDJSON says at once which rows it could not read
            if first < row <= first + table.rows:
                read[row - first - 1] = False
        self._note(kept, read, values[:, read], reasons[:, read])
        if output is not None and (self.mark or not total):
            self._write(kept, values, reasons, read, output)
        return file.codes(table, cells, first), total

    def _note(self, kept: dict[str, list[Any]], read: Any, values: Any, reasons: Any) -> None:
        import numpy as np

        self.rows += values.shape[1]
        self.simulated = self.simulated or any(kept.get("simulated", ()))
        named = np.array(["" if p is None else str(p) for p in kept.get("perspective", [""] * len(read))])[read]
        for perspective in np.unique(named):
            rows = named == perspective
            tallies = self._found.setdefault(str(perspective), [Tally() for _ in self.plan.scales])
            for n, tally in enumerate(tallies):
                tally.add(values[n, rows], reasons[n, rows])

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
            "peersupport": _core.__version__,
        }

    def note(self) -> str:
        """The word that goes wherever simulated data is shown."""
        return f" – {simulated()}" if self.simulated else ""

    def table(self) -> tuple[str, list[str], list[list[str]], tuple[int, ...]]:
        """Title, head, rows and the columns that stand to the right."""
        perspectives = sorted(self._found)
        form = words("form-note", form=self.plan.form)
        if not self.chosen and len(perspectives) > 1 and self.plan.form in self.core:
            form = words("aligned", forms=", ".join(perspectives), form=self.plan.form)
        responses = words("responses", rows=self.rows)
        title = f"{self.plan.instrument_id} {self.plan.instrument_version}, {form}, {responses}{self.note()}"
        found = self._found or {"": [Tally() for _ in self.plan.scales]}
        rows = [
            [perspective, scale, *tally.cells()]
            for n, scale in enumerate(self.plan.scales)
            for perspective, tally in ((p, found[p][n]) for p in sorted(found))
        ]
        head = [say("perspective", "perspective"), *_render.scores_head()]
        if list(found) == [""]:
            return title, head[1:], [row[1:] for row in rows], (1, 2, 3)
        order = [1, 0, 2, 3, 4, 5]
        return title, [head[i] for i in order], [[row[i] for i in order] for row in rows], (2, 3, 4)
