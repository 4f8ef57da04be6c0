# SPDX-License-Identifier: Apache-2.0
"""A note report as a page. Needs jinja2."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .view import NoteView


def page(view: NoteView) -> str:
    """HTML that needs nothing else. Everything but the marked note is escaped by the template."""
    from .._pages.pages import render

    return render("html", "note", view=view, report=view.report)
