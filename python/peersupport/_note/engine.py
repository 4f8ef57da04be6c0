# SPDX-License-Identifier: Apache-2.0
"""What the compiled part does for the note check, in one place."""
from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .. import _core
from .._errors import Error

KEPT = 8  # sets of rules that are kept ready; compiling takes a moment, checking does not

KINDS = ("individual", "group", "crisis", "late", "minimal")
FIELDS = (
    "service_date", "start", "end", "written_at", "mode", "place", "service_type", "author_role", "signature",
    "people_present", "persons_words", "goal", "choices", "shared", "strengths", "response", "next_step",
    "next_step_owner", "reviewed_together", "consent", "follow_ups", "first_contact",
)  # the compiled part reads these and refuses others  # fmt: skip


@lru_cache(maxsize=KEPT)
def rules_of(packs: tuple[bytes, ...]) -> _core.RuleSet:
    """The library's own rules and packs of an organization behind them; the same packs are compiled once."""
    return _core.compile_rules(packs, True)


def culprit(packs: Sequence[bytes]) -> int:
    """Which of the packs cannot be compiled: the first that fails behind those before it."""
    for n in range(1, len(packs)):
        try:
            rules_of(tuple(packs[:n]))
        except Error:
            return n - 1
    return len(packs) - 1
