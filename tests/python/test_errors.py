# SPDX-License-Identifier: Apache-2.0
"""Errors say what, where and what to do, and never what was answered."""
from __future__ import annotations

import pickle
import traceback

import numpy as np
import peersupport as ps
import pytest
from peersupport import _core

CANARY = 424242
SECRET = "Jane Roe said 424242"


def error(call, *arguments, **options) -> ps.Error:
    with pytest.raises(ps.Error) as caught:
        call(*arguments, **options)
    return caught.value


def test_invalid_cells_are_listed_by_row_column_and_code(bfi, answers):
    own = answers.copy()
    own[10, 2] = CANARY
    own[11, 3] = 2.5
    own[200:350, 0] = 7
    found = error(ps.score, own, bfi)
    assert (found.code, found.number, found.row, found.column) == ("INVALID_CODE", 400, 10, "a3")
    assert [p.code for p in found.problems[:3]] == ["INVALID_CODE", "NOT_INTEGRAL", "INVALID_CODE"]
    assert len(found.problems) == 100 and found.total == 152
    assert [p.row for p in found.problems] == [10, 11, *range(200, 298)]
    assert error(ps.score, own, bfi, threads=4).problems == found.problems
    many = np.tile(answers, (100, 1))
    many[[5, 20_000, 49_999], 4] = CANARY
    assert [p.row for p in error(ps.score, many, bfi, threads=4).problems] == [5, 20_000, 49_999]
    marked = ps.score(own, bfi, invalid="mark")
    assert marked["agreeableness"].reasons[marked["agreeableness"].reason[10]] == "invalid-code"
    assert np.isfinite(marked["openness"].value[10])


def test_every_missing_column_is_named_at_once(bfi, answers):
    columns = {i.id: answers[:, n] for n, i in enumerate(bfi.items)}
    for name in ("a2", "o5"):
        del columns[name]
    frames = [columns]
    for library in ("pandas", "polars"):
        frames.append(pytest.importorskip(library).DataFrame(columns))
    for data in frames:
        found = error(ps.score, data, bfi)
        assert found.code == "COLUMN_MISSING" and [p.column for p in found.problems] == ["a2", "o5"]
        assert "a2" in str(found) and "o5" in str(found)


def test_a_column_that_stands_twice_is_refused(bfi, answers):
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(answers, columns=[i.id for i in bfi.items])
    frame.insert(0, "a2", 1.0, allow_duplicates=True)
    found = error(ps.score, frame, bfi)
    assert (found.code, found.column) == ("COLUMN_DUPLICATE", "a2")


def test_a_service_refuses_to_join_a_person_to_a_score(survey):
    pd = pytest.importorskip("pandas")
    frame = pd.read_csv(ps.sample())
    found = error(ps.score, frame, survey, id="person_id")
    assert found.code == "IDENTIFIER_REFUSED" and "describes a service" in str(found)
    assert error(ps.score, frame.set_index("person_id"), survey).code == "IDENTIFIER_REFUSED"
    assert error(ps.summarize, frame, survey, by="person_id").code == "IDENTIFIER_REFUSED"


def test_instrument_errors_say_what_there_is(survey):
    missing = error(ps.score, np.empty((0, 1)), "rosi")
    assert missing.code == "INSTRUMENT_INCOMPLETE" and ps.instrument("rosi").missing[0] in str(missing)
    assert error(ps.score, np.empty((0, 1)), "rsa-r").code == "INSTRUMENT_UNVERIFIED"
    assert ps.score(np.empty((0, 32)), "rsa-r", form="person", allow_unverified=True).rows == 0
    assert "peer-supporter" in str(error(ps.score, np.empty((0, 1)), survey, form="x"))
    assert error(ps.instrument, "x").code == "NOT_FOUND"


def test_files_are_read_with_every_problem(tmp_path):
    path = tmp_path / "broken.json"
    path.write_text('{"format": "peersupport-instrument-1", "id": "A B", "what": 1}')
    found = error(ps.load_instrument, path)
    assert len(found.problems) > 3 and all(p.path and p.offset is not None for p in found.problems)
    path.write_text('{"id": ')
    assert error(ps.load_instrument, path).code == "JSON_SYNTAX"
    assert error(ps.load_instrument, tmp_path / "none.json").code == "FILE_UNREADABLE"


def test_every_line_of_several_problems_has_its_code_and_every_hint_stands_once(bfi, answers):
    own = answers.copy()
    own[[1, 2], 2] = CANARY
    own[3, 3] = 2.5
    lines = error(ps.score, own, bfi).message("en").splitlines()
    assert [line.split()[0] for line in lines] == ["INVALID_CODE:", "INVALID_CODE", "INVALID_CODE", "NOT_INTEGRAL", "INVALID_CODE:", "NOT_INTEGRAL:"]


def test_messages_in_french():
    found = error(ps.instrument, "x")
    assert "Rien ne porte cet identifiant" in found.message("fr")
    ps.set_language("fr")
    assert "Rien ne porte" in str(found) and ps.language() == "fr"
    with pytest.raises(ValueError):
        ps.set_language("de")


def test_every_status_has_words_in_both_languages():
    for name, number in _core.statuses().items():
        for language in ("en", "fr"):
            assert _core.status_text(number, language)
            assert name == "OK" or _core.status_advice(number, language)
        assert _core.status_name(number) == name


def test_an_error_survives_pickling(bfi, answers):
    own = answers.copy()
    own[3, 3] = CANARY
    found = error(ps.score, own, bfi)
    again = pickle.loads(pickle.dumps(found))
    assert again.problems == found.problems and str(again) == str(found) and again.total == 1


WRONG_CALLS = [
    lambda bfi: ps.score(SECRET, bfi),
    lambda bfi: ps.score([SECRET], bfi),
    lambda bfi: ps.score({i.id: [SECRET] for i in bfi.items}, bfi),
    lambda bfi: ps.score({i.id: [CANARY] for i in bfi.items}, bfi),
    lambda bfi: ps.score({i.id: [CANARY + 0.5] for i in bfi.items}, bfi),
    lambda bfi: ps.score({i.id: [10**30] for i in bfi.items}, bfi),
    lambda bfi: ps.score(np.full((1, 25), SECRET), bfi),
    lambda bfi: ps.score(np.full((1, 25), CANARY), bfi),
    lambda bfi: ps.summarize(np.full((1, 25), CANARY), bfi),
    lambda bfi: ps.Plan(bfi).score_one([SECRET] * 25),
    lambda bfi: ps.Plan(bfi).score_one([CANARY + 0.5] * 25),
    lambda bfi: ps.Plan(bfi).score_one([CANARY] * 3),
    lambda bfi: ps.Plan(bfi).score_one(CANARY, SECRET),
    lambda bfi: ps.Plan(bfi).score_one(CANARY),
    lambda bfi: ps.load_instrument({"id": SECRET}),
    lambda bfi: ps.load_instrument({"id": object(), "name": SECRET}),
    lambda bfi: ps.load_instrument(CANARY),
    lambda bfi: _core.read_instrument(SECRET),
    lambda bfi: _core.read_instrument(SECRET, SECRET),
    lambda bfi: _core.read_instrument(CANARY),
    lambda bfi: _core.read_instrument("\ud800" + SECRET),
    lambda bfi: _core.open_instrument(CANARY),
    lambda bfi: _core.Answers.from_matrix(SECRET, CANARY),
    lambda bfi: _core.Answers.from_matrix(SECRET),
    lambda bfi: _core.Answers.from_columns([("a", SECRET, None)]),
    lambda bfi: _core.Answers.from_columns(SECRET),
    lambda bfi: _core.score_rows(SECRET),
    lambda bfi: _core.score_rows(*[SECRET] * 10),
    lambda bfi: _core.tally_rows(*[SECRET] * 6),
    lambda bfi: _core.finish_tally(SECRET, SECRET, SECRET),
    lambda bfi: _core.score_stream(*[SECRET] * 4),
    lambda bfi: _core.ArrowTable(SECRET),
    lambda bfi: _core.ArrowTable((SECRET, SECRET)),
    lambda bfi: _core.ArrowBatches(SECRET),
]


@pytest.mark.parametrize("call", WRONG_CALLS, ids=range(len(WRONG_CALLS)))
def test_no_message_holds_an_answer(bfi, call):
    with pytest.raises((ps.Error, TypeError, ValueError)) as caught:
        call(bfi)
    ours = "".join(traceback.format_exception_only(caught.value)) + repr(caught.value)
    for language in ("en", "fr"):
        ps.set_language(language)
        ours += str(caught.value)
    assert str(CANARY) not in ours and "Jane" not in ours
    assert caught.value.__cause__ is None and (caught.value.__context__ is None or caught.value.__suppress_context__)
