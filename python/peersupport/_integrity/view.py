# SPDX-License-Identifier: Apache-2.0
"""A profile as people read it, in the language of the context: what a page, its charts and a notebook say alike."""
from __future__ import annotations

import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from .._language import language, say
from .._programme.words import date_text, listed
from . import words as w
from .heard import HeardRow, be_heard, heard_notes, heard_row
from .sentences import MARGIN, MET, gate_told, views_told

if TYPE_CHECKING:
    from .profile import IntegrityProfile

FIRST = ("voluntariness", "confidentiality", "dignity")  # facets whose signs come first, in this order
STAFF = ("peer-supporter", "supervisor")
OTHERS = 3  # fewer unnamed services than this could be guessed


def told(of: dict[str, str] | None) -> str:
    """A text in two languages."""
    return of[language()] if of else ""


class Names:
    """Names of values, levels and rows, for one profile."""

    def __init__(self, profile: IntegrityProfile) -> None:
        self.profile, self.data = profile, profile._data
        self._values = {v["id"]: v["name"] for v in self.data["values"]}
        self._messages = {m["id"]: m["text"] for m in self.data["messages"]}
        self._topics = {i["item"]: i["topic"] for u in self.data["units"] for i in [*u["items"], *u["eroded"]]}

    def value(self, id: str) -> str:
        return told(self._values[id]) if id in self._values else id

    def topic(self, id: str) -> str:
        return told(self._topics.get(id)) or id

    def row(self, id: str | None, field: str = "name") -> str:
        """A text of a row of the definition; empty when the definition has no such row."""
        try:
            return str(self.profile.definition.find(id or "")[field])
        except (LookupError, ValueError):
            return ""

    def message(self, id: str | None) -> str:
        """What a message says: as the profile has it, or as the definition does."""
        if id is None:
            return ""
        return told(self._messages[id]) if id in self._messages else self.row(id, "text")

    @cached_property
    def margin(self) -> float:
        """How near two views have to be to be called alike, in points."""
        try:
            return float(self.row(MARGIN, "number"))
        except ValueError:
            return 10.0

    def level(self, id: str | None) -> str:
        """sometimes experienced"""
        return self.row(id) or (id or "")

    def influence(self, id: str) -> str:
        try:
            return str(self.profile.definition.find(id).label)
        except (LookupError, ValueError):
            return id


class SignRow(NamedTuple):
    topic: str
    value: str
    ever: str
    often: str


class ViewRow(NamedTuple):
    value: str
    cells: tuple[tuple[str, str], ...]  # (verdict in words, difference) a group of staff


class UnitView:
    """One unit. Everything is text; nothing is computed but what a reader would count on the page."""

    def __init__(self, profile: IntegrityProfile, unit: dict[str, Any]) -> None:
        self.profile, self.u = profile, unit
        self.names = Names(profile)
        self.data = profile._data
        self.least = int(self.data["policy"]["minimum_people"])

    @property
    def id(self) -> str:
        return str(self.u["unit"])

    @property
    def wave(self) -> str:
        return self.u["wave"] or ""

    @property
    def place(self) -> str:
        """Where and when."""
        return w.in_wave(self.id, self.wave)

    # ---- who was heard

    @cached_property
    def receivers(self) -> dict[str, Any] | None:
        """The people who receive support: the first such group that is there."""
        found: list[dict[str, Any]] = [h for h in self.u["heard"] if h["perspective"] in ("person", "family")]
        return next((h for h in found if h["form"] == h["perspective"]), found[0] if found else None)

    @property
    def heard_rows(self) -> list[HeardRow]:
        return [heard_row(self, h) for h in self.core_heard]

    @property
    def heard_notes(self) -> list[str]:
        return heard_notes(self)

    def is_few(self, n: int) -> bool:
        """Whether so many people might be known by it."""
        return 0 < n < self.least

    @property
    def core_heard(self) -> list[dict[str, Any]]:
        """The main forms; modules go to the same people."""
        seen: dict[str, dict[str, Any]] = {}
        for h in self.u["heard"]:
            if h["perspective"] not in seen or h["form"] == h["perspective"]:
                seen[h["perspective"]] = h
        return list(seen.values())

    # ---- values

    def cells(self, perspective: str) -> list[dict[str, Any]]:
        """One cell a value, in the order of the form; values without one are left out."""
        found = {c["value"]: c for c in self.u["cells"] if c["perspective"] == perspective}
        return [found[v["id"]] for v in self.data["values"] if v["id"] in found]

    @property
    def main(self) -> list[dict[str, Any]]:
        return self.cells(self.receivers["perspective"] if self.receivers else "person")

    def cell_text(self, c: dict[str, Any]) -> str:
        return w.figure(c["mean"]) if c["mean"] else w.not_shown(c["showing"])

    @property
    def established(self) -> bool:
        return bool(self.u["integrity"]["established"])

    @property
    def not_established(self) -> str:
        """Why no value may be told, of a whole service."""
        return self._hidden(self.u["integrity"]["reason"])

    def _hidden(self, reason: str | None) -> str:
        if reason == "msg-hidden-to-protect":
            return say("Nothing is shown here, so that nobody can be recognized, here or in another service.", "Rien n’est montré ici, pour que personne ne soit reconnu, ni ici ni dans un autre service.")
        return self.names.message(reason)

    @property
    def shown(self) -> str:
        """How much of what people said can be shown."""
        known = self.u["integrity"]["values_established"]
        if self.established:
            return say("all values", "toutes les valeurs")
        return say("some values", "certaines valeurs") if known else say("nothing here", "rien ici")

    @property
    def level(self) -> list[str]:
        """What the level says, and what holds it down."""
        found = self.u["level"]
        if found is None or not self.established or not self.data["cut_set"]:
            return []
        lowest = self.names.value(self.u["integrity"]["lowest"]["value"])
        decides = say(f"The value people meet least often decides: {lowest}.", f"C’est la valeur vécue le moins souvent qui décide : {lowest}.")
        held = ""
        if items := list(dict.fromkeys(limit["item"] for limit in found["held_by"])):
            met = listed([self.names.topic(i) for i in items])
            held = f"{self.names.message('msg-held-by-limit')} {say('What it is', 'De quoi il s’agit')}{say(': ', ' : ')}{met}."
        if found["id"]:  # a limit that holds the level down decides it; the range of the lowest value does not
            level = self.names.level(found["id"])
            why = held or self.names.message("msg-level-firm")
            out = [say(f"Level: {level}. {why}", f"Niveau : {level}. {why}"), *([] if held else [decides])]
        else:
            out = [self.names.message("msg-level-cannot-tell"), decides, *([held] if held else [])]
        adopted = told(self.data["cut_set"]["adopted_by"])
        out.append(say(f"Who has adopted these levels: {adopted}.", f"Qui a adopté ces niveaux : {adopted}."))
        return out

    # ---- what should not happen

    @property
    def signs(self) -> list[SignRow]:
        def order(e: dict[str, Any]) -> int:
            return FIRST.index(e["facet"]) if e["facet"] in FIRST else len(FIRST)

        return [
            SignRow(told(e["topic"]), self.names.value(e["value"]), self._met(e, "ever"), self._met(e, "often"))
            for e in sorted(self.u["eroded"], key=order)
        ]

    @property
    def first_sign(self) -> str:
        """22 of 64 people met this at least once: Having to take part. Of what is shown and was met, voluntariness first;
        empty when there is none."""
        met = [(e, text) for e in self.u["eroded"] if (text := self._sign(e))]
        return next((text for e, text in met if e["facet"] == FIRST[0]), met[0][1] if met else "")

    def _sign(self, e: dict[str, Any]) -> str:
        """What is shown of one sign: at least once, else often or always, else how many in words."""
        if e["showing"] != "shown" or e["ever_met"] == "nobody":
            return ""
        name = told(e["topic"])
        for how, (en, fr) in MET.items():
            if e[how]:
                n, of = e[how]["people"], e["people"]
                return say(f"{n} of {of} people met this {en}: {name}.", f"{n} personnes sur {of} ont vécu ceci {fr} : {name}.")
        for how, (en, fr) in MET.items():
            if e[f"{how}_met"] in ("everybody", "nearly-all", "some"):
                who = w.how_many(e[f"{how}_met"], self.least)
                return say(f"{name}. Who met this {en}: {who}.", f"{name}. Qui l’a vécu {fr} : {who}.")
        return ""

    @property
    def signs_hidden(self) -> str:
        """Why no sign is shown at all."""
        found = next((e["showing"] for e in self.u["eroded"]), None)
        why = found or (self.receivers["showing"] if self.receivers else "nobody")
        if why in ("nobody", "shown"):
            return say("These lines were not asked in this wave, or nobody answered them.", "Ces phrases n’ont pas été demandées à cette vague, ou personne n’y a répondu.")
        return self._hidden(f"msg-{why}") or f"{w.not_shown(why).capitalize()}."

    def _met(self, e: dict[str, Any], how: str) -> str:
        if e["showing"] != "shown":
            return w.not_shown(e["showing"])
        return w.share(e[how], e["people"]) if e[how] else w.how_many(e.get(f"{how}_met"), self.least)

    # ---- views

    @property
    def staff(self) -> list[str]:
        return [p for p in STAFF if any(v["perspective"] == p for v in self.u["views"])]

    @property
    def view_rows(self) -> list[ViewRow]:
        found = {(v["perspective"], v["value"]): v for v in self.u["views"]}
        return [
            ViewRow(self.names.value(v["id"]), tuple(self._view(found.get((p, v["id"]))) for p in self.staff))
            for v in self.data["values"]
        ]

    def _view(self, v: dict[str, Any] | None) -> tuple[str, str]:
        if v is None or v["verdict"] == "not-shown":
            return w.not_shown(v["showing"] if v else "nobody"), ""
        word = {
            "similar": say("views are alike", "les avis se ressemblent"),
            "different": say("views differ", "les avis diffèrent"),
            "cannot-tell": say("cannot tell", "on ne peut pas le dire"),
        }[v["verdict"]]
        return word, f"{w.signed(v['difference']['value'])} ({w.between(v['difference'])})"

    @property
    def views_told(self) -> list[str]:
        return views_told(self)

    # ---- change

    @property
    def change_told(self) -> str:
        c = self.u["change"]
        if c["verdict"] != "measured":
            return self.names.message(c["reason"])
        moved = [v for v in c["values"] if v["verdict"] in ("higher", "lower")]
        wave = c["baseline"]["wave"] or say("the starting point", "le point de départ")
        if not moved:
            return say(f"Since {wave}, no change is large enough to be sure of.", f"Depuis {wave}, aucun changement n’est assez grand pour être sûr.")
        parts = []
        for kind, en, fr in (("higher", "met more often", "les gens vivent plus souvent"), ("lower", "met less often", "les gens vivent moins souvent")):
            names = [self.names.value(v["value"]) for v in moved if v["verdict"] == kind]
            if names:
                n, whole = w.number(len(names)), len(names) == len(c["values"]) > 1
                which = say(f"all {n} values", f"les {n} valeurs") if whole else "; ".join(names)
                parts.append(f"{say(f'{en}: ', f'{fr} : ')}{which}.")
        first, *rest = parts
        return " ".join([say(f"Since {wave}, {first}", f"Depuis {wave}, {first}"), *(f"{p[0].upper()}{p[1:]}" for p in rest)])

    def change_word(self, v: dict[str, Any]) -> str:
        return {
            "higher": say("met more often", "vécue plus souvent"),
            "lower": say("met less often", "vécue moins souvent"),
            "cannot-tell": say("cannot tell", "on ne peut pas le dire"),
        }.get(v["verdict"], say("not shown", "non montré"))

    @property
    def gate_told(self) -> str:
        return gate_told(self, told(self.u["gate"]["statement"]["text"]))

    # ---- what to try

    @property
    def be_heard(self) -> list[str]:
        return be_heard(self)

    @property
    def look_again(self) -> str:
        day = self.u["improvement"]["look_again"]
        try:
            return date_text(datetime.date.fromisoformat(day)) if day else ""
        except ValueError:
            return str(day)
