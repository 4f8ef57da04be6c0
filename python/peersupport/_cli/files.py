# SPDX-License-Identifier: Apache-2.0
"""Files of answers, read by DuckDB one batch at a time. What DuckDB says about a file may hold its content,
so it is never passed on: errors are ours, with file, row, column and code."""
from __future__ import annotations

import csv
import glob
import gzip
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from .. import _core
from .._errors import Error, Problem, failed, problem

KEYS = ("response_id", "person_id", "unit", "date", "perspective", "wave", "simulated")
BLANKS = ("", "NA", "NaN", "nan", "null", "NULL")
SEPARATORS = ",;\t|"
NUMERIC = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "FLOAT", "DOUBLE", "BOOLEAN")


def expand(patterns: Iterable[str]) -> list[str]:
    """The files that are named, patterns expanded, each once, in order."""
    found: dict[str, None] = {}
    for pattern in patterns:
        names = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else [pattern]
        if not names:
            raise failed("FILE_UNREADABLE", file=pattern)
        found.update(dict.fromkeys(names))
    return list(found)


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


class AnswerFile:
    """One file: which of the wanted columns it has, and its batches.

    After the last batch `lines()` knows which rows were malformed and can tell a row's line in the file.
    """

    def __init__(self, path: str, items: list[str], extra: Iterable[str]) -> None:
        import duckdb

        self.path, self.items = path, items
        self._db, self._failure = duckdb.connect(), duckdb.Error
        self.malformed: list[int] = []
        self._json = path.removesuffix(".gz").lower().endswith((".ndjson", ".jsonl", ".json"))
        parquet = path.lower().endswith((".parquet", ".pq"))
        self._first_row = 1 if parquet or self._json else 2
        self._source, self._types = self._parquet() if parquet else self._objects() if self._json else self._text()
        wrong = [
            problem("COLUMN_MISSING" if n == 0 else "COLUMN_DUPLICATE", file=path, column=name)
            for name in [*items, *extra]
            if (n := self._types.get(name, "").count(";")) != 1
        ]
        if wrong:
            raise Error(wrong)
        self.kept = [k for k in dict.fromkeys([*KEYS, *extra]) if k in self._types and k not in items]

    # ---- the three kinds of file: the FROM clause, and {column: "type;"} ("type;type;" when it stands twice)

    def _open(self) -> IO[bytes]:
        if self.path.lower().endswith(".gz"):
            return gzip.open(self.path, "rb")  # type: ignore[return-value]
        return open(self.path, "rb")

    def _header(self) -> tuple[str, list[str]]:
        """The separator that finds most of the items, and the names of the columns."""
        try:
            with self._open() as file, io.TextIOWrapper(file, "utf-8-sig", newline="") as text:
                first = text.readline(1 << 20)
                while first.count('"') % 2 and (more := text.readline(1 << 20)):
                    first += more
        except (OSError, EOFError, UnicodeDecodeError):
            raise failed("FILE_UNREADABLE", file=self.path) from None
        wanted = set(self.items)
        rows = [(s, next(csv.reader([first], delimiter=s), [])) for s in SEPARATORS]
        return max(rows, key=lambda row: (len(wanted.intersection(row[1])), len(row[1])))

    def _text(self) -> tuple[str, dict[str, str]]:
        separator, names = self._header()
        types: dict[str, str] = {}
        unique = []
        for place, name in enumerate(names):
            unique.append(name if name and name not in types else f"{name}#{place}")
            types[name] = types.get(name, "") + "VARCHAR;"
        columns = ", ".join(f"{literal(n)}: 'VARCHAR'" for n in unique)
        source = (
            f"read_csv({literal(self.path)}, auto_detect=false, header=true, delim={literal(separator)}, "
            f"quote='\"', escape='\"', columns={{{columns}}}, store_rejects=true, rejects_limit=0)"
        )
        return source, types

    def _objects(self) -> tuple[str, dict[str, str]]:
        source = f"read_ndjson_objects({literal(self.path)}, ignore_errors=true)"
        keys = self._rows(f"SELECT DISTINCT unnest(json_keys(json)) FROM {source} WHERE json IS NOT NULL")
        return source, {key: "JSON;" for (key,) in keys}

    def _parquet(self) -> tuple[str, dict[str, str]]:
        source = f"read_parquet({literal(self.path)})"
        return source, {row[0]: f"{row[1]};" for row in self._rows(f"DESCRIBE SELECT * FROM {source}")}

    def _rows(self, query: str) -> list[Any]:
        try:
            return self._db.execute(query).fetchall()
        except self._failure:
            raise failed("FILE_UNREADABLE", file=self.path) from None

    # ---- batches

    def _cell(self, name: str) -> str:
        """A column as text."""
        if self._json:
            return f"json_extract_string(json, {literal('$.' + quoted(name))})"
        return f"CAST({quoted(name)} AS VARCHAR)"

    def _code(self, name: str) -> str:
        """A column as numbers: blank is null, text that is no number is infinity, which no code is."""
        kind = self._types[name].rstrip(";")
        if kind in NUMERIC:
            return quoted(name)
        if kind != "VARCHAR" and not self._json:
            if not kind.startswith("DECIMAL"):
                raise failed("COLUMN_TYPE", file=self.path, column=name)
            return f"CAST({quoted(name)} AS DOUBLE)"
        text = f"trim({self._cell(name)})"
        blanks = ", ".join(literal(b) for b in BLANKS)
        return f"CASE WHEN {text} IN ({blanks}) THEN NULL WHEN {text} IS NULL THEN NULL ELSE coalesce(TRY_CAST({text} AS DOUBLE), 'inf'::DOUBLE) END"

    def batches(self) -> Iterator[_core.ArrowTable]:
        """Tables with the items as i0, i1, … and the kept columns as k0, k1, …"""
        columns = [f"{self._code(name)} AS i{n}" for n, name in enumerate(self.items)]
        columns += [f"{self._cell(name)} AS k{n}" for n, name in enumerate(self.kept)]
        if self._json:
            columns.append("json IS NULL AS malformed")
        try:
            stream = self._db.sql(f"SELECT {', '.join(columns)} FROM {self._source}").__arrow_c_stream__()
            batches = _core.ArrowBatches(stream)
            row = 0
            while True:
                table = batches.next()
                if not table.rows:
                    break
                if self._json:
                    flags = table.column("malformed").to_list()
                    self.malformed += [row + n + 1 for n, flag in enumerate(flags) if flag]
                row += table.rows
                yield table
            if self._first_row == 2:
                self.malformed = [n for (n,) in self._rows("SELECT DISTINCT line FROM reject_errors ORDER BY line")]
        except (self._failure, Error):
            raise failed("FILE_UNREADABLE", file=self.path) from None

    # ---- places

    def codes(self, table: _core.ArrowTable, cells: list[tuple[int, int, int]], first: int) -> list[Problem]:
        """Invalid cells of a batch as problems; rows count from `first`, to be turned into lines later."""
        columns: dict[int, list[Any]] = {}
        out = []
        for row, item, number in cells:
            values = columns.setdefault(item, table.column(f"i{item}").to_list())
            name = "TEXT_NOT_NUMBER" if values[row] == float("inf") else _core.status_name(number)
            out.append(problem(name, file=self.path, row=first + row, column=self.items[item]))
        return out

    def in_lines(self, cells: list[Problem]) -> list[Problem]:
        """Rows that were read, counted from 0, as lines of the file (the header is line 1; Parquet and
        NDJSON count rows from 1). Malformed rows of a text file were not read, but are lines."""
        skipped = self.malformed if self._first_row == 2 else []
        out = []
        for cell in cells:
            line = (cell.row or 0) + self._first_row
            for place in skipped:
                if place > line:
                    break
                line += 1
            out.append(cell._replace(row=line))
        out += [problem("ROW_MALFORMED", file=self.path, row=line) for line in self.malformed]
        return sorted(out, key=lambda p: p.row or 0)


def read_items(path: str | None) -> Mapping[str, str] | None:
    """The map of --items."""
    if path is None:
        return None
    import json

    try:
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        raise failed("FILE_UNREADABLE", file=path) from None
    if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
        raise failed("FIELD_TYPE", file=path)
    return found
