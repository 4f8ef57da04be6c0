# SPDX-License-Identifier: Apache-2.0
"""Reliability of a scale from its items: alpha, omega, split halves, and each item among the others."""
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .. import _core
from .._errors import cells, shape
from .._language import say
from .decimals import GAP
from .matrix import Matrix, Reverse, matrix, range_of
from .shapes import misfit
from .statistic import Statistic, StatisticTable

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Missing = Literal["pairwise", "listwise"]
LEAST_ROWS = 100_000  # a thread's share
ITEM_FIGURES = ("item", "n", "mean", "sd", "difficulty", "floor", "ceiling", "item_rest", "alpha_if_deleted", "reason")


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
        do = say("Give r as a square table of correlations.", "Fournissez r comme un tableau carré de corrélations.")
        raise misfit("k × k", shape(given.shape), do)
    return _core.Covariances.of_matrix(given, given.shape[0], 2**31 if n is None else int(n))


class Prepared(NamedTuple):
    """Covariances, and what stands in the way of a statistic of them."""

    of: _core.Covariances
    known: bool  # n is
    refusal: str | None  # the reason why there is none
    outside: tuple[str, ...]

    def told(self, found: tuple[Any, ...]) -> tuple[Any, ...]:
        """The statistic, without what cannot be given: everything, or n and with it the interval."""
        value, _, _, reason, estimator, n, pairs = found
        if self.refusal is not None:
            return None, None, None, self.refusal, estimator, n, pairs
        if not self.known:
            return value, None, None, "no-bound" if reason == "computed" else reason, estimator, 0, 0
        return found

    def detail(self, found: tuple[Any, ...]) -> float | None:
        value: float = found[0]
        return None if value != value or self.refusal is not None else value


def refusal_of(of: Matrix) -> str | None:
    return "code-outside" if of.outside else "too-large" if of.coarse else None


def _prepared(
    x: Any, r: Any, n: int | None, missing: str, reverse: Reverse, range: Any, missing_codes: Iterable[Any], threads: int
) -> Prepared:
    listwise = is_listwise(missing)
    if (x is None) == (r is None):
        raise TypeError("give a table of answers, or r=, a matrix of correlations or covariances, and n=")
    if r is not None:
        return Prepared(_of_r(r, n), n is not None, None, ())
    table = matrix(x, reverse=reverse, range=range, missing_codes=missing_codes)
    return Prepared(covariances(table, listwise, threads), True, refusal_of(table), table.outside)


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
    more each. range also refuses answers outside it (code-outside; `outside` names the columns): codes for "no answer"
    belong in missing_codes. Also gives `standardized`, of the correlations, and `lambda6` (Guttman), of the
    covariances, that is of items as they are scored. R's psych takes lambda6 of the correlations: for that give r=, the
    correlations.

    Reasons: too-few-columns, too-few-rows, no-variance, never-together, not-positive, code-outside, too-large (also
    where items differ so much in scale that one loses its digits beside another).
    """
    check_confidence(confidence)
    made = _prepared(x, r, n, missing, reverse, range, missing_codes, threads)
    of = made.of
    details = {
        "columns": of.columns,
        "standardized": made.detail(of.standardized_alpha(min_pairs)),
        "lambda6": made.detail(of.lambda6(min_pairs)),
        "outside": made.outside,
    }
    return Statistic._of("alpha", made.told(of.alpha(confidence, min_pairs)), confidence, details)


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
    made = _prepared(x, r, n, missing, reverse, range, missing_codes, threads)
    found, loadings = made.of.omega(standardized, min_pairs)
    details = {"loadings": () if made.refusal else tuple(loadings), "columns": made.of.columns, "outside": made.outside}
    return Statistic._of("omega", made.told(found), None, details)


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

    The sums are of items as scored: one with a larger SD weighs more. For standardized items give r=, their
    correlations.

    halves: "odd-even" (items 1, 3, 5 … against 2, 4, 6 …), "first-second", or a list with one truth value an item (true =
    second half). Also gives `correlation`, `lambda4` (Guttman's, of this split) and `lambda6`, both of the covariances.
    Other arguments as for alpha.
    """
    made = _prepared(x, r, n, missing, reverse, range, missing_codes, 1)
    found, lambda4, correlation = made.of.split_half(_halves(halves, made.of.columns), min_pairs)
    details = {
        "correlation": made.detail((correlation,)),
        "lambda4": made.detail(lambda4),
        "lambda6": made.detail(made.of.lambda6(min_pairs)),
        "outside": made.outside,
    }
    return Statistic._of("split-half", made.told(found), None, details)


def _halves(halves: Any, columns: int) -> bytes:
    if isinstance(halves, str):
        if halves == "odd-even":
            return bytes(i % 2 for i in range(columns))
        if halves == "first-second":
            return bytes(i >= (columns + 1) // 2 for i in range(columns))
        raise ValueError('halves is "odd-even", "first-second" or a truth value an item')
    side = bytes(bool(h) for h in halves)
    if len(side) != columns:
        do = say("Give one truth value for each item.", "Fournissez une valeur vrai ou faux par item.")
        raise misfit(f"halves: {cells(columns)}", cells(len(side)), do)
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
    alpha_if_deleted, reason. difficulty, floor and ceiling need range=(lowest, highest possible answer). An answer
    outside it (code-outside) leaves its item without any figure but n, and all items without item_rest and
    alpha_if_deleted. `alpha` is the whole scale's. Arguments as for alpha.
    """
    limits, listwise = range_of(range, False), is_listwise(missing)
    of = matrix(x, reverse=reverse, range=range, missing_codes=missing_codes)
    refusal, found = refusal_of(of), covariances(of, listwise, threads)
    items = found.items([], min_pairs)
    moments = [(mean / of.scale, sd / of.scale) for _, mean, sd, *_ in items]
    if of.coarse:
        of = matrix(x, reverse=reverse, range=range, missing_codes=missing_codes, apart=True)
        moments = _moments(of, listwise)
    ends = _ends(of, limits)
    columns: dict[str, list[Any]] = {name: [] for name in ITEM_FIGURES}
    for i, (n, _, _, _, rest, without, why) in enumerate(items):
        mean, sd = moments[i][0] + (of.offsets[i] if of.offsets else 0), moments[i][1]
        difficulty = None if limits is None or not n else (mean - limits[0]) / (limits[1] - limits[0])
        reason = None if why == "computed" else why
        row: list[Any] = [of.names[i], n, mean, sd, difficulty, *ends[i], rest, without, reason]
        if refusal is not None:
            row[7:] = None, None, refusal
        if of.names[i] in of.outside:
            row[2:7] = [None] * 5
        for name, cell in zip(columns, row):
            columns[name].append(cell)
    made = Prepared(found, True, refusal, of.outside)
    whole = Statistic._of("alpha", made.told(found.alpha(0.95, min_pairs)), 0.95, {"outside": of.outside})
    return StatisticTable("item-analysis", columns, {"alpha": whole})


def _moments(of: Matrix, listwise: bool) -> list[tuple[float, float]]:
    """Mean and SD of columns that have a scale of their own."""
    cells, scales = of.cells, of.scales or (of.scale,) * of.columns
    if listwise:
        cells = cells[(cells != GAP).all(axis=1)]
    found = (_core.Covariances.of_whole(cells[:, c : c + 1], False).items([], 1)[0] for c in range(of.columns))
    return [(mean / scale, sd / scale) for (_, mean, sd, *_), scale in zip(found, scales)]


def _ends(of: Matrix, limits: tuple[float, float] | None) -> list[tuple[float | None, float | None]]:
    """Shares of answers at the lowest and the highest possible value, column by column."""
    import numpy as np

    shares: list[tuple[float | None, float | None]] = []
    for c in range(of.columns):
        points, shift = _points(of, c)
        scale = of.scales[c] if of.scales else of.scale
        low, high = (None, None) if limits is None else limits
        n = int(np.count_nonzero(points != GAP))
        if low is None or high is None or n == 0:
            shares.append((None, None))
        else:
            at_low, at_high = (int(np.count_nonzero(points == np.rint((v - shift) * scale))) for v in (low, high))
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
