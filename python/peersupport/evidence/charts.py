# SPDX-License-Identifier: Apache-2.0
"""Control charts of a service over time, and funnel limits for services beside each other.

A signal says "look here and ask why"; it is no judgement of the people who work there. No function here puts units in
an order of merit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from numbers import Integral, Number
from typing import Any

from .. import _core
from .._errors import failed
from .._language import say
from .cells import is_gap
from .chart_result import ControlChart, Funnel, FunnelPoint, made_chart

# beyond limits, run, trend, two of three, four of five, alternating, near the centre, away from it, zones inside limits
PRESETS = {
    "making-data-count": (1, 7, 7, 1, 0, 0, 0, 0, 1),
    "western-electric": (1, 8, 0, 1, 1, 0, 0, 0, 0),
    "nelson": (1, 9, 6, 1, 1, 14, 15, 8, 0),
    "none": (0, 0, 0, 0, 0, 0, 0, 0, 0),
}
LENGTHS = {
    "run_length": (1, "run"),
    "trend": (2, "trend"),
    "alternating": (5, "alternating"),
    "near_centre": (6, "near-centre"),
    "away_from_centre": (7, "away-from-centre"),
}
RULE_AT = {
    "beyond-limits": 0,
    "run": 1,
    "trend": 2,
    "two-of-three": 3,
    "four-of-five": 4,
    "alternating": 5,
    "near-centre": 6,
    "away-from-centre": 7,
}
DEFAULT_LENGTH = {"run": 8, "trend": 6, "alternating": 14, "near-centre": 15, "away-from-centre": 8}
CONSTANTS = {"2.66": 2.66, "3/1.128": 3 / 1.128}
NOT_A_NUMBER = float("nan")
NOT_COUNTED = -1  # as n of a p chart


def _rules(rules: str | Iterable[str], lengths: dict[str, int | None]) -> tuple[int, ...]:
    if isinstance(rules, str):
        if rules not in PRESETS:
            raise ValueError(f"rules is one of {', '.join(PRESETS)}, or a list of {', '.join(RULE_AT)}")
        made = list(PRESETS[rules])
    else:
        made = [0] * 9
        for rule in rules:
            if rule not in RULE_AT:
                raise ValueError(f"a rule is one of {', '.join(RULE_AT)}")
            made[RULE_AT[rule]] = DEFAULT_LENGTH.get(rule, 1)
    for name, length in lengths.items():
        if length is not None:
            made[LENGTHS[name][0]] = int(length)
    return tuple(made)


def _listed(values: Any) -> list[Any]:
    for method in ("to_list", "tolist", "to_pylist"):
        if hasattr(values, method):
            return list(getattr(values, method)())
    return list(values)


def _decimals(values: Any) -> list[float]:
    try:
        return [NOT_A_NUMBER if is_gap(v) else float(v) for v in _listed(values)]
    except (TypeError, ValueError):
        raise failed("COLUMN_TYPE") from None


def _counts(values: Any) -> list[int | None]:
    found = _decimals(values)
    if any(v == v and (abs(v) == float("inf") or v != int(v) or abs(v) >= 2**53) for v in found):
        raise failed("NOT_INTEGRAL", detail=say("counts are whole numbers", "les nombres d’occurrences sont entiers"))
    return [None if v != v else int(v) for v in found]


def _size(n: int) -> int:
    if n < 0:
        raise failed("INVALID_ARGUMENT", detail="n < 0")
    return n


def _differ(names: str) -> Exception:
    return failed("INVALID_ARGUMENT", detail=say(f"{names} differ in length", f"{names} n’ont pas la même longueur"))


def _baseline(baseline: Any, periods: Sequence[Any] | None, count: int) -> tuple[int, int]:
    """The first period the limits rest on, and the one behind the last."""
    if baseline is None:
        return 0, count
    if isinstance(baseline, Integral):
        return 0, int(baseline)
    if isinstance(baseline, slice):
        start, stop, step = baseline.indices(count)
        if step != 1:
            raise ValueError("a baseline is one unbroken stretch of periods")
        return start, max(start, stop)
    if periods is None:
        raise ValueError("baseline=(from, to) needs periods=")
    first, last = baseline
    return _stretch(first, last, periods)


def _stretch(first: Any, last: Any, periods: Sequence[Any]) -> tuple[int, int]:
    """Periods are compared as what they are, numbers as numbers and dates as dates; as text only beside text, as
    a date beside "2025-01"."""
    places = [next((i for i, p in enumerate(periods) if p == end), None) for end in (first, last)]
    if places[0] is not None and places[1] is not None:
        if places[1] < places[0]:
            raise ValueError("periods are in the order of time, and so are the two of baseline=(from, to)")
        return places[0], places[1]
    try:
        inside = [i for i, p in enumerate(periods) if first <= p < last]
    except TypeError:
        if any(isinstance(p, Number) != isinstance(end, Number) for p in periods for end in (first, last)):
            raise ValueError("baseline=(from, to) names periods as periods= does, numbers by numbers") from None
        inside = [i for i, p in enumerate(periods) if str(first) <= str(p) < str(last)]
    if not inside:
        return 0, 0
    if inside != list(range(inside[0], inside[-1] + 1)):
        raise ValueError("periods are in the order of time")
    return inside[0], inside[-1] + 1


def _labels(periods: Any, count: int) -> list[Any]:
    labels = list(range(1, count + 1)) if periods is None else _listed(periods)
    if len(labels) != count:
        raise _differ("periods, values")
    return labels


def xmr_chart(
    values: Any,
    *,
    periods: Any = None,
    baseline: Any = None,
    constant: str | float = "2.66",
    range_constant: float = 3.267,
    bounds: tuple[float | None, float | None] = (None, None),
    rules: str | Iterable[str] = "making-data-count",
    run_length: int | None = None,
    trend: int | None = None,
    alternating: int | None = None,
    near_centre: int | None = None,
    away_from_centre: int | None = None,
) -> ControlChart:
    """Chart of individual values and moving ranges (XmR, I-MR).

    Limits are mean ± constant · mean moving range; constant is "2.66" (Wheeler) or "3/1.128", range_constant 3.267 or
    3.268. A period without a value (None, NaN) is a gap: no zero, and no moving range over it. baseline: None (all),
    how many first periods, a slice, or (from, to) with to left out, by `periods`; the limits rest on it and stay.
    rules: "making-data-count" (NHS England; run 7, trend 7, two of three), "western-electric" (run 8), "nelson" (run
    9, trend 6), "none", or names of rules; run_length, trend … set a length, 0 switches a rule off. A trend counts
    points, not steps; a point on the centre line breaks a run. bounds: what can be measured, for example (0, 100).
    """
    found = _decimals(values)
    factor = CONSTANTS.get(str(constant)) or float(constant)
    lengths = {
        "run_length": run_length,
        "trend": trend,
        "alternating": alternating,
        "near_centre": near_centre,
        "away_from_centre": away_from_centre,
    }
    labels = _labels(periods, len(found))
    frozen = _baseline(baseline, labels if periods is not None else None, len(found))
    made = _core.xmr_chart(found, factor, float(range_constant), _edges(bounds), frozen, _rules(rules, lengths))
    return made_chart("xmr", f"xmr/{constant}", labels, made)


def p_chart(
    events: Any,
    n: Any,
    *,
    periods: Any = None,
    baseline: Any = None,
    overdispersion: bool = False,
    rules: str | Iterable[str] = "making-data-count",
    run_length: int | None = None,
    trend: int | None = None,
) -> ControlChart:
    """Chart of shares: events out of n in each period, with limits that follow n, between 0 and 1.

    n of 0 is an empty subgroup; n or events of None are a period without a count, a gap: neither is a share of 0, nor
    does it count in the baseline. overdispersion=True gives p′
    (Laney 2002) for large n. Other arguments as for xmr_chart.
    """
    found, counted = _counts(events), _counts(n)
    if len(found) != len(counted):
        raise _differ("events, n")
    labels = _labels(periods, len(found))
    made = _core.p_chart(
        [e or 0 for e in found],
        [NOT_COUNTED if e is None or size is None else _size(size) for e, size in zip(found, counted)],
        bool(overdispersion),
        _baseline(baseline, labels if periods is not None else None, len(found)),
        _rules(rules, {"run_length": run_length, "trend": trend}),
    )
    return made_chart("p", "p-laney" if overdispersion else "p", labels, made)


def u_chart(
    events: Any,
    exposure: Any,
    *,
    periods: Any = None,
    baseline: Any = None,
    overdispersion: bool = False,
    rules: str | Iterable[str] = "making-data-count",
    run_length: int | None = None,
    trend: int | None = None,
) -> ControlChart:
    """Chart of rates: events per contact, hour or other exposure. An exposure of 0 is an empty subgroup; an exposure or
    events of None are a period without a count, a gap. overdispersion=True gives u′. Other arguments as for
    xmr_chart."""
    found, sizes = _counts(events), _decimals(exposure)
    if len(found) != len(sizes):
        raise _differ("events, exposure")
    labels = _labels(periods, len(found))
    made = _core.u_chart(
        [e or 0 for e in found],
        [NOT_A_NUMBER if e is None else size for e, size in zip(found, sizes)],
        bool(overdispersion),
        _baseline(baseline, labels if periods is not None else None, len(found)),
        _rules(rules, {"run_length": run_length, "trend": trend}),
    )
    return made_chart("u", "u-laney" if overdispersion else "u", labels, made)


def ewma_chart(
    values: Any,
    *,
    weight: float = 0.3,
    start: float | None = None,
    sd: float | None = None,
    factor: float = 3,
    widening: bool = False,
    periods: Any = None,
    baseline: Any = None,
) -> ControlChart:
    """Exponentially weighted moving average (Roberts 1959): sees small lasting changes sooner. The points are the
    averages. start: where it begins (None: the baseline's mean); sd: of single values (None: mean moving range /
    1.128);
    widening=True uses the exact, narrower limits of the first periods."""
    found = _decimals(values)
    labels = _labels(periods, len(found))
    made = _core.ewma_chart(
        found,
        float(weight),
        NOT_A_NUMBER if start is None else float(start),
        NOT_A_NUMBER if sd is None else float(sd),
        float(factor),
        bool(widening),
        _baseline(baseline, labels if periods is not None else None, len(found)),
    )
    return made_chart("ewma", "ewma", labels, made)


def funnel_limits(
    figures: Any,
    n: Any,
    *,
    sd: float | None = None,
    target: float | None = None,
    limits: Sequence[float] = (0.95, 0.998),
    overdispersion: str = "none",
    winsorized_share: float = 0.1,
    units: Any = None,
    own: Any = None,
    bounds: tuple[float | None, float | None] = (None, None),
    key: bytes | None = None,
) -> Funnel:
    """Whether single services differ from a line by more than their size explains (Spiegelhalter 2005).

    figures: events out of n, or means of n people when sd (their common standard deviation) is given. target: the
    line; None takes all together. overdispersion: "none", "multiplicative" (φ, the mean of z²) or "winsorised" (the
    same with the outer z pulled in to their type 7 quantiles at winsorized_share); limits widen by √φ, never narrow.
    Limits are clipped to 0 and 1 (shares) or to `bounds`. A unit whose figure or n is None has no value and no part in
    the line (empty-subgroup).

    own names the one unit that may be seen; all others have numbers in place of names, in an order made by a keyed
    hash: it depends neither on figures nor on size, nor can it be rebuilt from the names alone (key=None takes the
    data as key). Figures and sizes must stand in a funnel, so someone who knows the size of another unit can still
    find it: use it inside the trust boundary, or among units that agreed.
    """
    from .chart_result import hash_order

    kinds = ("none", "multiplicative", "winsorised", "winsorized")
    if overdispersion not in kinds:
        raise ValueError(f"overdispersion is one of {', '.join(kinds[:3])}")
    known = _counts(n)
    sizes = [size or 0 for size in known]
    names = list(range(len(sizes))) if units is None else _listed(units)
    if len(names) != len(sizes):
        raise _differ("units, n")
    if len(set(names)) != len(names):
        raise failed("INVALID_ARGUMENT", detail=say("a unit stands twice", "une unité figure deux fois"))
    if own is not None and own not in names:
        raise failed("NOT_FOUND")
    inside = [float(v) for v in limits]
    if not inside or any(not 0 < v < 1 for v in inside):
        raise ValueError("limits are shares between 0 and 1")
    rest = (
        NOT_A_NUMBER if target is None else float(target),
        min(kinds.index(overdispersion), 2),
        float(winsorized_share),
        inside,
        _grid(sizes),
    )
    counted, made = _judged(figures, known, None if sd is None else float(sd), bounds, rest)
    order = hash_order(names, list(zip(names, counted, sizes)), key)
    return _funnel(made, names, sizes, order, own, inside, rest[4])


def _judged(
    figures: Any,
    known: Sequence[int | None],
    sd: float | None,
    bounds: tuple[float | None, float | None],
    rest: tuple[Any, ...],
) -> tuple[list[Any], dict[str, Any]]:
    """The figures as numbers, and what the compiled part finds in them. Without a figure or n, nobody was counted."""
    counted: list[Any] = _counts(figures) if sd is None else _decimals(figures)
    if len(counted) != len(known):
        raise _differ("figures, n")
    if sd is None:
        there = [(0, 0) if e is None or size is None else (e, size) for e, size in zip(counted, known)]
        return counted, _core.funnel_of_shares([e for e, _ in there], [size for _, size in there], *rest)
    given: tuple[Any, ...] = (counted, [size or 0 for size in known], sd, *rest, _edges(bounds))
    return counted, _core.funnel_of_means(*given)


def _edges(bounds: tuple[float | None, float | None]) -> tuple[float, float]:
    low, high = bounds
    return -float("inf") if low is None else float(low), float("inf") if high is None else float(high)


def _grid(sizes: Sequence[int]) -> list[float]:
    """Sizes at which the limits are drawn."""
    there = [s for s in sizes if s > 0]
    if not there:
        return []
    low, high = min(there), max(there)
    return sorted({float(round(low + (high - low) * i / 100)) for i in range(101)})


def _funnel(
    made: dict[str, Any],
    names: list[Any],
    sizes: list[int],
    order: list[int],
    own: Any,
    inside: list[float],
    grid: list[float],
) -> Funnel:
    points, numbered = [], 0
    for i in order:
        mine = own is not None and names[i] == own
        numbered += not mine
        reason = None if made["why"][i] == "computed" else made["why"][i]
        points.append(
            FunnelPoint(
                None if mine else numbered,
                own if mine else None,
                sizes[i],
                made["value"][i],
                tuple(made["limits"][i]),
                made["z"][i] if mine else None,
                tuple(made["position"][i]) if mine else None,
                reason,
            )
        )
    outside = tuple(sum(1 for row in made["position"] if row[j]) for j in range(len(inside)))
    curves = tuple(tuple((size, *row[j]) for size, row in zip(grid, made["grid"])) for j in range(len(inside)))
    reason = None if made["reason"] == "computed" else made["reason"]
    return Funnel(made["target"], made["phi"], tuple(inside), tuple(points), curves, outside, reason)
