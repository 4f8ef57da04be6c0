# SPDX-License-Identifier: Apache-2.0
"""Notes checked from the command line."""
from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import peersupport as ps
import pytest
from conftest import ROOT
from note_cases import CANARY, LANGUAGES, TEXTS, check, pack


@pytest.fixture
def call(command):
    Path("ours.json").write_text(json.dumps(pack(), ensure_ascii=False), encoding="utf-8")  # the bytes a mapping becomes
    for language, text in TEXTS.items():
        Path(f"{language}.txt").write_text(text, encoding="utf-8")

    def run(*arguments: str, code: int = 0) -> str:
        shown = command(*arguments, code=code)
        assert "Traceback" not in shown.err and CANARY not in shown.err
        return shown.out if code == 0 or not shown.err else shown.err

    return run


def on_standard_input(monkeypatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8"))


RULES = ("--rules", "ours.json")


# ---- what is shown


@LANGUAGES
def test_the_screen_is_the_text(call, language):
    report = check(TEXTS[language])
    assert call("--lang", language, "check-note", f"{language}.txt", *RULES) == report.to_text(language)
    bare = call("--lang", language, "check-note", f"{language}.txt", *RULES, "--no-text")
    assert bare == report.to_text(language, words=False)


def test_every_format_can_be_shown_and_kept(call):
    report = check(TEXTS["en"])
    base = ["check-note", "en.txt", *RULES]
    assert call(*base, "--format", "json") == report.to_json("en").rstrip("\n") + "\n"
    assert json.loads(call(*base, "--format", "sarif")) == json.loads(report.to_sarif("en", "en.txt"))
    for option in ("--out", "--output", "-o"):
        assert call(*base, "--format", "json", option, "r.json") == "1 file written: r.json\n"
    assert Path("r.json").stat().st_mode & 0o077 == 0
    assert json.loads(Path("r.json").read_text(encoding="utf-8")) == report.to_dict("en")
    assert call(*base, "--out", "r.txt") == "1 file written: r.txt\n"
    assert Path("r.txt").read_text(encoding="utf-8") == report.to_text("en")
    pytest.importorskip("jinja2")
    assert call(*base, "--format", "html") == report.to_html()
    call(*base, "--format", "html", "--out", "r.html", "--lang", "fr")
    assert Path("r.html").read_text(encoding="utf-8") == report.to_html(language="fr")


def test_several_notes(call):
    text = call("check-note", "en.txt", "fr.txt", *RULES)
    assert text.startswith("en.txt\n") and "\nfr.txt\n" in text
    found = json.loads(call("check-note", "en.txt", "fr.txt", *RULES, "--format", "json"))
    assert [row["file"] for row in found] == ["en.txt", "fr.txt"] and found[1]["report"]["language"] == "fr"
    log = json.loads(call("check-note", "en.txt", "fr.txt", *RULES, "--format", "sarif"))
    assert len(log["runs"]) == 2
    pytest.importorskip("jinja2")
    assert "folder" in call("check-note", "en.txt", "fr.txt", "--format", "html", code=2)
    assert "folder" in call("check-note", "en.txt", "fr.txt", "--format", "html", "--out", "no-such", code=2)
    Path("pages").mkdir()
    Path("other").mkdir()
    Path("other/en.txt").write_text("A zorbel.", encoding="utf-8")
    assert call("check-note", "en.txt", "fr.txt", "other/en.txt", "--format", "html", "--out", "pages").count("written") == 3
    assert len(list(Path("pages").glob("*.html"))) == 3


def test_a_note_may_come_from_standard_input(call, monkeypatch):
    on_standard_input(monkeypatch, TEXTS["fr"].encode())
    assert call("check-note", "-", *RULES) == check(TEXTS["fr"]).to_text("en")
    assert "once" in call("check-note", "-", "-", code=2)
    on_standard_input(monkeypatch, f"{CANARY}\xff".encode("latin-1"))
    assert "standard input: The text is not UTF-8" in call("check-note", "-", code=3)


def test_a_json_file_may_hold_a_note_and_the_call_wins(call):
    note = {"text": TEXTS["en"], "fields": {"goal": "The zorbel.", "mode": None}, "language": "en", "kind": "crisis"}
    Path("n.json").write_text(json.dumps(note), encoding="utf-8")
    found = json.loads(call("check-note", "n.json", *RULES, "--format", "json"))
    assert found == check(TEXTS["en"], fields=note["fields"], kind="crisis").to_dict("en")
    Path("fields.json").write_text(json.dumps({"goal": "A plonk."}), encoding="utf-8")
    found = json.loads(call("check-note", "n.json", *RULES, "--format", "json", "--kind", "late", "--fields", "fields.json", "--language", "fr"))
    assert (found["kind"], found["language"]) == ("late", "fr") and {f["field"] for f in found["findings"] if f["rule"] == "OURS-003"} >= {"goal"}
    Path("n.json").write_text(json.dumps({"fields": {"goal": "The zorbel."}}), encoding="utf-8")
    assert "zorbel" in call("check-note", "n.json", *RULES)


def test_a_note_of_the_published_format_is_read_as_the_other_interfaces_read_it(call):
    agreed = check("A zorbel.").baseline("a team", "a reason", "2026-06-30")
    note = {
        "format": "peersupport-note-1", "text": "A zorbel.", "fields": {"people_present": ["Ana", "Bo"], "reviewed_together": True, "consent": None},
        "language": "auto", "kind": "auto", "profile": "minimal-record", "now": "2026-06-30", "baseline": agreed,
    }  # fmt: skip
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((ROOT / "docs/schema/note-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(note)
    Path("n.json").write_text(json.dumps(note), encoding="utf-8")
    found = json.loads(call("check-note", "n.json", *RULES, "--format", "json"))
    assert found["profile"] == "minimal-record" and {f["suppressed_by"] for f in found["findings"] if f["rule"] == "OURS-001"} == {"baseline"}
    found = json.loads(call("check-note", "n.json", *RULES, "--format", "json", "--now", "2026-07-01", "--profile", "funder"))
    assert found["profile"] == "funder" and {f["suppressed_by"] for f in found["findings"] if f["rule"] == "OURS-001"} == {None}
    Path("n.json").write_text(json.dumps({**note, "profile": CANARY}), encoding="utf-8")
    assert "n.json, /profile" in call("check-note", "n.json", *RULES, code=1)


def test_a_byte_order_mark_is_no_part_of_a_note(call):
    Path("bom.txt").write_bytes(b"\xef\xbb\xbf" + TEXTS["en"].encode())
    assert call("check-note", "bom.txt", *RULES) == check(TEXTS["en"]).to_text()


# ---- exit codes


def test_what_was_noticed_is_no_error_unless_that_is_asked_for(call, capsys):
    Path("remark.txt").write_text("A plonk.", encoding="utf-8")
    Path("warning.txt").write_text("It was wimblé.", encoding="utf-8")
    base = ["check-note", *RULES, "--kind", "minimal", "--profile", "minimal-record", "--format", "json", "--language", "en"]
    call(*base, "en.txt")
    call(*base, "en.txt", "--fail-on", "error", code=1)
    call(*base, "warning.txt", "--fail-on", "error")
    call(*base, "warning.txt", "--fail-on", "warning", code=1)
    call(*base, "remark.txt", "warning.txt", "--fail-on", "warning", code=1)
    call(*base, "remark.txt", "warning.txt", "--fail-on", "error")


@LANGUAGES
def test_files_that_cannot_be_read(call, language):
    start = ["--lang", language, "check-note"]
    told = call(*start, "none.txt", code=3)
    assert "none.txt" in told and "[FILE_UNREADABLE]" in told
    Path("latin.txt").write_bytes(f"{CANARY} é".encode("latin-1"))
    assert "UTF-8" in call(*start, "latin.txt", code=3)
    Path("n.json").write_text(f'{{"text": "{CANARY}",\n "fields": {CANARY}', encoding="utf-8")
    told = call(*start, "n.json", code=1)
    assert re.search(r"n\.json, (line|ligne) 2", told) and "[JSON_SYNTAX]" in told
    for wrong in ([], {}, {"text": 3}, {"text": "x", CANARY: 1}, {"text": "x", "fields": [CANARY]}, {"text": "x", "kind": CANARY}, {"text": "x", "language": [CANARY]}, {"text": "x", "format": CANARY}, {"text": "x", "now": 3}, {"text": "x", "baseline": [CANARY]}, {"text": "x", "fields": {"goal": [3]}}):
        Path("n.json").write_text(json.dumps(wrong), encoding="utf-8")
        assert "n.json" in call(*start, "n.json", code=1)
    Path("n.json").write_text(json.dumps({"text": f"{CANARY} \ud800"}), encoding="utf-8")
    assert "/text" in call(*start, "n.json", code=1)
    Path("n.json").write_text(json.dumps({"text": "x", "fields": {CANARY: "x"}}), encoding="utf-8")
    assert "service_date" in call(*start, "n.json", code=1)
    Path("large.txt").write_text(CANARY * 60_000, encoding="utf-8")
    assert "[TOO_LARGE]" in call(*start, "large.txt", code=1)
    Path("f.json").write_text(f'["{CANARY}"]', encoding="utf-8")
    assert "f.json" in call(*start, "en.txt", "--fields", "f.json", code=1)
    assert "f.json" not in call(*start, "en.txt", "--fields", "none.json", code=3)


def test_what_is_wrong_with_rules_baselines_and_overlays_is_told_with_their_file(call):
    Path("wrong.json").write_text(f'{{\n "format": "{CANARY}" ', encoding="utf-8")
    for option in ("--rules", "--baseline", "--overlay"):
        told = call("check-note", "en.txt", option, "wrong.json", code=4)
        assert "file wrong.json, line " in told and "[JSON_SYNTAX]" in told
        assert "none.json" in call("check-note", "en.txt", option, "none.json", code=3)
    wrong = pack()
    wrong["rules"][0]["severity"] = CANARY
    Path("wrong.json").write_text(json.dumps(wrong, indent=1), encoding="utf-8")
    told = call("check-note", "en.txt", *RULES, "--rules", "wrong.json", code=4)
    assert "wrong.json" in told and "/rules/0/severity" in told


def test_calls_that_are_wrong(call):
    assert "YYYY-MM-DD" in call("check-note", "en.txt", "--now", "soon", code=2)
    assert "AAAA-MM-JJ" in call("--lang", "fr", "check-note", "en.txt", "--until", "2026-02-30", code=2)
    told = call("check-note", "en.txt", *RULES, "--profile", "no", code=2)
    assert "--profile no: Choose from: person-led, minimal-record" in told and "ours.json" not in told
    assert "--no-text" in call("check-note", "en.txt", "--no-text", "--format", "html", code=2)
    assert "--who" in call("check-note", "en.txt", "--write-baseline", "b.json", code=2)
    call("check-note", "en.txt", "--kind", "no", code=2)
    call("check-note", code=2)
    assert "does not exist" in call("check-note", "en.txt", "--out", "no/r.txt", code=3)


# ---- baselines


def test_a_baseline_goes_round(call, capsys):
    base = ["check-note", "en.txt", *RULES, "--format", "json"]
    who = ["--who", "our team", "--why", "agreed", "--until", "2026-06-30"]
    call(*base, "--out", "r.json", "--write-baseline", "b.json", *who)
    made = json.loads(Path("b.json").read_text(encoding="utf-8"))
    assert made == check(TEXTS["en"]).baseline("our team", "agreed", "2026-06-30") and Path("b.json").stat().st_mode & 0o077 == 0
    call(*base, "--baseline", "b.json", "--fail-on", "warning", "--now", "2026-06-30")
    call(*base, "--baseline", "b.json", "--fail-on", "warning", "--now", "2026-07-01T08:00", code=1)
    Path("en.txt").write_text(TEXTS["en"] + " Another zorbel came by.", encoding="utf-8")
    call(*base, "--out", "r.json", "--baseline", "b.json", "--write-baseline", "c.json", *who)
    both = json.loads(Path("c.json").read_text(encoding="utf-8"))["entries"]
    assert both[: len(made["entries"])] == made["entries"] and len(both) == len(made["entries"]) + 1
    call(*base, "--baseline", "c.json", "--fail-on", "warning")


# ---- help


@LANGUAGES
def test_help(golden, call, language):
    text = call("check-note", "--lang", language, "--help")
    golden(f"cli-help-check-note.{language}.txt", text.rstrip("\n"))
    assert all(len(line) <= 80 for line in text.splitlines())


@LANGUAGES
def test_the_screen_is_known_by_heart(golden, call, language):
    """With rules of its own only where a place is shown, so that it stays as it is when the library's rules change."""
    text = call("--lang", language, "check-note", f"{language}.txt", *RULES, "--kind", "minimal", "--profile", "minimal-record")
    places = text.split("\n\n" + {"en": "What a reader looks for", "fr": "Ce qu’on cherche"}[language])[0]
    golden(f"cli-check-note.{language}.txt", places.rstrip("\n"))


def test_the_library_reads_no_clock_and_no_language_of_the_machine(call, monkeypatch):
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    assert call("check-note", "en.txt", *RULES) == check(TEXTS["en"]).to_text("en")
    assert ps.language() == "en"
