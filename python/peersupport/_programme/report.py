# SPDX-License-Identifier: Apache-2.0
"""What a check of a program found, for programs and for people."""
from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from .. import _core
from .._definition import DIGEST_SHOWN, Overlay, check_language, packed, unpacked
from .._language import Language, _current, say
from . import parts

if TYPE_CHECKING:
    import datetime

    import pandas

    from .view import ProgrammeView

COLUMNS = 80


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """What is made inside is in this language; None: the language of the context."""
    check_language(language)
    token = _current.set(cast(Language, language)) if language else None
    try:
        yield
    finally:
        if token:
            _current.reset(token)


class ProgrammeReport:
    """Everything the check says. The same file, definition and day give the same report, byte for byte."""

    def __init__(self, report: str, definition: _core.Definition, programme: str | bytes | None = None) -> None:
        self._json = report
        self._programme = programme
        self._data: dict[str, Any] = json.loads(report)
        self.definition = definition

    # ---- what was looked at

    @property
    def programme(self) -> str:
        """The id of the program."""
        return str(self._data["programme"])

    @cached_property
    def _names(self) -> dict[str, dict[str, _core.Text]]:
        """Names of the program, its regions and agencies, from the program that was checked."""
        return {} if self._programme is None else parts.names(parts.parsed(self._programme))

    @cached_property
    def as_of(self) -> datetime.date:
        return cast("datetime.date", parts.day(self._data["as_of"]))

    @cached_property
    def period(self) -> parts.Period:
        """The period as it was looked at: it ends on `as_of` at the latest."""
        return parts.Period(*cast("list[datetime.date]", [parts.day(self._data["period"][k]) for k in ("from", "to")]))

    @property
    def definition_version(self) -> str:
        return str(self._data["definition"]["version"])

    @property
    def definition_digest(self) -> str:
        return str(self._data["definition"]["digest"])

    @property
    def overlay(self) -> Overlay | None:
        found = self._data["definition"].get("overlay")
        return None if found is None else Overlay(**found)

    # ---- what was found

    @cached_property
    def counts(self) -> parts.Counts:
        return parts.counts(self._data["counts"])

    @cached_property
    def findings(self) -> tuple[parts.Finding, ...]:
        return tuple(map(parts.finding, self._data["findings"]))

    @cached_property
    def connections(self) -> tuple[parts.Connection, ...]:
        return tuple(map(parts.connection, self._data["connections"]))

    @cached_property
    def paths(self) -> tuple[parts.Path, ...]:
        return tuple(map(parts.path, self._data["paths"]))

    @cached_property
    def training(self) -> parts.Training:
        return parts.training(self._data["training"])

    @cached_property
    def coverage(self) -> tuple[parts.RegionCoverage, ...]:
        return tuple(map(parts.coverage, self._data["coverage"]))

    @cached_property
    def funding(self) -> tuple[parts.AgencyFunding, ...] | None:
        """None: the file holds no funding framework, so nothing is said of numbers."""
        found = self._data["funding"]
        return None if found is None else tuple(parts.AgencyFunding(**row) for row in found)

    @cached_property
    def system_leads(self) -> parts.Positions | None:
        """None: the framework says nothing of them."""
        found = self._data["system_leads"]
        return None if found is None else parts.Positions(**found)

    @cached_property
    def evaluation(self) -> parts.Evaluation:
        return parts.evaluation(self._data["evaluation"])

    @cached_property
    def constellation(self) -> parts.Constellation:
        return parts.constellation(self._data["constellation"])

    # ---- out

    def to_dict(self) -> dict[str, Any]:
        """The report as its JSON says it; a copy."""
        return cast("dict[str, Any]", json.loads(self._json))

    def to_json(self) -> str:
        """The report (format peersupport-programme-report-1): always the same bytes."""
        return self._json

    def to_pandas(self) -> pandas.DataFrame:
        """One row a finding; lists are tuples, numbers a dictionary. Version and digest stand in `attrs`."""
        from .frame import frame

        return frame(self)

    def to_text(self, language: Language | None = None, width: int = COLUMNS) -> str:
        """The report as lines of text."""
        from .text import lines

        with speaking(language):
            return "\n".join(lines(self._view(), width)) + "\n"

    def to_html(self, language: Language | None = None) -> str:
        """The report as a page that needs nothing else: no scripts, no network. Needs the extra `report`."""
        from .page import page

        with speaking(language):
            return page(self._view())

    def svg(self, language: Language | None = None) -> str:
        """The constellation as a picture: hub, networks, tables and what joins them. Needs the extra `report`."""
        from .constellation import picture

        with speaking(language):
            return picture(self._view())

    def _view(self) -> ProgrammeView:
        from .view import ProgrammeView

        return ProgrammeView(self)

    def __eq__(self, other: object) -> bool:
        return self._json == other._json if isinstance(other, ProgrammeReport) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._json)

    def __copy__(self) -> ProgrammeReport:
        return ProgrammeReport(self._json, self.definition, self._programme)

    def __deepcopy__(self, memo: dict[int, Any]) -> ProgrammeReport:
        return self.__copy__()

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self._json, packed(self.definition), self._programme)

    def __repr__(self) -> str:
        found = self.counts.findings
        told = say(
            f"{found.missing} missing, {found.check} to look at, {found.say} good to know",
            f"{found.missing} à combler, {found.check} à regarder, {found.say} bon à savoir",
        )
        digest = self.definition_digest[:DIGEST_SHOWN]
        return f"<ProgrammeReport {self.programme}, {self.as_of}: {told}; {self.definition_version}, {digest}>"

    def _repr_html_(self) -> str:
        from .page import notebook

        return notebook(self._view())


def _restored(report: str, definition: str | tuple[str, str], programme: str | bytes | None) -> ProgrammeReport:
    return ProgrammeReport(report, unpacked(definition), programme)
