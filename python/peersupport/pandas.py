# SPDX-License-Identifier: Apache-2.0
"""`import peersupport.pandas` gives every pandas frame `df.peer`."""
from __future__ import annotations

from typing import Any

import pandas as pd

from ._core import Instrument
from ._score import score
from ._scores import Scores
from ._summary import Summary, summarize


@pd.api.extensions.register_dataframe_accessor("peer")
class Peer:
    """df.peer.score(instrument, …) and df.peer.summarize(instrument, …)."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def score(self, instrument: Instrument | str, **options: Any) -> Scores:
        """Scores of every row; options as for peersupport.score."""
        return score(self._frame, instrument, **options)

    def summarize(self, instrument: Instrument | str, **options: Any) -> Summary:
        """Sample-level scales; options as for peersupport.summarize."""
        return summarize(self._frame, instrument, **options)
