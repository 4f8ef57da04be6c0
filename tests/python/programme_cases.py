# SPDX-License-Identifier: Apache-2.0
"""What the tests of the programme check share."""
from __future__ import annotations

import json
import re

import peersupport as ps
import pytest
from conftest import ROOT

SAMPLE = ROOT / "examples/programme/lakeshore-network.json"
CLEAN = ROOT / "examples/programme/clean-network.json"
SUITE = ROOT / "tests/definition/programmes"
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])
ENGLISH = re.compile(r"\b(the|missing|meeting|position|agency|and|has|is|not|joined|with|which)\b", re.IGNORECASE)
CANARY = "Jane-Roe-424242"


def sample() -> dict:
    return json.loads(SAMPLE.read_text(encoding="utf-8"))


def later(limit: int) -> dict:
    """An overlay that sets its own limit for vacant positions."""
    return {
        "format": "peersupport-overlay-1",
        "id": "our-network",
        "version": "1.0.0",
        "organization": {"en": "Our network", "fr": "Notre réseau"},
        "base": {"version": ps.definition.version},
        "replace": {"rule-position-vacant": {"limit": limit}},
    }
