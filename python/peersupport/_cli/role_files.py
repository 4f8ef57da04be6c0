# SPDX-License-Identifier: Apache-2.0
"""Job descriptions and activity logs from files. What Python says about a file that cannot be read may hold its content,
so it never leaves here."""
from __future__ import annotations

import csv
import io
import sys
from typing import Any, NamedTuple

from .._errors import Error, failed, problem
from .note_files import STANDARD_INPUT, _bytes, _json, _text
from .note_help import note_say
from .role_help import role_say

FORMAT = "peersupport-role-description-1"
MEMBERS = {"format", "text", "sections", "activities", "language", "role"}
MOST_PROBLEMS = 100


class RoleFile(NamedTuple):
    """A description or a log as a file gives it. uri: where its text stands as it is; None: its places are not those of a
    file."""

    name: str
    given: Any  # what check_role() takes
    language: str | None
    role: str | None
    uri: str | None


def read_roles(paths: list[str]) -> list[RoleFile]:
    """Every file, or the first that cannot be read."""
    if paths.count(STANDARD_INPUT) > 1:
        raise failed("INVALID_ARGUMENT", path=STANDARD_INPUT, detail=note_say("twice"))
    return [_read(path) for path in paths]


def _read(path: str) -> RoleFile:
    if path == STANDARD_INPUT:
        name = note_say("standard-input")
        return RoleFile(name, _text(sys.stdin.buffer.read(), name), None, None, None)
    content = _bytes(path)
    if path.lower().endswith(".json"):
        return _described(_json(content, path), path)
    if path.lower().endswith(".csv"):
        return RoleFile(path, _log(_text(content, path), path), None, None, None)
    from pathlib import PurePath
    from urllib.parse import quote

    return RoleFile(path, _text(content, path), None, None, quote(PurePath(path).as_posix()))


def _described(found: Any, path: str) -> RoleFile:
    """The format peersupport-role-description-1 (its member format may be left out), or a list of rows."""
    if isinstance(found, list):
        return RoleFile(path, found, None, None, None)
    fine = isinstance(found, dict) and found.keys() & {"text", "sections", "activities"} and found.keys() <= MEMBERS
    if not fine or found.get("format", FORMAT) != FORMAT:
        raise failed("FIELD_TYPE", file=path, detail=role_say("object"))
    for name, kind in (("text", str), ("sections", dict), ("activities", list), ("language", str), ("role", str)):
        if not isinstance(found.get(name), kind | None):
            raise failed("FIELD_TYPE", file=path, path=f"/{name}", detail=role_say("object"))
    given = {name: found[name] for name in ("text", "sections", "activities") if found.get(name) is not None}
    return RoleFile(path, given, found.get("language"), found.get("role"), None)


def _log(text: str, path: str) -> list[dict[str, Any]]:
    """Rows of a CSV file; semicolons as well as commas. Every row that is wrong is told by its number."""
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        table = None
    if table is None:
        raise failed("ROW_MALFORMED", file=path)
    head = [name.strip().lower() for name in table[0]] if table else []
    if "activity" not in head:
        raise failed("COLUMN_MISSING", file=path, path="activity")
    wrong: list[Any] = []
    rows = [_row(dict(zip(head, cells)), n, path, wrong) for n, cells in enumerate(table[1:], 2) if any(cells)]
    if wrong:
        raise Error(wrong[:MOST_PROBLEMS], len(wrong))
    return rows


def _row(cells: dict[str, str], n: int, path: str, wrong: list[Any]) -> dict[str, Any]:
    minutes = cells.get("minutes", "").strip()
    if minutes and not (minutes.isascii() and minutes.isdigit() and len(minutes) < 8):
        wrong.append(problem("FIELD_TYPE", file=path, path="minutes", row=n, detail=role_say("minutes")))
        minutes = ""
    made: dict[str, Any] = {"activity": cells.get("activity", ""), "minutes": int(minutes or 0)}
    if code := cells.get("code", "").strip():
        made["code"] = code
    return made
