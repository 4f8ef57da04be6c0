# SPDX-License-Identifier: Apache-2.0
"""A program report as people read it: names of rows, counts and states in words, in the language of the context.
Text, page and picture are made from this, so that they say the same."""
from __future__ import annotations

import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from .._definition import DIGEST_SHOWN
from .._language import say
from . import parts
from .connections import UNKNOWN, ConnectionView, connections_of
from .findings import NeedView, needs_of
from .words import counted, date_text, listed, reach_text, with_id

if TYPE_CHECKING:
    from .report import ProgrammeReport


class PathView(NamedTuple):
    table: str
    name: str
    kind: str
    steps: tuple[tuple[str, str], ...]  # (id, name) from a position to the table
    reached: int
    of: int
    told: str
    not_reached: tuple[str, ...]


class TrainingView(NamedTuple):
    title: str
    have: int
    need: int
    told: str
    missing: tuple[str, ...]
    late: tuple[str, ...]


class StepView(NamedTuple):
    day: datetime.date
    date: str
    told: str


class ProgrammeView:
    def __init__(self, report: ProgrammeReport) -> None:
        self.report = report
        self.definition = report.definition

    # ---- names

    def row(self, id: str) -> Any:
        return self.definition.find(id)

    @cached_property
    def _rows(self) -> dict[str, Any]:
        tables = ("constellation", "core_elements")
        return {row.id: row for table in tables for row in self.definition[table]}

    @cached_property
    def _names(self) -> dict[str, str]:
        found = {}
        for node in self.report.constellation.nodes:
            name = str(node.name) if node.name else ""
            found[node.id] = name or (str(self._rows[node.id].label) if node.id in self._rows else node.id)
        return found

    def name(self, id: str) -> str:
        """The name the file gives a network, a table or the hub; other parts of a program have ids only."""
        return self._names.get(id, id)

    def titled(self, kind: str, id: str) -> str:
        """The name the file gives the programme, one of its regions or agencies; its id without one."""
        return str(self.report._names.get(kind, {}).get(id, id))

    def full(self, kind: str, id: str) -> str:
        """Harbour Homes (harbour-homes)"""
        return with_id(self.titled(kind, id), id)

    @property
    def title(self) -> str:
        return self.titled("programme", self.report.programme)

    def element(self, id: str) -> str:
        return str(self._rows[id].label) if id in self._rows else id

    # ---- the hub and what joins it

    @cached_property
    def hub(self) -> parts.Node | None:
        """The hub of the program; its id is that of its row when there is none."""
        nodes = self.report.constellation.nodes
        return next((n for n in nodes if self.kind(n.part) == "hub"), None)

    @property
    def has_hub(self) -> bool:
        return self.hub is not None and self.hub.id != self.hub.part

    @cached_property
    def host(self) -> str:
        found = [n.id for n in self.report.constellation.nodes if self.kind(n.part) == "host"]
        return self.full("agencies", found[0]) if found else ""

    def part_title(self, kind: str) -> str:
        return next((str(row.label) for row in self.definition["constellation"] if row.kind == kind), kind)

    def kind(self, part: str) -> str:
        return str(self._rows[part].kind) if part in self._rows else ""

    @cached_property
    def connections(self) -> tuple[ConnectionView, ...]:
        return connections_of(self)

    @property
    def undated(self) -> bool:
        """Whether the picture has a dotted line."""
        return any(c.state == UNKNOWN for c in self.connections)

    # ---- ways an issue takes

    @cached_property
    def paths(self) -> tuple[PathView, ...]:
        filled = self.report.counts.filled
        return tuple(
            PathView(
                p.table, self.name(p.table), self.kind(self.row(p.connection)["from"]),
                tuple((id, self.name(id)) for id in p.path), p.reached, filled, reach_text(p.reached, filled),
                p.not_reached,
            )
            for p in self.report.paths
        )  # fmt: skip

    # ---- training

    @cached_property
    def training(self) -> tuple[TrainingView, ...]:
        t = self.report.training
        return (
            self._training(say("Core skills", "Formation de base"), t.core_skills, "core-skills", "position"),
            self._training(say("Peer supervision", "Supervision des pairs"), t.supervision, "supervision-training", "supervisor"),
        )

    def _training(self, title: str, share: parts.Share, rule: str, whose: str) -> TrainingView:
        rows = {k: [f for f in self.report.findings if f.rule == f"rule-{rule}-{k}"] for k in ("missing", "late")}
        ids = {k: tuple(f.about[0] for f in found if f.about) for k, found in rows.items()}
        if whose == "position":
            en, fr = ("filled position that needs it has", "filled positions that need it have"), (("poste", "postes"), "la demandent")
            nobody = say("no filled position needs it", "aucun poste occupé ne la demande")
        else:
            en, fr = ("supervisor has", "supervisors have"), (("personne", "personnes"), "supervisent")
            nobody = say("nobody supervises a position", "personne ne supervise un poste")
        told = say(
            f"{share.have} of {share.need} {en[share.need != 1]} this training on record",
            f"notée pour {share.have} {fr[0][share.have > 1]} sur {share.need} qui {fr[1]}",
        )
        told = told if share.need else nobody
        return TrainingView(title, share.have, share.need, told, ids["missing"], ids["late"])

    def not_due(self, t: TrainingView) -> int:
        """Without the training and without a finding: not long enough there yet, or the rule is off."""
        return max(0, t.need - t.have - len(t.missing))

    # ---- evaluation

    @cached_property
    def steps(self) -> tuple[StepView, ...]:
        e = self.report.evaluation
        found = [
            (e.baseline, say("baseline taken", "point de départ établi")),
            (e.integrity_known, say("integrity known", "intégrité connue")),
            (e.impact_from, say("impact evaluation began", "début de l'évaluation des effets")),
        ]
        return tuple(sorted(StepView(day, date_text(day), told) for day, told in found if day))

    @property
    def order(self) -> str:
        return {
            "integrity-first": say(
                "Integrity was known before impact was looked at. That is the order in which results can be understood.",
                "L'intégrité était connue avant l'évaluation des effets. C'est l'ordre qui permet de comprendre les résultats.",
            ),
            "impact-first": say(
                "Impact was looked at before integrity was known: nobody can yet say whether the results are those of peer support.",
                "Les effets ont été évalués avant que l'intégrité soit connue : on ne sait pas encore si les résultats sont ceux du soutien par les pairs.",
            ),
            "integrity-not-known": say(
                "Integrity is not known yet, and impact is being looked at.",
                "L'intégrité n'est pas encore connue, et on évalue déjà les effets.",
            ),
            "no-impact-claimed": say(
                "No impact is claimed, so there is no order to keep yet.",
                "Aucun effet n'est avancé; il n'y a donc pas encore d'ordre à respecter.",
            ),
        }[self.report.evaluation.order]

    # ---- findings

    @cached_property
    def needs(self) -> tuple[NeedView, ...]:
        return needs_of(self.report)

    # ---- sentences

    @property
    def period(self) -> str:
        p = self.report.period
        return say(f"{date_text(p.start)} to {date_text(p.end)}", f"du {date_text(p.start)} au {date_text(p.end)}")

    @property
    def size(self) -> str:
        """11 agencies, 42 positions (41 filled, 1 vacant), 11 supervisors, 2 networks"""
        c = self.report.counts
        filled = say(f"{c.filled} filled, {c.vacant} vacant", f"{c.filled} {'occupé' if c.filled < 2 else 'occupés'}, {c.vacant} {'vacant' if c.vacant < 2 else 'vacants'}")
        return ", ".join([
            counted(c.agencies, ("agency", "agencies"), ("organisme", "organismes")),
            counted(c.positions, ("position", "positions"), ("poste", "postes")) + f" ({filled})",
            counted(c.supervisors, ("supervisor", "supervisors"), ("personne qui supervise", "personnes qui supervisent")),
            counted(c.networks, ("network", "networks"), ("réseau", "réseaux")),
        ])  # fmt: skip

    @property
    def found(self) -> str:
        """How many findings of each kind, as a sentence."""
        c = self.report.counts.findings
        if not any(c):
            return say("Nothing to find: every rule that was applied is met.", "Rien à signaler : toutes les règles appliquées sont respectées.")
        told = [
            self._found("missing", c.missing, (("is missing", "are missing"), ("manque", "manquent"))),
            self._found("check", c.check, (("to look at", "to look at"), ("à regarder", "à regarder"))),
            self._found("say", c.say, (("good to know", "good to know"), ("bonne à savoir", "bonnes à savoir"))),
        ]  # fmt: skip
        return listed([t for t in told if t]) + "."

    def _found(self, need: str, places: int, words: tuple[tuple[str, str], tuple[str, str]]) -> str:
        """7 kinds of things are missing (136 places); 3 things are missing"""
        kinds = len({f.rule for f in self.report.findings if f.need == need})
        en, fr = words[0][kinds != 1], words[1][kinds > 1]
        if not places:
            return ""
        if kinds == places:
            noun = counted(kinds, ("thing", "things"), ("chose", "choses")) if need == "missing" else str(kinds)
            return f"{noun} {say(en, fr)}"
        noun = counted(kinds, ("kind of thing", "kinds of things"), ("sorte de chose", "sortes de choses"))
        return f"{noun} {say(en, fr)} ({counted(places, ('place', 'places'), ('endroit', 'endroits'))})"

    @property
    def care(self) -> tuple[str, str]:
        """What to agree on before the report is shown."""
        return (
            say(
                "Where few people work, a position can be recognized. Decide together who sees this page.",
                "Là où peu de gens travaillent, on peut reconnaître un poste. Décidez ensemble qui verra cette page.",
            ),
            say(
                "Not for appraisal, discipline or pay.",
                "Pas pour évaluer le personnel, ni pour la discipline ou la paie.",
            ),
        )

    @property
    def source(self) -> str:
        """Which definition, which overlay."""
        r = self.report
        o = r.overlay
        over = "" if o is None else say(f", overlay {o.id} {o.version} ({o.digest[:DIGEST_SHOWN]})", f", adaptation {o.id} {o.version} ({o.digest[:DIGEST_SHOWN]})")
        return f"{r.definition_version} ({r.definition_digest[:DIGEST_SHOWN]}){over}"

    @property
    def method(self) -> tuple[str, ...]:
        """How the check works, and what it cannot say."""
        rules = list(self.definition["programme_rules"])
        theirs = sum(row.origin != "definition" for row in rules)
        ours = sum(row.standing == "proposed" and row.origin == "definition" for row in rules)
        who = "" if self.definition.overlay is None else self.definition.overlay.id
        changed = say(
            f" {theirs} {'was' if theirs == 1 else 'were'} set by the overlay {who}.",
            f" {theirs} {'a été fixée' if theirs == 1 else 'ont été fixées'} par l'adaptation {who}.",
        )
        says = [
            say(
                f"Every rule is a row of the shared definition; {ours} of {len(rules)} are our own proposals, and no publication we read sets their limits.",
                f"Chaque règle est une ligne de la définition commune; {ours} sur {len(rules)} sont nos propositions, et aucune publication lue n'en fixe les seuils.",
            )
            + (changed if theirs else "")
            + say(" An organization may set its own limits in an overlay.", " Un organisme peut fixer les siens dans une adaptation."),
            say(
                f"Only what stands in the file was looked at, and nothing later than {date_text(self.report.as_of)}. What is not in the file may still exist.",
                f"Seul le contenu du fichier a été regardé, et rien d'ultérieur à la date suivante : {date_text(self.report.as_of)}. Ce qui n'est pas dans le fichier peut quand même exister.",
            ),
            say(
                "Meetings, training and positions are counted. Whether people were heard, and how it felt, a count cannot say: ask the people.",
                "Les rencontres, les formations et les postes sont comptés. Si les gens ont été entendus, et comment ils l'ont vécu, un compte ne le dit pas : il faut le leur demander.",
            ),
            say(
                "It is about the program, never about a person or a worker. Positions and supervisors have ids and no names. It is not for ranking programs.",
                "Il s'agit du programme, jamais d'une personne ni d'un membre de l'équipe. Les postes et les personnes qui supervisent ont des identifiants, sans nom. Ce n'est pas fait pour classer des programmes.",
            ),
        ]
        if self.report.funding is None:
            says.append(
                say(
                    "The file holds no funding framework, so nothing is said of numbers of funded positions.",
                    "Le fichier ne contient aucun cadre de financement; rien n'est donc dit du nombre de postes financés.",
                )
            )
        return tuple(says)
