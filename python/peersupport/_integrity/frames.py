# SPDX-License-Identifier: Apache-2.0
"""A profile as tidy columns: one row a figure. What is not shown has its row, with the reason in `showing`."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from .profile import IntegrityProfile

Row = dict[str, Any]
WORDS = ("statistic", "unit", "wave", "perspective", "about", "showing", "method")
COUNTS = ("code", "people")
NUMBERS = ("value", "low", "high")
COLUMNS = ("statistic", "unit", "wave", "perspective", "about", "code", "people", "value", "low", "high", "showing", "method")
MEAN, WILSON, WELCH, BY_UNITS = "bounded-mean", "wilson", "welch-holm", "bounded-mean-by-units"


def _row(statistic: str, of: Mapping[str, Any], about: str, method: str = "", **more: Any) -> Row:
    row: Row = {name: None for name in COLUMNS}
    row |= {"statistic": statistic, "about": about, "method": method, "people": of.get("people")}
    row |= {"perspective": of.get("perspective"), "showing": of.get("showing")}
    return row | more


def _figure(found: Any) -> Row:
    if isinstance(found, Mapping):
        return {name: found.get(name) for name in NUMBERS}
    return {"value": found}


def _heard(u: Mapping[str, Any]) -> Iterator[Row]:
    for h in u["heard"]:
        for name in ("people", "eligible", "invited", "responded", "refused", "workers"):
            yield _row(f"heard-{name}", h, h["form"], value=h.get(name))
        yield _row("response-rate", h, h["form"], WILSON, **_figure(h["response_rate"]))


def _cells(u: Mapping[str, Any]) -> Iterator[Row]:
    for c in u["cells"]:
        yield _row("mean", c, c["value"], MEAN, **_figure(c["mean"]))


def _notes(u: Mapping[str, Any]) -> Iterator[Row]:
    for c in u["cells"]:
        whole = c["complete_case"] or {}
        yield _row("complete-case-mean", c, c["value"], people=whole.get("people"), value=whole.get("mean"))
        yield _row("does-not-apply", c, c["value"], **_figure(c["does_not_apply"]))
        yield _row("declined", c, c["value"], **_figure(c["declined"]))
        bounds = c["if_not_heard"] or {}
        yield _row("if-not-heard", c, c["value"], low=bounds.get("low"), high=bounds.get("high"))


def _items(u: Mapping[str, Any]) -> Iterator[Row]:
    for i in u["items"]:
        for a in i["answers"] or [{"code": None, "people": None}]:
            yield _row("answers", i, i["item"], code=a["code"], value=a["people"])


def _eroded(u: Mapping[str, Any]) -> Iterator[Row]:
    for e in u["eroded"]:
        for name in ("ever", "often"):
            told = e.get(f"{name}_met") or ""
            yield _row(f"met-{name}", {"perspective": "person", **e}, e["item"], f"{WILSON}:{told}" if told else WILSON, **_figure(e[name]))


def _modules(u: Mapping[str, Any]) -> Iterator[Row]:
    for m in [*u["modules"], *(u["outcomes"] or {"scales": []})["scales"]]:
        yield _row("mean", m, m["scale"], MEAN, **_figure(m["mean"]))


def _views(u: Mapping[str, Any]) -> Iterator[Row]:
    for v in u["views"]:
        yield _row(f"view-{v['verdict']}", v, v["value"], WELCH, **_figure(v["difference"]))


def _gaps(u: Mapping[str, Any]) -> Iterator[Row]:
    for g in u["gaps"]:
        yield _row(f"gap-{g['kind']}", {"perspective": "person", "showing": "shown"}, g["id"], "100-minus-upper-end", value=g["size"])


def _change(u: Mapping[str, Any]) -> Iterator[Row]:
    for c in u["change"]["values"]:
        showing = "shown" if c["difference"] else None
        of = {"perspective": "person", "showing": showing}
        yield _row(f"change-{c['verdict']}", of, c["value"], WELCH, **_figure(c["difference"]))


def _series(u: Mapping[str, Any]) -> Iterator[Row]:
    for s in u["series"]:
        for p in s["points"]:
            yield _row("series-mean", {"perspective": "person", **p}, s["value"], MEAN, wave=p["wave"], **_figure(p["mean"]))


KINDS: dict[str, Callable[[Mapping[str, Any]], Iterator[Row]]] = {
    "cells": _cells, "notes": _notes, "heard": _heard, "items": _items, "eroded": _eroded, "modules": _modules,
    "views": _views, "gaps": _gaps, "change": _change, "series": _series,
}  # fmt: skip


def _pooled(cells: list[Mapping[str, Any]], unit: str) -> Iterator[Row]:
    for c in cells:
        yield _row("mean", c, c["value"], BY_UNITS, unit=unit, **_figure(c["mean"]))


def rows(profile: IntegrityProfile, what: str) -> list[Row]:
    """what: one of KINDS, "region", "equity" or "all"."""
    data = profile._data
    kinds = list(KINDS) if what == "all" else [what] if what in KINDS else []
    if not kinds and what not in ("region", "equity"):
        raise ValueError(f"what is one of {', '.join([*KINDS, 'region', 'equity', 'all'])}")
    made = [
        {**row, "unit": u["unit"], "wave": row["wave"] or u["wave"]} for u in data["units"] for kind in kinds for row in KINDS[kind](u)
    ]
    if what in ("region", "all") and data["region"]:
        made += [{**row, "wave": data["wave"]} for row in _pooled(data["region"]["cells"], "*")]
    if what in ("equity", "all") and data["equity"]:
        for stratum in data["equity"]["strata"]:
            name = f"*:{data['equity']['stratifier']}={stratum['stratum']}"
            made += [{**row, "wave": data["wave"]} for row in _pooled(stratum["cells"], name)]
    return made


def columns(profile: IntegrityProfile, what: str) -> dict[str, list[Any]]:
    found = rows(profile, what)
    return {name: [row[name] for row in found] for name in COLUMNS}


def facts(profile: IntegrityProfile) -> dict[str, str]:
    """What goes with every frame."""
    data = profile._data
    return {
        "peersupport.format": data["format"],
        "peersupport.instrument": f"{data['instrument']['id']} {data['instrument']['version']}",
        "peersupport.definition_version": data["definition"]["version"],
        "peersupport.definition_digest": data["definition"]["digest"],
        "peersupport.policy": data["policy"]["id"] or f"k{data['policy']['minimum_people']}",
        "peersupport.simulated": str(bool(data["collection"]["simulated"])).lower(),
    }


def to_pandas(profile: IntegrityProfile, what: str) -> pandas.DataFrame:
    import pandas as pd

    found = columns(profile, what)
    made: dict[str, Any] = {name: pd.array(found[name], dtype=_pandas_type(name)) for name in COLUMNS}
    frame = pd.DataFrame(made)
    frame.attrs = dict(facts(profile))
    return frame


def _pandas_type(name: str) -> Any:
    return "string" if name in WORDS else "Int64" if name in COUNTS else "Float64"


def to_polars(profile: IntegrityProfile, what: str) -> polars.DataFrame:
    import polars as pl

    kinds: dict[str, Any] = {n: pl.String if n in WORDS else pl.Int64 if n in COUNTS else pl.Float64 for n in COLUMNS}
    return pl.DataFrame(columns(profile, what), schema=kinds, strict=False)


def to_arrow(profile: IntegrityProfile, what: str) -> pyarrow.Table:
    import pyarrow as pa

    kinds = [(n, pa.string() if n in WORDS else pa.int64() if n in COUNTS else pa.float64()) for n in COLUMNS]
    found = columns(profile, what)
    for name in NUMBERS:
        found[name] = [None if v is None else float(v) for v in found[name]]
    return pa.table(found, schema=pa.schema(kinds, metadata=facts(profile)))
