# SPDX-License-Identifier: Apache-2.0
"""How notes are checked in an editor, as its configuration says it."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from .._errors import Error, Problem, failed
from .._language import Language, say
from .._note.check import LANGUAGES, check_note
from .._note.engine import KINDS
from .._note.report import NoteReport

SECTION = "peersupport"
MOST_DELAY = 10_000


@dataclass(frozen=True)
class Settings:
    """messages: language of what is shown. language: of the notes. Paths are the reader's own: absolute, or below the
    folder that the editor has open. delay: milliseconds after the last key before a note is read again."""

    messages: Language = "en"
    language: str = "auto"
    kind: str | None = None
    profile: str = "person-led"
    baseline: str | None = None
    rules: tuple[str, ...] = ()
    delay: int = 300

    def check(self, text: str, folder: Path | None = None) -> NoteReport:
        """The report of one note. Files are read again each time, so that what was agreed in between counts."""
        given: dict[str, Any] = {"language": self.language, "kind": self.kind, "profile": self.profile}
        if self.baseline:
            given["baseline"] = _below(folder, self.baseline)
        return check_note(text, rules=[_below(folder, path) for path in self.rules], **given)


def _below(folder: Path | None, path: str) -> Path:
    own = Path(path).expanduser()
    return folder / own if folder else own


def read_settings(given: Any, so_far: Settings, folder: Path | None = None) -> Settings:
    """The settings with what the editor gives, {"peersupport": {…}} or what stands in it; null leaves a setting as it was
    made. Errors name the setting: FIELD_TYPE, FIELD_UNKNOWN, FIELD_VALUE, and what is wrong with a file."""
    if isinstance(given, Mapping) and SECTION in given:
        given = given[SECTION]
    if given is None:
        return so_far
    if not isinstance(given, Mapping):
        raise failed("FIELD_TYPE", path=f"/{SECTION}")
    known = [field.name for field in fields(Settings)]
    if unknown := [name for name in given if name not in known]:
        detail = say("known: ", "connus : ") + ", ".join(known)
        raise failed("FIELD_UNKNOWN", path=f"/{SECTION}/{str(unknown[0])[:40]}", detail=detail)
    made = replace(so_far, **{name: _value(name, value) for name, value in given.items() if value is not None})
    _try(made, folder)
    return made


def _value(name: str, value: Any) -> Any:
    if name == "rules":
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise failed("FIELD_TYPE", path=f"/{SECTION}/rules")
        return tuple(value)
    if name == "delay":
        if not isinstance(value, int) or isinstance(value, bool):
            raise failed("FIELD_TYPE", path=f"/{SECTION}/delay")
        return _one_of_range(value)
    if not isinstance(value, str):
        raise failed("FIELD_TYPE", path=f"/{SECTION}/{name}")
    choices = {"messages": ("en", "fr"), "language": LANGUAGES, "kind": KINDS}.get(name)
    if choices and value not in choices:
        raise failed("FIELD_VALUE", path=f"/{SECTION}/{name}", detail=say("one of: ", "au choix : ") + ", ".join(choices))
    return value


def _one_of_range(delay: int) -> int:
    if not 0 <= delay <= MOST_DELAY:
        raise failed("FIELD_VALUE", path=f"/{SECTION}/delay", detail=f"0 … {MOST_DELAY}")
    return delay


def _try(made: Settings, folder: Path | None) -> None:
    """Whether a note could be checked so; problems of the call stand under the setting they come from."""
    try:
        made.check("", folder)
    except Error as error:
        problems, total = error.problems, error.total
    else:
        return
    raise Error([_under_section(p) for p in problems], total)


def _under_section(p: Problem) -> Problem:
    return p if p.file else p._replace(path=f"/{SECTION}{p.path or ''}")


def language_of(locale: Any) -> Language | None:
    """The language of messages that an editor's locale asks for."""
    if not isinstance(locale, str) or not locale:
        return None
    return "fr" if locale.lower().startswith("fr") else "en"
