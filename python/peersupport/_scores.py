# SPDX-License-Identifier: Apache-2.0
"""The scores of a batch."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _core, _data, _render
from ._errors import Error, failed, invalid_cells, misshapen
from ._errors import shape as shape_told
from ._language import say
from ._provenance import Facts, Provenance

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas
    import polars
    import pyarrow

REASONS: tuple[str, ...] = _core.reasons()
LEAST_ROWS = 10_000  # a thread's share; below it, threads cost more than they give


class _Job(NamedTuple):
    """What is needed to compute more of the same batch later."""

    plan: _core.Plan
    answers: _core.Answers
    columns: list[str]
    mark: bool
    threads: int

    def compute(self, **arrays: Any) -> None:
        """Fills the arrays named values, reasons, answered, numerators, denominators."""
        wanted = [arrays.get(n) for n in ("values", "reasons", "answered", "numerators", "denominators")]
        rows = self.answers.rows
        parts = max(1, min(self.threads, rows // LEAST_ROWS))
        edges = [rows * i // parts for i in range(parts + 1)]

        def part(i: int) -> tuple[int, list[tuple[int, int, int]]]:
            return _core.score_rows(self.plan, self.answers, edges[i], edges[i + 1], self.mark, *wanted)

        if parts == 1:
            found = [part(0)]
        else:
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(parts) as pool:
                found = list(pool.map(part, range(parts)))
        total = sum(count for count, _ in found)
        if total and not self.mark:
            raise invalid_cells((cell for _, cells in found for cell in cells), total, self.columns)


def run(plan: _core.Plan, table: _data.Table, columns: list[str], mark: bool, out: Any, threads: int) -> Scores:
    """Computes values and reasons, or the values alone where `out` takes them. Other counts wait until they are
    asked for."""
    import numpy as np

    job = _Job(plan, table.answers, columns, mark, threads)
    shape = (table.answers.rows, len(plan.scales))
    if out is not None:
        if not isinstance(out, np.ndarray) or out.dtype not in (np.float32, np.float64) or not out.flags.writeable:
            raise failed("INVALID_ARGUMENT", path="/out")
        if out.shape != shape:
            do = say(
                "Give an array with a row a response and a column a scale.",
                "Fournissez un tableau avec une ligne par réponse et une colonne par échelle.",
            )
            raise Error([misshapen(shape_told(shape), shape_told(out.shape), do, path="/out")])
        job.compute(values=out)
        return Scores(job, Facts.of(plan), table.kept, table.index, out, {})
    values, reasons = np.empty(shape[::-1]).T, np.empty(shape[::-1], np.uint8).T
    job.compute(values=values, reasons=reasons)
    return Scores(job, Facts.of(plan), table.kept, table.index, values, {"reasons": reasons})


class ScoreColumn:
    """The scores of one scale."""

    def __init__(self, scores: Scores, place: int) -> None:
        self._scores, self._place = scores, place

    @property
    def id(self) -> str:
        return self._scores.scales[self._place]

    @property
    def value(self) -> npt.NDArray[Any]:
        """The values; NaN where there is none, and then `reason` tells why."""
        return self._scores._values[:, self._place]

    @property
    def reason(self) -> npt.NDArray[np.uint8]:
        """Numbers into `reasons`; 0 is scored."""
        return self._scores._more("reasons")[:, self._place]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The id of each reason number."""
        return REASONS

    @property
    def answered(self) -> npt.NDArray[np.int32]:
        """How many of the scale's items were answered."""
        return self._scores._more("answered")[:, self._place]

    @property
    def numerator(self) -> npt.NDArray[np.int64]:
        """Exact; value is numerator ÷ denominator in one division. 0 where nothing was scored."""
        return self._scores._more("numerators")[:, self._place]

    @property
    def denominator(self) -> npt.NDArray[np.int64]:
        return self._scores._more("denominators")[:, self._place]

    def __len__(self) -> int:
        return len(self._scores._values)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        import numpy as np

        return np.array(self.value, dtype=dtype) if copy else np.asarray(self.value, dtype=dtype)

    def __repr__(self) -> str:
        return _render.column_text(self)


class Scores(Provenance):
    """Scale id → ScoreColumn, in form order, to be used like a mapping. Rows are in the order of the data.

    Reasons and counts (answered, numerator, denominator) are computed from the data when they are first
    read; if the data was changed in place in between, that is refused with INVALID_ARGUMENT. Scores that are
    pickled take reasons and counts along, and no answers.
    """

    def __init__(
        self,
        job: _Job | None,
        facts: Facts,
        kept: _data.Kept | None,
        index: Any,
        values: npt.NDArray[Any],
        arrays: dict[str, npt.NDArray[Any]],
    ) -> None:
        """job: None where arrays hold everything already."""
        self._job, self._facts, self._kept, self._index = job, facts, kept, index
        self._values, self._arrays = values, arrays

    # ---- what it is

    @property
    def scales(self) -> tuple[str, ...]:
        return self._facts.scales

    @property
    def rows(self) -> int:
        return len(self._values)

    def metadata(self) -> dict[str, str]:
        """What every export carries."""
        return {
            "peersupport.instrument": self.instrument,
            "peersupport.instrument_version": self.instrument_version,
            "peersupport.form": self.form,
            "peersupport.subject": self.subject,
            "peersupport.definition_version": self.definition_version,
            "peersupport.definition_digest": self.definition_digest,
            "peersupport.version": self.library_version,
        }

    # ---- like a mapping; not one, because data frame libraries would then not look for the Arrow stream

    def __getitem__(self, scale: str) -> ScoreColumn:
        if scale not in self.scales:
            raise KeyError(scale)
        return ScoreColumn(self, self.scales.index(scale))

    def __iter__(self) -> Iterator[str]:
        return iter(self.scales)

    def __len__(self) -> int:
        return len(self.scales)

    def __contains__(self, scale: object) -> bool:
        return scale in self.scales

    def keys(self) -> tuple[str, ...]:
        return self.scales

    def values(self) -> list[ScoreColumn]:
        return [self[scale] for scale in self.scales]

    def items(self) -> list[tuple[str, ScoreColumn]]:
        return [(scale, self[scale]) for scale in self.scales]

    # ---- numbers

    def _more(self, name: str) -> npt.NDArray[Any]:
        if name not in self._arrays and self._job is not None:
            import numpy as np

            shape = self._values.shape[::-1]
            again = np.empty(shape, self._values.dtype).T
            wanted: dict[str, type[np.generic]] = {"numerators": np.int64, "denominators": np.int64}
            if name == "answered":
                wanted = {"answered": np.int32}
            elif name == "reasons":
                wanted = {"reasons": np.uint8}
            arrays = {n: np.empty(shape, kind).T for n, kind in wanted.items()}
            self._job.compute(values=again, **arrays)
            if not np.array_equal(again, self._values, equal_nan=True):
                raise failed("INVALID_ARGUMENT", path="/data")
            self._arrays.update(arrays)
        return self._arrays[name]

    def to_numpy(self) -> npt.NDArray[Any]:
        """Values, rows × scales; NaN where there is none."""
        return self._values

    def summary(self) -> list[_render.SummaryRow]:
        """For each scale: how many were scored, their mean, and the others by reason."""
        return [_render.summarize_column(self[scale]) for scale in self.scales]

    # ---- out

    def to_pandas(self) -> pandas.DataFrame:
        """A frame with the data's index, the kept id, values and reasons (categorical)."""
        import pandas as pd

        columns: dict[str, Any] = {}
        if (kept := self._kept) is not None:
            columns[kept.name] = kept.values.array if hasattr(kept.values, "array") else kept.to_list()
        for scale, column in self.items():
            columns[scale] = column.value
        for scale, column in self.items():
            columns[f"{scale}.reason"] = pd.Categorical.from_codes(column.reason, categories=list(REASONS))
        frame = pd.DataFrame(columns, index=self._index)
        frame.attrs.update(self.metadata())
        return frame

    def to_polars(self) -> polars.DataFrame:
        """A frame with the kept id, values (null where not scored) and reasons."""
        import polars as pl

        return pl.DataFrame(self)

    def to_arrow(self) -> pyarrow.Table:
        """A table with the kept id, values (null where not scored), reasons (dictionary) and metadata."""
        import pyarrow as pa

        return pa.table(self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow stream behind to_arrow() and to_polars(); each call gives a new one."""
        import numpy as np

        fields = [
            (scale, np.ascontiguousarray(c.value), np.ascontiguousarray(c.reason)) for scale, c in self.items()
        ]
        kept = [] if self._kept is None else [_arrow_column(self._kept)]
        return _core.score_stream(self.rows, fields, self.metadata(), kept)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        import numpy as np

        return np.array(self._values, dtype=dtype) if copy else np.asarray(self._values, dtype=dtype)

    def __eq__(self, other: object) -> bool:
        """Whether both give the same frame, and were made with the same."""
        import numpy as np

        if not isinstance(other, Scores):
            return NotImplemented
        return (
            self._facts == other._facts
            and np.array_equal(self._values, other._values, equal_nan=True)
            and np.array_equal(self._more("reasons"), other._more("reasons"))
            and _data.same_kept(self._kept, other._kept)
            and (self._index is None if other._index is None else other._index.equals(self._index))
        )

    __hash__ = None  # type: ignore[assignment]

    def __copy__(self) -> Scores:
        return Scores(self._job, self._facts, self._kept, self._index, self._values, dict(self._arrays))

    def __reduce__(self) -> tuple[Any, ...]:
        arrays = {name: self._more(name) for name in ("reasons", "answered", "numerators", "denominators")}
        kept = self._kept
        if kept is not None and isinstance(kept.values, _core.ArrowColumn):
            kept = _data.Kept(kept.name, kept.to_list())
        return Scores, (None, self._facts, kept, self._index, self._values, arrays)

    def __repr__(self) -> str:
        return _render.scores_text(self)

    def _repr_html_(self) -> str:
        return _render.scores_html(self)


def _arrow_column(kept: _data.Kept) -> _core.ArrowColumn:
    """A kept column that did not come by Arrow is made into one by whichever library is there."""
    if isinstance(kept.values, _core.ArrowColumn):
        return kept.values
    try:
        import pyarrow as pa

        table: Any = pa.table({kept.name: kept.to_list()})
    except ImportError:
        import polars as pl

        table = pl.DataFrame({kept.name: kept.to_list()})
    return _core.ArrowTable(table.__arrow_c_stream__()).column(kept.name)
