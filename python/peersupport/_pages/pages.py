# SPDX-License-Identifier: Apache-2.0
"""The definition as pages: an index and a page a table, in HTML or Markdown. Needs jinja2."""
from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from .._definition import labels
from .._language import language, say
from .row_view import Item, kinds, standings_of, told_in_full, view
from .typography import markdown, typeset

if TYPE_CHECKING:
    from jinja2 import Environment

ENDINGS = {"html": ".html", "markdown": ".md"}
INDEX = {"html": "index.html", "markdown": "README.md"}
CONTENTS = 6  # a page with more rows begins with a list of their names


class Identity(NamedTuple):
    """Which definition a page was made from."""

    version: str
    digest: str
    overlay: str


def identity(definition: Any) -> Identity:
    o = definition.overlay
    return Identity(definition.version, definition.digest[:12], "" if o is None else f"{o.id} {o.version}")


@cache
def environment(kind: str) -> Environment:
    """Templates of one kind: "html" escapes everything, "markdown" what Markdown would take for marks."""
    import jinja2

    loader = jinja2.PackageLoader("peersupport", "_templates")
    made = jinja2.Environment(
        loader=loader, autoescape=kind == "html", trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    made.filters["set"] = typeset if kind == "html" else markdown
    made.globals["say"] = say
    return made


def render(kind: str, template: str, **parts: Any) -> str:
    ending = {"html": "html", "markdown": "md"}[kind]
    found = environment(kind).get_template(f"{template}.{ending}.j2")
    text = found.render(lang=language(), other=say("fr", "en"), colon=say(": ", " : "), **parts)
    return text.strip() + "\n"


class Link:
    """Where a row is: on this page, on another one of the same folder, or nowhere when the page stands alone."""

    def __init__(self, kind: str, page: str, alone: bool) -> None:
        self.kind, self.page, self.alone = kind, page, alone

    def __call__(self, item: Item) -> str:
        if item.url or not item.id:
            return item.url
        if item.table == self.page:
            return f"#{item.id}"
        return "" if self.alone else f"{item.table}{ENDINGS[self.kind]}#{item.id}"


def table_page(definition: Any, table: Any, kind: str, alone: bool = False, twin: str = "") -> str:
    """One table with all its rows. `twin` is the address of the same page in the other language."""
    groups = [(kind, name, [view(definition, row) for row in rows]) for kind, name, rows in kinds(table)]
    return render(
        kind,
        "table",
        table=table,
        groups=groups,
        contents=groups[0][2] if len(table) > CONTENTS and not told_in_full(table) else [],
        standings=labels.standings(standings_of(table)),
        identity=identity(definition),
        index="" if alone else INDEX[kind],
        about=labels.group_title(table.group),
        link=Link(kind, table.id, alone),
        twin=twin,
        Item=Item,
    )


def index_page(definition: Any, kind: str, twin: str = "") -> str:
    """Every table under what it is about."""
    groups = [
        (labels.group_title(group), [table for table in definition if table.group == group])
        for group in labels.in_order(table.group for table in definition)
    ]
    return render(
        kind,
        "index",
        groups=groups,
        rows=sum(len(table) for table in definition),
        tables=len(definition),
        standings=labels.standings(),
        identity=identity(definition),
        cite=definition.cite(),
        ending=ENDINGS[kind],
        twin=twin,
    )


def pages(definition: Any, kind: str, twins: str = "") -> Iterator[tuple[str, str]]:
    """The name and the text of every page. `twins` is the folder of the same pages in the other language."""
    yield INDEX[kind], index_page(definition, kind, twins and twins + INDEX[kind])
    for table in definition:
        name = table.id + ENDINGS[kind]
        yield name, table_page(definition, table, kind, twin=twins and twins + name)
