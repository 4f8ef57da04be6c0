# SPDX-License-Identifier: Apache-2.0
"""Many notes held against the rules of the note check at once."""
from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from .._definition import with_overlay
from .._errors import Error, Problem, failed
from .._language import say
from . import check, engine

if TYPE_CHECKING:
    import datetime

    from .check import Source
    from .findings import NoteFindings

CALL = "check_notes"


def check_notes(
    column: Any,
    threads: int = 1,
    *,
    language: Literal["auto", "en", "fr"] = "auto",
    kind: Literal["individual", "group", "crisis", "late", "minimal"] | None = None,
    profile: str = "person-led",
    baseline: Source | None = None,
    rules: Sequence[Source] = (),
    overlay: Source | None = None,
    now: str | datetime.datetime | datetime.date | None = None,
) -> NoteFindings:
    """What check_note() finds in each text of a column: for trying rules on notes, or reading one's own again. Never for
    comparing who wrote them or whom they are about: nothing here groups findings by author, team or day.

    column: texts, up to 1 MiB of UTF-8 each: a list, a pandas Series, or anything with the Arrow C interfaces (pyarrow and
        polars columns; a table with one column). What is null, None, NaN or NA is no note: it has no findings, and its row
        counts as not checked.
    threads: notes are checked side by side without Python's lock; the result is the same to the byte.
    language, kind, profile, baseline, rules, overlay, now: as for check_note(), the same for every note.

    Rows count from 0, whatever index the column has. The result holds no text of a note, and nothing else does. Errors
    never hold a word of a note; every row that is wrong is told at once, the first hundred with their places: FIELD_TYPE
    (not a text), JSON_NOT_UTF8 with the byte, TOO_LARGE. FIELD_TYPE without a row: not a column of texts.
    """
    from .findings import NoteFindings

    if not isinstance(threads, int) or isinstance(threads, bool) or threads < 1:
        raise failed("INVALID_ARGUMENT", path="/threads")
    check._one_of("language", language, check.LANGUAGES, CALL)
    if kind is not None:
        check._one_of("kind", kind, engine.KINDS, CALL)
    if not isinstance(profile, str):
        raise TypeError(f"{CALL}(): profile is a string")
    definition = _core.definition if overlay is None else with_overlay(_core.definition, check._document("overlay", overlay, CALL))
    agreed = None if baseline is None else check._document("baseline", baseline, CALL)
    time = check._time(now, CALL)
    ready = check._ready(rules, CALL)
    check._one_of("profile", profile, tuple(p["id"] for p in ready.profiles), CALL)
    cells = _cells(column)
    try:
        checked = _core.check_notes(ready, cells, None if language == "auto" else language, kind, profile, time, agreed, threads)
    except Error as error:
        problems, total = error.problems, error.total
    else:
        return NoteFindings(checked, ready, profile, definition)
    raise Error([_placed(p) for p in problems], total)


def _cells(column: Any) -> Any:
    """A list, or what a producer of Arrow hands over. Errors of producers may repeat a cell, so they do not leave here."""
    if isinstance(column, (str, bytes, bytearray, memoryview, dict)):
        raise TypeError(f"{CALL}(): column is a column of texts, not one text")
    if isinstance(column, (list, tuple)):
        return list(column)
    if _is_pandas(column) and not _is_arrow(column):
        return column.tolist()
    for method in ("__arrow_c_stream__", "__arrow_c_array__"):
        if hasattr(column, method):
            return _handed_over(column, method)
    if hasattr(column, "__array__") and getattr(column, "ndim", 1) == 1:  # NumPy's own strings
        return column.tolist()
    raise TypeError(f"{CALL}(): column is a list, a pandas Series or a column with the Arrow C interfaces")


def _handed_over(column: Any, method: str) -> Any:
    try:
        return getattr(column, method)()
    except Exception:
        pass
    raise _no_column()


def _is_pandas(column: Any) -> bool:
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(column, (pandas.Series, pandas.Index))


def _is_arrow(series: Any) -> bool:
    """Whether the cells of a pandas column lie in Arrow's memory."""
    return type(series.array).__name__.startswith("Arrow") and hasattr(series, "__arrow_c_stream__")


# ---- problems


def _no_column() -> Error:
    return failed("FIELD_TYPE", path="/column", advice=_wanted())


def _wanted() -> str:
    return say("Give a column of texts; null or None where there is no note.", "Fournissez une colonne de textes; null ou None là où il n’y a pas de note.")


def _placed(p: Problem) -> Problem:
    """The compiled part names a row by a pointer, and the column by nothing."""
    wanted = _wanted() if p.code == "FIELD_TYPE" else None
    row = (p.path or "")[1:]
    if row.isdecimal():
        return p._replace(path=None, row=int(row), advice=wanted)
    return p if p.path else p._replace(path="/column", advice=wanted)
