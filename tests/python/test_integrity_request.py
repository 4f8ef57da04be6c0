# SPDX-License-Identifier: Apache-2.0
"""The engine through the extension module: a request in, a profile out; the same bytes by every way."""
from __future__ import annotations

import copy
import json
from typing import Any

import peersupport as ps
import pytest
from conftest import ROOT
from peersupport import _core

np = pytest.importorskip("numpy")
jsonschema = pytest.importorskip("jsonschema")

SEEDS = ROOT / "tests/fuzz/corpus/integrity"
ANSWERED = json.loads((SEEDS / "answered.json").read_text(encoding="utf-8"))
SURVEY = ps.instrument("integrity-survey")
CANARY = "Jane Roe 1961-03-04"


def asked() -> dict[str, Any]:
    return {k: v for k, v in ANSWERED.items() if k != "answers"}


def tallied() -> ps.Tally:
    answers = dict(ANSWERED["answers"])
    items = {i: np.array([np.nan if c is None else c for c in codes]) for i, codes in answers.pop("items").items()}
    columns = {"person": "person_id", "worker": "worker", "language": "language"}
    return ps.tally({**answers, **items}, shard="test", waves=ANSWERED["collection"]["waves"], **columns)


def schema(name: str) -> Any:
    return jsonschema.Draft202012Validator(json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("form", [str, str.encode])
def test_a_tally_and_its_answers_give_the_same_bytes(form):
    by_tally = _core.assess_integrity(tallied(), SURVEY, ps.definition, form(json.dumps(asked())))
    assert by_tally == _core.assess_integrity_answers(SURVEY, ps.definition, form(json.dumps(ANSWERED)))
    kept = _core.integrity_snapshot(tallied(), SURVEY, ps.definition, form(json.dumps(asked())))
    assert kept == _core.integrity_snapshot_answers(SURVEY, ps.definition, form(json.dumps(ANSWERED)))


def test_what_comes_out_follows_its_schema_and_names_nobody():
    profile = _core.assess_integrity_answers(SURVEY, ps.definition, json.dumps(ANSWERED))
    kept = _core.integrity_snapshot_answers(SURVEY, ps.definition, json.dumps(ANSWERED))
    assert [e.json_path for e in schema("integrity-profile-1").iter_errors(json.loads(profile))] == []
    assert [e.json_path for e in schema("snapshot-1").iter_errors(json.loads(kept))] == []
    ids = {i for column in ("person_id", "worker") for i in ANSWERED["answers"][column] if i}
    assert len(ids) > 10 and not [i for i in ids if f'"{i}"' in profile or f'"{i}"' in kept]


@pytest.mark.parametrize("name", ["collection", "snapshot", "integrity-request"])
def test_the_seeds_follow_the_schemas(name):
    seed = json.loads((SEEDS / f"{name.removeprefix('integrity-')}.json").read_text(encoding="utf-8"))
    assert [e.json_path for e in schema(f"{name}-1").iter_errors(seed)] == []


def test_a_snapshot_is_a_baseline():
    kept = json.loads(_core.integrity_snapshot_answers(SURVEY, ps.definition, json.dumps(ANSWERED)))
    moved = json.loads(json.dumps(kept).replace("2024-", "2022-").replace("2025-", "2023-"))
    profile = json.loads(_core.assess_integrity(tallied(), SURVEY, ps.definition, json.dumps({**asked(), "baseline": moved})))
    assert profile["units"][0]["change"]["verdict"] == "measured"


def test_everything_wrong_is_told_at_once():
    with pytest.raises(ps.Error) as raised:
        _core.assess_integrity(tallied(), SURVEY, ps.definition, json.dumps({**asked(), "policy": {}, "rank": 1, "seed": -1}))
    paths = {p.path for p in raised.value.problems}
    assert {"/policy/audience", "/policy/minimum_people", "/rank", "/seed"} <= paths


def places(of: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    rows = of.items() if isinstance(of, dict) else enumerate(of) if isinstance(of, list) else ()
    return [p for k, v in rows for p in ([(*at, k)] if isinstance(v, str) else places(v, (*at, k)))]


def test_no_error_tells_a_value():
    refused = 0
    for place in places(ANSWERED):
        changed = copy.deepcopy(ANSWERED)
        inside = changed
        for step in place[:-1]:
            inside = inside[step]
        inside[place[-1]] = CANARY
        try:
            _core.assess_integrity_answers(SURVEY, ps.definition, json.dumps(changed))
        except ps.Error as error:
            refused += 1
            assert CANARY not in str(error) + repr(error.problems)
    assert refused > 50


def test_arguments_are_not_repeated():
    with pytest.raises(TypeError) as raised:
        _core.assess_integrity(CANARY, SURVEY, ps.definition, "{}")
    assert CANARY not in str(raised.value)
    with pytest.raises(TypeError, match="JSON is text or bytes"):
        _core.assess_integrity_answers(SURVEY, ps.definition, 7)
