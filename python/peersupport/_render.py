# SPDX-License-Identifier: Apache-2.0
"""Text and HTML of the objects people look at. No scripts, no styles of others; all text is escaped."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from . import _core
from ._language import language, say

if TYPE_CHECKING:
    from ._scores import ScoreColumn, Scores
    from ._summary import Summary

Row = Sequence[str]


class SummaryRow(NamedTuple):
    """One scale of a batch: how many responses were scored, their mean, the others by reason."""

    scale: str
    scored: int
    mean: float | None
    median: float | None
    not_scored: dict[str, int]


def summarize_column(column: ScoreColumn) -> SummaryRow:
    import numpy as np

    counts = np.bincount(column.reason, minlength=len(column.reasons))
    given = column.value[column.reason == 0].astype(np.float64)
    others = {column.reasons[i]: int(n) for i, n in enumerate(counts) if i and n}
    if not len(given):
        return SummaryRow(column.id, 0, None, None, others)
    return SummaryRow(column.id, len(given), float(given.mean()), float(np.median(given)), others)


# ---- two kinds of table


def escape(text: str) -> str:
    """The five characters HTML gives a meaning (html.escape would cost a millisecond of import)."""
    for character, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#x27")):
        text = text.replace(character, f"&{name};")
    return text


def text_table(head: Row, rows: Iterable[Row], right: Sequence[int] = ()) -> str:
    """Columns two spaces apart; numbers to the right."""
    lines = [list(head), *(list(r) for r in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    pad = [str.rjust if i in right else str.ljust for i in range(len(head))]
    return "\n".join("  ".join(pad[i](c, widths[i]) for i, c in enumerate(line)).rstrip() for line in lines)


def html_table(caption: str, head: Row, rows: Iterable[Row]) -> str:
    """A plain table with a caption and scopes, readable without styles and by screen readers."""
    top = "".join(f'<th scope="col">{escape(c)}</th>' for c in head)
    body = []
    for row in rows:
        cells = "".join(f"<td>{escape(c)}</td>" for c in row[1:])
        body.append(f'<tr><th scope="row">{escape(row[0])}</th>{cells}</tr>')
    return (
        f'<table lang="{language()}"><caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{top}</tr></thead>\n<tbody>\n" + "\n".join(body) + "\n</tbody></table>"
    )


# ---- instruments


def _states() -> dict[str, str]:
    return {
        "verified": say("verified", "vérifié"),
        "unverified": say("unverified", "non vérifié"),
        "incomplete": say("incomplete", "incomplet"),
        "respondent": say("respondent", "répondant"),
        "service": "service",
    }


def instruments_head() -> list[str]:
    return [
        "id",
        say("name", "nom"),
        say("subject", "sujet"),
        say("state", "état"),
        say("forms", "formulaires"),
        say("items", "items"),
        say("scales", "échelles"),
    ]


def instruments_rows(all: Iterable[_core.Instrument]) -> list[list[str]]:
    words = _states()
    return [
        [
            i.id,
            str(i.name),
            words[i.subject],
            words[i.state],
            str(len(i.forms)),
            str(len(i.items)),
            str(len(i.scales)),
        ]
        for i in all
    ]


def instruments_text(all: Iterable[_core.Instrument]) -> str:
    return text_table(instruments_head(), instruments_rows(all), right=(4, 5, 6))


def instruments_html(all: Iterable[_core.Instrument]) -> str:
    return html_table(say("Bundled instruments", "Instruments fournis"), instruments_head(), instruments_rows(all))


def instrument_text(i: _core.Instrument) -> str:
    return (
        f"<Instrument {i.id} {i.version}: {i.name}; {i.subject}, {i.state}; "
        f"forms {len(i.forms)}, items {len(i.items)}, scales {len(i.scales)}>"
    )


def instrument_rows(i: _core.Instrument) -> list[list[str]]:
    """What `instruments show` and the notebook print: one row a fact."""
    words = _states()
    nobody = say("not co-produced, not validated", "non coproduit, non validé")
    with_whom = [*i.co_production.co_written_by, *i.co_production.tested_by, *i.co_production.adopted_by]
    rows = [
        [say("id", "id"), f"{i.id} {i.version}"],
        [say("about", "à propos"), str(i.about)],
        [say("subject", "sujet"), words[i.subject]],
        [say("state", "état"), words[i.state]],
        [say("missing", "ce qui manque"), "; ".join(i.missing)],
        [say("rights", "droits"), f"{i.rights.holder}; {i.rights.licence}"],
        [say("co-production", "coproduction"), "; ".join(with_whom) or nobody],
        [say("forms", "formulaires"), ", ".join(f"{f.id} ({len(f.items)})" for f in i.forms)],
        [say("scales", "échelles"), ", ".join(s.id for s in i.scales)],
        [say("items", "items"), str(len(i.items))],
        [say("how to cite", "comment citer"), i.cite()],
    ]
    return [row for row in rows if row[1]]


def instrument_html(i: _core.Instrument) -> str:
    return html_table(str(i.name), ["", ""], instrument_rows(i))


# ---- scores


def number(value: float | None, digits: int = 2) -> str:
    if value is None:
        return "–"
    shown = f"{value:.{digits}f}"
    return shown.replace(".", ",") if language() == "fr" else shown


def scores_head() -> list[str]:
    return [
        say("scale", "échelle"),
        say("scored", "calculés"),
        say("mean", "moyenne"),
        say("median", "médiane"),
        say("not scored", "non calculés"),
    ]


def reason_words(reasons: dict[str, int]) -> str:
    order = _core.reasons()
    colon = say(": ", " : ")
    return ", ".join(f"{_core.reason_text(order.index(r), language())}{colon}{n}" for r, n in reasons.items())


def scores_rows(scores: Scores) -> list[list[str]]:
    return [
        [row.scale, str(row.scored), number(row.mean), number(row.median), reason_words(row.not_scored)]
        for row in scores.summary()
    ]


def scores_title(scores: Scores) -> str:
    form = say("form", "formulaire")
    responses = say("responses", "réponses")
    return f"{scores.instrument} {scores.instrument_version}, {form} {scores.form}: {scores.rows} {responses}"


def scores_text(scores: Scores) -> str:
    return f"{scores_title(scores)}\n{text_table(scores_head(), scores_rows(scores), right=(1, 2, 3))}"


def scores_html(scores: Scores) -> str:
    return html_table(scores_title(scores), scores_head(), scores_rows(scores))


def column_text(column: ScoreColumn) -> str:
    row = summarize_column(column)
    reasons = "".join(f", {r} {n}" for r, n in row.not_scored.items())
    return f"<ScoreColumn {row.scale}: scored {row.scored} of {len(column)}{reasons}>"


# ---- sample-level results


def summary_head() -> list[str]:
    return [
        say("group", "groupe"),
        say("scale", "échelle"),
        "%",
        say("positive", "favorables"),
        say("answered", "répondus"),
        say("responses", "réponses"),
        say("reason", "motif"),
    ]


def summary_rows(summary: Summary) -> list[list[str]]:
    return [
        [
            "" if r.group is None else str(r.group),
            r.scale,
            number(r.value, 1),
            str(r.positive),
            str(r.answered),
            str(r.responses),
            "" if r.reason == "scored" else r.reason,
        ]
        for r in summary
    ]


def summary_title(summary: Summary) -> str:
    form = say("form", "formulaire")
    return f"{summary.instrument} {summary.instrument_version}, {form} {summary.form}"


def summary_text(summary: Summary) -> str:
    return f"{summary_title(summary)}\n{text_table(summary_head(), summary_rows(summary), right=(2, 3, 4, 5))}"


def summary_html(summary: Summary) -> str:
    return html_table(summary_title(summary), summary_head(), summary_rows(summary))
