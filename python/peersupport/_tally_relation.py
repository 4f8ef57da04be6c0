# SPDX-License-Identifier: Apache-2.0
"""Reads what the query of _tally_sql counted, from whatever holds it, and finds all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ._errors import KEPT, Error, Problem, cells, failed, misshapen, problem, rows_by
from ._language import say
from ._tally_sql import COLUMNS, VERSION

MOST = 2**62  # no count of a tally passes it
NUMBERS = ("a", "b", "c", "d", "e", "n")
PAIRS = ("complete", "incomplete")
PARTS = ("responses", "answers", "no-answers", "scores", "no-scores", *PAIRS)
Key = tuple[str, str, str, str, str]


class Count(NamedTuple):
    """One row of the relation."""

    row: int
    key: Key  # form, unit, wave, language, stratum
    part: str
    name: str
    other: str
    a: int | None
    b: int | None
    c: int | None
    d: int | None
    e: int | None
    n: int

    @property
    def place(self) -> tuple[Any, ...]:
        """What may be there once only."""
        sums = (self.a, self.b, self.c, self.d, self.e)
        told = {"answers": (self.name, self.a), "scores": (self.name, *sums), "responses": ()}
        pair = tuple(sorted((self.name, self.other)))
        usual = pair if self.part in PAIRS else (self.name, self.other)
        return (self.key, self.part, told.get(self.part, usual))


def whole_result() -> str:
    """What to do where rows or columns of the relation are not there."""
    return say(
        "Run the query again and hand over its whole result: every row once, with all its columns.",
        "Relancez la requête et remettez tout son résultat : chaque ligne une fois, avec toutes ses colonnes.",
    )


class Found:
    """Problems as they are found: the first hundred, and how many in all."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._total = 0

    def add(self, code: str, **place: Any) -> None:
        self._total += 1
        if len(self._kept) < KEPT:
            self._kept.append(problem(code, **place))

    def stop(self) -> None:
        """Raises what was found so far."""
        if self._total:
            raise Error(self._kept, self._total)


def counts_of(relation: Any, digest: str, every_form: bool) -> list[Count]:
    """The rows about cells. Everything that shows in single rows is checked: Error with each place."""
    found = Found()
    counts = [made for n, row in enumerate(_rows(relation)) if (made := _count(n, row, found)) is not None]
    found.stop()
    _check_end(counts, digest)
    seen: set[tuple[Any, ...]] = set()
    for count in counts:
        if count.place in seen:
            found.add("ID_DUPLICATE", row=count.row)
        seen.add(count.place)
        if count.part == "refused":
            found.add("FIELD_VALUE", column=count.name, detail=f"× {count.n}")
        elif count.part == "no-form" and every_form:
            found.add("FORM_UNKNOWN", path="/perspective", detail=f"{count.name} × {count.n}")
        elif count.part not in (*PARTS, "no-form", "simulated", "end"):
            found.add("REFERENCE_UNKNOWN", row=count.row, column="part")
    found.stop()
    return [count for count in counts if count.part in (*PARTS, "simulated")]


def _check_end(counts: Sequence[Count], digest: str) -> None:
    """One row says what was counted, how many rows there are and what they add up to, so that none is lost unseen."""
    ends = [count for count in counts if count.part == "end"]
    if len(ends) != 1:
        raise failed("ID_DUPLICATE", row=ends[1].row) if ends else failed("FIELD_MISSING", column="part", detail="end")
    if ends[0].a != VERSION:
        raise failed("FORMAT_UNSUPPORTED", row=ends[0].row, column="a")
    if ends[0].name != digest:
        raise failed("TALLY_OTHER", row=ends[0].row, column="name")
    told, there = (ends[0].n, ends[0].b), (len(counts) - 1, sum(c.n for c in counts if c.part != "end"))
    if told != there:
        raise failed("SHAPE_MISMATCH", row=ends[0].row, column="n", detail=f"{there} / {told}", advice=whole_result())


def _rows(relation: Any) -> Iterable[Sequence[Any]]:
    """Rows of values in the order of COLUMNS."""
    if hasattr(relation, "to_arrow_table"):
        relation = relation.to_arrow_table()
    if hasattr(relation, "__arrow_c_stream__"):
        import pyarrow as pa

        table = pa.table(relation)
        _check_columns(table.column_names)
        return zip(*(table.column(name).to_pylist() for name in COLUMNS))
    rows = list(relation)
    if rows and isinstance(rows[0], Mapping):
        _check_columns(rows[0])
        return [[row.get(name) for name in COLUMNS] for row in rows]
    if wrong := [n for n, row in enumerate(rows) if len(row) != len(COLUMNS)]:
        given = say(f"{cells(len(rows[wrong[0]]))} in a row", f"{cells(len(rows[wrong[0]]))} dans une ligne")
        raise Error([misshapen(f"{rows_by(len(COLUMNS))} ({', '.join(COLUMNS)})", given, whole_result(), row=wrong[0])])
    return rows


def _check_columns(names: Iterable[str]) -> None:
    there = set(names)
    if missing := [name for name in COLUMNS if name not in there]:
        raise Error([problem("COLUMN_MISSING", column=name) for name in missing])


def _count(row: int, values: Sequence[Any], found: Found) -> Count | None:
    texts = [v if type(v) is str else _text(row, of, v, found) for of, v in zip(COLUMNS[: -len(NUMBERS)], values)]
    numbers = zip(NUMBERS, values[-len(NUMBERS) :])
    a, b, c, d, e, n = (v if type(v) is int and -MOST < v < MOST else _whole(row, of, v, found) for of, v in numbers)
    form, unit, wave, language, stratum, part, name, other = texts
    if n is None or n < (part != "end"):
        found.add("FIELD_MISSING" if n is None else "FIELD_VALUE", row=row, column="n")
        return None
    return Count(row, (form, unit, wave, language, stratum), part, name, other, a, b, c, d, e, n)


def _text(row: int, column: str, value: Any, found: Found) -> str:
    """A text; none is an empty one, as in a CSV file."""
    if value is not None and not isinstance(value, str):
        found.add("FIELD_TYPE", row=row, column=column)
    return str(value or "")


def _whole(row: int, column: str, value: Any, found: Found) -> int | None:
    """A whole number, also as other databases and text files hand it over: Decimal, 12.0, "12"; "" and NaN are none."""
    if value is None or value == "" or (isinstance(value, float) and value != value):
        return None
    try:
        whole = int(value)
        exact = isinstance(value, str) or whole == value
    except (TypeError, ValueError, OverflowError):
        whole, exact = 0, False
    if not exact or isinstance(value, (bool, bytes)):
        found.add("FIELD_TYPE", row=row, column=column)
    elif abs(whole) >= MOST:
        found.add("COUNT_OVERFLOW", row=row, column=column)
    else:
        return whole
    return 1  # anything that is a count: the problem is kept
