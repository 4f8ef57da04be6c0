# SPDX-License-Identifier: Apache-2.0
"""Ratings of units by raters, and the whole numbers they come down to."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from .._errors import failed
from .._language import say
from .cells import as_array, declared_order, is_bytes, is_gap
from .decimals import scaled, scaled_exactly

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MISSING, OUTSIDE = 255, 254
MOST_CATEGORIES, MOST_RATERS = 64, 64


def _byte_places(categories: Sequence[int], signed: bool, missing: Iterable[Any]) -> bytes:
    place = bytearray([OUTSIDE]) * 256
    for c, value in enumerate(categories):
        if -128 * signed <= value < 256 - 128 * signed:
            place[value % 256] = c
    for code in missing:
        if isinstance(code, (int, float)) and code == int(code) and -128 * signed <= code < 256 - 128 * signed:
            place[int(code) % 256] = MISSING
    return bytes(place)


IDENTITY = bytes([*range(MOST_CATEGORIES), *[OUTSIDE] * (255 - MOST_CATEGORIES), MISSING])


def observed(array: npt.NDArray[Any], missing_codes: Any = ()) -> list[Any]:
    """The categories that occur, ascending."""
    import numpy as np

    if is_bytes(array):
        seen = _core.observed_bytes(array)
        signed = array.dtype.kind == "i"
        found = [b - 256 if signed and b > 127 else b for b in range(256) if seen[b]]
        return sorted(v for v in found if v not in missing_codes)
    if array.dtype.kind == "O":
        cells = {c for c in array.ravel().tolist() if not is_gap(c) and c not in missing_codes}
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
        self._ordered = True
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
        """A tally of rows of units × columns of raters. categories=None takes those that an ordered pandas
        Categorical, a polars.Enum or an ordered Arrow dictionary declares, else those that occur; labels have no order
        then."""
        missing = tuple(missing_codes)
        declared = declared_order(x, missing) if categories is None else list(categories)
        array = as_array(x)
        found = observed(array, missing) if declared is None else declared
        if len(found) > MOST_CATEGORIES or array.shape[1] > MOST_RATERS:
            raise failed("INVALID_ARGUMENT", detail=_too_many(len(found) > MOST_CATEGORIES))
        to = cls(found or [0], array.shape[1], pairs=pairs, shard=shard, missing_codes=missing)
        to._ordered = declared is not None or not to._labels
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
            cells = [MISSING if is_gap(v) or v in gaps else place.get(v, OUTSIDE) for v in array.ravel().tolist()]
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

    def _check_level(self, level: str) -> None:
        """Refuses what labels do not have: numbers (interval, ratio), and an order that nobody named (ordinal)."""
        if not self._labels or level == "nominal" or (level == "ordinal" and self._ordered):
            return
        if level == "ordinal":
            told = say(
                "labels have no order of their own: give categories= with them in their order",
                "les étiquettes n’ont pas d’ordre propre : donnez-les dans leur ordre par categories=",
            )
        else:
            told = say(
                'labels are no numbers: level="ordinal" or "nominal"',
                'les étiquettes ne sont pas des nombres : level="ordinal" ou "nominal"',
            )
        raise failed("INVALID_ARGUMENT", detail=told)

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
        to._ordered = self._ordered
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
        to.missing_codes, to._made, to._ordered = tuple(missing_codes), made, True
        to._labels = categories is not None and any(not isinstance(c, (int, float)) for c in categories)
        if len(to.categories) != len(made.categories):
            raise failed("TALLY_OTHER")
        return to

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.to_bytes(), self.categories, self.missing_codes, self._ordered)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RatingTally) and self.categories == other.categories and self._made == other._made

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        who = "counts" if self.raters is None else f"{self.raters} raters"
        return f"<RatingTally: {len(self.categories)} categories, {who}>"


def _restored(data: bytes, categories: Sequence[Any], missing_codes: Iterable[Any], ordered: bool) -> RatingTally:
    to = RatingTally.from_bytes(data, categories=categories, missing_codes=missing_codes)
    to._ordered = ordered
    return to


def _too_many(categories: bool) -> str:
    if categories:
        return say(
            f"more than {MOST_CATEGORIES} categories: group them, or use krippendorff_alpha with "
            'level="interval", or icc',
            f"plus de {MOST_CATEGORIES} catégories : regroupez-les, ou prenez krippendorff_alpha avec "
            'level="interval", ou icc',
        )
    return say(f"more than {MOST_RATERS} raters", f"plus de {MOST_RATERS} personnes qui évaluent")


def _shard_words(shard: Any) -> tuple[int, int]:
    if isinstance(shard, uuid.UUID):
        shard = shard.int
    elif isinstance(shard, bytes) and len(shard) == 16:
        shard = int.from_bytes(shard, "big")
    if not isinstance(shard, int) or not 0 <= shard < 2**128:
        raise TypeError("shard is a uuid.UUID, 16 bytes or a whole number below 2**128")
    return shard >> 64, shard & (2**64 - 1)
