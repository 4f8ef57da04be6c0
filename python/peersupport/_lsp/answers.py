# SPDX-License-Identifier: Apache-2.0
"""What an editor asked for, in the types of the Language Server Protocol."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lsprotocol import types

from .._language import Language, say
from .._programme.report import speaking
from .hover import hover_text
from .open_note import OpenNote, Place, Position, quick_fixes


def diagnostics(note: OpenNote, messages: Language) -> list[types.Diagnostic]:
    return [_diagnostic(each) for each in note.diagnostics(messages)]


def _diagnostic(given: dict[str, Any]) -> types.Diagnostic:
    start, end = ((given["range"][side]["line"], given["range"][side]["character"]) for side in ("start", "end"))
    return types.Diagnostic(
        range=_range(start, end), severity=types.DiagnosticSeverity(given["severity"]), code=given["code"],
        source=given["source"], message=given["message"], data=given["data"],
    )  # fmt: skip


def hover(note: OpenNote, at: types.Position, messages: Language) -> types.Hover | None:
    spot = (at.line, at.character)
    places = note.at(spot, spot)
    if not places:
        return None
    content = types.MarkupContent(kind=types.MarkupKind.Markdown, value=hover_text(places, messages))
    return types.Hover(contents=content, range=_range(places[0].start, places[0].end))


def code_actions(note: OpenNote, uri: str, asked: types.CodeActionParams, messages: Language, versioned: bool) -> list[types.CodeAction]:
    """A quick fix for each suggestion, for what the selection touches. versioned: the editor takes changes that say which
    version of the text they are about."""
    only = asked.context.only
    if only and not any(_asks_for_quick_fixes(str(getattr(kind, "value", kind))) for kind in only):
        return []
    place = asked.range
    found = note.at((place.start.line, place.start.character), (place.end.line, place.end.character))
    shown = {(d.code, d.range.start.line, d.range.start.character): d for d in diagnostics(note, messages)}
    with speaking(messages):
        return [action for each in found for action in _actions(note, uri, each, shown.get((each.finding.rule, *each.start)), versioned)]


def _asks_for_quick_fixes(kind: str) -> bool:
    return kind in ("", "quickfix")


def _actions(note: OpenNote, uri: str, place: Place, about: types.Diagnostic | None, versioned: bool) -> Iterator[types.CodeAction]:
    for words in quick_fixes(note.text, place.finding):
        yield types.CodeAction(
            title=say(f"Write “{words}”", f"Écrire « {words} »"),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[about] if about else None,
            edit=_edit(note, uri, types.TextEdit(range=_range(place.start, place.end), new_text=words), versioned),
        )


def _edit(note: OpenNote, uri: str, change: types.TextEdit, versioned: bool) -> types.WorkspaceEdit:
    if not versioned:
        return types.WorkspaceEdit(changes={uri: [change]})
    document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=note.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(text_document=document, edits=[change])])


def _range(start: Position, end: Position) -> types.Range:
    return types.Range(start=types.Position(*start), end=types.Position(*end))
