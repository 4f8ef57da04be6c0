# SPDX-License-Identifier: Apache-2.0
"""Figures, groups and verdicts of an integrity report in words. Pages, charts and notebooks share them."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._language import language, say

NB = "\u00a0"

# Groups of people: (in a table, in a sentence), each in English and French.
GROUPS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "person": (("People who receive support", "Personnes qui reçoivent du soutien"), ("people who receive support", "les personnes qui reçoivent du soutien")),
    "family": (("Families who receive support", "Familles qui reçoivent du soutien"), ("families who receive support", "les familles qui reçoivent du soutien")),
    "peer-supporter": (("Peer supporters", "Paires aidantes et pairs aidants"), ("peer supporters", "les paires aidantes et les pairs aidants")),
    "supervisor": (("Supervisors", "Personnes qui supervisent"), ("supervisors", "les personnes qui supervisent")),
    "assessor": (("Assessors", "Personnes qui évaluent"), ("assessors", "les personnes qui évaluent")),
}  # fmt: skip

NOT_SHOWN = {
    "too-few-people": ("too few people", "trop peu de personnes"),
    "too-few-workers": ("too few workers", "équipe trop petite"),
    "no-worker-count": ("size of team unknown", "taille de l’équipe inconnue"),
    "hidden-to-protect": ("hidden to protect people", "caché pour protéger les gens"),
    "nobody": ("not asked in this wave, or nobody answered", "non demandé à cette vague, ou aucune réponse"),
}

NUMBERS = (
    ("no", "aucune"), ("one", "une"), ("two", "deux"), ("three", "trois"), ("four", "quatre"), ("five", "cinq"),
    ("six", "six"), ("seven", "sept"), ("eight", "huit"), ("nine", "neuf"), ("ten", "dix"),
)  # fmt: skip

# rules of a chart: what one of their signals is
RULES = {
    "beyond-limits": ("outside the dashed lines", "hors des tirets"),
    "run": ("a long run on one side", "une longue suite du même côté"),
    "trend": ("a steady rise or fall", "une montée ou une descente continue"),
    "two-of-three": ("two of three near the same dashed line", "deux sur trois près des mêmes tirets"),
    "four-of-five": ("four of five well to one side", "quatre sur cinq nettement du même côté"),
    "alternating": ("up and down by turns", "tour à tour en haut et en bas"),
    "near-centre": ("a long run very near the solid line", "une longue suite tout près de la ligne pleine"),
    "away-from-centre": ("a long run away from the solid line", "une longue suite loin de la ligne pleine"),
}

MODES = {
    "paper": ("on paper", "sur papier"),
    "online": ("online", "en ligne"),
    "phone": ("by phone", "par téléphone"),
    "in-person": ("in person", "en personne"),
}

STANDINGS = {
    "published": ("published", "publié"),
    "derived": ("drawn from a source", "tiré d’une source"),
    "proposed": ("our own proposal", "notre proposition"),
}

EVIDENCE = {
    "trial": ("a trial", "un essai"), "study": ("a study", "une étude"), "standard": ("a standard", "une norme"),
    "guidance": ("guidance", "un guide"), "practice": ("practice", "la pratique"), "consensus": ("agreement among people who know the work", "un accord entre personnes du milieu"),
}  # fmt: skip

AUDIENCES = {
    "public": ("anyone", "tout le monde"), "partners": ("partner organizations", "les organismes partenaires"),
    "service": ("the service", "le service"), "team": ("the team itself", "l’équipe elle-même"),
}  # fmt: skip

STRATA = {"en": ("English", "anglais"), "fr": ("French", "français")}


def of(table: Mapping[str, tuple[str, str]], key: str | None) -> str:
    """The words of a key; the key itself when it has none."""
    return say(*table[key]) if key is not None and key in table else key or ""


def group(perspective: str) -> str:
    return say(*GROUPS[perspective][0]) if perspective in GROUPS else perspective


def group_said(perspective: str) -> str:
    return say(*GROUPS[perspective][1]) if perspective in GROUPS else perspective


def points(value: float) -> str:
    """Whole points, rounded half away from zero."""
    return f"{'−' if value < 0 and int(-value + 0.5) else ''}{int(abs(value) + 0.5)}"


def signed(value: float) -> str:
    told = points(value)
    return told if value < 0 or told == "0" else f"+{told}"


def percent(value: float) -> str:
    """38%; 38 % in French"""
    return f"{points(value)}{say('%', NB + '%')}"


def between(found: Mapping[str, float]) -> str:
    """60 to 81, on one line"""
    return f"{points(found['low'])}{NB}{say('to', 'à')}{NB}{points(found['high'])}"


def figure(found: Mapping[str, Any]) -> str:
    """72 (60 to 81); 72 alone where the range would give away a hidden service"""
    return points(found["value"]) if found["low"] is None else f"{points(found['value'])} ({between(found)})"


def spread(found: Mapping[str, Any]) -> str:
    """72 (60–81), where there is little room"""
    whole = "" if found["low"] is None else f" ({points(found['low'])}–{points(found['high'])})"
    return points(found["value"]) + whole


def people(n: int) -> str:
    return f"{n}{NB}{say('person' if n == 1 else 'people', 'personne' if n < 2 else 'personnes')}"


def share(found: Mapping[str, Any], of_people: int | None) -> str:
    """24 of 64, 38% (27 to 49)"""
    total = "" if of_people is None else say(f" of {of_people}", f" sur {of_people}").replace(" ", NB)
    return f"{found['people']}{total}, {percent(found['value'])} ({between(found)})"


def few(least: int) -> str:
    """1 to 10 people: as many as no number is shown for."""
    return say(f"1 to {least - 1} people", f"de 1 à {least - 1} personnes") if least > 2 else people(1)


def how_many(kind: str | None, least: int) -> str:
    """Where the count itself is too small to show."""
    return {
        "nobody": say("nobody", "personne"),
        "everybody": say("everybody", "tout le monde"),
        "some": few(least),
        "nearly-all": say(f"all but {few(least)}", f"tout le monde sauf {few(least)}"),
    }.get(kind or "", say("not shown", "non montré"))


def number(n: int) -> str:
    """seven; figures above ten"""
    return say(*NUMBERS[n]) if n < len(NUMBERS) else str(n)


def not_shown(showing: str | None) -> str:
    """not shown: too few people"""
    colon = say(": ", f"{NB}: ")
    why = of(NOT_SHOWN, showing)
    return say("not shown", "non montré") + (colon + why if why else "")


def in_wave(what: str, wave: str | None) -> str:
    """three-rivers, 2025-2; what alone where answers have no wave"""
    return f"{what}, {wave}" if wave else what


def language_name(code: str) -> str:
    return of(STRATA, code) or (say("not stated", "non précisé") if language() else "")


def file_name(unit: str) -> str:
    """A unit's id as the name of a file: what could lead elsewhere becomes a hyphen."""
    kept = "".join(c if c.isalnum() or c in "-_." else "-" for c in unit)
    return kept.lstrip(".") or "unit"
