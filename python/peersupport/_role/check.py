# SPDX-License-Identifier: Apache-2.0
"""A job description or an activity log held against a role."""
from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from .._definition import with_overlay
from .._errors import Error
from .._language import say
from .._note.check import LANGUAGES, _document, _one_of, _ready
from .request import request_of

if TYPE_CHECKING:
    from .report import RoleReport

    Source = str | bytes | os.PathLike[str] | Mapping[str, Any]

CALL = "check_role"


def check_role(
    text_or_dict: str | Mapping[str, Any] | Iterable[Any],
    *,
    role: str = "peer-supporter",
    language: Literal["auto", "en", "fr"] = "auto",
    rules: Iterable[Source] = (),
    overlay: Source | None = None,
) -> RoleReport:
    """What a job description or an activity log asks of a peer: duties within the role, duties to ask about first, work
    that is not peer support (drift), and what a good description has. About the work, never about who does it.

    text_or_dict: a job description as text; or its sections {name: text or list of texts}, named as the components of the
        definition without "jd-" ("supervision", "pay", "in_scope" for duties, "out_of_scope" for what the peer does not
        do), with "text" for what has no heading; or an activity log: rows {"activity": text, "minutes": whole number,
        "code": an activity code of the definition, if there is one}, as a list or a pandas or polars frame.
    role: the id of a role of the definition, with or without "role-". Which duties are core, optional or unusual, and
        what a role is exempt from, depends on it.
    language: "en", "fr" or "auto", which tells from the text.
    rules: packs of rules of an organization behind the library's own: a path, JSON text or bytes, or a mapping each.
    overlay: an organization's overlay of the definition.

    Polarity is settled first: "does not give medication" is a limit of the role and no drift; neither is what nurses do,
    nor what the peer helps a person to do for themselves. Nothing is kept or sent. Errors never hold a word of the text:
    TypeError names the argument; Error has INVALID_ARGUMENT (role, language), FIELD_UNKNOWN (a section), FIELD_TYPE or
    NOT_FOUND with the row of the log (/activities/3/minutes), TOO_LARGE, JSON_NOT_UTF8.
    """
    from .report import RoleReport

    _one_of("language", language, LANGUAGES, CALL)
    _one_of("role", role.removeprefix("role-") if isinstance(role, str) else role, _roles(), CALL)
    definition = _core.definition if overlay is None else with_overlay(_core.definition, _document("overlay", overlay, CALL))
    asked = request_of(text_or_dict, role, None if language == "auto" else language)
    ready = _ready(rules, CALL, _core.compile_role_rules)
    try:
        checked = _core.check_role(ready, asked.json, definition)
    except Error as error:
        problems, total = error.problems, error.total
    else:
        return RoleReport(checked, asked, definition)
    raise Error([p._replace(detail=_sections() if p.path == "/sections" and p.code == "FIELD_UNKNOWN" else p.detail, offset=None) for p in problems], total)


@lru_cache(maxsize=1)
def _roles() -> tuple[str, ...]:
    return tuple(str(row.id).removeprefix("role-") for row in _core.definition.roles)


def _sections() -> str:
    names = [str(row.id).removeprefix("jd-").replace("-", "_") for row in _core.definition.job_description_components]
    return say("known: ", "connues : ") + ", ".join(names)
