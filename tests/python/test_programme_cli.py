# SPDX-License-Identifier: Apache-2.0
"""Programs checked from the command line."""
from __future__ import annotations

import json
import re
from pathlib import Path

import peersupport as ps
import pytest
from programme_cases import CANARY, LANGUAGES, SAMPLE, later, sample


@pytest.fixture(scope="module")
def report():
    return ps.check_programme(SAMPLE, as_of="2017-12-31")


# ---- command line


@pytest.fixture
def call(command):

    def run(*arguments: str, code: int = 0) -> str:
        shown = command(*arguments, code=code)
        assert "Traceback" not in shown.err and CANARY not in shown.out + shown.err
        return shown.out if code == 0 else shown.err

    return run


@LANGUAGES
def test_the_screen_is_the_text(call, report, language):
    assert call("--lang", language, "check-programme", str(SAMPLE), "--as-of", "2017-12-31") == report.to_text(language)


def test_findings_are_no_error_and_every_format_can_be_kept(call, report):
    base = ["check-programme", str(SAMPLE), "--as-of", "2017-12-31"]
    assert call(*base, "--format", "json") == report.to_json().rstrip("\n") + "\n"
    assert call(*base, "--format", "json", "--out", "r.json") == "1 file written: r.json\n"
    assert json.loads(Path("r.json").read_text(encoding="utf-8")) == report.to_dict()
    pytest.importorskip("jinja2")
    pytest.importorskip("drawsvg")
    call(*base, "--format", "html", "--out", "r.html", "--lang", "fr")
    assert Path("r.html").read_text(encoding="utf-8") == report.to_html("fr")


def test_overlay_and_definition_files(call):
    Path("over.json").write_text(json.dumps(later(200)), encoding="utf-8")
    Path("definition.json").write_text(ps.definition.to_json(), encoding="utf-8")
    text = call("check-programme", str(SAMPLE), "--as-of", "2017-12-31", "--overlay", "over.json", "--definition", "definition.json")
    assert "our-network 1.0.0" in text and "Good to know" not in text
    Path("over.json").write_text("{}", encoding="utf-8")
    assert "over.json" in call("check-programme", str(SAMPLE), "--as-of", "2017-12-31", "--overlay", "over.json", code=4)
    Path("over.json").write_text(json.dumps(later(200) | {"odd": 1}, indent=1), encoding="utf-8")
    for option in ("--overlay", "--definition"):
        told = call("check-programme", str(SAMPLE), "--as-of", "2017-12-31", option, "over.json", code=4)
        assert re.search(r"file over\.json, line \d+, column \d+", told) and "byte" not in told


@LANGUAGES
def test_what_is_wrong_in_a_file_is_told_with_file_line_column_and_code(call, language):
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    place = next(i for i, line in enumerate(lines) if '"pos-02"' in line)
    before = lines[place].index('"role": "') + len('"role": ')
    lines[place] = lines[place].replace('"role": "peer-supporter"', f'"role": "{CANARY.lower()}"')
    Path("p.json").write_text("\n".join(lines), encoding="utf-8")
    told = call("--lang", language, "check-programme", "p.json", "--as-of", "2017-12-31", code=1)
    where = f"fichier p.json, ligne {place + 1}, colonne {before + 1}" if language == "fr" else f"file p.json, line {place + 1}, column {before + 1}"
    assert f"{where}, /positions/1/role" in told and "[REFERENCE_UNKNOWN]" in told and CANARY.lower() not in told
    Path("p.json").write_text('{\n  "id": "é", oops\n}', encoding="utf-8")
    told = call("--lang", language, "check-programme", "p.json", "--as-of", "2017-12-31", code=1)
    assert ("ligne 2" if language == "fr" else "line 2") in told and "[JSON_SYNTAX]" in told


def test_several_problems_are_counted_and_nothing_speaks_of_scores(call):
    of = sample()
    for row in of["positions"][:12]:
        row["role"] = CANARY.lower()
    Path("p.json").write_text(json.dumps(of, indent=1), encoding="utf-8")
    told = call("check-programme", "p.json", "--as-of", "2017-12-31", code=1)
    assert "12 places need a correction." in told and "scored" not in told and "… and 2 more" in told


def test_calls_that_are_wrong(call):
    assert "--as-of" in call("check-programme", str(SAMPLE), code=2)
    for day in ("2017-02-30", "20171231", "soon", "2017-W01-1"):
        assert "YYYY-MM-DD" in call("check-programme", str(SAMPLE), "--as-of", day, code=2)
        assert "AAAA-MM-JJ" in call("--lang", "fr", "check-programme", str(SAMPLE), "--as-of", day, code=2)
    told = call("check-programme", str(SAMPLE), "--as-of", "2016-01-01", code=2)
    assert "--as-of 2016-01-01" in told and "which begins on January 1, 2017. [DATE_OUT_OF_RANGE]" in told
    told = call("check-programme", str(SAMPLE), "--as-of", "2017-12-31", "--out", "/nope/x.html", code=3)
    assert ".." not in told and told.count("hoose another") == 1
    assert "no such file" in call("check-programme", "none.json", "--as-of", "2017-12-31", code=3)
    assert "does not exist" in call("check-programme", str(SAMPLE), "--as-of", "2017-12-31", "--out", "no/r.txt", code=3)
    Path("r.txt").mkdir()
    assert "This is a folder" in call("check-programme", str(SAMPLE), "--as-of", "2017-12-31", "--out", "r.txt", code=3)


@LANGUAGES
def test_help(golden, call, language):
    text = call("check-programme", "--lang", language, "--help")
    golden(f"cli-help-check-programme.{language}.txt", text.rstrip("\n"))
    assert all(len(line) <= 80 for line in text.splitlines())
