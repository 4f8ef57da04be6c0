# SPDX-License-Identifier: Apache-2.0
"""Dates, counts and states of a program report in words. Screens, pages and pictures share them."""
from __future__ import annotations

import datetime
from collections.abc import Sequence

from .._language import language, say

MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
}  # fmt: skip

# one, many; French has no other plural here.
UNITS = {
    "day": (("day", "days"), ("jour", "jours")),
    "week": (("week", "weeks"), ("semaine", "semaines")),
    "month": (("month", "months"), ("mois", "mois")),
    "quarter": (("quarter", "quarters"), ("trimestre", "trimestres")),
    "year": (("year", "years"), ("année", "années")),
}


def date_text(day: datetime.date) -> str:
    """September 4, 2017; 4 septembre 2017"""
    month = MONTHS[language()][day.month - 1]
    if language() == "fr":
        return f"{'1er' if day.day == 1 else day.day} {month} {day.year}"
    return f"{month} {day.day}, {day.year}"


def month_text(day: datetime.date) -> str:
    return f"{MONTHS[language()][day.month - 1]} {day.year}"


def listed(words: Sequence[str]) -> str:
    """a, b and c"""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {say('and', 'et')} {words[-1]}"


def counted(n: int, en: tuple[str, str], fr: tuple[str, str]) -> str:
    """1 position, 2 positions; zero is singular in French."""
    return f"{n} {say(en[n != 1], fr[n > 1])}"


def unit_text(n: int, unit: str, every: int = 1) -> str:
    """3 months; 3 spans of 2 weeks"""
    if unit not in UNITS:
        return str(n)
    en, fr = UNITS[unit]
    if every == 1:
        return counted(n, en, fr)
    return say(
        f"{n} {'span' if n == 1 else 'spans'} of {every} {en[1]}",
        f"{n} {'période' if n < 2 else 'périodes'} de {every} {fr[1]}",
    )


def met_text(recorded: bool, expected: int | None, held: int | None, unit: str, every: int) -> str:
    """How often people met, as one phrase."""
    if not recorded:
        return say("meeting dates not given", "dates de rencontre non données")
    if expected is None or held is None:
        if not held:
            return say("did not meet in this period", "aucune rencontre pendant la période")
        return say(f"met {'once' if held == 1 else f'{held} times'}", f"{held} {'rencontre' if held == 1 else 'rencontres'}")
    if expected == 0:
        return say(f"no whole {_unit(unit)} to look at yet", f"pas encore de période entière ({_unit(unit)})")
    if held == 0:
        return say("did not meet in this period", "aucune rencontre pendant la période")
    if held == expected:
        whole = unit_text(expected, unit, every)
        if expected == 1:
            return say(f"met in the one {_unit(unit)} looked at", f"rencontre pendant la seule période ({_unit(unit)})")
        return say(f"met in all {whole}", f"rencontres pendant {_the(unit, every)} {whole}")
    return say(
        f"met in {held} of {unit_text(expected, unit, every)}",
        f"rencontres pendant {unit_text(held, unit, every)} sur {expected}",
    )


def _unit(unit: str) -> str:
    en, fr = UNITS.get(unit, (("span", ""), ("période", "")))
    return say(en[0], fr[0])


def _the(unit: str, every: int) -> str:
    return "toutes les" if every > 1 or unit in ("week", "year") else "tous les" if unit in ("day", "quarter") else "les"


def missed_text(missed: Sequence[datetime.date] | None, unit: str, every: int, most: int = 6) -> str:
    """no meeting in July and August 2017; no meeting in the 2 weeks from January 1, 2017"""
    if not missed:
        return ""
    whole = unit == "month" and every == 1 and all(day.day == 1 for day in missed)
    shown = [month_text(day) if whole else say("", "du ") + date_text(day) for day in missed[:most]]
    if len(missed) > most:
        text = f"{', '.join(shown)} {say('and', 'et')} {len(missed) - most} {say('more', 'de plus')}"
    else:
        if whole and len({day.year for day in missed}) == 1:  # July and August 2017
            shown = [*(MONTHS[language()][day.month - 1] for day in missed[:-1]), shown[-1]]
        text = listed(shown)
    if whole:
        return say(f"no meeting in {text}", f"aucune rencontre en {text}")
    return f"{say('no meeting in', 'aucune rencontre dans')} {_spans(len(missed), unit, every)} {say('from', 'à partir')} {text}"


def _spans(n: int, unit: str, every: int) -> str:
    """the week, the weeks, the 2 weeks"""
    en, fr = UNITS.get(unit, (("span", "spans"), ("période", "périodes")))
    if every > 1:
        return say(f"the {every} {en[1]}", f"les {every} {fr[1]}")
    feminine = unit in ("week", "year") or unit not in UNITS
    one = "l'année" if unit == "year" else f"{'la' if feminine else 'le'} {fr[0]}"
    return say(f"the {en[n != 1]}", one if n == 1 else f"les {fr[1]}")


def rhythm_text(unit: str, every: int) -> str:
    """every month; every 2 weeks"""
    en, fr = UNITS[unit]
    many = "ans" if unit == "year" else fr[1]
    all_the = "toutes les" if unit == "week" else "tous les"
    if every == 1:
        return say(f"every {en[0]}", f"{all_the} {many}")
    return say(f"every {every} {en[1]}", f"{all_the} {every} {many}")


def with_id(name: str, id: str) -> str:
    return id if name == id else f"{name} ({id})"


def need_title(need: str) -> str:
    return {
        "missing": say("Something is missing", "Il manque quelque chose"),
        "check": say("To look at", "À regarder"),
        "say": say("Good to know", "Bon à savoir"),
    }[need]


def reach_text(reached: int, filled: int) -> str:
    if filled == 0:
        return say("There is no filled position.", "Aucun poste n'est occupé.")
    if reached == filled:
        return say(f"All {filled} filled positions have a way here.", f"Les {filled} postes occupés y ont un chemin.")
    if reached == 0:
        return say(f"None of {filled} filled positions has a way here.", f"Aucun des {filled} postes occupés n'y a de chemin.")
    return say(
        f"{reached} of {filled} filled positions {'has' if reached == 1 else 'have'} a way here.",
        f"{reached} {'poste occupé' if reached == 1 else 'postes occupés'} sur {filled} y {'a' if reached == 1 else 'ont'} un chemin.",
    )
