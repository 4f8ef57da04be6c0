# SPDX-License-Identifier: Apache-2.0
"""Findings of a note as a pandas frame. It holds no word of the note."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .parts import LISTS, SPAN, TEXTS

if TYPE_CHECKING:
    import pandas

    from .report import NoteReport

WORDS = ("rule", "category", "kind", "severity", "sureness", "field", "suppressed_by", "fingerprint")


def frame(report: NoteReport) -> pandas.DataFrame:
    import pandas as pd

    found = report.findings
    columns: dict[str, Any] = {name: pd.array([getattr(f, name) for f in found], dtype="string") for name in WORDS}
    columns |= {name: pd.array([getattr(f, name) for f in found], dtype="Int64") for name in SPAN}
    for name in TEXTS:
        texts = [getattr(f, name) for f in found]
        columns[f"{name}_en"] = pd.array([t.en for t in texts], dtype="string")
        columns[f"{name}_fr"] = pd.array([t.fr for t in texts], dtype="string")
    columns |= {name: pd.Series([getattr(f, name) for f in found], dtype=object) for name in LISTS}
    made = pd.DataFrame(columns)
    made.attrs = {
        "peersupport.language": report.language,
        "peersupport.kind": report.kind,
        "peersupport.profile": report.profile,
        "peersupport.rules_digest": report.rules_digest,
    }
    return made
