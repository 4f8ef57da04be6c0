# SPDX-License-Identifier: Apache-2.0
"""Specifications to SVG, by vl-convert. Nothing is loaded from anywhere."""
from __future__ import annotations

import re
from typing import Any

from .._render import escape
from .theme import PAPER, VEGA_LITE

FONTS = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif"

# What Vega writes for screen readers of its own and for mouse events; the title and description say it better.
NOISE = (
    r' (?:role|aria-[a-z]+|class|pointer-events|font-family|stroke-miterlimit)="[^"]*"',
    r' opacity="1"',
    r' transform="translate\(0,0\)"',
    r'<path(?: [a-z-]+="[^"]*")*? d=""(?: [a-z-]+="[^"]*")*/>',
    r'<path d="M0,0h[\d.]+v[\d.]+h-?[\d.]+Z"/>',
    r'<path d="M0(?:\.5)?,0(?:\.5)?h[\d.]+v[\d.]+h-?[\d.]+Z"(?: fill="none")?(?: stroke="none")?/>',
)


def drawn(spec: dict[str, Any], title: str, words: str, id: str, page: bool) -> str:
    """An SVG element that says what it shows."""
    import vl_convert

    text: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    found = re.match(r'<svg [^>]*?viewBox="([^"]*)"[^>]*>', text)
    if found is None:  # not expected of any version
        raise RuntimeError("vl-convert did not return an SVG with a viewBox")
    inside = text[found.end() : text.rindex("</svg>")]
    for pattern in NOISE:
        inside = re.sub(pattern, "", inside)
    inside = re.sub(r"-?\d+\.\d{2,}", lambda m: f"{float(m[0]):.1f}".removesuffix(".0"), inside)
    before = None
    while before != inside:
        before, inside = inside, re.sub(r"<g></g>|<g>(<g[ >](?:(?!</?g[ >]).)*</g>)</g>", r"\1", inside)
    box = found[1]
    x, y, width, height = box.split()
    ground = "" if page else f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{PAPER}"/>'
    size = "" if page else f' width="{width}" height="{height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"{size} role="img" aria-labelledby="{id}-t {id}-d" style="{FONTS}">'
        f'<title id="{id}-t">{escape(title)}</title><desc id="{id}-d">{escape(words)}</desc>{ground}{inside}</svg>'
    )
