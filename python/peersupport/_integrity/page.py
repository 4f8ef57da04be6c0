# SPDX-License-Identifier: Apache-2.0
"""The integrity report as a page: one of a service, one of a region. Needs jinja2 and vl-convert-python."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._language import say
from . import words as w
from .view import Names, UnitView, told

if TYPE_CHECKING:
    from .profile import IntegrityProfile

Pairs = list[tuple[str, str]]


def page(profile: IntegrityProfile, unit: str | None = None) -> str:
    """The page of a unit; without one, of the only unit or of the region."""
    from .._pages.pages import render
    from .region_page import RegionPage
    from .unit_page import UnitPage

    if unit is None and not _of_a_region(profile):
        unit = profile.unit().unit
    if unit is None:
        return render("html", "integrity_region", page=RegionPage(profile))
    return render("html", "integrity_unit", page=UnitPage(UnitView(profile, profile.unit(unit)._of)))


def _of_a_region(profile: IntegrityProfile) -> bool:
    """Whether several units answered; one agency's answers with the collection of a region are that agency's."""
    return profile.region is not None and (len(profile.answered) != 1 or bool(profile.region.units_unnamed))


def pages(profile: IntegrityProfile) -> dict[str, str]:
    """File name → page: one a unit and, with several, one of the region. No page puts units side by side."""
    found: dict[str, str] = {}
    if _of_a_region(profile):
        found["region.html"] = page(profile)
    for id in profile.units:
        name = w.file_name(id)
        while f"{name}.html" in found:
            name += "-"
        found[f"{name}.html"] = page(profile, id)
    return found


class Page:
    """What both kinds of page say: where it comes from, how it was made, what it cannot say."""

    headings: Pairs
    elsewhere: frozenset[str] = frozenset()  # messages that the method leaves out
    of_figures = frozenset(("msg-complete-case", "msg-non-response-bounds", "msg-not-applicable-apart", "msg-no-comparison-of-services"))

    def __init__(self, profile: IntegrityProfile) -> None:
        self.profile, self.data, self.names = profile, profile._data, Names(profile)

    @property
    def wave(self) -> str:
        return self.data["wave"] or ""

    @property
    def wave_fact(self) -> Pairs:
        return [(say("Survey wave", "Vague de sondage"), self.wave)] if self.wave else []

    def says(self, id: str) -> str:
        """A message of the definition, by its short id."""
        return self.names.message(f"msg-{id}")

    def heading(self, id: str) -> str:
        return dict(self.headings)[id]

    @property
    def contents(self) -> Pairs:
        return self.headings

    @property
    def lead(self) -> str:
        return say(
            "How often people meet the values of peer support here, and what to try next. About the service, never about a person or a worker.",
            "À quelle fréquence les gens vivent ici les valeurs du soutien par les pairs, et quoi essayer ensuite. À propos du service, jamais d’une personne ni d’un membre de l’équipe.",
        )

    @property
    def warned(self) -> list[list[str]]:
        """What nobody may miss, a row a paragraph: that the data is made up, what the page must not be used for."""
        simulated = [["msg-simulated-data"]] if self.data["collection"]["simulated"] else []
        return [*simulated, ["msg-not-for-appraisal"], ["msg-not-validated", "msg-not-co-produced"]]

    @property
    def warnings(self) -> list[str]:
        return list(filter(None, (" ".join(filter(None, map(self.names.message, ids))) for ids in self.warned)))

    @property
    def met_told(self) -> str:
        """What is said of a few people."""
        few = w.few(int(self.data["policy"]["minimum_people"]))
        n = few.rsplit(" ", 1)[0]
        return say(
            f" Where {few} met something that should not happen, or {n} did not, the page says only that.",
            f" Si {few} ont vécu ce qui ne devrait pas arriver, ou si {n} ne l’ont pas vécu, la page dit seulement cela.",
        )

    @property
    def policy(self) -> str:
        p = self.data["policy"]
        told_policy = say(
            f"Made for {w.of(w.AUDIENCES, p['audience'])}. No number is shown for fewer than {p['minimum_people']} people.",
            f"Fait pour {w.of(w.AUDIENCES, p['audience'])}. Aucun nombre n’est montré pour moins de {p['minimum_people']} personnes.",
        ) + self.met_told
        if p["audience"] == "team" and p["workers_agreed"]:
            return told_policy + say(" The team agreed to see it.", " L’équipe a accepté de le voir.")
        least = w.number(p["minimum_workers"])
        return told_policy + say(f" Nothing is shown about the work of fewer than {least} peer supporters.", f" Rien n’est montré du travail de moins de {least} personnes aidantes.")

    @property
    def ranges(self) -> bool:
        """Whether a figure of this page has its range."""
        return True

    @property
    def levels(self) -> bool:
        """Whether levels are spoken of, or drawn."""
        return bool(self.data["cut_set"])

    @property
    def scale_note(self) -> str:
        dot = say("The dot is the mean: 0 means never, 100 always.", "Le point est la moyenne : 0 veut dire jamais, 100 toujours.")
        bar = say(" The bar shows where the true mean likely lies, 19 times out of 20.", " La barre montre où se trouve sans doute la vraie moyenne, 19 fois sur 20.")
        cuts = say(" Dashed lines show where a level begins.", " Les tirets montrent où commence un niveau.")
        return dot + (bar if self.ranges else "") + (cuts if self.levels else "")

    @property
    def method(self) -> list[str]:
        """Every message of the profile that stands nowhere else, and how to read the figures."""
        gone = {*self.elsewhere, *self.of_figures, *(id for ids in self.warned for id in ids)}
        gone |= set() if self.ranges else {"msg-interval", "msg-region-by-units"}
        gone |= set() if self.levels else {"msg-cut-set-not-adopted"}
        out = [told(m["text"]) for m in self.data["messages"] if m["id"] not in gone]
        by = self.data["counted_by"]
        out.append(
            say("Each person counts once: the latest answer of the wave.", "Chaque personne compte une fois : sa dernière réponse de la vague.")
            if by == "person"
            else self.names.message("msg-counted-by-response")
        )
        out.append(self.policy)
        c = self.data["collection"]
        if c["mode"]:
            out.append(say("Answers were given ", "Les réponses ont été données ") + ", ".join(w.of(w.MODES, m) for m in c["mode"]) + ".")
        for name, text in ((say("Who collected", "Qui a fait la collecte"), c["collector"]), (say("What people agreed to", "Ce que les gens ont accepté"), c["consent"])):
            if text:
                out.append(f"{name}{say(': ', ' : ')}{told(text)}")
        return list(dict.fromkeys(out))

    @property
    def versions(self) -> Pairs:
        i, d, c = self.data["instrument"], self.data["definition"], self.data["cut_set"]
        out = [
            (say("Questionnaire", "Questionnaire"), f"{told(i['name'])} {i['version']} ({i['digest'][:12]}), {w.of(w.STANDINGS, i['standing'])}"),
            (say("Definition", "Définition"), f"{d['version']} ({d['digest'][:12]})"),
        ]
        if o := d["overlay"]:
            out.append((say("Overlay", "Adaptation"), f"{o['id']} {o['version']} ({o['digest'][:12]})"))
        if c and self.levels:
            adopted = say("adopted by", "adopté par")
            out.append((say("Levels", "Niveaux"), f"{told(c['name'])} ({c['sometimes_from']}, {c['often_from']}, {c['nearly_always_from']}), {adopted}{say(': ', ' : ')}{told(c['adopted_by'])}"))
        out.append((say("Collection", "Collecte"), self.data["collection"]["id"] or say("not described", "non décrite")))
        out.append((say("Showing policy", "Règle d’affichage"), str(self.data["policy"]["id"] or f"k{self.data['policy']['minimum_people']}")))
        out.append((say("Software", "Logiciel"), f"peersupport {self.data['library']}"))
        return out

    @property
    def citation(self) -> str:
        """As its authors give it, in English."""
        return str(self.data["instrument"]["citation"])

    @property
    def footer(self) -> str:
        return say(
            "A proposal: not yet written with peer supporters or the people they support, and not yet tested.",
            "Une proposition : pas encore écrite avec des pairs ni avec les personnes soutenues, et pas encore mise à l’essai.",
        )

    # ---- tables that both have

    @property
    def values_head(self) -> list[str]:
        return [say("Value", "Valeur"), say("People", "Personnes"), say("Mean, and where it likely lies", "Moyenne, et où elle se trouve sans doute")]

    def value_row(self, c: dict[str, Any]) -> list[str]:
        name = self.names.value(c["value"])
        return [name, str(c["people"]) if c["people"] is not None else "–", w.figure(c["mean"]) if c["mean"] else w.not_shown(c["showing"])]
