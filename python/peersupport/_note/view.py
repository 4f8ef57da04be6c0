# SPDX-License-Identifier: Apache-2.0
"""A note report as people read it, in the language of the context. Screen, page and notebook are made from this, so that
they say the same. It holds words of the note: it is for the writer."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .. import _core
from .._errors import Error
from .._language import language, say
from . import parts, words
from .marks import Mark, marked

if TYPE_CHECKING:
    from .report import NoteReport

SEVERITIES = ("error", "warning", "info")
QUOTED = 90  # characters of the note beside a finding; the rest stands in the note itself


class PlaceView(NamedTuple):
    """One place of the note. label: its number, or its letter where nothing is asked."""

    label: str
    finding: parts.NoteFinding
    words: str  # of the note; empty when the finding has no place
    where: str
    reason: str  # why it was left alone; empty when it was not


class AlikeView(NamedTuple):
    """Places of one rule for which the same is suggested."""

    places: tuple[PlaceView, ...]
    suggestions: tuple[str, ...]


class RuleView(NamedTuple):
    """Places of one rule and severity."""

    rule: str
    title: str
    message: str
    why: str
    values: tuple[str, ...]
    guidelines: tuple[str, ...]
    alike: tuple[AlikeView, ...]


class SeverityView(NamedTuple):
    id: str
    title: str
    rules: tuple[RuleView, ...]
    total: int


class ElementView(NamedTuple):
    """finding: of one that is missing and that is asked for. reason: why a missing one is not asked for after all."""

    rule: str
    title: str
    state: parts.State
    word: str
    where: str
    anchor: str  # the id of the place in the note, or empty
    finding: parts.NoteFinding | None
    reason: str
    values: tuple[str, ...]
    guidelines: tuple[str, ...]


class NoteView:
    def __init__(self, report: NoteReport) -> None:
        self.report = report
        self.prefix = ""  # before every id, where several reports share a page

    def with_own_ids(self) -> NoteView:
        self.prefix = f"n{hashlib.sha256(self.report.to_json('en').encode()).hexdigest()[:8]}-"
        return self

    # ---- places

    @cached_property
    def places(self) -> tuple[PlaceView, ...]:
        """What to look at again, numbered as it stands in the note."""
        found = sorted((f for f in self.report if f.kind != "absent"), key=self._order)
        return tuple(self._place(f, str(n)) for n, f in enumerate(found, 1))

    @cached_property
    def left_alone(self) -> tuple[PlaceView, ...]:
        """What carries no weight, lettered as it stands in the note."""
        found = sorted((f for f in self.report.findings if f.suppressed_by is not None), key=self._order)
        return tuple(self._place(f, _letters(n)) for n, f in enumerate(found))

    def _order(self, f: parts.NoteFinding) -> tuple[int, int, int]:
        fields = list(self.report._texts)
        return (fields.index(f.field) if f.field in fields else len(fields), f.start, -f.end)

    def _place(self, f: parts.NoteFinding, label: str) -> PlaceView:
        told = "" if f.kind == "absent" else self.report._texts.get(f.field, "")[f.start : f.end]
        reason = words.left_alone(f.suppressed_by, f.context) if f.suppressed_by else ""
        return PlaceView(label, f, _short(told), self._where(f.field, f.line if told else 0), reason)

    def _where(self, field: str, line: int) -> str:
        """line 3; Next step"""
        if field == "text" and line:
            return say(f"line {line}", f"ligne {line}")
        return words.field_name(field)

    @cached_property
    def severities(self) -> tuple[SeverityView, ...]:
        """Only severities that have places; in each the rules as they come up in the note."""
        found = []
        for severity in SEVERITIES:
            mine = [p for p in self.places if p.finding.severity == severity]
            rules = tuple(self._rule([p for p in mine if p.finding.rule == id]) for id in dict.fromkeys(p.finding.rule for p in mine))
            if rules:
                found.append(SeverityView(severity, words.heading(severity), rules, len(mine)))
        return tuple(found)

    def _rule(self, places: list[PlaceView]) -> RuleView:
        f = places[0].finding
        suggested: dict[tuple[str, ...], list[PlaceView]] = {}
        for p in places:
            suggested.setdefault(p.finding.suggestions, []).append(p)
        alike = tuple(AlikeView(tuple(found), suggestions) for suggestions, found in suggested.items())
        return RuleView(f.rule, str(f.title), str(f.message), str(f.explanation), self.values(f), self.guidelines(f), alike)

    # ---- the definition's words

    def values(self, f: parts.NoteFinding) -> tuple[str, ...]:
        """The values a rule protects, by name."""
        return tuple(self._named(id, "name") for id in f.values)

    def guidelines(self, f: parts.NoteFinding) -> tuple[str, ...]:
        """The guidelines a rule comes from, in full."""
        return tuple(self._named(id, "text") for id in f.guidelines)

    def _named(self, id: str, field: str) -> str:
        try:
            return str(self.report.definition.find(id)[field])
        except (Error, KeyError):  # an organization's rule may name a row of its own
            return id

    # ---- elements

    @cached_property
    def elements(self) -> tuple[ElementView, ...]:
        """What is missing first, then what is here, then what is not asked for."""
        asked = {f.rule: f for f in self.report.findings if f.kind == "absent"}
        order = ("missing", "present", "not-asked")
        return tuple(self._element(e, asked.get(e.rule)) for e in sorted(self.report.elements, key=lambda e: order.index(e.state)))

    def _element(self, e: parts.NoteElement, f: parts.NoteFinding | None) -> ElementView:
        reason = words.left_alone(f.suppressed_by, f.context) if f and f.suppressed_by else ""
        f = None if reason else f
        here = e.field == "text" and e.end > e.start
        where = self._where(e.field, e.line) if e.field else ""
        anchor = f"{self.prefix}shown-{e.rule}" if here else f"{self.prefix}field-{e.field}" if e.field in self.report._texts else ""
        return ElementView(
            e.rule, str(e.title), e.state, words.in_language(words.STATES[e.state]), where, anchor, f, reason,
            self.values(f) if f else (), self.guidelines(f) if f else (),
        )  # fmt: skip

    def in_state(self, state: str) -> tuple[ElementView, ...]:
        return tuple(e for e in self.elements if e.state == state)

    @property
    def lacks(self) -> tuple[ElementView, ...]:
        """Elements that a reader may miss, without those agreed on earlier."""
        return tuple(e for e in self.in_state("missing") if e.finding)

    # ---- the note

    @cached_property
    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """(id, name, HTML) of the text and of every field that is filled."""
        texts = self.report._texts
        return tuple((f, words.field_name(f), marked(texts[f], self._marks(f))) for f in texts if texts[f])

    @property
    def beside(self) -> tuple[tuple[str, str, str], ...]:
        """What stands beside the text."""
        return tuple(row for row in self.fields if row[0] != "text")

    def _marks(self, field: str) -> Iterator[Mark]:
        for look, places in (("", self.places), ("left", self.left_alone)):
            for p in places:
                if p.finding.field == field and p.words:
                    told = f"{p.reason}, {p.label}:" if look else f"{words.heading(p.finding.severity)}, {p.label}:"
                    yield Mark(
                        p.finding.start, p.finding.end, look or p.finding.severity, p.label, told,
                        f"{self.prefix}place-{p.label}", f"{self.prefix}finding-{p.label}",
                    )  # fmt: skip
        if field == "text":
            for e in self.report.elements:
                if e.field == "text":
                    yield Mark(e.start, e.end, "", "", "", f"{self.prefix}shown-{e.rule}", "")

    # ---- sentences

    @property
    def opening(self) -> str:
        agreed = any(f.suppressed_by == "baseline" for f in self.report.findings)
        return words.opening(len(self.places), len(self.lacks), agreed)

    @property
    def here(self) -> str:
        """Already here: the date; the person's own words."""
        found = [e.title for e in self.in_state("present")]
        if not found:
            return ""
        return say("Already here: ", "Déjà là : ") + "; ".join(t[0].lower() + t[1:] for t in found) + "."

    @property
    def read_as(self) -> str:
        """How the note was read."""
        r = self.report
        kind = words.in_language(words.KINDS[r.kind]) if r.kind in words.KINDS else r.kind
        tongue = words.in_language(words.LANGUAGES[r.language])
        return say(f"Read as {kind}, in {tongue}.", f"Lue comme {kind}, en {tongue}.")

    @property
    def profile(self) -> str:
        """Which profile, and who adopted it."""
        found = next(p for p in self.report._rules.profiles if p["id"] == self.report.profile)
        name, by = found["name"][language()], found["adopted_by"][language()]
        told = say(f"Profile: {name} ({self.report.profile})", f"Profil : {name} ({self.report.profile})")
        return told + (say(f"; adopted by: {by}.", f"; adopté par : {by}.") if by else ".")

    @property
    def about(self) -> tuple[str, ...]:
        """What this is, and what it is not."""
        return (
            say(
                "A help for you who write. It points to words; you know what happened, and the person knows how it was. Where they see it another way, they are right and this page is not.",
                "Une aide pour vous qui écrivez. Elle montre des mots; vous savez ce qui s’est passé, et la personne sait comment c’était. Si elle le voit autrement, c’est elle qui a raison, pas cette page.",
            ),
            say(
                "Not for appraisal, discipline or pay, and not for comparing people. There is no score.",
                "Pas pour évaluer le personnel, ni pour la discipline ou la paie, ni pour comparer des gens. Il n’y a pas de score.",
            ),
            say(
                "The rules are a proposal. The notes they were tried on were made up, and were not labelled by peer workers. They miss things, and they are wrong at times.",
                "Les règles sont une proposition. Les notes qui ont servi à les essayer étaient inventées, et n’ont pas été annotées par des paires aidantes ou des pairs aidants. Des choses leur échappent, et elles se trompent parfois.",
            ),
            say(
                "Nothing left this computer. This page holds the note: keep it where the note is kept, or delete it.",
                "Rien n’a quitté cet ordinateur. Cette page contient la note : gardez-la là où la note est gardée, ou supprimez-la.",
            ),
        )

    @property
    def source(self) -> str:
        """Which library and, before their digest, that it is of the rules."""
        return f"peersupport {_core.__version__}, {say('rules', 'règles')}"


def _short(text: str) -> str:
    """Words of the note on one line."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else f"{line[: QUOTED - 30]} … {line[-25:]}"


def _letters(n: int) -> str:
    """a, b, … z, aa, ab, …"""
    more, last = divmod(n, 26)
    return (_letters(more - 1) if more else "") + chr(ord("a") + last)
