# SPDX-License-Identifier: Apache-2.0
"""What notebooks show of a definition: plain tables that screen readers can read."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import _core
from .._language import say
from .._render import html_table
from . import Hit, excerpt
from .labels import standing_word, word_text


def definition_html(definition: _core.Definition) -> str:
    head = ["id", say("table", "table"), say("rows", "lignes")]
    rows = [[t.id, str(t.title), str(len(t))] for t in definition if len(t)]
    title = say("Definition of peer support", "Définition du soutien par les pairs")
    overlay = f", {definition.overlay.id} {definition.overlay.version}" if definition.overlay else ""
    return html_table(f"{title} {definition.version}{overlay}", head, rows)


def table_html(table: _core.Table) -> str:
    head = ["id", say("name", "nom"), say("standing", "fondement")]
    return html_table(str(table.title), head, [[r.id, str(r.label), standing_word(r.standing)] for r in table])


def cell_text(field: _core.Field, value: Any) -> str:
    """What a field holds, as words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("yes", "oui") if value else say("no", "non")
    if isinstance(value, tuple):
        return "; ".join(str(each) for each in value)
    return word_text(field.id, value) if field.kind == "word" else str(value)


def row_html(row: _core.Row) -> str:
    facts = [[str(f.label), cell_text(f, row[f.id])] for f in row.fields]
    head = [say("field", "champ"), say("content", "contenu")]
    return html_table(str(row.label), head, [["id", row.id], *(fact for fact in facts if fact[1])])


def hits_html(hits: Iterable[Hit]) -> str:
    head = ["id", say("name", "nom"), say("found in", "trouvé dans")]
    return html_table(say("Found", "Résultats"), head, [[h.row.id, str(h.row.label), excerpt(h)] for h in hits])
