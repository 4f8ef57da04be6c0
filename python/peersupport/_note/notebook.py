# SPDX-License-Identifier: Apache-2.0
"""What a notebook shows of a note report: the note with its marks, and plain tables. Needs no other package."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .._language import language, say
from .._pages.typography import typeset
from .._render import escape, html_table
from . import words

if TYPE_CHECKING:
    from .view import NoteView, PlaceView

STYLE = """
.peersupport-note { max-width: 46rem; }
.peersupport-note .note { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 2; }
.peersupport-note mark { background: none; color: inherit; }
.peersupport-note .words { text-decoration: underline 2px; text-underline-offset: .2em; }
.peersupport-note .error > .words { text-decoration-style: double; }
.peersupport-note .info > .words { text-decoration-style: dashed; }
.peersupport-note .left > .words { text-decoration: underline 1px dotted; }
.peersupport-note .number { font-size: .75em; font-weight: 700; padding-right: .2em; text-decoration: none; user-select: none; }
.peersupport-note .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
"""


def notebook(view: NoteView) -> str:
    view = view.with_own_ids()
    parts = [f"<p>{escape(typeset(view.opening))}</p>"]
    tongue = view.report.language
    for id, name, html in view.fields:
        head = "" if id == "text" else f"<strong>{escape(name)}{say(':', '&nbsp;:')}</strong> "
        parts.append(f'<div>{head}<span class="note" lang="{tongue}" id="{view.prefix}field-{id}">{html}</span></div>')
    if view.places:
        parts.append(_places(view))
    if view.lacks:
        parts.append(_lacks(view))
    if view.left_alone:
        parts.append(f"<details><summary>{escape(_left_title(len(view.left_alone)))}</summary>{_left(view)}</details>")
    return f'<div class="peersupport-note" lang="{language()}"><style>{STYLE}</style>\n' + "\n".join(parts) + "\n</div>"


def _left_title(n: int) -> str:
    return say(f"Left alone ({n})", f"Laissé tel quel ({n})")


def _places(view: NoteView) -> str:
    head = ["", say("how", "comment"), say("words", "mots"), say("what was noticed", "ce qui a été remarqué"), say("instead", "plutôt"), say("rule", "règle")]
    rows = [
        [p.label, words.short(p.finding.severity), p.words or p.where, typeset(str(p.finding.message)), " · ".join(p.finding.suggestions), p.finding.rule]
        for p in view.places
    ]
    return _with_ids(html_table(typeset(say("To look at again", "À relire")), head, rows), view.places, view.prefix)


def _left(view: NoteView) -> str:
    head = ["", say("words", "mots"), say("why", "pourquoi"), say("rule", "règle")]
    rows = [[p.label, p.words or str(p.finding.title), typeset(p.reason), p.finding.rule] for p in view.left_alone]
    return _with_ids(html_table(say("Left alone", "Laissé tel quel"), head, rows), view.left_alone, view.prefix)


def _lacks(view: NoteView) -> str:
    head = [say("element", "élément"), say("what could be added", "ce qui pourrait s’ajouter"), say("rule", "règle")]
    rows = [[typeset(e.title), " · ".join(e.finding.suggestions) if e.finding else "", e.rule] for e in view.lacks]
    return html_table(typeset(say("A reader may miss", "Ce qui pourrait manquer")), head, rows)


def _with_ids(table: str, places: tuple[PlaceView, ...], prefix: str) -> str:
    """The rows of a table as what the marks lead to, and the way back."""
    marked = {p.label for p in places if p.words}

    def cell(found: re.Match[str]) -> str:
        label = found[1]
        back = f'<a href="#{prefix}place-{label}">{label}</a>' if label in marked else label
        return f'<th scope="row" id="{prefix}finding-{label}">{back}</th>'

    return re.sub(r'<th scope="row">(\w+)</th>', cell, table)
