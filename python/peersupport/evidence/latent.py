# SPDX-License-Identifier: Apache-2.0
"""Latent scores under the graded response model with fixed parameters."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .. import _core
from .._errors import failed, rows_by, shape
from .._language import say
from .matrix import values_of
from .shapes import misfit
from .statistic import StatisticTable

LEAST_ROWS = 200  # a thread's share


class LatentModel:
    """F. Samejima's 1969 graded response model, logistic, D = 1, with fixed parameters and a normal prior.

    discrimination: one number an item; thresholds: ascending, one fewer than the item's categories. points equally spaced
    places from `low` to `high`; prior N(prior_mean, prior_sd²).
    """

    def __init__(
        self,
        discrimination: Sequence[float],
        thresholds: Sequence[Sequence[float]],
        *,
        points: int = 2401,
        low: float = -6.0,
        high: float = 6.0,
        prior_mean: float = 0.0,
        prior_sd: float = 1.0,
    ) -> None:
        slopes, cuts = [float(a) for a in discrimination], [[float(b) for b in t] for t in thresholds]
        rest = int(points), float(low), float(high), float(prior_mean), float(prior_sd)
        self._given = slopes, cuts, *rest
        self._made = _core.LatentScoreModel(*self._given)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, self._given

    @property
    def items(self) -> int:
        return self._made.items

    def scores(self, x: Any, *, lowest: int = 1, threads: int = 1) -> StatisticTable:
        """Expected a posteriori score of each pattern of answers: columns theta, se, answered. lowest: the code of the
        lowest category. A missing answer says nothing; without any, the prior comes back."""
        import numpy as np

        values = values_of(x).astype(float)
        if values.ndim != 2 or values.shape[1] != self.items:
            raise misfit(
                rows_by(self.items),
                shape(values.shape),
                say("Give one column for each item of the model.", "Fournissez une colonne par item du modèle."),
            )
        gaps = np.isnan(values)
        cells = np.where(gaps, -1, values - lowest)
        most = np.array([self._made.categories(i) for i in range(self.items)])
        if ((cells != np.floor(cells)) | (cells >= most) | ((cells < 0) & ~gaps)).any():
            raise failed("INVALID_CODE")
        whole = np.ascontiguousarray(cells, dtype=np.int16)
        theta, se = np.empty(len(whole)), np.empty(len(whole))
        parts = max(1, min(int(threads), len(whole) // LEAST_ROWS))
        edges = [len(whole) * i // parts for i in range(parts + 1)]

        def part(i: int) -> None:
            self._made.scores(whole, edges[i], edges[i + 1], theta, se)

        if parts == 1:
            part(0)
        else:
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(parts) as pool:
                list(pool.map(part, range(parts)))
        columns = {"theta": theta.tolist(), "se": se.tolist(), "answered": (~gaps).sum(axis=1).tolist()}
        return StatisticTable("eap-scores", columns)

    def sum_scores(self, *, lowest: int = 1) -> StatisticTable:
        """Expected a posteriori score of every sum of complete answers (recursion of Lord and Wingersky 1984): columns
        sum, theta, se, probability of the sum under the prior."""
        rows = self._made.sums()
        names = ("sum", "theta", "se", "probability")
        columns: dict[str, list[Any]] = {name: [row[i] for row in rows] for i, name in enumerate(names)}
        columns["sum"] = [s + lowest * self.items for s in columns["sum"]]
        return StatisticTable("eap-sum-scores", columns)


def _restored(
    slopes: list[float],
    cuts: list[list[float]],
    points: int,
    low: float,
    high: float,
    prior_mean: float,
    prior_sd: float,
) -> LatentModel:
    return LatentModel(slopes, cuts, points=points, low=low, high=high, prior_mean=prior_mean, prior_sd=prior_sd)


def eap_scores(
    x: Any = None,
    *,
    discrimination: Sequence[float],
    thresholds: Sequence[Sequence[float]],
    points: int = 2401,
    low: float = -6.0,
    high: float = 6.0,
    prior_mean: float = 0.0,
    prior_sd: float = 1.0,
    lowest: int = 1,
    threads: int = 1,
) -> StatisticTable:
    """Expected a posteriori scores (R. D. Bock and R. J. Mislevy 1982) of patterns x, or of every sum score when x is None.

    Parameters as for LatentModel; lowest: the code of the lowest category.
    """
    model = LatentModel(discrimination, thresholds, points=points, low=low, high=high, prior_mean=prior_mean, prior_sd=prior_sd)
    return model.sum_scores(lowest=lowest) if x is None else model.scores(x, lowest=lowest, threads=threads)
