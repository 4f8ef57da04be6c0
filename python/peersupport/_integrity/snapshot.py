# SPDX-License-Identifier: Apache-2.0
"""The state of one wave, against which change is measured later."""
from __future__ import annotations

import json
import os
from typing import Any

FORMAT = "peersupport-snapshot-1"


class Snapshot:
    """A baseline to keep: exact counts of one wave. It is private, as answers are: it stays where the answers stay,
    and is never published."""

    def __init__(self, content: str) -> None:
        self._json = content
        self._data: dict[str, Any] = json.loads(content)

    @property
    def wave(self) -> str:
        return str(self._data["wave"])

    @property
    def instrument(self) -> dict[str, str]:
        """Id, version and digest."""
        return dict(self._data["instrument"])

    @property
    def definition(self) -> dict[str, Any]:
        """Version and digest."""
        return dict(self._data["definition"])

    def to_json(self) -> str:
        """The snapshot (format peersupport-snapshot-1): always the same bytes."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._json)
        return found

    def write(self, path: str | os.PathLike[str]) -> None:
        """Keeps it as a file that only its owner may read."""
        from .writing import write

        write(path, self._json)

    def __eq__(self, other: object) -> bool:
        return self._json == other._json if isinstance(other, Snapshot) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._json)

    def __repr__(self) -> str:
        units = len({cell["unit"] for cell in self._data["cells"]})
        return f"<Snapshot {self.instrument['id']} {self.instrument['version']}, wave {self.wave}, units {units}: private, keep it with the answers>"
