# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

import numpy as np
import peersupport as ps
import pytest
from peersupport._cli import main

ROOT = Path(__file__).resolve().parents[2]
ORACLES = ROOT / "tests/oracle/instruments"


@pytest.fixture(autouse=True)
def english():
    ps.set_language("en")
    yield
    ps.set_language("en")


@pytest.fixture(scope="session")
def survey():
    return ps.instrument("integrity-survey")


@pytest.fixture(scope="session")
def bfi():
    """Twenty-five items scored 1–6, about respondents, five means."""
    return ps.load_instrument(ORACLES / "bfi.json")


@pytest.fixture(scope="session")
def answers(bfi):
    """500 responses as floats, NaN where blank; columns in form order."""
    chance = np.random.default_rng(7)
    matrix = chance.integers(1, 7, (500, 25)).astype(float)
    matrix[chance.random(matrix.shape) < 0.1] = np.nan
    return matrix


@pytest.fixture(scope="session")
def expected(bfi, answers):
    return ps.score(answers, bfi).to_numpy().tobytes()


@pytest.fixture(scope="session")
def golden():
    """Compares a text with a file of tests/golden/python; writes it when PEERSUPPORT_GOLDEN=write."""
    import os

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests/golden/python" / name
        if os.environ.get("PEERSUPPORT_GOLDEN") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + "\n", encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text + "\n"

    return compare


@pytest.fixture
def command(tmp_path, monkeypatch, capsys):
    """Runs the command line in an empty folder, 80 columns wide; gives what it wrote after checking its exit code."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str, code: int = 0):
        try:
            found = main(list(arguments))
        except SystemExit as stop:
            found = int(str(stop.code or 0))
        shown = capsys.readouterr()
        assert found == code, shown.err
        return shown

    return run
