# SPDX-License-Identifier: Apache-2.0
"""Files of answers as one table for the tally: the items under their ids, and the columns that say where and when."""
from __future__ import annotations

from collections.abc import Iterable, Mapping

from .. import _core
from .._errors import Error, Problem, failed
from .files import AnswerFile, quoted
from .wrong_calls import missing_columns

KEYS = ("unit", "date", "perspective", "wave", "person_id", "language", "simulated")


class AnswerTable:
    """Several files, read as one when somebody asks for the Arrow stream. The columns of every form that a file has are
    taken; a column that only another file has is empty."""

    def __init__(
        self, paths: Iterable[str], instrument: _core.Instrument, form: str, items: Mapping[str, str] | None, extra: Iterable[str]
    ) -> None:
        """form: every file has its items. items: item id → column, where names differ. extra: columns every file has."""
        import duckdb

        self._failure: type[Exception] = duckdb.Error  # what it says may hold answers
        self.paths = list(paths)
        named = {i.id: (items or {}).get(i.id, i.id) for i in instrument.items}
        needed = [named[id] for id in next(f for f in instrument.forms if f.id == form).items]
        first = [AnswerFile(path, needed, extra) for path in self.paths]
        if wrong := [p for file in first for p in _places(file, instrument, named)]:
            raise Error(wrong)
        asked = {id: column for id, column in named.items() if any(column in file._types for file in first)}
        keys = [k for k in dict.fromkeys([*KEYS, *extra]) if any(k in file._types for file in first)]
        files = [AnswerFile(f.path, [c for c in asked.values() if c in f._types], extra) for f in first]
        self.column_names = [*asked, *keys]
        self._query = " UNION ALL ".join(_select(file, asked, keys) for file in files)
        self._db = duckdb.connect()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        try:
            return self._db.sql(self._query).__arrow_c_stream__()
        except self._failure:
            raise failed("FILE_UNREADABLE", file=self.paths[0]) from None


def _places(file: AnswerFile, instrument: _core.Instrument, named: Mapping[str, str]) -> list[Problem]:
    """What says where an answer belongs, and whose it is where a file could hold several groups' answers."""
    groups = {f.perspective for f in instrument.forms if all(named[id] in file._types for id in f.items)}
    needed = ["unit", *(["perspective"] if len(groups) > 1 else [])]
    return missing_columns(file.path, [name for name in needed if name not in file._types])


def _select(file: AnswerFile, asked: Mapping[str, str], keys: list[str]) -> str:
    codes = dict(zip(file.items, file._codes))
    names = [f"CAST({codes.get(column, 'NULL')} AS DOUBLE) AS {quoted(id)}" for id, column in asked.items()]
    names += [f"CAST({file._cell(k) if k in file._types else 'NULL'} AS VARCHAR) AS {quoted(k)}" for k in keys]
    return f"SELECT {', '.join(names)} FROM {file._source}"
