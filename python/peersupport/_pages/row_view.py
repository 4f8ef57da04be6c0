# SPDX-License-Identifier: Apache-2.0
"""A row of the definition as people read it: labels, texts, names instead of ids. Screens and pages share it."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from .._definition import labels
from .._language import language, say

NAMES = ("name", "title", "term", "question", "text")  # the first that is given names the row
ADDRESSES = ("http://", "https://")


class Item(NamedTuple):
    """One thing a row says: text, and the table and id of the row it points to, or an address."""

    text: str
    table: str = ""
    id: str = ""
    url: str = ""


class Fact(NamedTuple):
    """One field of a row."""

    field: str
    label: str
    items: tuple[Item, ...]
    listed: bool  # whether the items are a list rather than a sentence

    @property
    def text(self) -> str:
        return "; ".join(item.text for item in self.items)


class Cited(NamedTuple):
    """A source as it is named beside what it carries."""

    id: str
    title: str
    who: str
    url: str
    read: str


class RowView(NamedTuple):
    id: str
    table: str
    label: str
    standings: tuple[tuple[str, str], ...]  # ("Standing", "published: a source says it"), the row's own first
    origin: str  # empty for a row of the definition as it is
    facts: tuple[Fact, ...]
    sources: tuple[Cited, ...]


def address(text: str | None) -> str:
    """An address a page may link to, or nothing: never a script."""
    return text if text and text.lower().startswith(ADDRESSES) else ""


def view(definition: Any, row: Any) -> RowView:
    """Everything the row says in the language of this context. Its name and sources stand apart."""
    return RowView(
        row.id,
        row.table,
        str(row.label),
        tuple(_standings(row)),
        origin_text(row.origin),
        tuple(_facts(definition, row)),
        tuple(cited(definition.find(id)) for id in (row.sources if _has(row, "sources") else ())),
    )


def origin_text(origin: str) -> str:
    """What an organization did to the row."""
    if origin == "added":
        return say("added by the organization", "ajouté par l’organisme")
    if origin == "replaced":
        return say("worded or set by the organization", "libellé ou valeur de l’organisme")
    return ""


def cited(source: Any) -> Cited:
    year = f", {source.year}" if source.year is not None else ""
    read = labels.word_text("reading", source.reading)
    return Cited(source.id, str(source.title), f"{source.who}{year}", address(source.url), read)


def _has(row: Any, field: str) -> bool:
    return any(f.id == field for f in row.fields)


def standing_fields(fields: Iterable[Any]) -> list[Any]:
    """Those that say how sure something is, the one about the row as a whole first."""
    found = [f for f in fields if f.id == "standing" or f.id.endswith("_standing")]
    return sorted(found, key=lambda f: f.id != "standing")


def standings_of(table: Any) -> set[str]:
    """Every standing that occurs in a table, of rows or of parts of them."""
    return {row[field.id] for row in table for field in standing_fields(table.fields)}


def told_in_full(table: Any) -> bool:
    """Whether rows have no name, so that their whole text stands for them."""
    return next((n for n in NAMES if any(f.id == n for f in table.fields)), "") == "text"


def kinds(table: Any) -> list[tuple[str, str, list[Any]]]:
    """(kind, what it is called, its rows) of a table of texts that has kinds; otherwise all rows, under no name."""
    if not (told_in_full(table) and any(f.id == "kind" for f in table.fields)):
        return [("", "", list(table))]
    named = {kind: labels.word_text("kind", kind) for kind in dict.fromkeys(row.kind for row in table)}
    return [(kind, name[:1].upper() + name[1:], [r for r in table if r.kind == kind]) for kind, name in named.items()]


def _standings(row: Any) -> Iterator[tuple[str, str]]:
    for field in standing_fields(row.fields):
        yield str(field.label), labels.standing_text(row[field.id])


def _facts(definition: Any, row: Any) -> Iterator[Fact]:
    name = next((n for n in NAMES if _has(row, n) and row[n] is not None), "")
    other = "cues_en" if language() == "fr" else "cues_fr"  # words to look for, of the other language
    for field in row.fields:
        if field.id in (name, "sources", other) or field.id.endswith("standing"):
            continue
        if field.id == "french_status" and row.origin == "replaced":  # says nothing about an organization's words
            continue
        items = tuple(_items(definition, field, row[field.id]))
        if items:
            yield Fact(field.id, str(field.label), items, field.kind in ("references", "cues"))


def _items(definition: Any, field: Any, value: Any) -> Iterator[Item]:
    if value is None or value == () or value == "":
        return
    if field.kind in ("text", "string", "number"):
        yield Item(str(value), url=address(value if field.kind == "string" else None))
    elif field.kind == "flag":
        yield Item(say("yes", "oui") if value else say("no", "non"))
    elif field.kind == "word":
        yield Item(labels.word_text(field.id, value))
    elif field.kind == "words":
        yield Item(", ".join(value))
    elif field.kind == "cues":
        yield from (Item(str(cue.text)) for cue in value)
    else:
        for id in (value,) if field.kind == "reference" else value:
            row = definition.find(id)
            yield Item(str(row.label), row.table, row.id)
