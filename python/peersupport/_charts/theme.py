# SPDX-License-Identifier: Apache-2.0
"""Colours, shapes and sizes of every chart. Meaning never hangs on colour alone: each colour goes with a shape or a
dash, and lightness alone tells the answers apart, so that a chart prints in black and white."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
VEGA_LITE = "5.21"

# The same colours as the pages; a page replaces them by its own for dark mode and print (style sheet, by attribute).
INK = "#21282b"
SOFT = "#55605f"
LINE = "#d9d8d0"
PAPER = "#fdfcf9"
TEAL = "#0c5c63"
RUST = "#a14a00"
PURPLE = "#5a3d8a"

# perspective: (colour, shape, dash)
LOOK: dict[str, tuple[str, str, list[int]]] = {
    "person": (TEAL, "circle", [1, 0]),
    "family": (TEAL, "square", [1, 0]),
    "peer-supporter": (RUST, "diamond", [5, 3]),
    "supervisor": (PURPLE, "triangle-up", [2, 2]),
    "assessor": (INK, "cross", [8, 3]),
}

# Answers from the first to the last code, light to dark; the second colour is that of figures on top.
RAMP = (("#e3efee", "#0b2022"), ("#b9d8d6", "#0b2022"), ("#86bab9", "#0b2022"), ("#34797d", "#ffffff"), ("#0a4a50", "#ffffff"))

FONT = 13  # pixels; nothing is smaller than 12
WIDE, NARROW = 736, 328  # what a page and a telephone have to spare


def ramp(n: int, of: int) -> tuple[str, str]:
    """The colours of answer `n` of `of`."""
    return RAMP[round(n * (len(RAMP) - 1) / max(1, of - 1))]


def whole(layers: list[dict[str, Any]], width: int, height: int, padding: dict[str, int], **more: Any) -> dict[str, Any]:
    """A specification with its own room: no size hangs on how wide a font turns out to be."""
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": height,
        "padding": padding,
        "autosize": "none",
        "background": None,
        "layer": layers,
        **more,
        "config": {
            "font": "sans-serif",
            "view": {"stroke": None},
            "text": {"fontSize": FONT, "fill": INK, "lineBreak": "\n"},
            "axis": {
                "domain": False, "ticks": False, "grid": False, "gridColor": LINE, "labelColor": SOFT,
                "labelFontSize": FONT, "labelLimit": 0, "labelPadding": 7, "labelOverlap": False, "title": None,
            },
            "legend": {"labelColor": INK, "labelFontSize": FONT, "labelLimit": 0, "symbolSize": 110, "title": None},
        },
    }  # fmt: skip


# How a key shows what it explains: (mark, its looks).
_STROKE = {"type": "point", "shape": "M-1,0L1,0", "filled": False, "stroke": SOFT, "strokeWidth": 1.5, "size": 484}
MARKS: dict[str, dict[str, Any]] = {
    "dot": {"type": "point", "shape": "circle", "filled": True, "fill": TEAL, "size": 90},
    "ring": {"type": "point", "shape": "circle", "filled": False, "stroke": INK, "strokeWidth": 2, "size": 150},
    "open": {"type": "point", "shape": "circle", "filled": False, "stroke": SOFT, "strokeWidth": 1.5, "size": 80},
    "square": {"type": "point", "shape": "square", "filled": True, "fill": RUST, "size": 110},
    "solid": _STROKE,
    "dashed": {**_STROKE, "strokeDash": [5, 4]},
    "dotted": {**_STROKE, "strokeDash": [1, 3]},
}  # fmt: skip
EACH_KEY, EACH_TITLE, SIDE = 22, 20, 10  # height of a line and room at the sides, in pixels


def headed(spec: dict[str, Any], title: str, key: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    """The same picture with its title above it and, below that, what its marks mean. key: (mark or colour, words)."""
    room = dict(spec["padding"])
    start, across = -room["left"], spec["width"] + room["left"] + room["right"]
    told = wrap(title.replace(" :", "\u00a0:"), int(across / 9)).split("\n")
    places, lines = _places(key, start, across)
    more = EACH_TITLE * len(told) + EACH_KEY * lines + 16
    top = -room["top"] - more + 8
    bold = {"type": "text", "align": "left", "baseline": "top", "fontSize": 15, "fontWeight": "bold", "lineHeight": EACH_TITLE}
    layers = [{"data": {"values": [{}]}, "mark": {**bold, "x": start, "y": top, "text": "\n".join(told)}}]
    for (name, words), (x, line) in zip(key, places):
        y = top + EACH_TITLE * len(told) + EACH_KEY * line + 14
        look = MARKS.get(name) or {**MARKS["square"], "fill": name, "stroke": SOFT}
        sign = {**look, "x": x + 11, "y": y, "opacity": 1}
        text = {"type": "text", "align": "left", "baseline": "middle", "x": x + 30, "y": y, "text": words}
        layers += [{"data": {"values": [{}]}, "mark": mark} for mark in (sign, text)]
    around = {**room, "left": room["left"] + SIDE, "right": room["right"] + SIDE, "top": room["top"] + more}
    return {**spec, "padding": around, "layer": [*spec["layer"], *layers]}


def _places(key: Sequence[tuple[str, str]], start: int, across: int) -> tuple[list[tuple[int, int]], int]:
    """Where the entries of a key stand: (x, line), and how many lines there are."""
    found: list[tuple[int, int]] = []
    x, line = 0, 0
    for _, words in key:
        wide = 46 + int(7.2 * len(words))
        if x and x + wide > across:
            x, line = 0, line + 1
        found.append((start + x, line))
        x += wide
    return found, line + 1 if found else 0


def wrap(text: str, most: int) -> str:
    """Lines of at most this many characters."""
    import textwrap

    return "\n".join(textwrap.wrap(text, most, break_long_words=False, break_on_hyphens=False)) or text
