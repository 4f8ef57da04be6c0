# SPDX-License-Identifier: Apache-2.0
"""Figures of accuracy as people read them, and the limits they are held to."""
from __future__ import annotations

from typing import Any

LEAST_PRECISION = 0.95
LEAST_RECALL = 0.90
LARGEST_GAP = 0.03
NOTHING = "–"


def number(value: float | None, language: str) -> str:
    if value is None:
        return NOTHING
    value = round(value, 12)
    shown = f"{min(value, 0.999):.3f}" if 0.995 <= value < 1 else f"{value:.2f}"  # 1.00 is all of them
    return shown.replace(".", ",") if language == "fr" else shown


def percent(value: float | None, language: str) -> str:
    if value is None:
        return NOTHING
    return f"{100 * value:.1f}".replace(".", "," if language == "fr" else ".") + " %"


def cell(figure: dict[str, Any], language: str) -> str:
    """A value with its interval and, for a share, what it was counted of."""
    if figure["value"] is None:
        return NOTHING
    bounds = figure["interval"]
    between = "; " if language == "fr" else ", "
    interval = "" if bounds is None else f" [{number(bounds[0], language)}{between}{number(bounds[1], language)}]"
    counted = f" ({figure['count']}/{figure['of']})" if "of" in figure else ""
    return number(figure["value"], language) + interval + counted


def below(what: str, value: float | None, limit: float) -> list[str]:
    if value is None:
        return [f"failed: {what}: nothing to measure"]
    return [f"failed: {what} {value:.4f}, below {limit}"] if value < limit else []


def above(what: str, value: float | None, limit: float) -> list[str]:
    if value is None:
        return [f"failed: {what}: nothing to measure"]
    return [f"failed: {what} {value:.4f}, above {limit}"] if value > limit else []
