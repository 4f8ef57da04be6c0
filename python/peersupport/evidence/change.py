# SPDX-License-Identifier: Apache-2.0
"""Measurement error, and change of persons, for consenting research with instruments about the respondent."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from .. import _core
from .decimals import GAP, scaled
from .matrix import Reverse, matrix, values_of
from .reliability import Missing, Prepared, check_confidence, covariances, is_listwise, refusal_of
from .shapes import pairs
from .statistic import Statistic, StatisticTable


def sem(
    x: Any = None,
    *,
    sd: float | None = None,
    reliability: float | None = None,
    multiplier: float = 1.96,
    missing: Missing = "listwise",
    confidence: float = 0.95,
    reverse: Reverse = None,
    range: tuple[float, float] | None = None,
    missing_codes: Iterable[Any] = (),
    min_pairs: int = 10,
) -> Statistic:
    """The standard error of measurement. Two definitions that give different numbers; `estimator` says which.

    From a table (rows of people, columns of occasions or raters): √ of the residual mean square of the two-way table (J. P. Weir
    2005), with a chi-square interval. From sd= and reliability=: SD·√(1 − reliability), without one.
    Also gives `mdc`, the smallest change that is more than error: multiplier·√2·SEM (1.96: MDC95), and its interval.
    """
    check_confidence(confidence)
    if x is None:
        if sd is None or reliability is None:
            raise TypeError("give a table of repeated scores, or sd= and reliability=")
        found, change = _core.sem_of_reliability(float(sd), float(reliability), multiplier)
        return Statistic._of("sem", found, None, {"mdc": Statistic._of("mdc", change)})
    if sd is not None or reliability is not None:
        raise TypeError("give a table of repeated scores, or sd= and reliability=, not both")
    of = matrix(x, reverse=reverse, range=range, missing_codes=missing_codes)
    sums = covariances(of, is_listwise(missing))
    found, change = sums.sem(confidence, min_pairs, multiplier)
    told = Prepared(sums, True, refusal_of(of), of.outside).told
    details = {"mdc": Statistic._of("mdc", told(_scaled(change, of.scale)), confidence), "outside": of.outside}
    return Statistic._of("sem", told(_scaled(found, of.scale)), confidence, details)


def _scaled(found: tuple[float, float, float, str, str, int, int], scale: float) -> tuple[Any, ...]:
    value, low, high, *rest = found
    return value / scale, low / scale, high / scale, *rest


def reliable_change(
    before: Any,
    after: Any,
    *,
    sd: float,
    reliability: float,
    multiplier: float = 1.96,
    higher_is_better: bool = True,
    cut: float | None = None,
) -> StatisticTable:
    """Change of each person against measurement error (N. S. Jacobson and P. Truax 1991).

    index = (after − before) / (√2·SD·√(1 − reliability)); more than `multiplier` either way is more than error. Kinds, in words
    that judge nobody: "better-past-cut" (Jacobson and Truax: recovered; only with cut=, when it was crossed), "better"
    (improved), "no-reliable-change", "worse" (deteriorated), "not-known" (a score is missing). Columns: before, after, change,
    index, kind. Also gives `sem`, `difference`, `threshold` and `counts` by kind. Never for appraisal of workers.
    """
    import numpy as np

    a, b = (np.ascontiguousarray(values_of(v), dtype=float).reshape(-1) for v in (before, after))
    if len(a) != len(b):
        raise pairs("before", "after", (len(a), len(b)))
    index, kind = np.full(len(a), np.nan), np.full(len(a), 4, np.uint8)
    error, difference, threshold, why = _core.reliable_change(a, b, float(sd), float(reliability), float(multiplier),
                                                              bool(higher_is_better), cut, index, kind)
    names = _core.change_kinds()
    kinds = [names[k] for k in kind.tolist()]
    reason = None if why == "computed" else why
    columns = {"before": a.tolist(), "after": b.tolist(), "change": (b - a).tolist(), "index": index.tolist(), "kind": kinds}
    counts = Counter(kinds)
    details = {"sem": error, "difference": difference, "threshold": threshold, "reason": reason, "counts": {k: counts[k] for k in names}}
    return StatisticTable("reliable-change", columns, details)


def change_cuts(clinical: tuple[float, float], functional: tuple[float, float]) -> dict[str, float]:
    """Cuts a, b and c of Jacobson and Truax 1991 from (mean, SD) of two groups."""
    a, b, c = _core.change_cuts(*map(float, clinical), *map(float, functional))
    return {"a": a, "b": b, "c": c}


def bland_altman(first: Any, second: Any, *, multiplier: float = 1.96, confidence: float = 0.95) -> Statistic:
    """Agreement of two ways to measure the same (J. M. Bland and D. G. Altman 1986): the mean of first − second with Student's
    interval, and `sd`, `lower` and `upper`, the limits of agreement, mean ± multiplier·SD. Pairs with a gap are left out."""
    import numpy as np

    a, b = (np.asarray(values_of(v), dtype=float).reshape(-1) for v in (first, second))
    if len(a) != len(b):
        raise pairs("first", "second", (len(a), len(b)))
    both, scale = scaled(np.stack([a, b], axis=1))
    both = both[(both != GAP).all(axis=1)]
    found, sd, low, high = _core.limits_of_agreement(both[:, 0] - both[:, 1], float(scale), multiplier, check_confidence(confidence))
    details = {name: None if v != v else v for name, v in (("sd", sd), ("lower", low), ("upper", high))}
    return Statistic._of("bland-altman", found, confidence, details)
