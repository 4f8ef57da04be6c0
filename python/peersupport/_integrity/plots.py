# SPDX-License-Identifier: Apache-2.0
"""The charts of a profile. Each says its figures in sentences; what is not shown is said and leaves no mark."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .._charts import answers, lines, rows
from .._charts.chart import Chart
from .._errors import Error, failed
from .._language import say
from . import words as w
from .sentences import limits_told
from .view import OTHERS, UnitView, told

if TYPE_CHECKING:
    from .profile import IntegrityProfile, UnitProfile


def colon() -> str:
    return say(": ", f"{w.NB}: ")


class UnitPlots:
    """The charts of one unit."""

    def __init__(self, profile: IntegrityProfile, unit: UnitProfile) -> None:
        self.view = UnitView(profile, unit._of)

    # ---- what people said

    def profile(self) -> Chart:
        """What people who receive support say, by value: mean and 95 % interval."""
        v = self.view
        return profile_chart(v.main, v, say(f"What people said, by value: {v.place}", f"Ce que les gens ont dit, par valeur : {v.place}"))

    def views(self) -> Chart:
        """The same values as people who receive support, peer supporters and supervisors see them."""
        v = self.view
        groups = [p for p in ("person", "family", *v.staff) if v.cells(p)]
        dots, figures, told_rows = [], [], []
        for p in groups:
            for c in v.cells(p):
                name = v.names.value(c["value"])
                dots.append(_dot(name, c, p))
                figures.append([name, w.group(p), c["people"], *_three(c["mean"]), c["showing"]])
                told_rows.append(f"{name}, {w.group_said(p)}{colon()}{v.cell_text(c)}")
        dots.sort(key=lambda d: [v.names.value(x["id"]) for x in v.data["values"]].index(d.row))
        names = [(p, w.group(p)) for p in groups]
        title = say(f"How each group sees it: {v.place}", f"Comment chaque groupe le voit : {v.place}")
        return Chart(title, ". ".join(told_rows) + ".", rows.views(dots, names), _head(group=True), figures, rows.views(dots, names, False), _columns(group=True))

    # ---- over time

    def waves(self, value: str | None = None) -> Chart:
        """One value over the waves; the value people meet least often without a name."""
        v = self.view
        series = {s["value"]: s for s in v.u["series"]}
        if value is None:
            lowest = v.u["integrity"]["lowest"]
            value = lowest["value"] if lowest and lowest["value"] in series else next(iter(series), "")
        if value not in series:
            do = say(
                "Choose one of them; without any, look again after the next wave.",
                "Choisissez-en une; s’il n’y en a aucune, revenez après la prochaine vague.",
            )
            raise _not_there(list(series), v, say("values over time", "valeurs au fil du temps"), do)
        found = series[value]
        change = v.u["change"]
        base = change["baseline"]["wave"] if change["baseline"] else None
        waves = [p["wave"] or "–" for p in found["points"]]
        points = [lines.Point(p["wave"] or "–", *_three(p["mean"]), "baseline" if base and p["wave"] == base else "") for p in found["points"]]
        points = _signalled(points, found["chart"])
        name = v.names.value(value)
        title = say(f"{name} over time: {v.id}", f"{name} au fil du temps : {v.id}")
        told_points = [f"{at}{colon()}{w.figure(p['mean']) if p['mean'] else w.not_shown(p['showing'])}" for at, p in zip(waves, found["points"])]
        figures = [[p["wave"], p["people"], *_three(p["mean"]), p["showing"]] for p in found["points"]]
        said = _with_limits(told_points, found["chart"], waves)
        spec = {wide: lines.control(points, **_limits(found["chart"]), domain=(0.0, 100.0), wide=wide, height=150) for wide in (True, False)}
        head = [say("wave", "vague"), *_head()[1:]]
        return Chart(title, said, spec[True], head, figures, spec[False], ["wave", *_columns()[1:]], lines.key(points, **_limits(found["chart"])))

    def process(self, series: str | None = None) -> Chart:
        """A process measure over time, such as notes reviewed together."""
        v = self.view
        found = next((s for s in v.u["process"] if series in (None, s["series"])), None)
        if found is None:
            there = [s["series"] for s in v.u["process"]]
            do = say("Choose one of them.", "Choisissez-en une.") if there else say(
                "Give integrity() process=: rows of unit, series and points.",
                "Donnez process= à integrity() : des lignes avec unit, series et points.",
            )
            raise _not_there(there, v, say("process measures", "mesures de processus"), do)
        points = _signalled([lines.Point(p["period"], p["share"]) for p in found["points"]], found["chart"])
        title = f"{process_name(found)}{say(': ', ' : ')}{v.id}"
        told_points = [f"{p['period']}{colon()}{p['events']}/{p['of']}" for p in found["points"]]
        said = _with_limits(told_points, found["chart"], [p["period"] for p in found["points"]], say("%", f"{w.NB}%"))
        spec = {wide: lines.control(points, **_limits(found["chart"]), domain=(0.0, 100.0), unit=say("%", " %"), wide=wide, height=150) for wide in (True, False)}
        head = [say("period", "période"), say("done", "fait"), say("of", "sur"), "%"]
        figures = [[p["period"], p["events"], p["of"], p["share"]] for p in found["points"]]
        return Chart(title, said, spec[True], head, figures, spec[False], ["period", "events", "of", "share"], lines.key(points, **_limits(found["chart"])))

    # ---- answers

    def answers(self, value: str, perspective: str | None = None) -> Chart:
        """How often each answer to the items of a value was given."""
        v = self.view
        who = perspective or (v.receivers or {"perspective": "person"})["perspective"]
        found = [i for i in v.u["items"] if i["value"] == value and i["perspective"] == who]
        if not found:
            there = list(dict.fromkeys(i["value"] for i in v.u["items"] if i["perspective"] == who))
            do = say("Choose one of them, or another perspective.", "Choisissez-en une, ou une autre perspective.")
            raise _not_there(there, v, say(f"values with items for {who}", f"valeurs qui ont des items pour {who}"), do)
        labels = next(([told(a["label"]) for a in i["answers"]] for i in found if i["answers"]), [])
        bars, said, figures = [], [], []
        for i in found:
            topic = told(i["topic"])
            counts = i["answers"]
            why = w.not_shown(i["showing"]) if i["showing"] != "shown" else say("answers hidden to protect people", "réponses cachées pour protéger les gens")
            bars.append(answers.ItemAnswers(topic, tuple(a["people"] for a in counts) if counts else None, why))
            said.append(f"{topic}{colon()}" + (", ".join(f"{told(a['label']).lower()} {a['people']}" for a in counts) if counts else why))
            figures.append([topic, *([a["people"] for a in counts] if counts else [None] * len(labels))])
        title = say(f"Answers: {v.names.value(value)}", f"Réponses : {v.names.value(value)}")
        spec = answers.stacked(bars, labels)
        return Chart(title, ". ".join(said) + ".", spec, [say("topic", "sujet"), *labels], figures, key=answers.key(labels))

    # ---- among others

    def units(self) -> Chart:
        """This unit among the others, which have no name; the region's figure alone where they could be guessed."""
        return units_chart(self.view)


class ProfilePlots:
    """The charts of a profile; `unit` names whose, and is not needed when there is one."""

    def __init__(self, profile: IntegrityProfile) -> None:
        self._profile = profile

    def _of(self, unit: str | None) -> UnitPlots:
        return UnitPlots(self._profile, self._profile.unit(unit))

    def profile(self, unit: str | None = None) -> Chart:
        return self._of(unit).profile()

    def views(self, unit: str | None = None) -> Chart:
        return self._of(unit).views()

    def waves(self, unit: str | None = None, value: str | None = None) -> Chart:
        return self._of(unit).waves(value)

    def process(self, unit: str | None = None, series: str | None = None) -> Chart:
        return self._of(unit).process(series)

    def answers(self, value: str, unit: str | None = None, perspective: str | None = None) -> Chart:
        return self._of(unit).answers(value, perspective)

    def units(self, own: str | None = None) -> Chart:
        """The own unit among others without names."""
        return self._of(own).units()


# ---- what several share


def _not_there(there: list[str], v: UnitView, what: str, do: str) -> Error:
    """Something asked for by a name that the unit does not have; what it has, and what to do."""
    names = ", ".join(there) or say("none", "rien")
    return failed("NOT_FOUND", detail=f"{v.id}, {what}{colon()}{names}", advice=do)


def profile_chart(cells: list[dict[str, Any]], v: UnitView, title: str, by_units: bool = False) -> Chart:
    dots = [_dot(v.names.value(c["value"]), c, c["perspective"])._replace(said=w.spread(c["mean"]) if c["mean"] else say("not shown", "non montré")) for c in cells]
    cuts = cuts_of(v)
    told_rows = [f"{d.row}{colon()}{v.cell_text(c)}" for d, c in zip(dots, cells)]
    ends = say("From 0, never, to 100, always", "De 0, jamais, à 100, toujours")
    if any(d.low is not None for d in dots) or not any(d.value is not None for d in dots):
        ends += say("; in brackets the range in which the true mean likely lies", "; entre parenthèses, l’étendue où se trouve sans doute la vraie moyenne")
    ends += "."
    figures = [[d.row, c["people"], *_three(c["mean"]), c["showing"]] for d, c in zip(dots, cells)]
    return Chart(title, f"{'. '.join(told_rows)}. {ends}", rows.profile(dots, cuts), _head(), figures, rows.profile(dots, cuts, False), _columns())


def process_name(series: dict[str, Any]) -> str:
    """Its name; of an id such as notes-reviewed-together: Notes reviewed together"""
    name = told(series.get("name")) or series["series"].replace("-", " ")
    return name[:1].upper() + name[1:]


def cuts_of(v: UnitView) -> list[tuple[float, str]]:
    cut = v.data["cut_set"]
    if not cut:
        return []
    names = (("sometimes_from", "sometimes", "parfois"), ("often_from", "often", "souvent"), ("nearly_always_from", "nearly always", "presque toujours"))
    return [(float(cut[key]), say(en, fr)) for key, en, fr in names]


class Others(NamedTuple):
    """What stands beside a unit: (value, mean), what they are called, the title, and whether they are others."""

    means: list[tuple[str, float]]
    name: str
    title: str
    unnamed: bool


def others_of(v: UnitView) -> Others:
    """Others without names; all services together where they could be guessed."""
    order = [c["value"] for c in v.main]
    others: list[tuple[str, float]] = []
    for value in order:
        found = [c["mean"]["value"] for u in v.data["units"] if u["unit"] != v.id for c in u["cells"]
                 if c["value"] == value and c["perspective"] == "person" and c["mean"]]  # fmt: skip
        if len(found) >= OTHERS:
            others += sorted((v.names.value(value), at) for at in found)
    if others:
        title = w.in_wave(say(f"{v.id} among other services", f"{v.id} parmi d’autres services"), v.wave)
        return Others(others, say("Other services, without names", "Autres services, sans nom"), title, True)
    cells = v.data["region"]["cells"] if v.data["region"] else []
    whole = [(v.names.value(c["value"]), c["mean"]["value"]) for c in cells if c["perspective"] == "person" and c["mean"] and c["value"] in order]
    title = w.in_wave(say(f"{v.id} beside all services together", f"{v.id} à côté de tous les services réunis"), v.wave)
    return Others(whole, say("All services together", "Tous les services ensemble"), title, False)


def units_chart(v: UnitView) -> Chart:
    own = [_dot(v.names.value(c["value"]), c, "person")._replace(said=w.spread(c["mean"]) if c["mean"] else say("not shown", "non montré")) for c in v.main]
    others, beside, title, _ = others_of(v)
    rest = {name: sorted(round(at) for row, at in others if row == name) for name in [d.row for d in own]}
    said = ". ".join(f"{d.row}{colon()}{d.said}; {beside.lower()}{colon()}{', '.join(map(str, rest[d.row])) or '–'}" for d in own)
    figures = [[d.row, d.value, d.low, d.high, ", ".join(map(str, rest[d.row]))] for d in own]
    head = [say("value", "valeur"), v.id, say("low", "bas"), say("high", "haut"), beside]
    spec = {wide: rows.units(own, others, (v.id, beside), wide) for wide in (True, False)}
    return Chart(title, said + ".", spec[True], head, figures, spec[False], ["about", "value", "low", "high", "others"])


def _dot(name: str, c: dict[str, Any], who: str) -> rows.Dot:
    return rows.Dot(name, *_three(c["mean"]), who)


def _three(mean: dict[str, Any] | None) -> tuple[float | None, float | None, float | None]:
    return (mean["value"], mean["low"], mean["high"]) if mean else (None, None, None)


def _with_limits(told_points: list[str], chart: dict[str, Any] | None, labels: list[str], unit: str = "") -> str:
    """The points, then the lines of the chart and what its rules single out."""
    return f"{'; '.join(told_points)}. {limits_told(chart, labels, unit)}".strip()


def _limits(chart: dict[str, Any] | None) -> dict[str, Any]:
    return {key: chart[key] for key in ("centre", "lower", "upper")} if chart else {}


def _signalled(points: list[lines.Point], chart: dict[str, Any] | None) -> list[lines.Point]:
    """Points that a rule of the chart singles out carry its name."""
    for signal in chart["signals"] if chart else ():
        for place in range(signal["from"], min(signal["to"] + 1, len(points))):
            points[place] = points[place]._replace(marked=signal["rule"])
    return points


def _head(group: bool = False) -> list[str]:
    who = [say("group", "groupe")] if group else []
    return [say("value", "valeur"), *who, say("people", "personnes"), say("mean", "moyenne"), say("low", "bas"), say("high", "haut"), say("shown", "montré")]


def _columns(group: bool = False) -> list[str]:
    return ["about", *(["group"] if group else []), "people", "value", "low", "high", "showing"]
