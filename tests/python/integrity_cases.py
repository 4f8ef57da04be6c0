# SPDX-License-Identifier: Apache-2.0
"""Profiles of services that do not exist, as the engine writes them: a whole unit with a baseline, one where too few
people were heard, and a region of four. Made by arithmetic, so that tests of pages, charts and frames need no engine."""
from __future__ import annotations

import copy
import json
from typing import Any

import peersupport as ps
import pytest
from conftest import ROOT

LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])
SURVEY = json.loads((ROOT / "src/instrument/bundled/integrity-survey.json").read_text(encoding="utf-8"))
VALUES = [s["id"] for s in SURVEY["scales"][:7]]
NAMES = {s["id"]: s["name"] for s in SURVEY["scales"]}
ITEMS = {i["id"]: i for i in SURVEY["items"]}
OPTIONS = [o for o in SURVEY["response_scales"][0]["options"] if "kind" not in o]
MEANS = dict(zip(VALUES, (71.5, 58.25, 74.0, 78.5, 66.75, 80.0, 76.25)))
STAFF = {"peer-supporter": 9.5, "supervisor": 14.0}
WAVES = [f"{year}-{half}" for year in (2022, 2023, 2024, 2025) for half in (1, 2)]
DIGEST = "5f0c" * 16


def text(en: str, fr: str) -> dict[str, str]:
    return {"en": en, "fr": fr}


def figure(value: float, half: float) -> dict[str, float]:
    return {"value": value, "low": max(0.0, value - half), "high": min(100.0, value + half)}


def cell(perspective: str, value: str, people: int | None, shift: float = 0.0, showing: str = "shown") -> dict[str, Any]:
    shown = showing == "shown"
    mean = MEANS[value] + shift
    return {
        "perspective": perspective, "value": value, "showing": showing, "people": people if shown else None,
        "mean": figure(mean, 90 / (people or 1) ** 0.5) if shown else None,
        "complete_case": {"people": people - 3, "mean": mean + 0.5} if shown and people else None,
        "does_not_apply": 2.5 if shown else None, "declined": 1.25 if shown else None,
        "if_not_heard": {"low": mean * 0.4, "high": mean * 0.4 + 60} if shown else None,
        "languages": ["en", "fr"] if shown else [],
    }  # fmt: skip


def item(perspective: str, id: str, people: int, showing: str) -> dict[str, Any]:
    row, place = ITEMS[id], sorted(ITEMS).index(id)
    shown = showing == "shown"
    many = [people // 12 + place % 3, people // 10, people // 5, people // 3]
    counts = [*many, people - sum(many)]
    if row.get("reverse"):
        counts.reverse()
    answers = [{"code": o["code"], "label": o["label"], "people": n} for o, n in zip(OPTIONS, counts)]
    return {
        "perspective": perspective, "item": id, "value": row["facets"][0], "topic": row["topic"],
        "eroded": bool(row.get("reverse")), "showing": showing, "people": people if shown else None,
        "answers": answers if shown and place % 9 else None, "does_not_apply": 12 if shown else None,
        "declined": 0 if shown else None, "blank": None, "gap": 12.5 + place % 7 if shown else None,
    }  # fmt: skip


FACETS = {"self-determination-had-to": "voluntariness", "trust-passed-on": "confidentiality", "dignity-looked-down-on": "dignity"}


def share(people: int, of: int) -> dict[str, Any]:
    return {**figure(round(100 * people / of, 3), 8.0), "people": people}


def eroded(id: str, people: int, showing: str) -> dict[str, Any]:
    shown = showing == "shown"
    place = sorted(ITEMS).index(id)
    return {
        "item": id, "facet": FACETS.get(id), "value": ITEMS[id]["facets"][0], "topic": ITEMS[id]["topic"],
        "showing": showing, "people": people if shown else None, "ever": share(20 + place % 8, people) if shown else None,
        "often": share(12, people) if shown and place % 2 else None,
        "ever_met": "counted" if shown else "not-known",
        "often_met": ("counted" if place % 2 else "some") if shown else "not-known",
    }  # fmt: skip


def heard(people: int, showing: str = "shown") -> list[dict[str, Any]]:
    counts = {"person": (people, 180, 150), "peer-supporter": (16, 18, 18), "supervisor": (11, 12, 12)}
    out = []
    for perspective, (n, eligible, invited) in counts.items():
        shown = showing == "shown" or perspective != "person"
        known = perspective == "person"
        out.append({
            "perspective": perspective, "form": perspective, "showing": "shown" if shown else showing,
            "people": n if shown else None, "eligible": eligible if shown else None, "invited": invited if shown else None, "responded": n if shown else None,
            "refused": 21 if known and shown else None, "leavers_invited": False if known else None, "workers": 6 if known else None,
            "response_rate": figure(round(100 * n / invited, 2), 7.0) if shown else None,
        })  # fmt: skip
    return out


def gate(open_: bool, established: bool) -> dict[str, Any]:
    state = "alongside" if open_ else "withheld"
    met = {"impact-values-established": established, "impact-lower-ends": open_, "impact-baseline": established, "impact-reliability": True if open_ else None, "impact-reliability-people": open_, "impact-limits": open_ if established else None}
    return {
        "open": open_, "statement": {"id": f"msg-impact-{state}", "text": said(f"impact-{state}")},
        "conditions": [
            {"id": r.id, "name": both(r.label), "met": met.get(r.id, True), "limit": None, "found": None, "advice": both(r.advice)}
            for r in ps.definition["impact_conditions"]
        ],
    }  # fmt: skip


def improvement() -> dict[str, Any]:
    rows = list(ps.definition["change_ideas"])[:3]
    ideas = [
        {
            "idea": r.id, "values": [VALUES[1], VALUES[4]][: n + 1], "items": ["self-determination-had-to"] if n == 0 else [],
            "level": "level-organization", "text": both(r.text), "process_measure": both(r.process_measure),
            "outcome_measure": both(r.outcome_measure), "evidence_class": "practice", "evidence": both(r.evidence), "standing": "proposed",
        }
        for n, r in enumerate(rows)
    ]  # fmt: skip

    def plan(table: str, most: int) -> list[dict[str, Any]]:
        return [{"id": r.id, "name": both(r.label), "text": both(r.text if "text" in dir(r) else r.label)} for r in list(ps.definition[table])[:most]]

    levels = list(ps.definition["levels_of_influence"])
    return {
        "aim": text("People choose freely whether to take part, in every program, by the next wave.", "D’ici la prochaine vague, chaque personne choisit librement de participer, dans tous les programmes."),
        "ideas": ideas, "balancing": plan("balancing_measures", 2), "steps": plan("improvement_steps", 3),
        "reflection": [{"level": r.id, "name": both(r.label), "question": text(f"What could change at this level? ({n})", f"Qu’est-ce qui pourrait changer à ce niveau? ({n})")} for n, r in enumerate(levels)],
        "look_again": "2026-07-01",
    }  # fmt: skip


def both(of: Any) -> dict[str, str]:
    return {"en": of.en, "fr": of.fr}


def unit(id: str, people: int = 64, shift: float = 0.0, established: bool = True, baseline: bool = True) -> dict[str, Any]:
    showing = "shown" if established else "too-few-people"
    cells = [cell("person", v, people, shift, showing) for v in VALUES]
    cells += [cell(p, v, 16 if p == "peer-supporter" else 11, by) for p, by in STAFF.items() for v in VALUES]
    staff = [{
        "perspective": p, "value": v, "showing": showing, "difference": {"value": by - shift, "low": by - 9, "high": by + 9} if established else None,
        "p": 0.01 if established else None, "adjusted": (0.02 if n == 1 else 0.3) if established else None,
        "verdict": ("different" if n == 1 else "similar" if n == 5 else "cannot-tell") if established else "not-shown",
        "higher": "staff" if established and n == 1 else None,
    } for p, by in STAFF.items() for n, v in enumerate(VALUES)]  # fmt: skip
    then = [{
        "value": v, "then": figure(MEANS[v] - 6, 12.0), "now": c["mean"], "difference": {"value": 6.0, "low": -4.0 + 5 * (n == 3), "high": 16.0},
        "adjusted": 0.3 - 0.27 * (n == 3), "verdict": "higher" if n == 3 else "cannot-tell",
    } for n, (v, c) in enumerate(zip(VALUES, cells))]  # fmt: skip
    series = [{
        "value": v, "points": [{"wave": w, "showing": "too-few-people" if k == 2 else "shown", "people": None if k == 2 else people - k, "mean": None if k == 2 else figure(MEANS[v] - 8 + k, 11.0)} for k, w in enumerate(WAVES)],
        "chart": None,
    } for v in VALUES] if established else []  # fmt: skip
    items = [i for i in ITEMS if ITEMS[i]["facets"][0] in VALUES and i in {x for s in SURVEY["scales"][:7] for x in s["items"]}]
    turned = [i for i in items if ITEMS[i].get("reverse")]
    lowest = min(VALUES, key=MEANS.__getitem__)
    kept = {"wave": "2024-2", "instrument_version": "1.0.0", "instrument_digest": DIGEST, "definition_version": "1.3.0", "definition_digest": DIGEST}
    measured = established and baseline
    return {
        "unit": id, "wave": "2025-2", "heard": heard(people, showing), "cells": cells,
        "items": [item("person", i, people, showing) for i in items],
        "eroded": [eroded(i, people, showing) for i in turned],
        "modules": [{"perspective": "peer-supporter", "form": "peer-supporter-conditions", "scale": s["id"], "name": s["name"], "showing": "shown", "people": 16, "mean": figure(50 + 4.0 * n, 15)} for n, s in enumerate(s for s in SURVEY["scales"] if s["id"].startswith("conditions"))],
        "integrity": {"established": established, "reason": None if established else "msg-too-few-heard", "values_established": 7 * established, "lowest": {"value": lowest, "mean": next(c["mean"] for c in cells if c["value"] == lowest)} if established else None, "overall": None},
        "level": {"id": None, "verdict": "cannot-tell", "from_means": "experienced-sometimes", "held_by": [{"limit": "limit-voluntariness-often", "item": "self-determination-had-to", "share": 18.75}]} if established else {"id": None, "verdict": "not-established", "from_means": None, "held_by": []},
        "views": staff,
        "gaps": [{"kind": "value", "id": lowest, "value": lowest, "size": 30.5}, {"kind": "item", "id": "self-determination-had-to", "value": lowest, "size": 28.0}, {"kind": "value", "id": VALUES[4], "value": VALUES[4], "size": 22.0}] if established else [],
        "change": {"verdict": "measured" if measured else "not-measurable", "reason": None if measured else "msg-no-baseline", "baseline": kept if measured else None, "values": then if measured else []},
        "series": series,
        "process": [{"series": "notes-reviewed-together", "points": [{"period": f"2025-{m:02}", "events": 14 + m, "of": 40, "share": (14 + m) * 2.5} for m in range(7, 13)], "chart": {"centre": 58.75, "lower": [40.0] * 6, "upper": [80.0] * 6, "signals": []}}] if established else [],
        "outcomes": {"scales": [{"perspective": "person", "form": "person-outcomes", "scale": "outcomes", "name": NAMES["outcomes"], "showing": "shown", "people": 48, "mean": figure(69.0, 7.5)}], "harm": {"showing": "shown", "people": 47, "ever": None, "often": None, "ever_met": "some", "often_met": "nobody"}} if established else None,
        "gate": gate(False, established), "improvement": improvement(),
        "done": [{"said": text("We want a choice of who supports us.", "Nous voulons choisir qui nous accompagne."), "did": text("People can now ask for another peer supporter.", "On peut maintenant demander une autre personne aidante."), "not_yet": text("In the evening there is only one peer supporter.", "Le soir, une seule personne aidante est là."), "why": text("There is no money for a second shift yet.", "Il n’y a pas encore d’argent pour un deuxième quart.")}] if established else None,
    }  # fmt: skip


MESSAGES = ("not-validated", "not-co-produced", "simulated-data", "not-for-appraisal", "about-the-service", "no-norms", "language-pooled", "comments-elsewhere")


def said(id: str) -> dict[str, str]:
    """A message of the definition."""
    return both(ps.definition.find(f"msg-{id}")["text"])


def profile(*units: dict[str, Any], region: bool = False) -> dict[str, Any]:
    return copy.deepcopy({
        "format": "peersupport-integrity-profile-1", "library": "0.1.0",
        "instrument": {"id": "integrity-survey", "version": "1.0.0", "digest": DIGEST, "name": SURVEY["name"], "standing": "proposed", "co_produced": False, "citation": SURVEY["citation"]},
        "definition": {"version": "1.3.0", "digest": DIGEST[::-1], "overlay": None},
        "policy": {"id": "policy-k11", "minimum_people": 11, "minimum_workers": 3, "audience": "public", "workers_agreed": False},
        "cut_set": {"id": "cuts-proposed-2026", "name": text("Proposed cuts, 2026", "Seuils proposés, 2026"), "sometimes_from": 50, "often_from": 70, "nearly_always_from": 85, "adopted_by": text("nobody yet", "personne pour l’instant"), "standing": "proposed"},
        "collection": {"id": "autumn-2025", "consent": text("You can say no. Nothing changes in your support.", "Vous pouvez dire non. Rien ne change dans votre soutien."), "mode": ["online", "paper"], "collector": text("A peer from another team", "Une paire d’une autre équipe"), "simulated": True, "described": True},
        "wave": "2025-2", "waves": WAVES, "counted_by": "person", "values": [{"id": v, "name": NAMES[v]} for v in VALUES],
        "messages": [{"id": f"msg-{id}", "text": said(id)} for id in MESSAGES], "units": list(units),
        "region": {"units": len(units), "cells": [{"perspective": "person", "value": v, "showing": "shown", "units": len(units), "people": 60 * len(units), "mean": figure(MEANS[v] + 1, 9.0)} for v in VALUES], "integrity": {"established": True, "reason": None, "lowest": {"value": VALUES[1], "mean": figure(MEANS[VALUES[1]] + 1, 9.0)}, "values_established": 7, "overall": None}, "units_unnamed": False} if region else None,
        "equity": {"stratifier": "language", "showing": "shown", "reason": None, "strata": [{"stratum": s, "cells": [{"perspective": "person", "value": v, "showing": "shown", "units": len(units), "people": 40, "mean": figure(MEANS[v] + by, 11.0)} for v in VALUES]} for s, by in (("en", 1.5), ("fr", -3.0))]} if region else None,
    })  # fmt: skip


FULL = profile(unit("three-rivers"))
FEW = profile(unit("birch-lane", people=6, established=False, baseline=False))
REGION = profile(*(unit(i, 60 + 3 * n, 2.0 * n - 3) for n, i in enumerate(("birch-lane", "harbour", "maple-house", "three-rivers"))), region=True)
