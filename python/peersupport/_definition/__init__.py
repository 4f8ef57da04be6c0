# SPDX-License-Identifier: Apache-2.0
"""What people do with a definition: load it, adapt it, search it, hand it to other libraries.

The classes are compiled (_core); methods that take options or are made for people end up here.
They are looked up here by name, so no module of this package may have the name of one: it would take its place.
"""
from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, NoReturn

from .. import _core
from .._errors import failed
from .._language import Language, say

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

JSON_BEGINS = ("{", "[", '"')
DIGEST_SHOWN = 12  # hexadecimal digits in texts; enough for pin()


class Overlay(NamedTuple):
    """Which organization's overlay lies over a definition."""

    id: str
    version: str
    digest: str


class Changes(NamedTuple):
    """What an overlay did: ids of rows, sorted."""

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    off: tuple[str, ...]


class Hit(NamedTuple):
    """A row that was found, and where its words stand first: text[start:end]."""

    row: _core.Row
    field: str  # "id" for the id itself
    language: Language | None  # None for the id, which has none
    text: str
    start: int
    end: int

    def __repr__(self) -> str:
        where = self.field if self.language is None else f"{self.field}.{self.language}"
        return f"<Hit {self.row.id}, {where}: {excerpt(self)!r}>"


class Hits(list[Hit]):
    """Hits, the best first; shows as a table in notebooks."""

    def _repr_html_(self) -> str:
        from .html import hits_html

        return hits_html(self)


def excerpt(hit: Hit, around: int = 30) -> str:
    """The words that were found and a few of those around them."""
    before, found, after = hit.text[: hit.start], hit.text[hit.start : hit.end], hit.text[hit.end :]
    if len(before) > around:
        before = "… " + before[-around:].partition(" ")[2]
    if len(after) > around:
        after = after[:around].rpartition(" ")[0] + " …"
    return f"{before}{found}{after}"


# ---- in


def _content(source: Any, what: str) -> str | bytes:
    """The text of a file: JSON as it is, a mapping as JSON, or what the file at a path holds."""
    if isinstance(source, Mapping):
        import json

        try:
            return json.dumps(source, ensure_ascii=False, allow_nan=False).encode()
        except (TypeError, ValueError, RecursionError):
            raise failed("FIELD_TYPE") from None
    if isinstance(source, bytes):
        return source
    if isinstance(source, (bytearray, memoryview)):
        return bytes(source)
    if isinstance(source, str) and source.lstrip("\ufeff \t\r\n").startswith(JSON_BEGINS):
        return source
    if not isinstance(source, (str, os.PathLike)):
        raise TypeError(f"{what} is a path, JSON text or bytes, or a mapping")
    try:
        with open(source, "rb") as file:
            return file.read()
    except (OSError, ValueError):  # ValueError: no path can look like this
        raise failed("FILE_UNREADABLE", file=os.fspath(source)) from None


def load_definition(source: str | bytes | os.PathLike[str] | Mapping[str, Any]) -> _core.Definition:
    """A definition from an export (format peersupport-definition-1): an older version, or somebody else's.

    source: the path of a file, JSON text or bytes, or a mapping. Errors name every problem of the file, each
    with code, byte offset and JSON pointer.
    """
    return _core.read_definition(_content(source, "load_definition(): source"))


def with_overlay(
    definition: _core.Definition, overlay: str | bytes | os.PathLike[str] | Mapping[str, Any]
) -> _core.Definition:
    """The definition with an organization's overlay (format peersupport-overlay-1) on top."""
    return _core.lay_over(definition, _content(overlay, "with_overlay(): overlay"))


def pin(definition: _core.Definition, version: str, digest: str | None = None) -> _core.Definition:
    """The definition itself when it has this version (and digest, of which twelve digits are enough); otherwise
    Error DEFINITION_OTHER. Rows an overlay changed do not matter: version and digest are those of its base."""
    if not isinstance(version, str) or not (digest is None or isinstance(digest, str)):
        raise TypeError("pin(): version and digest are strings")
    here = f"{definition.version}, {definition.digest[:DIGEST_SHOWN]}"
    if version != definition.version:
        raise failed("DEFINITION_OTHER", path="/version", detail=here)
    if digest is not None:
        digits = digest.lower()
        if len(digits) < DIGEST_SHOWN or not definition.digest.startswith(digits):
            raise failed("DEFINITION_OTHER", path="/digest", detail=here)
    return definition


# ---- finding


def _near(asked: str, ids: Iterable[str]) -> list[str]:
    """Ids that look like what was asked for. What was asked for itself is never repeated in a message."""
    from difflib import get_close_matches

    return get_close_matches(asked[:80].lower(), ids, n=3, cutoff=0.6)


def _close(asked: str, ids: Iterable[str]) -> str:
    near = _near(asked, ids)
    return say("near: ", "proches : ") + ", ".join(near) if near else ""


def not_found(definition: _core.Definition, asked: str) -> NoReturn:
    ids = [i for table in definition for i in table.ids]
    raise failed("NOT_FOUND", detail=_close(asked, ids) or None)


def _key_error(what: str, near: str) -> KeyError:
    return KeyError(f"{what}; {near}" if near else what)


def no_table(definition: _core.Definition, asked: str) -> NoReturn:
    raise _key_error(
        say("there is no such table", "cette table n’existe pas"), _close(asked, definition.tables)
    ) from None


def no_row(table: _core.Table, asked: str) -> NoReturn:
    ids = dict.fromkeys([*table.ids, *(i.removeprefix(table.prefix) for i in table.ids)])
    what = say(f"there is no such row in {table.id}", f"cette ligne n’existe pas dans {table.id}")
    near = dict.fromkeys(table[i].id for i in _near(asked, ids))
    raise _key_error(what, say("near: ", "proches : ") + ", ".join(near) if near else "") from None


def no_field(row: _core.Row, asked: object) -> NoReturn:
    what = say(f"rows of {row.table} have no such field", f"les lignes de {row.table} n’ont pas ce champ")
    raise KeyError(f"{what}: {', '.join(['id', *(f.id for f in row.fields)])}")


def check_language(language: str | None) -> None:
    if language not in (None, "en", "fr"):
        raise ValueError('the language is "en" or "fr"')


def search(
    definition: _core.Definition,
    query: str,
    language: Language | None = None,
    table: _core.Table | str | None = None,
) -> list[Hit]:
    """Rows in which every word of the query begins a word of one text; case and accents do not matter.

    language: look at texts in "en" or "fr" only. table: look at one table only. The best first: found in an id,
    in a name, in another text.
    """
    if not isinstance(query, str):
        raise TypeError("search(): the query is a string")
    check_language(language)
    only = None
    if table is not None:
        if not isinstance(table, (str, _core.Table)):
            raise TypeError("search(): table is a Table or the id of one")
        only = definition[table].id if isinstance(table, str) else table.id
    found = _core.search_definition(definition, query, language)
    return Hits(Hit(*hit) for hit in found if only is None or hit[0].table == only)


# ---- out


def to_json(definition: _core.Definition, indent: bool = True) -> str:
    """The whole definition as JSON; with indent=False in RFC 8785 form, the bytes of the digest."""
    return _core.write_definition(definition, bool(indent))


def metadata(table: _core.Table) -> dict[str, str]:
    """What every export of a table carries."""
    of = table.definition
    out = {
        "peersupport.table": table.id,
        "peersupport.definition_version": of.version,
        "peersupport.definition_digest": of.digest,
    }
    if of.overlay is not None:
        out.update({f"peersupport.overlay_{name}": value for name, value in of.overlay._asdict().items()})
    return out


def to_arrow(table: _core.Table) -> pyarrow.Table:
    """A pyarrow.Table: texts as two columns, lists as lists, metadata."""
    import pyarrow as pa

    return pa.table(table)


def to_polars(table: _core.Table) -> polars.DataFrame:
    """A polars frame with the columns of to_arrow()."""
    import polars as pl

    return pl.DataFrame(table)


def to_pandas(table: _core.Table) -> pandas.DataFrame:
    """A pandas frame with the columns of to_arrow(); needs no pyarrow. Nullable types; lists are lists."""
    import pandas as pd

    def strings(cells: Iterable[str | None]) -> Any:
        return pd.array(list(cells), dtype="string")

    def lists(cells: Iterable[Iterable[str]]) -> Any:
        return pd.Series([list(cell) for cell in cells], dtype=object)

    columns: dict[str, Any] = {"id": strings(table.ids)}
    for field in table.fields:
        cells: list[Any] = [row[field.id] for row in table]
        if field.kind == "text":
            columns[f"{field.id}_en"] = strings(c and c.en for c in cells)
            columns[f"{field.id}_fr"] = strings(c and c.fr for c in cells)
        elif field.kind == "cues":
            columns[field.id] = lists([c.id for c in cues] for cues in cells)
            columns[f"{field.id}_en"] = lists([c.text.en for c in cues] for cues in cells)
            columns[f"{field.id}_fr"] = lists([c.text.fr for c in cues] for cues in cells)
        elif field.kind in ("references", "words"):
            columns[field.id] = lists(cells)
        elif field.kind == "number":
            columns[field.id] = pd.array(cells, dtype="Int64")
        elif field.kind == "flag":
            columns[field.id] = pd.array(cells, dtype="bool")
        else:
            columns[field.id] = strings(cells)
    frame = pd.DataFrame(columns)
    frame.attrs.update(metadata(table))
    return frame


# ---- to other processes


def packed(definition: _core.Definition) -> str | tuple[str, str]:
    """What unpacked() makes the same definition of in another process: version and digest of the bundled one, the
    export of another."""
    if definition == _core.definition:
        return definition.version, definition.digest
    if definition.overlay is not None:
        raise TypeError(
            "what was made with an overlay cannot be pickled: send to_json(), "
            "and lay the overlay over the definition there"
        )
    return definition.to_json(indent=False)


def unpacked(of: str | tuple[str, str]) -> _core.Definition:
    """Error DEFINITION_OTHER where the library of the other process has another definition."""
    return load_definition(of) if isinstance(of, str) else pin(_core.definition, *of)


# ---- for people


def cite(
    definition: _core.Definition,
    format: Literal["text", "bibtex", "csl"] = "text",
    language: Language | None = None,
) -> str:
    """How to cite the definition: a line of text, a BibTeX entry or CSL-JSON."""
    from .citation import cite_definition

    return cite_definition(definition, format, language)


def cite_row(
    row: _core.Row,
    format: Literal["text", "bibtex", "csl"] = "text",
    language: Language | None = None,
) -> str:
    """How to cite a row: its id, name and standing, the definition it stands in, and its own sources."""
    from .citation import cite_row

    return cite_row(row, format, language)


def definition_text(definition: _core.Definition) -> str:
    overlay = definition.overlay
    on_top = f", overlay {overlay.id} {overlay.version}" if overlay else ""
    return f"<Definition {definition.version}, {definition.digest[:DIGEST_SHOWN]}{on_top}>"


def table_text(table: _core.Table) -> str:
    rows = say("row" if len(table) == 1 else "rows", "ligne" if len(table) < 2 else "lignes")
    return f"<Table {table.id}: {table.title}, {len(table)} {rows}>"


def row_text(row: _core.Row) -> str:
    label = str(row.label)
    return f"<Row {row.id}>" if label == row.id else f"<Row {row.id}: {label}>"


def definition_html(definition: _core.Definition) -> str:
    from . import html

    return html.definition_html(definition)


def table_html(table: _core.Table) -> str:
    from . import html

    return html.table_html(table)


def row_html(row: _core.Row) -> str:
    from . import html

    return html.row_html(row)
