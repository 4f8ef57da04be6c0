# SPDX-License-Identifier: Apache-2.0
"""Errors as people read them: where, what, what to do, and the code. Never what a cell holds."""
from __future__ import annotations

import difflib
import glob
import gzip
import os
from collections.abc import Iterable, Sequence

from .. import _core
from .._errors import Error, Problem, failed
from .._language import language, say
from .causes import cause, words_of

SHOWN = 10
TOLD = (
    "FIELD_TYPE", "FIELD_VALUE", "FILE_UNWRITABLE", "DATE_OUT_OF_RANGE", "INVALID_ARGUMENT", "LEDGER_MALFORMED",
    "SHARD_REPEATED", "STRATIFIER_UNKNOWN",
)  # their detail is the sentence  # fmt: skip


def no_answers(paths: Sequence[str]) -> Error:
    """Every file was read and none holds a row."""
    return failed("FILE_UNREADABLE", file=paths[0], detail=cause("header-only"))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like the one that was typed."""
    by_case = {k.casefold(): k for k in known}
    found = difflib.get_close_matches(name.casefold(), by_case, n=1, cutoff=0.5)
    return by_case[found[0]] if found else None


def instrument_not_found(name: str) -> Error:
    """NOT_FOUND with the nearest id; a name in either language counts."""
    known: dict[str, str] = {}
    for id in _core.bundled_ids():
        found = _core.open_instrument(id)
        known |= {id: id, found.name.en: id, found.name.fr: id}
    close = nearest(name, known)
    sentence = cause("instrument-unknown")
    return failed("NOT_FOUND", path=name, detail=f"{cause('did-you-mean', id=known[close])} {sentence}" if close else sentence)


# ---- why a file cannot be read: looked up afterwards, so that reading stays fast


def _text_cause(path: str) -> str | None:
    opened = gzip.open(path, "rb") if path.lower().endswith(".gz") else open(path, "rb")
    tail = b""
    with opened as file:
        while piece := file.read(1 << 20):
            if not tail and (piece[:2] in (b"\xff\xfe", b"\xfe\xff") or piece[:200].count(b"\0") > 20):
                return "utf-16"
            try:
                (tail + piece).decode("utf-8")
                tail = b""
            except UnicodeDecodeError as error:
                if error.end - error.start == 0 or error.start < len(tail + piece) - 4:
                    return "not-utf-8"
                tail = (tail + piece)[error.start :]
    return "not-utf-8" if tail else None


def why_unreadable(path: str) -> str:
    """The id of the cause."""
    if not os.path.lexists(path):
        return "no-match" if glob.has_magic(path) else "missing"
    if os.path.isdir(path):
        return "folder"
    if not os.access(path, os.R_OK):
        return "not-allowed"
    try:
        if os.path.getsize(path) == 0:
            return "empty"
        name = path.lower()
        if name.endswith((".parquet", ".pq")):
            return "not-parquet"
        return _text_cause(path) or ("json-shape" if name.endswith((".json", ".ndjson", ".jsonl")) else "unknown")
    except (OSError, EOFError, ValueError):
        return "damaged" if path.lower().endswith(".gz") else "unknown"
    except Exception:  # zlib.error has no base class of its own
        return "damaged"


# ---- telling


def _where(p: Problem) -> str:
    return p._replace(detail=None).place()


def _sentences(p: Problem) -> tuple[str, str]:
    """What it is, and what to do."""
    lang = language()
    what, do = _core.status_text(p.number, lang), p.advice or _core.status_advice(p.number, lang) or ""
    if p.code == "FILE_UNREADABLE":
        detail = p.detail or cause(why_unreadable(p.file or ""))
        return (detail, "") if p.detail or p.file else (what, do)
    if p.detail and (p.code in TOLD or (p.code == "COLUMN_MISSING" and p.column is None)):
        return p.detail, ""
    if p.detail:
        return what, words_of(p.code, p.detail) or f"{p.detail}. {do}"
    return what, words_of(p.code, "") or do


def _one(p: Problem) -> str:
    what, do = _sentences(p)
    where = _where(p)
    text = f"{where}{say(': ', ' : ')}{what}" if where else what
    return f"{text} {do}".strip() + f" [{p.code}]"


def _columns(problems: Sequence[Problem]) -> str:
    """Every column that is missing (or stands twice) in a file, in one line."""
    first = problems[0]
    names = ", ".join(p.column or "" for p in problems)
    key = "columns-missing" if first.code == "COLUMN_MISSING" else "columns-twice"
    told = " ".join(filter(None, [cause(key, names=names, n=len(problems)), first.detail]))
    return f"{_where(first._replace(column=None))}{say(': ', ' : ')}{told} [{first.code}]"


def _many(problems: Sequence[Problem], total: int) -> list[str]:
    scoring = all(400 <= p.number < 500 for p in problems)
    lines = [cause("many" if scoring else "many-places", total=total)]
    own = [p for p in problems if p.detail or p.code == "FILE_UNREADABLE"]  # what it is differs from place to place
    lines += [f"  {_one(p)}" if p in own else f"  {_where(p)}{say(': ', ' : ')}{p.code}" for p in problems[:SHOWN]]
    if total > SHOWN:
        lines.append("  " + cause("and-more", n=total - SHOWN))
    for p in {p.code: p for p in problems if p not in own}.values():
        what, do = _sentences(p)
        lines.append(f"{p.code}{say(': ', ' : ')}{what} {do}".rstrip())
    return lines


def placed(error: Error, name: str, content: bytes) -> Error:
    """Problems with the file, line and column as an editor counts them, beside the JSON pointer."""
    return Error([_place(p, name, content) for p in error.problems], error.total)


def _place(p: Problem, name: str, content: bytes) -> Problem:
    if p.offset is None:
        return p._replace(file=name)
    before = content[: p.offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    where = say(f"line {line}, column {column}", f"ligne {line}, colonne {column}")
    return p._replace(file=name, path=f"{where}, {p.path}" if p.path else where, offset=None)


def _located(error: Error) -> Error:
    """Bytes of a JSON file become lines and columns, as long as the file can still be read."""
    files = {p.file for p in error.problems if p.offset is not None and p.row is None}
    if len(files) != 1 or not (name := files.pop()) or any(p.file != name for p in error.problems):
        return error
    try:
        with open(name, "rb") as file:
            return placed(error, name, file.read())
    except (OSError, ValueError):
        return error


def tell(error: Error) -> str:
    """The whole message."""
    error = _located(error)
    problems = error.problems
    start = f"peersupport{say(': error: ', ' : erreur : ')}"
    if not problems:
        return start + str(error)
    by_code = {p.code for p in problems}
    if by_code <= {"COLUMN_MISSING", "COLUMN_DUPLICATE"} and all(p.file is not None and p.column for p in problems):
        parts: dict[tuple[str | None, str], list[Problem]] = {}
        for p in problems:
            parts.setdefault((p.file, p.code), []).append(p)
        return "\n".join(start + _columns(found) for found in parts.values())
    if error.total == 1:
        return start + _one(problems[0])
    return start + "\n".join(_many(problems, error.total))
