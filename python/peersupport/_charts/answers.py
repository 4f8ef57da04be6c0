# SPDX-License-Identifier: Apache-2.0
"""Answers to items as stacked bars: light to dark from the first answer to the last, with the number on each part."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from .theme import NARROW, SOFT, ramp, whole, wrap

EACH = 62


class ItemAnswers(NamedTuple):
    """How many people chose each answer, in the order of the codes; None where it is not shown."""

    topic: str
    people: tuple[int, ...] | None
    said: str = ""  # why it is not shown


def stacked(items: Sequence[ItemAnswers], labels: Sequence[str]) -> dict[str, Any]:
    """One bar an item, as wide as a telephone."""
    width = NARROW - 4
    bars, inside, names, hidden = [], [], [], []
    for n, item in enumerate(items):
        top = n * EACH
        names.append({"y": top + 12, "told": wrap(item.topic, 46).split("\n")[0]})
        if item.people is None or not sum(item.people):
            hidden.append({"y": top + 36, "told": item.said})
            continue
        left, total = 0.0, sum(item.people)
        for code, people in enumerate(item.people):
            share = width * people / total
            fill, ink = ramp(code, len(item.people))
            if people:
                bars.append({"x": left, "x2": left + share, "y": top + 24, "y2": top + 48, "fill": fill})
            if share >= 18:
                inside.append({"x": left + share / 2, "y": top + 36, "told": str(people), "fill": ink})
            left += share
    bar = {"type": "rect", "stroke": SOFT, "strokeWidth": 0.75}
    middle = {"type": "text", "align": "center", "baseline": "middle", "fontSize": 12.5}
    start = {"type": "text", "align": "left", "baseline": "middle", "x": 0, "fontSize": 14}
    layers = [
        {"data": {"values": bars}, "mark": bar, "encoding": {**_at("x", width), **_at("y", len(items) * EACH), "x2": {"field": "x2"}, "y2": {"field": "y2"}, **_fill(bars)}},
        {"data": {"values": inside}, "mark": middle, "encoding": {**_at("x", width), **_at("y", len(items) * EACH), "text": {"field": "told"}, **_fill(inside)}},
        {"data": {"values": names}, "mark": start, "encoding": {**_at("y", len(items) * EACH), "text": {"field": "told"}}},
        {"data": {"values": hidden}, "mark": {**start, "fill": SOFT, "fontSize": 13}, "encoding": {**_at("y", len(items) * EACH), "text": {"field": "told"}}},
    ]  # fmt: skip
    made = whole(layers, width, len(items) * EACH, {"left": 2, "right": 2, "top": 2, "bottom": 2})
    made["usermeta"] = {"answers": list(labels)}
    return made


def key(labels: Sequence[str]) -> list[tuple[str, str]]:
    """The colour of every answer."""
    return [(ramp(n, len(labels))[0], label) for n, label in enumerate(labels)]


def _at(channel: str, most: int) -> dict[str, Any]:
    scale: dict[str, Any] = {"domain": [0, most], "nice": False, "zero": False}
    if channel == "y":
        scale["reverse"] = True
    return {channel: {"field": channel, "type": "quantitative", "axis": None, "scale": scale}}


def _fill(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The colour that stands in the data."""
    return {"fill": {"field": "fill", "type": "nominal", "scale": None, "legend": None}} if rows else {}
