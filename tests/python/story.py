# SPDX-License-Identifier: Apache-2.0
"""A region that does not exist: five agencies, two waves, one story each. Seeded, the same rows everywhere.

alder-house      the people who work there see it brighter than the people they support
birch-crossing   things changed between the waves, and people say so
cedar-point      only six people were heard
elm-court        people answer high, and many say they had to take part
fern-hollow      nothing special
"""
from __future__ import annotations

import csv
import os
import random
from typing import Any

import peersupport as ps

SEED = 20260117
BEFORE, AFTER = "2025-1", "2025-2"
UNITS = ("alder-house", "birch-crossing", "cedar-point", "elm-court", "fern-hollow")
BRIGHTER, CHANGED, FEW, MUST, ORDINARY = UNITS
HAD_TO = "self-determination-had-to"
SURVEY = ps.instrument("integrity-survey")
FORM = next(f.id for f in SURVEY.forms if f.id == "person")
ITEMS = [i for i in SURVEY.items if i.id in set(next(f.items for f in SURVEY.forms if f.id == FORM))]
OUTCOMES = next(f.items for f in SURVEY.forms if f.id == "person-outcomes")
REVERSED = {"outcomes-left-worse", "hope-expect-less", HAD_TO, "equal-relationships-knew-better", "dignity-looked-down-on", "trust-passed-on", "wellness-only-problems", "learning-ready-made"}

# unit: people, peer supporters, supervisors heard; level of the people (0–4) before and after; of the staff
PLAN: dict[str, tuple[int, int, int, float, float, float]] = {
    BRIGHTER: (80, 40, 16, 2.2, 2.2, 3.5),
    CHANGED: (90, 18, 16, 1.7, 3.2, 3.1),
    FEW: (6, 17, 16, 2.8, 2.8, 2.9),
    MUST: (80, 17, 16, 3.6, 3.6, 3.6),
    ORDINARY: (24, 16, 16, 2.9, 2.9, 3.0),
}
FIRST = ("Zebulon", "Philippine", "Ottoline", "Barnabé", "Xanthe", "Thaddée", "Isolde", "Maïwenn")
LAST = ("Quillfeather", "Beauchêne-Rioux", "Oakhollow", "Vaillancœur", "Marchbanks", "Tremblefeuille")


def _bell(chance: random.Random, spread: float) -> float:
    return spread * (sum(chance.random() for _ in range(12)) - 6.0)


def _answer(chance: random.Random, item: str, lean: float, lift: float) -> int | None:
    draw = chance.random()
    if draw < 0.03:
        return None if draw < 0.015 else 8 if draw < 0.025 else 9
    points = min(4, max(0, int(lean + (lift if item in REVERSED else 0.0) + _bell(chance, 0.5) + 0.5)))
    return 4 - points if item in REVERSED else points


def rows() -> list[dict[str, Any]]:
    """One row a response: ids and names that no output may hold, and the answers."""
    chance, alongside = random.Random(SEED), random.Random(SEED + 1)
    made: list[dict[str, Any]] = []
    for unit, (people, supporters, supervisors, before, after, staff) in PLAN.items():
        for wave, level, month in ((BEFORE, before, 2), (AFTER, after, 8)):
            for perspective, count, lean in (("person", people, level), ("peer-supporter", supporters, staff), ("supervisor", supervisors, staff)):
                for n in range(count):
                    own = lean + _bell(chance, 0.6)
                    # What should not happen is rare, but for what the stories say; after the change it has all but gone.
                    lift = 1.2 if (unit, wave) == (CHANGED, AFTER) else 0.7
                    answers = {i.id: _answer(chance, i.id, own, lift) for i in ITEMS}
                    if unit == MUST and perspective == "person" and n % 4 == 0:
                        answers[HAD_TO] = 4 if n % 8 else 3
                    told = perspective == "person" and n % 3 != 2  # two in three also tell about their own lives
                    answers |= {i: _answer(alongside, i, own, 0.7) if told else None for i in OUTCOMES}
                    made.append({
                        "response_id": f"rsp-{chance.randrange(16**10):010x}",
                        "person_id": f"prs-{unit[:2]}{perspective[-3:]}{n:03d}-{SEED + n:x}",
                        "name": f"{FIRST[n % len(FIRST)]} {LAST[(n + len(unit)) % len(LAST)]}",
                        "worker": f"wrk-{unit[:2]}-{n % 5}-{SEED % 997}" if perspective == "person" else None,
                        "unit": unit, "date": f"2025-{month + n % 4:02d}-{1 + n % 28:02d}", "perspective": perspective, "wave": wave, "language": "en",
                        **answers,
                    })  # fmt: skip
    chance.shuffle(made)
    return made


def collection() -> dict[str, Any]:
    """How the answers were collected: said, so that the gate may open."""
    heard = [
        {"unit": unit, "wave": wave, "perspective": perspective, "eligible": 4 * count, "invited": 2 * count, "responded": count, "refused": 3, "leavers_invited": True, "workers": 5}
        for unit, counts in PLAN.items() for wave in (BEFORE, AFTER) for perspective, count in zip(("person", "peer-supporter", "supervisor"), counts)
    ]  # fmt: skip
    return {
        "format": "peersupport-collection-1", "id": "story",
        "consent": {"en": "You can say no or stop. Your support stays the same.", "fr": "Vous pouvez dire non ou arrêter. Votre soutien reste le même."},
        "mode": ["paper", "online"], "collector": {"en": "A peer from another service", "fr": "Une paire ou un pair d’un autre service"},
        "simulated": True, "waves": [{"id": BEFORE, "from": "2025-01-01", "to": "2025-07-01"}, {"id": AFTER, "from": "2025-07-01", "to": "2026-01-01"}],
        "heard": heard,
    }  # fmt: skip


def secrets(of: list[dict[str, Any]]) -> set[str]:
    """Everything that stands for somebody: ids of people, responses and workers, and names, whole and in part."""
    ids = {str(row[key]) for row in of for key in ("response_id", "person_id", "worker", "name") if row[key]}
    return ids | set(FIRST) | set(LAST)


def write_csv(path: str | os.PathLike[str], of: list[dict[str, Any]]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(of[0]), lineterminator="\n")
        out.writeheader()
        out.writerows(of)
