# SPDX-License-Identifier: Apache-2.0
"""How far a long run is, for someone who watches a terminal; nothing at all in a pipe or a log."""
from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .layout import count
from .words import words


@contextmanager
def progress() -> Iterator[Callable[[str, int], None]]:
    """Gives a function that takes the file being read and the responses read so far. One line on standard error,
    gone when the run is over."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda path, rows: None
        return
    from rich.console import Console

    with Console(stderr=True, highlight=False).status("") as line:
        yield lambda path, rows: line.update(words("reading", file=Path(path).name, rows=count(rows)))
