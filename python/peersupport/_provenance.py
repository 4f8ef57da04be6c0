# SPDX-License-Identifier: Apache-2.0
"""What a result was made with: instrument, definition and library. The same for scores and summaries."""
from __future__ import annotations

from typing import NamedTuple

from . import _core


class Facts(NamedTuple):
    instrument: str
    instrument_version: str
    form: str
    subject: str
    definition_version: str
    definition_digest: str
    library_version: str
    scales: tuple[str, ...]

    @classmethod
    def of(cls, plan: _core.Plan) -> Facts:
        made = (plan.instrument_id, plan.instrument_version, plan.form, plan.subject)
        return cls(*made, plan.definition_version, plan.definition_digest, _core.__version__, plan.scales)


class Provenance:
    """Tells the facts of a result one by one."""

    _facts: Facts

    @property
    def instrument(self) -> str:
        return self._facts.instrument

    @property
    def instrument_version(self) -> str:
        return self._facts.instrument_version

    @property
    def form(self) -> str:
        return self._facts.form

    @property
    def subject(self) -> str:
        return self._facts.subject

    @property
    def definition_version(self) -> str:
        """Version of the definition of peer support the result was made with."""
        return self._facts.definition_version

    @property
    def definition_digest(self) -> str:
        """SHA-256 of that definition."""
        return self._facts.definition_digest

    @property
    def library_version(self) -> str:
        return self._facts.library_version
