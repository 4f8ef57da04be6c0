# SPDX-License-Identifier: Apache-2.0
"""Published figures as people read them: a service at a time, the people who receive support first, names in place of
ids. What is hidden is said once where a whole group is hidden; no figure is computed here."""
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _core
from ._errors import Error
from ._integrity import words as w
from ._language import say
from ._render import html_table, number, text_table

if TYPE_CHECKING:
    from ._publish import Published

Figure = dict[str, Any]
ORDER = list(w.GROUPS)


class Row(NamedTuple):
    """One value of one group of people."""

    value: str
    people: str
    mean: str


class Block(NamedTuple):
    """One group of people in one wave; no rows where nothing but its size can be said."""

    title: str
    rows: list[Row]


class Table(NamedTuple):
    """One wave of a service; no head where all is hidden."""

    wave: str
    head: list[str]
    blocks: list[Block]


class Section(NamedTuple):
    """One service, or all of them together; the latest wave by its name first."""

    unit: str  # empty: all together
    title: str
    tables: list[Table]

    @property
    def hidden(self) -> bool:
        return not any(table.head for table in self.tables)


def together() -> str:
    return say("All services together", "Tous les services ensemble")


def hidden() -> str:
    return say("hidden", "caché")


def nothing_shown() -> str:
    return say(
        "Nothing is shown here, so that nobody can be recognised, here or in another service.",
        "Rien n’est montré ici, pour que personne ne soit reconnu, ni ici ni dans un autre service.",
    )


class PublishedView:
    """instrument: where the names are; looked up by its id without one."""

    def __init__(self, of: Published, instrument: _core.Instrument | None = None) -> None:
        self.rows = of.rows
        self.groupings = of.groupings
        self.instrument = instrument if instrument is not None else _bundled(of.instrument)
        known = self.instrument
        self._scales = {s.id: str(s.name) for s in known.scales} if known else {}
        self._forms = {f.id: str(f.name) for f in known.forms} if known else {}
        asked = {row["scale"] for row in self.rows}
        scales = [s for s in known.scales if s.id in asked] if known else []
        self.per_cent = known is not None and all(s.rule == "pomp" and s.multiplier == (1, 1) for s in scales)
        self.receivers_first = known is not None and known.subject == "service"

    @property
    def name(self) -> str:
        return str(self.instrument.name) if self.instrument else ""

    def scale(self, id: str) -> str:
        return self._scales.get(id, id)

    @property
    def value_word(self) -> str:
        return say("Value", "Valeur") if self.receivers_first else say("Scale", "Échelle")

    def sections(self) -> list[Section]:
        """All services together first, then each by its name."""
        units: dict[str, list[Figure]] = {}
        for row in self.rows:
            units.setdefault(row["unit"] if "unit" in self.groupings[row["grouping"]] else "", []).append(row)
        return [Section(unit, unit or together(), self._tables(units[unit])) for unit in sorted(units)]

    # ---- one service

    def _tables(self, rows: list[Figure]) -> list[Table]:
        waves = sorted({row["wave"] for row in rows}, reverse=True)
        return [self._table(wave, [row for row in rows if row["wave"] == wave]) for wave in waves]

    def _table(self, wave: str, rows: list[Figure]) -> Table:
        groups: dict[tuple[Any, ...], list[Figure]] = {}
        for row in rows:
            groups.setdefault(self._place(row), []).append(row)
        blocks = [self._block(groups[place]) for place in sorted(groups)]
        if not any(row["shown"] for row in rows):
            return Table(wave, [], [])
        ranged = any(row["low"] is not None for row in rows)
        mean = say("Mean (range)", "Moyenne (intervalle)") if ranged else say("Mean", "Moyenne")
        return Table(wave, [self.value_word, say("People", "Personnes"), mean], blocks)

    def _place(self, row: Figure) -> tuple[Any, ...]:
        """People who receive support come first, and a perspective's own form before its others."""
        perspective = row["perspective"]
        known = ORDER.index(perspective) if perspective in ORDER else len(ORDER)
        return (known, row["form"] != perspective, row["form"], row["grouping"], row["language"], row["stratum"])

    def _block(self, rows: list[Figure]) -> Block:
        title = self._group(rows[0])
        heard = next((row for row in rows if not row["scale"]), None)
        scored = [row for row in rows if row["scale"]]
        if heard is not None:
            title += say(": ", f"{w.NB}: ") + (w.people(heard["people"]) if heard["shown"] else hidden())
        nobody = heard is not None and heard["people"] == 0
        if nobody or not any(row["shown"] for row in scored):
            known = heard is not None and heard["shown"] and not nobody
            return Block(title, [Row(say("All values", "Toutes les valeurs"), hidden(), "")] if known else [])
        return Block(title, [self._row(row) for row in scored])

    def _group(self, row: Figure) -> str:
        by = self.groupings[row["grouping"]]
        parts: list[str] = [w.group(row["perspective"])]
        if row["form"] != row["perspective"]:
            parts.append(self._forms.get(row["form"]) or str(row["form"]))
        if "language" in by:
            parts.append(w.language_name(row["language"] or ""))
        if "stratum" in by:
            parts.append(row["stratum"] or say("not stated", "non précisé"))
        return ", ".join(parts)

    def _row(self, row: Figure) -> Row:
        name = self.scale(row["scale"])
        if not row["shown"]:
            return Row(name, hidden(), "")
        return Row(name, str(row["people"]), "–" if row["mean"] is None else self.mean(row))

    def mean(self, row: Figure) -> str:
        """72 (60 to 81); a scale that does not run from 0 to 100 keeps its decimal."""
        if self.per_cent:
            return w.figure({"value": row["mean"], "low": row["low"], "high": row["high"]})
        mean, low, high = (number(row[name], 1) for name in ("mean", "low", "high"))
        return mean if row["low"] is None else f"{mean} ({low}{w.NB}{say('to', 'à')}{w.NB}{high})"

    # ---- a terminal and a notebook

    def text(self) -> str:
        return "\n\n".join(part for section in self.sections() for part in self._text(section))

    def _text(self, section: Section) -> Iterable[str]:
        if section.hidden:
            yield f"{section.title}{say(': ', ' : ')}{hidden()}"
            return
        for table in section.tables:
            title = ", ".join(filter(None, [section.title, table.wave]))
            yield f"{title}\n{_lines(table)}" if table.head else f"{title}{say(': ', ' : ')}{hidden()}"

    def html(self) -> str:
        """Plain tables, the value as the head of its row."""
        return "\n".join(self._html(section) for section in self.sections())

    def _html(self, section: Section) -> str:
        shown = [table for table in section.tables if table.head]
        if not shown:
            return html_table(section.title, [say("Figures", "Chiffres")], [[hidden()]])
        head = [self.value_word, say("Survey wave", "Vague de sondage"), say("Group", "Groupe"), *shown[0].head[1:]]
        rows = []
        for table in shown:
            for block in table.blocks:
                for row in block.rows or [Row("–", "", "")]:
                    rows.append([row.value, table.wave, block.title, row.people, row.mean])
        return html_table(section.title, head, rows)


def _lines(of: Table) -> str:
    """The title of a group may be longer than any value; it takes no room from the columns beside it."""
    rows = [[f"  {row.value}", row.people, row.mean] for block in of.blocks for row in block.rows]
    head, *told = text_table(of.head, rows, right=(1,)).split("\n")
    out, rest = [head], iter(told)
    for block in of.blocks:
        out += [block.title, *(next(rest) for _ in block.rows)]
    return "\n".join(out)


def _bundled(asked: dict[str, str]) -> _core.Instrument | None:
    """The instrument with this id, if it is the very one the answers were counted with."""
    from ._instrument import instrument

    try:
        found = instrument(asked["id"])
    except Error:
        return None
    return found if found.version == asked["version"] else None
