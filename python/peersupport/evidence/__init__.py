# SPDX-License-Identifier: Apache-2.0
"""Statistics for studies and pooled data: reliability, agreement, change, control charts.

For instruments whose subject is the respondent, and for pooled data; what a service gets from the Integrity Survey is
`peersupport.integrity`. Every result says its value, its interval, or the reason why there is none; with which estimator,
and on how many rows it stands. Sums are exact, so the same data give the same bits on every machine, in any order.
"""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .agreement import brennan_prediger as brennan_prediger
    from .agreement import cohen_kappa as cohen_kappa
    from .agreement import fleiss_kappa as fleiss_kappa
    from .agreement import gwet_ac1 as gwet_ac1
    from .agreement import icc as icc
    from .agreement import kendall_w as kendall_w
    from .agreement import krippendorff_alpha as krippendorff_alpha
    from .agreement import rwg_j as rwg_j
    from .agreement import scott_pi as scott_pi
    from .change import bland_altman as bland_altman
    from .change import change_cuts as change_cuts
    from .change import reliable_change as reliable_change
    from .change import sem as sem
    from .charts import ewma_chart as ewma_chart
    from .charts import funnel_limits as funnel_limits
    from .charts import p_chart as p_chart
    from .charts import u_chart as u_chart
    from .charts import xmr_chart as xmr_chart
    from .intervals import mean_interval as mean_interval
    from .intervals import welch_gap as welch_gap
    from .intervals import wilson_interval as wilson_interval
    from .latent import LatentModel as LatentModel
    from .latent import eap_scores as eap_scores
    from .ratings import RatingTally as RatingTally
    from .reliability import alpha as alpha
    from .reliability import item_analysis as item_analysis
    from .reliability import omega as omega
    from .reliability import split_half as split_half
    from .resampling import Replicates as Replicates
    from .resampling import bootstrap as bootstrap
    from .statistic import Statistic as Statistic
    from .statistic import StatisticTable as StatisticTable

_WHERE = {
    "item_analysis": "reliability",
    "alpha": "reliability",
    "omega": "reliability",
    "split_half": "reliability",
    "icc": "agreement",
    "cohen_kappa": "agreement",
    "fleiss_kappa": "agreement",
    "krippendorff_alpha": "agreement",
    "gwet_ac1": "agreement",
    "kendall_w": "agreement",
    "rwg_j": "agreement",
    "wilson_interval": "intervals",
    "mean_interval": "intervals",
    "welch_gap": "intervals",
    "bootstrap": "resampling",
    "sem": "change",
    "reliable_change": "change",
    "xmr_chart": "charts",
    "p_chart": "charts",
    "u_chart": "charts",
    "funnel_limits": "charts",
    "eap_scores": "latent",
    "brennan_prediger": "agreement",
    "scott_pi": "agreement",
    "ewma_chart": "charts",
    "bland_altman": "change",
    "change_cuts": "change",
    "LatentModel": "latent",
    "RatingTally": "ratings",
    "Replicates": "resampling",
    "Statistic": "statistic",
    "StatisticTable": "statistic",
}

__all__ = sorted(_WHERE)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'peersupport.evidence' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f".{_WHERE[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_WHERE})
