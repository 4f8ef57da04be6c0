# SPDX-License-Identifier: Apache-2.0
"""Answers to scores."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from . import _core, _data
from ._errors import failed
from ._instrument import plan as compile_plan
from ._scores import Scores, run


def refuse_person(plan: _core.Plan, *columns: str | None) -> None:
    """An instrument about a service may not join a person to a score."""
    if plan.subject == "service":
        for column in columns:
            if column is not None:
                raise failed("IDENTIFIER_REFUSED", column=column)


def score(
    data: Any,
    instrument: _core.Instrument | str,
    *,
    form: str | None = None,
    items: Mapping[str, str] | None = None,
    id: str | None = None,
    invalid: Literal["raise", "mark"] = "raise",
    out: Any = None,
    threads: int = 1,
    allow_unverified: bool = False,
) -> Scores:
    """Scores of every response.

    data: an Arrow table or stream, a pandas or polars frame, a two-dimensional NumPy array with columns in
        form order, or a mapping of columns. Cells are whole-number codes; null, NaN and what a NumPy mask
        hides are blank.
    instrument: an Instrument or the id of a bundled one. form: the id of a form; needed when several could
        be meant. items: {item id: column} where names differ.
    id: a column kept beside the scores; refused for instruments whose subject is a service.
    invalid: "raise" an Error that names the first hundred cells (row, column, code, never the value), or
        "mark" the scales they touch with the reason invalid-code.
    out: a float32 or float64 array, rows × scales, that is written in place; nothing else is computed.
    threads: ranges of rows are scored side by side; the result is the same to the byte.
    allow_unverified: also score with structures that were not checked against their official manual.
    """
    if invalid not in ("raise", "mark"):
        raise failed("INVALID_ARGUMENT", path="/invalid")
    if not isinstance(threads, int) or threads < 1:
        raise failed("INVALID_ARGUMENT", path="/threads")
    plan = compile_plan(instrument, form, allow_unverified)
    refuse_person(plan, id)
    table = _data.read(data, plan, items, id, None)
    if table.index is not None and plan.subject == "service":
        refuse_person(plan, *(n for n in table.index.names if n in _data.PERSON_COLUMNS))
    return run(plan, table, _data.columns_for(plan, items), invalid == "mark", out, threads)
