# SPDX-License-Identifier: Apache-2.0
"""The language of what people read: messages, tables, str() of a Text."""
from __future__ import annotations

from contextvars import ContextVar
from typing import Literal, cast

Language = Literal["en", "fr"]

_current: ContextVar[Language] = ContextVar("peersupport_language", default="en")


def language() -> Language:
    """The language of this context: "en" or "fr"."""
    return _current.get()


def set_language(code: str) -> None:
    """Sets the language of this context (see contextvars), "en" or "fr"."""
    if code not in ("en", "fr"):
        raise ValueError('the language is "en" or "fr"')
    _current.set(cast(Language, code))


def say(en: str, fr: str) -> str:
    """The words in the language of this context."""
    return fr if language() == "fr" else en
