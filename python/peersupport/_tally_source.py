# SPDX-License-Identifier: Apache-2.0
"""An answers table as the tally reads it: answers, and the columns beside them, whatever holds them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from . import _core, _data
from ._errors import Error, problem

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NO_DAY = -(2**31)
SIMULATED = "simulated"  # the column that says so


class Source:
    """A table, or one batch of a stream. `first` is the row of the whole at which it begins."""

    first = 0

    def __init__(self, names: list[str], rows: int) -> None:
        self.names, self.rows = set(names), rows

    def answers(self, names: list[str]) -> _core.Answers:
        raise NotImplementedError

    def column(self, name: str) -> Any:
        """An ArrowColumn or whatever holds the cells."""
        raise NotImplementedError

    def texts(self, name: str) -> tuple[list[str | None], npt.NDArray[np.uint32]]:
        """The texts of a column in the order in which they first appear, and the place of each row's."""
        import numpy as np

        texts, codes = _core.text_codes(self._cells(name))
        return texts, np.frombuffer(codes, np.uint32)

    @property
    def simulated(self) -> bool:
        """Whether a row says that it is simulated."""
        return SIMULATED in self.names and _core.says_simulated(self._cells(SIMULATED))

    def person_keys(self, secret: bytes, name: str) -> npt.NDArray[np.uint64]:
        import numpy as np

        return np.frombuffer(_core.person_keys(secret, self._cells(name)), np.uint64)

    def worker_keys(self, secret: bytes, name: str) -> npt.NDArray[np.uint64]:
        import numpy as np

        return np.frombuffer(_core.worker_keys(secret, self._cells(name)), np.uint64)

    def days(self, name: str) -> npt.NDArray[np.int32]:
        """Days since 1970-01-01; NO_DAY where there is none."""
        import numpy as np

        values = self.column(name)
        kind = getattr(getattr(values, "dtype", None), "kind", None)
        if kind == "M":
            if getattr(values.dtype, "tz", None) is not None:
                values = values.dt.tz_localize(None)
            days = np.asarray(values).astype("datetime64[D]")
            missing = np.isnat(days) | (np.ma.getmaskarray(values) if np.ma.is_masked(values) else False)
            return np.where(missing, NO_DAY, days.astype(np.int64)).astype(np.int32)
        made, row, code = _core.day_numbers(
            values if isinstance(values, _core.ArrowColumn) else [_iso(v) for v in self._cells(name)]
        )
        if row is not None:
            raise Error([problem(_core.status_name(code), row=self.first + row, column=name)])
        return np.frombuffer(made, np.int32)

    def _cells(self, name: str) -> Any:
        values = self.column(name)
        return values if isinstance(values, _core.ArrowColumn) else _data.Kept(name, values).to_list()


class _Arrow(Source):
    def __init__(self, table: _core.ArrowTable) -> None:
        super().__init__(table.names, table.rows)
        self._table = table

    def answers(self, names: list[str]) -> _core.Answers:
        return self._table.answers(names)

    def column(self, name: str) -> Any:
        return self._table.column(name)


class _Columns(Source):
    def __init__(self, data: Any) -> None:
        names = [str(name) for name in data]
        if len(set(names)) < len(names):
            twice = sorted({n for n in names if names.count(n) > 1})
            raise Error([problem("COLUMN_DUPLICATE", path=f"/{n}", column=n) for n in twice])
        super().__init__(names, len(next(iter(data.values()))) if isinstance(data, Mapping) and data else len(data))
        self._data = data

    def answers(self, names: list[str]) -> _core.Answers:
        return _data._from_columns(names, self._data.__getitem__)

    def column(self, name: str) -> Any:
        return self._data[name]


def _iso(value: Any) -> Any:
    if value is None or value != value:  # NaN, NaT
        return None
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else value


def _one(data: Any) -> Source:
    if _data._is_pandas(data) or isinstance(data, Mapping):
        return _Columns(data)
    for method in ("__arrow_c_stream__", "__arrow_c_array__"):
        if hasattr(data, method):
            return _Arrow(_core.ArrowTable(getattr(data, method)()))
    raise TypeError(
        "answers is an Arrow table or stream, a data frame, a mapping of columns, or an iterator over such tables"
    )


def _batches(data: Any) -> Iterator[Source]:
    if not hasattr(data, "__arrow_c_stream__"):
        yield from map(_one, data)
        return
    batches = _core.ArrowBatches(data.__arrow_c_stream__())
    while not _core.is_last_batch(table := batches.next()):
        yield _Arrow(table)


def is_stream(data: Any) -> bool:
    """Whether it is read once, batch by batch."""
    if hasattr(data, "__arrow_c_stream__"):
        return hasattr(data, "read_next_batch")
    return hasattr(data, "__next__")


def sources(data: Any) -> Iterator[Source]:
    """One table, or the batches of a stream one after the other, so that memory is bounded by a batch."""
    first = 0
    for source in _batches(data) if is_stream(data) else [_one(data)]:
        source.first = first
        first += source.rows
        yield source
