# SPDX-License-Identifier: Apache-2.0
"""One shared definition of peer support, and an engine that scores how far a service lives up to it.

Names are loaded when they are first used, so that importing the package costs next to nothing.
"""
from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for true; the module typing alone would take longer than all of this
if TYPE_CHECKING:
    from typing import Any

    from . import evidence as evidence
    from ._core import Definition as Definition
    from ._core import Instrument as Instrument
    from ._core import Plan as Plan
    from ._core import Row as Row
    from ._core import Table as Table
    from ._core import Text as Text
    from ._core import __version__ as __version__
    from ._core import definition as definition
    from ._definition import Hit as Hit
    from ._definition import load_definition as load_definition
    from ._errors import Error as Error
    from ._errors import Problem as Problem
    from ._instrument import instrument as instrument
    from ._instrument import instruments as instruments
    from ._instrument import load_instrument as load_instrument
    from ._integrity.assess import integrity as integrity
    from ._integrity.profile import IntegrityProfile as IntegrityProfile
    from ._integrity.snapshot import Snapshot as Snapshot
    from ._language import language as language
    from ._language import set_language as set_language
    from ._note.batch import check_notes as check_notes
    from ._note.check import check_note as check_note
    from ._note.findings import NoteFindings as NoteFindings
    from ._note.findings import NoteRows as NoteRows
    from ._note.parts import NoteElement as NoteElement
    from ._note.parts import NoteFinding as NoteFinding
    from ._note.report import NoteReport as NoteReport
    from ._programme.check import check_programme as check_programme
    from ._programme.parts import Finding as Finding
    from ._programme.report import ProgrammeReport as ProgrammeReport
    from ._publish import Ledger as Ledger
    from ._publish import Policy as Policy
    from ._publish import Published as Published
    from ._publish import policy as policy
    from ._publish import publish as publish
    from ._role.check import check_role as check_role
    from ._role.parts import RoleComponent as RoleComponent
    from ._role.parts import RoleFinding as RoleFinding
    from ._role.report import RoleReport as RoleReport
    from ._sample import sample as sample
    from ._score import score as score
    from ._scores import ScoreColumn as ScoreColumn
    from ._scores import Scores as Scores
    from ._summary import Summary as Summary
    from ._summary import summarize as summarize
    from ._tally import Tally as Tally
    from ._tally import tally as tally

_WHERE = {
    "__version__": "_core",
    "evidence": "evidence",
    "definition": "_core",
    "Definition": "_core",
    "Instrument": "_core",
    "Plan": "_core",
    "Row": "_core",
    "Table": "_core",
    "Text": "_core",
    "Hit": "_definition",
    "load_definition": "_definition",
    "Error": "_errors",
    "Problem": "_errors",
    "instrument": "_instrument",
    "instruments": "_instrument",
    "load_instrument": "_instrument",
    "integrity": "_integrity.assess",
    "IntegrityProfile": "_integrity.profile",
    "Snapshot": "_integrity.snapshot",
    "language": "_language",
    "set_language": "_language",
    "check_note": "_note.check",
    "check_notes": "_note.batch",
    "NoteFindings": "_note.findings",
    "NoteRows": "_note.findings",
    "NoteElement": "_note.parts",
    "NoteFinding": "_note.parts",
    "NoteReport": "_note.report",
    "check_role": "_role.check",
    "RoleComponent": "_role.parts",
    "RoleFinding": "_role.parts",
    "RoleReport": "_role.report",
    "check_programme": "_programme.check",
    "Finding": "_programme.parts",
    "ProgrammeReport": "_programme.report",
    "Ledger": "_publish",
    "Policy": "_publish",
    "Published": "_publish",
    "policy": "_publish",
    "publish": "_publish",
    "sample": "_sample",
    "score": "_score",
    "ScoreColumn": "_scores",
    "Scores": "_scores",
    "Summary": "_summary",
    "summarize": "_summary",
    "tally": "_tally",
    "Tally": "_tally",
}

__all__ = [
    "Definition",
    "Error",
    "Finding",
    "Hit",
    "Instrument",
    "IntegrityProfile",
    "Ledger",
    "NoteElement",
    "NoteFinding",
    "NoteFindings",
    "NoteReport",
    "NoteRows",
    "Plan",
    "Policy",
    "Problem",
    "ProgrammeReport",
    "Published",
    "RoleComponent",
    "RoleFinding",
    "RoleReport",
    "Row",
    "ScoreColumn",
    "Scores",
    "Snapshot",
    "Summary",
    "Table",
    "Tally",
    "Text",
    "__version__",
    "check_note",
    "check_notes",
    "check_programme",
    "check_role",
    "definition",
    "evidence",
    "instrument",
    "instruments",
    "integrity",
    "language",
    "load_definition",
    "load_instrument",
    "policy",
    "publish",
    "sample",
    "score",
    "set_language",
    "summarize",
    "tally",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'peersupport' has no attribute {name!r}")
    from importlib import import_module

    module = import_module(f".{_WHERE[name]}", __name__)
    value = module if _WHERE[name] == name else getattr(module, name)  # a subpackage is its own value
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_WHERE})
