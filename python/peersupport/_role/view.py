# SPDX-License-Identifier: Apache-2.0
"""A role report as people read it, in the language of the context. Screen, page and notebook are made from this, so that
they say the same. It holds words of the text: it is for whoever has the text."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .. import _core
from .._errors import Error
from .._language import say
from .._note.marks import Mark, marked
from .._note.view import _letters, _short
from .._note.words import LANGUAGES, in_language
from . import parts, words

if TYPE_CHECKING:
    from .report import RoleReport

SEVERITIES = ("error", "warning", "info")


class PlaceView(NamedTuple):
    """One place of the text. label: its number, or its letter where nothing is asked."""

    label: str
    finding: parts.RoleFinding
    words: str
    where: str
    reason: str  # why it was left alone; empty when it was not


class DutyView(NamedTuple):
    """What speaks of the same drift, or raises the same question."""

    name: str
    rule: str
    text: str  # why it matters, or the question
    instead: str
    facts: tuple[tuple[str, str], ...]
    places: tuple[PlaceView, ...]


class GroupView(NamedTuple):
    id: str
    title: str
    duties: tuple[DutyView, ...]
    total: int


class ComponentView(NamedTuple):
    component: parts.RoleComponent
    title: str
    meaning: str
    where: str
    near: str
    suggestions: tuple[str, ...]


class EntryView(NamedTuple):
    number: int
    html: str
    words: str
    time: str
    kind: str
    why: str  # the duty or the drift that decided


class ShareView(NamedTuple):
    kind: str
    title: str
    time: str
    percent: str
    width: float


class RoleView:
    def __init__(self, report: RoleReport) -> None:
        self.report = report
        self.prefix = ""  # before every id, where several reports share a page

    def with_own_ids(self) -> RoleView:
        self.prefix = f"r{hashlib.sha256(self.report.to_json('en').encode()).hexdigest()[:8]}-"
        return self

    # ---- places

    def _text(self, f: parts.RoleFinding) -> str:
        asked = self.report._asked
        return asked.activities[f.entry - 1] if f.entry else asked.texts.get(f.field, "")

    def _order(self, f: parts.RoleFinding) -> tuple[int, int, int, int]:
        fields = list(self.report._asked.texts)
        return (f.entry or 0, fields.index(f.field) if f.field in fields else len(fields), f.start, -f.end)

    def _where(self, f: parts.RoleFinding) -> str:
        if f.entry:
            return say(f"row {f.entry}", f"ligne {f.entry}")
        if f.field == "text":
            return say(f"line {f.line}", f"ligne {f.line}")
        return words.field_name(f.field)

    def _place(self, f: parts.RoleFinding, label: str) -> PlaceView:
        reason = "" if self._asks(f) else words.left_alone(f.polarity, f.suppressed_by)
        return PlaceView(label, f, _short(self._text(f)[f.start : f.end]), self._where(f), reason)

    @staticmethod
    def _asks(f: parts.RoleFinding) -> bool:
        return f.part == "conditional" or f.suppressed_by is None

    @cached_property
    def places(self) -> tuple[PlaceView, ...]:
        """Drift and questions, numbered as they stand in the text."""
        found = sorted([*self.report.drift, *self.report.conditional], key=self._order)
        return tuple(self._place(f, str(n)) for n, f in enumerate(found, 1))

    @cached_property
    def limits(self) -> tuple[PlaceView, ...]:
        """What the peer does not do, or only helps with, lettered as it stands in the text."""
        found = sorted((f for f in self.report.all_drift if f.suppressed_by), key=self._order)
        return tuple(self._place(f, _letters(n)) for n, f in enumerate(found))

    @cached_property
    def groups(self) -> tuple[GroupView, ...]:
        """Drift by severity, then what to ask first; only groups that have places."""
        found = []
        for severity in SEVERITIES:
            mine = [p for p in self.places if p.finding.part == "drift" and p.finding.severity == severity]
            found.append(GroupView(severity, in_language(words.SEVERITIES[severity]), self._duties(mine), len(mine)))
        asked = [p for p in self.places if p.finding.part == "conditional"]
        found.append(GroupView("ask", in_language(words.CONDITIONAL), self._duties(asked), len(asked)))
        return tuple(g for g in found if g.total)

    def _duties(self, places: list[PlaceView]) -> tuple[DutyView, ...]:
        of: dict[str, list[PlaceView]] = {}
        for p in places:
            of.setdefault(p.finding.row or p.finding.rule, []).append(p)
        return tuple(self._duty(found) for found in of.values())

    def _duty(self, places: list[PlaceView]) -> DutyView:
        f = places[0].finding
        if f.part == "conditional":
            facts = ((say("When it is within the role", "Quand cela fait partie du rôle"), str(f.conditions)),) if f.conditions else ()
            return DutyView(str(f.name), f.rule, str(f.question or ""), "", facts, tuple(places))
        instead = str(f.instead) if f.instead else " · ".join(f.suggestions)
        return DutyView(str(f.name), f.rule, str(f.explanation or ""), instead, tuple(self._facts(f)), tuple(places))

    def _facts(self, f: parts.RoleFinding) -> Iterator[tuple[str, str]]:
        if f.values_eroded:
            yield say("What it wears away", "Ce que cela affaiblit"), ", ".join(self._named(id) for id in f.values_eroded)
        if f.duty_class:
            yield say("Kind", "Genre"), f"{self._named(f.duty_class)} ({f.class_severity}/4)"
        if f.usually_from:
            yield say("Where it comes from", "D’où cela vient"), in_language(words.ORIGINS[f.usually_from])

    def _named(self, id: str) -> str:
        try:
            return str(self.report.definition.find(id)["name"])
        except (Error, KeyError):  # an organization's rule may name a row of its own
            return id

    # ---- duties and components

    @cached_property
    def duties(self) -> tuple[tuple[str, str, str], ...]:
        """(name, how it fits, places) of duties within a role, each once."""
        of: dict[str, list[parts.RoleFinding]] = {}
        for f in sorted(self.report.duties, key=self._order):
            of.setdefault(str(f.name), []).append(f)
        order = ["core", "optional", "unusual"]
        rows = [(name, fs[0].fit or "", ", ".join(dict.fromkeys(map(self._where, fs)))) for name, fs in of.items()]
        rows.sort(key=lambda row: order.index(row[1]) if row[1] in order else len(order))
        return tuple((name, in_language(words.FITS[fit]) if fit in words.FITS else "", where) for name, fit, where in rows)

    def components(self, level: str, here: bool) -> tuple[ComponentView, ...]:
        found = [c for c in self.report.components if c.level == level and (c.state == "present") == here]
        return tuple(self._component(c) for c in found)

    def _component(self, c: parts.RoleComponent) -> ComponentView:
        where = "" if c.field is None else say(f"line {c.line}", f"ligne {c.line}") if c.field == "text" and c.line else words.field_name(c.field)
        near = say("Something comes near it: ", "Quelque chose s’en approche : ") + where if c.state == "near" else ""
        return ComponentView(c, str(c.title), str(c.name), where, near, tuple(str(s) for s in c.suggestions))

    @property
    def levels(self) -> tuple[tuple[str, str], ...]:
        return tuple((level, in_language(pair)) for level, pair in words.LEVELS.items())

    # ---- the text and the log

    @cached_property
    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """(id, name, HTML) of the text and of every section."""
        texts = self.report._asked.texts
        return tuple((name, words.field_name(name), marked(text, self._marks(name, None))) for name, text in texts.items())

    def _marks(self, field: str, entry: int | None) -> Iterator[Mark]:
        for left, places in ((False, self.places), (True, self.limits)):
            for p in places:
                f = p.finding
                if f.entry != entry or (entry is None and f.field != field) or not p.words:
                    continue
                look = "left" if left else "ask" if f.part == "conditional" else f.severity or "info"
                title = p.reason if left else in_language(words.CONDITIONAL if look == "ask" else words.SEVERITIES[look])
                yield Mark(f.start, f.end, look, p.label, f"{title}, {p.label}:", f"{self.prefix}place-{p.label}", f"{self.prefix}finding-{p.label}")

    @cached_property
    def entries(self) -> tuple[EntryView, ...]:
        made = []
        for n, (entry, text) in enumerate(zip(self.report.entries, self.report._asked.activities), 1):
            why = self._row_name(entry)
            html = marked(text, self._marks("activity", n))
            made.append(EntryView(n, html, _short(text), words.hours(entry.minutes), in_language(words.KINDS[entry.kind]), why))
        return tuple(made)

    def _row_name(self, entry: parts.RoleEntry) -> str:
        try:
            row = self.report.definition.find(entry.row or entry.code)
        except Error:
            return entry.code
        return str(row["text"] if entry.row else row["name"])

    @cached_property
    def shares(self) -> tuple[ShareView, ...]:
        return tuple(
            ShareView(t.kind, in_language(words.KINDS[t.kind]), words.hours(t.minutes), words.percent(t.share), round(t.share * 100, 2))
            for t in self.report.time if t.share is not None
        )  # fmt: skip

    # ---- sentences

    @property
    def opening(self) -> str:
        r = self.report
        rows = {f.row or f.rule for f in r.drift}
        drift = words.counted(len(rows), ("kind of work that is not peer support", "kinds of work that are not peer support"), ("genre de tâche qui n’est pas du soutien par les pairs", "genres de tâches qui ne sont pas du soutien par les pairs"))
        if not rows:
            drift = say("No work stood out that is not peer support", "Aucune tâche étrangère au soutien par les pairs n’est ressortie")
        musts = sum(1 for c in r.missing if c.level == "must")
        told = drift
        if r.components and musts:
            told += ", " + words.counted(musts, ("part that must be there is missing", "parts that must be there are missing"), ("élément nécessaire manque", "éléments nécessaires manquent"))
        elif r.components:
            told += say(", and every part that must be there is there", ", et tout ce qui doit s’y trouver s’y trouve")
        return f"{told}. {say('You decide.', 'C’est vous qui décidez.')}"

    @property
    def read_as(self) -> str:
        name = self._named(self.report.role)
        tongue = in_language(LANGUAGES[self.report.language])
        return say(f"Held against the role: {name}. Read in {tongue}.", f"Rôle de référence : {name}. Texte lu en {tongue}.")

    @property
    def about(self) -> tuple[str, ...]:
        return (
            say(
                "This is about the work that is asked for, never about who does it. Drift is mostly assigned: it is a reason to talk with whoever assigns work, not to reproach a worker.",
                "Il est question du travail demandé, jamais de la personne qui le fait. La dérive vient le plus souvent des tâches confiées : c’est une raison d’en parler avec qui les confie, pas de faire un reproche.",
            ),
            say(
                "There is no score. What uses power over people is shown by itself, whatever share of time it takes.",
                "Il n’y a pas de score. Ce qui exerce un pouvoir sur les gens est montré à part, peu importe la part du temps.",
            ),
            say(
                "The rules are a proposal, tried on texts that were made up and not labelled by peer workers. They miss things, and they are wrong at times.",
                "Les règles sont une proposition, essayées sur des textes inventés et non annotés par des paires aidantes ou des pairs aidants. Des choses leur échappent, et elles se trompent parfois.",
            ),
            say("Nothing left this computer. This page holds the text that was checked.", "Rien n’a quitté cet ordinateur. Cette page contient le texte qui a été lu."),
        )

    @property
    def source(self) -> str:
        return f"peersupport {_core.__version__}, {say('rules', 'règles')}"
