# SPDX-License-Identifier: Apache-2.0
"""Who set a number of a rule or a frequency: the definition, or an organization's overlay."""
from __future__ import annotations

from typing import Any

from .. import _core


def set_by(definition: _core.Definition, row: Any, *fields: str) -> str:
    """The id of the overlay that gave these fields of a row other values; empty when the definition's stand."""
    overlay = definition.overlay
    if overlay is None or row.origin == "definition":
        return ""
    if row.origin == "replaced" and definition.digest == _core.definition.digest:
        base = _core.definition.find(row.id)
        if all(getattr(row, name) == getattr(base, name) for name in fields):
            return ""
    return str(overlay.id)
