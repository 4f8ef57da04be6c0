# SPDX-License-Identifier: Apache-2.0
"""What the role check found, as plain immutable values. Names are those of its JSON. None of them holds a word of the
text."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .. import _core
from .._note.parts import SPAN

Part = Literal["drift", "conditional", "duty"]
Polarity = Literal["does", "does-not", "others", "helps"]
Level = Literal["must", "should", "could"]
State = Literal["present", "near", "missing"]
Kind = Literal["direct", "indirect", "legitimizing", "outside", "review"]


@dataclass(frozen=True, repr=False)
class RoleFinding:
    """A place that speaks of drift, of a duty to ask about first, or of a duty.

    `row` is the id of the definition (a drift, a conditional duty, a duty; None: it has none). `polarity` says who does
    it: the peer "does", "does-not", "others" do, or the peer "helps" the person to. `conditional`: the statement says when,
    or who agrees. `entry`: the row of the activity log, from 1; None: the job description. Offsets as in NoteFinding.

    Of drift: `severity` ("error" for class severity 4, which is never averaged away), `duty_class`, `class_severity`
    (1 to 4), `values_eroded`, `usually_from` ("organization", "worker", "either"), `instead`, `suppressed_by`
    ("polarity", "exemption" or None). Of a conditional duty: `question`, `conditions`. Of a duty: `fit` ("core",
    "optional", "unusual" for the role), `activity`. Otherwise these are None or empty.
    """

    part: Part
    rule: str
    row: str | None
    polarity: Polarity
    conditional: bool
    field: str
    entry: int | None
    start: int
    end: int
    byte_start: int
    byte_end: int
    utf16_start: int
    utf16_end: int
    line: int
    column: int
    end_line: int
    end_column: int
    fingerprint: str
    name: _core.Text
    severity: str | None = None
    sureness: str | None = None
    suppressed_by: str | None = None
    message: _core.Text | None = None
    explanation: _core.Text | None = None
    suggestions: tuple[str, ...] = ()
    duty_class: str | None = None
    class_severity: int | None = None
    values_eroded: tuple[str, ...] = ()
    usually_from: str | None = None
    instead: _core.Text | None = None
    guidelines: tuple[str, ...] = ()
    question: _core.Text | None = None
    conditions: _core.Text | None = None
    fit: str | None = None
    activity: str | None = None

    def __repr__(self) -> str:
        place = f"row {self.entry}" if self.entry else f"{self.field} {self.line}:{self.column}"
        return f"<RoleFinding {self.part} {self.row or self.rule}, {self.polarity}, {place}>"


@dataclass(frozen=True, repr=False)
class RoleComponent:
    """A component a job description should have. `field` is where it is, or what comes near it: "text", the name of a
    section, or None. `suggestions`: sentences proposed for it, in both languages."""

    rule: str
    row: str
    level: Level
    state: State
    title: _core.Text
    name: _core.Text
    field: str | None
    start: int
    end: int
    byte_start: int
    byte_end: int
    utf16_start: int
    utf16_end: int
    line: int
    column: int
    end_line: int
    end_column: int
    suggestions: tuple[_core.Text, ...]

    def __repr__(self) -> str:
        return f"<RoleComponent {self.row} ({self.level}): {self.state}>"


@dataclass(frozen=True)
class RoleEntry:
    """What a row of an activity log counts as; `row`: the duty or drift that decided."""

    kind: Kind
    code: str
    row: str | None
    minutes: int


@dataclass(frozen=True)
class TimeShare:
    """Minutes of one kind and their share of all (0 to 1; None when the log has no minutes)."""

    kind: Kind
    minutes: int
    share: float | None


COMMON = ("rule", "row", "polarity", "conditional", "field", "entry", *SPAN, "fingerprint")


def _text(en: Mapping[str, Any], fr: Mapping[str, Any], name: str) -> _core.Text | None:
    return None if en[name] is None else _core.make_text(en[name], fr[name])


def _named(en: Mapping[str, Any], fr: Mapping[str, Any], *names: str) -> _core.Text:
    found = next(n for n in names if en[n] is not None)
    return _core.make_text(en[found], fr[found])


def drift(en: Mapping[str, Any], fr: Mapping[str, Any]) -> RoleFinding:
    texts: dict[str, Any] = {name: _text(en, fr, name) for name in ("message", "explanation", "instead")}
    plain: dict[str, Any] = {name: en[name] for name in ("severity", "sureness", "suppressed_by", "class_severity", "usually_from")}
    lists: dict[str, Any] = {name: tuple(en[name]) for name in ("suggestions", "values_eroded", "guidelines")}
    common: dict[str, Any] = {name: en[name] for name in COMMON}
    return RoleFinding("drift", name=_named(en, fr, "duty", "title"), duty_class=en["class"], **common, **texts, **plain, **lists)


def conditional(en: Mapping[str, Any], fr: Mapping[str, Any]) -> RoleFinding:
    texts: dict[str, Any] = {name: _text(en, fr, name) for name in ("question", "conditions")}
    name = _named(en, fr, "name") if en["name"] is not None else _core.make_text(en["rule"], en["rule"])
    return RoleFinding("conditional", name=name, **{n: en[n] for n in COMMON}, **texts)


def duty(en: Mapping[str, Any], fr: Mapping[str, Any]) -> RoleFinding:
    name = _named(en, fr, "duty") if en["duty"] is not None else _core.make_text(en["rule"], en["rule"])
    return RoleFinding("duty", name=name, fit=en["fit"], activity=en["activity"], **{n: en[n] for n in COMMON})


def component(en: Mapping[str, Any], fr: Mapping[str, Any]) -> RoleComponent:
    values: dict[str, Any] = {name: en[name] for name in ("rule", "row", "level", "state", "field", *SPAN)}
    pairs = zip(en["suggestions"], fr["suggestions"])
    title, name = (_core.make_text(en[key], fr[key]) for key in ("title", "component"))
    return RoleComponent(title=title, name=name, suggestions=tuple(_core.make_text(a, b) for a, b in pairs), **values)
