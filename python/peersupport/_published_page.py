# SPDX-License-Identifier: Apache-2.0
"""Published figures as a page that stands alone, in the style of the integrity report. Needs jinja2."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _core
from ._integrity import words as w
from ._language import say
from ._published_view import PublishedView, Section, hidden, nothing_shown, together

if TYPE_CHECKING:
    from ._publish import Published

Pairs = list[tuple[str, str]]


def page(
    of: Published, instrument: _core.Instrument | None = None, definition: Any = None, simulated: bool = False
) -> str:
    """instrument: as in publish(). definition: where the warnings stand; the bundled one without it. simulated: whether
    it is known that nobody gave these answers; counts cannot say so themselves."""
    from ._pages.pages import render

    return render("html", "published", page=PublishedPage(of, instrument, definition or _core.definition, simulated))


def warnings(of: Published) -> list[str]:
    """What must stand with the figures wherever people read them, as a page has it."""
    from ._pages.typography import typeset

    return [typeset(text) for text in PublishedPage(of, None, _core.definition, of.simulated).warnings]


def _grouped(n: int) -> str:
    """1,366; 1 366 in French"""
    return f"{n:,}".replace(",", say(",", w.NB))


class PublishedPage:
    def __init__(self, of: Published, instrument: _core.Instrument | None, definition: Any, simulated: bool) -> None:
        self.of, self.definition, self.simulated = of, definition, simulated
        self.view = PublishedView(of, instrument)
        self.sections: list[Section] = self.view.sections()

    def _says(self, id: str) -> str:
        """A message of the definition; nothing where an adapted definition has no such row."""
        try:
            return str(self.definition.find(f"msg-{id}")["text"])
        except (LookupError, ValueError):
            return ""

    # ---- the top

    @property
    def title(self) -> str:
        return say("Published figures", "Chiffres diffusés")

    @property
    def name(self) -> str:
        return self.view.name or self.of.instrument["id"]

    @property
    def lead(self) -> str:
        if self.view.receivers_first:
            return say(
                "How often people meet the values of peer support, service by service. About services, never about a person or a worker.",
                "À quelle fréquence les gens vivent les valeurs du soutien par les pairs, service par service. À propos des services, jamais d’une personne ni d’un membre de l’équipe.",
            )
        return say("What people answered, service by service.", "Ce que les gens ont répondu, service par service.")

    @property
    def facts(self) -> Pairs:
        policy, waves = self.of.policy, sorted({row["wave"] for row in self.view.rows} - {""})
        found = sum(row["shown"] for row in self.view.rows)
        shown, unseen = _grouped(found), _grouped(len(self.of) - found)
        return [
            *([(say("Survey waves", "Vagues de sondage"), ", ".join(waves))] if waves else []),
            (say("Who may see this", "Pour qui"), w.of(w.AUDIENCES, policy.audience)),
            (say("Figures", "Chiffres"), say(f"{shown} shown, {unseen} hidden", f"{shown} montrés, {unseen} cachés")),
        ]

    @property
    def warnings(self) -> list[str]:
        """What nobody may miss: the same as on a report."""
        of = self.view.instrument
        state = []
        if of is not None and of.standing == "proposed":
            state.append(self._says("not-validated"))
        if of is not None and not (of.co_production.co_written_by or of.co_production.tested_by or of.co_production.adopted_by):
            state.append(self._says("not-co-produced"))
        use = self._says("not-for-appraisal" if self.view.receivers_first or of is None else "respondent-subject")
        return [text for text in (self._says("simulated-data") if self.simulated else "", use, " ".join(filter(None, state))) if text]

    # ---- how to read it

    @property
    def reading(self) -> list[str]:
        return [text for text in (*self._numbers(), self._hidden(), *self._order()) if text]

    def _numbers(self) -> list[str]:
        rows = [row for row in self.view.rows if row["shown"] and row["mean"] is not None]
        out = []
        if self.view.per_cent and self.view.receivers_first:
            out.append(say(
                "Each mean lies between 0 and 100: 0 means that people never met the value, 100 that they always did. “People” says how many answered enough lines about it.",
                "Chaque moyenne va de 0 à 100 : 0 veut dire que les gens n’ont jamais vécu la valeur, 100 qu’ils l’ont toujours vécue. « Personnes » dit combien ont répondu à assez de phrases à son sujet.",
            ))  # fmt: skip
        if any(row["low"] is not None for row in rows):
            out.append(say(
                "The range beside a mean shows where the true mean likely lies, 19 times out of 20. The fewer people answered, the wider it is. Where two ranges overlap, the means may be the same.",
                "L’intervalle à côté d’une moyenne montre où se trouve sans doute la vraie moyenne, 19 fois sur 20. Moins il y a de réponses, plus il est large. Quand deux intervalles se recoupent, les moyennes sont peut-être les mêmes.",
            ))  # fmt: skip
            if any(row["low"] is None for row in rows):
                out.append(say(
                    "A mean stands without a range where the range cannot be worked out, or could give away a hidden service.",
                    "Une moyenne est sans intervalle quand il ne peut pas être calculé ou qu’il pourrait révéler un service caché.",
                ))  # fmt: skip
        return out

    def _hidden(self) -> str:
        people, workers = self.of.policy.minimum_people, self.of.policy.minimum_workers
        if self.of.policy.audience == "team" and self.of.policy.workers_agreed:
            return say(
                f"“Hidden” stands where 1 to {people - 1} people are behind a figure, or where the figure would give away another hidden one. All hidden figures look the same, so that nobody can be recognised.",
                f"« Caché » veut dire que de 1 à {people - 1} personnes sont derrière un chiffre, ou que ce chiffre en révélerait un autre qui est caché. Tous les chiffres cachés se ressemblent, pour que personne ne soit reconnu.",
            )
        return say(
            f"“Hidden” stands where 1 to {people - 1} people, or fewer than {workers} workers, are behind a figure, where nobody knows how many workers there are, or where the figure would give away another hidden one. All hidden figures look the same, so that nobody can be recognised.",
            f"« Caché » veut dire que de 1 à {people - 1} personnes, ou moins de {workers} membres de l’équipe, sont derrière un chiffre, qu’on ne connaît pas la taille de l’équipe, ou que ce chiffre en révélerait un autre qui est caché. Tous les chiffres cachés se ressemblent, pour que personne ne soit reconnu.",
        )

    def _order(self) -> list[str]:
        units = sum(bool(section.unit) for section in self.sections)
        return [
            self._says("integrity-from-receivers") if self.view.receivers_first else "",
            self._says("no-comparison-of-services") if units > 1 else "",
            self._says("no-norms"),
            say(
                "Waves stand for themselves: whether something changed is for the integrity report to say.",
                "Chaque vague se lit seule : c’est au rapport d’intégrité de dire si quelque chose a changé.",
            ) if len({row["wave"] for row in self.view.rows}) > 1 else "",
        ]  # fmt: skip

    # ---- the figures

    @property
    def contents(self) -> Pairs:
        return [("reading", self.reading_title), *((f"s{n}", s.title) for n, s in enumerate(self.sections)), ("method", self.method_title)]

    @property
    def reading_title(self) -> str:
        return say("How to read the figures", "Comment lire les chiffres")

    @property
    def method_title(self) -> str:
        return say("How this was made", "Comment cette page a été faite")

    @property
    def others(self) -> str:
        return say("Other waves", "Autres vagues")

    @property
    def nothing(self) -> str:
        return nothing_shown()

    @property
    def hidden(self) -> str:
        return hidden()

    def caption(self, section: Section, wave: str) -> str:
        return ", ".join(filter(None, [section.unit or together(), wave]))

    # ---- how it was made

    @property
    def method(self) -> list[str]:
        by_person = say("Each person counts once: the latest answer of the wave.", "Chaque personne compte une fois : sa dernière réponse de la vague.")
        checked = say(
            "The figures were checked against those released before, so that together they give nobody away.",
            "Ces chiffres ont été comparés à ceux déjà diffusés, pour qu’ensemble ils ne révèlent personne.",
        )
        unchecked = say(
            "Nobody checked whether these figures, together with earlier ones, give somebody away.",
            "Personne n’a vérifié si ces chiffres, joints à d’autres déjà diffusés, révèlent quelqu’un.",
        )
        counted = by_person if self.of._document["counted_by"] == "person" else self._says("counted-by-response")
        return [text for text in (counted, checked if self.of.checked else unchecked, self._says("published-unmergeable")) if text]

    @property
    def versions(self) -> Pairs:
        i, d = self.of.instrument, self.of.definition
        out = [
            (say("Questionnaire", "Questionnaire"), f"{self.name} {i['version']} ({i['digest'][:12]})"),
            (say("Definition", "Définition"), f"{d['version']} ({d['digest'][:12]})"),
            (say("Showing policy", "Règle d’affichage"), str(self.of.policy)),
            (say("Software", "Logiciel"), f"peersupport {self.of._document['library']}"),
        ]
        if self.view.instrument is not None:
            out.append((say("How to cite", "Comment citer"), str(self.view.instrument.cite())))
        return out
