# SPDX-License-Identifier: Apache-2.0
"""What the compiled part does for the note check, in one place. Where it cannot yet do all of it, stand_in does."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Protocol

from .. import _core
from .._errors import Error

KEPT = 8  # sets of rules that are kept ready; compiling takes a moment, checking does not

KINDS = ("individual", "group", "crisis", "late", "minimal")
FIELDS = (
    "service_date", "start", "end", "written_at", "mode", "place", "service_type", "author_role", "signature",
    "people_present", "persons_words", "goal", "choices", "shared", "strengths", "response", "next_step",
    "next_step_owner", "reviewed_together", "consent", "follow_ups", "first_contact",
)  # the compiled part reads these and refuses others  # fmt: skip

core: Any = _core


class Checked(Protocol):
    """A note that was checked: offsets and the words of rules, never the note's."""

    def json(self, shown_in: str | None) -> str: ...


class Rules(Protocol):
    """Rules made ready to read by."""

    @property
    def digest(self) -> str: ...

    @property
    def ids(self) -> tuple[str, ...]: ...

    @property
    def profiles(self) -> Sequence[Mapping[str, Any]]: ...


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
    found: Checked = core.check_note(rules, text, dict(fields), language, kind, profile, now, baseline)
    return found


def sarif(checked: Checked, shown_in: str | None, uri: str | None) -> str:
    """A SARIF 2.1.0 log of a note that was checked."""
    if hasattr(checked, "sarif"):
        return str(checked.sarif(shown_in, uri))
    from .stand_in import sarif_log

    return sarif_log(checked.json(shown_in), uri)


def profiles(rules: Rules) -> dict[str, Mapping[str, Mapping[str, str]]]:
    """The profiles of the rules: {id: {"name": {en, fr}, "adopted_by": {en, fr}, …}}."""
    return {str(p["id"]): p for p in rules.profiles}
