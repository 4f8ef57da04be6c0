# SPDX-License-Identifier: Apache-2.0
"""What the compiled part does for the note check, in one place. Where it cannot yet do all of it, stand_in does."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Protocol

from .. import _core
from .._errors import Error

KEPT = 8  # sets of rules that are kept ready; compiling takes a moment, checking does not

core: Any = _core


class Checked(Protocol):
    """A note that was checked: offsets and the words of rules, never the note's."""

    def json(self, shown_in: str | None) -> str: ...

    def sarif(self, shown_in: str | None, uri: str | None) -> str: ...


class Rules(Protocol):
    """Rules made ready to read by."""

    @property
    def digest(self) -> str: ...

    @property
    def ids(self) -> tuple[str, ...]: ...


@lru_cache(maxsize=KEPT)
def rules_of(packs: tuple[bytes, ...]) -> Rules:
    """The library's own rules and packs of an organization behind them; the same packs are compiled once."""
    found: Rules = core.compile_rules(list(packs), True)
    return found


def culprit(packs: Sequence[bytes]) -> int:
    """Which of the packs cannot be compiled: the first that fails behind those before it."""
    for n in range(1, len(packs)):
        try:
            rules_of(tuple(packs[:n]))
        except Error:
            return n - 1
    return len(packs) - 1


def check(
    rules: Rules, text: str, fields: Mapping[str, str], language: str | None, kind: str | None, profile: str,
    now: str | None, baseline: str | bytes | None,
) -> Checked:  # fmt: skip
    """The note held against the rules."""
    if hasattr(core, "CheckedNote"):
        found: Checked = core.check_note(rules, text, dict(fields), language, kind, profile, now, baseline)
        return found
    from .stand_in import StandIn

    return StandIn(rules, text, fields, language, kind, profile, now, baseline)


def kinds() -> tuple[str, ...]:
    """The kinds of note there are."""
    return tuple(_listed("note_kinds", "KINDS"))


def fields() -> tuple[str, ...]:
    """The fields a note may have beside its text."""
    return tuple(_listed("note_fields", "FIELDS"))


def profiles() -> dict[str, dict[str, dict[str, str]]]:
    """{id: {"name": {en, fr}, "adopted_by": {en, fr}}}"""
    return dict(_listed("note_profiles", "PROFILES"))


def _listed(name: str, otherwise: str) -> Any:
    if hasattr(core, name):
        return getattr(core, name)()
    from . import stand_in

    return getattr(stand_in, otherwise)
