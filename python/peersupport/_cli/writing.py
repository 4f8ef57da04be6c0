# SPDX-License-Identifier: Apache-2.0
"""Scores to a file. It appears under its name only when everything went well."""
from __future__ import annotations

import csv
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from .._errors import failed
from .causes import cause
from .files import literal, quoted

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


def neutral(text: Any) -> Any:
    """A text cell no spreadsheet takes for a formula (OWASP, CWE-1236); numbers of ours stay as they are."""
    return f"'{text}" if isinstance(text, str) and text.startswith(FORMULA) else text


class Csv:
    """One row a response; an empty cell where a score was not given."""

    def __init__(self, file: IO[str], safe: bool = True) -> None:
        self._rows = csv.writer(file, lineterminator="\n")
        self._safe = safe
        self.head: list[str] = []
        self.texts: set[str] = set()

    def write(self, kept: Mapping[str, list[Any]], values: Mapping[str, list[Any]]) -> None:
        columns = {**kept, **values}
        if not self.head:
            self.head = list(columns)
            self.texts = {*kept, *(name for name in values if name.endswith(".reason"))}
            self._rows.writerow(map(neutral, columns) if self._safe else columns)
        cells = [columns.get(name, [None] * len(next(iter(values.values())))) for name in self.head]
        for row in zip(*cells):
            self._rows.writerow(["" if c is None else neutral(c) if self._safe else c for c in row])


class Json:
    """An object with what the scores were computed with, and the rows."""

    def __init__(self, file: IO[str], metadata: Mapping[str, str]) -> None:
        self._file, self._first = file, True
        file.write(json.dumps(dict(metadata), ensure_ascii=False)[:-1] + ', "rows": [')

    def write(self, kept: Mapping[str, list[Any]], values: Mapping[str, list[Any]]) -> None:
        columns = {**kept, **values}
        for row in zip(*columns.values()):
            self._file.write("\n" if self._first else ",\n")
            self._file.write(json.dumps(dict(zip(columns, row)), ensure_ascii=False, allow_nan=False))
            self._first = False

    def close(self) -> None:
        self._file.write("\n]}\n")


@contextmanager
def whole_file(path: Path, why: Callable[[str], str]) -> Iterator[Path]:
    """A file beside `path` that takes its name when the block ends well, and is gone otherwise.

    Only its owner may read it. `why` words what stands in the way: folder, not-allowed, no-folder.
    """
    if path.is_dir():
        raise failed("FILE_UNWRITABLE", file=str(path), detail=why("folder"))
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError:
        reason = "not-allowed" if path.parent.is_dir() else "no-folder"
        raise failed("FILE_UNWRITABLE", file=str(path), detail=why(reason)) from None
    os.close(number)
    unfinished = Path(name)
    try:
        yield unfinished
        os.replace(unfinished, path)
    except OSError:  # a full disk, a folder that went away
        raise failed("FILE_UNWRITABLE", file=str(path)) from None
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def open_output(path: Path, metadata: Mapping[str, str]) -> Iterator[Csv | Json]:
    """A writer for the file's ending."""
    kind = path.suffix.lower()
    if kind not in (".csv", ".json", ".parquet"):
        raise failed("INVALID_ARGUMENT", path=f"--out {path}", detail=cause("out-kind"))
    with whole_file(path, lambda reason: cause(f"out-{reason}")) as unfinished:
        with open(unfinished, "w", encoding="utf-8", newline="") as file:
            output = Json(file, metadata) if kind == ".json" else Csv(file, safe=kind == ".csv")
            yield output
            if isinstance(output, Json):
                output.close()
        if kind == ".parquet" and isinstance(output, Csv):
            _to_parquet(unfinished, output, metadata)


def _to_parquet(file: Path, written: Csv, metadata: Mapping[str, str]) -> None:
    """DuckDB turns the finished rows into Parquet, streaming."""
    import duckdb

    types = {name: "VARCHAR" if name in written.texts else "DOUBLE" for name in written.head}
    columns = ", ".join(f"{literal(n)}: {literal(t)}" for n, t in types.items())
    source = (
        f"read_csv({literal(str(file))}, auto_detect=false, header=true, delim=',', quote='\"', escape='\"', "
        f"columns={{{columns}}})"
    )
    facts = ", ".join(f"{quoted(k)}: {literal(v)}" for k, v in metadata.items())
    target = f"{file}.parquet"
    try:
        duckdb.connect().execute(
            f"COPY (SELECT * FROM {source}) TO {literal(target)} (FORMAT parquet, KV_METADATA {{{facts}}})"
        )
        os.chmod(target, 0o600)
        os.replace(target, file)
    except duckdb.Error:
        raise failed("FILE_UNWRITABLE", file=str(file)) from None
    finally:
        Path(target).unlink(missing_ok=True)
