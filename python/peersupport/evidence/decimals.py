# SPDX-License-Identifier: Apache-2.0
"""Numbers as whole numbers over a scale, exactly where they have few enough decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .._errors import failed

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MOST_DIGITS = 9  # decimals of a value that are kept exactly
GAP = -(2**63)  # a missing value among whole numbers
BITS = 40  # of the largest value, where there are more decimals
LEAST_BITS = 20  # of a column's own spread, beside columns that are larger


def scaled(values: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int64], float]:
    """Numbers as whole numbers over a power of ten, exactly where they have at most nine decimals; else over 2^k with
    forty significant bits of the largest. Gaps become `GAP`."""
    found = exactly(values)
    return by_bits(values) if found is None else found


def scaled_exactly(values: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int64], int]:
    """As `scaled` where the power has to fit a whole number: TOO_LARGE otherwise."""
    whole, unit = scaled(values)
    if not isinstance(unit, int) or unit >= 2**62:
        raise failed("TOO_LARGE")
    return whole, unit


def by_column(values: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int64], tuple[float, ...]]:
    """Columns that are different variables, each over a scale of its own."""
    import numpy as np

    columns = [scaled(values[:, [c]]) for c in range(values.shape[1])]
    return np.concatenate([whole for whole, _ in columns], axis=1), tuple(float(unit) for _, unit in columns)


def is_coarse(values: npt.NDArray[Any], unit: float) -> bool:
    """Whether a column varies so little beside the others that one scale by bits for all would lose its figures."""
    import numpy as np

    if not len(values) or values.shape[1] < 2:
        return False
    spread = np.fmax.reduce(values, axis=0) - np.fmin.reduce(values, axis=0)
    return bool(((spread > 0) & (spread * unit < 2**LEAST_BITS)).any())


def exactly(values: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int64], int] | None:
    """Over a power of ten; None where nine decimals do not do."""
    import numpy as np

    if values.dtype.kind in "biu":
        if values.dtype.kind == "u" and values.size and int(values.max()) >= 2**48:
            raise failed("TOO_LARGE")
        return values.astype(np.int64), 1
    real = np.asarray(values, dtype=float)
    whole = np.empty(real.shape, dtype=np.int64)
    unit = _core.scale_decimals(real if real.ndim == 2 else real.reshape(-1, 1), whole)
    return None if unit is None else (whole, unit)


def by_bits(values: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int64], float]:
    """Over 2^k, forty significant bits of the largest."""
    import numpy as np

    real = np.asarray(values, dtype=float)
    if np.isinf(real).any():
        raise failed("COLUMN_TYPE")
    gaps = np.isnan(real)
    there = np.where(gaps, 0.0, real)
    shift = BITS - int(np.frexp(float(np.abs(there).max(initial=0)))[1])
    whole = np.where(gaps, GAP, np.rint(np.ldexp(there, shift)).astype(np.int64))
    return whole, 2**shift if shift >= 0 else 2.0**shift
