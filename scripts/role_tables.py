# SPDX-License-Identifier: Apache-2.0
"""Figures of the role check as tables. review_accuracy.py prints them."""
from __future__ import annotations

from typing import Any

from figure_text import LARGEST_GAP, LEAST_PRECISION, LEAST_RECALL, above, below, cell, number
from labelled_notes import LANGUAGES

WORDS = {
    "en": {
        "set-tuned": "Tuned set (rules were improved on it)", "set-frozen": "Frozen set (nobody looked at it)",
        "row": "what", "en": "English", "fr": "French", "texts": "{texts} texts",
        "precision": "drift: precision, right group", "lenient": "drift: precision, any group", "recall": "drift: recall",
        "f1": "drift: F1", "balanced": "drift, if half of the statements were", "five_percent": "drift, if 5 % were",
        "no_alarm": "limits and help: no alarm", "understood": "limits and help: recognized",
        "duties": "duties within the role: recognized", "components": "components told rightly",
        "gap": "Distance between English and French in F1 of drift: {gap}.",
        "frozen-ok": "The frozen files are those of SHA256SUMS.", "legend": "In brackets: Wilson 95 % intervals.",
    },
    "fr": {
        "set-tuned": "Ensemble de mise au point (les règles ont été améliorées dessus)",
        "set-frozen": "Ensemble scellé (personne ne l’a regardé)",
        "row": "quoi", "en": "anglais", "fr": "français", "texts": "{texts} textes",
        "precision": "dérive : précision, bon groupe", "lenient": "dérive : précision, tout groupe", "recall": "dérive : rappel",
        "f1": "dérive : F1", "balanced": "dérive, si la moitié des énoncés en étaient", "five_percent": "dérive, si 5 % en étaient",
        "no_alarm": "limites et aide : sans fausse alerte", "understood": "limites et aide : reconnues",
        "duties": "tâches du rôle : reconnues", "components": "éléments bien indiqués",
        "gap": "Écart de F1 pour la dérive entre l’anglais et le français : {gap}.",
        "frozen-ok": "Les fichiers scellés sont bien ceux de SHA256SUMS.", "legend": "Entre crochets : intervalles de Wilson à 95 %.",
    },
}  # fmt: skip
DRIFT = ("precision", "lenient", "recall", "f1", "balanced", "five_percent")
OTHERS = ("no_alarm", "understood", "duties", "components")


def rows(figures: dict[str, Any], language: str) -> list[list[str]]:
    """A row a figure, a column a language of the texts."""
    words = WORDS[language]
    head = [words["row"], *(f"{words[of]} ({words['texts'].format(texts=figures[of]['texts'])})" for of in LANGUAGES)]
    drift = [[words[name], *(cell({**figures[of]["drift"], **figures[of]["drift"]["ppv"]}[name], language) for of in LANGUAGES)] for name in DRIFT]
    return [head, *drift, *([words[name], *(cell(figures[of][name], language) for of in LANGUAGES)] for name in OTHERS)]


def as_text(result: dict[str, Any], language: str) -> str:
    words = WORDS[language]
    lines = [result["labelled_by"], *([words["frozen-ok"]] if result["frozen_intact"] else [])]
    for name, figures in result["sets"].items():
        table = rows(figures, language)
        widths = [max(map(len, column)) for column in zip(*table)]
        lines += ["", words["set-" + name], *("  ".join(text.ljust(width) for text, width in zip(line, widths)).rstrip() for line in table),
                  words["gap"].format(gap=number(figures["gap"], language))]
    return "\n".join([*lines, "", words["legend"]])


def as_markdown(result: dict[str, Any], language: str) -> str:
    words = WORDS[language]
    lines = [result["labelled_by"], *(["", words["frozen-ok"]] if result["frozen_intact"] else [])]
    for name, figures in result["sets"].items():
        head, *table = rows(figures, language)
        lines += ["", f"**{words['set-' + name]}**", "", *("| " + " | ".join(line) + " |" for line in (head, ["---"] * len(head), *table)),
                  "", words["gap"].format(gap=number(figures["gap"], language))]
    return "\n".join([*lines, "", words["legend"]])


def missed_limits(figures: dict[str, Any]) -> list[str]:
    """One line for each limit that the tuned set misses."""
    missed = []
    for language in LANGUAGES:
        missed += below(f"{language}: strict precision of drift", figures[language]["drift"]["precision"]["value"], LEAST_PRECISION)
        missed += below(f"{language}: recall of drift", figures[language]["drift"]["recall"]["value"], LEAST_RECALL)
    return missed + above("gap between the languages in F1 of drift", figures["gap"], LARGEST_GAP)
