# SPDX-License-Identifier: Apache-2.0
"""Charts with one row a value on a scale from 0 to 100: what people said, where views differ, own unit among others."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from .._language import say
from .theme import INK, LINE, LOOK, NARROW, SOFT, TEAL, WIDE, whole, wrap

NAMES, FIGURES = 250, 104  # room left and right of the plot, on a page
TICKS = [0, 25, 50, 75, 100]


class Dot(NamedTuple):
    """A figure on a row; None where it is not shown, and then `said` says why."""

    row: str
    value: float | None
    low: float | None = None
    high: float | None = None
    who: str = "person"
    said: str = ""


def _room(rows: int, wide: bool, each: int, top: int) -> tuple[int, int, dict[str, int]]:
    """Width and height of the plot, and what stands around it."""
    if wide:
        return WIDE - NAMES - FIGURES, rows * each, {"left": NAMES, "right": FIGURES, "top": top, "bottom": 34}
    return NARROW - 40, rows * (each + 26), {"left": 14, "right": 26, "top": top, "bottom": 34}


def _scale(narrow: bool) -> dict[str, Any]:
    never, always = say("never", "jamais"), say("always", "toujours")
    ends = f"datum.value == 0 ? '0 {never}' : datum.value == 100 ? '100 {always}' : datum.label"
    return {
        "field": "at", "type": "quantitative", "scale": {"domain": [0, 100], "nice": False},
        "axis": {
            "values": TICKS, "labelExpr": ends, "grid": not narrow, "labelAlign": "center" if not narrow else
            {"expr": "datum.value == 0 ? 'left' : datum.value == 100 ? 'right' : 'center'"},
            "labelOffset": 0 if not narrow else {"expr": "datum.value == 0 ? -12 : datum.value == 100 ? 24 : 0"},
        },
    }  # fmt: skip


def _row(rows: Sequence[str], wide: bool, dy: float = 0) -> dict[str, Any]:
    """Rows from top to bottom; on a telephone the name stands above and the marks lower."""
    return {
        "field": "row", "type": "nominal", "sort": list(rows), "axis": None,
        "scale": {"domain": list(rows), "paddingInner": 0, "paddingOuter": 0}, "bandPosition": (0.5 if wide else 0.68) + dy,
    }  # fmt: skip


def _names(rows: Sequence[str], wide: bool) -> list[dict[str, Any]]:
    """Names of rows. One of two lines starts half a line higher, so that it stands in the middle of its row."""
    mark: dict[str, Any] = {"type": "text", "align": "left", "baseline": "middle", "fontSize": 14, "lineHeight": 17}
    mark |= {"x": -NAMES if wide else -12}
    data = [{"row": r, "told": wrap(r, 33 if wide else 44)} for r in rows]
    y = {**_row(rows, True), "bandPosition": 0.5 if wide else 0.2}
    found = [(0, [d for d in data if "\n" not in d["told"]]), (-8, [d for d in data if "\n" in d["told"]])]
    return [
        {"data": {"values": of}, "mark": {**mark, "dy": dy}, "encoding": {"y": y, "text": {"field": "told"}}}
        for dy, of in found
        if of
    ]


def _points(
    dots: Sequence[Dot], rows: Sequence[str], wide: bool, who: str, dy: float, size: int = 150
) -> list[dict[str, Any]]:
    """Interval and dot of one group of people."""
    colour, shape, dash = LOOK[who]
    data = [
        {"row": d.row, "at": d.value, "low": d.low, "high": d.high} for d in dots if d.who == who and d.value is not None
    ]
    y = _row(rows, wide, dy)
    x = _scale(not wide)
    bar = {"type": "rule", "strokeWidth": 3, "stroke": colour, "strokeDash": dash, "strokeCap": "butt"}
    end = {"type": "point", "shape": "M0,-1L0,1", "size": 190, "filled": False, "stroke": colour, "strokeWidth": 2.5, "opacity": 1}
    point = {"type": "point", "shape": shape, "size": size, "filled": True, "fill": colour, "opacity": 1, "stroke": None}
    given = [d for d in data if d["low"] is not None]
    return [
        {"data": {"values": given}, "mark": bar, "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": y}},
        {"data": {"values": given}, "mark": end, "encoding": {"x": {**x, "field": "low"}, "y": y}},
        {"data": {"values": given}, "mark": end, "encoding": {"x": {**x, "field": "high"}, "y": y}},
        {"data": {"values": data}, "mark": point, "encoding": {"x": x, "y": y}},
    ]


def _said(dots: Sequence[Dot], rows: Sequence[str], wide: bool, width: int) -> dict[str, Any]:
    """The figure at the end of a row, or why there is none."""
    data = [{"row": d.row, "told": d.said} for d in dots if d.said]
    mark: dict[str, Any] = {"type": "text", "fontSize": 14, "baseline": "middle"}
    mark |= {"align": "left", "x": width + 14} if wide else {"align": "right", "x": width + 24}
    y = {**_row(rows, True), "bandPosition": 0.5 if wide else 0.2}
    return {"data": {"values": data}, "mark": mark, "encoding": {"y": y, "text": {"field": "told"}}}


def _cuts(cuts: Sequence[tuple[float, str]], rows: Sequence[str], narrow: bool) -> list[dict[str, Any]]:
    """Where a level begins, with its name above the line."""
    if not cuts:
        return []
    names: list[dict[str, Any]] = [{"at": at, "told": wrap(told, 11)} for at, told in cuts]
    rule = {"type": "rule", "stroke": INK, "strokeWidth": 1, "strokeDash": [3, 3]}
    text = {"type": "text", "align": "left", "dx": 3, "baseline": "line-bottom", "fontSize": 12, "lineHeight": 14, "fill": SOFT}
    x = _scale(narrow)
    lines = _beside_names([at for at, _ in cuts], rows, rule) if narrow else {"data": {"values": names}, "mark": rule, "encoding": {"x": x}}
    said = [({"values": [name]}, {**text, "y": _above(name["told"], n if narrow else 0)}) for n, name in enumerate(names)]
    return [lines, *({"data": data, "mark": mark, "encoding": {"x": x, "text": {"field": "told"}}} for data, mark in said)]


def _above(told: str, higher: int) -> int:
    """Where the first line of a name stands, so that its last ends above the plot; some lines higher where the ones before
    it would be in its way."""
    return -6 - 14 * (told.count("\n") + higher)


def _beside_names(places: Sequence[float], rows: Sequence[str], mark: dict[str, Any]) -> dict[str, Any]:
    """Lines across the marks of each row, but not across its name, which stands above them on a telephone."""
    data = [{"row": row, "at": at} for row in rows for at in places]
    y, below = {**_row(rows, False), "bandPosition": 0.4}, {"field": "row", "bandPosition": 0.97}
    return {"data": {"values": data}, "mark": mark, "encoding": {"x": _scale(True), "y": y, "y2": below}}


def _grid(rows: Sequence[str], wide: bool) -> list[dict[str, Any]]:
    """On a page the axis draws it."""
    return [] if wide else [_beside_names(TICKS, rows, {"type": "rule", "stroke": LINE, "strokeWidth": 1})]


def profile(dots: Sequence[Dot], cuts: Sequence[tuple[float, str]] = (), wide: bool = True) -> dict[str, Any]:
    """One group of people: mean as a dot, 95 % interval as a bar."""
    rows = [d.row for d in dots]
    width, height, padding = _room(len(rows), wide, 46, (40 if wide else 68) if cuts else 12)
    layers = [*_grid(rows, wide), *_cuts(cuts, rows, not wide), *_names(rows, wide)]
    layers += _points(dots, rows, wide, dots[0].who if dots else "person", 0)
    return whole([*layers, _said(dots, rows, wide, width)], width, height, padding)


def views(dots: Sequence[Dot], names: Sequence[tuple[str, str]], wide: bool = True) -> dict[str, Any]:
    """Several groups of people: one lane a group, in every row. names: (group, what it is called)."""
    rows = list(dict.fromkeys(d.row for d in dots))
    top = 34 if wide else 26 * len(names) + 8
    width, height, padding = _room(len(rows), wide, 66, top)
    layers: list[dict[str, Any]] = [*_grid(rows, wide), _bands(rows, wide, width), *_names(rows, wide), *_legend(names, wide)]
    lanes = [0.0] if len(names) < 2 else [(n / (len(names) - 1) - 0.5) * (0.56 if wide else 0.44) for n in range(len(names))]
    for (who, _), lane in zip(names, lanes):
        layers += _points(dots, rows, wide, who, lane, 105)
    return whole(layers, width, height, padding)


def _bands(rows: Sequence[str], wide: bool, width: int) -> dict[str, Any]:
    """A fine line between rows."""
    mark = {"type": "rule", "stroke": LINE, "x": -NAMES if wide else -12, "x2": width + 24}
    y = {**_row(rows, True), "bandPosition": 0}
    return {"data": {"values": [{"row": r} for r in rows[1:]]}, "mark": mark, "encoding": {"y": y}}


def _legend(names: Sequence[tuple[str, str]], wide: bool) -> list[dict[str, Any]]:
    """Shapes and what they are called, above the plot."""
    out = []
    for n, (who, told) in enumerate(names):
        colour, shape, _ = LOOK[who]
        x = -NAMES + 8 + n * 245 if wide else -4
        y = -22 if wide else -26 * (len(names) - n) + 6
        point = {"type": "point", "shape": shape, "size": 120, "filled": True, "fill": colour, "opacity": 1, "x": x, "y": y}
        text = {"type": "text", "align": "left", "baseline": "middle", "x": x + 14, "y": y, "text": told}
        out += [{"data": {"values": [{}]}, "mark": mark} for mark in (point, text)]
    return out


def units(own: Sequence[Dot], others: Sequence[tuple[str, float]], names: tuple[str, str], wide: bool = True) -> dict[str, Any]:
    """Own unit among others that have no name. Others are sorted in every row on its own, so that nobody can follow
    one of them from row to row, and rounded to whole points."""
    rows = [d.row for d in own]
    width, height, padding = _room(len(rows), wide, 46, 34 if wide else 60)
    data = [{"row": row, "at": round(at)} for row, at in sorted(others, key=lambda o: (rows.index(o[0]), o[1]))]
    ring = {"type": "point", "shape": "circle", "size": 90, "filled": False, "stroke": SOFT, "strokeWidth": 1.5, "opacity": 1}
    layers = [*_grid(rows, wide), *_names(rows, wide)]
    layers.append({"data": {"values": data}, "mark": ring, "encoding": {"x": _scale(not wide), "y": _row(rows, wide)}})
    layers += _points(own, rows, wide, "person", 0)
    layers.append(_said(own, rows, wide, width))
    for n, told in enumerate(names):
        x, y = (-NAMES + 8 + n * 245, -22) if wide else (-4, -50 + 26 * n)
        look: dict[str, Any] = {"filled": True, "fill": TEAL} if n == 0 else {"filled": False, "stroke": SOFT, "strokeWidth": 1.5}
        point = {"type": "point", "shape": "circle", "size": 110, "opacity": 1, "x": x, "y": y, **look}
        text = {"type": "text", "align": "left", "baseline": "middle", "x": x + 14, "y": y, "text": told}
        layers += [{"data": {"values": [{}]}, "mark": mark} for mark in (point, text)]
    return whole(layers, width, height, padding)
