# SPDX-License-Identifier: Apache-2.0
"""`import peersupport.polars` gives every polars frame and lazy frame `df.peer`."""
from __future__ import annotations

from typing import Any

import polars as pl

from ._core import Instrument
from ._score import score
from ._scores import Scores
from ._summary import Summary, summarize


@pl.api.register_dataframe_namespace("peer")
class Peer:
    """df.peer.score(instrument, …) and df.peer.summarize(instrument, …)."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def score(self, instrument: Instrument | str, **options: Any) -> Scores:
        """Scores of every row; options as for peersupport.score."""
        return score(self._frame, instrument, **options)

    def summarize(self, instrument: Instrument | str, **options: Any) -> Summary:
        """Sample-level scales; options as for peersupport.summarize."""
        return summarize(self._frame, instrument, **options)


@pl.api.register_lazyframe_namespace("peer")
class LazyPeer:
    """lf.peer.score(instrument, …): a lazy frame of the scores."""

    def __init__(self, frame: pl.LazyFrame) -> None:
        self._frame = frame

    def score(self, instrument: Instrument | str, **options: Any) -> pl.LazyFrame:
        """Scores as Scores.to_polars() gives them, computed when the frame is collected."""
        # The columns are known only once the frame is there, so polars must not check or push through them.
        return self._frame.map_batches(
            lambda frame: score(frame, instrument, **options).to_polars(),
            predicate_pushdown=False,
            projection_pushdown=False,
            slice_pushdown=False,
            validate_output_schema=False,
        )
