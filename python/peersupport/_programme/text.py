# SPDX-License-Identifier: Apache-2.0
"""A program report as lines of text: no boxes, nothing that a pipe, a printer or a screen reader could not say."""
from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .._language import say
from .._pages.typography import typeset, wrap
from .connections import RING
from .words import counted, date_text, with_id

if TYPE_CHECKING:
    from .connections import ConnectionView
    from .findings import RuleView
    from .view import ProgrammeView, TrainingView


class Heading(str):
    """A line that starts a part."""


def lines(view: ProgrammeView, width: int) -> list[str]:
    return list(_Report(view, width).lines())


class _Report:
    def __init__(self, view: ProgrammeView, width: int) -> None:
        self.view, self.report, self.width = view, view.report, max(40, width)

    def lines(self) -> Iterator[str]:
        yield from self.head()
        for title, part in (
            (say("What joins the hub", "Ce qui est relié au noyau"), self.connections),
            (say("How an issue reaches a table", "Comment un enjeu parvient à une table"), self.paths),
            (say("Training", "Formation"), self.training),
            (say("What is offered where", "Ce qui est offert, et où"), self.coverage),
            (say("Funded positions", "Postes financés"), self.funding),
            (say("Evaluation", "Évaluation"), self.evaluation),
        ):
            yield from ("", Heading(title))
            yield from part()
        for need in self.view.needs:
            yield from ("", Heading(f"{need.title} ({need.total})"))
            for rule in need.rules:
                yield from self.rule(rule)
        yield from ("", Heading(say("How this was checked", "Comment la vérification a été faite")))
        for sentence in self.view.method:
            yield from self.wrapped(sentence, "  ")

    # ---- laying out

    def wrapped(self, text: str, indent: str = "", further: str | None = None) -> list[str]:
        return wrap(text, self.width, indent, further)

    def named(self, label: str, text: str, indent: str = "  ") -> list[str]:
        return self.wrapped(f"{label}{say(': ', ' : ')}{text}", indent, indent + "  ")

    def table(self, rows: list[tuple[str, ...]]) -> Iterator[str]:
        """Columns, numbers to the right; the first row is the head. A long name takes several lines."""
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        widths[0] = min(widths[0], self.width - 2 - sum(w + 2 for w in widths[1:]))
        for row in rows:
            *above, last = textwrap.wrap(typeset(row[0]), widths[0], break_on_hyphens=False) or [""]
            yield from (f"  {line}" for line in above)
            cells = [last.ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:]))]
            yield ("  " + "  ".join(cells)).rstrip()

    # ---- parts

    def head(self) -> Iterator[str]:
        v = self.view
        yield from map(Heading, self.wrapped(f"{say('Program check:', 'Vérification du programme :')} {v.full('programme', self.report.programme)}"))
        yield from self.wrapped(f"{v.period[0].upper()}{v.period[1:]}; {v.size}.")
        seen = say(f"as of {date_text(self.report.as_of)}", f"en date du {date_text(self.report.as_of)}")
        yield from self.wrapped(say(f"Checked {seen}, with definition {v.source}.", f"Vérifié {seen}, avec la définition {v.source}."))
        yield from self.wrapped(" ".join(v.care))
        yield ""
        yield from self.wrapped(v.found)

    def connections(self) -> Iterator[str]:
        if not self.view.has_hub:
            yield from self.wrapped(say("No hub is named.", "Aucun noyau n'est nommé."), "  ")
        for c in self.view.connections:
            yield from self.named(c.title, c.word)
            if c.frequency:
                yield from self.wrapped(c.frequency, "    ", "      ")
            yield from self.parts(c)

    def parts(self, c: ConnectionView) -> Iterator[str]:
        for p in c.parts:
            told = [p.met]
            if p.missed:
                told.append(p.missed)
            if not p.joined:
                told.append(say("not joined to the hub", "sans lien avec le noyau"))
            yield from self.wrapped(f"{with_id(p.name, p.id)}{say(':', ' :')} {'; '.join(told)}", "    ", "      ")

    def paths(self) -> Iterator[str]:
        if not self.view.paths:
            yield from self.wrapped(say("The program has no table.", "Le programme n'a aucune table."), "  ")
        for p in self.view.paths:
            yield from self.named(with_id(p.name, p.table), p.told[0].lower() + p.told[1:])
            if p.steps:
                yield from self.wrapped(" > ".join(id for id, _ in p.steps), "    ", "      ")
            if p.not_reached and p.kind != RING:
                yield from self.wrapped(say("Without a way: ", "Sans chemin : ") + ", ".join(p.not_reached), "    ", "      ")

    def training(self) -> Iterator[str]:
        for t in self.view.training:
            yield from self.named(t.title, t.told + ".")
            yield from self.lacking(t)

    def lacking(self, t: TrainingView) -> Iterator[str]:
        if t.missing:
            yield from self.wrapped(f"{say('Missing:', 'Manque :')} {', '.join(t.missing)}", "    ", "      ")
        if t.late:
            yield from self.wrapped(f"{say('Came late:', 'Venue tard :')} {', '.join(t.late)}", "    ", "      ")
        if rest := self.view.not_due(t):
            yield from self.wrapped(not_due_text(rest) + ".", "    ", "      ")

    def coverage(self) -> Iterator[str]:
        nobody = say("no agency", "aucun organisme")
        for region in self.report.coverage:
            yield from self.wrapped(self.view.full("regions", region.region), "  ", "    ")
            for e in region.elements:
                offered = ", ".join(self.view.full("agencies", id) for id in e.agencies)
                yield from self.named(self.view.element(e.core_element), offered or nobody, "    ")

    def funding(self) -> Iterator[str]:
        if self.report.funding is None:
            yield from self.wrapped(no_framework(), "  ")
            return
        head = ("", say("funded", "financés"), say("listed", "inscrits"), say("filled", "occupés"))
        rows = [(self.view.full("agencies", f.agency), str(f.funded), str(f.positions), str(f.filled)) for f in self.report.funding]
        if (leads := self.report.system_leads) is not None:
            rows.append((system_leads(), str(leads.funded), str(leads.positions), str(leads.filled)))
        yield from self.table([head, *rows])

    def evaluation(self) -> Iterator[str]:
        for step in self.view.steps:
            yield from self.named(step.date, typeset(step.told))
        yield from self.wrapped(self.view.order, "  ")

    def rule(self, rule: RuleView) -> Iterator[str]:
        yield ""
        yield from self.wrapped(rule.name, "  ")
        for sentence in rule.told:
            yield from self.wrapped(sentence, "  - ", "    ")
        if rule.limit_said:
            yield from self.wrapped(rule.limit_said, "    ")
        yield from self.named(say("Why it matters", "Pourquoi c'est important"), rule.why, "    ")
        yield from self.named(say("Level of influence", "Niveau d'influence"), rule.level, "    ")
        if rule.ideas:
            yield from self.wrapped(say("What to try:", "Quoi essayer :"), "    ")
        for idea in rule.ideas:
            if not idea.first:
                yield from self.wrapped(f"{idea.first_sentence} {say('(see above)', '(voir plus haut)')}", "    - ", "      ")
                continue
            yield from self.wrapped(f"{idea.first_sentence} {idea.rest}".rstrip(), "    - ", "      ")
            yield from self.named(say("Is it being done?", "Est-ce que cela se fait?"), idea.process, "      ")
            yield from self.named(say("Does it help?", "Est-ce que cela aide?"), idea.outcome, "      ")


def not_due_text(rest: int) -> str:
    return counted(rest, ("more is not due yet", "more are not due yet"), ("autre n'est pas encore attendue", "autres ne sont pas encore attendues"))


def no_framework() -> str:
    return say("The file holds no funding framework, so nothing is said of numbers.", "Le fichier ne contient aucun cadre de financement; rien n'est donc dit des nombres.")


def system_leads() -> str:
    return say("system leads", "responsables à l'échelle du système")


