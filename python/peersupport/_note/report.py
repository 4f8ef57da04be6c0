# SPDX-License-Identifier: Apache-2.0
"""What a check of a note found, for programs and for the person who wrote it."""
from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn, cast

from .. import _core
from .._definition import DIGEST_SHOWN, check_language
from .._language import Language
from .._programme.report import speaking
from . import parts
from .words import counted

if TYPE_CHECKING:
    import datetime

    import pandas

    from .view import NoteView

COLUMNS = 80


class NoteReport:
    """Everything the check says about one note. The same call gives the same report, byte for byte.

    The report holds the caller's text, and nothing else does: it is shown by to_html(), to_text() and in notebooks, to
    the person who has it, and stands in no JSON, SARIF, diagnostic, frame, baseline, repr or error. `len()` and iteration
    are over the findings that carry weight; `findings` has all, also those that were left alone, and why.
    """

    def __init__(self, checked: _core.CheckedNote, rules: _core.RuleSet, texts: Mapping[str, str], definition: _core.Definition) -> None:
        self._checked, self._rules = checked, rules
        self._texts = dict(texts)
        self._data: dict[str, Any] = json.loads(checked.json("en"))
        self.definition = definition

    # ---- what was looked at

    @property
    def language(self) -> Language:
        """The language of the note: as given, or as told from the text."""
        return cast(Language, self._data["language"])

    @property
    def kind(self) -> str:
        """Which kind of note it was read as."""
        return str(self._data["kind"])

    @property
    def late(self) -> bool:
        """Whether the note was written later than the profile's time, or says so."""
        return bool(self._data["late"])

    @property
    def profile(self) -> str:
        """The id of the profile."""
        return str(self._data["profile"])

    @property
    def rules_digest(self) -> str:
        """SHA-256 of the rules: the library's own and those of an organization."""
        return str(self._data["rules"])

    # ---- what was found

    @property
    def counts(self) -> parts.NoteCounts:
        """How many findings carry weight, by severity."""
        return parts.NoteCounts(**self._data["counts"])

    @cached_property
    def _french(self) -> dict[str, Any]:
        return cast("dict[str, Any]", json.loads(self._checked.json("fr")))

    @cached_property
    def findings(self) -> tuple[parts.NoteFinding, ...]:
        """Every finding, also those without weight: by field, then by place; what is missing comes last."""
        return tuple(map(parts.finding, self._data["findings"], self._french["findings"]))

    @cached_property
    def elements(self) -> tuple[parts.NoteElement, ...]:
        """Every element a note may hold: present, missing, or not asked of this one."""
        return tuple(map(parts.element, self._data["elements"], self._french["elements"]))

    def __iter__(self) -> Iterator[parts.NoteFinding]:
        return (f for f in self.findings if f.suppressed_by is None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> NoReturn:
        raise TypeError("a NoteReport is neither true nor false: ask len(report), or one of report.counts")

    # ---- out, without a word of the note

    def to_dict(self, language: Language | None = None) -> dict[str, Any]:
        """The report as its JSON says it; a copy."""
        return cast("dict[str, Any]", json.loads(self.to_json(language)))

    def to_json(self, language: Language | None = None) -> str:
        """The report (format peersupport-note-report-1), its words in "en" or "fr"; None: in the language of the note.
        Always the same bytes. Holds offsets and the words of rules, never the note's."""
        check_language(language)
        return self._checked.json(language)

    def to_sarif(self, language: Language | None = None, uri: str | None = None) -> str:
        """The report as a SARIF 2.1.0 log; uri: where the note stands. Holds no word of the note."""
        check_language(language)
        if not (uri is None or isinstance(uri, str)):
            raise TypeError("to_sarif(): uri is a string")
        return self._checked.sarif(language, uri)

    def to_lsp(self, language: Language | None = None, field: str = "text") -> list[dict[str, Any]]:
        """Diagnostics of the Language Server Protocol, for an editor that holds the text (or one field) of the note:
        lines from 0, characters in UTF-16 code units. What is missing goes with the text. data: field, fingerprint and
        suggestions."""
        from .diagnostics import diagnostics

        check_language(language)
        return diagnostics(self, language or self.language, field)

    def to_frame(self) -> pandas.DataFrame:
        """A pandas frame: the same as to_pandas()."""
        return self.to_pandas()

    def to_pandas(self) -> pandas.DataFrame:
        """One row a finding, also those without weight; lists are tuples. What was looked at stands in `attrs`."""
        from .frame import frame

        return frame(self)

    def baseline(self, who: str, why: str, until: str | datetime.date | None = None) -> dict[str, Any]:
        """What carries weight now, as a baseline (format peersupport-baseline-1) that a later check may be given.

        who: who decided, a team or a role rather than a name. why: the reason, for those who read it later. until: the
        last day on which it counts, "YYYY-MM-DD" or a date; None: without end. Holds no word of the note.
        """
        from .baseline import baseline_of

        return baseline_of(self, who, why, until)

    # ---- out, for the writer

    def to_text(self, language: Language | None = None, width: int = COLUMNS, words: bool = True) -> str:
        """The report as lines of text; words=False leaves out the words of the note."""
        from .text import lines

        with speaking(language):
            return "\n".join(lines(self._view(), width, words)) + "\n"

    def to_html(self, path: str | os.PathLike[str] | None = None, language: Language | None = None) -> str:
        """The note with its marks as a page that needs nothing else: no scripts, no network. It shows the note, so it is
        as private as the note. path: a file to write it to as well, which only its owner may read; Error FILE_UNWRITABLE.
        language: of everything but the note; None: of the context. Needs the extra `report`."""
        from .page import page

        with speaking(language):
            made = page(self._view())
        if path is not None:
            from .._integrity.writing import write

            write(path, made)
        return made

    def _view(self) -> NoteView:
        from .view import NoteView

        return NoteView(self)

    def _repr_html_(self) -> str:
        from .notebook import notebook

        return notebook(self._view())

    def __repr__(self) -> str:
        places = sum(1 for f in self if f.kind != "absent")
        told = counted(places, ("place to look at again", "places to look at again"), ("endroit à relire", "endroits à relire"))
        lacks = counted(len(self) - places, ("element missing", "elements missing"), ("élément absent", "éléments absents"))
        return f"<NoteReport {self.language}, {self.kind}, {self.profile}: {told}, {lacks}; {self.rules_digest[:DIGEST_SHOWN]}>"

    # ---- as a value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NoteReport):
            return NotImplemented
        return self._data == other._data and self._texts == other._texts and self.definition == other.definition

    def __hash__(self) -> int:
        return hash(self._checked.json("en"))

    def __copy__(self) -> NoteReport:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> NoteReport:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError("a NoteReport holds the text of a note and is not pickled: send to_json(), or check the note there")
