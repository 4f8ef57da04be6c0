# SPDX-License-Identifier: Apache-2.0
"""Results as data frames, with the same type of a column in every result, so that rows can be put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

WORDS = frozenset({"statistic", "scale", "group", "period", "estimator", "reason", "item", "kind", "unit", "signals"})
COUNTS = frozenset({"n", "min_pairs", "answered", "sum", "number", "left_out"})
TRUTHS = frozenset({"baseline", "below_zero"})


class Frames:
    """What every result can become: a frame of pandas, Polars or Arrow, in which a column is text, a whole number, true
    or false, else a real number, also where nothing is given in it; or columns of plain Python."""

    _own_type: ClassVar[frozenset[str]] = frozenset()  # columns that hold what the caller gave

    def to_columns(self) -> dict[str, list[Any]]:
        """Columns of equal length, as lists; needs no other package."""
        raise NotImplementedError

    def to_frame(self) -> pandas.DataFrame:
        """A pandas frame: the same as to_pandas()."""
        return self.to_pandas()

    def _kind(self, column: str) -> str:
        if column in self._own_type:
            return "own"
        return "word" if column in WORDS else "count" if column in COUNTS else "truth" if column in TRUTHS else "number"

    def to_pandas(self) -> pandas.DataFrame:
        import pandas as pd

        kinds = {"word": "string", "count": "Int64", "truth": "boolean", "number": "Float64"}
        made: dict[str, Any] = {}
        for name, values in self.to_columns().items():
            kind = self._kind(name)
            made[name] = values if kind == "own" else pd.array(values, dtype=kinds[kind])
        return pd.DataFrame(made)

    def to_polars(self) -> polars.DataFrame:
        import polars as pl

        kinds: dict[str, Any] = {"word": pl.String, "count": pl.Int64, "truth": pl.Boolean, "number": pl.Float64}
        found = self.to_columns()
        return pl.DataFrame(found, schema={name: kinds.get(self._kind(name)) for name in found}, strict=False)

    def to_arrow(self) -> pyarrow.Table:
        import pyarrow as pa

        kinds = {"word": pa.string(), "count": pa.int64(), "truth": pa.bool_(), "number": pa.float64()}
        found = self.to_columns()
        return pa.table({name: pa.array(values, type=kinds.get(self._kind(name))) for name, values in found.items()})
