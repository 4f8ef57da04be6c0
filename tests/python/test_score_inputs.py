# SPDX-License-Identifier: Apache-2.0
"""Every kind of input gives the bytes of the NumPy path."""
from __future__ import annotations

import numpy as np
import peersupport as ps
import pytest


def bytes_of(scores: ps.Scores) -> bytes:
    return scores.to_numpy().tobytes()


@pytest.fixture
def columns(bfi, answers):
    return {item.id: answers[:, i] for i, item in enumerate(bfi.items)}


@pytest.mark.parametrize("order", ["C", "F"])
def test_matrix_in_either_order(bfi, answers, expected, order):
    assert bytes_of(ps.score(np.asarray(answers, order=order), bfi)) == expected


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", ">f4", ">f8"])
def test_every_float_dtype(bfi, answers, expected, dtype):
    assert bytes_of(ps.score(answers.astype(dtype), bfi)) == expected


@pytest.mark.parametrize("dtype", ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", ">i2", ">u8", "=l", "=L", "=q"])
def test_every_integer_dtype(bfi, answers, dtype):
    whole = np.nan_to_num(answers, nan=3.0)
    assert bytes_of(ps.score(whole.astype(dtype), bfi)) == bytes_of(ps.score(whole, bfi))


def test_booleans(answers):
    psei = ps.load_instrument(_oracle("psei-o18"))
    whole = np.nan_to_num(answers[:, :15], nan=1.0) > 3
    assert bytes_of(ps.score(whole, psei)) == bytes_of(ps.score(whole.astype(float), psei))


def _oracle(name):
    from conftest import ORACLES

    return ORACLES / f"{name}.json"


@pytest.mark.parametrize("dtype", ["i1", "u8", ">i4", "f2", "f4", "f8", "?"])
def test_what_a_mask_hides_is_blank(bfi, answers, dtype):
    hidden = np.isnan(answers)
    whole = np.ones(answers.shape) if dtype == "?" else np.nan_to_num(answers, nan=99.0)  # beneath the mask stands no code
    masked = np.ma.array(whole.astype(dtype), mask=hidden)
    blank = np.where(hidden, np.nan, whole)
    expected = bytes_of(ps.score(blank, bfi))
    assert bytes_of(ps.score(masked, bfi)) == bytes_of(ps.score(np.ma.array(masked, order="F"), bfi)) == expected
    columns = {item.id: masked[:, i] for i, item in enumerate(bfi.items)}
    assert bytes_of(ps.score(columns, bfi)) == expected
    assert bytes_of(ps.score({name: list(column) for name, column in columns.items()}, bfi)) == expected
    bare = np.ma.array(np.nan_to_num(answers, nan=3.0))  # no mask at all
    assert bytes_of(ps.score(bare, bfi)) == bytes_of(ps.score(bare.data, bfi))
    assert bytes_of(ps.score({item.id: bare[:, i] for i, item in enumerate(bfi.items)}, bfi)) == bytes_of(ps.score(bare, bfi))


def test_big_and_negative_strides(bfi, answers, expected):
    wide = np.full((1500, 75), -1.0)
    view = wide[::3, ::3]
    view[:] = answers
    assert bytes_of(ps.score(view, bfi)) == expected
    backwards = np.ascontiguousarray(answers[::-1, ::-1])[::-1, ::-1]
    assert bytes_of(ps.score(backwards, bfi)) == expected


def test_unaligned_cells(bfi, answers, expected):
    packed = np.zeros(500, dtype=np.dtype([("pad", "u1"), *((i.id, "f8") for i in bfi.items)]))
    for place, item in enumerate(bfi.items):
        packed[item.id] = answers[:, place]
    assert bytes_of(ps.score({i.id: packed[i.id] for i in bfi.items}, bfi)) == expected


def test_mapping_of_arrays_lists_and_buffers(bfi, answers, columns, expected):
    import array

    mixed = dict(columns)
    mixed["a1"] = [None if np.isnan(v) else int(v) for v in answers[:, 0]]
    mixed["a2"] = tuple(float(v) for v in answers[:, 1])
    mixed["a3"] = array.array("d", answers[:, 2])
    mixed["a4"] = memoryview(np.ascontiguousarray(answers[:, 3]))
    assert bytes_of(ps.score(mixed, bfi)) == expected


def test_items_names_the_columns(bfi, answers, columns, expected):
    renamed = {"A1 (recoded)" if k == "a1" else k: v for k, v in columns.items()}
    assert bytes_of(ps.score(renamed, bfi, items={"a1": "A1 (recoded)"})) == expected
    with pytest.raises(ps.Error) as caught:
        ps.score(renamed, bfi, items={"zz": "A1 (recoded)"})
    assert caught.value.code == "REFERENCE_UNKNOWN"


def test_pandas_frame_of_any_dtype(bfi, columns, expected):
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(columns)
    assert bytes_of(ps.score(frame, bfi)) == expected
    assert bytes_of(ps.score(frame.astype("float32"), bfi)) == expected
    assert bytes_of(ps.score(frame.astype("Int64"), bfi)) == expected
    assert bytes_of(ps.score(frame.astype("UInt8"), bfi)) == expected
    assert bytes_of(ps.score(frame.convert_dtypes(), bfi)) == expected
    assert bytes_of(ps.score(frame[frame.columns[::-1]].assign(other="x"), bfi)) == expected


def test_pandas_arrow_dtypes(bfi, columns, expected):
    pd = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = pd.DataFrame(columns).astype("Int64").convert_dtypes(dtype_backend="pyarrow")
    assert bytes_of(ps.score(frame, bfi)) == expected


def test_polars_frame_series_and_lazy_frame(bfi, columns, expected):
    pl = pytest.importorskip("polars")
    import peersupport.polars  # noqa: F401

    frame = pl.DataFrame(columns).with_columns(pl.all().fill_nan(None).cast(pl.Int8))
    assert bytes_of(ps.score(frame, bfi)) == expected
    assert bytes_of(ps.score(frame.rechunk().slice(0), bfi)) == expected
    assert bytes_of(ps.score({n: frame[n] for n in frame.columns}, bfi)) == expected
    chunked = pl.concat([frame[:133], frame[133:400], frame[400:]], rechunk=False)
    assert bytes_of(ps.score(chunked, bfi)) == expected
    assert bytes_of(frame.peer.score(bfi)) == expected
    lazy = frame.lazy().peer.score(bfi).collect()
    assert lazy.equals(frame.peer.score(bfi).to_polars())


def test_arrow_table_batch_reader_and_struct_array(bfi, columns, expected):
    pa = pytest.importorskip("pyarrow")
    table = pa.table({n: pa.array(v, from_pandas=True) for n, v in columns.items()})
    assert bytes_of(ps.score(table, bfi)) == expected
    assert bytes_of(ps.score(table.to_reader(max_chunksize=77), bfi)) == expected
    assert bytes_of(ps.score(table.combine_chunks().to_batches()[0], bfi)) == expected
    padded = pa.concat_tables([table.slice(0, 9), table, table.slice(3, 5)]).combine_chunks()
    assert bytes_of(ps.score(padded.slice(9, 500), bfi)) == expected
    halves = table.cast(pa.schema([(n, pa.float16()) for n in table.column_names]))
    assert bytes_of(ps.score(halves, bfi)) == expected


def test_arrow_dictionary_text_and_all_null_columns(bfi, columns):
    pa = pytest.importorskip("pyarrow")
    table = pa.table({n: pa.array(v, from_pandas=True) for n, v in columns.items()})
    for wrong in (pa.array(["4"] * 500), pa.array(["4"] * 500).dictionary_encode()):
        with pytest.raises(ps.Error) as caught:
            ps.score(table.set_column(0, "a1", wrong), bfi)
        assert (caught.value.code, caught.value.column) == ("COLUMN_TYPE", "a1")
    blank = ps.score(table.set_column(0, "a1", pa.nulls(500)), bfi)
    assert bytes_of(blank) == bytes_of(ps.score({**columns, "a1": np.full(500, np.nan)}, bfi))


def test_duckdb_relation(bfi, columns, expected):
    duckdb = pytest.importorskip("duckdb")
    frame = pytest.importorskip("pandas").DataFrame(columns)  # noqa: F841 - DuckDB finds it by name
    with duckdb.connect() as db:
        assert bytes_of(ps.score(db.sql("SELECT * FROM frame"), bfi)) == expected


def test_no_rows(bfi, columns):
    assert ps.score(np.empty((0, 25)), bfi).rows == 0
    assert ps.score({n: v[:0] for n, v in columns.items()}, bfi).rows == 0
    assert ps.score({n: [] for n in columns}, bfi).rows == 0


@pytest.mark.parametrize("threads", range(1, 9))
def test_threads_give_the_same_bytes(bfi, answers, threads):
    many = np.tile(answers, (200, 1))
    one = ps.score(many, bfi)
    other = ps.score(many, bfi, threads=threads)
    assert bytes_of(one) == bytes_of(other)
    assert one["openness"].reason.tobytes() == other["openness"].reason.tobytes()


def test_wrong_shapes_and_types(bfi, answers, columns):
    def code(data):
        with pytest.raises(ps.Error) as caught:
            ps.score(data, bfi)
        return caught.value.code, caught.value.column

    assert code(answers[:, :24]) == ("SHAPE_MISMATCH", None)
    assert code(answers[0]) == ("SHAPE_MISMATCH", None)
    assert code(answers.astype(object)) == ("COLUMN_TYPE", None)
    assert code({**columns, "c2": ["4"] * 500}) == ("COLUMN_TYPE", "c2")
    assert code({**columns, "c2": answers[:, 0].astype(complex)}) == ("COLUMN_TYPE", "c2")
    assert code({**columns, "c2": answers[:, 0].astype("M8[D]")}) == ("COLUMN_TYPE", "c2")
    assert code({**columns, "c2": answers[:3, 0]}) == ("SHAPE_MISMATCH", "c2")
    with pytest.raises(TypeError, match="data is an Arrow table"):
        ps.score(3, bfi)


def test_a_wrong_shape_says_the_right_one_and_what_to_do(bfi, answers, columns):
    def told(data, **how):
        with pytest.raises(ps.Error) as caught:
            ps.score(data, bfi, **how)
        assert caught.value.code == "SHAPE_MISMATCH"
        return str(caught.value)

    matrix = told(answers[:, :24])
    assert "expected: rows × 25; given: 500 × 24" in matrix and "Give one column for each of the 25 items" in matrix
    assert "given: 500 cells" in told(answers[:, 0]) and "given: 1 × 500 × 25" in told(answers[None])
    short = told({**columns, "c2": answers[:3, 0]})
    assert "column c2, expected: 500 cells; given: 3 cells" in short and "all of the same length" in short
    assert "column n1, expected: 500 cells; given: 1 cell]" in told({**columns, "n1": answers[:1, 0]})
    assert "column who, expected: 500 cells; given: 2 cells" in told({**columns, "who": ["Jane", "Joe"]}, id="who")
    assert "Jane" not in told({**columns, "who": ["Jane", "Joe"]}, id="who")
    out = told(answers, out=np.empty((25, 500)))
    assert "expected: 500 × 5; given: 25 × 500" in out and "a column a scale" in out
    ps.set_language("fr")
    assert "attendu : lignes × 25; reçu : 500 × 24" in told(answers[:, :24])
