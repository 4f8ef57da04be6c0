# SPDX-License-Identifier: Apache-2.0
"""Scores and tallies of Dask data frames. `pip install "peersupport[dask]"`, wherever tasks run."""
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import dask
import pandas as pd

from . import _core
from ._instrument import plan as compile_plan
from ._instrument import resolve
from ._score import score as score_frame
from ._tally_parts import Job, Part, beside, finished, joined

if TYPE_CHECKING:
    import uuid

    from dask.dataframe import DataFrame

    from ._tally import Tally

AT_ONCE = 8  # states that one task joins


def score(
    ddf: DataFrame,
    instrument: _core.Instrument | str,
    *,
    form: str | None = None,
    keep: Sequence[str] | None = None,
    **options: Any,
) -> DataFrame:
    """A data frame of scores, partition by partition: values (NaN where not scored) and `<scale>.reason`.

    keep: columns beside the scores; without it unit, wave, perspective, language and simulated where they are there. An
    instrument about a service refuses others (IDENTIFIER_REFUSED). options: as for peersupport.score.
    """
    chosen = resolve(instrument)
    plan = compile_plan(chosen, form, bool(options.get("allow_unverified", False)))
    kept = beside(plan, keep, list(ddf.columns))
    options["form"] = plan.form
    scored: DataFrame = ddf.map_partitions(_scores, chosen, kept, options, meta=_scores(ddf._meta, chosen, kept, options))
    return scored


def _scores(frame: pd.DataFrame, chosen: _core.Instrument, kept: list[str], options: dict[str, Any]) -> pd.DataFrame:
    return pd.concat([frame[kept], score_frame(frame, chosen, **options).to_pandas()], axis=1)


def tally(
    ddf: DataFrame,
    instrument: _core.Instrument | str = "integrity-survey",
    *,
    shard: str | bytes | uuid.UUID,
    compute: dict[str, Any] | None = None,
    **options: Any,
) -> Tally:
    """The tally of a data frame: byte for byte what peersupport.tally gives for the same rows in one process.

    shard: names this data, not the run: the same data counted again, however it is cut, is the same shard, and merging
        it twice is refused. Within the run each partition counts once.
    compute: options of dask.compute, such as {"scheduler": "threads"}; the current client otherwise.
    options: as for peersupport.tally, but for definition, series and threads. With `person` the frame is divided by
        person first, so that the latest response of each is found.
    """
    job = Job(instrument, shard, options)
    rows = ddf[job.columns(list(ddf.columns))]
    if job.person is not None:
        rows = rows.shuffle(on=job.person, npartitions=rows.npartitions)
    states = [dask.delayed(job.part)(number, part) for number, part in enumerate(rows.to_delayed())]
    while len(states) > AT_ONCE:
        states = [dask.delayed(_join)(states[i : i + AT_ONCE]) for i in range(0, len(states), AT_ONCE)]
    found: tuple[Part, ...] = dask.compute(*states, **(compute or {}))
    return finished(job, found)


def _join(parts: list[Part]) -> Part:
    return joined(parts)
