# SPDX-License-Identifier: Apache-2.0
"""A program report as people read it: names of rows, counts and states in words, in the language of the context.
Text, page and picture are made from this, so that they say the same."""
from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _labels
from . import _programme_parts as parts
from ._definition import DIGEST_SHOWN
from ._language import say
from ._programme_words import counted, date_text, listed, met_text, missed_text, need_title, reach_text, unit_text

if TYPE_CHECKING:
    from ._programme_report import ProgrammeReport

NEEDS = ("missing", "check", "say")
NETWORK, TABLE, GROUP, RING = "network", "table", "group", "ring"

# How a part is joined to the hub; each has a line style and a word of its own.
JOINED, QUIET, UNKNOWN, PARTLY, ABSENT, NONE = "joined", "quiet", "unknown", "partly", "absent", "none"


class PartView(NamedTuple):
    """One network or table."""

    id: str
    name: str  # its name, or its id where it has none
    joined: bool
    met: str
    held: int | None
    expected: int | None
    recorded: bool
    missed: str
    last: str


class ConnectionView(NamedTuple):
    """A kind of part and how it is joined to the hub."""

    id: str
    part: str  # id of the row of `constellation`
    kind: str
    title: str
    state: str
    word: str
    frequency: str
    unit: str
    every: int
    parts: tuple[PartView, ...]


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


class IdeaView(NamedTuple):
    """A change idea; `first` when nothing above on the page has it."""

    id: str
    first_sentence: str
    rest: str
    process: str
    outcome: str
    first: bool
    standing: str


class RuleView(NamedTuple):
    """Findings of one rule."""

    id: str
    name: str
    why: str
    level: str
    limit: str
    standing: str
    findings: tuple[parts.Finding, ...]
    ideas: tuple[IdeaView, ...]


class NeedView(NamedTuple):
    id: str
    title: str
    rules: tuple[RuleView, ...]
    total: int


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

    def element(self, id: str) -> str:
        return str(self._rows[id].label) if id in self._rows else id

    # ---- the hub and what joins it

    @cached_property
    def hub(self) -> parts.Node | None:
        """The hub of the program; its id is that of its row when there is none."""
        nodes = self.report.constellation.nodes
        return next((n for n in nodes if self._kind(n.part) == "hub"), None)

    @property
    def has_hub(self) -> bool:
        return self.hub is not None and self.hub.id != self.hub.part

    @cached_property
    def host(self) -> str:
        found = [n.id for n in self.report.constellation.nodes if self._kind(n.part) == "host"]
        return found[0] if found else ""

    def part_title(self, kind: str) -> str:
        return next((str(row.label) for row in self.definition["constellation"] if row.kind == kind), kind)

    def _kind(self, part: str) -> str:
        return str(self._rows[part].kind) if part in self._rows else ""

    @cached_property
    def connections(self) -> tuple[ConnectionView, ...]:
        """A part is named by its row; a second kind of connection with it, which an organization added, by its own."""
        seen: set[str] = set()
        return tuple(self._connection(c, self.row(c.connection), seen) for c in self.report.connections)

    def _connection(self, of: parts.Connection, row: Any, seen: set[str]) -> ConnectionView:
        title = str(row.label if row["from"] in seen else self._rows[row["from"]].label)
        seen.add(row["from"])
        kind = self._kind(row["from"])
        rhythm = None if of.frequency is None else self.row(of.frequency)
        unit = "none" if rhythm is None or rhythm.every is None else rhythm.unit
        every = 1 if rhythm is None or rhythm.every is None else rhythm.every
        edges = {e.source: e for e in self.report.constellation.edges if e.connection == of.connection}
        views = tuple(self._part(p, edges.get(p.id), unit, every) for p in of.parts)
        state = self._state(views, edges, kind)
        joined = sum(p.joined for p in views)
        return ConnectionView(
            of.connection, row["from"], kind, title, state,
            state_word(state, joined, len(views)), "" if rhythm is None else str(rhythm.how_often), unit, every, views,
        )  # fmt: skip

    def _part(self, p: parts.PartMeetings, edge: parts.Edge | None, unit: str, every: int) -> PartView:
        met = met_text(p.recorded, p.expected, p.held, unit, every)
        missed = missed_text(p.missed, unit, every) if p.held else ""
        last = date_text(p.last) if p.last else ""
        joined = edge is not None and edge.exists
        return PartView(p.id, self.name(p.id), joined, met, p.held, p.expected, p.recorded, missed, last)

    def _state(self, views: tuple[PartView, ...], edges: dict[str, parts.Edge], kind: str) -> str:
        if not any(v.joined for v in views):
            return NONE if kind == RING else ABSENT
        if not all(v.joined for v in views):
            return PARTLY
        met = {edges[v.id].met for v in views}
        return JOINED if True in met else UNKNOWN if None in met else QUIET

    # ---- ways an issue takes

    @cached_property
    def paths(self) -> tuple[PathView, ...]:
        filled = self.report.counts.filled
        return tuple(
            PathView(
                p.table, self.name(p.table), self._kind(self.row(p.connection)["from"]),
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
        """Only kinds that have findings."""
        shown: set[str] = set()
        found = []
        for need in NEEDS:
            mine = [f for f in self.report.findings if f.need == need]
            rules = tuple(self._rule(id, mine, shown) for id in dict.fromkeys(f.rule for f in mine))
            if rules:
                found.append(NeedView(need, need_title(need), rules, len(mine)))
        return tuple(found)

    def _rule(self, id: str, mine: list[parts.Finding], shown: set[str]) -> RuleView:
        row = self.row(id)
        found = tuple(f for f in mine if f.rule == id)
        level = self.row(found[0].level)
        limit = "" if row.limit is None else unit_text(row.limit, row.unit)
        return RuleView(
            id, str(row.label), str(row.explanation), str(level.label), limit,
            _labels.standing_word(row.standing), found, tuple(self._ideas(found[0].change_ideas, shown)),
        )  # fmt: skip

    def _ideas(self, ids: tuple[str, ...], shown: set[str]) -> Iterator[IdeaView]:
        for id in ids:
            row = self.row(id)
            first, _, rest = str(row.text).partition(". ")
            yield IdeaView(
                id, first.removesuffix(".") + ".", rest, str(row.process_measure or ""), str(row.outcome_measure or ""),
                id not in shown, _labels.standing_word(row.standing),
            )  # fmt: skip
            shown.add(id)

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
            say(f"{c.missing} {'thing is' if c.missing == 1 else 'things are'} missing", f"{c.missing} {'chose manque' if c.missing == 1 else 'choses manquent'}") if c.missing else "",
            say(f"{c.check} to look at", f"{c.check} à regarder") if c.check else "",
            say(f"{c.say} good to know", f"{c.say} {'bonne' if c.say == 1 else 'bonnes'} à savoir") if c.say else "",
        ]  # fmt: skip
        return listed([t for t in told if t]) + "."

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
        ours = sum(row.standing == "proposed" for row in rules)
        says = [
            say(
                f"Every rule is a row of the shared definition; {ours} of {len(rules)} are our own proposals, and no publication we read sets their limits. An organization may set its own limits in an overlay.",
                f"Chaque règle est une ligne de la définition commune; {ours} sur {len(rules)} sont nos propositions, et aucune publication lue n'en fixe les seuils. Un organisme peut fixer les siens dans une adaptation.",
            ),
            say(
                f"Only what stands in the file was looked at, and nothing later than {date_text(self.report.as_of)}. What is not in the file may still be there in life.",
                f"Seul le contenu du fichier a été regardé, et rien d'ultérieur à la date suivante : {date_text(self.report.as_of)}. Ce qui n'est pas dans le fichier peut quand même exister.",
            ),
            say(
                "Meetings, training and positions are counted. Whether people were heard, and how it felt, a count cannot say: ask the people.",
                "Les rencontres, les formations et les postes sont comptés. Si les gens ont été entendus, et comment ils l'ont vécu, un compte ne le dit pas : il faut le leur demander.",
            ),
            say(
                "It is about the program, never about a person or a worker. Positions and supervisors have ids and no names. Not for appraisal, discipline or pay, and not for ranking programs.",
                "Il s'agit du programme, jamais d'une personne ni d'un membre de l'équipe. Les postes et les personnes qui supervisent ont des identifiants, sans nom. Pas pour évaluer le personnel, ni pour la discipline ou la paie, ni pour classer des programmes.",
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


def state_word(state: str, joined: int = 0, of: int = 0) -> str:
    """The word that stands on the line."""
    return {
        JOINED: say("joined", "lien en place"),
        QUIET: say("no meetings", "aucune rencontre"),
        UNKNOWN: say("dates not given", "dates inconnues"),
        PARTLY: say(f"{joined} of {of} joined", f"{joined} sur {of} ont un lien"),
        ABSENT: say("missing", "lien manquant"),
        NONE: say("not joined", "sans lien") if of else say("none named", "aucun nommé"),
    }[state]
