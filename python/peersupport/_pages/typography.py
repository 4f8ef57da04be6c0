# SPDX-License-Identifier: Apache-2.0
"""Texts as a page sets them. The definition holds plain marks; a page has the ones a typesetter would choose."""
from __future__ import annotations

import re
import textwrap

from .._language import language

NO_BREAK = "\u00a0"


def typeset(text: str) -> str:
    """Apostrophes, quotation marks and, in French, spaces that hold a mark to its word."""
    text = re.sub(r"(?<=\w)'", "’", text)
    text = re.sub(r'"([^"]*)"', r"“\1”", text)
    if language() == "fr":
        text = re.sub(r" (?=[:»%])", NO_BREAK, text)
        text = text.replace("« ", f"«{NO_BREAK}")
    return text


def wrap(text: str, width: int, indent: str = "", further: str | None = None) -> list[str]:
    """Lines of a text as a screen sets it; further: before every line but the first."""
    return textwrap.wrap(
        typeset(text), width, initial_indent=indent, subsequent_indent=indent if further is None else further,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def markdown(text: str) -> str:
    """Text that Markdown takes for nothing but text."""
    text = re.sub(r"([\\`*_\[\]|])", r"\\\1", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"^(\s*)([-+#>]|\d+[.)])(?=\s)", r"\1\\\2", text)
