# SPDX-License-Identifier: Apache-2.0
"""Schemas of what is asked for, given away and kept when figures are published: real documents fit, broken ones not."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import peersupport as ps
import pytest
from conftest import ROOT

pd = pytest.importorskip("pandas")
jsonschema = pytest.importorskip("jsonschema")

FORMATS = ("publish-request-1", "published-1", "ledger-1")
SEEDS = ROOT / "tests/fuzz/corpus/integrity"
PUBLIC = ps.policy("k11", audience="public")
GROUPINGS: list[Any] = [("unit",), (), [("unit", "language"), ("unit",), ()], ("stratum",)]
GONE = object()


def schema(name: str) -> dict[str, Any]:
    return json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8"))


def wrong(name: str, document: Any) -> list[str]:
    found = jsonschema.Draft202012Validator(schema(name)).iter_errors(document)
    return [f"{e.json_path}: {e.validator}" for e in found][:5]


def changed(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    made = copy.deepcopy(document)
    at = made
    for step in path[:-1]:
        at = at[step]
    if value is GONE:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return made


def seed(name: str) -> Any:
    return json.loads((SEEDS / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tally() -> ps.Tally:
    answers = pd.read_csv(ps.sample())
    answers = answers[answers.wave == "2025-h2"]
    answers = answers.assign(language=[("en", "fr", None)[i % 3] for i in range(len(answers))])
    return ps.tally(answers, shard="sample", person="person_id", language="language", key=b"secret")


@pytest.mark.parametrize("name", FORMATS)
def test_the_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$id"] == f"urn:peersupport:schema:{name}"
    assert all("description" in member for member in schema(name)["properties"].values())


# ---- what the library writes


@pytest.mark.parametrize("by", GROUPINGS, ids=str)
def test_figures_and_ledger_keep_to_their_schemas(tally: ps.Tally, by: Any) -> None:
    own = ps.policy(minimum_people=8, minimum_workers=1, audience="team", workers_agreed=True)
    ledger = ps.Ledger()
    for made in (ps.publish(tally, PUBLIC, by=by, ledger=ledger), ps.publish(tally, own, by=by)):
        document = json.loads(made.to_json())
        assert wrong("published-1", document) == []
        assert len(document["figures"]) > 20
    assert wrong("ledger-1", json.loads(ledger.to_json())) == []


def test_every_kind_of_figure_was_looked_at(tally: ps.Tally) -> None:
    heard = [
        {"unit": u, "wave": "2025-h2", "perspective": "person", "workers": 5}
        for u in sorted(set(tally.cells.columns["unit"]))
    ]
    figures = ps.publish(tally, PUBLIC, by=[("unit",), ()], collection={"heard": heard}).rows
    kinds = {(f["shown"], f["scale"] == "", f["mean"] is None, f["low"] is None) for f in figures}
    assert kinds >= {
        (True, True, True, True),
        (True, False, False, False),
        (False, True, True, True),
        (False, False, True, True),
    }


def test_no_ledger_yet_is_a_ledger() -> None:
    assert wrong("ledger-1", json.loads(ps.Ledger().to_json())) == []


def test_what_the_c_interface_is_tested_with_keeps_to_the_schemas() -> None:
    header = (ROOT / "tests/capi/small_integrity.h").read_text(encoding="utf-8")

    def literal(name: str) -> Any:
        lines = re.search(rf"{name}\[\] =(.*?);\n", header, re.S)
        assert lines is not None
        parts = re.findall(r'"(?:[^"\\]|\\.)*"', lines[1])
        return json.loads("".join(map(json.loads, parts)) + ("}" if "head" in name else ""))

    kinds = {
        "publish_request": "publish-request-1",
        "empty_ledger": "ledger-1",
        "integrity_head": "integrity-request-1",
    }
    for name, kept in kinds.items():
        document = literal(name)
        assert document["format"] == f"peersupport-{kept}"
        assert wrong(kept, document) == []


@pytest.mark.parametrize(("name", "kept"), [("publish", "publish-request-1"), ("ledger", "ledger-1")])
def test_the_seeds_keep_to_the_schemas(name: str, kept: str) -> None:
    assert wrong(kept, seed(name)) == []


# ---- what is refused

ASKED: dict[str, Any] = {
    "format": "peersupport-publish-request-1",
    "policy": {"id": "k11", "audience": "public"},
    "by": [["unit"], []],
    "collection": {
        "format": "peersupport-collection-1",
        "id": "spring",
        "waves": None,
        "heard": [{"unit": "a", "wave": "b", "perspective": "person", "workers": 4}],
    },
}
NUMBERS = {"minimum_people": 12, "audience": "team", "workers_agreed": True}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("collection",), None),
        (("collection",), GONE),
        (("by",), [[]]),
        (("by",), [["unit", "language", "stratum"]]),
        (("policy",), NUMBERS),
        (("policy",), {**NUMBERS, "id": None, "minimum_workers": None}),
        (("policy", "minimum_people"), 11),
        (("policy", "id"), "policy-k11"),
    ],
)
def test_a_request_may_say(path: tuple[str, ...], value: Any) -> None:
    assert wrong("publish-request-1", changed(ASKED, path, value)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), GONE),
        (("format",), "peersupport-publish-request-2"),
        (("rank",), 1),
        (("policy",), GONE),
        (("policy",), None),
        (("policy",), {"audience": "public"}),
        (("policy", "audience"), GONE),
        (("policy", "audience"), "everybody"),
        (("policy", "id"), None),
        (("policy", "id"), "K11"),
        (("policy", "workers_agreed"), None),
        (("policy", "rank"), 1),
        (("policy",), {**NUMBERS, "minimum_people": 4}),
        (("policy",), {**NUMBERS, "minimum_people": "12"}),
        (("policy",), {**NUMBERS, "minimum_people": 1e7}),
        (("policy",), {**NUMBERS, "minimum_workers": 0}),
        (("by",), GONE),
        (("by",), None),
        (("by",), []),
        (("by",), ["unit"]),
        (("by",), [["service"]]),
        (("by",), [["wave"]]),
        (("by",), [["unit", "unit"]]),
        (("by",), [["unit"], ["unit"]]),
        (("by",), [["unit"]] * 9),
        (("by",), [[None]]),
        (("collection",), []),
        (("collection", "id"), GONE),
        (("collection", "heard", 0, "person_id"), "x"),
        (("collection", "heard", 0, "workers"), -1),
        (("collection", "heard", 0, "perspective"), "nurse"),
        (("collection", "mode"), []),
    ],
)
def test_a_request_may_not_say(path: tuple[str, ...], value: Any) -> None:
    assert wrong("publish-request-1", ASKED) == []
    assert wrong("publish-request-1", changed(ASKED, path, value))


@pytest.mark.parametrize(
    ("shown", "change"),
    [
        (False, {"people": 3}),
        (False, {"people": 0}),
        (False, {"mean": 50.0}),
        (False, {"low": 1.5, "high": 2.5}),
        (True, {"people": None}),
        (True, {"high": None}),
        (True, {"low": None}),
        (True, {"mean": None}),
        (True, {"scale": ""}),
        (True, {"people": -1}),
        (True, {"people": 11.5}),
        (True, {"perspective": "nurse"}),
        (True, {"language": "de"}),
        (True, {"unit": "a\nb"}),
        (True, {"workers": 4}),
        (True, {"histogram": [1, 2]}),
        (True, {"person_id": "x"}),
        (True, {"first_day": "2025-01-01"}),
        (True, {"shown": None}),
        (True, {"grouping": -1}),
    ],
)
def test_a_figure_may_not_say(shown: bool, change: dict[str, Any]) -> None:
    figure = {
        "grouping": 0,
        "form": "person",
        "perspective": "person",
        "wave": "2025-h2",
        "unit": "elm",
        "language": "",
        "stratum": "",
        "scale": "hope-and-recovery",
        "shown": shown,
        **dict.fromkeys(("people", "mean", "low", "high")),
    }
    figure |= {"people": 30, "mean": 62.5, "low": 60.0, "high": 65.0} if shown else {}
    digest = "5f0c" * 16
    document = {
        "format": "peersupport-published-1",
        "library": "0.1.0",
        "instrument": {"id": "integrity-survey", "version": "1.0.0", "digest": digest},
        "definition": {"version": "1.3.0", "digest": digest},
        "policy": PUBLIC._asdict(),
        "counted_by": "person",
        "groupings": [["unit"]],
        "checked": False,
        "simulated": False,
        "figures": [figure],
    }
    assert wrong("published-1", document) == []
    assert wrong("published-1", {**document, "figures": [{**figure, **change}]})


LEDGER = {
    "format": "peersupport-ledger-1",
    "releases": [
        {
            "instrument_digest": "5f0c" * 16,
            "minimum_people": 11,
            "populations": [
                ["person", "elm", "2025-2", "en", "", "", 2, "", [3, 2**64 - 1]],
                ["person", "elm", "2025-2", "en", "", "hope", 2, "0a" * 32, []],
            ],
            "figures": [[[0], True, False], [[1], False, True]],
        }
    ],
}
POPULATION = ("releases", 0, "populations", 0)
FIGURE = ("releases", 0, "figures", 0)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "peersupport-ledger-2"),
        (("releases",), GONE),
        (("releases",), None),
        (("releases",), [3]),
        (("releases",), [{}]),
        (("releases", 0, "instrument_digest"), None),
        (("releases", 0, "minimum_people"), GONE),
        (("releases", 0, "minimum_people"), -5),
        (("releases", 0, "minimum_people"), 1),
        (("releases", 0, "minimum_people"), "11"),
        (("releases", 0, "populations"), None),
        (POPULATION, []),
        (POPULATION, {}),
        ((*POPULATION, 1), ""),
        ((*POPULATION, 1), None),
        ((*POPULATION, 3), "de"),
        ((*POPULATION, 2), "a\nb"),
        ((*POPULATION, 6), -1),
        ((*POPULATION, 6), 2**41),
        ((*POPULATION, 6), 2.5),
        ((*POPULATION, 8), None),
        ((*POPULATION, 8, 0), 0),
        ((*POPULATION, 8, 0), -3),
        ((*POPULATION, 8, 1), 2**64),
        ((*POPULATION, 8, 1), 3),
        (("releases", 0, "figures"), None),
        (FIGURE, []),
        (FIGURE, [[0], True]),
        ((*FIGURE, 0), []),
        ((*FIGURE, 0), [-1]),
        ((*FIGURE, 0), [0, 0]),
        ((*FIGURE, 2), True),
    ],
)
def test_schema_and_reader_refuse_the_same_ledgers(path: tuple[Any, ...], value: Any) -> None:
    assert wrong("ledger-1", LEDGER) == []
    assert len(ps.Ledger.from_json(json.dumps(LEDGER))) == 1
    broken = changed(LEDGER, path, value)
    assert wrong("ledger-1", broken)
    with pytest.raises(ps.Error):
        ps.Ledger.from_json(json.dumps(broken))


@pytest.mark.parametrize("path", [("note",), ("releases", 0, "note"), (*POPULATION, 7), (*FIGURE, 1)])
def test_a_ledger_may_not_say(path: tuple[Any, ...]) -> None:
    assert wrong("ledger-1", changed(LEDGER, path, "x"))
