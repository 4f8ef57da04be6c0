# SPDX-License-Identifier: Apache-2.0
"""Job descriptions and activity logs checked from the command line."""
from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import peersupport as ps
import pytest
from conftest import ROOT
from role_cases import CANARY, LANGUAGES, LOGS, POSTINGS


@pytest.fixture
def call(command):
    for language, text in POSTINGS.items():
        Path(f"{language}.txt").write_text(text, encoding="utf-8")

    def run(*arguments: str, code: int = 0) -> str:
        shown = command(*arguments, code=code)
        assert "Traceback" not in shown.err and CANARY not in shown.err
        return shown.out if code == 0 or not shown.err else shown.err

    return run


@LANGUAGES
def test_the_screen_is_the_text(call, language):
    report = ps.check_role(POSTINGS[language])
    assert call("--lang", language, "check-role", f"{language}.txt") == report.to_text(language)
    assert call("--lang", language, "check-role", f"{language}.txt", "--no-text") == report.to_text(language, words=False)


def test_every_format_can_be_shown_and_kept(call):
    report = ps.check_role(POSTINGS["en"])
    assert call("check-role", "en.txt", "--format", "json") == report.to_json("en").rstrip("\n") + "\n"
    assert json.loads(call("check-role", "en.txt", "--format", "sarif")) == json.loads(report.to_sarif("en", "en.txt"))
    assert call("check-role", "en.txt", "--suggest", "--out", "d.md") == "1 file written: d.md\n"
    assert Path("d.md").read_text(encoding="utf-8") == report.suggest() and Path("d.md").stat().st_mode & 0o077 == 0
    pytest.importorskip("jinja2")
    call("check-role", "en.txt", "--format", "html", "--out", "r.html")
    assert Path("r.html").read_text(encoding="utf-8") == report.to_html(language="en")
    Path("pages").mkdir()
    call("check-role", "en.txt", "fr.txt", "--format", "html", "--out", "pages")
    assert sorted(p.name for p in Path("pages").iterdir()) == ["en.html", "fr.html"]


@LANGUAGES
def test_logs_are_read_from_csv_and_json(call, language):
    wanted = ps.check_role(LOGS[language], language=language).to_dict("en")
    rows = ["activity,minutes,code", *(f'"{r["activity"]}",{r["minutes"]},{r.get("code", "")}' for r in LOGS[language])]
    Path("log.csv").write_text("\ufeff" + "\r\n".join(rows) + "\r\n", encoding="utf-8")
    Path("log.json").write_text(json.dumps(LOGS[language]), encoding="utf-8")
    Path("whole.json").write_text(json.dumps({"format": "peersupport-role-description-1", "activities": LOGS[language], "language": language}), encoding="utf-8")
    for name in ("log.csv", "log.json", "whole.json"):
        assert json.loads(call("check-role", name, "--format", "json", "--language", language)) == wanted, name


def test_the_examples_of_the_pages_run(call):
    for name in ("posting.txt", "affiche.txt", "week.csv", "semaine.csv"):
        assert call("check-role", str(ROOT / "examples/roles" / name))
    assert "43%" in call("check-role", str(ROOT / "examples/roles/week.csv"))


def test_standard_input_and_fail_on(call, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(POSTINGS["en"].encode()), "utf-8"))
    assert "DRIFT-001" in call("check-role", "-")
    call("check-role", "en.txt", "--fail-on", "error", code=1)
    Path("calm.txt").write_text("You drink tea.", encoding="utf-8")
    call("check-role", "calm.txt", "--fail-on", "warning")


@pytest.mark.parametrize("name, content, code", [
    ("a.csv", b"minutes\n1\n", 1), ("a.csv", b'activity,minutes\n"' + CANARY.encode() + b'",x\n', 1), ("a.csv", b"\xff", 3),
    ("a.json", b"{", 1), ("a.json", b"7", 1), ("a.json", b'{"activities": [{"activity": 7}]}', 1), ("a.json", b'{"x": 1}', 1),
    ("a.json", b'{"sections": {"' + CANARY.encode() + b'": "x"}}', 1), ("a.json", b'{"text": "x", "role": "' + CANARY.encode() + b'"}', 1),
])  # fmt: skip
def test_what_cannot_be_read_is_told_without_a_word_of_it(call, name, content, code):
    Path(name).write_bytes(content)
    for language in ("en", "fr"):
        told = call("--lang", language, "check-role", name, code=code)
        assert name in told and CANARY not in told


def test_wrong_calls_are_told(call):
    assert "peer-supporter" in call("check-role", "en.txt", "--role", "boss", code=2)
    call("check-role", "en.txt", "--suggest", "--format", "json", code=2)
    call("check-role", "en.txt", "--format", "html", "--no-text", code=2)
    call("check-role", "nowhere.txt", code=3)
    Path("log.json").write_text(json.dumps(LOGS["en"]), encoding="utf-8")
    call("check-role", "log.json", "--suggest", code=2)
