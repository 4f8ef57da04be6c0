# SPDX-License-Identifier: Apache-2.0
"""Findings of a role report as a pandas frame. It holds no word of the text."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._note.parts import SPAN

if TYPE_CHECKING:
    import pandas

    from .report import RoleReport

WORDS = ("part", "row", "rule", "polarity", "severity", "suppressed_by", "duty_class", "usually_from", "fit", "activity", "field", "fingerprint")
TEXTS = ("name", "message", "instead", "question")


def frame(report: RoleReport) -> pandas.DataFrame:
    import pandas as pd

    found = [*report.all_drift, *report.conditional, *report.duties]
    columns: dict[str, Any] = {name: pd.array([getattr(f, name) for f in found], dtype="string") for name in WORDS}
    columns["conditional"] = pd.array([f.conditional for f in found], dtype="boolean")
    columns |= {name: pd.array([getattr(f, name) for f in found], dtype="Int64") for name in ("class_severity", "entry", *SPAN)}
    for name in TEXTS:
        texts = [getattr(f, name) for f in found]
        columns[f"{name}_en"] = pd.array([t.en if t else None for t in texts], dtype="string")
        columns[f"{name}_fr"] = pd.array([t.fr if t else None for t in texts], dtype="string")
    columns["values_eroded"] = pd.Series([f.values_eroded for f in found], dtype=object)
    made = pd.DataFrame(columns)
    made.attrs = {"peersupport.language": report.language, "peersupport.role": report.role, "peersupport.rules_digest": report.rules_digest}
    return made
