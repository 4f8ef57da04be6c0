# SPDX-License-Identifier: Apache-2.0
"""Charts over time, and the funnel."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from .._language import say
from .theme import INK, NARROW, RUST, SOFT, TEAL, WIDE, whole


class Point(NamedTuple):
    """A figure of a wave or a period; None where it is not shown or nothing was counted."""

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    marked: str = ""  # "baseline", or the names of the rules that found a signal


def _quantity(low: float, high: float, unit: str = "") -> dict[str, Any]:
    axis: dict[str, Any] = {"grid": True, "tickCount": 4}
    if unit:
        axis["labelExpr"] = f"datum.label + '{unit}'"
    return {"type": "quantitative", "scale": {"domain": [low, high], "nice": False}, "axis": axis}


def _labels(points: Sequence[Point], width: int) -> dict[str, Any]:
    """As many labels as there is room for, the first and the last among them."""
    names = [p.label for p in points]
    step = max(1, -(-len(names) * (max(map(len, names), default=1) * 8 + 8) // max(1, width)))
    shown = [n for i, n in enumerate(names) if (len(names) - 1 - i) % step == 0]
    return {
        "field": "label", "type": "ordinal", "sort": names, "scale": {"type": "point", "domain": names, "padding": 0.5},
        "axis": {"values": shown, "labelAngle": 0},
    }  # fmt: skip


def _rows(points: Sequence[Point]) -> list[dict[str, Any]]:
    """Every run of points that follow each other is a piece of its own: a gap is not bridged."""
    out, piece = [], 0
    for p in points:
        if p.value is None:
            piece += 1
            continue
        out.append({"label": p.label, "at": p.value, "low": p.low, "high": p.high, "piece": piece, "marked": p.marked})
    return out


def control(
    points: Sequence[Point],
    *,
    centre: float | Sequence[float] | None = None,
    lower: float | Sequence[float] | None = None,
    upper: float | Sequence[float] | None = None,
    domain: tuple[float, float] | None = None,
    unit: str = "",
    wide: bool = True,
    height: int = 170,
) -> dict[str, Any]:
    """A line over time with, where they are given, a centre line and limits (one number, or one a point).
    A point with a signal is a larger square, the baseline a ring."""
    width = (WIDE if wide else NARROW) - 58
    low, high = domain or _domain(points, lower, upper)
    x, y = _labels(points, width), _quantity(low, high, unit)
    rows = _rows(points)
    layers: list[dict[str, Any]] = []
    for line, dash in ((centre, [1, 0]), (lower, [5, 4]), (upper, [5, 4])):
        if line is not None:
            layers.append(_limit(points, line, dash, x, y))

    def layer(mark: dict[str, Any], of: list[dict[str, Any]], **more: Any) -> None:
        layers.append({"data": {"values": of}, "mark": mark, "encoding": {"x": x, "y": {**y, "field": "at"}, **more}})

    layer({"type": "rule", "stroke": TEAL, "strokeWidth": 2.5, "opacity": 0.55}, [r for r in rows if r["low"] is not None],
          y={**y, "field": "low"}, y2={"field": "high"})  # fmt: skip
    layer({"type": "line", "stroke": TEAL, "strokeWidth": 2}, rows, detail={"field": "piece"})
    layer({"type": "point", "shape": "circle", "size": 70, "filled": True, "fill": TEAL, "opacity": 1}, rows)
    layer({"type": "point", "shape": "circle", "size": 230, "filled": False, "stroke": INK, "strokeWidth": 2, "opacity": 1},
          [r for r in rows if r["marked"] == "baseline"])  # fmt: skip
    layer({"type": "point", "shape": "square", "size": 130, "filled": True, "fill": RUST, "opacity": 1},
          [r for r in rows if r["marked"] not in ("", "baseline")])  # fmt: skip
    return whole(layers, width, height, {"left": 44, "right": 14, "top": 10, "bottom": 30})


def key(
    points: Sequence[Point],
    centre: float | Sequence[float] | None = None,
    lower: float | Sequence[float] | None = None,
    upper: float | Sequence[float] | None = None,
) -> list[tuple[str, str]]:
    """What the marks that are there mean."""
    found = [
        ("ring", say("starting point", "point de départ"), any(p.marked == "baseline" for p in points)),
        ("square", say("signal: out of the ordinary", "signal : inhabituel"), any(p.marked not in ("", "baseline") for p in points)),
        ("solid", say("centre line", "ligne centrale"), centre is not None),
        ("dashed", say("limits of the ordinary", "limites de l’ordinaire"), lower is not None or upper is not None),
    ]
    return [(mark, words) for mark, words, there in found if there]


def _limit(points: Sequence[Point], line: float | Sequence[float], dash: list[int], x: Any, y: Any) -> dict[str, Any]:
    mark: dict[str, Any] = {"type": "line", "stroke": SOFT, "strokeWidth": 1.5, "strokeDash": dash}
    if isinstance(line, (int, float)):
        return {"data": {"values": [{"at": line}]}, "mark": {**mark, "type": "rule"}, "encoding": {"y": {**y, "field": "at"}}}
    data = [{"label": p.label, "at": at} for p, at in zip(points, line) if at is not None]
    return {"data": {"values": data}, "mark": {**mark, "interpolate": "step"}, "encoding": {"x": x, "y": {**y, "field": "at"}}}


def _domain(points: Sequence[Point], *limits: Any) -> tuple[float, float]:
    found = [v for p in points for v in (p.value, p.low, p.high) if v is not None]
    for limit in limits:
        found += [] if limit is None else [limit] if isinstance(limit, (int, float)) else [v for v in limit if v is not None]
    low, high = (min(found), max(found)) if found else (0.0, 1.0)
    room = (high - low or abs(high) or 1.0) * 0.12
    return low - room, high + room


def funnel(
    points: Sequence[tuple[float, float]],
    limits: Sequence[Sequence[tuple[float, float, float]]],
    *,
    target: float,
    own: tuple[float, float] | None = None,
    across: str = "n",
    up: str = "",
    wide: bool = True,
) -> dict[str, Any]:
    """Units by size (across) and figure (up). points: (size, figure) without names; limits: per limit a list of
    (size, lower, upper); own: the unit that is named."""
    width, height = (WIDE if wide else NARROW) - 64, 280
    every = [*points, *([own] if own else [])]
    sizes = [0.0, *(p[0] for p in every)] + [row[0] for line in limits for row in line]
    figures = [target, *(p[1] for p in every)] + [v for line in limits for row in line for v in row[1:]]
    room = (max(figures) - min(figures) or 1.0) * 0.08
    x = {"field": "size", "type": "quantitative", "axis": {"title": across, "titleColor": SOFT, "titleFontSize": 13, "titleFontWeight": "normal"},
         "scale": {"domain": [min(sizes), (max(sizes) or 1.0) * 1.05], "nice": False}}  # fmt: skip
    y = _quantity(min(figures) - room, max(figures) + room)
    layers: list[dict[str, Any]] = [
        {"data": {"values": [{"at": target}]}, "mark": {"type": "rule", "stroke": SOFT}, "encoding": {"y": {**y, "field": "at"}}}
    ]
    if up:
        named = {"type": "text", "align": "left", "baseline": "bottom", "x": -46, "y": -10, "text": up, "fill": SOFT}
        layers.append({"data": {"values": [{}]}, "mark": named})
    for n, line in enumerate(limits):
        for side in (1, 2):
            data = [{"size": row[0], "at": row[side]} for row in line]
            mark = {"type": "line", "stroke": SOFT, "strokeWidth": 1.5, "strokeDash": [[5, 4], [1, 3]][n % 2]}
            layers.append({"data": {"values": data}, "mark": mark, "encoding": {"x": x, "y": {**y, "field": "at"}}})
    ring = {"type": "point", "shape": "circle", "size": 80, "filled": False, "stroke": SOFT, "strokeWidth": 1.5, "opacity": 1}
    dot = {"type": "point", "shape": "circle", "size": 150, "filled": True, "fill": TEAL, "opacity": 1}
    for mark, of in ((ring, sorted(points)), (dot, [own] if own else [])):
        data = [{"size": s, "at": v} for s, v in of]
        layers.append({"data": {"values": data}, "mark": mark, "encoding": {"x": x, "y": {**y, "field": "at"}}})
    return whole(layers, width, height, {"left": 54, "right": 18, "top": 32 if up else 12, "bottom": 50})

