# SPDX-License-Identifier: Apache-2.0
"""Control charts and funnels of peersupport.evidence as pictures."""
from __future__ import annotations

from typing import TYPE_CHECKING

from .._language import say
from .._render import number
from . import lines
from .chart import Chart

if TYPE_CHECKING:
    from ..evidence.chart_result import ControlChart, Funnel


def control_chart(of: ControlChart, title: str | None = None) -> Chart:
    """Points in time, the centre line, the limits; what a rule singles out is a square."""
    points = [lines.Point(str(p.period), p.value, marked=" ".join(p.signals)) for p in of.points]
    lower, upper = [p.lower for p in of.points], [p.upper for p in of.points]
    parts = {"centre": of.centre, "lower": lower, "upper": upper} if of.reason is None else {}
    spec = {wide: lines.control(points, **parts, wide=wide) for wide in (True, False)}  # type: ignore[arg-type]
    name = title or say(f"{of.estimator} control chart", f"Carte de contrôle {of.estimator}")
    frame = of.to_columns()
    rows = [list(row) for row in zip(*frame.values())]
    return Chart(name, _control_words(of), spec[True], list(frame), rows, spec[False], key=lines.key(points, **parts))  # type: ignore[arg-type]


def _control_words(of: ControlChart) -> str:
    told = "; ".join(f"{p.period}: {number(p.value)}" for p in of.points)
    centre = say("no limits", "aucune limite") if of.centre is None else say(f"centre {number(of.centre)}", f"centre {number(of.centre)}")
    found = [f"{rule}: {', '.join(str(of.points[i].period) for i in places)}" for rule, places in of.signals.items()]
    signals = say("no signal", "aucun signal") if not found else say("signals: ", "signaux : ") + "; ".join(found)
    return f"{told}. {centre}; {signals}."


def funnel_chart(of: Funnel, title: str | None = None, across: str | None = None, up: str | None = None) -> Chart:
    """Units by size; only the own one has a name. across, up: what the two axes say."""
    others = [(float(p.n), p.value) for p in of.points if p.unit is None and p.value is not None]
    own = (float(of.own.n), of.own.value) if of.own is not None and of.own.value is not None else None
    limits = [[row for row in line if None not in row] for line in of.limits]
    target = of.target if of.target is not None else 0.0
    size = across or say("people", "personnes")
    spec = {wide: lines.funnel(others, limits, target=target, own=own, across=size, up=up or say("figure of the unit", "chiffre de l’unité"), wide=wide) for wide in (True, False)}
    name = title or say("Funnel", "Graphique en entonnoir")
    frame = of.to_columns()
    rows = [list(row) for row in zip(*frame.values())]
    return Chart(name, _funnel_words(of), spec[True], list(frame), rows, spec[False], key=_funnel_key(of))


def _funnel_key(of: Funnel) -> list[tuple[str, str]]:
    inside = [f"{100 * share:g}" for share in of.inside]
    limits = [(("dashed", "dotted")[n % 2], say(f"{at}% limits", f"limites à {at.replace('.', ',')} %")) for n, at in enumerate(inside)]
    own = [] if of.own is None else [("dot", str(of.own.unit))]
    return [*own, ("open", say("other units, without names", "autres unités, sans nom")), ("solid", say("target", "cible")), *limits]


def _funnel_words(of: Funnel) -> str:
    count = len(of.points)
    told = say(f"{count} units beside each other, without names", f"{count} unités côte à côte, sans nom")
    outside = "; ".join(f"{100 * share:g} %: {n}" for share, n in zip(of.inside, of.outside))
    beyond = say(f"outside the limits: {outside}", f"hors des limites : {outside}")
    own = of.own
    named = "" if own is None else f"; {own.unit}: {number(own.value)} (n {own.n})"
    return f"{told}; {beyond}{named}."
