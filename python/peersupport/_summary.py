# SPDX-License-Identifier: Apache-2.0
"""Sample-level scales: computed over a group of responses, never for one."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from . import _core, _data, _render
from ._errors import failed, invalid_cells
from ._instrument import plan as compile_plan
from ._provenance import Facts, Provenance
from ._score import refuse_person

if TYPE_CHECKING:
    import pandas


class SummaryRow(NamedTuple):
    """One sample-level scale of one group. Counts are exact and add up over shards."""

    group: Any
    scale: str
    value: float | None
    positive: int
    answered: int
    responses: int
    reason: str


class Summary(Provenance, tuple[SummaryRow, ...]):
    """The rows, group by group, and what they were computed with."""

    @classmethod
    def _of(cls, rows: Iterable[SummaryRow], plan: _core.Plan) -> Summary:
        made = cls(rows)
        made._facts = Facts.of(plan)
        return made

    def to_pandas(self) -> pandas.DataFrame:
        import pandas as pd

        return pd.DataFrame(list(self), columns=list(SummaryRow._fields))

    def __repr__(self) -> str:
        return _render.summary_text(self)

    def _repr_html_(self) -> str:
        return _render.summary_html(self)


def summarize(
    data: Any,
    instrument: _core.Instrument | str,
    *,
    by: str | None = None,
    form: str | None = None,
    items: Mapping[str, str] | None = None,
    invalid: Literal["raise", "mark"] = "raise",
    allow_unverified: bool = False,
) -> Summary:
    """The instrument's sample-level scales, over all responses or for each group of the column `by`.

    data, form, items, invalid, allow_unverified: as for score(). Groups come in the order they first appear.
    For an instrument about a service, `by` may not be a person.
    """
    import numpy as np

    if invalid not in ("raise", "mark"):
        raise failed("INVALID_ARGUMENT", path="/invalid")
    plan = compile_plan(instrument, form, allow_unverified)
    if by in _data.PERSON_COLUMNS:
        refuse_person(plan, by)
    table = _data.read(data, plan, items, None, by)
    groups, places = ([None], None) if by is None else _data.group_numbers(table.group)
    tally = np.zeros(_core.sample_tally_size(plan, len(groups)), np.int64)
    total, cells = _core.tally_rows(plan, table.answers, places, len(groups), tally, invalid == "mark")
    if total and invalid == "raise":
        raise invalid_cells(cells, total, _data.columns_for(plan, items))
    reasons, scales = _core.reasons(), plan.sample_scales
    rows = []
    for i, (value, positive, answered, responses, why) in enumerate(_core.finish_tally(plan, tally, len(groups))):
        group, scale = groups[i // len(scales)], scales[i % len(scales)]
        given = value if why == 0 else None
        rows.append(SummaryRow(group, scale, given, positive, answered, responses, reasons[why]))
    return Summary._of(rows, plan)
