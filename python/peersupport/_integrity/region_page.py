# SPDX-License-Identifier: Apache-2.0
"""The page of a region: its own figures, and at most one named service among others without names."""
from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from .._language import say
from . import words as w
from .heard import rate_told
from .page import Page, Pairs
from .plots import others_of, profile_chart, units_chart
from .sentences import most_and_least
from .view import UnitView

if TYPE_CHECKING:
    from .profile import IntegrityProfile


class RegionPage(Page):
    elsewhere = frozenset(("msg-region-by-units", "msg-interval"))  # a range of services, not of people

    def __init__(self, profile: IntegrityProfile) -> None:
        super().__init__(profile)
        self.r = self.data["region"]
        own = self.data["units"][0] if self.r["units_unnamed"] and len(self.data["units"]) == 1 else None
        self.own = None if own is None else UnitView(profile, own)
        self.v = self.own or UnitView(profile, {**_nobody(self.wave), "cells": self.r["cells"]})

    @property
    def place(self) -> str:
        return say("region", "région")

    @property
    def title(self) -> str:
        return say("What people say about peer support across services", "Ce que les gens disent du soutien par les pairs, dans tous les services")

    @property
    def lead(self) -> str:
        return say(
            "How often people meet the values of peer support, in all services together. About services, never about a person or a worker.",
            "À quelle fréquence les gens vivent les valeurs du soutien par les pairs, dans tous les services réunis. À propos des services, jamais d’une personne ni d’un membre d’une équipe.",
        )

    @property
    def met_told(self) -> str:
        """No sign stands here."""
        return ""

    @property
    def values_head(self) -> list[str]:
        return super().values_head if self.ranges else [*super().values_head[:2], say("Mean", "Moyenne")]

    @property
    def ranges(self) -> bool:
        return any(c["mean"] and c["mean"]["low"] is not None for c in self.cells)

    @property
    def levels(self) -> bool:
        return super().levels and any(c["mean"] for c in self.cells)

    @property
    def facts(self) -> Pairs:
        return [
            (say("Services together", "Services réunis"), str(self.r["units"])),
            *self.wave_fact,
            (say("Who may see this", "Pour qui"), w.of(w.AUDIENCES, self.data["policy"]["audience"])),
        ]

    @property
    def headings(self) -> Pairs:  # type: ignore[override]
        found = [
            ("values", say("What people said, value by value", "Ce que les gens ont dit, valeur par valeur")),
            ("units", say("One service among others", "Un service parmi d’autres")),
            ("equity", say("Is it the same for everyone?", "Est-ce pareil pour tout le monde?")),
            ("together", say("What to do with this", "Que faire de ces résultats")),
            ("method", say("How this was made, and what it cannot say", "Comment ce rapport a été fait, et ce qu’il ne peut pas dire")),
        ]
        empty = {"units": not self.charts["units"], "equity": not (self.equity or self.equity_reason)}
        return [(id, text) for id, text in found if not empty.get(id)]

    @cached_property
    def cells(self) -> list[dict[str, Any]]:
        return [c for c in self.r["cells"] if c["perspective"] in ("person", "family")]

    @property
    def glance(self) -> Pairs:
        out = [(say("Who was heard", "Qui a été entendu"), self._heard())]
        out.append((say("What people said", "Ce que les gens ont dit"), self._said()))
        out.append((say("Not a ranking", "Pas un classement"), say("This page sets no service against another. Each service has a page of its own.", "Cette page n’oppose pas un service à un autre. Chaque service a sa propre page.")))
        return out

    def _heard(self) -> str:
        people = max((c["people"] or 0 for c in self.cells), default=0)
        if people:
            return say(f"{w.people(people)} who receive support, in {self.r['units']} services.", f"{w.people(people)} qui reçoivent du soutien, dans {self.r['units']} services.")
        if any(c["mean"] for c in self.cells):
            return say("People who receive support, in several services. How many is not shown: one of the services could otherwise work out what another one hides.",
                       "Des personnes qui reçoivent du soutien, dans plusieurs services. Leur nombre n’est pas montré : un service pourrait sinon calculer ce qu’un autre cache.")  # fmt: skip
        why = w.not_shown(self.cells[0]["showing"] if self.cells else "nobody")
        return f"{why[0].upper()}{why[1:]}."

    def _said(self) -> str:
        i = self.r["integrity"]
        if not i["established"] or not i["lowest"]:
            return self.names.message(i["reason"])
        return most_and_least(self.names, self.cells)

    @property
    def method(self) -> list[str]:
        """Where it may be hidden how many people were asked, nobody is told that it is not known."""
        unknown = self.names.message("msg-response-rate-unknown")
        views = [UnitView(self.profile, u) for u in self.data["units"]]
        said = rate_told(views, self.data["collection"]["described"], unknown)
        return [said if text == unknown else text for text in super().method]

    @property
    def values_intro(self) -> str:
        """What the range of a region means; nothing where none is shown."""
        return self.names.message("msg-region-by-units") if self.ranges else ""

    @property
    def values(self) -> list[list[str]]:
        return [self.value_row(c) for c in self.cells]

    @property
    def scale_note(self) -> str:
        """Where a service is hidden, the range between services would give it away."""
        note = super().scale_note
        if all(c["mean"]["low"] is not None for c in self.cells if c["mean"]):
            return note
        return note + say(" Where a service is hidden, no range is shown, so that it cannot be worked out.", " Là où un service est caché, l’étendue n’est pas montrée, pour qu’on ne puisse pas le déduire.")

    @property
    def units_note(self) -> str:
        return self.names.message("msg-units-unnamed") if self.own is not None and others_of(self.own).unnamed else ""

    # ---- equity

    @property
    def equity_reason(self) -> str:
        e = self.data["equity"]
        if e and e["reason"]:
            return self.names.message(e["reason"])
        if e and len(e["strata"]) == 1:
            return say("Only one group is large enough to show.", "Un seul groupe est assez grand pour être montré.")
        return ""

    @property
    def equity_caption(self) -> str:
        s = self.data["equity"]["stratifier"]
        return say(f"By {s}", "Selon la langue" if s == "language" else f"Selon : {s}")

    @property
    def equity_head(self) -> list[str]:
        return [self.values_head[0], *(w.language_name(s["stratum"]) for s in self.data["equity"]["strata"])]

    @property
    def equity(self) -> list[list[str]]:
        e = self.data["equity"]
        if not e or len(e["strata"]) < 2:
            return []
        rows = []
        for v in self.data["values"]:
            cells = [next((c for c in s["cells"] if c["value"] == v["id"] and c["perspective"] == "person"), None) for s in e["strata"]]
            rows.append([self.names.value(v["id"]), *(w.figure(c["mean"]) if c and c["mean"] else w.not_shown(c["showing"] if c else "nobody") for c in cells)])
        return rows

    @property
    def together(self) -> list[str]:
        return [
            say("Look at it with people who receive support, peer supporters, supervisors and funders at one table.", "Regardez ces résultats à une même table, avec des personnes qui reçoivent du soutien, des paires aidantes et des pairs aidants, des superviseures, des superviseurs et des bailleurs de fonds."),
            say("Ask what services need from the region: time, training, clear roles, secure jobs.", "Demandez ce dont les services ont besoin : du temps, de la formation, des rôles clairs, des emplois stables."),
            say("Leave what to try to each service; its own page has ideas and measures.", "Laissez chaque service choisir quoi essayer; sa page propose des idées et des mesures."),
        ]  # fmt: skip

    @cached_property
    def charts(self) -> dict[str, Any]:
        shown = any(c["mean"] for c in self.cells)
        title = w.in_wave(say("What people said, by value: all services", "Ce que les gens ont dit, par valeur : tous les services"), self.wave)
        return {
            "profile": profile_chart(self.cells, self.v, title) if shown else None,
            "units": units_chart(self.own) if self.own else None,
        }


def _nobody(wave: str) -> dict[str, Any]:
    """No unit: the region's own figures stand alone."""
    return {"unit": "", "wave": wave, "heard": [], "views": [], "eroded": [], "items": []}
