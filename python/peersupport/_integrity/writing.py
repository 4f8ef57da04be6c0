# SPDX-License-Identifier: Apache-2.0
"""Files that appear whole or not at all, for their owner alone: what is about a service is its own affair."""
from __future__ import annotations

import os
import tempfile
from pathlib import Path

from .._errors import failed


def write(path: str | os.PathLike[str], text: str) -> None:
    """Error FILE_UNWRITABLE when it cannot be written."""
    target = Path(path)
    try:
        number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError:
        raise failed("FILE_UNWRITABLE", file=str(target)) from None
    try:
        with open(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text if text.endswith("\n") else text + "\n")
        os.replace(name, target)
    except OSError:
        raise failed("FILE_UNWRITABLE", file=str(target)) from None
    finally:
        Path(name).unlink(missing_ok=True)
