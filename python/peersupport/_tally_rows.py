# SPDX-License-Identifier: Apache-2.0
"""What is known of each row beside its answers, as the tally takes it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _core
from ._errors import Error, failed, problem
from ._tally_source import NO_DAY, Source

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NO_GROUP = 0xFFFFFFFF
PERSPECTIVES = ("person", "family", "peer-supporter", "supervisor", "assessor")

BLANKS = " \t\r\n\f\v"
NO = ("", "0", "false", "no", "non", "faux", "n", "f")  # in the column simulated; any other text says yes


def says_yes(cell: Any) -> bool:
    """What a cell of the column simulated says: a text unless it says no, a truth value or a number as it is; nothing
    where it is missing."""
    if isinstance(cell, str):
        return cell.strip(BLANKS).lower() not in NO
    return cell is not None and cell == cell and bool(cell)


class Columns(NamedTuple):
    """The names of the columns; None: there is none."""

    unit: str
    wave: str | None
    date: str | None
    perspective: str | None
    language: str | None
    stratum: str | None
    person: str | None
    worker: str | None

    def check(self, source: Source) -> None:
        missing = [n for n in self if n is not None and n not in source.names]
        if missing:
            raise Error([problem("COLUMN_MISSING", path=f"/{n}", column=n) for n in dict.fromkeys(missing)])


class Waves:
    """Half-open intervals of days with names."""

    def __init__(self, given: Mapping[str, Sequence[Any]] | Iterable[Mapping[str, Any]]) -> None:
        rows = given.items() if isinstance(given, Mapping) else [(w["id"], (w["from"], w["to"])) for w in given]
        self._rows = sorted((_day(first), _day(end), str(name)) for name, (first, end) in rows)
        overlap = any(a[1] > b[0] for a, b in zip(self._rows, self._rows[1:]))
        if overlap or any(first >= end for first, end, _ in self._rows):
            raise failed("DATE_OUT_OF_RANGE", path="/waves")

    def codes(self, days: npt.NDArray[np.int32]) -> tuple[list[str | None], npt.NDArray[np.int64]]:
        """Names, and each row's; len(names) where a day is in no wave."""
        import numpy as np

        starts = np.asarray([row[0] for row in self._rows], np.int64)
        ends = np.asarray([row[1] for row in self._rows], np.int64)
        at = np.searchsorted(starts, days, side="right") - 1
        inside = at >= 0
        inside[inside] = days[inside] < ends[at[inside]]
        return [name for _, _, name in self._rows], np.where(inside, at, len(self._rows))


def _day(value: Any) -> int:
    import numpy as np

    made, row, code = _core.day_numbers([value if isinstance(value, str) else value.isoformat()])
    if row is not None:
        raise failed(_core.status_name(code), path="/waves")
    return int(np.frombuffer(made, np.int32)[0])


class Rows:
    """The columns of one source, as numbers."""

    def __init__(self, source: Source, columns: Columns, waves: Waves | None, secret: bytes) -> None:
        import numpy as np

        columns.check(source)
        self.source = source
        self.day = None if columns.date is None else source.days(columns.date)
        self.person = None if columns.person is None else source.person_keys(secret, columns.person)
        self.worker = None if columns.worker is None else source.worker_keys(secret, columns.worker)
        self._place_perspectives(columns.perspective)
        unit = self._texts(columns.unit, required=True)
        wave, outside = self._waves(columns, waves)
        language = self._texts(columns.language, allowed=("en", "fr"))
        stratum = self._texts(columns.stratum)
        scope, scopes = _combined([unit, wave], source.rows)
        group, groups = _combined([(scopes, scope), language, stratum], source.rows)
        self.keys = [(*places[0], *places[1:]) for places in groups]
        self.scope, self.group = scope.astype(np.uint32), group.astype(np.uint32)
        if outside is not None:
            self.group[outside] = NO_GROUP

    def _texts(
        self, name: str | None, required: bool = False, allowed: Sequence[str] | None = None
    ) -> tuple[list[Any], Any]:
        """The texts of a column and each row's place; one empty text where there is no such column."""
        import numpy as np

        if name is None:
            return [""], None
        texts, codes = self.source.texts(name)
        for place, text in enumerate(texts):
            if (text is None and required) or (text is not None and allowed is not None and text not in allowed):
                row = self.source.first + int(np.argmax(codes == place))
                raise Error([problem("FIELD_VALUE", path=f"/{name}", row=row, column=name)])
        return [text or "" for text in texts], codes

    def _waves(self, columns: Columns, waves: Waves | None) -> tuple[tuple[list[Any], Any], Any]:
        import numpy as np

        if waves is None:
            return self._texts(columns.wave), None
        if self.day is None:
            raise failed("COLUMN_MISSING", detail="date")
        missing = self.day == NO_DAY
        if missing.any():
            raise Error(
                [
                    problem(
                        "FIELD_MISSING",
                        path=f"/{columns.date}",
                        row=self.source.first + int(np.argmax(missing)),
                        column=columns.date,
                    )
                ]
            )
        names, codes = waves.codes(self.day)
        return ([*names, ""], codes), codes == len(names)

    def _place_perspectives(self, name: str | None) -> None:
        import numpy as np

        self.divided = name is not None
        self._perspective: npt.NDArray[np.int64] | None = None
        if name is None:
            return
        texts, codes = self._texts(name, required=True, allowed=PERSPECTIVES)
        self._perspective = (
            np.asarray([PERSPECTIVES.index(t) for t in texts] or [0], np.int64)[codes]
            if len(codes)
            else np.empty(0, np.int64)
        )

    def perspectives(self) -> set[str]:
        """Those that rows have; empty where there is no such column."""
        import numpy as np

        return set() if self._perspective is None else {PERSPECTIVES[i] for i in np.unique(self._perspective)}

    def of_form(self, perspective: str, answered: npt.NDArray[np.bool_] | None) -> npt.NDArray[np.uint32]:
        """Each row's group where it is a response to a form of the perspective and its person's latest."""
        import numpy as np

        counts = self.group != NO_GROUP
        if self._perspective is not None:
            counts &= self._perspective == PERSPECTIVES.index(perspective)
        if answered is not None:
            counts &= answered
        if self.person is not None:
            scope = np.where(counts, self.scope, np.uint32(NO_GROUP)).astype(np.uint32)
            day = np.full(len(scope), NO_DAY, np.int32) if self.day is None else self.day
            counts = np.frombuffer(_core.latest_rows(scope, self.person, day), np.uint8).astype(bool)
        return np.where(counts, self.group, np.uint32(NO_GROUP)).astype(np.uint32)


def _numbered(values: npt.NDArray[np.int64], below: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The values that occur, ascending, and the place of each row's among them."""
    import numpy as np

    if below > 1 << 20:
        seen, place = np.unique(values, return_inverse=True)
        return seen, place
    seen = np.flatnonzero(np.bincount(values, minlength=below))  # few: no need to sort
    places = np.zeros(below, np.int64)
    places[seen] = np.arange(len(seen))
    return seen, places[values]


def _combined(parts: list[tuple[list[Any], Any]], rows: int) -> tuple[Any, list[tuple[Any, ...]]]:
    """Columns of places as one, numbered by the combinations that occur, and those combinations."""
    import numpy as np

    number = np.zeros(rows, np.int64)
    for names, codes in parts:
        if codes is not None:
            number = number * len(names) + codes
    seen, place = _numbered(number, math.prod(len(names) for names, codes in parts if codes is not None))
    combinations = []
    for value in seen.tolist():
        names_of: list[Any] = []
        for names, codes in reversed(parts):
            at = 0
            if codes is not None:
                value, at = divmod(value, len(names))
            names_of.append(names[at])
        combinations.append(tuple(reversed(names_of)))
    return place, combinations
