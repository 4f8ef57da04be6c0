# SPDX-License-Identifier: Apache-2.0
"""Polarities, kinds of time, states and sections of a role report in words. Screens and pages share them."""
from __future__ import annotations

from .._language import say
from .._note.words import Pair, in_language
from .._note.words import counted as counted

# severity of drift: heading
SEVERITIES: dict[str, Pair] = {
    "error": ("Never part of a peer’s work", "Jamais une tâche des pairs"),
    "warning": ("Work that is not peer support", "Des tâches qui ne sont pas du soutien par les pairs"),
    "info": ("Within limits, as it is written", "Dans des limites, tel que c’est écrit"),
}
CONDITIONAL: Pair = ("Ask first", "À demander d’abord")

POLARITIES: dict[str, Pair] = {
    "does-not": ("the peer does not do this", "les pairs ne le font pas"),
    "others": ("others do this", "d’autres le font"),
    "helps": ("the person does this, with the peer beside them", "la personne le fait, avec un pair à ses côtés"),
}
EXEMPT: Pair = ("part of this role", "fait partie de ce rôle")

LEVELS: dict[str, Pair] = {
    "must": ("Must be there", "Doit s’y trouver"),
    "should": ("Should be there", "Devrait s’y trouver"),
    "could": ("Could be there", "Pourrait s’y trouver"),
}

FITS: dict[str, Pair] = {
    "core": ("core of this role", "au cœur de ce rôle"),
    "optional": ("part of this role, with preparation", "fait partie de ce rôle, avec préparation"),
    "unusual": ("of another role: ask before adding it", "d’un autre rôle : à demander avant de l’ajouter"),
}

KINDS: dict[str, Pair] = {
    "direct": ("With people", "Avec les personnes"),
    "indirect": ("Preparing and learning", "Préparation et apprentissage"),
    "legitimizing": ("Making the role understood", "Faire comprendre le rôle"),
    "outside": ("Outside the role", "Hors du rôle"),
    "review": ("To be looked at by somebody", "À regarder par quelqu’un"),
}

ORIGINS: dict[str, Pair] = {
    "organization": ("usually assigned by the organization", "habituellement confié par l’organisme"),
    "worker": ("usually begins with the worker", "commence habituellement chez la personne paire"),
    "either": ("may begin with either", "peut venir de l’organisme ou de la personne paire"),
}

FIELDS: dict[str, Pair] = {
    "text": ("The description", "La description"),
    "title-purpose": ("Title and purpose", "Titre et raison d’être"),
    "lived-experience-req": ("Lived experience", "Vécu"),
    "values": ("Values", "Valeurs"),
    "voluntary": ("By choice", "Par choix"),
    "in-scope": ("What the peer does", "Ce que font les pairs"),
    "out-of-scope": ("What the peer does not do", "Ce que les pairs ne font pas"),
    "non-coercion": ("No coercion", "Sans contrainte"),
    "supervision": ("Supervision", "Supervision"),
    "peer-supervision": ("Peer supervision", "Supervision par des pairs"),
    "network": ("Network", "Réseau"),
    "training": ("Training", "Formation"),
    "boundaries-ethics": ("Boundaries and ethics", "Limites et éthique"),
    "privacy-notes": ("Privacy and notes", "Vie privée et notes"),
    "team-place": ("Place in the team", "Place dans l’équipe"),
    "setting": ("Setting", "Milieu"),
    "load": ("Workload", "Charge de travail"),
    "pay": ("Pay", "Rémunération"),
    "accommodation": ("Accommodation", "Mesures d’adaptation"),
    "fair-screening": ("Screening", "Vérifications"),
    "wellness": ("Well-being", "Bien-être"),
    "career": ("Career", "Carrière"),
    "equity": ("Equity", "Équité"),
    "review": ("Review", "Révision"),
    "coproduced": ("Made together", "Coconstruction"),
    "crisis-safety": ("Crisis and safety", "Crise et sécurité"),
    "definition-ref": ("Definition", "Définition"),
}


def field_name(field: str) -> str:
    return in_language(FIELDS[field]) if field in FIELDS else field


def left_alone(polarity: str, suppressed_by: str | None) -> str:
    """Why drift carries no weight here."""
    return in_language(EXEMPT) if suppressed_by == "exemption" else in_language(POLARITIES[polarity])


def percent(share: float) -> str:
    """12 %, in the way of the language; a share that is not nothing is never shown as 0."""
    whole = round(share * 100)
    shown = "<1" if whole == 0 and share > 0 else ">99" if whole == 100 and share < 1 else str(whole)
    return say(f"{shown}%", f"{shown} %")


def hours(minutes: int) -> str:
    """2 h 05"""
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" + (f" {minutes % 60:02}" if minutes % 60 else "")
