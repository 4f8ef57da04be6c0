# SPDX-License-Identifier: Apache-2.0
"""Whatever holds answers, made ready for the compiled part without copying where that is possible."""
from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _core
from ._errors import Error, Problem, cells, failed, misshapen, problem, rows_by, shape
from ._language import say

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NUMBERS = "biuf"  # NumPy kinds that hold codes
PERSON_COLUMNS = ("person_id", "response_id")  # what `answers-1` calls an identifier


@dataclass(frozen=True)
class Kept:
    """A column that goes into the result as it is."""

    name: str
    values: Any  # array-like, pandas Series or _core.ArrowColumn

    def to_list(self) -> list[Any]:
        for method in ("to_list", "tolist"):
            if hasattr(self.values, method):
                out: list[Any] = getattr(self.values, method)()
                return out
        return list(self.values)


def _present(cell: Any) -> Any:
    """The cell, or None where it holds nothing: null, NaN, NaT, NA, what a mask hides."""
    return None if cell is None or type(cell).__name__ in ("NAType", "MaskedConstant") or cell != cell else cell


def same_kept(one: Kept | None, other: Kept | None) -> bool:
    """Whether two kept columns have the same name and cells."""
    if one is None or other is None:
        return one is other
    return one.name == other.name and [*map(_present, one.to_list())] == [*map(_present, other.to_list())]


@dataclass(frozen=True)
class Table:
    """Answers with their columns in form order, and what the result keeps."""

    answers: _core.Answers
    kept: Kept | None = None
    group: Any = None
    index: Any = None


def columns_for(plan: _core.Plan, items: Mapping[str, str] | None) -> list[str]:
    """The name of the column that holds each item, in form order."""
    if items is None:
        return list(plan.items)
    if not isinstance(items, Mapping):
        raise TypeError("items is a mapping of item id to column name")
    unknown = [i for i in items if i not in plan.items]
    if unknown:
        raise Error([problem("REFERENCE_UNKNOWN", path=f"/items/{i}") for i in unknown])
    return [items.get(i, i) for i in plan.items]


def read(data: Any, plan: _core.Plan, items: Mapping[str, str] | None, keep: str | None, group: str | None) -> Table:
    """Answers from an Arrow table, a matrix, a mapping of columns or a pandas frame."""
    names = columns_for(plan, items)
    if _is_pandas(data):
        return _from_pandas(data, names, keep, group)
    if isinstance(data, Mapping):
        return _from_mapping(data, names, keep, group)
    for method in ("__arrow_c_stream__", "__arrow_c_array__"):
        if hasattr(data, method):
            return _from_arrow(getattr(data, method)(), data, names, keep, group)
    if hasattr(data, "__array__") or hasattr(data, "__array_interface__") or _is_buffer(data):
        return _from_matrix(data, plan, keep or group)
    raise TypeError("data is an Arrow table or stream, a data frame, a two-dimensional array or a mapping of columns")


def _is_pandas(data: Any) -> bool:
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(data, pandas.DataFrame)


def _is_buffer(data: Any) -> bool:
    try:
        memoryview(data).release()
    except TypeError:
        return False
    return True


def _native(array: npt.NDArray[Any]) -> npt.NDArray[Any] | None:
    """The array with cells the compiled part reads; None when they are no numbers."""
    import numpy as np

    kind, size = array.dtype.kind, array.dtype.itemsize
    if kind not in NUMBERS or (kind == "f" and size > 8):
        return None
    if kind == "f" and size == 2:
        return array.astype(np.float32)
    if not array.dtype.isnative or not array.flags.aligned:
        return array.astype(array.dtype.newbyteorder("="))
    return array


def _unmasked(data: Any) -> Any:
    """What a NumPy mask hides is blank, not the number beneath it."""
    import numpy as np

    if not np.ma.is_masked(data) or data.dtype.kind not in NUMBERS:
        return data
    shown = np.asarray(data).astype(np.result_type(data.dtype, np.float32))
    shown[np.ma.getmaskarray(data)] = np.nan
    return shown


def _from_matrix(data: Any, plan: _core.Plan, column: str | None) -> Table:
    import numpy as np

    if column is not None:
        raise failed("COLUMN_MISSING", column=column)
    array = _native(np.asarray(_unmasked(data)))
    if array is None:
        raise failed("COLUMN_TYPE")
    n = len(plan.items)
    if array.ndim != 2 or array.shape[1] != n:
        do = say(
            f"Give one column for each of the {n} items, in form order; or name the columns, in a frame or a mapping.",
            f"Fournissez une colonne pour chacun des {n} items, dans l’ordre du formulaire; ou des colonnes nommées.",
        )
        raise Error([misshapen(rows_by(n), shape(array.shape), do)])
    return Table(_core.Answers.from_matrix(array, n))


def _from_list(values: list[Any] | tuple[Any, ...]) -> npt.NDArray[Any] | None:
    """A plain list; None is blank, and so is what a mask hides."""
    import numpy as np

    values = [None if v is np.ma.masked else v for v in values]
    if not all(v is None or isinstance(v, (int, float, np.number, np.bool_)) for v in values):
        return None
    try:
        return _native(np.asarray([np.nan if v is None else v for v in values] or np.empty(0)))
    except OverflowError:
        return None


def _column(values: Any) -> tuple[npt.NDArray[Any] | None, bytes | None]:
    """One column as an array and, where it has one, a validity bitmap."""
    import numpy as np

    array = getattr(values, "array", values)  # what stands in a pandas Series
    data, mask = getattr(array, "_data", None), getattr(array, "_mask", None)
    if isinstance(data, np.ndarray) and isinstance(mask, np.ndarray) and data.ndim == 1:
        native = _native(data)
        bits = np.packbits(~mask, bitorder="little").tobytes() if mask.any() else None
        return native, bits
    if isinstance(values, (list, tuple)):
        return _from_list(values), None
    if type(array).__name__ == "ArrowExtensionArray":  # nulls must not become objects
        dtype = getattr(array.dtype, "kind", "O")
        return (_native(array.to_numpy(dtype="float64", na_value=np.nan)) if dtype in NUMBERS else None), None
    found = np.asarray(array)
    return (_native(found) if found.ndim == 1 else None), None


def _from_columns(names: list[str], take: Callable[[str], Any]) -> _core.Answers:
    """Columns one by one; every wrong one is named at once."""
    rows, wrong = [], []
    for name in names:
        array, bits = _column(take(name))
        if array is None:
            wrong.append(problem("COLUMN_TYPE", path=f"/{name}", column=name))
        else:
            rows.append((name, array, bits))
    if wrong := wrong or _uneven({name: len(array) for name, array, _ in rows}):
        raise Error(wrong)
    return _core.Answers.from_columns(rows)


def _uneven(lengths: Mapping[str, int], rows: int | None = None) -> list[Problem]:
    """Columns that have not as many cells as the answers, or as most of them."""
    from collections import Counter

    usual = Counter(lengths.values()).most_common(1)[0][0] if rows is None and lengths else rows
    do = say(
        "Give columns that are all of the same length: one cell a response.",
        "Fournissez des colonnes toutes de la même longueur : une cellule par réponse.",
    )
    return [
        misshapen(cells(usual or 0), cells(n), do, path=f"/{name}", column=name)
        for name, n in lengths.items()
        if n != usual
    ]


def _check_names(wanted: Iterable[str | None], count: Callable[[str], int]) -> None:
    wrong = []
    for name in wanted:
        if name is None:
            continue
        found = count(name)
        if found != 1:
            wrong.append(problem("COLUMN_DUPLICATE" if found else "COLUMN_MISSING", path=f"/{name}", column=name))
    if wrong:
        raise Error(wrong)


def _from_mapping(data: Mapping[str, Any], names: list[str], keep: str | None, group: str | None) -> Table:
    _check_names([*names, keep, group], lambda name: int(name in data))
    answers = _from_columns(names, data.__getitem__)
    if wrong := _uneven({name: len(data[name]) for name in (keep, group) if name is not None}, answers.rows):
        raise Error(wrong)
    kept = None if keep is None else Kept(keep, data[keep])
    return Table(answers, kept, None if group is None else data[group])


def _from_pandas(data: Any, names: list[str], keep: str | None, group: str | None) -> Table:
    columns: dict[Any, list[int]] = {}
    for place, name in enumerate(data.columns):
        columns.setdefault(name, []).append(place)
    _check_names([*names, keep, group], lambda name: len(columns.get(name, ())))

    def take(name: str) -> Any:
        return data.iloc[:, columns[name][0]]

    kept = None if keep is None else Kept(keep, take(keep))
    return Table(_from_columns(names, take), kept, None if group is None else take(group), data.index)


def _from_arrow(handed_over: Any, data: Any, names: list[str], keep: str | None, group: str | None) -> Table:
    table = _core.ArrowTable(handed_over)
    if "" in (keep, group):
        raise failed("COLUMN_MISSING")
    answers = table.answers(names)
    kept = None if keep is None else Kept(keep, table.column(keep))
    return Table(answers, kept, None if group is None else table.column(group).to_list())


def group_numbers(values: Any) -> tuple[list[Any], npt.NDArray[np.uint32]]:
    """The groups in the order they first appear, and each row's group."""
    import numpy as np

    listed = values if isinstance(values, list) else Kept("", values).to_list()
    number: dict[Any, int] = {}
    places = [number.setdefault(_present(v), len(number)) for v in listed]
    return list(number), np.asarray(places, dtype=np.uint32)
