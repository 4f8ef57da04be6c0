# SPDX-License-Identifier: Apache-2.0
"""The one exception family. Messages say what, where and what to do; never what was answered."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from . import _core
from ._language import language as current_language
from ._language import say

SHOWN = 10  # places in a message; .problems holds up to 100
KEPT = 100


class Problem(NamedTuple):
    """One thing that is wrong, and where."""

    code: str
    number: int
    offset: int | None = None
    path: str | None = None
    row: int | None = None
    column: str | None = None
    file: str | None = None
    detail: str | None = None
    advice: str | None = None  # what to do, where more can be said than for the code in general

    def place(self, language: str | None = None) -> str:
        """Where it is, in words; empty when there is no place."""
        french = (language or current_language()) == "fr"
        parts = []
        if self.file is not None:
            parts.append(f"fichier {self.file}" if french else f"file {self.file}")
        if self.row is not None:
            parts.append(f"ligne {self.row}" if french else f"row {self.row}")
        if self.column is not None:
            parts.append(f"colonne {self.column}" if french else f"column {self.column}")
        elif self.path is not None:
            parts.append(self.path)
        if self.offset is not None:
            parts.append(f"octet {self.offset}" if french else f"byte {self.offset}")
        if self.detail is not None:
            parts.append(self.detail)
        return ", ".join(parts)


class Error(ValueError):
    """What could not be done. `code`, `number`, `offset`, `path`, `row` and `column` are the first problem's;
    `problems` holds the first hundred, `total` counts all."""

    def __init__(self, problems: Iterable[Problem], total: int | None = None) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.total: int = len(self.problems) if total is None else total
        first = self.problems[0] if self.problems else problem("INTERNAL")
        self.code: str = first.code
        self.number: int = first.number
        self.offset: int | None = first.offset
        self.path: str | None = first.path
        self.row: int | None = first.row
        self.column: str | None = first.column
        super().__init__(self.problems, self.total)

    @classmethod
    def _of(cls, rows: Sequence[tuple[int, int | None, str | None]], total: int) -> Error:
        """From what the compiled part found: (number, offset, path)."""
        found = []
        for number, offset, path in rows:
            column = None
            if path is not None and 400 <= number < 500:
                column = path[1:].replace("~1", "/").replace("~0", "~")
            found.append(Problem(_core.status_name(number), number, offset, path, column=column))
        return cls(found, total)

    def message(self, language: str | None = None) -> str:
        """What happened, where, and what to do, in "en" or "fr"."""
        lang = language or current_language()
        first = f"{self.code}: {_core.status_text(self.number, lang)}"
        shown = self.problems[:SHOWN]
        if self.total <= 1:
            place, do = (shown[0].place(lang), shown[0].advice) if shown else ("", None)
            do = do or _core.status_advice(self.number, lang)
            return " ".join(filter(None, [first, f"[{place}]" if place else "", do]))
        lines = [first, *(f"  {p.code} {p.place(lang)}".rstrip() for p in shown)]
        if self.total > len(shown):
            rest = self.total - len(shown)
            lines.append(f"  … et {rest} de plus" if lang == "fr" else f"  … and {rest} more")
        firsts: dict[str, Problem] = {}
        for p in shown:
            firsts.setdefault(p.code, p)
        for code, one in firsts.items():
            what = "" if code == self.code else _core.status_text(one.number, lang)
            if told := " ".join(filter(None, [what, one.advice or _core.status_advice(one.number, lang)])):
                lines.append(f"{code}: {told}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.message()

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.problems, self.total))


def problem(
    code: str,
    *,
    path: str | None = None,
    row: int | None = None,
    column: str | None = None,
    file: str | None = None,
    detail: str | None = None,
    advice: str | None = None,
) -> Problem:
    """A problem by the name of its code."""
    return Problem(code, _core.statuses()[code], None, path, row, column, file, detail, advice)


def failed(code: str, **place: Any) -> Error:
    """An Error with one problem, ready to raise."""
    return Error([problem(code, **place)])


def misshapen(expected: str, given: str, do: str, **place: Any) -> Problem:
    """SHAPE_MISMATCH that says which shape was expected and which was given, never what stands in it."""
    told = say(f"expected: {expected}; given: {given}", f"attendu : {expected}; reçu : {given}")
    return problem("SHAPE_MISMATCH", detail=told, advice=do, **place)


def cells(n: int) -> str:
    return say(f"{n} cell{'' if n == 1 else 's'}", f"{n} cellule{'' if n < 2 else 's'}")


def shape(of: Sequence[int]) -> str:
    """500 × 24; of one dimension: 500 cells."""
    return " × ".join(map(str, of)) if len(of) > 1 else cells(of[0]) if of else cells(1)


def rows_by(columns: int | str) -> str:
    """A table of any number of rows."""
    return say(f"rows × {columns}", f"lignes × {columns}")


def invalid_cells(cells: Iterable[tuple[int, int, int]], total: int, columns: Sequence[str]) -> Error:
    """An Error over cells that hold no code: (row, item, number)."""
    found = [Problem(_core.status_name(n), n, row=row, column=columns[item]) for row, item, n in cells]
    return Error(found[:KEPT], total)
