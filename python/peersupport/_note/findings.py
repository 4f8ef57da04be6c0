# SPDX-License-Identifier: Apache-2.0
"""What a check of many notes found."""
from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NoReturn

from .. import _core
from .._definition import DIGEST_SHOWN
from .._language import language, say
from .._render import escape, html_table
from .columns import NoteColumns, findings_frame, notes_frame, numbers
from .parts import NoteCounts
from .words import counted, heading

if TYPE_CHECKING:
    import pandas

SEVERITIES = ("error", "warning", "info")


class NoteRows(NoteColumns):
    """One row a note: its number, whether there was one, its language and kind, and how many findings carry weight."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._checked.notes_stream(self._metadata)

    def _frame(self) -> pandas.DataFrame:
        return notes_frame(self._checked)

    def __len__(self) -> int:
        return self._checked.notes

    def __repr__(self) -> str:
        return f"<NoteRows: {counted(len(self), ('row', 'rows'), ('ligne', 'lignes'))}>"


class NoteFindings(NoteColumns):
    """Findings of many notes, one row each, also those without weight: note (row number from 0), rule, category, kind,
    severity, sureness, field, six offsets into that note (units as in NoteFinding; 0 where there is no place), context,
    suppressed_by, message_en, message_fr, fingerprint. The same notes give the same bytes, whatever the threads.

    Holds no text of a note. `notes` has one row a note. Nothing here counts by author, team or day.
    """

    def __init__(self, checked: _core.CheckedNotes, rules: _core.RuleSet, profile: str, definition: _core.Definition) -> None:
        metadata = {
            "peersupport.version": _core.__version__, "peersupport.profile": profile, "peersupport.rules_digest": rules.digest,
            "peersupport.definition_version": definition.version, "peersupport.definition_digest": definition.digest,
        }  # fmt: skip
        super().__init__(checked, metadata)
        self.definition = definition

    @property
    def profile(self) -> str:
        """The id of the profile."""
        return self._metadata["peersupport.profile"]

    @property
    def rules_digest(self) -> str:
        """SHA-256 of the rules: the library's own and those of an organization."""
        return self._metadata["peersupport.rules_digest"]

    @cached_property
    def notes(self) -> NoteRows:
        """One row a note."""
        return NoteRows(self._checked, self._metadata)

    @property
    def rows(self) -> int:
        """How many rows the column had."""
        return self._checked.notes

    @cached_property
    def not_checked(self) -> int:
        """How many of them had no note."""
        return self.rows - int(numbers(self._checked, "checked").sum())

    @cached_property
    def counts(self) -> NoteCounts:
        """How many findings carry weight, by severity."""
        return NoteCounts(*(int(numbers(self._checked, f"{severity}s").sum()) for severity in SEVERITIES))

    @cached_property
    def by_category(self) -> dict[str, NoteCounts]:
        """The same for each category that has any, in the order of the rules."""
        import numpy as np

        if not len(self):
            return {}
        category, severity = np.asarray(self._checked.words("category")), self._checked.words("severity")
        with_weight = numbers(self._checked, "suppressed_by") == 0
        mine = category[numbers(self._checked, "rule")[with_weight]]
        how = np.asarray(severity)[numbers(self._checked, "severity")[with_weight]]
        each = {c: how[mine == c] for c in dict.fromkeys(category.tolist())}
        return {c: NoteCounts(*(int((found == s).sum()) for s in SEVERITIES)) for c, found in each.items() if len(found)}

    def __len__(self) -> int:
        return self._checked.findings

    def __bool__(self) -> NoReturn:
        raise TypeError("NoteFindings are neither true nor false: ask len(), or one of .counts")

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow stream behind to_arrow() and to_polars(); each call gives a new one."""
        return self._checked.findings_stream(self._metadata)

    def _frame(self) -> pandas.DataFrame:
        return findings_frame(self._checked)

    # ---- for people

    @property
    def _left_alone(self) -> int:
        return len(self) - sum(self.counts)

    def _title(self) -> str:
        told = [counted(self.rows - self.not_checked, ("note checked", "notes checked"), ("note relue", "notes relues"))]
        if self.not_checked:
            told.append(counted(self.not_checked, ("row without a note", "rows without a note"), ("ligne sans note", "lignes sans note")))
        told.append(counted(sum(self.counts), ("finding", "findings"), ("remarque", "remarques")))
        told.append(say(f"{self._left_alone} left alone", f"{self._left_alone} laissées telles quelles"))
        return ", ".join(told)

    def __repr__(self) -> str:
        by = "; ".join(f"{c} {'/'.join(map(str, n))}" for c, n in self.by_category.items())
        counts = f"; error/warning/info: {'/'.join(map(str, self.counts))}" + (f" ({by})" if by else "")
        return f"<NoteFindings {self.profile}: {self._title()}{counts}; {self.rules_digest[:DIGEST_SHOWN]}>"

    def _repr_html_(self) -> str:
        head = [say("category", "catégorie"), *map(heading, SEVERITIES)]
        rows = [[c, *map(str, n)] for c, n in self.by_category.items()]
        rows.append([say("together", "en tout"), *map(str, self.counts)])
        about = say(
            "Counts say something about words, nothing about who wrote them. Not for appraisal or comparison.",
            "Ces nombres parlent de mots, pas des personnes qui les ont écrits. Pas pour évaluer ni comparer.",
        )
        return f'<div lang="{language()}">{html_table(self._title(), head, rows)}\n<p>{escape(about)}</p></div>'

    # ---- as a value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NoteFindings):
            return NotImplemented
        return self._metadata == other._metadata and self._checked.same(other._checked)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> NoReturn:
        raise TypeError("NoteFindings are not pickled: send to_arrow() or to_pandas(), or check the notes there")
