# SPDX-License-Identifier: Apache-2.0
"""Figures of how well the role check agrees with labelled job descriptions and activity logs.

drift, all groups together:
  strict precision   drift findings with weight whose group is that of a statement they touch that the peer does, of all
  lenient precision  those that touch a statement of drift of any group that the peer does, of all
  recall             statements of drift that the peer does which a finding of the same group touches, of all of them
  F1, PPV            as in accuracy_figures.py; PPV by statement: of labelled statements that are drift a share S is found,
                     of those that are not (limits, help, duties) a share A is touched by a finding with weight
limits      statements of what the peer does not do, others do or the person does with help: a share is touched by no drift
            finding with weight ("no alarm"), a share by one that was understood as such ("recognized")
duties      statements within the role that a duty or a question touches
components  of the ten parts that were labelled, those told rightly: there or missing
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accuracy_figures import PREVALENCES, _f1, _share, predictive_value
from labelled_notes import LANGUAGES, Share
from labelled_roles import IN_SCOPE, Role, read_roles, report_of


@dataclass
class Counts:
    found: int = 0
    right: int = 0
    touching: int = 0
    drift: int = 0
    met: int = 0
    other: int = 0
    alarmed: int = 0
    limits: int = 0
    quiet: int = 0
    understood: int = 0
    duties: int = 0
    duties_met: int = 0
    components: int = 0
    components_right: int = 0


def measure(name: str) -> dict[str, Any]:
    """Every figure of a set, by language."""
    figures: dict[str, Any] = {language: _language(read_roles(name, language)) for language in LANGUAGES}
    first, second = (figures[language]["drift"]["f1"]["value"] for language in LANGUAGES)
    figures["gap"] = None if first is None or second is None else abs(first - second)
    return figures


def _language(roles: list[Role]) -> dict[str, Any]:
    counts = Counts()
    for role in roles:
        _count(counts, role, report_of(role))
    return {"texts": len(roles), **figures_of(counts)}


def _count(to: Counts, role: Role, report: dict[str, Any]) -> None:
    weighty = [f for f in report["drift"] if f["suppressed_by"] is None]
    for f in weighty:
        touched = [s for s in role.statements if s.is_drift and s.touches(f)]
        to.found += 1
        to.right += any(s.group == f["rule"] for s in touched)
        to.touching += bool(touched)
    for s in role.statements:
        alarm = any(s.touches(f) for f in weighty)
        if s.is_drift:
            to.drift += 1
            to.met += any(s.touches(f) and s.group == f["rule"] for f in weighty)
        else:
            to.other += 1
            to.alarmed += alarm
        if s.is_limit:
            to.limits += 1
            to.quiet += not alarm
            to.understood += any(s.touches(f) for f in report["drift"] if f["suppressed_by"] == "polarity")
        if s.group == IN_SCOPE:
            to.duties += 1
            to.duties_met += any(s.touches(f) for f in report["duties"] + report["conditional"])
    states = {c["row"]: c["state"] == "present" for c in report["components"]}
    to.components += len(role.components)
    to.components_right += sum(states.get(row) == there for row, there in role.components.items())


def figures_of(c: Counts) -> dict[str, Any]:
    strict, recall = Share(c.right, c.found), Share(c.met, c.drift)
    alarmed = Share(c.alarmed, c.other)
    drift = {"precision": _share(strict), "lenient": _share(Share(c.touching, c.found)), "recall": _share(recall), "f1": _f1(strict, recall),
             "ppv": {name: predictive_value(recall, alarmed, share) for name, share in PREVALENCES.items()}}
    return {"drift": drift, "no_alarm": _share(Share(c.quiet, c.limits)), "understood": _share(Share(c.understood, c.limits)),
            "duties": _share(Share(c.duties_met, c.duties)), "components": _share(Share(c.components_right, c.components))}
