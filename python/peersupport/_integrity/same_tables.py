# SPDX-License-Identifier: Apache-2.0
"""What the pictures of a unit's page show, as tables, for whoever reads cell by cell."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from .._language import say
from . import words as w
from .plots import others_of, process_name
from .view import UnitView, told


class Table(NamedTuple):
    """A cell is a text, or a text and what stands below it."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str | tuple[str, str]]]


def views_table(v: UnitView) -> Table:
    groups = [p for p in ("person", "family", *v.staff) if v.cells(p)]
    cells = {(c["value"], p): v.cell_text(c) for p in groups for c in v.cells(p)}
    rows = [[v.names.value(x["id"]), *(cells.get((x["id"], p), "–") for p in groups)] for x in v.data["values"]]
    caption = say("Mean of each group, and where it likely lies", "Moyenne de chaque groupe, et où elle se trouve sans doute")
    return Table(caption, [say("Value", "Valeur"), *map(w.group, groups)], rows)


def units_table(v: UnitView) -> Table:
    others, beside, title, _ = others_of(v)
    rows = []
    for c in v.main:
        name = v.names.value(c["value"])
        rows.append([name, v.cell_text(c), ", ".join(str(round(at)) for row, at in others if row == name) or "–"])
    return Table(title, [say("Value", "Valeur"), v.id, beside], rows)


def waves_table(v: UnitView) -> Table:
    """A row a value, a column a wave."""
    waves = list(dict.fromkeys(p["wave"] for s in v.u["series"] for p in s["points"]))
    rows: list[Sequence[str | tuple[str, str]]] = []
    for s in v.u["series"]:
        found = {p["wave"]: p["mean"] for p in s["points"]}
        rows.append([v.names.value(s["value"]), *(_below(found.get(wave)) for wave in waves)])
    caption = say("Mean in each wave, and where it likely lies", "Moyenne à chaque vague, et où elle se trouve sans doute")
    return Table(caption, [say("Value", "Valeur"), *(wave or "–" for wave in waves)], rows)


def _below(mean: dict[str, Any] | None) -> tuple[str, str]:
    if mean is None:
        return say("not shown", "non montré"), ""
    return w.points(mean["value"]), "" if mean["low"] is None else f"{w.points(mean['low'])}–{w.points(mean['high'])}"


def process_table(v: UnitView, series: dict[str, Any]) -> Table:
    head = [say("Period", "Période"), say("Done", "Fait"), say("Of", "Sur"), say("Share", "Proportion")]
    rows = [[p["period"], str(p["events"]), str(p["of"]), "–" if p["share"] is None else w.percent(p["share"])] for p in series["points"]]
    return Table(process_name(series), head, rows)


def answers_table(v: UnitView) -> Table:
    """The lines whose answers are shown."""
    who = v.receivers["perspective"] if v.receivers else "person"
    shown = [i for i in v.u["items"] if i["answers"] and i["perspective"] == who]
    labels = [told(a["label"]) for a in shown[0]["answers"]] if shown else []
    rows = [[told(i["topic"]), *(str(a["people"]) for a in i["answers"])] for i in shown]
    return Table(say("How many people chose each answer", "Combien de personnes ont choisi chaque réponse"), [say("What the line says", "Ce que dit la phrase"), *labels], rows)
