# SPDX-License-Identifier: Apache-2.0
"""Job descriptions and activity logs checked from Python."""
from __future__ import annotations

import json
import pickle
import unicodedata

import peersupport as ps
import pytest
from conftest import ROOT
from role_cases import CANARY, LANGUAGES, LOGS, POSTINGS


def rows(findings):
    return {f.row for f in findings}


# ---- what it says


@LANGUAGES
def test_drift_limits_duties_and_components_are_told(language):
    text = POSTINGS[language]
    report = ps.check_role(text)
    assert (report.language, report.role) == (language, "role-peer-supporter")
    assert {"drift-medication-handling", "drift-search-security"} <= rows(report.drift)
    assert {"drift-drug-testing", "drift-restraint-seclusion"} <= rows(report.all_drift) - rows(report.drift)
    worst = next(f for f in report.drift if f.row == "drift-search-security")
    assert worst.severity == "error" and worst.class_severity == 4 and worst.values_eroded and str(worst.instead)
    assert worst.usually_from in ("organization", "worker", "either")
    limit = next(f for f in report.all_drift if f.row == "drift-drug-testing")
    assert (limit.polarity, limit.suppressed_by, limit.severity) == ("does-not", "polarity", "info")
    assert "duty-facilitate-group" in rows(report.duties)
    states = {c.row: c.state for c in report.components}
    assert len(states) == len(ps.definition.job_description_components)
    assert states["jd-out-of-scope"] == "present" and states["jd-network"] == "missing"
    assert {c.row for c in report.missing} == {row for row, state in states.items() if state != "present"}
    levels = [c.level for c in report.components]
    assert levels == sorted(levels, key=["must", "should", "could"].index)


@LANGUAGES
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_places_count_in_code_points_bytes_and_utf_16(language, form):
    text = unicodedata.normalize(form, "😀 É\n" + POSTINGS[language])
    report = ps.check_role(text, language=language)
    assert report.drift
    for f in [*report.all_drift, *report.duties, *report.conditional]:
        shown = text[f.start : f.end]
        assert shown and text.encode()[f.byte_start : f.byte_end] == shown.encode()
        units = text.encode("utf-16-le")
        assert units[2 * f.utf16_start : 2 * f.utf16_end] == shown.encode("utf-16-le")
        assert f.line == text[: f.start].count("\n") + 1


@LANGUAGES
def test_a_log_is_shared_out_by_kind_of_time(language):
    report = ps.check_role(LOGS[language], language=language)
    assert not report.components and [e.kind for e in report.entries] == ["direct", "outside", "indirect", "review"]
    assert report.entries[1].row == "drift-medication-handling" and report.drift[0].entry == 2
    time = {t.kind: t for t in report.time}
    assert report.total_minutes == 120 and time["outside"].minutes == 30 and time["outside"].share == 0.25
    assert sum(t.minutes for t in report.time) == 120
    none = ps.check_role([{"activity": "tea"}])
    assert none.total_minutes == 0 and all(t.share is None for t in none.time)


def test_sections_lists_and_frames_are_read():
    report = ps.check_role({"pay": "$31 an hour", "out_of_scope": ["Search rooms", "Give medication"], "text": "You meet with people."})
    states = {c.row: (c.state, c.field) for c in report.components}
    assert states["jd-pay"] == ("present", "pay") and states["jd-out-of-scope"] == ("present", "out-of-scope")
    assert not report.drift and len(report.all_drift) >= 2
    same = ps.check_role({"format": "peersupport-role-description-1", "sections": {"pay": "$31 an hour"}, "text": ""})
    assert {c.row for c in same.components if c.state == "present"} == {"jd-pay"}
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame([*LOGS["en"], {"activity": "x", "minutes": 5.0}])
    assert ps.check_role(frame, language="en").total_minutes == 125
    assert ps.check_role([("Gave out medication", 30), "tea"], language="en").total_minutes == 30


def test_another_role_has_other_duties_and_exemptions():
    text = "Supervise peer staff. Filing and data entry."
    here, there = ps.check_role(text, language="en"), ps.check_role(text, role="peer-supervisor", language="en")
    assert "drift-clerical" in rows(here.drift) and "drift-clerical" not in rows(there.drift)
    assert {f.suppressed_by for f in there.all_drift if f.row == "drift-clerical"} == {"exemption"}
    assert ps.check_role(text, role="role-peer-supervisor", language="en").to_json() == there.to_json()


@LANGUAGES
def test_the_same_call_gives_the_same_bytes_and_an_unrelated_sentence_changes_nothing(language):
    text = POSTINGS[language]
    first, again = ps.check_role(text), ps.check_role(text)
    assert first == again and hash(first) == hash(again) and first.to_json("fr") == again.to_json("fr")
    longer = ps.check_role(text + {"en": "\nThe lake is calm.\n", "fr": "\nLe lac est calme.\n"}[language])
    assert [f for f in longer.drift] == [f for f in first.drift]


# ---- out


@LANGUAGES
def test_json_and_sarif_follow_their_schemas_and_hold_no_word_of_the_text(language):
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((ROOT / "docs/schema/role-report-1.schema.json").read_text(encoding="utf-8"))
    request = json.loads((ROOT / "docs/schema/role-description-1.schema.json").read_text(encoding="utf-8"))
    for given in (POSTINGS[language] + CANARY, LOGS[language], {"sections": {"in_scope": [CANARY], "pay": None}}):
        report = ps.check_role(given, language=language)
        for shown in (None, "en", "fr"):
            jsonschema.validate(report.to_dict(shown), schema)
            assert CANARY not in report.to_json(shown) + report.to_sarif(shown, "a.txt") + repr(report)
        jsonschema.validate(json.loads(report._asked.json), request)
    log = json.loads(ps.check_role(POSTINGS[language]).to_sarif(language, "a.txt"))
    run = log["runs"][0]
    assert log["version"] == "2.1.0" and run["tool"]["driver"]["properties"]["role"] == "role-peer-supporter"
    assert any(r["ruleId"] == "DRIFT-001" and "suppressions" not in r for r in run["results"])
    assert any("suppressions" in r for r in run["results"])


@LANGUAGES
def test_a_suggested_description_keeps_what_is_there_and_proposes_the_rest(language):
    report = ps.check_role(POSTINGS[language])
    for shown in (None, "en", "fr"):
        draft = report.suggest(shown)
        tongue = shown or language
        assert draft.startswith("# ") and {"en": "*(proposed)*", "fr": "*(proposé)*"}[tongue] in draft
        assert next(str(f.instead.en if tongue == "en" else f.instead.fr) for f in report.drift if f.row == "drift-search-security") in draft
    assert {"en": "You facilitate a weekly peer support group.", "fr": "Vous animez un groupe d’entraide chaque semaine."}[language] in report.suggest()
    kept = [line for line in report.suggest().splitlines() if {"en": "search rooms", "fr": "fouillez les chambres"}[language] in line]
    assert not kept


@LANGUAGES
def test_screens_pages_and_notebooks_say_the_same(language):
    pytest.importorskip("jinja2")
    for given in (POSTINGS[language], LOGS[language], {"text": "<b>&", "out_of_scope": ["<i>"]}):
        report = ps.check_role(given, language=language)
        text, page = report.to_text(language), report.to_html(language=language)
        assert f'<html lang="{language}">' in page and "<script" not in page and "http" not in page.replace("http-equiv", "")
        assert 'class="peersupport-role"' in report._repr_html_()
        for f in report.drift:
            name = f.name.en if language == "en" else f.name.fr
            assert name.split()[0] in text and name.split()[0] in page
    assert "<b>&" not in page and "&lt;b&gt;&amp;" in page
    bare = ps.check_role(CANARY + " give medication", language="en").to_text("en", words=False)
    assert CANARY not in bare


def test_a_frame_has_one_row_a_finding():
    pytest.importorskip("pandas")
    report = ps.check_role(POSTINGS["en"])
    frame = report.to_pandas()
    assert len(frame) == len(report.all_drift) + len(report.conditional) + len(report.duties)
    assert set(frame["part"]) <= {"drift", "conditional", "duty"} and frame.attrs["peersupport.role"] == "role-peer-supporter"


def test_a_report_is_no_truth_value_and_is_not_pickled():
    report = ps.check_role("Tea.")
    with pytest.raises(TypeError):
        bool(report)
    with pytest.raises(TypeError):
        pickle.dumps(report)


# ---- arguments


@pytest.mark.parametrize("given, error", [
    (None, TypeError), (7, TypeError), (b"x", TypeError), ({}, TypeError), ({"text": 7}, TypeError), ({1: "x"}, TypeError),
    ({"pay": 7}, TypeError), ({"sections": {}, "pay": "x"}, TypeError), ({"activities": "x"}, TypeError),
])  # fmt: skip
def test_what_is_no_description_is_refused(given, error):
    with pytest.raises(error, match="check_role"):
        ps.check_role(given)


def test_every_wrong_row_is_told_by_its_place_without_a_word_of_it():
    with pytest.raises(ps.Error) as caught:
        ps.check_role([{"activity": CANARY, "minutes": "x"}, {"activity": 7}, CANARY, 7, {"activity": "a", "minutes": 1.5}])
    told = [(p.code, p.path) for p in caught.value.problems]
    assert told == [
        ("FIELD_TYPE", "/activities/0/minutes"), ("FIELD_TYPE", "/activities/1/activity"), ("FIELD_TYPE", "/activities/3"),
        ("FIELD_TYPE", "/activities/4/minutes"),
    ]  # fmt: skip
    assert CANARY not in str(caught.value) + repr(caught.value)
    for given in ({CANARY: "x"}, [{"activity": "x", "code": CANARY}], "\ud800" + CANARY, {"pay": "\ud800" + CANARY}):
        with pytest.raises(ps.Error) as caught:
            ps.check_role(given)
        assert CANARY not in str(caught.value) + repr(caught.value) + repr(caught.value.__context__)
    with pytest.raises(ps.Error) as caught:
        ps.check_role({"wrong": "x"})
    assert caught.value.code == "FIELD_UNKNOWN" and "peer_supervision" in str(caught.value)


def test_roles_and_languages_are_those_known():
    with pytest.raises(ps.Error) as caught:
        ps.check_role("x", role="boss")
    assert (caught.value.code, caught.value.path) == ("INVALID_ARGUMENT", "/role") and "peer-supporter" in str(caught.value)
    with pytest.raises(ps.Error):
        ps.check_role("x", language="de")
    with pytest.raises(TypeError, match="check_role"):
        ps.check_role("x", rules="pack.json")
    with pytest.raises(TypeError, match="check_role"):
        ps.check_role("x", overlay=7)
    with pytest.raises(TypeError, match="check_role"):
        ps.check_role("x", rules=[7])


def test_an_organization_brings_its_own_rules():
    said = {"title": "Badges", "message": "Badges are sorted.", "explanation": "Others do that.", "patterns": ["sort~v badges"], "bad": ["a", "b", "c"], "ok": ["d", "e", "f"]}
    pack = {"format": "peersupport-review-rules-1", "id": "ours", "version": "1.0.0", "rules": [
        {"id": "OURS-001", "category": "DRIFT", "severity": "warning", "sureness": "high", "row": "drift-clerical", "en": said}]}
    report = ps.check_role("You sort badges. You never sort badges.", language="en", rules=[pack])
    assert [f.polarity for f in report.all_drift if f.rule == "OURS-001"] == ["does", "does-not"]
    assert report.rules_digest != ps.check_role("x").rules_digest
