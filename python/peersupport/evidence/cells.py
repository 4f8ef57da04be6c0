# SPDX-License-Identifier: Apache-2.0
"""Whatever holds ratings or numbers, as rows × columns; and the order of categories that a column declares itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from .._errors import failed
from .._language import say
from .shapes import no_table, uneven

if TYPE_CHECKING:
    import numpy.typing as npt


def is_gap(value: Any) -> bool:
    """None, NaN, NaT, pandas.NA, and what a mask hides. Type first: pandas.NA cannot be compared."""
    return value is None or type(value).__name__ in ("NAType", "NaTType", "MaskedConstant") or bool(value != value)


def is_bytes(array: npt.NDArray[Any]) -> bool:
    return array.dtype.kind in "biu" and array.dtype.itemsize == 1


def as_array(x: Any) -> npt.NDArray[Any]:
    """Rows × columns as they are: numbers of any type, or objects (labels, None)."""
    import numpy as np

    streams = hasattr(x, "__arrow_c_stream__") or hasattr(x, "__arrow_c_array__")
    if streams and not hasattr(x, "to_numpy") and not hasattr(x, "column_names"):
        import pyarrow as pa

        x = pa.table(x)
    if type(x).__module__.split(".")[0] == "pandas" and hasattr(x, "columns"):
        kinds = {getattr(t, "kind", "O") for t in x.dtypes}
        plain = all(isinstance(t, np.dtype) for t in x.dtypes)
        if not plain and kinds <= set("biuf"):
            x = x.to_numpy(dtype="float64", na_value=np.nan)
        else:
            x = x.to_numpy()
    elif isinstance(x, dict):
        x = _from_columns(list(x.values()))
    elif hasattr(x, "to_numpy") and hasattr(x, "columns"):  # polars
        x = x.to_numpy()
    elif hasattr(x, "column_names") and hasattr(x, "columns"):  # Arrow table
        x = _from_columns([c.to_pylist() for c in x.columns])
    elif np.ma.isMaskedArray(x):
        x = _unmasked(x)
    elif not hasattr(x, "__array__"):
        x = _from_rows(x)
    return _checked(np.asarray(x))


def _checked(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    import numpy as np

    if array.ndim == 1:
        array = array.reshape(-1, 1)
        if array.dtype.kind == "O" and any(isinstance(c, (list, tuple, np.ndarray)) for c in array.ravel().tolist()):
            array = np.asarray(_from_rows(array.ravel().tolist()))
    if array.ndim != 2:
        raise no_table(array.shape)
    if array.dtype.kind in "US":
        array = array.astype(object)
    if array.dtype.kind == "O":
        array = np.asarray(_as_numbers(array))
    if array.dtype.kind not in "biufO":
        raise failed("COLUMN_TYPE")
    return array


def _unmasked(x: Any) -> Any:
    """What a mask hides is missing, not the number beneath it."""
    import numpy as np

    hidden = np.ma.getmaskarray(x)
    if not hidden.any():
        return x.data
    shown = x.data.astype(float if x.dtype.kind in "biuf" else object)
    shown[hidden] = np.nan if shown.dtype.kind == "f" else None
    return shown


def _from_columns(columns: Sequence[Any]) -> Any:
    import numpy as np

    lists = [
        c if isinstance(c, (list, tuple)) else getattr(c, "to_list", getattr(c, "tolist", lambda c=c: list(c)))()
        for c in columns
    ]
    if len(lengths := {len(c) for c in lists}) > 1:
        raise uneven(True, [*lengths])
    rows = [list(row) for row in zip(*lists)]
    return _from_rows(rows) if rows else np.empty((0, len(lists)))


def _is_cell(row: Any) -> bool:
    """A row that is one cell."""
    return not hasattr(row, "__iter__") or isinstance(row, str)


def _from_rows(rows: Iterable[Any]) -> Any:
    import numpy as np

    listed = [[row] if _is_cell(row) or type(row).__name__ == "MaskedConstant" else list(row) for row in rows]
    if len(lengths := {len(row) for row in listed}) > 1:
        raise uneven(False, [*lengths])
    if not listed:
        return np.empty((0, 1))
    out = np.empty((len(listed), len(listed[0])), dtype=object)
    try:
        for i, row in enumerate(listed):
            out[i, :] = row
    except ValueError:  # rows of rows of rows
        raise no_table((len(listed), len(listed[0]), 1)) from None
    return _as_numbers(out)


def _as_numbers(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Objects that are all numbers or gaps as numbers: whole where they are whole and none is missing."""
    import numpy as np

    cells = array.ravel().tolist()
    kinds = {type(c) for c in cells}
    if not all(issubclass(k, (int, float, np.number, np.bool_)) or _is_gap_type(k) for k in kinds):
        return array
    if cells and all(issubclass(k, (int, np.integer)) for k in kinds) and all(abs(int(c)) < 2**63 for c in cells):
        return np.array(cells, dtype=np.int64).reshape(array.shape)
    return np.array([np.nan if is_gap(c) else c for c in cells], dtype=float).reshape(array.shape)


def _is_gap_type(kind: type) -> bool:
    return kind is type(None) or kind.__name__ in ("NAType", "NaTType", "MaskedConstant")


def without_codes(array: npt.NDArray[Any], missing_codes: Any) -> npt.NDArray[Any]:
    """The array with its codes for "no rating" as gaps; the array itself when there are none."""
    import numpy as np

    if not missing_codes:
        return array
    if array.dtype.kind == "O":
        cells = [None if is_gap(c) or c in missing_codes else c for c in array.ravel().tolist()]
        out = np.empty(len(cells), dtype=object)
        out[:] = cells
        return _as_numbers(out.reshape(array.shape))
    gone = np.isin(array, list(missing_codes))
    return np.where(gone, np.nan, array.astype(float)) if gone.any() else array


# ---- the order that columns declare


def _columns_in(x: Any) -> list[Any]:
    if isinstance(x, dict):
        return list(x.values())
    if hasattr(x, "get_columns"):  # polars
        return list(x.get_columns())
    if hasattr(x, "column_names"):  # Arrow
        return list(x.columns)
    if hasattr(x, "columns") and hasattr(x, "iloc"):  # pandas
        return [x.iloc[:, c] for c in range(x.shape[1])]
    return [x]


def _order_of(column: Any) -> list[Any] | None:
    """Categories in their order: an ordered pandas Categorical, polars.Enum, an ordered Arrow dictionary."""
    kind: Any = getattr(column, "dtype", None)
    if type(kind).__name__ == "CategoricalDtype":
        return list(kind.categories.tolist()) if getattr(kind, "ordered", False) else None
    if type(kind).__name__ == "Enum" and hasattr(kind, "categories"):
        return list(kind.categories.to_list())
    arrow = getattr(column, "type", None)
    if arrow is None or not getattr(arrow, "ordered", False):
        return None
    whole = column.unify_dictionaries() if hasattr(column, "unify_dictionaries") else column
    chunks = whole.chunks if hasattr(whole, "chunks") else [whole]
    return list(chunks[0].dictionary.to_pylist()) if chunks else None


def declared_order(x: Any, missing_codes: Sequence[Any] = ()) -> list[Any] | None:
    """The categories of columns that declare one and the same order; None where a column declares none."""
    orders = [_order_of(column) for column in _columns_in(x)]
    if not orders or any(order is None for order in orders):
        return None
    if any(order != orders[0] for order in orders):
        raise failed(
            "INVALID_ARGUMENT",
            detail=say(
                "the columns declare different orders: give categories=",
                "les colonnes déclarent des ordres différents : donnez categories=",
            ),
        )
    found = [c for c in orders[0] or [] if c not in missing_codes]
    return sorted(found) if all(isinstance(c, (int, float)) for c in found) else found
