# SPDX-License-Identifier: Apache-2.0
"""Figures of how well the note check agrees with labelled notes. review_accuracy.py prints them.

By place, for each category of words:
  strict precision   findings whose category is that of a label they touch, of all findings of the category
  lenient precision  findings that touch a label of any category, of all findings of the category
  recall             labels that a finding of the same category touches, of all labels of the category
  F1                 2 P R / (P + R), P strict; its interval is that of the lower and of the upper bounds of P and R
By element, for REQ, where a note ought to be full (every kind but minimal) and the profile asks for the element:
  precision          missing elements that were told and are missing, of those told
  recall             the same, of those missing
By note: the sets are balanced by construction, and notes of real life are not. A note that has a label of the category
counts as noticed when a finding is right (sensitivity S); a note that has none is a false alarm when there is any finding
of the category (rate A). When a share p of notes has something to find, the share of noticed notes that have it is
  PPV(p) = p S / (p S + (1 - p) A)
It rises with S and falls with A, so the Wilson bounds of both give its interval: PPV with S low and A high, and with S high
and A low. That is wider than a 95 % interval. p = 0.5 is "balanced"; p = 0.05 is a team that writes well.
In quotations: passages between quotation marks that no label touches, and the field persons_words where it is filled; an
alarm is a passage or field in which a finding with weight lies.
"""
from __future__ import annotations

import functools
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from labelled_notes import (
    CATEGORIES,
    LANGUAGES,
    PROFILE,
    RULES,
    Note,
    Place,
    Share,
    free_quotations,
    places_found,
    read_notes,
    report_of,
    weighty,
)

ALL = "all"  # the seven categories of words together
REQ = "REQ"
ROWS = (*CATEGORIES, ALL, REQ)
PREVALENCES = {"balanced": 0.5, "five_percent": 0.05}
ELEMENTS = {
    "date": "REQ-001", "time": "REQ-002", "place": "REQ-003", "mode": "REQ-003", "author-role": "REQ-004",
    "service-type": "REQ-005", "person-words": "REQ-006", "goal": "REQ-007", "choice": "REQ-008",
    "support-shared": "REQ-009", "strengths": "REQ-010", "response": "REQ-011", "next-step": "REQ-012",
    "next-step-owner": "REQ-012", "reviewed-together": "REQ-013", "group-form": "REQ-014", "late-entry-mark": "REQ-015",
    "limits-of-confidentiality": "REQ-017",
}


@dataclass
class Counts:
    """What was counted of one row: findings and labels, and notes with and without a label."""

    found: int = 0
    right: int = 0
    touching: int = 0
    labels: int = 0
    met: int = 0
    notes: Counter[str] = field(default_factory=Counter)

    def add(self, other: Counts) -> None:
        for name in ("found", "right", "touching", "labels", "met"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.notes += other.notes


@dataclass
class Quotations:
    """Quotations of the people the notes are about."""

    passages: int = 0
    alarms: int = 0
    findings: int = 0


# ---- counting


def measure(name: str) -> dict[str, Any]:
    """Every figure of a set: by language, and the gap between the languages."""
    figures: dict[str, Any] = {language: _language(read_notes(name, language)) for language in LANGUAGES}
    figures["gap"] = {row: _gap([figures[language]["rows"][row]["f1"]["value"] for language in LANGUAGES]) for row in ROWS}
    return figures


def _language(notes: list[Note]) -> dict[str, Any]:
    counts, quotations = {row: Counts() for row in ROWS}, Quotations()
    for note in notes:
        report = report_of(note)
        found = places_found(report)
        for category in CATEGORIES:
            counts[category].add(_words(note, found, (category,)))
        counts[ALL].add(_words(note, found, CATEGORIES))
        counts[REQ].add(_elements(note, report))
        _count_quotations(quotations, note, report, found)
    return {"notes": len(notes), "clean": sum(not note.gold for note in notes),
            "rows": {row: figures_of(counts[row]) for row in ROWS},
            "quotations": {**_share(Share(quotations.alarms, quotations.passages)), "findings": quotations.findings}}


def _words(note: Note, found: list[Place], categories: tuple[str, ...]) -> Counts:
    """One note, categories of words."""
    own = [place for place in found if place.category in categories]
    labels = [label for label in note.gold if label.category in categories]
    right = sum(note.right(place) for place in own)
    met = sum(any(place.category == label.category and place.touches(label) for place in own) for label in labels)
    return Counts(len(own), right, sum(note.labelled(place) for place in own), len(labels), met,
                  _note_counts(bool(labels), right, len(own)))


def _elements(note: Note, report: dict[str, Any]) -> Counts:
    """One note, missing elements."""
    if note.kind == "minimal":
        return Counts()
    wanted = {ELEMENTS[name] for name in note.missing if name in ELEMENTS} & asked(note.kind)
    told = {finding["rule"] for finding in weighty(report) if finding["category"] == REQ}
    right = len(wanted & told)
    return Counts(len(told), right, right, len(wanted), right, _note_counts(bool(wanted), right, len(told)))


def _note_counts(labelled: bool, right: int, found: int) -> Counter[str]:
    if labelled:
        return Counter({"labelled": 1, "noticed": int(right > 0)})
    return Counter({"free": 1, "alarmed": int(found > 0)})


def _count_quotations(quotations: Quotations, note: Note, report: dict[str, Any], found: list[Place]) -> None:
    inside = [[place for place in found if place.lies_in(passage)] for passage in free_quotations(note)]
    if note.fields.get("persons_words"):
        inside.append(places_found(report, "persons_words"))
    quotations.passages += len(inside)
    quotations.alarms += sum(bool(places) for places in inside)
    quotations.findings += sum(map(len, inside))


@functools.cache
def asked(kind: str) -> frozenset[str]:
    """The elements that the profile asks of a kind of note, required or recommended."""
    profiles = json.loads((RULES / "profiles.json").read_text(encoding="utf-8"))["profiles"]
    lists = next(profile for profile in profiles if profile["id"] == PROFILE)["asked"][kind]
    return frozenset(lists["required"]) | frozenset(lists["recommended"])


# ---- figures


def figures_of(counts: Counts) -> dict[str, Any]:
    """The figures of one row."""
    strict, recall = Share(counts.right, counts.found), Share(counts.met, counts.labels)
    noticed = Share(counts.notes["noticed"], counts.notes["labelled"])
    alarmed = Share(counts.notes["alarmed"], counts.notes["free"])
    return {"precision": _share(strict), "lenient": _share(Share(counts.touching, counts.found)), "recall": _share(recall),
            "f1": _f1(strict, recall), "notes_noticed": _share(noticed), "notes_alarmed": _share(alarmed),
            "ppv": {name: predictive_value(noticed, alarmed, share) for name, share in PREVALENCES.items()}}


def _share(share: Share) -> dict[str, Any]:
    return {"count": share.count, "of": share.of, "value": share.value, "interval": share.interval}


def _f1(precision: Share, recall: Share) -> dict[str, Any]:
    if precision.value is None or recall.value is None:
        return {"value": None, "interval": None}
    lows, highs = zip(precision.interval or (0, 1), recall.interval or (0, 1))
    return {"value": harmonic_mean((precision.value, recall.value)), "interval": (harmonic_mean(lows), harmonic_mean(highs))}


def harmonic_mean(values: Iterable[float]) -> float:
    first, second = values
    return 2 * first * second / (first + second) if first + second else 0.0


def predictive_value(noticed: Share, alarmed: Share, share: float) -> dict[str, Any]:
    """PPV for one share of notes that have something to find; value None: nothing noticed and no alarm."""
    if noticed.value is None or alarmed.value is None or noticed.interval is None or alarmed.interval is None:
        return {"value": None, "interval": None}
    low = _predictive(noticed.interval[0], alarmed.interval[1], share)
    high = _predictive(noticed.interval[1], alarmed.interval[0], share)
    return {"value": _predictive(noticed.value, alarmed.value, share), "interval": (low, high)}


def _predictive(sensitivity: float, alarm_rate: float, share: float) -> float | None:
    positives, alarms = share * sensitivity, (1 - share) * alarm_rate
    return positives / (positives + alarms) if positives + alarms else None


def _gap(values: list[float | None]) -> float | None:
    first, second = values
    return None if first is None or second is None else abs(first - second)
