# SPDX-License-Identifier: Apache-2.0
"""Findings as sentences: what people said, where views differ, how sure that is, and what to say beside it."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._language import say
from . import words as w

if TYPE_CHECKING:
    from .view import Names, UnitView

MARGIN = "integrity-views-margin"
MET = {"ever": ("at least once", "au moins une fois"), "often": ("often or always", "souvent ou toujours")}


# ---- what people said


def most_and_least(names: Names, cells: Sequence[Mapping[str, Any]]) -> str:
    """Which value people meet most often and which least; not where their ranges overlap."""
    shown = sorted((c for c in cells if c["mean"]), key=lambda c: float(c["mean"]["value"]))
    low, high = shown[0]["mean"], shown[-1]["mean"]
    at, to = w.points(low["value"]), w.points(high["value"])
    least, most, n = names.value(shown[0]["value"]), names.value(shown[-1]["value"]), w.number(len(shown))
    unsure = low["high"] is None or high["low"] <= low["high"]
    if len(shown) == 1:
        return say(f"{least}: {at} of 100.", f"{least} : {at} sur 100.")
    if unsure and high["value"] - low["value"] <= names.margin:
        return say(f"All {n} values lie close together ({at} to {to} of 100).", f"Les {n} valeurs sont proches (de {at} à {to} sur 100).")
    if unsure and low["high"] is not None:
        return say(
            f"The values lie from {at} to {to} of 100. Their ranges overlap, so it is not sure which one people meet most or least often.",
            f"Les valeurs vont de {at} à {to} sur 100. Leurs intervalles se recoupent : on ne sait pas laquelle les gens vivent le plus ou le moins souvent.",
        )
    return say(
        f"What people meet most often: {most} ({to} of 100). Least often: {least} ({at} of 100).",
        f"Ce que les gens vivent le plus souvent : {most} ({to} sur 100). Le moins souvent : {least} ({at} sur 100).",
    )


# ---- views


def views_told(v: UnitView) -> list[str]:
    """One sentence for all the values that the same groups see more, or less, often; who is right is never said."""
    seen: dict[tuple[str, str], list[str]] = {}
    for row in v.u["views"]:
        if row["verdict"] == "different":
            seen.setdefault((row["value"], row["higher"]), []).append(row["perspective"])
    alike: dict[tuple[str, ...], list[str]] = {}
    for (value, higher), groups in seen.items():
        alike.setdefault((higher, *groups), []).append(value)
    return [_seen(v, values, higher == "staff", groups) for (higher, *groups), values in alike.items()]


def _seen(v: UnitView, values: list[str], more: bool, groups: list[str]) -> str:
    whole = len(values) == len(v.data["values"]) > 1
    n = w.number(len(values))
    names = say(f"All {n} values", f"Les {n} valeurs") if whole else "; ".join(map(v.names.value, values))
    who = say(" and ", ", de même que ").join(map(w.group_said, groups)) + (say("", ",") if len(groups) > 1 else "")
    it, la = ("it", "la") if len(values) == 1 else ("them", "les")
    return say(
        f"{names}: {who} see {it} {'more' if more else 'less'} often than the people who receive support.",
        f"{names} : {who} disent {la} voir {'plus' if more else 'moins'} souvent que les personnes qui reçoivent du soutien.",
    )


def views_sure(v: UnitView) -> list[str]:
    """What the words of the comparison mean."""
    points = f"{v.names.margin:g}"
    return [
        say(
            "All these lines are looked at together, so a difference must stand out more clearly than its own range. “Cannot tell” does not mean that views are alike.",
            "On regarde toutes ces lignes à la fois; une différence doit donc ressortir plus nettement que son intervalle. « On ne peut pas le dire » ne veut pas dire que les avis se ressemblent.",
        ),
        say(
            f"“Alike” means that the whole range of the difference stays within {points} points, up or down.",
            f"« Les avis se ressemblent » veut dire que tout l’intervalle de la différence reste à {points} points près, en plus ou en moins.",
        ),
    ]


# ---- change


def change_sure(values: Sequence[Any]) -> str:
    n = w.number(len(values))
    if len(values) < 2:
        return ""
    return say(
        f"{n.capitalize()} values are looked at together, so a change must stand out more clearly than its own range. “Cannot tell” does not mean that it stayed the same.",
        f"On regarde {n} valeurs à la fois; un changement doit donc ressortir plus nettement que son intervalle. « On ne peut pas le dire » ne veut pas dire que rien n’a bougé.",
    )


def limits_told(chart: Mapping[str, Any] | None, labels: Sequence[str], unit: str = "") -> str:
    """The lines of a chart and what its rules single out; empty where it has no lines."""
    if not chart:
        return ""
    low, high = _level(chart["lower"]), _level(chart["upper"])
    usual = w.points(_level(chart["centre"]) or 0.0)
    told = say(f"Usual: {usual}{unit}.", f"Habituel : {usual}{unit}.")
    if low is not None and high is not None:
        ends = f"{w.points(low)}{unit} {say('to', 'à')} {w.points(high)}{unit}"
        told += say(f" Usual ups and downs: about {ends}.", f" Hauts et bas habituels : environ {ends}.")
    return f"{told} {signals_told(chart, labels) or say('Nothing is out of the ordinary.', 'Rien n’est inhabituel.')}"


def signals_told(chart: Mapping[str, Any] | None, labels: Sequence[str]) -> str:
    """Out of the ordinary: 2025-h1 to 2025-h2 (outside the lines). Empty where nothing is."""
    found = []
    for s in chart["signals"] if chart else ():
        first, last = labels[s["from"]], labels[min(s["to"], len(labels) - 1)]
        when = first if first == last else say(f"{first} to {last}", f"de {first} à {last}")
        found.append(f"{when} ({w.of(w.RULES, s['rule'])})")
    return say("Out of the ordinary: ", "Inhabituel : ") + "; ".join(found) + "." if found else ""


def _level(line: Any) -> float | None:
    """The height of a line; that of its middle where it moves."""
    if line is None or isinstance(line, (int, float)):
        return line
    known = [float(at) for at in line if at is not None]
    return sum(known) / len(known) if known else None


# ---- being left worse off


def harm_of(v: UnitView) -> dict[str, Any] | None:
    """What people said about being left worse off; None where it was not asked."""
    harm: dict[str, Any] | None = (v.u["outcomes"] or {}).get("harm")
    return None if harm is None or harm["showing"] == "nobody" else harm


def harm_met(v: UnitView) -> str:
    """18 of 58 people, at least once. Empty where nobody was, or where it is not shown."""
    harm = harm_of(v)
    if harm is None or harm["showing"] != "shown":
        return ""
    for how, (en, fr) in MET.items():
        if harm[how] and harm[how]["people"]:
            n, of = harm[how]["people"], harm["people"]
            return say(f"{n} of {of} people, {en}", f"{n} personnes sur {of}, {fr}")
        if harm[f"{how}_met"] in ("everybody", "nearly-all", "some"):
            who = w.how_many(harm[f"{how}_met"], v.least)
            return say(f"{who}, {en}", f"{who}, {fr}")
    return ""


def gate_told(v: UnitView, statement: str) -> str:
    """What may be said about impact, and what is to be said with it."""
    if not v.u["gate"]["open"]:
        return statement
    if met := harm_met(v):
        beside = say(f"Say with it how many people report being left worse off: {met}.", f"Dites aussi combien de gens rapportent s’être sentis plus mal après : {met}.")
    elif (harm := harm_of(v)) and harm["showing"] == "shown" and harm["ever_met"] == "nobody":
        return statement
    else:
        beside = say("Whether anybody was left worse off cannot be shown here. Say that too.", "Ici, on ne peut pas montrer si des gens se sont sentis plus mal après. Dites-le aussi.")
    return f"{statement} {beside}"
