# SPDX-License-Identifier: Apache-2.0
"""What the compiled part does for the checks of texts, in one place."""
from __future__ import annotations

from collections.abc import Callable, Sequence
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


Compile = Callable[[Sequence[bytes], bool], _core.RuleSet]


@lru_cache(maxsize=KEPT)
def rules_of(packs: tuple[bytes, ...], compiled: Compile = _core.compile_rules) -> _core.RuleSet:
    """The library's own rules and packs of an organization behind them; the same packs are compiled once. compiled: of
    which check."""
    return compiled(packs, True)


def culprit(packs: Sequence[bytes], compiled: Compile = _core.compile_rules) -> int:
    """Which of the packs cannot be compiled: the first that fails behind those before it."""
    for n in range(1, len(packs)):
        try:
            rules_of(tuple(packs[:n]), compiled)
        except Error:
            return n - 1
    return len(packs) - 1
