# SPDX-License-Identifier: Apache-2.0
"""A peer support program held against the programme rules of a definition."""
from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import _core
from .._definition import _content, load_definition, with_overlay
from .._errors import Error, failed
from .._language import say
from .parts import parsed

if TYPE_CHECKING:
    from .report import ProgrammeReport

    Source = str | bytes | os.PathLike[str] | Mapping[str, Any]

FORMAT = "peersupport-programme-1"


def check_programme(
    programme: Source,
    *,
    as_of: str | datetime.date,
    overlay: Source | None = None,
    definition: _core.Definition | Source | None = None,
) -> ProgrammeReport:
    """What is missing in a program, what to look at and what is good to know. It is about a program, never about a
    person: positions and supervisors have ids and no names.

    programme: the path of a file (format peersupport-programme-1), JSON text or bytes, or a mapping.
    as_of: the day the program is looked at, as a date or "YYYY-MM-DD"; what came later is left out. There is no
    default, so that the same call gives the same report on any day.
    definition: another definition than the bundled one. overlay: an organization's overlay, laid over it first.
    Errors name every problem of the file, each with code, byte offset and JSON pointer.
    """
    from .report import ProgrammeReport

    content = _content(programme, "check_programme(): programme")
    against = _definition_of(definition)
    if overlay is not None:
        against = with_overlay(against, overlay)
    day = _day(as_of)
    try:
        return ProgrammeReport(_core.check_programme(content, against, day), against, content)
    except Error as error:
        if error.code == "DATE_OUT_OF_RANGE" and error.path is None:
            _before_period(day, content)
        raise


def _before_period(day: str, content: str | bytes) -> None:
    """Says it when a day that is a day lies before the period."""
    from .words import date_text

    try:
        first = datetime.date.fromisoformat(parsed(content)["period"]["from"])
        if datetime.date.fromisoformat(day) >= first:
            return
    except (ValueError, LookupError, TypeError, RecursionError):
        return
    detail = say(
        f"as_of lies before the program's period, which begins on {date_text(first)}",
        f"as_of précède la période du programme, qui commence le {date_text(first)}",
    )
    raise failed("DATE_OUT_OF_RANGE", detail=detail) from None


def _definition_of(given: _core.Definition | Source | None) -> _core.Definition:
    if given is None:
        return _core.definition
    return given if isinstance(given, _core.Definition) else load_definition(given)


def _day(given: str | datetime.date) -> str:
    if isinstance(given, str):
        return given
    if isinstance(given, datetime.date):
        return f"{given.year:04}-{given.month:02}-{given.day:02}"  # also of a datetime
    raise TypeError("check_programme(): as_of is a date or \"YYYY-MM-DD\"")
