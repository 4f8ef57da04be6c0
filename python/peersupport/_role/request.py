# SPDX-License-Identifier: Apache-2.0
"""What is handed to the role check, in the form the compiled part reads: a text, sections, or rows of an activity log."""
from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from .._errors import Error, failed, problem
from .._language import say

FORMAT = "peersupport-role-description-1"
ROW = ("activity", "minutes", "code")
WRAPPED = ("text", "sections", "activities")


class Request(NamedTuple):
    """json: for the compiled part. texts: what was given, by field, as the report shows it to the caller."""

    json: bytes
    texts: dict[str, str]
    activities: tuple[str, ...]
    minutes: tuple[int, ...]


def request_of(given: Any, role: str, language: str | None) -> Request:
    text, sections, rows = _parts(given)
    if text is None and not sections and rows is None:
        raise TypeError("check_role(): a role has a text, sections or activities")
    texts = ({"text": text} if text else {}) | sections
    whole: dict[str, Any] = {"format": FORMAT, "role": role, "language": language, "text": text or ""}
    if sections:
        whole["sections"] = sections
    if rows is not None:
        whole["activities"] = rows
    _readable(texts, rows or [])
    made = json.dumps(whole, ensure_ascii=False, allow_nan=False).encode()
    return Request(made, texts, tuple(r["activity"] for r in rows or []), tuple(r["minutes"] for r in rows or []))


def _parts(given: Any) -> tuple[str | None, dict[str, str], list[dict[str, Any]] | None]:
    if isinstance(given, str):
        return given, {}, None
    if isinstance(given, Mapping):
        return _mapping(given)
    if hasattr(given, "to_dict") and hasattr(given, "columns"):
        return None, {}, _rows(_of_frame(given))
    if isinstance(given, Iterable) and not isinstance(given, (bytes, bytearray, memoryview)):
        return None, {}, _rows(list(given))
    raise TypeError("check_role(): a role is a text, a mapping of sections, or rows of an activity log")


def _mapping(given: Mapping[Any, Any]) -> tuple[str | None, dict[str, str], list[dict[str, Any]] | None]:
    """Sections by name, with "text" for what has no heading; or the members of the format itself."""
    if not all(isinstance(name, str) for name in given):
        raise TypeError("check_role(): names of sections are strings")
    members = {k: v for k, v in given.items() if k not in ("format", "role", "language")}
    rows = members.pop("activities", None)
    sections = members.pop("sections", None)
    text = members.pop("text", None)
    if not isinstance(text, str | None):
        raise TypeError("check_role(): text is a string")
    if sections is not None and members:
        raise TypeError("check_role(): sections stand under \"sections\" or beside \"text\", not both")
    named = members if sections is None else sections
    if not isinstance(named, Mapping):
        raise TypeError("check_role(): sections is a mapping of names and texts")
    made = {str(name).replace("_", "-"): _section(value) for name, value in named.items()}
    return text, {k: v for k, v in made.items() if v}, None if rows is None else _rows(_listed(rows))


def _section(value: Any) -> str:
    """A list has a line for each, so that each is a statement of its own."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value):
        return "\n".join(f"- {each}" for each in value)
    raise TypeError("check_role(): a section is a string, a list of strings, or None")


def _listed(rows: Any) -> list[Any]:
    if hasattr(rows, "to_dict") and hasattr(rows, "columns"):
        return _of_frame(rows)
    if isinstance(rows, Iterable) and not isinstance(rows, (str, bytes, Mapping)):
        return list(rows)
    raise TypeError("check_role(): activities is a list of rows")


def _of_frame(frame: Any) -> list[Any]:
    """Rows of a pandas or polars frame; other columns are not looked at."""
    names = [str(c) for c in frame.columns]
    if "activity" not in names:
        raise failed("COLUMN_MISSING", path="activity")
    kept = frame[[name for name in ROW if name in names]]
    return list(kept.to_dicts() if hasattr(kept, "to_dicts") else kept.to_dict("records"))


# ---- rows of a log


def _rows(given: list[Any]) -> list[dict[str, Any]]:
    """Every row that is wrong is told, by its place; never what stands in it."""
    wrong = []
    rows = []
    for n, row in enumerate(given):
        made, problems = _row(row, n)
        rows.append(made)
        wrong += problems
    if wrong:
        raise Error(wrong[:100], len(wrong))
    return rows


def _row(row: Any, n: int) -> tuple[dict[str, Any], list[Any]]:
    if isinstance(row, str):
        row = {"activity": row}
    if isinstance(row, (list, tuple)) and 2 <= len(row) <= 3:
        row = dict(zip(ROW, row))
    path = f"/activities/{n}"
    if not isinstance(row, Mapping):
        return {"activity": "", "minutes": 0}, [problem("FIELD_TYPE", path=path)]
    wrong = []
    activity, code = row.get("activity"), row.get("code")
    if not isinstance(activity, str):
        wrong.append(problem("FIELD_TYPE", path=f"{path}/activity", detail=say("a text is needed", "un texte est nécessaire")))
    minutes = _minutes(row.get("minutes"))
    if minutes is None:
        wrong.append(problem("FIELD_TYPE", path=f"{path}/minutes", detail=say("whole minutes are needed", "des minutes entières sont nécessaires")))
    if not (_empty(code) or isinstance(code, str)):
        wrong.append(problem("FIELD_TYPE", path=f"{path}/code"))
    made: dict[str, Any] = {"activity": activity if isinstance(activity, str) else "", "minutes": minutes or 0}
    if isinstance(code, str) and code:
        made["code"] = code
    return made, wrong


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _minutes(value: Any) -> int | None:
    """Whole minutes; None for what is no number of them. A row may say nothing of time."""
    if _empty(value):
        return 0
    if isinstance(value, bool):
        return None
    try:
        whole = int(value)
        return whole if whole == value else None
    except (TypeError, ValueError, OverflowError):
        return None


def _readable(texts: Mapping[str, str], rows: list[dict[str, Any]]) -> None:
    """Half a surrogate pair is no text. Python's own error would carry the text, so it does not leave here."""
    places = [("/text" if name == "text" else "/sections", text) for name, text in texts.items()]
    places += [(f"/activities/{n}/activity", row["activity"]) for n, row in enumerate(rows)]
    broken = [problem("JSON_NOT_UTF8", path=path) for path, text in places if not _is_text(text)]
    if broken:
        raise Error(broken[:100], len(broken))


def _is_text(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
