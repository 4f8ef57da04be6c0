# SPDX-License-Identifier: Apache-2.0
"""Notes from files. What Python says about a file that cannot be read may hold its content, so it never leaves here."""
from __future__ import annotations

import json
import sys
from typing import Any, NamedTuple

from .._errors import Error, failed
from .._note import engine
from .note_help import note_say

STANDARD_INPUT = "-"
FORMAT = "peersupport-note-1"
MEMBERS = {"format", "text", "fields", "language", "kind", "profile", "now", "baseline"}
LANGUAGES = ("auto", "en", "fr")


class NoteFile(NamedTuple):
    """A note as a file gives it. uri: where its text stands as it is; None: its places are not those of a file."""

    name: str
    text: str | None
    fields: dict[str, Any]
    language: str | None
    kind: str | None
    more: dict[str, Any]  # profile, now and baseline, where the file says them
    uri: str | None


def read_notes(paths: list[str]) -> list[NoteFile]:
    """Every note, or the first file that cannot be read."""
    if paths.count(STANDARD_INPUT) > 1:
        raise failed("INVALID_ARGUMENT", path=STANDARD_INPUT, detail=note_say("twice"))
    return [_read(path) for path in paths]


def read_fields(path: str | None) -> dict[str, Any]:
    """The fields of --fields."""
    if path is None:
        return {}
    found = _json(_bytes(path), path)
    if not _are_fields(found):
        raise failed("FIELD_TYPE", file=path, detail=note_say("fields"))
    return dict(found)


def _read(path: str) -> NoteFile:
    if path == STANDARD_INPUT:
        name = note_say("standard-input")
        return NoteFile(name, _text(sys.stdin.buffer.read(), name), {}, None, None, {}, None)
    content = _bytes(path)
    if path.lower().endswith(".json"):
        return _note(_json(content, path), path)
    from pathlib import PurePath
    from urllib.parse import quote

    return NoteFile(path, _text(content, path), {}, None, None, {}, quote(PurePath(path).as_posix()))


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError):
        raise failed("FILE_UNREADABLE", file=path) from None


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        pass
    raise failed("FILE_UNREADABLE", file=name, detail=note_say("not-utf-8"))


def _json(content: bytes, path: str) -> Any:
    text = _text(content, path)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = error.pos
    except (ValueError, RecursionError):
        place = 0
    raise Error([failed("JSON_SYNTAX", file=path).problems[0]._replace(offset=len(text[:place].encode("utf-8", "replace")))])


def _are_fields(found: Any) -> bool:
    def fine(value: Any) -> bool:
        texts = value if isinstance(value, list) else [] if value is None or isinstance(value, bool) else [value]
        return all(isinstance(text, str) for text in texts)

    return isinstance(found, dict) and all(map(fine, found.values()))


def _note(found: Any, path: str) -> NoteFile:
    """A note in the format peersupport-note-1; the member format may be left out."""
    fine = isinstance(found, dict) and found.keys() & {"text", "fields"} and found.keys() <= MEMBERS
    if not fine or found.get("format", FORMAT) != FORMAT:
        raise failed("FIELD_TYPE", file=path, detail=note_say("object"))
    fields = found.get("fields") or {}
    if not _are_fields(fields):
        raise failed("FIELD_TYPE", file=path, path="/fields", detail=note_say("fields"))
    for name in ("text", "profile", "now"):
        if not isinstance(found.get(name), str | None):
            raise failed("FIELD_TYPE", file=path, path=f"/{name}", detail=note_say("object"))
    if not isinstance(found.get("baseline"), dict | None):
        raise failed("FIELD_TYPE", file=path, path="/baseline", detail=note_say("object"))
    for name, known in (("language", LANGUAGES), ("kind", ("auto", *engine.KINDS))):
        if found.get(name) not in (None, *known):
            raise failed("FIELD_VALUE", file=path, path=f"/{name}", detail=", ".join(known))
    more = {name: found[name] for name in ("profile", "now", "baseline") if found.get(name) is not None}
    kind = found.get("kind")
    return NoteFile(path, found.get("text"), fields, found.get("language"), None if kind == "auto" else kind, more, None)
