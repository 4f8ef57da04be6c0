# SPDX-License-Identifier: Apache-2.0
"""Whatever holds a table of numbers, made ready for the compiled part: bytes where they do, whole numbers else."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .._errors import failed
from .cells import as_array, is_bytes, is_gap, without_codes
from .decimals import GAP, by_bits, by_column, exactly, is_coarse, scaled
from .shapes import one_column

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MOST_POINTS = 31  # what the byte kernels take
MISSING = 255
Reverse = Iterable[Any] | None


@dataclass(frozen=True)
class Matrix:
    """Rows × columns. With `tables`, `cells` are bytes and a table of 256 bytes (one, or one a column) says how many points
    each means, above or below `offsets`; without, they are whole numbers over `scale`, GAP where missing, column by
    column; over `scales` where every column has its own. outside: columns with a number outside the possible range.
    coarse: `scale` serves the largest column, and loses the figures of another."""

    cells: npt.NDArray[Any]
    names: tuple[str, ...]
    tables: bytes | None = None
    offsets: tuple[int, ...] = ()
    scale: float = 1
    scales: tuple[float, ...] | None = None
    outside: tuple[str, ...] = ()
    coarse: bool = False

    @property
    def rows(self) -> int:
        return int(self.cells.shape[0])

    @property
    def columns(self) -> int:
        return int(self.cells.shape[1])


def names_of(x: Any, columns: int) -> tuple[str, ...]:
    """Column names: the frame's own, or 1, 2, …"""
    found: Any = None
    if isinstance(x, Mapping):
        found = list(x)
    elif hasattr(x, "column_names"):
        found = x.column_names
    elif hasattr(x, "columns") and not callable(x.columns):
        found = list(x.columns)
    if found is None or len(found) != columns:
        return tuple(str(i + 1) for i in range(columns))
    return tuple(str(n) for n in found)


def values_of(x: Any) -> npt.NDArray[Any]:
    """The numbers of x, rows × columns; TypeError-free refusal of everything that is no number."""
    import numpy as np

    array = as_array(x)
    if array.dtype.kind == "b":
        array = array.view(np.uint8) if array.flags.c_contiguous or array.flags.f_contiguous else array.astype(np.uint8)
    if array.dtype.kind == "O":
        try:
            cells = [np.nan if is_gap(c) else c for c in array.ravel().tolist()]
            array = np.array(cells, dtype=float).reshape(array.shape)
        except (TypeError, ValueError):
            raise failed("COLUMN_TYPE") from None
    return array


def places_of(reverse: Reverse, names: tuple[str, ...]) -> tuple[int, ...]:
    """Positions of the columns to reverse, given by name or by position from 0."""
    if reverse is None:
        return ()
    places = []
    for r in [reverse] if isinstance(reverse, (str, int)) else reverse:
        at = names.index(r) if isinstance(r, str) and r in names else r
        if not isinstance(at, int) or isinstance(at, bool) or not -len(names) <= at < len(names):
            raise failed("COLUMN_MISSING", detail="reverse")
        places.append(at % len(names))
    return tuple(places)


def range_of(limits: Any, needed: bool) -> tuple[float, float] | None:
    """The possible range (low, high)."""
    if limits is None:
        if needed:
            raise ValueError("reverse needs range=(lowest, highest possible value)")
        return None
    low, high = limits
    if not low < high:
        raise ValueError("range is (lowest, highest possible value)")
    return float(low), float(high)


def matrix(
    x: Any, *, reverse: Reverse = None, range: Any = None, missing_codes: Iterable[Any] = (), apart: bool = False
) -> Matrix:
    """A table of numbers, with columns reversed (low + high − value) and codes for missing taken out. apart: columns
    are different variables that nobody adds, so each may have a scale of its own."""
    array = values_of(x)
    names = names_of(x, array.shape[1])
    places, limits = places_of(reverse, names), range_of(range, reverse is not None)
    missing = tuple(missing_codes)
    outside = _outside(array, names, limits, missing)
    if limits and not all(v == int(v) for v in limits) and is_bytes(array):
        array = array.astype(float)
    if is_bytes(array):
        found = _of_bytes(array, names, places, limits, missing)
        if found is not None:
            return replace(found, outside=outside) if outside else found
    found = _of_numbers(array, names, places, limits, missing, apart)
    return replace(found, outside=outside) if outside else found


def _outside(
    array: npt.NDArray[Any], names: tuple[str, ...], limits: tuple[float, float] | None, missing: tuple[Any, ...]
) -> tuple[str, ...]:
    """Columns with a number outside the possible range. A code nobody declared is one, such as 99 for "no answer"."""
    import numpy as np

    if limits is None or not array.size:
        return ()
    if is_bytes(array):
        there = [v for v in _observed(array, array.dtype.kind == "i") if v not in missing]
        if all(limits[0] <= v <= limits[1] for v in there):
            return ()
    with np.errstate(invalid="ignore"):
        wrong = (array < limits[0]) | (array > limits[1])
    if missing:
        wrong &= ~np.isin(array, list(missing))
    return tuple(name for name, found in zip(names, np.atleast_1d(wrong.any(axis=0))) if found)


def _of_bytes(
    array: npt.NDArray[Any],
    names: tuple[str, ...],
    places: tuple[int, ...],
    limits: tuple[float, float] | None,
    missing: tuple[Any, ...],
) -> Matrix | None:
    """Bytes as they lie; None where the values span more than the kernels take."""
    signed = array.dtype.kind == "i"
    low, high = (int(array.min()), int(array.max())) if array.size else (0, 0)
    if low < 0 or high > MOST_POINTS:  # perhaps only because of codes for missing
        there = [v for v in _observed(array, signed) if v not in missing]
        low, high = (min(there), max(there)) if there else (0, 0)
        if high - low > MOST_POINTS:
            return None
    else:
        low = 0
    plain = bytearray([MISSING]) * 256
    turned = bytearray([MISSING]) * 256
    for v in range_(low, high + 1):
        if v not in missing:
            plain[v % 256] = v - low
            turned[v % 256] = high - v
    if not places:
        return Matrix(array, names, bytes(plain), (low,) * len(names))
    assert limits is not None
    base = int(limits[0] + limits[1]) - high
    tables = b"".join(bytes(turned if c in places else plain) for c in range_(len(names)))
    return Matrix(array, names, tables, tuple(base if c in places else low for c in range_(len(names))))


def _observed(array: npt.NDArray[Any], signed: bool) -> list[int]:
    from .. import _core

    seen = _core.observed_bytes(array)
    return [b - 256 if signed and b > 127 else b for b in range_(256) if seen[b]]


def range_(*limits: int) -> Iterable[int]:
    """The built-in, whose name is an argument here."""
    import builtins

    return builtins.range(*limits)


def _of_numbers(
    array: npt.NDArray[Any],
    names: tuple[str, ...],
    places: tuple[int, ...],
    limits: tuple[float, float] | None,
    missing: tuple[Any, ...],
    apart: bool,
) -> Matrix:
    import numpy as np

    array = without_codes(array, missing)
    if places:
        assert limits is not None
        array = array.astype(float) if array.dtype.kind != "f" else array.copy()
        array[:, list(places)] = limits[0] + limits[1] - array[:, list(places)]
    small = _as_bytes(array)
    if small is not None:
        return Matrix(small[0], names, small[1], (small[2],) * len(names))
    found = exactly(array)
    if found is None and apart:
        whole, scales = by_column(array)
        return Matrix(np.asfortranarray(whole), names, scales=scales)
    whole, scale = found or by_bits(array)
    coarse = found is None and is_coarse(array, scale)
    return Matrix(np.asfortranarray(whole), names, scale=float(scale), coarse=coarse)


def _as_bytes(array: npt.NDArray[Any]) -> tuple[npt.NDArray[np.uint8], bytes, int] | None:
    """Whole numbers that span at most MOST_POINTS as bytes 0 … MOST_POINTS, MISSING where missing."""
    import numpy as np

    if not array.size:
        return None
    real = array.dtype.kind == "f"
    low, high = (np.fmin.reduce(array, axis=None), np.fmax.reduce(array, axis=None)) if real else (array.min(), array.max())
    if not high - low <= MOST_POINTS or low != np.floor(low):
        return None
    order = "F" if array.flags.f_contiguous else "C"
    shifted = array - low
    if real:
        shifted = np.where(np.isnan(shifted), MISSING, shifted)
    with np.errstate(invalid="ignore"):
        small = shifted.astype(np.uint8, order=order)
    if real and not (small == shifted).all():
        return None
    table = bytes([*range_(MOST_POINTS + 1), *[MISSING] * (255 - MOST_POINTS)])
    return small, table, int(low)


def column_of(x: Any) -> tuple[npt.NDArray[np.int64], float]:
    """One column of numbers without its gaps, as whole numbers over a scale."""
    array = values_of(x)
    if array.shape[1] != 1 and array.shape[0] != 1:
        raise one_column(array.shape)
    whole, scale = scaled(array.reshape(-1))
    return whole[whole != GAP], float(scale)
