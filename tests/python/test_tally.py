# SPDX-License-Identifier: Apache-2.0
"""Counts that add up: the same whatever the container, the cut and the threads."""

from __future__ import annotations

import copy
import datetime
import pickle
import uuid
from typing import Any

import numpy as np
import pandas as pd
import peersupport as ps
import polars as pl
import pyarrow as pa
import pytest
from peersupport._tally_source import NO_DAY, _Columns

BESIDE = {"shard": "sample", "person": "person_id", "key": b"secret"}


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return pd.read_csv(ps.sample(), dtype={"wave": str})


@pytest.fixture(scope="module")
def whole(frame: pd.DataFrame) -> ps.Tally:
    return ps.tally(frame, **BESIDE)


def test_counts_are_those_of_the_table(frame: pd.DataFrame, whole: ps.Tally) -> None:
    latest = frame.sort_values("date", kind="stable").drop_duplicates(
        ["person_id", "perspective", "unit", "wave"], keep="last"
    )
    expected = latest.groupby(["perspective", "unit", "wave"]).size()
    cells = whole.cells.to_pandas()
    assert dict(zip(zip(cells.perspective, cells.unit, cells.wave), cells.responses)) == expected.to_dict()
    assert whole.responses == len(latest)
    assert set(cells.form) == set(cells.perspective)  # the core forms; no module in this table
    first = latest.groupby(["perspective", "unit", "wave"]).date.min()
    assert dict(zip(zip(cells.perspective, cells.unit, cells.wave), cells.first_day)) == first.to_dict()


def test_every_container_gives_the_same_bytes(frame: pd.DataFrame, whole: ps.Tally) -> None:
    expected = whole.to_bytes()
    table = pa.Table.from_pandas(frame, preserve_index=False)
    dates = frame.assign(date=pd.to_datetime(frame.date))
    arrow_dates = table.set_column(table.column_names.index("date"), "date", table["date"].cast(pa.date32()))
    objects = frame.assign(date=[datetime.date.fromisoformat(d) for d in frame.date])
    for data in (
        table,
        pl.from_pandas(frame),
        {n: frame[n] for n in frame},
        {n: frame[n].tolist() for n in frame},
        dates,
        arrow_dates,
        objects,
    ):
        assert ps.tally(data, **BESIDE).to_bytes() == expected


@pytest.mark.parametrize("threads", [1, 2, 3, 8])
def test_threads_give_the_same_bytes(frame: pd.DataFrame, threads: int) -> None:
    large = pd.concat([frame.assign(person_id=frame.person_id + f"-{i}") for i in range(1 + 40_000 // len(frame))])
    expected = ps.tally(large, **BESIDE)
    assert ps.tally(large, threads=threads, **BESIDE).to_bytes() == expected.to_bytes()


def by_person(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values("date", kind="stable").drop_duplicates(
        ["person_id", "perspective", "unit", "wave"], keep="last"
    )


def test_streams_are_read_batch_by_batch(frame: pd.DataFrame, whole: ps.Tally) -> None:
    once = by_person(frame).sample(frac=1, random_state=3)
    table = pa.Table.from_pandas(once, preserve_index=False)
    empty = table.slice(0, 0).combine_chunks().to_batches() or [
        pa.RecordBatch.from_pandas(once.head(0), preserve_index=False)
    ]
    batches = [*table.to_batches(max_chunksize=97)[:2], *empty, *table.to_batches(max_chunksize=97)[2:]]
    reader = pa.RecordBatchReader.from_batches(batches[0].schema, iter(batches))
    assert ps.tally(reader, **BESIDE) == whole
    assert ps.tally(iter(batches), **BESIDE) == whole
    twice = pa.RecordBatchReader.from_batches(batches[0].schema, iter([batches[0], batches[0]]))
    with pytest.raises(ps.Error) as refused:
        ps.tally(twice, **BESIDE)
    assert refused.value.code == "PERSON_REPEATED"


def test_merging(frame: pd.DataFrame, whole: ps.Tally) -> None:
    once = by_person(frame)
    parts = [ps.tally(once.iloc[i::5], **{**BESIDE, "shard": f"part-{i}"}) for i in range(5)]
    a, b = ps.Tally.merge_all(parts), ps.Tally.merge_all(reversed(parts))
    assert a == b and a.to_bytes() == b.to_bytes()
    assert a.cells.columns == whole.cells.columns
    assert (parts[0] + parts[1]).merge(parts[2]) == parts[0].merge(parts[1] + parts[2])
    assert parts[0] + ps.Tally() == parts[0] == ps.Tally() + parts[0]
    other_forms = ps.tally(once, forms=["person"], **{**BESIDE, "shard": "x"})
    same_people = ps.tally(once.iloc[::5], **{**BESIDE, "shard": "x"})
    refusals = ((parts[0], "SHARD_REPEATED"), (other_forms, "TALLY_OTHER"), (same_people, "PERSON_REPEATED"))
    for other, code in refusals:
        before = a.to_bytes()
        with pytest.raises(ps.Error) as refused:
            a.merge(other)
        assert refused.value.code == code
        assert a.to_bytes() == before


def test_bytes_and_pickles(whole: ps.Tally) -> None:
    assert ps.Tally.from_bytes(whole.to_bytes()) == whole
    assert pickle.loads(pickle.dumps(whole)) == whole
    assert isinstance(pickle.loads(pickle.dumps(whole)), ps.Tally)
    damaged = bytearray(whole.to_bytes())
    damaged[100] ^= 1
    with pytest.raises(ps.Error) as refused:
        ps.Tally.from_bytes(bytes(damaged))
    assert refused.value.code == "TALLY_MALFORMED"
    with pytest.raises(ps.Error) as refused:
        ps.Tally.from_bytes(whole.to_bytes(), limit=10)
    assert refused.value.code == "TOO_LARGE"
    with pytest.raises(TypeError):
        hash(whole)


def test_cells_travel_to_other_processes(whole: ps.Tally) -> None:
    assert pickle.loads(pickle.dumps(whole.cells)) == whole.cells == copy.deepcopy(whole.cells) != ps.Tally().cells


def test_days_behind_a_mask_are_missing() -> None:
    days = np.ma.array(np.array(["2025-01-01", "2025-01-02"], "M8[D]"), mask=[False, True])
    assert _Columns({"day": days}).days("day").tolist() == [20089, NO_DAY]


def test_no_id_and_no_count_where_people_look(frame: pd.DataFrame, whole: ps.Tally) -> None:
    data = whole.to_bytes()
    assert not any(person.encode() in data for person in frame.person_id.head(50))
    assert "personal information" in repr(whole) and "personal information" in repr(whole.cells)
    assert str(whole.responses) in repr(whole)
    ps.set_language("fr")
    assert "renseignements personnels" in repr(whole)
    assert "Comptes" in whole._repr_html_()
    assert "three-rivers" not in whole._repr_html_() + repr(whole)


def one(**columns: Any) -> dict[str, Any]:
    items = ps.instrument("integrity-survey").forms[0].items
    rows = len(next(iter(columns.values())))
    beside = {
        "unit": ["u"] * rows,
        "date": ["2025-07-01"] * rows,
        "perspective": ["person"] * rows,
        "wave": ["w"] * rows,
    }
    return {**beside, **{i: [3] * rows for i in items}, **columns}


def test_columns_beside() -> None:
    data = one(
        person_id=["a", None, "a", "b"],
        worker=["x", "x", None, "y"],
        lang=["en", "fr", "en", None],
        date=["2025-07-01", None, "2025-08-01", "2025-09-01"],
    )
    made = ps.tally(data, shard=uuid.UUID(int=1), person="person_id", worker="worker", language="lang")
    cells = {row[4]: row for row in zip(*made.cells.columns.values())}
    assert {language: row[6] for language, row in cells.items()} == {"": 1, "en": 1, "fr": 1}
    assert cells["en"][10] == "2025-08-01"  # the latest of a
    assert cells["fr"][8:10] == (1, 1) and cells["en"][8:10] == (0, 0)
    assert ps.tally(data, shard="s").responses == 4  # without person every response counts


def test_waves_as_intervals() -> None:
    data = one(date=["2025-06-30", "2025-07-01", "2025-12-31", "2026-01-01"])
    waves = {"2025-2": ("2025-07-01", datetime.date(2026, 1, 1))}
    made = ps.tally(data, shard="s", waves=waves)
    assert made.cells.columns["wave"] == ["2025-2"] and made.responses == 2
    assert ps.tally(data, shard="s", waves=[{"id": "2025-2", "from": "2025-07-01", "to": "2026-01-01"}]) == made
    with pytest.raises(ps.Error):
        ps.tally(data, shard="s", waves={"a": ("2025-01-01", "2025-07-02"), "b": ("2025-07-01", "2026-01-01")})


def test_modules_beside_the_core_form() -> None:
    outcomes = {
        i: [4, None] for f in ps.instrument("integrity-survey").forms if f.id == "person-outcomes" for i in f.items
    }
    made = ps.tally({**one(unit=["u", "u"]), **outcomes}, shard="s")
    assert dict(zip(made.cells.columns["form"], made.cells.columns["responses"])) == {"person": 2, "person-outcomes": 1}
    alone = {k: v for k, v in one(unit=["u", "u"]).items() if k in ("unit", "date", "perspective", "wave")}
    both = ps.tally(one(unit=["u"]), shard="a") + ps.tally({**alone, **outcomes}, shard="b")
    assert both.cells.columns["form"] == ["person", "person-outcomes"]
    short = {i: [1, 2] for f in ps.instrument("integrity-survey").forms if f.id == "person-short" for i in f.items}
    assert ps.tally({**alone, **short}, shard="s").cells.columns["form"] == ["person-short"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"unit": ["u", None]}, "FIELD_VALUE"),
        ({"perspective": ["person", "customer"]}, "FIELD_VALUE"),
        ({"perspective": ["person", "family"]}, "FORM_UNKNOWN"),
        ({"date": ["2025-07-01", "1 July"]}, "DATE_MALFORMED"),
        ({"hope-possibility": [3, 7]}, "INVALID_CODE"),
    ],
)
def test_what_is_wrong_is_named_by_place(change: dict[str, Any], code: str) -> None:
    with pytest.raises(ps.Error) as refused:
        ps.tally(one(**{"unit": ["u", "u"], **change}), shard="s")
    assert refused.value.code == code
    if code != "FORM_UNKNOWN":
        assert refused.value.row == 1 and refused.value.column == next(iter(change))
    assert "July" not in str(refused.value) and "customer" not in str(refused.value)


def test_missing_columns() -> None:
    data = one(unit=["u"])
    del data["hope-possibility"], data["wave"]
    with pytest.raises(ps.Error) as refused:
        ps.tally(data, shard="s")
    assert refused.value.column == "wave"
    with pytest.raises(ps.Error) as refused:
        ps.tally(data, shard="s", wave=None)
    assert [p.column for p in refused.value.problems] == ["hope-possibility"]
    renamed = ps.tally({**data, "q1": [3]}, shard="s", wave=None, items={"hope-possibility": "q1"})
    assert renamed.responses == 1


def test_invalid_cells_may_be_marked_and_series_add_up() -> None:
    data = one(**{"hope-possibility": [3, 7]})
    points = [{"unit": "u", "series": "notes", "period": "2025-07", "events": 3, "of": 4}]
    made = ps.tally(data, shard="a", invalid="mark", series=points) + ps.tally(
        data, shard="b", invalid="mark", series=points
    )
    assert made.responses == 4
    assert made.series == [("u", "notes", "2025-07", 6, 8)]


def test_keys_need_the_secret() -> None:
    data = one(person_id=["a"])
    assert ps.tally(data, shard="s", person="person_id", key=b"x") != ps.tally(
        data, shard="s", person="person_id", key=b"y"
    )
    numbers = one(person_id=np.asarray([12.0]))
    assert ps.tally(numbers, shard="s", person="person_id") == ps.tally(
        one(person_id=["12"]), shard="s", person="person_id"
    )
