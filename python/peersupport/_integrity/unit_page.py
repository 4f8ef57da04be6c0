# SPDX-License-Identifier: Apache-2.0
"""The page of one service."""
from __future__ import annotations

from functools import cached_property
from typing import Any

from .._charts.theme import ramp
from .._language import say
from . import words as w
from .heard import asked, be_heard_title
from .page import Page, Pairs
from .plan_view import plan_view
from .plots import UnitPlots, others_of, process_name
from .same_tables import Table, answers_table, process_table, units_table, views_table, waves_table
from .sentences import change_sure, harm_met, harm_of, most_and_least, signals_told, views_sure
from .view import UnitView, told


class UnitPage(Page):
    # said where they belong, or about something that does not stand here
    elsewhere = frozenset(f"msg-{id}" for id in (
        "leavers-not-invited", "response-rate-unknown", "change-not-measurable", "impact-never-caused", "integrity-from-receivers",
        "region-by-units", "region-too-few-units",
    ))  # fmt: skip

    def __init__(self, view: UnitView) -> None:
        super().__init__(view.profile)
        self.v, self.u = view, view.u
        self.plots = UnitPlots(view.profile, view.profile.unit(view.id))

    @property
    def ranges(self) -> bool:
        return any(c["mean"] for c in self.u["cells"])

    @property
    def levels(self) -> bool:
        return super().levels and any(c["mean"] for c in self.v.main)

    # ---- the top

    @property
    def place(self) -> str:
        return self.v.id

    @property
    def wave(self) -> str:
        return self.v.wave

    @property
    def title(self) -> str:
        return say("What people say about peer support here", "Ce que les gens disent du soutien par les pairs ici")

    @property
    def facts(self) -> Pairs:
        return [
            (say("Service", "Service"), self.v.id),
            *self.wave_fact,
            (say("Who may see this", "Pour qui"), w.of(w.AUDIENCES, self.data["policy"]["audience"])),
        ]

    @property
    def headings(self) -> Pairs:  # type: ignore[override]
        found = [
            ("heard", say("Who was heard, and who was not", "Qui a été entendu, et qui ne l’a pas été")),
            ("values", say("What people said, value by value", "Ce que les gens ont dit, valeur par valeur")),
            ("signs", say("Signs of drift that people met", "Signes de dérive que des gens ont vécus")),
            ("views", say("Where views differ", "Là où les avis diffèrent")),
            ("change", say("What changed", "Ce qui a changé")),
            ("impact", say("What may be said about impact", "Ce qu’on peut dire des effets")),
            ("try", say("What to try next", "Quoi essayer ensuite")),
            ("reflect", say("Questions to think about together", "Questions pour réfléchir ensemble")),
            ("done", say("You said – we did – not yet", "Vous avez dit – nous avons fait – pas encore")),
            ("full", say("The figures in full", "Les chiffres au complet")),
            ("method", say("How this was made, and what it cannot say", "Comment ce rapport a été fait, et ce qu’il ne peut pas dire")),
        ]
        full = self.charts["answers"] or self.notes or self.modules
        empty = {"views": not self.u["views"], "reflect": not self.reflection, "full": not full}
        return [(id, text) for id, text in found if not empty.get(id)]

    @property
    def glance(self) -> Pairs:
        """The first screen: one sentence a question."""
        out = [(say("Who was heard", "Qui a été entendu"), self._heard_told())]
        out.append((say("What people said", "Ce que les gens ont dit"), self._said()))
        if first := self.v.first_sign:
            out.append((say("First thing to look at", "À regarder en premier"), first))
        if differ := self.v.views_told:
            rest = say(" There is more below.", " La suite est plus bas.") if len(differ) > 2 else ""
            out.append((say("Where views differ", "Là où les avis diffèrent"), " ".join(differ[:2]) + rest))
        out.append((say("What changed", "Ce qui a changé"), self.v.change_told))
        out.append((say("About impact", "À propos des effets"), self.gate))
        if not self.u["gate"]["open"] and (met := harm_met(self.v)):
            out.append((self.harm_title, say(f"Who reports this: {met}.", f"Qui le rapporte : {met}.")))
        if self.plan["ideas"] and self.v.established:
            out.append((say("What to try first", "Quoi essayer en premier"), self.plan["ideas"][0]["first"]))
        elif self.be_heard:
            out.append((say("What to try first", "Quoi essayer en premier"), self.be_heard[0]))
        return out

    def _heard_told(self) -> str:
        h = self.v.receivers
        if h is None or h["showing"] != "shown":
            why = w.not_shown(h["showing"] if h else "nobody")
            return f"{why[0].upper()}{why[1:]}."
        n = h["people"]
        if of := asked(self.v, h):
            return say(f"{w.people(n)} who receive support, of {of} who were asked.", f"{w.people(n)} qui reçoivent du soutien, sur {of} qui ont été invitées.")
        return say(f"{w.people(n)} who receive support.", f"{w.people(n)} qui reçoivent du soutien.")

    def _said(self) -> str:
        if not self.v.established:
            return self.v.not_established
        return " ".join([most_and_least(self.names, self.v.main), *self.v.level[:1]])

    # ---- who was heard

    @property
    def heard_head(self) -> list[str]:
        return [
            say("Group", "Groupe"), say("Heard", "Entendues"), say("Asked", "Invitées"), say("Asked, not heard", "Invitées, non entendues"),
            say("Share heard", "Proportion entendue"), say("Said no", "Ont refusé"),
        ]  # fmt: skip

    @property
    def heard(self) -> list[list[str]]:
        return [list(row) for row in self.v.heard_rows]

    @property
    def heard_notes(self) -> list[str]:
        return self.v.heard_notes

    # ---- values

    @property
    def values_intro(self) -> str:
        if not self.v.established:
            return self.v.not_established
        return self.names.message("msg-integrity-from-receivers")

    @property
    def level(self) -> list[str]:
        return self.v.level

    @property
    def values(self) -> list[list[str]]:
        """Nothing where no value is shown: the sentence above says it once."""
        return [self.value_row(c) for c in self.v.main] if any(c["mean"] for c in self.v.main) else []

    @property
    def units_note(self) -> str:
        first = self.names.message("msg-units-unnamed") + " " if others_of(self.v).unnamed else ""
        return first + say(
            "This is no ranking. Each service reaches other people in another place.",
            "Ce n’est pas un classement. Chaque service rejoint d’autres gens, dans un autre milieu.",
        )

    @property
    def signs_head(self) -> list[str]:
        return [say("What the line says", "Ce que dit la phrase"), say("At least once", "Au moins une fois"), say("Often or always", "Souvent ou toujours")]

    @property
    def signs(self) -> list[list[str]]:
        """Nothing where nothing is shown: one sentence says it."""
        shown = any(e["showing"] == "shown" for e in self.u["eroded"])
        return [[s.topic, s.ever, s.often] for s in self.v.signs] if shown else []

    @property
    def signs_hidden(self) -> str:
        return self.v.signs_hidden

    # ---- views and change

    @cached_property
    def views(self) -> list[list[str]]:
        """Nothing where nothing is shown: one sentence says it."""
        if all(v["verdict"] == "not-shown" for v in self.u["views"]):
            return []
        return [[row.value, *(" ".join(filter(None, [word + (say(":", " :") if by else ""), by])) for word, by in row.cells)] for row in self.v.view_rows] if self.v.staff else []

    @property
    def has_views(self) -> bool:
        return bool(self.u["views"])

    @property
    def views_head(self) -> list[str]:
        return [say("Value", "Valeur"), *(w.group(p) for p in self.v.staff)]

    @property
    def views_told(self) -> list[str]:
        return self.v.views_told

    @property
    def views_note(self) -> str:
        return say(
            "In the table, a plus means that staff see it more often, in points of 100. In brackets: where the true difference likely lies.",
            "Dans le tableau, un plus veut dire que l’équipe le voit plus souvent, en points sur 100. Entre parenthèses : où se trouve sans doute la vraie différence.",
        )

    @property
    def views_sure(self) -> list[str]:
        return views_sure(self.v)

    @property
    def change_told(self) -> str:
        return self.v.change_told

    @property
    def change_sure(self) -> str:
        return change_sure(self.u["change"]["values"])

    @property
    def change_caption(self) -> str:
        b = self.u["change"]["baseline"]
        then, now = b["wave"] or say("the starting point", "ce point de départ"), self.v.wave or say("now", "maintenant")
        return say(f"From {then} to {now}", f"De {then} à {now}")

    @property
    def change_head(self) -> list[str]:
        return [say("Value", "Valeur"), say("Then", "Avant"), say("Now", "Maintenant"), say("Difference", "Différence"), say("In words", "Ce qu’on peut en dire")]

    @property
    def change(self) -> list[list[str]]:
        def cell(found: dict[str, float] | None) -> str:
            return w.points(found["value"]) if found else "–"

        return [
            [self.names.value(c["value"]), cell(c["then"]), cell(c["now"]),
             f"{w.signed(c['difference']['value'])} ({w.between(c['difference'])})" if c["difference"] else "–", self.v.change_word(c)]
            for c in self.u["change"]["values"]
        ]  # fmt: skip

    @property
    def waves_note(self) -> str:
        note = say(
            "One picture a value. The bar shows where the true mean likely lies. Where there is no point, the figure may not be shown.",
            "Une image par valeur. La barre montre où se trouve sans doute la vraie moyenne. Là où il n’y a pas de point, le chiffre ne peut pas être montré.",
        )
        ring = say(" The ring marks the starting point.", " L’anneau marque le point de départ.") if self.u["change"]["baseline"] else ""
        lines = any(s["chart"] for s in self.u["series"])
        usual = say(" The solid line is the usual mean.", " La ligne pleine montre la moyenne habituelle.")
        return note + ring + (f"{usual} {self._lines_note}" if lines else "")

    @property
    def process_note(self) -> str:
        if not any(s["chart"] for s in self.u["process"]):
            return ""
        return f"{say('The solid line is the usual share.', 'La ligne pleine montre la proportion habituelle.')} {self._lines_note}"

    @property
    def _lines_note(self) -> str:
        return say(
            "Between the dashed lines, ups and downs are the usual ones. A square marks something out of the ordinary. It also marks a long run on one side, or a steady rise or fall.",
            "Entre les tirets, les hauts et les bas sont ordinaires. Un carré signale quelque chose d’inhabituel. Il marque aussi une longue suite du même côté, ou une montée ou une descente continue.",
        )

    # ---- impact

    @property
    def gate(self) -> str:
        return self.v.gate_told

    @property
    def never_caused(self) -> str:
        return self.names.message("msg-impact-never-caused")

    @property
    def conditions(self) -> list[dict[str, Any]]:
        words = {True: say("met", "remplie"), False: say("not yet", "pas encore"), None: say("not known", "inconnu")}
        return [
            {"met": c["met"], "name": told(c["name"]), "state": words[c["met"]], "advice": "" if c["met"] else told(c["advice"])}
            for c in self.u["gate"]["conditions"]
        ]

    @property
    def outcomes_head(self) -> list[str]:
        return [say("What was asked", "Ce qui a été demandé"), *self.values_head[1:]]

    @property
    def outcomes(self) -> list[list[str]]:
        scales = (self.u["outcomes"] or {"scales": []})["scales"]
        return [[told(s["name"]), *self.value_row({**s, "value": ""})[1:]] for s in scales if s["showing"] != "nobody"]

    @property
    def harm_title(self) -> str:
        return say("Being left worse off", "Se sentir plus mal après")

    @property
    def harm(self) -> list[str]:
        harm = harm_of(self.v)
        if not harm:
            return []
        if harm["showing"] != "shown":
            return [w.not_shown(harm["showing"])]
        met = [(say("At least once", "Au moins une fois"), "ever"), (say("Often or always", "Souvent ou toujours"), "often")]
        out = [f"{name}{say(': ', ' : ')}{self.v._met({**harm, 'showing': 'shown'}, how)}" for name, how in met]
        listen = self.names.message("msg-harm-reported")
        return [*out, *([listen] if harm.get("ever_met") not in ("nobody", "not-known") else [])]

    # ---- what next

    @cached_property
    def plan(self) -> dict[str, Any]:
        return plan_view(self.u["improvement"], self.v)

    @property
    def be_heard(self) -> list[str]:
        return self.v.be_heard

    @property
    def be_heard_title(self) -> str:
        return be_heard_title(self.v)

    @property
    def reflection(self) -> list[list[str]]:
        return [[told(r["name"]), told(r["question"])] for r in self.u["improvement"]["reflection"]]

    @property
    def done(self) -> list[Pairs]:
        names = (("said", say("You said", "Vous avez dit")), ("did", say("We did", "Nous avons fait")), ("not_yet", say("Not yet", "Pas encore")), ("why", say("Why", "Pourquoi")))
        return [[(name, told(entry[key])) for key, name in names if entry[key]] for entry in self.u["done"] or []]

    # ---- in full

    @property
    def key(self) -> Pairs:
        labels = next(([told(a["label"]) for a in i["answers"]] for i in self.u["items"] if i["answers"]), [])
        return [(ramp(n, len(labels))[0], label) for n, label in enumerate(labels)]

    @property
    def answers_note(self) -> str:
        n = self.v.least
        return say(f"A bar is drawn only where each answer has 0 or at least {n} people.", f"Une barre n’est tracée que si chaque réponse compte 0 ou au moins {n} personnes.")

    @property
    def notes_intro(self) -> list[str]:
        return [self.says(id) for id in ("interval", "complete-case", "not-applicable-apart", "non-response-bounds")]

    @property
    def notes_head(self) -> list[str]:
        return [say("Value", "Valeur"), say("Mean", "Moyenne"), say("Every line answered", "Toutes les phrases répondues"), say("Does not apply", "Ne s’applique pas"), say("Prefer not to answer", "Préfèrent ne pas répondre"), say("With those not heard", "Avec les personnes non entendues")]

    @property
    def notes(self) -> list[list[str]]:
        def share(found: Any) -> str:
            return "–" if found is None else w.percent(found["value"] if isinstance(found, dict) else found)

        return [
            [self.names.value(c["value"]), w.points(c["mean"]["value"]),
             f"{w.points(c['complete_case']['mean'])} ({w.people(c['complete_case']['people'])})" if c["complete_case"] else "–",
             share(c["does_not_apply"]), share(c["declined"]), w.between(c["if_not_heard"]) if c["if_not_heard"] else "–"]
            for c in self.v.main if c["mean"]
        ]  # fmt: skip

    @property
    def modules_head(self) -> list[str]:
        return [say("Scale", "Échelle"), say("Said by", "Selon"), *self.values_head[1:]]

    @property
    def modules(self) -> list[list[str]]:
        asked_for = [m for m in self.u["modules"] if m["showing"] != "nobody"]
        return [[told(m["name"]), w.group(m["perspective"]), *self.value_row({**m, "value": ""})[1:]] for m in asked_for]

    @cached_property
    def same(self) -> dict[str, Table]:
        """The pictures as tables."""
        return {"views": views_table(self.v), "units": units_table(self.v), "waves": waves_table(self.v), "answers": answers_table(self.v)}

    @cached_property
    def charts(self) -> dict[str, Any]:
        shown = any(c["mean"] for c in self.v.main)
        region = self.data["region"]
        several = len(self.profile.answered) > 1 or bool(region and region["units_unnamed"])
        made: dict[str, Any] = {
            "profile": self.plots.profile() if shown else None,
            "units": self.plots.units() if shown and several else None,
            "views": self.plots.views() if shown and self.v.staff else None,
        }
        waves = [(self.names.value(s["value"]), self.plots.waves(s["value"]), _signals(s, "wave")) for s in self.u["series"] if sum(p["mean"] is not None for p in s["points"]) > 1]
        answers = [(self.names.value(v["id"]), self.plots.answers(v["id"])) for v in self.data["values"] if any(i["answers"] for i in self.u["items"] if i["value"] == v["id"])]
        process = [(process_name(s), self.plots.process(s["series"]), _signals(s, "period"), process_table(self.v, s))
                   for s in self.u["process"] if any(p["share"] is not None for p in s["points"])]  # fmt: skip
        return {**made, "waves": waves, "answers": answers, "process": process}


def _signals(series: dict[str, Any], at: str) -> str:
    return signals_told(series["chart"], [p[at] for p in series["points"]])
