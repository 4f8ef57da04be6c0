# SPDX-License-Identifier: Apache-2.0
"""The published schemas of definition, overlay, programme and report; and the digest, computed without the library."""
from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import peersupport as ps
import pytest

ROOT = Path(__file__).parents[2]
PROGRAMMES = sorted((ROOT / "tests" / "definition" / "programmes").glob("[cf]*-*.json"))
OVERLAY = json.loads(re.search(r"```json\n(.*?)```", (ROOT / "docs" / "overlay-format.md").read_text(encoding="utf-8"), re.S)[1])


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_schemas_are_those_of_the_tables() -> None:
    done = subprocess.run([sys.executable, ROOT / "scripts" / "generate_definition_schema.py", "--check"], capture_output=True)
    assert done.returncode == 0, done.stdout


def test_the_digest_can_be_computed_by_anybody() -> None:
    document = json.loads((ROOT / "docs" / "definition" / "definition.json").read_text(encoding="utf-8"))
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(canonical.encode()).hexdigest() == ps.definition.digest
    assert canonical == ps.definition.to_json(indent=False)


def test_the_digest_of_an_overlay_can_be_computed_by_anybody() -> None:
    canonical = json.dumps(OVERLAY, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    laid = ps.definition.with_overlay(OVERLAY)
    assert laid.overlay is not None
    assert laid.overlay.digest == hashlib.sha256(canonical.encode()).hexdigest()


@pytest.mark.parametrize("name", ["docs/definition/definition.json", "tests/definition/definition-1.0.0.json",
                                  "tests/definition/definition-1.1.0.json"])
def test_definitions_fit_their_schema(name: str) -> None:
    validator("definition-1").validate(json.loads((ROOT / name).read_text(encoding="utf-8")))


def test_the_documented_overlay_fits_its_schema_and_is_accepted() -> None:
    validator("overlay-1").validate(OVERLAY)
    laid = ps.definition.with_overlay(OVERLAY)
    assert laid.find("train-foundations").hours == 34
    assert laid.changes.off == ("drift-driver",)
    assert laid.find("balance-northshore-travel").origin == "added"
    validator("definition-1").validate(json.loads(laid.to_json()))


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"replace": {"drift-driver": {"severity": 1}}}, "MEMBER_FIXED"),
    ({"replace": {"drift-class-clinical-practice": {"severity": 1}}}, "MEMBER_FIXED"),
    ({"replace": {"self-determination": {"meaning": {"en": "x y", "fr": "z"}}}}, "MEMBER_FIXED"),
    ({"add": {"values": []}}, "TABLE_FIXED"),
]


@pytest.mark.parametrize(("members", "code"), REFUSED)
def test_schema_and_reader_refuse_the_same(members: dict[str, Any], code: str) -> None:
    overlay = {k: OVERLAY[k] for k in ("format", "id", "version", "organization", "base")} | members
    assert list(validator("overlay-1").iter_errors(overlay))
    with pytest.raises(ps.Error) as refused:
        ps.definition.with_overlay(overlay)
    assert refused.value.code == code


@pytest.mark.parametrize("path", [*PROGRAMMES, *sorted((ROOT / "examples" / "programme").glob("*.json"))], ids=lambda p: p.stem)
def test_programmes_and_their_reports_fit_their_schemas(path: Path) -> None:
    programme = json.loads(path.read_text(encoding="utf-8"))
    validator("programme-1").validate(programme)
    report = ps.check_programme(programme, as_of=programme["period"]["to"])
    document = json.loads(report.to_json())
    validator("programme-report-1").validate(document)
    assert document["definition"]["version"] == ps.definition.version
    assert document["definition"]["digest"] == ps.definition.digest
