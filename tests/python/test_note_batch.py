# SPDX-License-Identifier: Apache-2.0
"""Many notes at once: what each says by itself, from every kind of column, with any number of threads."""
from __future__ import annotations

import datetime
import json
import pickle
import threading
from pathlib import Path

import numpy as np
import pandas as pd
import peersupport as ps
import polars as pl
import pyarrow as pa
import pytest
from note_cases import CANARY, LANGUAGES, TEXTS, chain, check, pack

TUNED = Path(__file__).parents[1] / "accuracy/tuned"
NOTES = [TEXTS["en"], None, "", TEXTS["fr"], "😀 é — the zorbel was wimblé.\r\nThen “a plonk”.", "We met."]
OFFSETS = ("start", "end", "byte_start", "byte_end", "utf16_start", "utf16_end")


def batch(column, *args, **given) -> ps.NoteFindings:
    return ps.check_notes(column, *args, rules=[pack()], **given)


def tuned() -> list[str]:
    return [json.loads(line)["text"] for name in ("en", "fr") for line in (TUNED / f"notes-{name}.jsonl").read_text(encoding="utf-8").strip().split("\n")]


# ---- the same as one by one


@pytest.mark.parametrize("given", [{}, {"language": "fr"}, {"kind": "group", "profile": "funder"}, {"now": datetime.date(2026, 6, 30)}], ids=repr)
def test_every_row_says_what_the_note_says_by_itself(given):
    notes = [*NOTES, *tuned()[::7]]
    found = batch(notes, **given)
    rows = found.to_arrow().to_pylist()
    at = 0
    for number, (text, row) in enumerate(zip(notes, found.notes.to_arrow().to_pylist(), strict=True)):
        if text is None:
            assert row == {"note": number, "checked": False, **dict.fromkeys(("language", "kind", "errors", "warnings", "infos"))}
            continue
        report = check(text, **given)
        assert row == {"note": number, "checked": True, "language": report.language, "kind": report.kind,
                       "errors": report.counts.error, "warnings": report.counts.warning, "infos": report.counts.info}  # fmt: skip
        for f in report.findings:
            told = rows[at]
            at += 1
            assert told.pop("note") == number
            assert (told.pop("message_en"), told.pop("message_fr")) == (f.message.en, f.message.fr)
            assert tuple(told.pop("context")) == f.context
            assert told == {name: getattr(f, name) for name in told}
    assert at == len(rows) == len(found) > 100


@pytest.mark.parametrize("threads", [2, 3, 64])
def test_threads_change_no_byte(threads):
    notes = [None if n % 11 == 0 else text for n, text in enumerate(tuned() * 3)]
    one, many = batch(notes), batch(notes, threads)
    assert one == many
    assert one.to_arrow().equals(many.to_arrow()) and one.notes.to_arrow().equals(many.notes.to_arrow())


def test_others_may_run_while_notes_are_read():
    """The interpreter's lock is let go: a thread of Python counts on meanwhile."""
    counted, stop = [0], threading.Event()

    def count():
        while not stop.is_set():
            counted[0] += 1

    notes = tuned()
    other = threading.Thread(target=count)
    other.start()
    try:
        before = counted[0]
        batch(notes)
        assert counted[0] > before
    finally:
        stop.set()
        other.join()


def test_a_list_may_change_meanwhile():
    notes = tuned()
    want = batch(notes)
    reader = threading.Thread(target=lambda: results.append(batch(notes, 2)))
    results: list[ps.NoteFindings] = []
    reader.start()
    while reader.is_alive():
        notes[:] = ["x"] * 3
    reader.join()
    assert results[0] in (want, batch(["x"] * 3))


def test_what_was_agreed_on_carries_no_weight():
    agreed = check(TEXTS["en"]).baseline("us", "tried")
    found = batch([TEXTS["en"], TEXTS["fr"]], baseline=agreed).to_pandas()
    assert set(found.loc[found.note == 0, "suppressed_by"].dropna()) >= {"baseline"}
    assert found.loc[found.note == 0, "suppressed_by"].notna().all() and found.loc[found.note == 1, "suppressed_by"].isna().any()


# ---- columns

COLUMNS = {
    "list": list,
    "tuple": tuple,
    "string": pa.array,
    "large string": lambda n: pa.array(n, pa.large_string()),
    "string view": lambda n: pa.array(n, pa.string_view()),
    "dictionary": lambda n: pa.array(n).dictionary_encode(),
    "chunks": lambda n: pa.chunked_array([pa.array(n[:2]), pa.array([], pa.string()), pa.array(n[2:])]),
    "slice": lambda n: pa.array(["hidden", *n, "hidden"]).slice(1, len(n)),
    "slice of a view": lambda n: pa.array(["hidden", *n, None], pa.string_view()).slice(1, len(n)),
    "slice of chunks": lambda n: pa.chunked_array([["hidden", n[0]], n[1:], ["hidden"]], pa.string()).slice(1, len(n)),
    "table": lambda n: pa.table({"note": n}),
    "sliced table": lambda n: pa.table({"note": ["hidden", *n]}).slice(1),
    "batch": lambda n: pa.record_batch({"note": pa.array(["hidden", *n])}).slice(1),
    "polars": pl.Series,
    "polars frame": lambda n: pl.DataFrame({"note": n}),
    "polars categorical": lambda n: pl.Series(n, dtype=pl.Categorical),
    "pandas": lambda n: pd.Series(n, dtype="str", index=list("abcdefgh")[: len(n)]),
    "pandas object": lambda n: pd.Series(n, dtype=object),
    "pandas python": lambda n: pd.Series(n, dtype=pd.StringDtype("python")),
    "pandas arrow": lambda n: pd.Series(n, dtype=pd.ArrowDtype(pa.string())),
    "pandas category": lambda n: pd.Series(n, dtype="category"),
    "numpy": lambda n: np.asarray(n, dtype=object),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_every_kind_of_column_says_the_same(name):
    want = batch(NOTES)
    assert batch(COLUMNS[name](NOTES)) == want
    assert want.rows == len(NOTES) and want.not_checked == 1


def test_nothing_that_stands_for_nothing_is_a_note():
    found = batch([None, float("nan"), pd.NA, np.nan])
    assert (found.rows, found.not_checked, len(found)) == (4, 4, 0)
    assert batch(pa.nulls(3)).not_checked == 3


@pytest.mark.parametrize("empty", [[], pa.array([], pa.string()), pa.chunked_array([], pa.string()), pl.Series([], dtype=pl.String), pd.Series([], dtype="str")])
def test_no_notes_are_a_result_too(empty):
    found = batch(empty)
    assert (found.rows, len(found), found.counts) == (0, 0, (0, 0, 0))
    assert found.to_arrow().num_rows == len(found.to_pandas()) == len(found.to_polars()) == found.notes.to_arrow().num_rows == 0
    assert "0 notes checked" in repr(found)


# ---- frames


def test_frames_say_the_same():
    found = batch(NOTES)
    arrow, polars, pandas = found.to_arrow(), found.to_polars(), found.to_pandas()
    assert arrow.column_names == polars.columns == list(pandas.columns)
    assert polars.to_dicts() == arrow.to_pylist()
    for told, row in zip(pandas.to_dict("records"), arrow.to_pylist(), strict=True):
        told["context"] = list(told["context"])
        told["suppressed_by"] = None if pd.isna(told["suppressed_by"]) else told["suppressed_by"]
        assert told == row
    assert pa.types.is_dictionary(arrow.schema.field("rule").type) and pandas["rule"].dtype == "category"
    assert found.metadata["peersupport.rules_digest"] == check("x").rules_digest == pandas.attrs["peersupport.rules_digest"]
    assert arrow.schema.metadata[b"peersupport.profile"] == b"person-led"


def test_frames_of_notes_say_the_same():
    rows = batch(NOTES).notes
    arrow, polars, pandas = rows.to_arrow(), rows.to_polars(), rows.to_pandas()
    assert len(rows) == len(NOTES) and repr(rows) == "<NoteRows: 6 rows>"
    assert polars.to_dicts() == arrow.to_pylist()
    assert pandas["errors"].dtype == "Int32" and pandas.loc[1].isna().sum() == 5
    filled = pandas.astype(object).where(pandas.notna(), None).to_dict("records")
    assert filled == arrow.to_pylist()


def test_the_stream_outlives_the_result():
    stream = pa.table(batch(NOTES))
    assert stream.num_rows == len(batch(NOTES)) and stream.validate(full=True) is None


# ---- for people


@LANGUAGES
def test_counts_by_category_and_severity_and_no_word_of_a_note(language):
    ps.set_language(language)
    found = batch([f"{CANARY} zorbel", None, "wimblé plonk"], language="en")
    ours = {"STIG"}
    assert ours <= set(found.by_category) and sum(map(sum, found.by_category.values())) == sum(found.counts)
    assert found.counts == tuple(sum(n[i] for n in found.by_category.values()) for i in range(3))
    html = found._repr_html_()
    told = repr(found) + html + repr(found.notes)
    assert CANARY not in told and "zorbel" not in told.lower()
    assert html.startswith(f'<div lang="{language}">') and "<caption>" in html
    assert {"en": "2 notes checked, 1 row without a note", "fr": "2 notes relues, 1 ligne sans note"}[language] in repr(found)


def test_the_result_holds_no_text():
    found = batch([f"{CANARY} the zorbel {CANARY}"])
    everything = [found.to_pandas().to_csv(), found.to_arrow().to_pylist(), found.to_polars().write_json(), vars(found), found.notes.to_pandas().to_csv()]
    assert CANARY not in repr(everything)
    assert not any(isinstance(value, str) and CANARY in value for value in found.metadata.values())


def test_a_result_is_neither_true_nor_false_and_not_pickled():
    found = batch(NOTES)
    with pytest.raises(TypeError, match="neither"):
        bool(found)
    with pytest.raises(TypeError, match="pickled"):
        pickle.dumps(found)
    assert found != batch(["x"]) and found != 1


# ---- errors


def test_every_wrong_row_is_told_at_once_and_never_what_stands_there():
    notes = ["fine", 7, f"{CANARY}é\ud800", None, "a" * (2**20 + 1), [CANARY], "fine"]
    with pytest.raises(ps.Error) as caught:
        batch(notes, 2)
    told = [(p.code, p.row, p.offset) for p in caught.value.problems]
    assert told == [("FIELD_TYPE", 1, None), ("JSON_NOT_UTF8", 2, len(CANARY) + 2), ("TOO_LARGE", 4, None), ("FIELD_TYPE", 5, None)]
    assert caught.value.total == 4 and CANARY not in chain(caught.value)
    assert "row 2, byte" in str(caught.value) and "ligne 5" in caught.value.message("fr")


def test_bytes_that_are_no_utf_8_name_row_and_byte():
    cells = [b"fine", CANARY.encode() + b"\xff", b"\xc3("]
    column = pa.chunked_array([pa.array(cells[:1], pa.binary()), pa.array(cells[1:], pa.binary())]).cast(pa.binary())
    broken = pa.chunked_array([pa.Array.from_buffers(pa.string(), len(c), c.buffers()) for c in column.chunks])
    with pytest.raises(ps.Error) as caught:
        batch(broken)
    assert [(p.code, p.row, p.offset) for p in caught.value.problems] == [("JSON_NOT_UTF8", 1, len(CANARY)), ("JSON_NOT_UTF8", 2, 0)]
    assert CANARY not in chain(caught.value)


def test_a_hundred_problems_are_kept_and_all_are_counted():
    with pytest.raises(ps.Error) as caught:
        batch([1] * 70 + ["\ud800"] * 70 + ["x" * 2**21] * 10, 3)
    assert len(caught.value.problems) == 100 and caught.value.total == 150
    assert [p.row for p in caught.value.problems] == list(range(100))


@pytest.mark.parametrize("column", [
    pa.array([1, 2]), pa.table({"a": ["x"], "b": ["y"]}), pl.Series([1.5]), pl.DataFrame({"a": ["x"], "b": ["y"]}), pa.array([["x"]]), pa.array([b"x"]),
])  # fmt: skip
def test_what_is_no_column_of_texts_is_refused(column):
    with pytest.raises(ps.Error) as caught:
        batch(column)
    assert (caught.value.code, caught.value.path, caught.value.row) == ("FIELD_TYPE", "/column", None)
    assert "column of texts" in str(caught.value)


@pytest.mark.parametrize("column", [CANARY, CANARY.encode(), {"note": CANARY}, 7, None, object()], ids=range(6))
def test_one_text_is_no_column(column):
    with pytest.raises(TypeError, match="column is") as caught:
        batch(column)
    assert CANARY not in chain(caught.value)


def test_a_producer_that_fails_tells_nothing():
    class Producer:
        def __arrow_c_stream__(self, requested_schema=None):
            raise RuntimeError(CANARY)

    with pytest.raises(ps.Error) as caught:
        batch(Producer())
    assert caught.value.path == "/column" and CANARY not in chain(caught.value)


@pytest.mark.parametrize("given, path", [
    ({"threads": 0}, "/threads"), ({"threads": True}, "/threads"), ({"threads": "2"}, "/threads"), ({"language": "de"}, "/language"),
    ({"kind": "poem"}, "/kind"), ({"profile": "mine"}, "/profile"),
])  # fmt: skip
@pytest.mark.parametrize("notes", [[], [CANARY]])
def test_options_are_looked_at_first(given, path, notes):
    with pytest.raises(ps.Error) as caught:
        ps.check_notes(notes, **given)
    assert (caught.value.code, caught.value.path) == ("INVALID_ARGUMENT", path) and CANARY not in chain(caught.value)


def test_a_time_that_is_none_is_told_once():
    with pytest.raises(ps.Error) as caught:
        ps.check_notes(["x"] * 3, now="2026-13-01")
    assert caught.value.path == "/now" and caught.value.total == 1


def test_wrong_types_name_this_call():
    for given in ({"rules": "x"}, {"now": 7}, {"profile": None}, {"language": None}, {"baseline": 7}):
        with pytest.raises(TypeError, match=r"^check_notes\(\): "):
            ps.check_notes(["x"], **given)
