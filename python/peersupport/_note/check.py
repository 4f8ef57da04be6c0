# SPDX-License-Identifier: Apache-2.0
"""A note held against the rules of the note check."""
from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from .._definition import _content, with_overlay
from .._errors import Error, Problem, failed, problem
from .._language import say
from . import engine

if TYPE_CHECKING:
    from .report import NoteReport

    Source = str | bytes | os.PathLike[str] | Mapping[str, Any]
    Field = str | bool | Sequence[str] | None

LANGUAGES = ("auto", "en", "fr")
CALL = "check_note"


def check_note(
    text: str | None = None,
    *,
    fields: Mapping[str, Field] | None = None,
    language: Literal["auto", "en", "fr"] = "auto",
    kind: Literal["individual", "group", "crisis", "late", "minimal"] | None = None,
    profile: str = "person-led",
    baseline: Source | None = None,
    rules: Sequence[Source] = (),
    overlay: Source | None = None,
    now: str | datetime.datetime | datetime.date | None = None,
) -> NoteReport:
    """Places of a peer support note to look at again (clinical, stigmatizing, judging or controlling words) and elements
    a reader may miss. A help for the person who writes; never a measure of who writes or of whom is written about.

    text: the note as it is written, up to 1 MiB of UTF-8. It is not changed, not even its Unicode form.
    fields: what stands beside the text, {name: text}; True and False are read as yes and no, a list of texts as one text
        with commas; None is left out. Names: service_date, start, end, written_at,
        mode, place, service_type, author_role, signature, people_present, persons_words, goal, choices, shared,
        strengths, response, next_step, next_step_owner, reviewed_together, consent, follow_ups, first_contact.
    language: "en", "fr" or "auto", which tells from the text.
    kind: "individual", "group", "crisis", "late" or "minimal": which elements are asked of the note; None: what the
        profile says.
    profile: how much is asked and which rules speak: "person-led" (what serves the person), "minimal-record", "group",
        "funder", "research", or a profile of `rules`.
    baseline: what was agreed to be left as it is (NoteReport.baseline() makes one): a path, JSON text or bytes, or a
        mapping. Entries past their last day no longer count; without `now` every entry counts.
    rules: packs of rules of an organization, applied behind the library's own: a path, JSON text or bytes, or a mapping
        each. The same packs are made ready once.
    overlay: an organization's overlay of the definition; its words for values and guidelines stand on the page.
    now: the time it is, as a datetime, a date or ISO 8601 text in the writer's own time; the clock is never read, so
        that the same call gives the same report on any day.

    Offsets are in code points, UTF-8 bytes and UTF-16 units of the text as given (see NoteFinding). Nothing is kept or
    sent: the report holds the caller's text, and nothing else does. Errors never hold a word of a note: TypeError names
    the argument; Error has INVALID_ARGUMENT (language, kind, profile), FIELD_UNKNOWN, TOO_LARGE or JSON_NOT_UTF8 with the
    path /text or /fields/NAME, and the problems of packs, baseline and overlay with their places.
    """
    from .report import NoteReport

    filled = _fields(fields)
    if text is None and not filled:
        raise TypeError("check_note(): a note has a text or fields")
    if text is not None and not isinstance(text, str):
        raise TypeError("check_note(): text is a string")
    texts = {"text": text or "", **filled}
    _readable(texts)
    _one_of("language", language, LANGUAGES)
    if kind is not None:
        _one_of("kind", kind, engine.KINDS)
    if not isinstance(profile, str):
        raise TypeError("check_note(): profile is a string")
    definition = _core.definition if overlay is None else with_overlay(_core.definition, _document("overlay", overlay))
    agreed = None if baseline is None else _document("baseline", baseline)
    time = _time(now)
    ready = _ready(rules)
    _one_of("profile", profile, tuple(p["id"] for p in ready.profiles))
    try:
        checked = _core.check_note(ready, texts["text"], filled, None if language == "auto" else language, kind, profile, time, agreed)
    except Error as error:
        problems, total = error.problems, error.total
    else:
        return NoteReport(checked, ready, texts, definition)
    raise Error([_placed(p, filled) for p in problems], total)


# ---- arguments


def _fields(given: Any) -> dict[str, str]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise TypeError("check_note(): fields is a mapping of names and texts")
    known = engine.FIELDS
    if not all(isinstance(name, str) for name in given):
        raise TypeError("check_note(): names of fields are strings")
    if any(name not in known for name in given):  # a name may be part of a note, so it is not repeated
        raise failed("FIELD_UNKNOWN", path="/fields", detail=say("known: ", "connus : ") + ", ".join(known))
    texts = {name: _field(name, given[name]) for name in known if name in given}
    return {name: text for name, text in texts.items() if text}


def _field(name: str, value: Any) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else "yes" if value else "no"
    if isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    if not isinstance(value, str):
        raise TypeError(f"check_note(): the field {name} is a string, True or False, a list of strings, or None")
    return value


def _readable(texts: Mapping[str, str]) -> None:
    """Half a surrogate pair is no text. Python's own error would carry the text, so it does not leave here."""
    broken = []
    for name, text in texts.items():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            broken.append(problem("JSON_NOT_UTF8", path=_path(name)))
    if broken:
        raise Error(broken)


def _path(name: str) -> str:
    return "/text" if name == "text" else f"/fields/{name}"


def _one_of(name: str, given: Any, known: tuple[str, ...], call: str = CALL) -> None:
    if not isinstance(given, str):
        raise TypeError(f"{call}(): {name} is a string")
    if given not in known:
        raise failed("INVALID_ARGUMENT", path=f"/{name}", detail=say("one of: ", "au choix : ") + ", ".join(known))


def _time(given: Any, call: str = CALL) -> str | None:
    if given is None or isinstance(given, str):
        return given
    if isinstance(given, datetime.datetime):
        return f"{given.year:04}-{given.month:02}-{given.day:02}T{given.hour:02}:{given.minute:02}"
    if isinstance(given, datetime.date):
        return f"{given.year:04}-{given.month:02}-{given.day:02}"
    raise TypeError(f"{call}(): now is a datetime, a date or ISO 8601 text")


def _document(name: str, given: Any, call: str = CALL) -> str | bytes:
    """What a file or a mapping holds. What was taken for a path is named only where it looks like one: it might be a note
    that was given in the wrong place."""
    try:
        return _content(given, f"{call}(): {name}")
    except Error as error:
        code = error.code
    return _refuse(code, name, given)


def _refuse(code: str, name: str, given: Any) -> bytes:
    place = {"file": _file(given)} if _file(given) else {"path": f"/{name}"}
    raise failed(code, **place)


def _file(given: Any) -> str | None:
    """The name of the file that was given, if it was one."""
    if isinstance(given, os.PathLike):
        return str(os.fspath(given))
    named = isinstance(given, str) and given.endswith(".json") and not set(given) & set("\r\n{[")
    return given if named else None


# ---- rules


def _ready(given: Any, call: str = CALL, compiled: engine.Compile = _core.compile_rules) -> _core.RuleSet:
    if isinstance(given, (str, bytes, bytearray, memoryview, os.PathLike, Mapping)) or not isinstance(given, Iterable):
        raise TypeError(f"{call}(): rules is a list of packs")
    sources = list(given)
    packs = []
    for n, source in enumerate(sources):
        found = _document(f"rules/{n}", source, call)
        packs.append(found if isinstance(found, bytes) else found.encode("utf-8", "surrogatepass"))
    try:
        return engine.rules_of(tuple(packs), compiled)
    except Error as error:
        wrong, total = error.problems, error.total
    n = engine.culprit(packs, compiled)
    raise Error([_of_pack(p, n, _file(sources[n])) for p in wrong], total)


def _of_pack(p: Problem, n: int, file: str | None) -> Problem:
    """A problem of one pack; its path begins with the place of the pack where the whole set could not be made."""
    path = (p.path or "").removeprefix(f"/{n}") if (p.path or "").startswith(f"/{n}/") else p.path or ""
    return p._replace(file=file, path=path or None) if file else p._replace(path=f"/rules/{n}{path}")


def _placed(p: Problem, fields: Mapping[str, str]) -> Problem:
    """The compiled part names a field by its name and the text by nothing."""
    if p.path in fields:
        return p._replace(path=f"/fields/{p.path}")
    return p if p.path else p._replace(path="/text")
