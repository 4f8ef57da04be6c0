# SPDX-License-Identifier: Apache-2.0
"""What the role check says, for programs and for the people who write job descriptions."""
from __future__ import annotations

import json
import os
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn, cast

from .. import _core
from .._definition import DIGEST_SHOWN, check_language
from .._language import Language
from .._note.words import counted
from .._programme.report import speaking
from . import parts
from .request import Request

if TYPE_CHECKING:
    import pandas

    from .view import RoleView

COLUMNS = 80


class RoleReport:
    """Everything the check says about one job description or activity log. No score: severities are an order, not amounts,
    and what counts is which duty it is. The same call gives the same report, byte for byte.

    The report holds the caller's text, and nothing else does: it is shown by to_html(), to_text(), suggest() and in
    notebooks, and stands in no JSON, SARIF, frame, repr or error.
    """

    def __init__(self, checked: _core.CheckedRole, asked: Request, definition: _core.Definition) -> None:
        self._checked, self._asked = checked, asked
        self._data: dict[str, Any] = json.loads(checked.json("en"))
        self.definition = definition

    # ---- what was looked at

    @property
    def language(self) -> Language:
        """The language of the text: as given, or as told from it."""
        return cast(Language, self._data["language"])

    @property
    def role(self) -> str:
        """The id of the role it was held against."""
        return str(self._data["role"])

    @property
    def rules_digest(self) -> str:
        """SHA-256 of the rules: the library's own and those of an organization."""
        return str(self._data["rules"])

    # ---- what was found

    @cached_property
    def _french(self) -> dict[str, Any]:
        return cast("dict[str, Any]", json.loads(self._checked.json("fr")))

    def _both(self, name: str, make: Any) -> tuple[Any, ...]:
        return tuple(map(make, self._data[name], self._french[name]))

    @cached_property
    def drift(self) -> tuple[parts.RoleFinding, ...]:
        """Work that is not peer support and that the peer is asked to do; by field, then by place."""
        return tuple(f for f in self.all_drift if f.suppressed_by is None)

    @cached_property
    def all_drift(self) -> tuple[parts.RoleFinding, ...]:
        """The same with what the peer does not do, others do, the peer helps with, or the role is exempt from."""
        return cast("tuple[parts.RoleFinding, ...]", self._both("drift", parts.drift))

    @cached_property
    def conditional(self) -> tuple[parts.RoleFinding, ...]:
        """Duties that are within the role under conditions, each with the question to ask first."""
        found = cast("tuple[parts.RoleFinding, ...]", self._both("conditional", parts.conditional))
        return tuple(f for f in found if f.polarity in ("does", "helps"))

    @cached_property
    def duties(self) -> tuple[parts.RoleFinding, ...]:
        """Duties within a role; `fit` says how they fit this one."""
        found = cast("tuple[parts.RoleFinding, ...]", self._both("duties", parts.duty))
        return tuple(f for f in found if f.polarity in ("does", "helps"))

    @cached_property
    def components(self) -> tuple[parts.RoleComponent, ...]:
        """What a job description should have, musts first; empty for a log."""
        return cast("tuple[parts.RoleComponent, ...]", self._both("components", parts.component))

    @property
    def missing(self) -> tuple[parts.RoleComponent, ...]:
        """Components that are not there, or only come near."""
        return tuple(c for c in self.components if c.state != "present")

    @cached_property
    def entries(self) -> tuple[parts.RoleEntry, ...]:
        """What each row of the activity log counts as."""
        return tuple(parts.RoleEntry(e["kind"], e["code"], e["row"], e["minutes"]) for e in self._data["entries"])

    @cached_property
    def time(self) -> tuple[parts.TimeShare, ...]:
        """How the time of the log is shared: direct, indirect, legitimizing, outside the role, to be looked at."""
        time = self._data["time"]
        return tuple(parts.TimeShare(kind, found["minutes"], found["share"]) for kind, found in time.items() if kind != "minutes")

    @property
    def total_minutes(self) -> int:
        return int(self._data["time"]["minutes"])

    def __bool__(self) -> NoReturn:
        raise TypeError("a RoleReport is neither true nor false: ask report.drift or report.missing")

    # ---- out

    def suggest(self, language: Language | None = None) -> str:
        """A whole job description in Markdown, in "en" or "fr" (None: that of the text): what stands in the text in its own
        words, what it lacks marked as proposed, and what to do instead of drift. A draft to finish with peer workers."""
        check_language(language)
        return _core.suggested_role(self._checked, self._asked.json, language)

    def to_dict(self, language: Language | None = None) -> dict[str, Any]:
        """The report as its JSON says it; a copy."""
        return cast("dict[str, Any]", json.loads(self.to_json(language)))

    def to_json(self, language: Language | None = None) -> str:
        """The report (format peersupport-role-report-1), its words in "en" or "fr"; None: in the language of the text.
        Holds offsets and the words of rules and of the definition, never those of the text."""
        check_language(language)
        return self._checked.json(language)

    def to_sarif(self, language: Language | None = None, uri: str | None = None) -> str:
        """Drift and missing components as a SARIF 2.1.0 log; uri: where the text stands. Holds no word of it."""
        check_language(language)
        if not (uri is None or isinstance(uri, str)):
            raise TypeError("to_sarif(): uri is a string")
        return self._checked.sarif(language, uri)

    def to_frame(self) -> pandas.DataFrame:
        """A pandas frame: the same as to_pandas()."""
        return self.to_pandas()

    def to_pandas(self) -> pandas.DataFrame:
        """One row a finding (drift with what carries no weight, conditional duties, duties); without a word of the text.
        Of a log, `entry` joins it to its rows."""
        from .frame import frame

        return frame(self)

    def to_text(self, language: Language | None = None, width: int = COLUMNS, words: bool = True) -> str:
        """The report as lines of text; words=False leaves out the words of the description or log."""
        from .text import lines

        with speaking(language):
            return "\n".join(lines(self._view(), width, words)) + "\n"

    def to_html(self, path: str | os.PathLike[str] | None = None, language: Language | None = None) -> str:
        """The text with its marks and the report as a page that needs nothing else. path: a file to write it to as well,
        which only its owner may read; Error FILE_UNWRITABLE. Needs the extra `report`."""
        from .._pages.pages import render

        with speaking(language):
            made = render("html", "role", view=self._view(), report=self)
        if path is not None:
            from .._integrity.writing import write

            write(path, made)
        return made

    def _view(self) -> RoleView:
        from .view import RoleView

        return RoleView(self)

    def _repr_html_(self) -> str:
        from .notebook import notebook

        return notebook(self._view())

    def __repr__(self) -> str:
        drift = counted(len(self.drift), ("place of drift", "places of drift"), ("endroit de dérive", "endroits de dérive"))
        asks = counted(len(self.conditional), ("question to ask", "questions to ask"), ("question à poser", "questions à poser"))
        lacks = counted(len(self.missing), ("component missing", "components missing"), ("élément absent", "éléments absents"))
        told = f"{drift}, {asks}" + (f", {lacks}" if self.components else "")
        return f"<RoleReport {self.language}, {self.role}: {told}; {self.rules_digest[:DIGEST_SHOWN]}>"

    # ---- as a value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RoleReport):
            return NotImplemented
        return self._data == other._data and self._asked == other._asked and self.definition == other.definition

    def __hash__(self) -> int:
        return hash(self._checked.json("en"))

    def __reduce__(self) -> NoReturn:
        raise TypeError("a RoleReport holds a text and is not pickled: send to_json(), or check the text there")
