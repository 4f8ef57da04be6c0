# SPDX-License-Identifier: Apache-2.0
"""The labelled job descriptions and activity logs of tests/accuracy, and what the role check of the installed package says
of them. role_figures.py stands on it."""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from labelled_notes import NOTES

IN_SCOPE = "in-scope"
# What the labellers called the parts of a job description, and the rows of the definition they are.
COMPONENTS = {
    "lived-experience": "jd-lived-experience-req", "peer-supervision": "jd-peer-supervision", "values": "jd-values",
    "voluntary": "jd-voluntary", "paid": "jd-pay", "training": "jd-training", "boundaries": "jd-out-of-scope",
    "what-the-peer-does": "jd-in-scope", "accommodation": "jd-accommodation", "self-care": "jd-wellness",
}  # fmt: skip


@dataclass(frozen=True)
class Statement:
    """A labelled statement. group: the rule of its group of drift, or IN_SCOPE. entry: the row of a log, from 1; 0: the
    description. start and end in code points."""

    group: str
    polarity: str
    entry: int
    start: int
    end: int

    @property
    def is_drift(self) -> bool:
        return self.group != IN_SCOPE and self.polarity == "does"

    @property
    def is_limit(self) -> bool:
        """Said of work that is not peer support, and not done by the peer."""
        return self.group != IN_SCOPE and self.polarity != "does"

    def touches(self, finding: dict[str, Any]) -> bool:
        return self.entry == (finding["entry"] or 0) and self.start < finding["end"] and finding["start"] < self.end


@dataclass(frozen=True)
class Role:
    """One labelled text. components: by row of the definition, whether it is there."""

    request: dict[str, Any]
    language: str
    statements: tuple[Statement, ...]
    components: dict[str, bool]


def read_roles(name: str, language: str) -> list[Role]:
    """The texts of a set in one language."""
    lines = (NOTES / name / f"roles-{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_role(json.loads(line)) for line in lines if line.strip()]


def _role(row: dict[str, Any]) -> Role:
    log = row["kind"] == "activity-log"
    texts = [each["activity"] for each in row["rows"]] if log else [row["text"]]
    rows = [{"activity": each["activity"], "minutes": int(each.get("minutes") or 0)} for each in row["rows"]] if log else None
    request = {"activities": rows} if log else {"text": row["text"]}
    there = {} if log else {COMPONENTS[name]: name in row["present"] for name in COMPONENTS if name in row["present"] + row["missing"]}
    return Role(request, row["language"], tuple(_statements(row, texts, log)), there)


def _statements(row: dict[str, Any], texts: list[str], log: bool) -> Iterator[Statement]:
    for duty in row["duties"]:
        group = duty["class"] if duty["class"] == IN_SCOPE else f"DRIFT-0{duty['class'][1:]}"
        occurrence = duty.get("occurrence") or 1
        for n, text in enumerate(texts, 1):
            start = -1
            for _ in range(1 if log else occurrence):
                start = text.find(duty["text"], start + 1)
            if start >= 0:
                yield Statement(group, duty["polarity"], n if log else 0, start, start + len(duty["text"]))
                break
        else:
            raise ValueError(f"{row['id']}: a label is not in its text")


def report_of(role: Role) -> dict[str, Any]:
    """The report of the installed package, as format peersupport-role-report-1."""
    import peersupport

    check: Any = peersupport.check_role
    found: dict[str, Any] = json.loads(check(role.request, language=role.language).to_json())
    return found
