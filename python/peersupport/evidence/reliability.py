# SPDX-License-Identifier: Apache-2.0
"""Reliability of a scale from its items: alpha, omega, split halves, and each item among the others."""
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from .._errors import failed
from .matrix import Matrix, Reverse, matrix, range_of
from .ratings import GAP
from .statistic import Statistic, StatisticTable

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Missing = Literal["pairwise", "listwise"]
LEAST_ROWS = 100_000  # a thread's share


def check_confidence(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError("confidence lies between 0 and 1, for example 0.95")
    return float(confidence)


def is_listwise(missing: str) -> bool:
    if missing not in ("pairwise", "listwise"):
        raise ValueError('missing is "pairwise" or "listwise"')
    return missing == "listwise"


def covariances(of: Matrix, listwise: bool, threads: int = 1) -> _core.Covariances:
    """Exact covariances; bytes by the byte kernels, in parts that are merged when there are threads."""
    if of.tables is None:
        return _core.Covariances.of_whole(of.cells, listwise)
    parts = max(1, min(int(threads), of.rows // LEAST_ROWS))
    edges = [of.rows * i // parts for i in range(parts + 1)]
    grams = [_core.Gram(of.columns) for _ in range(parts)]

    def add(i: int) -> None:
        grams[i].add(of.cells, of.tables or b"", edges[i], edges[i + 1])

    if parts == 1:
        add(0)
    else:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(parts) as pool:
            list(pool.map(add, range(parts)))
        for other in grams[1:]:
            grams[0].merge(other)
    return grams[0].covariances(listwise)


def _of_r(r: Any, n: int | None) -> _core.Covariances:
    import numpy as np

    given = np.ascontiguousarray(r, dtype=float)
    if given.ndim != 2 or given.shape[0] != given.shape[1]:
        raise failed("SHAPE_MISMATCH")
    return _core.Covariances.of_matrix(given, given.shape[0], 2**31 if n is None else int(n))


def _prepared(
    x: Any, r: Any, n: int | None, missing: str, reverse: Reverse, range: Any, missing_codes: Iterable[Any], threads: int
) -> tuple[_core.Covariances, bool]:
    """Covariances, and whether n is known."""
    listwise = is_listwise(missing)
    if (x is None) == (r is None):
        raise TypeError("give a table of answers, or r=, a matrix of correlations or covariances, and n=")
    if r is not None:
        return _of_r(r, n), n is not None
    return covariances(matrix(x, reverse=reverse, range=range, missing_codes=missing_codes), listwise, threads), True


def _nameless(found: tuple[Any, ...]) -> tuple[Any, ...]:
    """Without n, where only a matrix was given: no interval either."""
    value, _, _, reason, estimator, _, _ = found
    return value, None, None, "no-bound" if reason == "computed" else reason, estimator, 0, 0


def alpha(
    x: Any = None,
    *,
    r: Any = None,
    n: int | None = None,
    missing: Missing = "pairwise",
    confidence: float = 0.95,
    reverse: Reverse = None,
    range: tuple[float, float] | None = None,
    missing_codes: Iterable[Any] = (),
    min_pairs: int = 10,
    threads: int = 1,
) -> Statistic:
    """Cronbach's alpha, k/(k−1)·(1 − Σ variances / Σ covariances), with L. S. Feldt's 1965 interval.

    x: rows of people, columns of items: a frame, an Arrow table, a NumPy array, rows of lists, or a mapping of columns;
    None and NaN are missing, `missing_codes` too. r and n instead: a matrix of correlations or covariances, and from how many
    people. missing: "pairwise" uses every pair of answers (as pingouin and psych do), "listwise" only people without a gap.
    With gaps the interval uses the smallest pair count, and fewer than `min_pairs` refuse alpha. reverse: items to turn
    round (names, or positions from 0), which needs range=(lowest, highest possible answer). threads: for 100,000 rows and
    more each. Also gives `standardized` and `lambda6` (Guttman).

    Reasons: too-few-columns, too-few-rows, no-variance, never-together, not-positive, too-large.
    """
    check_confidence(confidence)
    of, known = _prepared(x, r, n, missing, reverse, range, missing_codes, threads)
    found = of.alpha(confidence, min_pairs)
    details = {"columns": of.columns, "standardized": _value(of.standardized_alpha(min_pairs)), "lambda6": _value(of.lambda6(min_pairs))}
    return Statistic._of("alpha", found if known else _nameless(found), confidence, details)


def _value(found: tuple[Any, ...]) -> float | None:
    value: float = found[0]
    return None if value != value else value


def omega(
    x: Any = None,
    *,
    r: Any = None,
    n: int | None = None,
    standardized: bool = False,
    missing: Missing = "pairwise",
    reverse: Reverse = None,
    range: tuple[float, float] | None = None,
    missing_codes: Iterable[Any] = (),
    min_pairs: int = 10,
    threads: int = 1,
) -> Statistic:
    """McDonald's omega of one factor: (Σλ)² / ((Σλ)² + Σψ), the share of the sum score's variance that the factor explains.

    The factor is fitted to the correlations by least squares (minres; Harman and Jones 1966), deterministically. λ and ψ are
    of the items as they are scored; standardized=True takes standardized items. It is not the `omega_total` of R's psych, which
    has several factors and is higher. No interval: bootstrap it. Also gives `loadings` (of the standardized items).
    Arguments as for alpha. Reasons besides alpha's: not-identified, mixed-signs.
    """
    of, known = _prepared(x, r, n, missing, reverse, range, missing_codes, threads)
    found, loadings = of.omega(standardized, min_pairs)
    return Statistic._of("omega", found if known else _nameless(found), None, {"loadings": tuple(loadings), "columns": of.columns})


def split_half(
    x: Any = None,
    *,
    halves: Any = "odd-even",
    r: Any = None,
    n: int | None = None,
    missing: Missing = "pairwise",
    reverse: Reverse = None,
    range: tuple[float, float] | None = None,
    missing_codes: Iterable[Any] = (),
    min_pairs: int = 10,
) -> Statistic:
    """Split-half reliability, stepped up by Spearman and Brown: 2r/(1+r), r the correlation of the halves' sums.

    halves: "odd-even" (items 1, 3, 5 … against 2, 4, 6 …), "first-second", or a list with one truth value an item (true =
    second half). Also gives `correlation`, `lambda4` (Guttman's, of this split) and `lambda6`. Other arguments as for alpha.
    """
    of, known = _prepared(x, r, n, missing, reverse, range, missing_codes, 1)
    found, lambda4, correlation = of.split_half(_halves(halves, of.columns), min_pairs)
    details = {
        "correlation": None if correlation != correlation else correlation,
        "lambda4": _value(lambda4),
        "lambda6": _value(of.lambda6(min_pairs)),
    }
    return Statistic._of("split-half", found if known else _nameless(found), None, details)


def _halves(halves: Any, columns: int) -> bytes:
    if isinstance(halves, str):
        if halves == "odd-even":
            return bytes(i % 2 for i in range(columns))
        if halves == "first-second":
            return bytes(i >= (columns + 1) // 2 for i in range(columns))
        raise ValueError('halves is "odd-even", "first-second" or a truth value an item')
    side = bytes(bool(h) for h in halves)
    if len(side) != columns:
        raise failed("SHAPE_MISMATCH", detail="halves")
    return side


def item_analysis(
    x: Any,
    *,
    range: tuple[float, float] | None = None,
    reverse: Reverse = None,
    missing: Missing = "pairwise",
    missing_codes: Iterable[Any] = (),
    min_pairs: int = 10,
    threads: int = 1,
) -> StatisticTable:
    """Each item among the others.

    Columns: item, n, mean, sd, difficulty (mean as a share of the possible range), floor and ceiling (share of answers at the
    lowest and highest possible value), item_rest (correlation with the sum of the other items, so corrected for overlap),
    alpha_if_deleted, reason. difficulty, floor and ceiling need range=(lowest, highest possible answer). `alpha` is the
    whole scale's. Arguments as for alpha.
    """
    limits = range_of(range, False)
    of = matrix(x, reverse=reverse, range=range, missing_codes=missing_codes)
    found = covariances(of, is_listwise(missing), threads)
    ends = _ends(of, limits)
    columns: dict[str, list[Any]] = {name: [] for name in ("item", "n", "mean", "sd", "difficulty", "floor", "ceiling", "item_rest",
                                                           "alpha_if_deleted", "reason")}
    for i, (n, mean, sd, _, rest, without, why) in enumerate(found.items([], min_pairs)):
        shift = of.offsets[i] if of.offsets else 0
        mean = mean / of.scale + shift
        difficulty = None if limits is None or not n else (mean - limits[0]) / (limits[1] - limits[0])
        row = (of.names[i], n, mean, sd / of.scale, difficulty, *ends[i], rest, without, None if why == "computed" else why)
        for name, cell in zip(columns, row):
            columns[name].append(cell)
    whole = Statistic._of("alpha", found.alpha(0.95, min_pairs), 0.95)
    return StatisticTable("item-analysis", columns, {"alpha": whole})


def _ends(of: Matrix, limits: tuple[float, float] | None) -> list[tuple[float | None, float | None]]:
    """Shares of answers at the lowest and the highest possible value, column by column."""
    import numpy as np

    shares: list[tuple[float | None, float | None]] = []
    for c in range(of.columns):
        points, shift = _points(of, c)
        low, high = (None, None) if limits is None else limits
        n = int(np.count_nonzero(points != GAP))
        if low is None or high is None or n == 0:
            shares.append((None, None))
        else:
            at_low, at_high = (int(np.count_nonzero(points == np.rint((v - shift) * of.scale))) for v in (low, high))
            shares.append((at_low / n, at_high / n))
    return shares


def _points(of: Matrix, column: int) -> tuple[npt.NDArray[np.int64], int]:
    import numpy as np

    if of.tables is None:
        return of.cells[:, column], 0
    table = of.tables if len(of.tables) == 256 else of.tables[256 * column : 256 * column + 256]
    points = np.frombuffer(table, np.uint8).astype(np.int64)
    points[points > 31] = GAP
    found: npt.NDArray[np.int64] = points[of.cells[:, column].view(np.uint8)]
    return found, of.offsets[column]
