# SPDX-License-Identifier: Apache-2.0
"""What the tests of counting by SQL share: running the query, random answers, and an instrument with every rule."""
from __future__ import annotations

import itertools

import duckdb
import numpy as np
import pandas as pd
import peersupport as ps
import peersupport.duckdb as engine

SURVEY = "integrity-survey"


def sample():
    return pd.read_csv(ps.sample(), dtype={"wave": str})


def small():
    """Some rows of a service with each perspective, and of one with the waves of another: few cells, few rows."""
    every = sample()
    first, second = every.unit.unique()[:2]
    several = every[(every.unit == first) & every.wave.isin(every.wave.unique()[:1])]
    return pd.concat([several, every[every.unit == second].tail(40)], ignore_index=True)


def run(frame, instrument=SURVEY, table="answers", **options):
    """The relation of a table that holds the frame. Texts and numbers are made there, not here."""
    parts = [table] if isinstance(table, str) else table
    place = ".".join('"' + part.replace('"', '""') + '"' for part in parts)
    database = duckdb.connect()
    if len(parts) > 1:
        database.execute(f"CREATE SCHEMA {place.rpartition('.')[0]}")
    database.register("given frame", frame)
    database.execute(f'CREATE TABLE {place} AS SELECT * FROM "given frame"')
    options.setdefault("present", list(frame.columns))
    return database.sql(engine.sql(instrument, table=table, **options)), database


def check(frame, instrument=SURVEY, table="answers", **options):
    """Equal bytes, whatever the table holds."""
    relation, database = run(frame, instrument, table, **{k: v for k, v in options.items() if k != "invalid"})
    usual = ("forms", "gram", "allow_unverified", "invalid")
    made = engine.from_sql(relation, instrument, shard="s", **{k: v for k, v in options.items() if k in usual})
    expected = ps.tally(frame, instrument, shard="s", **{k: v for k, v in options.items() if k != "present"})
    assert made.to_bytes() == expected.to_bytes()
    database.close()
    return made


def codes_of(instrument, item):
    scale = next(i for i in instrument.items if i.id == item).response_scale
    codes = [o.code for o in scale.options]
    return codes + list(range(scale.range[0], scale.range[1] + 1) if scale.range else [])


def random_answers(instrument, forms, rows, seed, empty=0.2):
    """Every code of an item, the ones that mean no answer too, and empty cells; whole forms left empty now and then."""
    chance = np.random.default_rng(seed)
    by_id = {f.id: f for f in instrument.forms}
    columns: dict[str, object] = {
        "unit": chance.choice(["nord", "süd \U0001f33f", "it's"], rows),
        "perspective": chance.choice(sorted({by_id[f].perspective for f in forms}), rows),
        "date": pd.Series(pd.to_datetime("2024-01-01") + pd.to_timedelta(chance.integers(0, 700, rows), "D")).where(
            pd.Series(chance.random(rows) < 0.9)
        ),
        "tongue": pd.Series(chance.choice(["en", "fr"], rows)).where(pd.Series(chance.random(rows) < 0.7)),
        "group": pd.Series(chance.choice(["a", "b"], rows)).where(pd.Series(chance.random(rows) < 0.7)),
    }
    for form in forms:
        left_empty = chance.random(rows) < 0.3
        for item in by_id[form].items:
            if item in columns:
                continue
            kind = chance.random(rows)
            cells = chance.choice(codes_of(instrument, item), rows).astype(float)
            cells[(kind < empty) | left_empty] = np.nan
            columns[item] = cells
    return pd.DataFrame(columns)


TEXT = {"en": "x", "fr": "x"}
NO_ANSWERS = [{"code": 8, "kind": "does-not-apply"}, {"code": 9, "kind": "declined"}, {"code": -1, "kind": "blank"}]
RESPONSE_SCALES = [
    {"id": "three", "options": [{"code": 0}, {"code": 1, "points": 2}, {"code": 2, "points": 7}, *NO_ANSWERS]},
    {"id": "ten", "range": {"from": -3, "to": 10}, "options": [{"code": 99, "kind": "blank"}]},
]
ITEMS = [
    {"id": "a", "response_scale": "three", "reverse": True, "weight": 2},
    {"id": "b", "response_scale": "three", "gate": {"item": "g", "open": [1, 2]}},
    {"id": "c", "response_scale": "ten", "reverse": True},
    {"id": "d", "response_scale": "three", "weight": 3},
    {"id": "e", "response_scale": "ten", "gate": {"item": "h", "open": [0]}},
    {"id": "f", "response_scale": "three", "gate": {"item": "i", "open": [0, 1]}},
    {"id": "g", "response_scale": "three"},
    {"id": "h", "response_scale": "three"},
    {"id": "i", "response_scale": "three"},
]
MISSING = [
    {"rule": "none_missing"},
    {"rule": "minimum_answered", "count": 2},
    {"rule": "minimum_share", "share": [1, 2]},
    {"rule": "prorate_up_to", "count": 2},
    {"rule": "prorate_up_to", "share": [1, 3]},
]
SCORES = {
    "mean": ({"rule": "mean", "multiplier": [25, 3]}, "abcd"),
    "sum": ({"rule": "sum"}, "abcd"),
    "percent": ({"rule": "percent_of_maximum"}, "abcd"),
    "pomp": ({"rule": "pomp"}, "abcde"),
    "gated": ({"rule": "gated_mean"}, "bef"),
    "subset": ({"rule": "subset", "of": "sum", "scored": ["a", "b", "c"]}, "abcd"),
    "table": ({"rule": "table", "rows": [[0, -1.5], [4, 22.5], [11, 0]]}, "abd"),
}


def every_rule(**scores):
    """Items that differ in weight, points and codes, with gates, and a scale for each rule of scores and gaps."""
    scales = [
        {"id": f"{name}-{n}", "name": TEXT, "items": [*of], "direction": "neither", "score": rule, "missing": share}
        for (name, (rule, of)), (n, share) in itertools.product({**SCORES, **scores}.items(), enumerate(MISSING))
    ]
    form = {"id": "whole", "kind": "core", "name": TEXT, "perspective": "person", "items": [*"dcbaeghif"]}
    return ps.load_instrument({
        "format": "peersupport-instrument-1", "id": "every-rule", "version": "1.0.0", "name": TEXT, "about": TEXT,
        "subject": "respondent", "standing": "proposed", "verification": {"state": "verified"}, "citation": "x",
        "rights": {"holder": "x", "licence": "CC-BY-4.0", "wording": "included"},
        "sources": [{"id": "own", "title": "x", "standing": "proposed"}],
        "response_scales": RESPONSE_SCALES, "items": ITEMS, "scales": scales,
        "forms": [{**form, "scales": [s["id"] for s in scales]}],
    })  # fmt: skip
