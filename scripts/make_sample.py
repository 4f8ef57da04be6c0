#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Make the simulated answers that travel with the package: make_sample.py SURVEY.json FOLDER

Nine invented agencies, eight half-yearly waves, three forms of the Integrity Survey. Nobody said any of
this: the column `simulated` and the file's name say so. Seeded and standard library only, so that every
build writes the same bytes.
"""
from __future__ import annotations

import csv
import json
import pathlib
import random
import sys

SEED = 20260101
NAME = "integrity-survey-simulated.csv"
KEYS = ("response_id", "person_id", "unit", "date", "perspective", "wave", "simulated")
PERSPECTIVES = ("person", "peer-supporter", "supervisor")
WAVES = [(year, half) for year in (2022, 2023, 2024, 2025) for half in (1, 2)]
DOES_NOT_APPLY, DECLINED = 8, 9


class Agency:
    """An invented agency: how large it is, where it starts (0–4), how it moves, what it is weak in."""

    def __init__(self, id: str, en: str, fr: str, people: int, level: float, trend: float, weak: str) -> None:
        self.id, self.en, self.fr = id, en, fr
        self.people, self.level, self.trend, self.weak = people, level, trend, weak


AGENCIES = [
    Agency("harbour-light", "Harbour Light Peer Centre", "Centre de pairs Lumière du port", 46, 3.0, 0.02, "empathetic-equal-relationships"),
    Agency("three-rivers", "Three Rivers Peer Network", "Réseau de pairs des Trois-Cours", 38, 2.5, 0.09, "self-determination"),
    Agency("cedar-path", "Cedar Path Services", "Services Sentier des cèdres", 34, 2.8, -0.07, "hope-and-recovery"),
    Agency("north-star", "North Star Community House", "Maison communautaire Étoile du Nord", 31, 2.6, 0.05, "health-and-wellness"),
    Agency("open-door", "Open Door Collective", "Collectif Porte ouverte", 42, 3.1, 0.0, "lifelong-learning-growth"),
    Agency("stonebridge", "Stonebridge Hospital Peer Team", "Équipe de pairs de l’Hôpital Pont-de-Pierre", 29, 2.2, 0.03, "self-determination"),
    Agency("lakeview", "Lakeview Drop-in", "Halte Vue-sur-lac", 27, 2.9, -0.02, "dignity-respect-inclusion"),
    Agency("maple-corner", "Maple Corner Peer Support", "Entraide du Coin des érables", 8, 2.7, 0.04, "hope-and-recovery"),
    Agency("quiet-shore", "Quiet Shore Warm Line", "Ligne d’entraide Rive calme", 33, 2.4, 0.06, "empathetic-equal-relationships"),
]


def items_of(survey: dict) -> list[dict]:
    """The items of the core forms, in form order, each with its value and key."""
    core = [form for form in survey["forms"] if form["kind"] == "core"]
    if [form["id"] for form in core] != list(PERSPECTIVES) or any(f["items"] != core[0]["items"] for f in core):
        raise SystemExit("make_sample: the survey's core forms are not the three aligned ones")
    by_id = {item["id"]: item for item in survey["items"]}
    value_of = {i: s["id"] for s in reversed(survey["scales"]) if s["id"] in core[0]["scales"] for i in s["items"]}
    return [{**by_id[i], "value": value_of[i]} for i in core[0]["items"]]


def bell(chance: random.Random, spread: float) -> float:
    """Nearly normal from additions alone, so that no platform's logarithm can change a byte."""
    return spread * (sum(chance.random() for _ in range(12)) - 6.0)


def answer(chance: random.Random, item: dict, lean: float) -> str:
    """One cell: mostly an answer, now and then empty, declined or not applicable."""
    draw = chance.random()
    if draw < 0.030:
        return ""
    if draw < 0.045:
        return str(DECLINED)
    if draw < 0.075:
        return str(DOES_NOT_APPLY)
    points = min(4, max(0, int(lean + bell(chance, 0.8) + 0.5)))
    return str(4 - points if item.get("reverse") else points)


def how_many(chance: random.Random, agency: Agency, wave: int, perspective: str) -> int:
    if perspective == "person":
        few = agency.id == "quiet-shore" and wave in (0, 1)  # two waves in which too few were heard
        return 4 if few else max(3, agency.people + chance.randrange(-3, 4))
    return max(2, agency.people // (6 if perspective == "peer-supporter" else 14))


def rows(items: list[dict]):
    chance = random.Random(SEED)
    values = sorted({item["value"] for item in items})
    number = 0
    for agency in AGENCIES:
        lift = {value: chance.uniform(-0.25, 0.35) for value in values}
        lift[agency.weak] -= 0.6
        for wave, (year, half) in enumerate(WAVES):
            for perspective in PERSPECTIVES:
                rosier = {"person": 0.0, "peer-supporter": 0.35, "supervisor": 0.5}[perspective]
                count = how_many(chance, agency, wave, perspective)
                pool = chance.sample(range(1, 4 * agency.people), count)
                for person in pool:
                    number += 1
                    own = agency.level + agency.trend * wave + rosier + bell(chance, 0.45)
                    month, day = (1 if half == 1 else 7) + chance.randrange(4), 1 + chance.randrange(28)
                    yield [
                        f"sim-{number:06d}",
                        f"{agency.id}-{perspective}-{person:04d}",
                        agency.id,
                        f"{year}-{month:02d}-{day:02d}",
                        perspective,
                        f"{year}-h{half}",
                        "simulated",
                        *(answer(chance, item, own + lift[item["value"]]) for item in items),
                    ]


def main(survey_path: str, folder: str) -> None:
    items = items_of(json.loads(pathlib.Path(survey_path).read_text(encoding="utf-8")))
    out = pathlib.Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    with open(out / NAME, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([*KEYS, *(item["id"] for item in items)])
        table.writerows(rows(items))
    with open(out / "agencies.csv", "w", encoding="utf-8", newline="") as file:
        names = csv.writer(file, lineterminator="\n")
        names.writerow(["unit", "name_en", "name_fr", "simulated"])
        names.writerows([a.id, a.en, a.fr, "simulated"] for a in AGENCIES)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
