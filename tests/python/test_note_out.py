# SPDX-License-Identifier: Apache-2.0
"""What a note report gives to other programs: JSON, SARIF, diagnostics, frames, baselines, lines of text."""
from __future__ import annotations

import datetime
import json
import re

import peersupport as ps
import pytest
from conftest import ROOT
from note_cases import CANARY, ENGLISH, LANGUAGES, TEXTS, check, ours

BASE = {"format": "peersupport-baseline-1", "entries": []}


def test_json_is_the_report_in_the_language_of_the_note_or_another():
    report = check(TEXTS["fr"])
    data = json.loads(report.to_json())
    assert data["format"] == "peersupport-note-report-1" and data["rules"] == report.rules_digest
    assert report.to_json() == report.to_json("fr") != report.to_json("en")
    assert [f["rule"] for f in data["findings"]] == [f.rule for f in report.findings]
    ours_fr = next(f for f in data["findings"] if f["rule"] == "OURS-001")
    assert ours_fr["title"] == "Un zorbel" and report.to_dict("en")["findings"][0]["start"] == data["findings"][0]["start"]
    report.to_dict()["findings"].clear()
    assert report.to_dict()["findings"]
    for wrong in ("de", 3):
        with pytest.raises(ValueError, match="language"):
            report.to_json(wrong)


@LANGUAGES
def test_reports_and_baselines_keep_to_their_schemas(language):
    jsonschema = pytest.importorskip("jsonschema")
    report = check(TEXTS[language], fields={"goal": "zorbel"})
    for name, data in (("note-report-1", report.to_dict("fr")), ("note-report-1", report.to_dict("en")), ("baseline-1", report.baseline("a", "b", "2026-06-30")), ("baseline-1", report.baseline("a", "b"))):
        schema = json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(data)


def test_sarif_has_a_result_a_finding():
    report = check(TEXTS["en"])
    log = json.loads(report.to_sarif(uri="notes/one.txt"))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0" and run["tool"]["driver"]["name"] == "peersupport"
    assert len(run["results"]) == len(report.findings)
    levels = {"error": "error", "warning": "warning", "info": "note"}
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    for f, result in zip(report.findings, run["results"]):
        assert result["ruleId"] == f.rule in rules and result["level"] == levels[f.severity]
        assert bool(result.get("suppressions")) == (f.suppressed_by is not None)
        assert f.fingerprint in result["partialFingerprints"].values()
    one = next(r for r in run["results"] if r["ruleId"] == "OURS-001")["locations"][0]["physicalLocation"]
    assert one["artifactLocation"]["uri"] == "notes/one.txt" and one["region"]["startLine"] == 1
    assert "uri" not in json.loads(report.to_sarif())["runs"][0]["results"][0].get("artifactLocation", {})
    with pytest.raises(TypeError, match="uri"):
        report.to_sarif(uri=[CANARY])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_diagnostics_count_lines_from_0_and_utf_16(end):
    text = f"😀 é a zorbel.{end}e\u0301 😀😀 wimblé.{end}"
    lines = text.split(end)
    found = [d for d in check(text, language="en").to_lsp() if d["code"].startswith("OURS")]
    for d, line, word, severity in zip(found, (0, 1), ("zorbel", "wimblé"), (1, 2)):
        assert d["severity"] == severity and d["source"] == "peersupport" and "codeDescription" not in d
        assert d["range"]["start"]["line"] == d["range"]["end"]["line"] == line
        units = lines[line].encode("utf-16-le")
        assert units[2 * d["range"]["start"]["character"] : 2 * d["range"]["end"]["character"]].decode("utf-16-le") == word
    assert len(found) == 2 and found[0]["data"]["suggestions"] == ["a neighbour", "their name"]


def test_diagnostics_of_a_field_are_those_of_its_text():
    report = check("A zorbel.", fields={"goal": "A wimblé day."})
    assert [d["code"] for d in report.to_lsp(field="goal")] == ["OURS-002"]
    assert {d["data"]["field"] for d in report.to_lsp() if d["code"].startswith("OURS")} == {"text"}
    lacks = [d for d in report.to_lsp() if d["code"].startswith("REQ")]
    assert lacks and {d["severity"] for d in lacks} <= {2, 3}
    assert report.to_lsp("fr")[0]["message"] == report.findings[0].message.fr
    assert report.to_lsp(field="consent") == []
    assert len(report.to_lsp()) + 1 == len(report)


def test_a_frame_has_one_row_a_finding():
    pytest.importorskip("pandas")
    report = check(f"{CANARY}. {TEXTS['en']}")
    frame = report.to_frame()
    assert len(frame) == len(report.findings) and list(frame["rule"]) == [f.rule for f in report.findings]
    assert frame["start"].dtype == "Int64" and frame["suppressed_by"].notna().sum() == len(report.findings) - len(report)
    assert frame.attrs["peersupport.rules_digest"] == report.rules_digest and CANARY not in frame.to_csv()
    none = check("", kind="minimal", baseline=check("", kind="minimal").baseline("a", "b")).to_pandas()
    assert list(none.columns) == list(frame.columns)


# ---- baselines


def test_a_baseline_takes_the_weight_of_what_is_there_now_and_of_nothing_else(tmp_path):
    before = check(TEXTS["en"])
    made = before.baseline("our team", "agreed with the person", "2026-12-31")
    assert made["format"] == "peersupport-baseline-1" and {e["fingerprint"] for e in made["entries"]} == {f.fingerprint for f in before}
    assert all(e["who"] == "our team" and e["until"] == "2026-12-31" and re.fullmatch("[0-9a-f]{16}", e["fingerprint"]) for e in made["entries"])
    path = tmp_path / "agreed.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    for given in (made, path, str(path), json.dumps(made), json.dumps(made).encode()):
        after = check(TEXTS["en"], baseline=given)
        assert len(after) == 0 and after.counts == (0, 0, 0)
        assert {f.suppressed_by for f in after.findings} <= {"baseline", "quotation"}
        assert len(after.findings) == len(before.findings)
    new = check(TEXTS["en"] + " Another zorbel came.", baseline=made)
    assert {f.rule for f in new} == {"OURS-001"} and len(new) == 1


def test_an_entry_counts_up_to_its_last_day():
    made = check(TEXTS["en"]).baseline("a team", "a reason", datetime.date(2026, 6, 30))
    for now, left in (("2026-06-30", True), ("2026-06-30T23:59", True), (datetime.datetime(2026, 7, 1), False), (None, True)):
        assert (len(check(TEXTS["en"], baseline=made, now=now)) == 0) is left
    assert check(TEXTS["en"]).baseline("a team", "a reason")["entries"][0]["until"] is None


def test_baselines_that_cannot_be():
    report = check("A zorbel.")
    for wrong in ({"who": "", "why": "x"}, {"who": "x", "why": " "}, {"who": "x", "why": "y", "until": "soon"}):
        with pytest.raises(ValueError, match="baseline"):
            report.baseline(**wrong)
    for wrong in ({"who": 3, "why": "x"}, {"who": "x", "why": None}, {"who": "x", "why": "y", "until": 3}):
        with pytest.raises(TypeError, match="baseline"):
            report.baseline(**wrong)
    for wrong in ("{}", "[", {"format": "other", "entries": []}, {**BASE, "entries": [{"fingerprint": CANARY}]}):
        with pytest.raises(ps.Error) as told:
            check("x", baseline=wrong)
        assert CANARY not in str(told.value)
    assert len(check("A zorbel.", baseline=BASE)) == len(report)


# ---- lines of text


@LANGUAGES
def test_text_is_narrow_shows_the_words_and_can_leave_them_out(language):
    report = check(TEXTS[language], fields={"goal": "zorbel"})
    for width in (60, 80):
        text = report.to_text(language, width=width)
        assert all(len(line) <= width for line in text.splitlines()), text
    lines = text.splitlines()
    under = next(n for n, line in enumerate(lines) if set(line.strip()) == {"~"})
    at = lines[under].index("~")
    assert lines[under - 1][at : len(lines[under])] == "zorbel"
    bare = report.to_text(language, words=False)
    assert "~" not in bare and "wimblé all" not in bare and "bibliothèque" not in bare and "OURS-001" in bare
    assert report.to_text() == report.to_text("en")
    with pytest.raises(ValueError, match="language"):
        report.to_text("de")


def test_the_same_suggestion_is_told_once():
    report = check("A zorbel came. Another zorbel left. It was wimblé.", language="en")
    text = report.to_text()
    assert text.count("a neighbour · their name") == 1 and "instead: as at 1:3\n" in text
    assert "plutôt : comme à 1:3\n" in report.to_text("fr").replace("\u00a0", " ")
    pytest.importorskip("jinja2")
    assert report.to_html().count("a neighbour · their name") == 1


def test_a_terminal_is_told_nothing_but_text():
    text = check("\x1b[31mA zorbel\x1b[0m\x07 and \u202ea wimblé\u202c.\nShe said: “a zorbel\x1b[5m”.", language="en").to_text()
    assert not set(text) & set("\x1b\x07\u202e\u202c")


def test_a_long_line_is_cut_around_the_place():
    text = check(f"{'word ' * 5000}the zorbel {'more ' * 5000}").to_text(width=80)
    line = next(line for line in text.splitlines() if " zorbel " in line)
    assert line.strip().startswith("… ") and line.endswith(" …") and len(line) <= 80


def test_in_french_nothing_stays_english():
    text = check(TEXTS["fr"], fields={"goal": "Voir sa sœur."}).to_text("fr")
    assert not ENGLISH.search(text), ENGLISH.search(text)
    assert ours(check(TEXTS["fr"]))
