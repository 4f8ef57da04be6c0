# SPDX-License-Identifier: Apache-2.0
"""The simulated sample that travels with the package."""
from __future__ import annotations

from pathlib import Path

from ._errors import failed

NAME = "integrity-survey-simulated.csv"


def sample() -> Path:
    """The path of the bundled sample: answers to the Integrity Survey. Simulated; nobody gave them."""
    path = Path(__file__).parent / "sample" / NAME
    if not path.is_file():
        raise failed("FILE_UNREADABLE", file=str(path))
    return path
