# SPDX-License-Identifier: Apache-2.0
"""What an editor shows beside a place: the rule in words, never the note's."""
from __future__ import annotations

from collections.abc import Sequence

from .._language import Language, say
from .._note import words
from .._note.parts import NoteFinding
from .._pages.typography import typeset
from .._programme.report import speaking
from .open_note import Place

SIGNS = str.maketrans({sign: f"\\{sign}" for sign in r"\`*_{}[]<>#|"})
SURENESS: dict[str, words.Pair] = {
    "low": ("often wrong", "se trompe souvent"),
    "medium": ("sometimes wrong", "se trompe parfois"),
    "high": ("seldom wrong", "se trompe rarement"),
}


def hover_text(places: Sequence[Place], messages: Language) -> str:
    """Markdown for the rules that speak of one place."""
    with speaking(messages):
        return "\n\n---\n\n".join(_told(place.finding) for place in places)


def _told(f: NoteFinding) -> str:
    left = words.left_alone(f.suppressed_by, f.context) if f.suppressed_by else ""
    how = say(f"left alone: {left}", f"laissé tel quel : {left}") if left else words.short(f.severity)
    lines = [
        f"**{_plain(str(f.title))}** · {_plain(how)}",
        _plain(str(f.message)),
        _plain(str(f.explanation)),
    ]
    if f.suggestions and not left:
        head = say("Could be added", "Pourrait s’ajouter") if f.kind == "absent" else say("Instead", "Plutôt")
        lines.append(f"{head}{say(': ', ' : ')}" + " · ".join(map(_plain, f.suggestions)))
    lines.append(f"*{f.rule}, {words.in_language(SURENESS[f.sureness])}. {say('You decide.', 'C’est vous qui décidez.')}*")
    return "\n\n".join(typeset(line) for line in lines if line)


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return text.translate(SIGNS)
