# SPDX-License-Identifier: Apache-2.0
"""What a notebook shows of a role report: plain tables. Needs no other package."""
from __future__ import annotations

from typing import TYPE_CHECKING

from .._language import language, say
from .._note.notebook import STYLE as NOTE_STYLE
from .._pages.typography import typeset
from .._render import escape, html_table

if TYPE_CHECKING:
    from .view import RoleView

STYLE = NOTE_STYLE.replace("peersupport-note", "peersupport-role")


def notebook(view: RoleView) -> str:
    view = view.with_own_ids()
    parts = [f"<p>{escape(typeset(view.opening))}</p>"]
    tongue = view.report.language
    for id, name, html in view.fields:
        head = "" if id == "text" else f"<strong>{escape(name)}</strong> "
        parts.append(f'<div>{head}<span class="note" lang="{tongue}">{html}</span></div>')
    parts += [table for table in (_time(view), _drift(view), _log(view), _lacks(view)) if table]
    return f'<div class="peersupport-role" lang="{language()}"><style>{STYLE}</style>\n' + "\n".join(parts) + "\n</div>"


def _time(view: RoleView) -> str:
    head = [say("time", "temps"), "", ""]
    return html_table(say("Time", "Temps"), head, [[s.title, s.time, s.percent] for s in view.shares]) if view.shares else ""


def _drift(view: RoleView) -> str:
    head = [say("duty", "tâche"), say("places", "endroits"), say("instead, or the question", "plutôt, ou la question"), say("rule", "règle")]
    rows = [
        [d.name, ", ".join(f"{p.label} ({p.where})" for p in d.places), d.instead or d.text, d.rule]
        for g in view.groups for d in g.duties
    ]  # fmt: skip
    return html_table(typeset(say("To talk about", "À discuter")), head, rows) if rows else ""


def _log(view: RoleView) -> str:
    head = ["", say("activity", "activité"), say("time", "temps"), say("counts as", "compte comme"), say("because of", "à cause de")]
    rows = [[str(e.number), e.words, e.time, e.kind, e.why] for e in view.entries]
    return html_table(say("Activities", "Activités"), head, rows) if rows else ""


def _lacks(view: RoleView) -> str:
    head = [say("missing", "absent"), say("proposed", "proposé")]
    rows = [[c.title, " ".join(c.suggestions)] for level, _ in view.levels for c in view.components(level, False)]
    return html_table(typeset(say("Not found", "Pas trouvé")), head, rows) if rows else ""
