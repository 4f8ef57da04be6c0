# SPDX-License-Identifier: Apache-2.0
"""The commands `definition show`, `search`, `export`, `card` and `overlay`."""
from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from typing import Any

from .._errors import Error, failed
from .definition_words import definition_cause
from .help_words import help_text, plain
from .layout import emit, wrapped
from .words import words

MOST = 20  # rows a search shows
FORMATS = ("json", "markdown", "html", "csv")
AUDIENCES = ("staff", "person")

Command = Callable[..., argparse.ArgumentParser]


def add_commands(parent: Any, command: Command) -> None:
    """Adds the five commands with their options."""
    show, search, export, card, overlay = (
        command(parent, name, f"definition-{name}") for name in ("show", "search", "export", "card", "overlay")
    )
    show.add_argument("id", nargs="?", metavar="ID", help=help_text("definition-id"))
    search.add_argument("query", nargs="+", metavar=plain("words"), help=help_text("search-words"))
    for one in (search, export):
        one.add_argument("--table", metavar=plain("table-name"), help=help_text("table"))
    export.add_argument("--format", choices=FORMATS, required=True, help=help_text("export-format"))
    export.add_argument("--out", metavar=plain("path"), help=help_text("export-out"))
    card.add_argument("--role", required=True, metavar=plain("role"), help=help_text("card-role"))
    card.add_argument("--audience", choices=AUDIENCES, required=True, help=help_text("card-audience"))
    card.add_argument("--out", required=True, metavar=plain("file"), help=help_text("card-out"))
    card.add_argument("--date", metavar=plain("date"), help=help_text("card-date"))
    overlay.add_argument("file", metavar=plain("file"), help=help_text("overlay-file"))
    for one in (show, search, export, card, overlay):
        one.add_argument("--definition", metavar=plain("file"), help=help_text("definition-file"))
    for one in (show, search, export, card):
        one.add_argument("--overlay", metavar=plain("file"), help=help_text("overlay-option"))


def run(options: argparse.Namespace) -> int:
    """Runs the command that was parsed."""
    definition = opened(options.definition)
    if options.what == "overlay":
        return check_overlay(definition, options.file)
    if options.overlay is not None:
        definition = laid_over(definition, options.overlay)
    if options.what == "show":
        return show(definition, options.id)
    if options.what == "search":
        return search(definition, options.query, options.table)
    if options.what == "export":
        from .definition_export import export

        return export(definition, options.format, table_of(definition, options.table), options.out)
    return card(definition, options)


# ---- which definition


def opened(path: str | None) -> Any:
    """The definition this library carries, or the one in a file."""
    from .. import definition, load_definition

    return definition if path is None else _named(path, lambda: load_definition(_file(path)))


def laid_over(base: Any, path: str) -> Any:
    return _named(path, lambda: base.with_overlay(_file(path)))


def _file(path: str) -> Any:
    """As a path, so that no name of a file is taken for JSON."""
    from pathlib import Path

    if os.path.isdir(path):
        raise failed("FILE_UNREADABLE", file=path)
    return Path(path)


def _named(path: str, make: Callable[[], Any]) -> Any:
    """Errors name the file."""
    try:
        return make()
    except Error as error:
        raise Error([p._replace(file=path) for p in error.problems], error.total) from None


def nearest_of(name: str, known: Iterable[str], hint: str) -> Error:
    """NOT_FOUND with the nearest id and what else to type."""
    import difflib

    from .causes import cause

    by_case = {id.casefold(): id for id in known}
    found = difflib.get_close_matches(name.casefold(), by_case, n=1, cutoff=0.7)
    close = by_case[found[0]] if found else None
    sentence = definition_cause(hint)
    return failed("NOT_FOUND", path=name, detail=f"{cause('did-you-mean', id=close)} {sentence}" if close else sentence)


def table_of(definition: Any, name: str | None) -> Any:
    """The table with this id, written with - or _; None when none was asked for."""
    if name is None:
        return None
    id = name.replace("-", "_")
    if id not in definition.tables:
        raise nearest_of(name, definition.tables, "table-unknown")
    return definition[id]


def row_of(definition: Any, name: str) -> Any:
    """The row with this id, whatever its table; also its id without the table's prefix, where one row has it."""
    rows = {row.id: row for table in definition for row in table}
    if name in rows:
        return rows[name]
    short = [(row.id.removeprefix(table.prefix), row) for table in definition for row in table if table.prefix]
    found = [row for id, row in short if id == name]
    if len(found) != 1:
        raise nearest_of(name, [*definition.tables, *(id for id, _ in short), *rows], "row-unknown")
    return found[0]


# ---- commands


def show(definition: Any, name: str | None) -> int:
    from .definition_listing import overview_lines, row_lines, table_lines

    if name is None:
        emit(overview_lines(definition))
    elif name.replace("-", "_") in definition.tables:
        emit(table_lines(definition, definition[name.replace("-", "_")]))
    else:
        emit(row_lines(definition, row_of(definition, name)))
    return 0


def search(definition: Any, query: list[str], table: str | None) -> int:
    from .definition_listing import found_lines

    text = " ".join(query)
    chosen = table_of(definition, table)
    hits = definition.search(text, table=None if chosen is None else chosen.id)
    emit(found_lines(definition, text, hits, MOST if chosen is None else len(hits)))
    return 0


def card(definition: Any, options: argparse.Namespace) -> int:
    from .definition_export import write_card

    return write_card(definition, options.role, options.audience, options.date, options.out)


def check_overlay(base: Any, path: str) -> int:
    from .definition_listing import overlay_lines

    emit(overlay_lines(base, laid_over(base, path)))
    return 0


def told(key: str, **parts: object) -> None:
    print("\n".join(wrapped(words(key, **parts))))
