# SPDX-License-Identifier: Apache-2.0
"""Lines of text for people: no boxes, nothing that a pipe, a printer or a screen reader could not say."""
from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from fractions import Fraction

from .._language import language, say

LAST = 26  # columns kept for the last column of a table


class Heading(str):
    """A line that starts a part; bold where someone looks at a terminal."""


def width() -> int:
    """Columns to use: what the terminal (or COLUMNS) says, 80 when nothing does, 100 at most."""
    return max(40, min(100, shutil.get_terminal_size((80, 24)).columns))


def emit(lines: Iterable[str]) -> None:
    """Prints lines; headings are bold on a terminal that can show it."""
    bold = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    for line in lines:
        if bold and line and isinstance(line, Heading):
            from rich.console import Console
            from rich.text import Text

            Console(highlight=False).print(Text(line, style="bold"), soft_wrap=True)
        else:
            print(line)


def wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    """A paragraph in lines; `rest` is what further lines begin with (as much space as `first` when not given)."""
    further = " " * len(first) if rest is None else rest
    if language() == "fr":  # what stays on the line of the word before or after it
        for mark in (" :", " »", " %"):
            text, first = text.replace(mark, "\u00a0" + mark[1]), first.replace(mark, "\u00a0" + mark[1])
        text = text.replace("« ", "«\u00a0")
    lines = textwrap.wrap(
        text, width(), initial_indent=first, subsequent_indent=further, break_long_words=False, break_on_hyphens=False
    ) or [first.rstrip()]
    return [plain(line) for line in lines]


def plain(line: str) -> str:
    """No-break spaces hold a line together while it is laid out; only French keeps them."""
    return line if language() == "fr" else line.replace("\u00a0", " ")


def blocks(rows: Sequence[Sequence[str]], right: Sequence[int] = (), indent: str = "") -> list[list[str]]:
    """The lines of each row, in columns two spaces apart. The last column continues under itself, and a name
    that would leave it no room takes several lines, the numbers beside its last one."""
    last = len(rows[0]) - 1
    widths = [max(len(row[i]) for row in rows) for i in range(last)]
    if any(row[last] for row in rows):
        widths[0] = min(widths[0], max(12, width() - LAST - len(indent) - 2 * last - sum(widths[1:])))
    out = []
    for row in rows:
        space = row[0][: len(row[0]) - len(row[0].lstrip())]
        *above, name = textwrap.wrap(row[0], widths[0], subsequent_indent=space) or [""]
        row = [name, *row[1:]]
        cells = [row[i].rjust(w) if i in right else row[i].ljust(w) for i, w in enumerate(widths)]
        start = indent + "  ".join(cells) + "  "
        fits = len(start) + len(row[last]) <= width() or len(start) > width() - 20
        lines = [plain((start + row[last]).rstrip())] if fits else wrapped(row[last], start)
        out.append([*(indent + line for line in above), *lines])
    return out


def columns(rows: Sequence[Sequence[str]], right: Sequence[int] = (), indent: str = "") -> list[str]:
    """The same as one list of lines."""
    return [line for block in blocks(rows, right, indent) for line in block]


def count(number: int) -> str:
    """1234 as 1,234, in French with a no-break space."""
    return f"{number:,}".replace(",", say(",", "\u00a0"))


def decimal(value: Fraction | None, digits: int = 1) -> str:
    """Rounded half away from zero from the exact value; a dash when there is none."""
    if value is None:
        return "–"
    units = 10**digits
    scaled = int(abs(value) * units + Fraction(1, 2))
    whole, part = divmod(scaled, units)
    sign = "-" if value < 0 and scaled else ""
    return f"{sign}{whole}{say('.', ',')}{part:0{digits}d}" if digits else f"{sign}{whole}"


def listed(words: Sequence[str]) -> str:
    """a, b and c"""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {say('and', 'et')} {words[-1]}"


def program() -> str:
    """What to type to start this command: its name, or its path where it is not found by name."""
    typed = sys.argv[0]
    if os.path.basename(typed) != "peersupport" or shutil.which("peersupport"):
        typed = "peersupport"
    return f"{typed} --lang fr" if say("en", "fr") == "fr" else typed

