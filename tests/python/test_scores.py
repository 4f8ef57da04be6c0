# SPDX-License-Identifier: Apache-2.0
"""What score() gives back."""
from __future__ import annotations

import copy
import pickle

import numpy as np
import peersupport as ps
import pytest


@pytest.fixture
def scores(bfi, answers):
    return ps.score(answers, bfi)


def test_it_is_used_like_a_mapping_and_says_where_it_comes_from(scores, bfi):
    assert list(scores) == [s.id for s in bfi.scales] == list(scores.keys())
    assert len(scores) == 5 and "openness" in scores and "x" not in scores
    assert dict(scores.items())["openness"].id == "openness"
    with pytest.raises(KeyError):
        scores["x"]
    assert (scores.instrument, scores.form, scores.subject) == (bfi.id, "default", "respondent")
    assert scores.instrument_version == bfi.version and scores.library_version == ps.__version__
    assert set(scores.metadata()) == {
        f"peersupport.{n}" for n in ("instrument", "instrument_version", "form", "subject", "definition_version",
                                     "definition_digest", "version")
    }
    assert (scores.definition_version, scores.definition_digest) == (ps.definition.version, ps.definition.digest)


def test_value_is_numerator_over_denominator_and_nan_has_a_reason(scores, answers):
    column = scores["agreeableness"]
    given = column.reason == 0
    assert np.array_equal(given, np.isfinite(column.value))
    assert np.array_equal(column.value[given], column.numerator[given] / column.denominator[given])
    assert not column.numerator[~given].any() and not column.denominator[~given].any()
    assert np.array_equal(column.answered, np.isfinite(answers[:, :5]).sum(axis=1))
    assert {column.reasons[r] for r in np.unique(column.reason)} == {"scored", "too-few-answered"}
    assert column.value.dtype == np.float64 and column.reason.dtype == np.uint8
    assert np.array_equal(np.asarray(column), column.value, equal_nan=True)


def test_counts_read_later_are_refused_when_the_data_changed(bfi, answers):
    own = answers.copy()
    scores = ps.score(own, bfi)
    own[:, 0] = 7 - own[:, 0]
    with pytest.raises(ps.Error, match="INVALID_ARGUMENT"):
        scores["agreeableness"].numerator


@pytest.mark.parametrize("dtype", ["f4", "f8"])
@pytest.mark.parametrize("order", ["C", "F"])
def test_out_is_written_in_place(bfi, answers, scores, dtype, order):
    out = np.empty((500, 5), dtype, order)
    result = ps.score(answers, bfi, out=out, threads=3)
    assert np.array_equal(out, scores.to_numpy().astype(dtype), equal_nan=True)
    assert result.to_numpy() is out
    assert np.array_equal(result["openness"].reason, scores["openness"].reason)
    wide = np.zeros((1000, 10), dtype)
    ps.score(answers, bfi, out=wide[::2, ::2])
    assert np.array_equal(wide[::2, ::2], out, equal_nan=True) and not wide[1::2].any()


def test_out_must_fit(bfi, answers):
    for out in (np.empty((500, 4)), np.empty((500, 5), "i4"), [[0.0]]):
        with pytest.raises(ps.Error) as caught:
            ps.score(answers, bfi, out=out)
        assert caught.value.path == "/out"
    frozen = np.empty((500, 5))
    frozen.flags.writeable = False
    with pytest.raises(ps.Error):
        ps.score(answers, bfi, out=frozen)


def test_pandas_keeps_index_order_and_id(bfi, answers):
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(answers, columns=[i.id for i in bfi.items])
    frame.insert(0, "who", [f"p{i}" for i in range(500)])
    frame = frame.set_index(pd.Index(range(1000, 1500), name="row")).sort_index(ascending=False)
    result = ps.score(frame, bfi, id="who").to_pandas()
    assert result.index.equals(frame.index)
    assert result["who"].tolist() == frame["who"].tolist()
    assert result["openness.reason"].dtype == "category"
    assert result.attrs["peersupport.instrument"] == bfi.id


def test_arrow_out_is_null_where_nothing_was_scored(bfi, answers, scores):
    pa = pytest.importorskip("pyarrow")
    table = scores.to_arrow()
    table.validate(full=True)
    column = scores["openness"]
    assert table["openness"].null_count == int((column.reason != 0).sum())
    assert table["openness.reason"].to_pylist() == [column.reasons[r] for r in column.reason]
    assert table.schema.metadata[b"peersupport.form"] == b"default"
    assert pa.table(scores).equals(table), "each call gives a new stream"
    small = ps.score(answers, bfi, out=np.empty((500, 5), "f4"))
    assert small.to_arrow().schema.field("openness").type == pa.float32()


def test_id_by_arrow_is_passed_on_as_it_is(bfi, answers):
    pa = pytest.importorskip("pyarrow")
    texts = [None if i == 3 else f"né-{i}-with-a-longer-name" for i in range(500)]
    names = pa.chunked_array([texts[:300], texts[300:]], pa.string())
    table = pa.table([*(pa.array(answers[:, i]) for i in range(25)), names], [*(i.id for i in bfi.items), "who"])
    result = ps.score(table, bfi, id="who")
    assert result.to_arrow()["who"].to_pylist() == texts
    shown = result.to_pandas()["who"]
    assert shown.isna().tolist() == [t is None for t in texts] and shown[4] == texts[4]
    for kind in (pa.large_string(), pa.string_view()):
        again = ps.score(table.set_column(25, "who", names.cast(kind)), bfi, id="who")
        assert again._kept.to_list() == texts


def test_id_and_polars_out(bfi, answers):
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame(answers, schema=[i.id for i in bfi.items]).with_columns(who=pl.int_range(500).cast(pl.String))
    result = ps.score(frame, bfi, id="who").to_polars()
    assert result["who"].to_list() == frame["who"].to_list()
    assert result.columns[:2] == ["who", "agreeableness"]
    listed = ps.score({**{i.id: answers[:, n] for n, i in enumerate(bfi.items)}, "who": list(range(500))}, bfi, id="who")
    assert listed.to_polars()["who"].to_list() == list(range(500))


def test_duckdb_reads_scores(scores):
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as db:
        assert db.sql("SELECT count(openness) FROM scores").fetchall()[0][0] == int((scores["openness"].reason == 0).sum())


def test_memory_stays_alive_as_long_as_a_consumer_holds_it(bfi):
    pytest.importorskip("pyarrow")
    import gc

    table = ps.score(np.full((50, 25), 2.0), bfi).to_arrow()
    gc.collect()
    junk = [np.full(50, 9.0) for _ in range(100)]
    assert table["neuroticism"].to_pylist() == [2.0] * 50 and junk


def test_the_same_answers_one_by_one(bfi, answers, scores):
    plan = ps.Plan(bfi)
    for row in range(50):
        codes = [None if np.isnan(v) else int(v) for v in answers[row]]
        one = plan.score_one(codes)
        for n, scale in enumerate(scores.values()):
            assert one[n].value == (scale.value[row] if scale.reason[row] == 0 else None)
            assert one[n].reason == scale.reasons[scale.reason[row]]
            assert one[n].answered == scale.answered[row]


def test_summary_counts(scores):
    row = scores.summary()[0]
    assert row.scored + sum(row.not_scored.values()) == 500
    assert row.mean == pytest.approx(np.nanmean(scores["agreeableness"].value), rel=1e-15)


def test_accessor_of_pandas(bfi, answers, expected):
    pd = pytest.importorskip("pandas")
    import peersupport.pandas  # noqa: F401

    frame = pd.DataFrame(answers, columns=[i.id for i in bfi.items])
    assert frame.peer.score(bfi).to_numpy().tobytes() == expected
    assert len(frame.peer.summarize(bfi)) == 0


def same_frames(one, other):
    pd = pytest.importorskip("pandas")
    pd.testing.assert_frame_equal(one.to_pandas(), other.to_pandas())
    assert one.to_pandas().attrs == other.to_pandas().attrs


@pytest.mark.parametrize(
    "again", [lambda s: pickle.loads(pickle.dumps(s)), copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"]
)
def test_scores_travel_to_other_processes_without_the_answers(bfi, answers, again):
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(answers, columns=[i.id for i in bfi.items], index=range(1000, 1500))
    frame = frame.assign(who=["a", None] * 250)
    single = ps.score(answers, bfi, out=np.empty((500, 5), "f4"))
    for made in (ps.score(answers, bfi), ps.score(frame, bfi, id="who"), single):
        other = again(made)
        assert other == made and repr(other) == repr(made) and other.metadata() == made.metadata()
        same_frames(other, made)
        for scale in made:
            for part in ("value", "reason", "answered", "numerator", "denominator"):
                found, before = getattr(other[scale], part), getattr(made[scale], part)
                assert np.array_equal(found, before, equal_nan=part == "value")
        assert np.array_equal(again(made["openness"]).value, made["openness"].value, equal_nan=True)
    assert pickle.dumps(ps.score(answers, bfi)).find(answers[:, 3].tobytes()) < 0


def test_an_id_by_arrow_travels_too(bfi, answers):
    pa = pytest.importorskip("pyarrow")
    table = pa.table({**{i.id: answers[:, n] for n, i in enumerate(bfi.items)}, "who": [None, "é"] * 250})
    made = ps.score(table, bfi, id="who")
    assert pickle.loads(pickle.dumps(made)) == made
    assert pickle.loads(pickle.dumps(made)).to_arrow() == made.to_arrow()


def test_scores_are_equal_where_their_frames_are(bfi, answers):
    names = {i.id: answers[:, n] for n, i in enumerate(bfi.items)}
    ids = [float("nan"), *range(499)]
    made = ps.score({**names, "who": ids}, bfi, id="who")
    assert made == ps.score({**names, "who": [None, *range(499)]}, bfi, id="who")
    assert made != ps.score({**names, "who": [1, *range(499)]}, bfi, id="who") != ps.score(answers, bfi)
    assert ps.score(answers, bfi) != ps.score(answers[::-1], bfi) and made != 3
    with pytest.raises(TypeError, match="unhashable"):
        hash(made)
