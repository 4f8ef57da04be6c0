# SPDX-License-Identifier: Apache-2.0
"""The two documents the project was founded on, statement by statement: each is carried by rows of the definition."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import peersupport as ps
import pytest

STATEMENTS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "definition" / "seed_coverage.json").read_text(encoding="utf-8"))


def test_the_documents_are_walked_from_end_to_end() -> None:
    assert len(STATEMENTS) >= 60
    assert len({s["id"] for s in STATEMENTS}) == len(STATEMENTS)
    assert {s["document"] for s in STATEMENTS} == {"announcement", "article"}


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda s: s["id"])
def test_each_statement_is_carried_by_rows_that_exist(statement: dict[str, Any]) -> None:
    assert statement["statement"].strip()
    assert statement["place"].strip()
    assert statement["carried_by"], "a statement that nothing carries"
    for row in statement["carried_by"]:
        assert ps.definition.find(row).id == row
