# SPDX-License-Identifier: Apache-2.0
"""Ratings of units by raters, and the whole numbers they come down to."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from .._errors import failed

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MISSING, OUTSIDE = 255, 254
MOST_CATEGORIES, MOST_RATERS = 64, 64
MOST_DIGITS = 9  # decimals of a value that are kept exactly
GAP = -(2**63)  # a missing value among whole numbers


def as_array(x: Any) -> npt.NDArray[Any]:
    """Rows × columns as they are: numbers of any type, or objects (labels, None)."""
    import numpy as np

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
    elif not hasattr(x, "__array__"):
        x = _from_rows(x)
    array = np.asarray(x)
    if array.ndim == 1 and array.dtype.kind != "O":
        array = array.reshape(-1, 1)
    if array.ndim != 2:
        raise failed("SHAPE_MISMATCH")
    if array.dtype.kind in "US":
        array = array.astype(object)
    if array.dtype.kind not in "biufO":
        raise failed("COLUMN_TYPE")
    return array


def _from_columns(columns: Sequence[Any]) -> Any:
    import numpy as np

    lists = [
        c if isinstance(c, (list, tuple)) else getattr(c, "to_list", getattr(c, "tolist", lambda c=c: list(c)))()
        for c in columns
    ]
    if len({len(c) for c in lists}) > 1:
        raise failed("SHAPE_MISMATCH")
    rows = [list(row) for row in zip(*lists)]
    return _from_rows(rows) if rows else np.empty((0, len(lists)))


def _from_rows(rows: Iterable[Any]) -> Any:
    import numpy as np

    listed = [[row] if row is None or isinstance(row, (int, float, str, np.number)) else list(row) for row in rows]
    if len({len(row) for row in listed}) > 1:
        raise failed("SHAPE_MISMATCH")
    cells = [c for row in listed for c in row]
    if all(c is None or isinstance(c, (int, float, np.number)) for c in cells):
        if all(isinstance(c, (int, np.integer)) and abs(int(c)) < 2**63 for c in cells):
            return np.array(listed, dtype=np.int64)
        return np.array([[np.nan if c is None else c for c in row] for row in listed], dtype=float)
    out = np.empty((len(listed), len(listed[0]) if listed else 0), dtype=object)
    for i, row in enumerate(listed):
        out[i, :] = row
    return out


def without_codes(array: npt.NDArray[Any], missing_codes: Any) -> npt.NDArray[Any]:
    """The array with its codes for "no rating" as gaps; the array itself when there are none."""
    import numpy as np

    if not missing_codes or array.dtype.kind == "O":
        return array
    gone = np.isin(array, list(missing_codes))
    return np.where(gone, np.nan, array.astype(float)) if gone.any() else array


def scaled(values: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int64], float]:
    """Numbers as whole numbers over a power of ten, exactly where they have at most nine decimals; else over 2^k with
    forty significant bits. Gaps become `GAP`."""
    import numpy as np

    if values.dtype.kind in "biu":
        if values.dtype.kind == "u" and values.size and int(values.max()) >= 2**48:
            raise failed("TOO_LARGE")
        return values.astype(np.int64), 1
    real = np.asarray(values, dtype=float)
    whole = np.empty(real.shape, dtype=np.int64)
    unit = _core.scale_decimals(real if real.ndim == 2 else real.reshape(-1, 1), whole)
    if unit is not None:
        return whole, unit
    if np.isinf(real).any():
        raise failed("COLUMN_TYPE")
    gaps = np.isnan(real)
    there = np.where(gaps, 0.0, real)
    shift = 40 - int(np.frexp(float(np.abs(there).max(initial=0)))[1])
    return np.where(gaps, GAP, np.rint(np.ldexp(there, shift)).astype(np.int64)), 2**shift if shift >= 0 else 2.0**shift


def scaled_exactly(values: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int64], int]:
    """The same where the power has to fit a whole number: TOO_LARGE otherwise."""
    whole, unit = scaled(values)
    if not isinstance(unit, int) or unit >= 2**62:
        raise failed("TOO_LARGE")
    return whole, unit


def _byte_places(categories: Sequence[int], signed: bool, missing: Iterable[Any]) -> bytes:
    place = bytearray([OUTSIDE]) * 256
    for c, value in enumerate(categories):
        if -128 * signed <= value < 256 - 128 * signed:
            place[value % 256] = c
    for code in missing:
        if code == int(code) and -128 * signed <= code < 256 - 128 * signed:
            place[int(code) % 256] = MISSING
    return bytes(place)


IDENTITY = bytes([*range(MOST_CATEGORIES), *[OUTSIDE] * (255 - MOST_CATEGORIES), MISSING])


def is_bytes(array: npt.NDArray[Any]) -> bool:
    return array.dtype.kind in "biu" and array.dtype.itemsize == 1


def _is_gap(value: Any) -> bool:
    return value is None or value != value or type(value).__name__ in ("NAType", "NaTType")


def observed(array: npt.NDArray[Any], missing_codes: Any = ()) -> list[Any]:
    """The categories that occur, ascending."""
    import numpy as np

    if is_bytes(array):
        seen = _core.observed_bytes(array)
        signed = array.dtype.kind == "i"
        found = [b - 256 if signed and b > 127 else b for b in range(256) if seen[b]]
        return sorted(v for v in found if v not in missing_codes)
    if array.dtype.kind == "O":
        cells = {c for c in array.ravel().tolist() if not _is_gap(c) and c not in missing_codes}
        try:
            return sorted(cells)
        except TypeError:
            raise failed("COLUMN_TYPE") from None
    values = np.unique(array)
    return [v for v in values.tolist() if v == v and v not in missing_codes]


class RatingTally:
    """The whole numbers a rating study comes down to: takes chunks, merges, and gives every agreement statistic.

    Its size depends on categories and raters, not on units, so that ten million units take no more memory than ten.
    Merging is associative and commutative to the bit. All ratings of one unit must be in one chunk and one shard. It
    is personal information, as the ratings are.

    categories: all values a rating can have, ascending, or labels in their order (at most 64). raters: how many
    columns a row has, at most 64; None when a row holds how many ratings fell in each category, not whose. pairs:
    keep the joint table of every two raters, for Cohen's kappa and Kendall's W. shard: names these ratings, so that
    merging a second copy is refused: a uuid.UUID, 16 bytes, or a whole number below 2^128. missing_codes: codes that
    mean "no rating".
    """

    def __init__(
        self,
        categories: Sequence[Any],
        raters: int | None,
        *,
        pairs: bool = True,
        shard: Any = None,
        missing_codes: Iterable[Any] = (),
    ) -> None:
        import numpy as np

        self.categories: tuple[Any, ...] = tuple(categories)
        self.missing_codes: tuple[Any, ...] = tuple(missing_codes)
        labels = any(not isinstance(c, (int, float, np.number)) for c in self.categories)
        if labels:
            whole, unit = list(range(len(self.categories))), 1
        else:
            found, unit = scaled_exactly(np.asarray(self.categories, dtype=None if self.categories else float))
            whole = found.tolist()
        self._labels = labels
        self._made = _core.RatingTally.make(whole, unit, raters or 0, pairs and raters is not None)
        if shard is not None:
            self._made.mark(*_shard_words(shard))

    @classmethod
    def from_ratings(
        cls,
        x: Any,
        categories: Sequence[Any] | None = None,
        *,
        pairs: bool = True,
        shard: Any = None,
        missing_codes: Iterable[Any] = (),
    ) -> RatingTally:
        """A tally of rows of units × columns of raters; categories=None takes those that occur."""
        array, missing = as_array(x), tuple(missing_codes)
        found = observed(array, missing) if categories is None else list(categories)
        if len(found) > MOST_CATEGORIES:
            raise failed("TOO_LARGE", detail=f"more than {MOST_CATEGORIES} categories")
        to = cls(found or [0], array.shape[1], pairs=pairs, shard=shard, missing_codes=missing)
        return to.add(array)

    @classmethod
    def from_counts(cls, counts: Any, categories: Sequence[Any] | None = None, *, shard: Any = None) -> RatingTally:
        """A tally of rows of units × columns of categories: how many ratings of the unit fell in each."""
        array = as_array(counts)
        return cls(categories or range(array.shape[1]), None, shard=shard).add(array)

    def add(self, x: Any) -> RatingTally:
        """Adds units: ratings, or counts where there are no raters. Returns the tally itself."""
        import numpy as np

        array = as_array(x)
        if self.raters is None:
            whole, unit = scaled(array)
            if unit != 1:
                raise failed("NOT_INTEGRAL")
            self._made.add_counts(np.ascontiguousarray(whole))
        elif is_bytes(array) and not self._labels and all(isinstance(c, int) or c == int(c) for c in self.categories):
            signed = array.dtype.kind == "i"
            self._made.add(array, _byte_places([int(c) for c in self.categories], signed, self.missing_codes))
        else:
            self._made.add(self._placed(array), IDENTITY)
        return self

    def _placed(self, array: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
        """Every cell's category number."""
        import numpy as np

        if array.dtype.kind == "O" or self._labels:
            place = {c: i for i, c in enumerate(self.categories)}
            gaps = set(self.missing_codes)
            cells = [MISSING if _is_gap(v) or v in gaps else place.get(v, OUTSIDE) for v in array.ravel().tolist()]
            out = np.array(cells, dtype=np.uint8).reshape(array.shape)
        else:
            known = np.asarray(self.categories, dtype=float)
            values = array.astype(float)
            at = np.searchsorted(known, values).clip(0, len(known) - 1)
            out = np.where(known[at] == values, at, OUTSIDE).astype(np.uint8)
            out[np.isnan(values)] = MISSING
            for code in self.missing_codes:
                out[values == code] = MISSING
        return out

    def merge(self, other: RatingTally) -> RatingTally:
        """Both together, as a new tally. Refuses another design and a shard both hold."""
        if not isinstance(other, RatingTally):
            raise TypeError("a RatingTally merges with another RatingTally")
        if other.categories != self.categories:
            raise failed("TALLY_OTHER")
        to = self._with(self._made.copy())
        to._made.merge(other._made)
        return to

    def __or__(self, other: RatingTally) -> RatingTally:
        return self.merge(other)

    def _with(self, made: _core.RatingTally) -> RatingTally:
        to = object.__new__(RatingTally)
        to.categories, to.missing_codes, to._labels, to._made = self.categories, self.missing_codes, self._labels, made
        return to

    @property
    def raters(self) -> int | None:
        return self._made.columns or None

    @property
    def units(self) -> int:
        """Units added, those nobody rated included."""
        return self._made.units

    @property
    def pairs(self) -> bool:
        return self._made.pairs

    def table(self, a: int = 0, b: int = 1) -> npt.NDArray[np.int64]:
        """The joint table of two raters: rows are categories of rater a, columns of rater b."""
        import numpy as np

        n = len(self.categories)
        made = np.array(self._made.table(min(a, b), max(a, b)), dtype=np.int64).reshape(n, n)
        return made if a < b else made.T

    def to_bytes(self) -> bytes:
        """Versioned bytes; equal tallies give equal bytes. Labels and codes for "no rating" are not in them."""
        return self._made.to_bytes()

    @classmethod
    def from_bytes(
        cls, data: bytes, *, categories: Sequence[Any] | None = None, missing_codes: Iterable[Any] = ()
    ) -> RatingTally:
        """Reads what to_bytes() gave; refuses damaged bytes. categories: the labels, where they are no numbers."""
        made = _core.RatingTally.from_bytes(bytes(data))
        found: Sequence[Any] = made.categories
        if made.denominator != 1:
            found = [c / made.denominator for c in made.categories]
        to = object.__new__(cls)
        to.categories = tuple(found if categories is None else categories)
        to.missing_codes, to._made = tuple(missing_codes), made
        to._labels = categories is not None and any(not isinstance(c, (int, float)) for c in categories)
        if len(to.categories) != len(made.categories):
            raise failed("TALLY_OTHER")
        return to

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.to_bytes(), self.categories, self.missing_codes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RatingTally) and self.categories == other.categories and self._made == other._made

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        who = "counts" if self.raters is None else f"{self.raters} raters"
        return f"<RatingTally: {len(self.categories)} categories, {who}>"


def _restored(data: bytes, categories: Sequence[Any], missing_codes: Iterable[Any]) -> RatingTally:
    return RatingTally.from_bytes(data, categories=categories, missing_codes=missing_codes)


def _shard_words(shard: Any) -> tuple[int, int]:
    if isinstance(shard, uuid.UUID):
        shard = shard.int
    elif isinstance(shard, bytes) and len(shard) == 16:
        shard = int.from_bytes(shard, "big")
    if not isinstance(shard, int) or not 0 <= shard < 2**128:
        raise TypeError("shard is a uuid.UUID, 16 bytes or a whole number below 2**128")
    return shard >> 64, shard & (2**64 - 1)
