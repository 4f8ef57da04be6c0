# SPDX-License-Identifier: Apache-2.0
"""The published schema accepts every instrument of the project and refuses broken ones."""

import copy
import json
from pathlib import Path

import pytest

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/schema/instrument-1.schema.json").read_text(encoding="utf-8"))
INSTRUMENTS = sorted((ROOT / "src/instrument/bundled").glob("*.json")) + sorted(
    (ROOT / "tests/oracle/instruments").glob("*.json")
)
SEEDS = ROOT / "tests/fuzz/corpus/instrument"
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def seed(name):
    return json.loads((SEEDS / name).read_text(encoding="utf-8"))


def at(document, path):
    for step in path:
        document = document[step]
    return document


def changed(name, path, value):
    document = copy.deepcopy(seed(name))
    at(document, path[:-1])[path[-1]] = value
    return document


def without(name, path):
    document = copy.deepcopy(seed(name))
    del at(document, path[:-1])[path[-1]]
    return document


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:peersupport:schema:instrument-1"


@pytest.mark.parametrize("path", INSTRUMENTS, ids=lambda path: path.stem)
def test_accepts_every_instrument_of_the_project(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    assert [error.json_path + ": " + error.validator for error in VALIDATOR.iter_errors(document)] == []


@pytest.mark.parametrize("name", ["minimal.json", "every-rule.json", "incomplete.json"])
def test_accepts_the_valid_seeds(name):
    assert VALIDATOR.is_valid(seed(name))


def test_every_member_at_the_top_is_described():
    assert all("description" in member or "$ref" in member for member in SCHEMA["properties"].values())


# What the reader finds only by joining two members is no business of a schema.
JOINED = {
    "code-twice", "id-twice", "reference", "date", "not-included", "gate", "divisor", "subset", "table", "thresholds",
    "form", "wording", "share",
}  # fmt: skip
NOT_JSON = {"truncated", "not-utf8", "surrogate", "trailing", "empty", "duplicate-key", "deep", "number-long", "exponent"}


BROKEN = sorted({path.stem.removeprefix("broken-") for path in SEEDS.glob("broken-*.json")} - NOT_JSON)


@pytest.mark.parametrize("kind", BROKEN)
def test_refuses_the_broken_seeds(kind):
    assert VALIDATOR.is_valid(seed(f"broken-{kind}.json")) == (kind in JOINED)


TOP = ["format", "id", "version", "name", "about", "subject", "standing", "verification", "rights", "citation", "sources"]
LISTS = ["response_scales", "items", "scales"]


@pytest.mark.parametrize("member", TOP + LISTS)
def test_refuses_an_instrument_without(member):
    assert not VALIDATOR.is_valid(without("minimal.json", [member]))


@pytest.mark.parametrize("member", LISTS)
def test_refuses_an_empty_list_unless_incomplete(member):
    assert not VALIDATOR.is_valid(changed("minimal.json", [member], []))
    assert VALIDATOR.is_valid(changed("incomplete.json", [member], []))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["unknown"], 1),
        (["id"], "Tiny"),
        (["id"], "a" * 65),
        (["version"], "1.02.0"),
        (["released"], "28.2.2026"),
        (["released"], "2026-13-01"),
        (["name"], "Tiny"),
        (["name", "fr"], ""),
        (["name", "de"], "Klein"),
        (["subject"], "person"),
        (["standing"], "guessed"),
        (["citation"], "two\nlines"),
        (["sources"], []),
        (["sources", 0, "url"], ""),
        (["verification", "missing"], ["x"]),
        (["verification"], {"state": "incomplete"}),
        (["verification"], {"state": "incomplete", "missing": []}),
        (["rights", "wording"], True),
        (["facets", 0, "kind"], "group"),
        (["response_scales", 0, "options"], []),
        (["response_scales", 0], {"id": "yes-no"}),
        (["response_scales", 0, "options", 0, "code"], 0.5),
        (["response_scales", 0, "options", 0, "code"], 1_000_001),
        (["response_scales", 0, "options", 3, "points"], 1),
        (["response_scales", 1, "range"], {"from": 0}),
        (["items", 0, "weight"], 0),
        (["items", 0, "weight"], 1001),
        (["items", 0, "reverse"], 1),
        (["items", 0, "facets"], ["hope", "hope"]),
        (["items", 1, "gate"], {"item": "a", "open": []}),
        (["scales", 0, "items"], []),
        (["scales", 0, "direction"], "up"),
        (["scales", 0, "score"], {"rule": "median"}),
        (["scales", 0, "score"], {"rule": "mean", "rows": [[0, 1]]}),
        (["scales", 0, "score", "multiplier"], [25]),
        (["scales", 0, "score", "multiplier"], [25, 0]),
        (["scales", 0, "missing"], {"rule": "none_missing", "count": 1}),
        (["scales", 1, "missing"], {"rule": "prorate_up_to", "count": 1, "share": [1, 2]}),
        (["scales", 1, "missing"], {"rule": "prorate_up_to"}),
        (["scales", 3, "missing"], {"rule": "minimum_share", "share": 0.5}),
        (["scales", 4, "missing"], {"rule": "minimum_answered", "count": 0}),
        (["scales", 5, "score", "of"], "grm_eap"),
        (["scales", 6, "score", "rows"], [[0, 1, 2]]),
        (["scales", 7, "score", "items", 0, "a"], 0),
        (["scales", 7, "score", "norm", "slope"], 0),
        (["scales", 7, "score", "quadrature", "points"], 1),
        (["sample_scales", 0, "combine"], "max"),
        (["sample_scales", 0, "cut"], 1),
        (["sample_scales", 1, "inclusive"], "yes"),
        (["forms"], []),
        (["forms", 0, "items"], []),
        (["forms", 0, "kind"], "long"),
        (["forms", 0, "perspective"], "nurse"),
        (["forms", 0, "modes"], ["paper", "paper"]),
        (["forms", 0, "recall_days"], 0),
        (["forms", 0, "wording", "a"], "x"),
        (["collection"], {}),
        (["co_production", "paid_by"], []),
    ],
    ids=lambda value: "/".join(map(str, value)) if isinstance(value, list) else None,
)
def test_refuses_what_the_format_forbids(path, value):
    assert not VALIDATOR.is_valid(changed("every-rule.json", path, value))
