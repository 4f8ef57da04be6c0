# SPDX-License-Identifier: Apache-2.0
"""What the tests of the note check share. Rules of an organization with words that nobody writes, so that no test depends
on how the library's own rules are tuned."""
from __future__ import annotations

import re
from typing import Any

import peersupport as ps
import pytest

CANARY = "Zephyrine-Quux-424242"
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])
ENGLISH = re.compile(r"\b(the|you|your|missing|found|here|again|instead|and|has|is|not|with|which|rule|words|place)\b", re.IGNORECASE)


def _language(title: str, message: str, why: str, suggest: list[str], *find: str) -> dict[str, Any]:
    examples = ["un", "deux", "trois"]
    return {
        "title": title, "message": message, "explanation": why, "suggest": suggest,
        "patterns": [{"find": each} for each in find], "bad": examples, "ok": examples,
    }  # fmt: skip


def _rule(id: str, severity: str, en: dict[str, Any], fr: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": id, "category": "STIG", "severity": severity, "sureness": "high", "quotation": "person",
        "values": ["dignity-respect-inclusion"], "guidelines": ["doc-nothing-discriminatory", "our-own-guideline"],
        "en": en, "fr": fr,
    }  # fmt: skip


def pack() -> dict[str, Any]:
    """zorbel is an error, wimblé a warning, plonk a remark; in both languages."""
    return {
        "format": "peersupport-review-rules-1",
        "id": "our-words",
        "version": "1.0.0",
        "rules": [
            _rule("OURS-001", "error",
                  _language("A zorbel", "Calls somebody a zorbel.", "Nobody is one.", ["a neighbour", "their name"], "zorbel", "zorbels"),
                  _language("Un zorbel", "Traite une personne de zorbel.", "Personne n’en est.", ["une voisine", "son nom"], "zorbel", "zorbels")),
            _rule("OURS-002", "warning",
                  _language("Wimblé", "Says that it is wimblé.", "It tells nothing.", ["what was seen"], "wimblé"),
                  _language("Wimblé", "Dit que c’est wimblé.", "Cela ne dit rien.", ["ce qui a été vu"], "wimblé")),
            _rule("OURS-003", "info",
                  _language("Plonk", "A plonk.", "It may be one.", [], "plonk"),
                  _language("Plonk", "Un plonk.", "C’en est peut-être un.", [], "plonk")),
        ],
    }  # fmt: skip


TEXTS = {
    "en": "We met at the library and talked about the bus. The zorbel was wimblé all day. She said: “I am a zorbel.” Then a plonk. The evening was calm and we laughed together.",
    "fr": "On s’est rencontrés à la bibliothèque et on a parlé de l’autobus. Le zorbel était wimblé. Elle a dit : « Je suis un zorbel. » Puis un plonk. La soirée était calme et on a ri ensemble.",
}


def check(text: str | None = None, **given: Any) -> ps.NoteReport:
    return ps.check_note(text, rules=[pack()], **given)


def ours(report: ps.NoteReport) -> list[ps.NoteFinding]:
    """Findings of the rules above."""
    return [f for f in report.findings if f.rule.startswith("OURS-")]


def chain(error: BaseException | None) -> str:
    """Everything an error says, with all that led to it."""
    told = []
    while error is not None:
        told += [str(error), repr(error), repr(error.args), *map(repr, vars(error).values()), repr(getattr(error, "object", ""))]
        error = error.__cause__ or error.__context__
    return "\n".join(told)
