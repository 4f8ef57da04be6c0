# SPDX-License-Identifier: Apache-2.0
"""Which wave a response belongs to: the same from a frame and from a request, whatever the collection says."""

from __future__ import annotations

import copy
import json
from typing import Any

import peersupport as ps
import pytest
from conftest import ROOT
from peersupport import _core

pd = pytest.importorskip("pandas")
jsonschema = pytest.importorskip("jsonschema")

ANSWERED = json.loads((ROOT / "tests/fuzz/corpus/integrity/answered.json").read_text(encoding="utf-8"))
PROFILE = json.loads((ROOT / "docs/schema/integrity-profile-1.schema.json").read_text(encoding="utf-8"))
SURVEY = ps.instrument("integrity-survey")
POLICY = {"minimum_people": 5, "minimum_workers": 1, "audience": "service"}
GIVEN = ANSWERED["collection"]["waves"]
ABSENT = object()


def collection(waves: Any) -> dict[str, Any]:
    made = {k: v for k, v in ANSWERED["collection"].items() if k not in ("waves", "heard")}
    return made if waves is ABSENT else made | {"waves": waves}


def columns(*beside: str) -> dict[str, Any]:
    """The answers with these columns beside; the column wave says other things than the days."""
    known = ANSWERED["answers"] | {"wave": ["autumn"] * 2 + ["winter"] * (len(ANSWERED["answers"]["unit"]) - 2)}
    return {k: known[k] for k in ("unit", "perspective", "worker", *beside)} | {"items": known["items"]}


def frame(of: dict[str, Any]) -> Any:
    return pd.DataFrame(
        {k: v for k, v in of.items() if k != "items"}
        | {i: pd.Series(c, dtype="Float64") for i, c in of["items"].items()}
    )


def by_engine(of: dict[str, Any], how: Any) -> dict[str, Any]:
    asked = {"format": "peersupport-integrity-request-1", "policy": POLICY, "collection": how, "answers": of}
    return json.loads(_core.assess_integrity_answers(SURVEY, ps.definition, json.dumps(asked)))


@pytest.mark.parametrize("beside", [(), ("wave",), ("date",), ("date", "wave")], ids="+".join)
@pytest.mark.parametrize(
    "waves", [GIVEN, tuple(GIVEN), None, [], ABSENT], ids=["given", "tuple", "null", "empty", "absent"]
)
def test_waves_are_those_of_the_engine(waves: Any, beside: tuple[str, ...]) -> None:
    of, how = columns(*beside), collection(waves)
    expected = by_engine(of, how)
    by_day = bool(waves) and waves is not ABSENT and "date" in beside
    assert expected["waves"] == (["2025-1"] if by_day else ["autumn", "winter"] if "wave" in beside else [""])
    assert jsonschema.Draft202012Validator(PROFILE).is_valid(expected)
    assert any(cell["showing"] == "shown" for cell in expected["units"][0]["cells"])
    for answers in (frame(of), iter([frame(of)])):
        assert ps.integrity(answers, policy=POLICY, collection=how).to_dict() == expected


def test_without_a_collection_the_column_says_the_wave() -> None:
    of = columns("date", "wave")
    assert ps.integrity(frame(of), policy=POLICY, collection=None).to_dict() == by_engine(of, None)


MALFORMED: list[Any] = [
    3,
    "spring",
    {},
    {"2025-1": ["2025-01-01", "2025-07-01"]},
    [3],
    [None],
    [{}],
    [{"id": "2025-1"}],
    [GIVEN[0], GIVEN[0]],
    [{"id": 2025, "from": "2025-01-01", "to": "2025-07-01"}],
    [{"id": "2025-1", "from": "2025-07-01", "to": "2025-01-01"}],
    [{"id": "2025-1", "from": "spring", "to": "2025-07-01"}],
    [{"id": "2025-1", "from": 20250101, "to": 20250701}],
    [{"id": "2025-1", "from": None, "to": None}],
    [{"id": "2025-1", "from": "2025-01-01", "to": "2025-07-01", "note": ""}],
]


@pytest.mark.parametrize("waves", MALFORMED, ids=json.dumps)
def test_what_the_engine_refuses_is_refused_in_its_words(waves: Any, tmp_path: Any) -> None:
    of, how = columns("date"), collection(waves)
    with pytest.raises(ps.Error) as expected:
        by_engine(of, how)
    with pytest.raises(ps.Error) as raised:
        ps.integrity(frame(of), policy=POLICY, collection=how)
    found = [(p.code, p.path) for p in raised.value.problems]
    assert found == [(p.code, p.path) for p in expected.value.problems]
    assert all(path.startswith("/collection/waves") for _, path in found)
    file = tmp_path / "collection.json"
    file.write_text(json.dumps(how), encoding="utf-8")
    with pytest.raises(ps.Error) as raised:
        ps.integrity(frame(of), policy=POLICY, collection=file)
    assert {(p.file, p.path) for p in raised.value.problems} == {
        (str(file), p.removeprefix("/collection")) for _, p in found
    }


@pytest.mark.parametrize("how", [[], [3], [{}], "[]", "[3]"], ids=repr)
def test_a_collection_is_one_object(how: Any) -> None:
    with pytest.raises(ps.Error) as raised:
        ps.integrity(frame(columns("date")), policy=POLICY, collection=copy.deepcopy(how))
    assert {p.path for p in raised.value.problems} == {"/collection"}
