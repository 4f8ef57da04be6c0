# SPDX-License-Identifier: Apache-2.0
"""Intervals of shares and of means."""
from __future__ import annotations

from typing import Any, Literal

from .. import _core
from .matrix import column_of, range_of
from .reliability import check_confidence
from .statistic import Statistic


def wilson_interval(
    x: int,
    n: int,
    *,
    confidence: float = 0.95,
    method: Literal["wilson", "wilson-corrected", "clopper-pearson"] = "wilson",
) -> Statistic:
    """A share x of n (0…1) with its interval.

    method: "wilson" (E. B. Wilson 1927), "wilson-corrected" (with continuity correction: R. G. Newcombe 1998, method 4), or
    "clopper-pearson" (exact, 1934). Reasons: too-few-rows (n = 0), code-outside (x not in 0…n).
    """
    check_confidence(confidence)
    if int(x) != x or int(n) != n:
        raise ValueError("x and n are whole numbers")
    if method == "clopper-pearson":
        found = _core.clopper_pearson_interval(int(x), int(n), confidence)
    elif method in ("wilson", "wilson-corrected"):
        found = _core.wilson_interval(int(x), int(n), confidence, method == "wilson-corrected")
    else:
        raise ValueError('method is "wilson", "wilson-corrected" or "clopper-pearson"')
    return Statistic._of("share", found, confidence)


def _rule(range: Any, ends: float) -> tuple[float, float, float]:
    limits = range_of(range, False)
    if not 0 <= ends < 1e6:
        raise ValueError("ends is a number of respondents, 0 or more")
    if limits is None:
        if ends:
            raise ValueError("range=(lowest, highest possible score) is needed, or ends=0 for plain t")
        limits = (0.0, 0.0)
    return *limits, float(ends)


def mean_interval(
    x: Any, *, range: tuple[float, float] | None = (0, 100), ends: float = 0.25, confidence: float = 0.95
) -> Statistic:
    """A mean of bounded scores with its interval.

    Student's t on the scores and `ends` respondents at each end of the possible range: size n + 2·ends, divisor size − 1,
    n − 1 degrees of freedom, clipped to the range. With the skew that scores of satisfied people have, plain t (ends=0, and then
    without clipping) covers the mean only 63–93 % of the time for n = 5…20; a quarter of a respondent at each end covers it at
    least 95 %. The value is the plain mean. None and NaN are left out.
    Reasons: too-few-rows, no-bound (one score, or no variance and ends=0), code-outside (a score outside the range).
    """
    whole, scale = column_of(x)
    return Statistic._of("mean", _core.mean_interval(whole, scale, *_rule(range, ends), check_confidence(confidence)), confidence)


def welch_gap(
    first: Any,
    second: Any,
    *,
    range: tuple[float, float] | None = (0, 100),
    ends: float = 0.25,
    confidence: float = 0.95,
) -> Statistic:
    """The difference of two means, first − second, with B. L. Welch's 1947 interval and test.

    ends: as for mean_interval; 0 gives the textbook test. Also gives `t`, `df` and `p` (two-sided).
    Reasons: too-few-rows (fewer than two scores in a group), no-bound (nothing varies), code-outside.
    """
    a, scale_a = column_of(first)
    b, scale_b = column_of(second)
    found, t, df, p = _core.welch_gap(a, scale_a, b, scale_b, *_rule(range, ends), check_confidence(confidence))
    details = {name: None if v != v else v for name, v in (("t", t), ("df", df), ("p", p))}
    return Statistic._of("gap", found, confidence, details)
