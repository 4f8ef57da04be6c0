# SPDX-License-Identifier: Apache-2.0
"""The bootstrap. What is resampled, the unit, is always said by the caller."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from math import fsum
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .. import _core
from .._errors import failed
from .._language import say
from .cells import as_array, is_gap
from .decimals import GAP
from .matrix import Matrix, Reverse, matrix
from .reliability import Missing, check_confidence, is_listwise, refusal_of
from .shapes import one_a_row
from .statistic import Statistic

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NAMES = ("mean", "variance", "plug-in-variance", "correlation", "alpha")
NUMBERS = {"mean": 0, "variance": 1, "plug-in-variance": 2, "correlation": 3}
Function = Callable[[Any], float]
NOT_A_NUMBER = float("nan")


def _number(statistic: str, missing: str) -> int:
    if statistic == "alpha":
        return 4 if is_listwise(missing) else 5
    if statistic not in NUMBERS:
        raise ValueError(f"statistic is a function or one of {', '.join(NAMES)}")
    return NUMBERS[statistic]


def _units(unit: Any, rows: int) -> tuple[npt.NDArray[np.uint32] | None, int, list[Any]]:
    """Each row's unit by number, how many, and their ids; None where every row is a unit of its own."""
    import numpy as np

    if isinstance(unit, str):
        if unit != "row":
            raise ValueError('unit is "row", or the id of each row\'s unit')
        return None, rows, []
    listed = unit.tolist() if hasattr(unit, "tolist") else list(unit)
    if len(listed) != rows:
        raise one_a_row("unit", rows, len(listed))
    if any(is_gap(u) for u in listed):
        raise ValueError("every row needs a unit")
    number: dict[Any, int] = {}
    places = np.array([number.setdefault(u, len(number)) for u in listed], dtype=np.uint32)
    return places, len(number), list(number)


def unit_hash(unit: Any) -> int:
    """64 bits of a unit's id that are the same everywhere: SHA-256 of its type and text. Ids are whole numbers or text."""
    from hashlib import sha256

    if hasattr(unit, "item"):
        unit = unit.item()
    if isinstance(unit, bool) or not isinstance(unit, (int, str)):
        raise TypeError("ids of units are whole numbers or text")
    return int.from_bytes(sha256(f"{'i' if isinstance(unit, int) else 's'}:{unit}".encode()).digest()[:8], "little")


def _whole(of: Matrix) -> tuple[npt.NDArray[np.int64], float]:
    """Whole numbers over a scale, whatever the matrix holds."""
    import numpy as np

    from .reliability import _points

    if of.tables is None:
        return of.cells, of.scale
    columns = []
    for c in range(of.columns):
        points, shift = _points(of, c)
        columns.append(np.where(points == GAP, GAP, points + shift))
    return np.asfortranarray(np.stack(columns, axis=1)), 1.0


def _with_values(cells: npt.NDArray[np.int64], number: int) -> npt.NDArray[np.bool_]:
    """Rows that say something: both numbers for a correlation, every answer for alpha listwise, else at least one."""
    import numpy as np

    there = cells != GAP
    return np.asarray(there.all(axis=1) if number in (3, 4) else there.any(axis=1))


def _in_parts(count: int, threads: int, work: Callable[[int, int], None]) -> None:
    parts = max(1, min(int(threads), count))
    if parts == 1:
        return work(0, count)
    from concurrent.futures import ThreadPoolExecutor

    edges = [count * i // parts for i in range(parts + 1)]
    with ThreadPoolExecutor(parts) as pool:
        list(pool.map(work, edges[:-1], edges[1:]))


def bootstrap(
    x: Any,
    statistic: str | Function = "mean",
    *,
    unit: Any,
    replicates: int = 2000,
    interval: Literal["bca", "percentile"] = "bca",
    weights: Literal["multinomial", "poisson", "exhaustive"] = "multinomial",
    confidence: float = 0.95,
    seed: int = 0,
    ties: Literal["strict", "half"] = "strict",
    missing: Missing = "pairwise",
    reverse: Reverse = None,
    range: tuple[float, float] | None = None,
    missing_codes: Iterable[Any] = (),
    threads: int = 1,
) -> Statistic:
    """A statistic with its bootstrap interval. The same seed gives the same bits on every machine, with any threads.

    x: one column (mean, variance, plug-in-variance), two (correlation) or a table (alpha); or for a function of the resampled
    rows (a NumPy array), any table. unit: what is drawn. "row", or an id for each row: all rows of a unit are drawn together
    (clusters such as agencies; never draw respondents across units that share a cause). interval: "bca" (B. Efron 1987), or
    "percentile" (quantiles of type 7). ties: of BCa's bias, "strict" counts replicates below the estimate, "half" also half
    of those equal to it. weights: "multinomial" draws as many units as there are (Philox4x32-10, index (u·n) >> 32);
    "exhaustive" takes every possible resample once (up to seven units); "poisson" weighs each unit by Poisson(1) from its id
    alone, so that parts can be merged (class Replicates); it goes with interval="percentile", and INVALID_ARGUMENT is raised
    otherwise. missing: of alpha.
    n: units with a value. Also gives `se`, `bias` (mean of the replicates − value), `z0` (BCa's correction, in normal
    deviates), `acceleration`, `levels`, `undefined` (replicates without a value), `replicates`.
    Reasons: no-bound, no-variance, too-few-rows, code-outside (a number outside `range`), too-large (as for alpha).
    """
    check_confidence(confidence)
    if weights not in ("multinomial", "poisson", "exhaustive") or interval not in ("bca", "percentile") or ties not in ("strict", "half"):
        raise ValueError('weights is "multinomial", "poisson" or "exhaustive"; interval "bca" or "percentile"; ties "strict" or "half"')
    if not 1 <= int(replicates) < 2**31 or not 0 <= int(seed) < 2**64:
        raise ValueError("replicates is at least 1, seed a whole number below 2**64")
    name = statistic if isinstance(statistic, str) else getattr(statistic, "__name__", "function")
    if weights == "poisson":
        if interval != "percentile":  # a jackknife, which BCa needs, does not merge
            raise failed("INVALID_ARGUMENT", detail=say('weights="poisson" goes with', 'weights="poisson" va avec') + ' interval="percentile"')
        if isinstance(statistic, str):
            return _poisson(x, statistic, unit, int(replicates), confidence, int(seed), missing, reverse, range, missing_codes)
    if isinstance(statistic, str):
        of = matrix(x, reverse=reverse, range=range, missing_codes=missing_codes, apart=statistic == "correlation")
        if (refusal := refusal_of(of)) is not None:
            return _refused(name, of, refusal, f"bootstrap/{interval}", confidence)
        made = _named(of, _number(statistic, missing), unit, int(replicates), weights, int(seed), interval, threads)
    else:
        made = _called(x, statistic, unit, int(replicates), weights, int(seed), interval)
    if interval == "bca":
        found = _core.bca_interval(made.value, made.values, made.jackknife, confidence, ties == "half")
    else:
        found = _core.percentile_interval(made.value, made.values, len(made.jackknife), confidence)
    return _statistic(name, found, confidence, made.values, made.n)


class _Resampled(NamedTuple):
    value: float
    values: npt.NDArray[np.float64]
    jackknife: npt.NDArray[np.float64]
    n: int


def _refused(name: str, of: Matrix, reason: str, estimator: str, confidence: float) -> Statistic:
    details = {"outside": of.outside}
    return Statistic(name, None, reason=reason, estimator=estimator, n=of.rows, confidence=confidence, details=details)


def _statistic(name: str, found: tuple[Any, ...], confidence: float, values: Any, n: int) -> Statistic:
    import numpy as np

    estimate, z0, acceleration, low, high, se, undefined = found
    given = np.asarray(values)
    defined = given[given == given].tolist()
    figures = {
        "se": se,
        "bias": fsum(defined) / len(defined) - estimate[0] if defined else NOT_A_NUMBER,
        "z0": z0,
        "acceleration": acceleration,
    }
    details = {
        **{key: None if v != v else v for key, v in figures.items()},
        "levels": None if low != low else (low, high),
        "undefined": undefined,
        "replicates": len(values),
    }
    return Statistic._of(name, (*estimate[:5], n, estimate[6]), confidence, details)


def _named(
    of: Matrix, number: int, unit: Any, replicates: int, weights: str, seed: int, interval: str, threads: int
) -> _Resampled:
    """Value, replicates and jackknife of a statistic that is computed in the compiled part."""
    import numpy as np

    places, units, _ = _units(unit, of.rows)
    cells, scale = _whole(of)
    there = _with_values(cells, number)
    n = int(np.count_nonzero(there)) if places is None else len(np.unique(places[there]))
    if of.tables is not None and places is None and number >= 4:
        rows = _core.Resampling.of_bytes(number, of.cells, of.tables)
    else:
        rows = _core.Resampling.of_whole(number, cells, scale, places, units)
    exhaustive = weights == "exhaustive"
    if exhaustive and not rows.exhaustive_count:
        raise ValueError("exhaustive resampling takes at most seven units")
    values = np.empty(rows.exhaustive_count if exhaustive else replicates)
    _in_parts(len(values), threads, lambda first, last: rows.replicate(exhaustive, seed, first, last, values))
    jackknife = np.zeros(rows.units)
    if interval == "bca":
        _in_parts(rows.units, threads, lambda first, last: rows.leave_out(first, last, jackknife))
    return _Resampled(rows.value, values, jackknife, n)


def _called(
    x: Any, function: Function, unit: Any, replicates: int, weights: str, seed: int, interval: str
) -> _Resampled:
    """The same of any function of the resampled rows."""
    import numpy as np

    rows = as_array(x)
    if getattr(x, "ndim", 0) == 1:
        rows = rows.reshape(-1)
    places, units, ids = _units(unit, len(rows))
    members = [np.array([u]) for u in range(units)] if places is None else [np.flatnonzero(places == u) for u in range(units)]
    draws = np.empty(units, np.uint32)
    hashes = np.array([unit_hash(u) for u in (ids or range(units))], dtype=np.uint64) if weights == "poisson" else None
    count = units**units if weights == "exhaustive" else replicates
    if weights == "exhaustive" and units > 7:
        raise ValueError("exhaustive resampling takes at most seven units")

    def taken(b: int) -> Iterable[int]:
        if weights == "exhaustive":
            return [b // units**d % units for d in range(units)]
        if hashes is not None:
            _core.poisson_weights(seed, b, hashes, draws)
            return np.repeat(np.arange(units), draws)
        _core.bootstrap_draws(seed, b, draws)
        return draws

    def value_of(chosen: Iterable[int]) -> float:
        at = [members[u] for u in chosen]
        return float(function(rows[np.concatenate(at)])) if at else float("nan")

    values = np.array([value_of(taken(b)) for b in range(count)])
    jackknife = np.zeros(units)
    if interval == "bca":
        jackknife = np.array([value_of(u for u in range(units) if u != out) for out in range(units)])
    return _Resampled(float(function(rows)), values, jackknife, units)


def _poisson(
    x: Any, statistic: str, unit: Any, replicates: int, confidence: float, seed: int, missing: str, reverse: Reverse, range: Any, codes: Any
) -> Statistic:
    of = matrix(x, reverse=reverse, range=range, missing_codes=codes)
    if of.outside:
        return _refused(statistic, of, "code-outside", "bootstrap-poisson/percentile", confidence)
    cells, scale = _whole(of)
    if scale > 10**9:
        raise ValueError("mergeable replicates take numbers with at most nine decimals")
    made = Replicates(statistic, columns=of.columns, replicates=replicates, seed=seed, decimals=len(str(int(scale))) - 1, missing=missing)
    made._add(cells, unit)
    return made.interval(confidence=confidence)


class Replicates:
    """Sums of every replicate of a Poisson bootstrap: add rows in parts, merge parts from anywhere, in any order.

    The weight of a unit in a replicate is Poisson(1) from (seed, replicate, id of the unit) alone; the interval is the same to
    the bit however the rows were parted. statistic: "mean", "variance", "plug-in-variance", "correlation" or "alpha".
    decimals: of the values, the same in all parts (0: whole numbers). With fewer than about 20 units use bootstrap().
    """

    def __init__(
        self,
        statistic: str,
        *,
        columns: int = 1,
        replicates: int = 2000,
        seed: int = 0,
        decimals: int = 0,
        missing: str = "pairwise",
    ) -> None:
        if not 0 <= decimals <= 9:
            raise ValueError("decimals is 0 … 9")
        self._made = _core.BootstrapReplicates.make(_number(statistic, missing), int(columns), int(replicates), int(seed), 10**decimals)

    def add(self, x: Any, *, unit: Any, missing_codes: Iterable[Any] = ()) -> Replicates:
        """Adds rows. unit: the id (a whole number or text) of each row's unit; "row" numbers them, so for one part only.
        Returns the replicates themselves."""
        import numpy as np

        cells, scale = _whole(matrix(x, missing_codes=missing_codes))
        wanted = self._made.design[4]
        if wanted % scale or scale > wanted:
            raise failed("NOT_INTEGRAL", detail="decimals")
        factor = int(wanted / scale)
        self._add(np.where(cells == GAP, GAP, cells * factor), unit)
        return self

    def _add(self, cells: npt.NDArray[np.int64], unit: Any) -> None:
        import numpy as np

        places, units, ids = _units(unit, len(cells))
        hashes = np.array([unit_hash(u) for u in (range(units) if places is None else ids)], dtype=np.uint64)
        of_rows = hashes if places is None else hashes[places]
        there = _with_values(cells, self._made.design[0])  # a row that says nothing counts as none
        self._made.add(np.asfortranarray(cells[there]), np.ascontiguousarray(of_rows[there]))

    def merge(self, other: Replicates) -> Replicates:
        """Both together, as new replicates; refuses another statistic, seed, scale or count."""
        to = self._with(self._made.copy())
        to._made.merge(other._made)
        return to

    __or__ = merge

    @classmethod
    def _with(cls, made: _core.BootstrapReplicates) -> Replicates:
        to = object.__new__(cls)
        to._made = made
        return to

    @property
    def rows(self) -> int:
        return self._made.rows

    def values(self) -> list[float]:
        """The statistic of every replicate."""
        return self._made.values()

    def interval(self, *, confidence: float = 0.95) -> Statistic:
        """The statistic of all rows with its percentile interval; n counts rows with a value, as `rows` does."""
        name = (*NAMES[:4], "alpha", "alpha")[self._made.design[0]]
        found = self._made.interval(check_confidence(confidence))
        return _statistic(name, found, confidence, self.values(), found[0][5])

    def to_bytes(self) -> bytes:
        """Versioned bytes; equal states give equal bytes."""
        return self._made.to_bytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Replicates:
        return cls._with(_core.BootstrapReplicates.from_bytes(bytes(data)))

    def __reduce__(self) -> tuple[Any, ...]:
        return Replicates.from_bytes, (self.to_bytes(),)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Replicates) and self._made == other._made

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Replicates: {self._made.design[2]} of {self.interval().name}>"
