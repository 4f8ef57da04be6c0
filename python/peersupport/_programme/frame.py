# SPDX-License-Identifier: Apache-2.0
"""Findings as a pandas frame."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

    from .report import ProgrammeReport

WORDS = ("rule", "need", "level", "gap", "place")
LISTS = ("change_ideas", "about", "days")


def frame(report: ProgrammeReport) -> pandas.DataFrame:
    import pandas as pd

    found = report.findings
    columns: dict[str, Any] = {name: pd.array([getattr(f, name) for f in found], dtype="string") for name in WORDS}
    columns |= {name: pd.Series([getattr(f, name) for f in found], dtype=object) for name in LISTS}
    columns["numbers"] = pd.Series([dict(f.numbers) for f in found], dtype=object)
    columns["message_en"] = pd.array([f.message.en for f in found], dtype="string")
    columns["message_fr"] = pd.array([f.message.fr for f in found], dtype="string")
    made = pd.DataFrame(columns)
    made.attrs = {
        "peersupport.programme": report.programme,
        "peersupport.as_of": str(report.as_of),
        "peersupport.definition_version": report.definition_version,
        "peersupport.definition_digest": report.definition_digest,
    }
    if report.overlay is not None:
        made.attrs |= {f"peersupport.overlay_{name}": value for name, value in report.overlay._asdict().items()}
    return made
