# SPDX-License-Identifier: Apache-2.0
"""The definition, or one table, as files: JSON for programs, pages for people, CSV for spreadsheets."""
from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from .._errors import failed
from .definition import nearest_of, told
from .definition_words import definition_cause
from .writing import neutral, whole_file

BETWEEN = "; "  # entries of a list in one cell
ENDINGS = {"json": ".json", "markdown": ".md", "html": ".html", "csv": ".csv"}


def export(definition: Any, kind: str, table: Any, out: str | None) -> int:
    """Prints one file, or writes it to `out`; several go into the folder `out`."""
    if kind != "json" and table is None:
        if out is None:
            raise failed("INVALID_ARGUMENT", path="--out", detail=definition_cause("folder-needed"))
        files = dict(_files(definition, kind))
        folder = Path(out)
        _make_folder(folder)
        for name, text in files.items():
            write(folder / name, text)
        told("pages-written", files=len(files), path=out)
        return 0
    into_folder = out is not None and (os.path.isdir(out) or out.endswith(("/", os.sep)))
    text = one_file(definition, kind, table, alone=not into_folder)
    if out is None:
        print(text, end="")
        return 0
    path = Path(out)
    if into_folder:
        _make_folder(path)
        path /= ("definition" if table is None else table.id) + ENDINGS[kind]
    write(path, text)
    told("page-written", path=path)
    return 0


def one_file(definition: Any, kind: str, table: Any, alone: bool = True) -> str:
    """One table, or the whole definition as JSON."""
    if kind == "json":
        return str(definition.to_json()) if table is None else table_json(definition, table)
    if kind == "csv":
        return table_csv(table)
    from .._pages.pages import table_page

    return table_page(definition, table, kind, alone)


def _files(definition: Any, kind: str) -> Iterable[tuple[str, str]]:
    if kind == "csv":
        return [(f"{table.id}.csv", table_csv(table)) for table in definition]
    from .._pages.pages import pages

    return pages(definition, kind)


def table_json(definition: Any, table: Any) -> str:
    """The export with one of its tables."""
    whole = json.loads(definition.to_json())
    whole["tables"] = {table.id: whole["tables"].get(table.id, [])}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


# ---- CSV: a row a row; texts in two columns, lists in one cell


def table_csv(table: Any) -> str:
    made = io.StringIO()
    rows = csv.writer(made, lineterminator="\n")
    rows.writerow(["id", *(name for field in table.fields for name in _columns(field))])
    for row in table:
        rows.writerow(map(neutral, [row.id, *(cell for field in table.fields for cell in _cells(field, row[field.id]))]))
    return made.getvalue()


def _columns(field: Any) -> list[str]:
    if field.kind == "text":
        return [f"{field.id}_en", f"{field.id}_fr"]
    return [field.id, f"{field.id}_en", f"{field.id}_fr"] if field.kind == "cues" else [field.id]


def _cells(field: Any, value: Any) -> Iterator[str]:
    if field.kind == "text":
        yield from ("", "") if value is None else (value.en, value.fr)
    elif field.kind == "cues":
        cues = value or ()
        yield BETWEEN.join(cue.id for cue in cues)
        yield BETWEEN.join(cue.text.en for cue in cues)
        yield BETWEEN.join(cue.text.fr for cue in cues)
    elif field.kind in ("references", "words"):
        yield BETWEEN.join(value or ())
    elif field.kind == "flag":
        yield "true" if value else "false"
    else:
        yield "" if value is None else str(value)


# ---- a card


def write_card(definition: Any, name: str, audience: str, date: str | None, out: str) -> int:
    """Writes the page about a role."""
    from .._pages.cards import card, card_page, meets_people

    if not out.lower().endswith((".html", ".htm")):
        raise failed("INVALID_ARGUMENT", path=f"--out {out}", detail=definition_cause("card-ending"))
    role = role_of(definition, name)
    if audience == "person" and not meets_people(definition, role):
        raise failed("INVALID_ARGUMENT", path=f"--role {name}", detail=definition_cause("meets-nobody"))
    write(Path(out), card_page(definition, role, audience, checked(date)))
    if not card(definition, role, audience).fits:
        told("card-too-long", path=out)
        return 0
    told("card-written", path=out)
    return 0


def role_of(definition: Any, name: str) -> Any:
    """A role by its id, its short id or its code."""
    roles = definition["roles"]
    for role in roles:
        if name in (role.id, role.id.removeprefix(roles.prefix)) or name.upper() == role.code:
            return role
    raise nearest_of(name, [*(role.id.removeprefix(roles.prefix) for role in roles), *(role.id for role in roles)], "role-unknown")


def checked(date: str | None) -> str:
    """A date that exists, or nothing: no page has a date nobody gave."""
    import datetime
    import re

    if date is None:
        return ""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date):
        raise failed("DATE_MALFORMED", path=f"--date {date}")
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError:
        raise failed("DATE_OUT_OF_RANGE", path=f"--date {date}") from None


# ---- files


def _make_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise failed("FILE_UNWRITABLE", file=str(folder), detail=definition_cause("is-file"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise failed("FILE_UNWRITABLE", file=str(folder), detail=definition_cause("write-not-allowed")) from None


def write(path: Path, text: str, mode: int = 0o644) -> None:
    """The file appears under its name only when it is whole. Nothing of the definition is private."""
    with whole_file(path, lambda reason: definition_cause(f"write-{reason}")) as unfinished:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.chmod(mode)
