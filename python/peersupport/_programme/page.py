# SPDX-License-Identifier: Apache-2.0
"""A program report as a page, and as what a notebook shows."""
from __future__ import annotations

from typing import TYPE_CHECKING

from .._language import say
from .._pages.typography import typeset
from .._render import html_table
from .text import no_framework, not_due_text, system_leads
from .words import date_text

if TYPE_CHECKING:
    from .view import ProgrammeView


def page(view: ProgrammeView) -> str:
    """HTML that needs nothing else. Needs jinja2 and drawsvg."""
    from .._pages.pages import identity, render
    from .constellation import picture

    return render(
        "html",
        "programme",
        view=view,
        report=view.report,
        svg=picture(view),
        identity=identity(view.definition),
        date=date_text,
        no_framework=no_framework,
        not_due=not_due_text,
        system_leads=system_leads,
    )


def notebook(view: ProgrammeView) -> str:
    """The picture, where drawsvg is installed, and plain tables that screen readers can read."""
    head = [say("rule", "règle"), say("what was found", "constat"), say("about", "à propos de")]
    tables = [
        html_table(
            typeset(f"{need.title} ({need.total})"),
            head,
            [[typeset(rule.name), typeset(str(f.message)), ", ".join(f.about)] for rule in need.rules for f in rule.findings],
        )
        for need in view.needs
    ]
    joined = html_table(
        typeset(f"{view.full('programme', view.report.programme)}, {view.period}"),
        [say("what joins the hub", "ce qui est relié au noyau"), say("link", "lien"), say("meetings", "rencontres")],
        [[typeset(c.title), typeset(c.word), typeset("; ".join(p.met for p in c.parts))] for c in view.connections],
    )
    care = f"<p>{typeset(' '.join(view.care))}</p>"
    return "\n".join([care, *_drawn(view), joined, *(tables or [f"<p>{typeset(view.found)}</p>"])])


def _drawn(view: ProgrammeView) -> list[str]:
    try:
        from .constellation import picture

        return [f'<div style="max-width:27rem">{picture(view)}</div>']
    except ModuleNotFoundError:
        return []
