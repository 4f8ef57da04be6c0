# SPDX-License-Identifier: Apache-2.0
"""What charts are: points, limits, signals, and a tidy table."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .._render import html_table, text_table
from .frames import Frames
from .statistic import shown

if TYPE_CHECKING:
    from .._charts.chart import Chart


class ChartPoint(NamedTuple):
    """One period; None where there is no number."""

    period: Any
    value: float | None
    lower: float | None
    upper: float | None
    baseline: bool  # the limits rest on it
    signals: tuple[str, ...]  # the rules it belongs to
    reason: str | None  # why there is no value: "too-few-rows" (nothing counted), "empty-subgroup"


class FunnelPoint(NamedTuple):
    """One unit. Others than the own one have a number that means nothing."""

    number: int | None
    unit: Any
    n: int
    value: float | None
    limits: tuple[tuple[float | None, float | None], ...]  # (lower, upper) for each of the funnel's limits
    z: float | None  # of the own unit only
    position: tuple[int, ...] | None  # of the own unit only: −1 below, 0 inside, 1 above each of the limits
    reason: str | None


class _Tidy(Frames):
    """A tidy table with a title."""

    def _title(self) -> str:
        raise NotImplementedError

    def _cells(self) -> tuple[list[str], list[list[str]]]:
        frame = self.to_columns()
        return list(frame), [["" if v is None else shown(v) for v in row] for row in zip(*frame.values())]

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(other) is type(self) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{self._title()}\n{text_table(*self._cells())}"

    def _repr_html_(self) -> str:
        return html_table(self._title(), *self._cells())


class ControlChart(_Tidy):
    """Points over time with limits that rest on a frozen baseline.

    .kind ("xmr", "p", "u", "ewma"), .estimator, .centre, .points (ChartPoint each period), .limits ((lower, upper)
    each period), .signals (rule → places of its points, from 0), .baseline (first place, place behind the last),
    .reason (why there are no limits, else None); .moving_ranges, .mean_moving_range, .moving_range_upper (xmr);
    .sigma_z (p′, u′).
    """

    _own_type = frozenset({"period"})

    def __init__(self, kind: str, estimator: str, labels: Sequence[Any], made: dict[str, Any]) -> None:
        self.kind, self.estimator = kind, estimator
        self.centre: float | None = made["centre"]
        self.reason: str | None = None if made["reason"] == "computed" else made["reason"]
        reasons = [None if why == "computed" else why for why in made["why"]]
        rows = zip(labels, made["value"], made["lower"], made["upper"], made["baseline"], made["signals"], reasons)
        self.points = tuple(ChartPoint(*row) for row in rows)
        self.moving_ranges: tuple[float | None, ...] = tuple(made["moving_range"])
        self.mean_moving_range: float | None = made["mean_moving_range"]
        self.moving_range_upper: float | None = made["moving_range_upper"]
        self.sigma_z: float | None = made["sigma_z"]

    @property
    def limits(self) -> tuple[tuple[float | None, float | None], ...]:
        return tuple((p.lower, p.upper) for p in self.points)

    @property
    def signals(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for place, point in enumerate(self.points):
            for rule in point.signals:
                found.setdefault(rule, []).append(place)
        return {rule: tuple(places) for rule, places in found.items()}

    @property
    def baseline(self) -> tuple[int, int]:
        places = [i for i, p in enumerate(self.points) if p.baseline]
        return (places[0], places[-1] + 1) if places else (0, 0)

    def to_columns(self) -> dict[str, list[Any]]:
        """Columns period, value, centre, lower, upper, baseline, signals (names with blanks between), reason."""
        return {
            "period": [p.period for p in self.points],
            "value": [p.value for p in self.points],
            "centre": [self.centre for _ in self.points],
            "lower": [p.lower for p in self.points],
            "upper": [p.upper for p in self.points],
            "baseline": [p.baseline for p in self.points],
            "signals": [" ".join(p.signals) for p in self.points],
            "reason": [p.reason for p in self.points],
        }

    def plot(self, title: str | None = None) -> Chart:
        """The chart as a picture: .spec (Vega-Lite 5), .svg() (extra `report`), shown by notebooks."""
        from .._charts.evidence import control_chart

        return control_chart(self, title)

    def _title(self) -> str:
        return f"{self.estimator} chart" + (f" ({self.reason})" if self.reason else "")


def made_chart(kind: str, estimator: str, labels: Sequence[Any], made: dict[str, Any]) -> ControlChart:
    return ControlChart(kind, estimator, labels, made)


class Funnel(_Tidy):
    """Services beside a line, by size; in no order of merit.

    .target, .phi (limits use the larger of it and 1), .inside (the shares the limits leave inside), .points
    (FunnelPoint each unit, others in the order of a keyed hash), .limits (for each share, rows (size, lower, upper)
    to draw), .outside (how many units lie outside each of them), .own (the named unit's point, or None), .reason (why
    there are no limits).
    """

    def __init__(
        self,
        target: float | None,
        phi: float | None,
        inside: tuple[float, ...],
        points: tuple[FunnelPoint, ...],
        limits: tuple[Any, ...],
        outside: tuple[int, ...],
        reason: str | None,
    ) -> None:
        self.target, self.phi, self.inside, self.points = target, phi, inside, points
        self.limits, self.outside, self.reason = limits, outside, reason

    @property
    def own(self) -> FunnelPoint | None:
        return next((p for p in self.points if p.unit is not None), None)

    def to_columns(self) -> dict[str, list[Any]]:
        """Columns number, unit (the own one only), n, value, target, lower and upper of each limit, reason."""
        out: dict[str, list[Any]] = {
            "number": [p.number for p in self.points],
            "unit": [None if p.unit is None else str(p.unit) for p in self.points],
            "n": [p.n for p in self.points],
            "value": [p.value for p in self.points],
            "target": [self.target for _ in self.points],
        }
        for j, share in enumerate(self.inside):
            name = f"{100 * share:g}".replace(".", "_")
            out[f"lower_{name}"] = [p.limits[j][0] for p in self.points]
            out[f"upper_{name}"] = [p.limits[j][1] for p in self.points]
        out["reason"] = [p.reason for p in self.points]
        return out

    def plot(self, title: str | None = None, across: str | None = None, up: str | None = None) -> Chart:
        """The funnel as a picture; across: what the size counts, up: what the figure is."""
        from .._charts.evidence import funnel_chart

        return funnel_chart(self, title, across, up)

    def _title(self) -> str:
        return "Funnel limits" + (f" ({self.reason})" if self.reason else "")


def hash_order(names: Sequence[Any], data: Any, key: bytes | None) -> list[int]:
    """Places of the names in an order that says nothing about them."""
    secret = hashlib.blake2b(repr(data).encode() if key is None else key, digest_size=32).digest()
    digests = [hashlib.blake2b(repr(name).encode(), key=secret).digest() for name in names]
    return sorted(range(len(names)), key=digests.__getitem__)
