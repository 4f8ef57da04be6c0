# SPDX-License-Identifier: Apache-2.0
"""The definition as a person reads it: all tables, one table, one row, what was found, what an overlay changes."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .._definition import labels
from .._language import say
from .._pages.row_view import Fact, RowView, view
from .layout import Heading, columns, count, program, wrapped
from .words import in_language, words

DIGITS = 12  # of a digest, enough to tell two apart
ROOM = 34  # ids up to this long stand in a column of their own
AROUND = 60  # characters shown on each side of what was found


def _colon() -> str:
    return say(": ", " : ")


def _label(label: str, text: str, indent: str = "") -> list[str]:
    return wrapped(text, f"{indent}{label}{_colon()}", f"{indent}    ")


def identity_lines(definition: Any) -> list[str]:
    """Version, digest and, where there is one, the overlay."""
    lines = _label("Version", definition.version) + _label(say("Digest", "Empreinte"), definition.digest[:DIGITS])
    if definition.overlay is not None:
        o = definition.overlay
        lines += _label(say("Overlay", "Adaptation"), f"{o.id} {o.version} ({o.digest[:DIGITS]})")
    return lines


# ---- everything, one table, one row


def overview_lines(definition: Any) -> list[str]:
    """Every table under what it is about, with the number of its rows."""
    rows = sum(len(table) for table in definition)
    lines: list[str] = [Heading(say("The definition of peer support", "La définition du soutien par les pairs"))]
    lines += identity_lines(definition)
    lines += wrapped(words("definition-size", tables=len(definition), rows=count(rows)))
    names = max(len(table.id) for table in definition)
    numbers = max(len(count(len(table))) for table in definition)
    for group in labels.in_order(table.group for table in definition):
        lines += ["", Heading(labels.group_title(group))]
        found = [
            [table.id.ljust(names), count(len(table)).rjust(numbers), str(table.title)]
            for table in definition
            if table.group == group
        ]
        lines += columns(found, right=(1,), indent="  ")
    lines += ["", words("definition-next")]
    return lines + [f"  {program()} definition show {id}" for id in ("roles", "role-peer-supporter")]


def table_lines(definition: Any, table: Any) -> list[str]:
    """What the table is for, and its rows with how sure each is."""
    lines: list[str] = [Heading(line) for line in wrapped(f"{table.title} ({table.id})")]
    lines += wrapped(str(table.purpose))
    lines += wrapped(words("table-rows" if len(table) != 1 else "table-row", rows=count(len(table))))
    lines += ["", *_rows(table), ""]
    for standing in dict.fromkeys(getattr(row, "standing", "") for row in table):
        if standing in labels.STANDINGS:
            lines += wrapped(labels.standing_text(standing).replace(_colon(), " – ", 1), "  ")
    if len(table):
        lines += ["", words("row-next"), f"  {program()} definition show {table[0].id}"]
    return lines


def _rows(table: Iterable[Any]) -> list[str]:
    found = []
    for row in table:
        notes = [labels.standing_word(getattr(row, "standing", "")), in_language(ORIGIN.get(row.origin, ("", "")))]
        note = ", ".join(filter(None, notes))
        found.append([row.id, f"{row.label} ({note})" if note else str(row.label)])
    if found and max(len(row[0]) for row in found) <= ROOM:
        return columns(found, indent="  ")
    return [line for id, text in found for line in ["  " + id, *wrapped(text, "      ")]]


ORIGIN = {"added": ("added", "ajouté"), "replaced": ("changed", "changé")}


def row_lines(definition: Any, row: Any) -> list[str]:
    """Everything a row says, its sources and how to cite it."""
    shown = view(definition, row)
    lines: list[str] = [Heading(line) for line in wrapped(shown.label)]
    lines += wrapped(f"{shown.id} ({definition[shown.table].title})")
    if shown.origin:
        lines += wrapped(shown.origin)
    lines.append("")
    for fact in shown.facts:
        lines += _fact(fact)
    for label, text in shown.standings:
        lines += _label(label, text.replace(_colon(), " – ", 1))
    lines += _sources(shown)
    return [*lines, "", Heading(say("How to cite", "Comment citer")), *wrapped(row.cite(), "  ")]


def _fact(fact: Fact) -> list[str]:
    """A sentence beside its label; several rows or phrases below it, one a line."""
    if not fact.listed:
        item = fact.items[0]
        if item.url:
            return [f"{fact.label}{_colon()}{item.url}"]
        return _label(fact.label, f"{item.text} ({item.id})" if item.id else item.text)
    lines = [f"{fact.label}{_colon()}".rstrip()]
    for item in fact.items:
        lines += wrapped(f"{item.text} ({item.id})" if item.id else item.text, "    ", "        ")
    return lines


def _sources(shown: RowView) -> list[str]:
    lines: list[str] = ["", Heading("Sources")] if shown.sources else []
    for source in shown.sources:
        lines += wrapped(source.title, "  ", "      ")
        lines += wrapped(f"{source.id}; {source.read}", "      ")
        if source.url:
            lines.append(f"      {source.url}")
    return lines


# ---- found


def found_lines(definition: Any, query: str, hits: Sequence[Any], most: int) -> list[str]:
    """Rows in which the words stand, best first, each with the place."""
    if not hits:
        return wrapped(words("found-nothing", query=query))
    key = "found-one" if len(hits) == 1 else "found"
    lines: list[str] = [Heading(line) for line in wrapped(words(key, rows=count(len(hits)), query=query))]
    for hit in hits[:most]:
        lines += ["", *wrapped(str(hit.row.label), "  ", "      ")]
        lines += wrapped(f"{hit.row.id} ({definition[hit.row.table].title})", "      ")
        lines += _place(definition, hit)
    if len(hits) > most:
        lines += ["", *wrapped(words("found-more", rows=count(len(hits) - most)))]
    return [*lines, "", words("row-next"), f"  {program()} definition show {hits[0].row.id}"]


def _place(definition: Any, hit: Any) -> list[str]:
    """The field and the words around what was found; nothing when it is the id or the name shown above."""
    if not hit.field or hit.text == str(hit.row.label):
        return []
    field = next((f for f in definition[hit.row.table].fields if f.id == hit.field), None)
    label = str(field.label) if field is not None else hit.field
    start = hit.text.rfind(" ", 0, max(0, hit.start - AROUND)) + 1
    end = hit.text.find(" ", hit.end + AROUND)
    text = hit.text[start : end if end >= 0 else None]
    text = ("… " if start else "") + text + (" …" if end >= 0 else "")
    return wrapped(text, f"      {label}{_colon()}", "          ")


# ---- an overlay


def overlay_lines(base: Any, laid: Any) -> list[str]:
    """What an overlay adds, replaces and switches off, by name."""
    o = laid.overlay
    lines: list[str] = [Heading(line) for line in wrapped(f"{o.id} {o.version}")]
    lines += _label(say("Digest", "Empreinte"), o.digest[:DIGITS])
    lines += _label(say("Over the definition", "Sur la définition"), f"{base.version} ({base.digest[:DIGITS]})")
    parts = {"adds": (laid, laid.changes.added), "replaces": (laid, laid.changes.replaced), "off": (base, laid.changes.off)}
    for key, (definition, ids) in parts.items():
        lines += ["", Heading(words(f"overlay-{key}", rows=count(len(ids))))]
        found = [[id, str(definition.find(id).label)] for id in ids]
        if found and max(len(row[0]) for row in found) <= ROOM:
            lines += columns(found, indent="  ")
        else:
            lines += [line for id, text in found for line in ["  " + id, *wrapped(text, "      ")]]
    return [*lines, "", *wrapped(words("overlay-good"))]
