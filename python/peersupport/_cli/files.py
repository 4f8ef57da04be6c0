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
from .causes import cause

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
            if len(self._types) == 1 and not (parquet or self._json):
                wrong[0] = wrong[0]._replace(detail=cause("one-column"))
            raise Error(wrong)
        self._codes = self._code_columns()
        self.kept = [k for k in dict.fromkeys([*KEYS, *extra]) if k in self._types and k not in items]

    # ---- the three kinds of file: the FROM clause, and {column: "type;"} ("type;type;" when it stands twice)

    def _open(self) -> IO[bytes]:
        if self.path.lower().endswith(".gz"):
            return gzip.open(self.path, "rb")  # type: ignore[return-value]
        return open(self.path, "rb")

    def _header(self) -> tuple[str, list[str]]:
        """The separator that finds most of the items, and the names of the columns."""
        try:
            with self._open() as file:
                first = file.readline(1 << 20).decode("utf-8-sig")
        except (OSError, EOFError, UnicodeDecodeError):
            raise failed("FILE_UNREADABLE", file=self.path) from None
        if "\0" in first:
            raise failed("FILE_UNREADABLE", file=self.path, detail=cause("utf-16"))
        if not first.strip():
            raise failed("FILE_UNREADABLE", file=self.path, detail=cause("empty"))
        if first.count('"') % 2:
            raise failed("FILE_UNREADABLE", file=self.path, detail=cause("header-broken"))
        wanted = set(self.items)
        rows = [(s, next(csv.reader([first], delimiter=s), [])) for s in SEPARATORS]
        return max(rows, key=lambda row: (len(wanted.intersection(row[1])), len(row[1])))

    def _text(self) -> tuple[str, dict[str, str]]:
        self._separator, names = self._header()
        types: dict[str, str] = {}
        unique = []
        for place, name in enumerate(names):
            unique.append(name if name and name not in types else f"{name}#{place}")
            types[name] = types.get(name, "") + "VARCHAR;"
        columns = ", ".join(f"{literal(n)}: 'VARCHAR'" for n in unique)
        source = (
            f"read_csv({literal(self.path)}, auto_detect=false, header=true, delim={literal(self._separator)}, "
            f"quote='\"', escape='\"', columns={{{columns}}}, store_rejects=true, rejects_limit=0)"
        )
        return source, types

    def _objects(self) -> tuple[str, dict[str, str]]:
        try:
            with self._open() as file:
                listed = file.read(4096).lstrip().startswith(b"[")
        except (OSError, EOFError):
            raise failed("FILE_UNREADABLE", file=self.path) from None
        if listed:
            raise failed("FILE_UNREADABLE", file=self.path, detail=cause("json-shape"))
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

    def _code_columns(self) -> list[str]:
        """Every item's column as numbers; the columns that cannot hold codes are all named."""
        kinds = {name: self._types[name].rstrip(";") for name in self.items}
        fine = (*NUMERIC, "VARCHAR", "JSON")
        wrong = [n for n, kind in kinds.items() if kind not in fine and not kind.startswith("DECIMAL")]
        if wrong:
            raise Error([problem("COLUMN_TYPE", file=self.path, column=name) for name in wrong])
        return [self._code(name, kinds[name]) for name in self.items]

    def _code(self, name: str, kind: str) -> str:
        """A column as numbers: blank is null, text that is no number is infinity, which no code is."""
        if kind in NUMERIC:
            return quoted(name)
        if kind.startswith("DECIMAL"):
            return f"CAST({quoted(name)} AS DOUBLE)"
        text = f"trim({self._cell(name)})"
        blanks = ", ".join(literal(b) for b in BLANKS)
        return f"CASE WHEN {text} IN ({blanks}) THEN NULL WHEN {text} IS NULL THEN NULL ELSE coalesce(TRY_CAST({text} AS DOUBLE), 'inf'::DOUBLE) END"

    def batches(self) -> Iterator[_core.ArrowTable]:
        """Tables with the items as i0, i1, … and the kept columns as k0, k1, …"""
        columns = [f"{code} AS i{n}" for n, code in enumerate(self._codes)]
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
                self._rejected()
        except self._failure:
            raise failed("FILE_UNREADABLE", file=self.path) from None
        except Error as error:
            if error.code != "FILE_UNREADABLE":  # what the stream said holds words of DuckDB
                raise failed("FILE_UNREADABLE", file=self.path) from None
            raise

    def _rejected(self) -> None:
        """What DuckDB could not read in a text file: as the number of the record, the header being 1."""
        found = self._rows("SELECT line, max(error_type = 'INVALID ENCODING') FROM reject_errors GROUP BY line ORDER BY line")
        self.malformed = [line for line, _ in found]
        foreign = [line for line, encoding in found if encoding]
        if foreign:
            row = self._lines(foreign[:1], []).get(foreign[0], foreign[0])
            raise Error([problem("FILE_UNREADABLE", file=self.path, row=row, detail=cause("not-utf-8"))])

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
        """Rows that were read, counted from 0, as lines of the file: the header is line 1, and a quoted line
        break is a line of its own. Parquet and NDJSON count rows from 1."""
        rows = [cell.row or 0 for cell in cells]
        if self._first_row == 2 and (rows or self.malformed):
            lines = self._lines(self.malformed, rows)
            out = [cell._replace(row=lines.get(-1 - row, row + 2)) for cell, row in zip(cells, rows)]
            places = [lines.get(record, record) for record in self.malformed]
        else:
            out = [cell._replace(row=row + 1) for cell, row in zip(cells, rows)]
            places = self.malformed
        out += [problem("ROW_MALFORMED", file=self.path, row=line) for line in places]
        return sorted(out, key=lambda p: p.row or 0)

    def _lines(self, records: list[int], rows: list[int]) -> dict[int, int]:
        """The first line of records (1 is the header) and, under -1 - n, of the n-th row that was read.
        The file is read once more, and only when something is wrong with it."""
        found: dict[int, int] = {}
        skipped, wanted, read = set(self.malformed), set(rows), 0
        asked = set(records)
        csv.field_size_limit(1 << 30)
        try:
            with self._open() as file, io.TextIOWrapper(file, "utf-8-sig", errors="replace", newline="") as text:
                reader, line = csv.reader(text, delimiter=self._separator), 1
                for record, row in enumerate(reader, 1):
                    if record in asked:
                        found[record] = line
                    if record > 1 and record not in skipped and (row or len(self._types) == 1):
                        if read in wanted:
                            found[-1 - read] = line
                        read += 1
                    line = reader.line_num + 1
        except (OSError, EOFError, csv.Error):
            pass  # the number of the record stands in for its line
        return found


def read_items(path: str | None) -> Mapping[str, str] | None:
    """The map of --items."""
    if path is None:
        return None
    import json

    try:
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
    except ValueError:
        raise failed("FILE_UNREADABLE", file=path, detail=cause("items-json")) from None
    except OSError:
        raise failed("FILE_UNREADABLE", file=path) from None
    if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
        raise failed("FIELD_TYPE", file=path, detail=cause("items-json"))
    return found
