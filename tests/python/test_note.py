# SPDX-License-Identifier: Apache-2.0
"""Notes checked from Python: places in every unit, the same bytes for the same call, and arguments."""
from __future__ import annotations

import copy
import datetime
import json
import pickle
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import peersupport as ps
import pytest
from note_cases import CANARY, LANGUAGES, TEXTS, chain, check, ours, pack

# ---- places


@pytest.mark.parametrize("before", ["", "😀 ", "Çà et là, 👩‍🦽 été… ", "e\u0301t\u0301 ", "line one\nline two\r\n\ttab ", "\u00a0“ ", "漢字かな "])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_places_count_in_code_points_bytes_and_utf_16(before, form):
    text = unicodedata.normalize(form, f"{before}The zorbel é 😀 was wimblé, the zorbel.")
    found = ours(check(text, language="en"))
    assert [f.rule for f in found] == ["OURS-001", "OURS-002", "OURS-001"]
    for f, word in zip(found, ("zorbel", "wimblé", "zorbel")):
        word = unicodedata.normalize(form, word)
        assert text[f.start : f.end] == word
        assert text.encode()[f.byte_start : f.byte_end] == word.encode()
        units = text.encode("utf-16-le")
        assert units[2 * f.utf16_start : 2 * f.utf16_end] == word.encode("utf-16-le")
        line = text[: f.start].count("\n") + 1
        assert f.line == f.end_line == line and f.column == f.start - (text.rfind("\n", 0, f.start) + 1) + 1
        assert f.end_column == f.column + len(word)


@LANGUAGES
def test_both_forms_of_an_accent_give_the_same_findings(language):
    composed, apart = (check(unicodedata.normalize(form, TEXTS[language])) for form in ("NFC", "NFD"))

    def told(report):
        return [(f.rule, f.severity, f.suppressed_by, f.context, f.fingerprint) for f in report.findings]

    assert told(composed) == told(apart) and ours(composed)
    assert [e.state for e in composed.elements] == [e.state for e in apart.elements]


@LANGUAGES
def test_checking_twice_gives_the_same_bytes_in_every_thread(language):
    first = check(TEXTS[language])
    with ThreadPoolExecutor(4) as pool:
        others = list(pool.map(lambda _: check(TEXTS[language]), range(16)))
    for shown in (None, "en", "fr"):
        assert {r.to_json(shown) for r in others} == {first.to_json(shown)}
        assert {r.to_sarif(shown) for r in others} == {first.to_sarif(shown)}
    assert all(r == first and hash(r) == hash(first) for r in others) and first != check("x") and first != 1


@LANGUAGES
def test_a_sentence_about_something_else_changes_no_other_finding(language):
    more = {"en": " The bus was late and we laughed about the rain.", "fr": " L’autobus était en retard et on a ri de la pluie."}
    plain, longer = check(TEXTS[language]), check(TEXTS[language] + more[language])
    assert ours(plain) == ours(longer)
    ahead = check(more[language].strip() + " " + TEXTS[language], language=language)
    assert [f.fingerprint for f in ours(ahead)] == [f.fingerprint for f in ours(plain)]


# ---- what it says


@LANGUAGES
def test_a_report_says_what_was_looked_at_and_found(language):
    report = check(TEXTS[language])
    assert (report.language, report.kind, report.late, report.profile) == (language, "individual", False, "person-led")
    assert check(TEXTS[language], kind="late").late
    assert len(report.rules_digest) == 64 and report.rules_digest != ps.check_note(TEXTS[language]).rules_digest
    weight = [f for f in report.findings if f.suppressed_by is None]
    assert list(report) == weight and len(report) == len(weight)
    assert report.counts == tuple(sum(f.severity == s for f in weight) for s in ("error", "warning", "info"))
    one, two, quoted, three = ours(report)
    assert (one.severity, two.severity, three.severity) == ("error", "warning", "info")
    assert quoted.suppressed_by == "quotation" and "persons-words" in quoted.context
    assert (one.title.en, one.title.fr, str(one.title)) == ("A zorbel", "Un zorbel", "A zorbel")
    assert one.suggestions[0] == {"en": "a neighbour", "fr": "une voisine"}[language]
    assert one.values == ("dignity-respect-inclusion",) and one.guidelines[1] == "our-own-guideline"
    ps.set_language("fr")
    assert str(one.message) == "Traite une personne de zorbel."


def test_values_are_frozen():
    report = check(TEXTS["en"])
    for value in (report.findings[0], report.elements[0]):
        with pytest.raises(AttributeError):
            value.rule = "x"
    assert isinstance(report.findings, tuple) and isinstance(report.findings[0].suggestions, tuple)


def test_elements_know_what_shows_them():
    report = ps.check_note("She said: “I will call my sister.”", fields={"service_date": "2026-05-04", "next_step": "She calls her sister."})
    by_field = {e.field: e for e in report.elements if e.state == "present"}
    assert "service_date" in by_field and {e.state for e in report.elements} == {"present", "missing", "not-asked"}
    missing = {f.rule for f in report.findings if f.kind == "absent"}
    assert missing == {e.rule for e in report.elements if e.state == "missing"}
    shown = [e for e in report.elements if e.field == "text"]
    assert all(0 <= e.start < e.end <= 34 for e in shown)


def test_fields_are_read_and_their_places_count_in_them():
    report = check("We met.", fields={"next_step": "The zorbel calls.", "mode": None, "goal": ""})
    (one,) = ours(report)
    assert one.field == "next_step" and "The zorbel calls."[one.start : one.end] == "zorbel"
    assert ours(check(fields={"goal": "A zorbel."}))[0].field == "goal"


def test_a_field_may_be_a_yes_a_no_or_a_list():
    report = check("We met.", fields={"reviewed_together": True, "first_contact": False, "people_present": ["the zorbel", "Bo"], "goal": ("a", "plonk")})
    assert report == check("We met.", fields={"reviewed_together": "yes", "first_contact": "no", "people_present": "the zorbel, Bo", "goal": "a, plonk"})


def test_kind_and_language_can_be_said():
    assert check(TEXTS["fr"], language="en").language == "en"
    assert {k: check("x", kind=k).kind for k in ("group", "crisis", "late", "minimal")} == {k: k for k in ("group", "crisis", "late", "minimal")}


def test_a_report_is_neither_true_nor_false():
    with pytest.raises(TypeError, match=r"len\(report\)"):
        bool(check("x"))


def test_a_report_is_not_pickled_and_a_copy_is_itself():
    report = check(TEXTS["en"])
    with pytest.raises(TypeError, match="to_json"):
        pickle.dumps(report)
    assert copy.copy(report) is report and copy.deepcopy(report) is report


# ---- arguments


def test_packs_may_be_paths_text_bytes_or_mappings(tmp_path):
    path = tmp_path / "ours.json"
    path.write_text(json.dumps(pack()), encoding="utf-8")
    for given in (path, str(path), path.read_bytes(), path.read_text(encoding="utf-8"), bytearray(path.read_bytes()), pack()):
        assert len(ours(ps.check_note(TEXTS["en"], rules=[given]))) == 4
    assert not ours(ps.check_note(TEXTS["en"]))


def test_the_same_packs_are_made_ready_once():
    from peersupport._note import engine

    check("x")
    before = engine.rules_of.cache_info().misses
    for _ in range(3):
        check("y")
    assert engine.rules_of.cache_info().misses == before


def test_what_is_wrong_in_a_pack_is_told_with_its_place(tmp_path):
    wrong = pack()
    del wrong["rules"][1]["severity"]
    with pytest.raises(ps.Error) as told:
        ps.check_note("x", rules=[pack(), wrong])
    assert told.value.code == "FIELD_MISSING" and told.value.path == "/rules/1/rules/1/severity"
    path = tmp_path / "ours.json"
    path.write_text(json.dumps(wrong), encoding="utf-8")
    with pytest.raises(ps.Error) as told:
        ps.check_note("x", rules=[path])
    assert told.value.problems[0].file == str(path) and told.value.path == "/rules/1/severity"
    with pytest.raises(ps.Error, match="ID_DUPLICATE"):
        ps.check_note("x", rules=[pack(), {**pack(), "id": "again"}])


def test_a_pack_may_bring_a_profile_and_the_report_says_who_adopted_it():
    both = {"en": "Ours", "fr": "Le nôtre"}
    profile = {
        "id": "ours", "extends": "person-led", "name": both, "description": both,
        "adopted_by": {"en": "our team", "fr": "notre équipe"},
        "changes": [{"rule": "OURS-003", "change": "off", "why": both}, {"rule": "OURS-002", "change": "error", "why": both}],
    }  # fmt: skip
    report = ps.check_note(TEXTS["en"], rules=[{**pack(), "profiles": [profile]}], profile="ours")
    assert [(f.severity, f.suppressed_by) for f in ours(report)] == [("error", None), ("error", None), ("info", "quotation"), ("info", "profile")]
    assert "this profile does not ask about it (OURS-003)" in report.to_text()
    pytest.importorskip("jinja2")
    assert "Profile: Ours (ours); adopted by: our team." in report.to_html()
    assert "Profil : Le nôtre (ours); adopté par : notre équipe." in report.to_html(language="fr").replace("\u00a0", " ")


def test_an_overlay_brings_its_own_words_for_values():
    over = {
        "format": "peersupport-overlay-1", "id": "our-network", "version": "1.0.0",
        "organization": {"en": "Our network", "fr": "Notre réseau"}, "base": {"version": ps.definition.version},
    }  # fmt: skip
    report = check("A zorbel.", overlay=over)
    assert report.definition.overlay.id == "our-network" and ours(report)
    with pytest.raises(ps.Error):
        check("x", overlay={"format": "peersupport-overlay-1"})


@pytest.mark.parametrize("now", ["2026-06-30", "2026-06-30T14:00", datetime.date(2026, 6, 30), datetime.datetime(2026, 6, 30, 14)])
def test_the_time_may_be_text_a_date_or_a_datetime(now):
    assert check("A zorbel.", now=now).to_json() == check("A zorbel.").to_json()


WRONG = [
    ("text", lambda: ps.check_note([CANARY])),
    ("text", lambda: ps.check_note(CANARY.encode())),
    ("text or fields", lambda: ps.check_note()),
    ("fields", lambda: ps.check_note("x", fields=[CANARY])),
    ("names of fields", lambda: ps.check_note("x", fields={(CANARY,): "x"})),
    ("field goal", lambda: ps.check_note("x", fields={"goal": [CANARY, 3]})),
    ("field goal", lambda: ps.check_note("x", fields={"goal": {CANARY: 3}})),
    ("language", lambda: ps.check_note("x", language=[CANARY])),
    ("kind", lambda: ps.check_note("x", kind=(CANARY,))),
    ("profile", lambda: ps.check_note("x", profile=None)),
    ("rules", lambda: ps.check_note("x", rules=CANARY)),
    ("rules", lambda: ps.check_note("x", rules={"text": CANARY})),
    ("rules/0", lambda: ps.check_note("x", rules=[[CANARY]])),
    ("baseline", lambda: ps.check_note("x", baseline=[CANARY])),
    ("overlay", lambda: ps.check_note("x", overlay=[CANARY])),
    ("now", lambda: ps.check_note("x", now=[CANARY])),
]


@pytest.mark.parametrize("name, call", WRONG, ids=range(len(WRONG)))
def test_wrong_types_name_the_argument_and_never_its_content(name, call):
    with pytest.raises(TypeError, match=name) as told:
        call()
    assert CANARY not in chain(told.value)


REFUSED = [
    ("JSON_NOT_UTF8", "/text", lambda: ps.check_note(f"{CANARY} \ud800")),
    ("JSON_NOT_UTF8", "/fields/goal", lambda: ps.check_note("x", fields={"goal": f"{CANARY} \udfff"})),
    ("TOO_LARGE", "/text", lambda: ps.check_note(CANARY * 60_000)),
    ("TOO_LARGE", "/fields/goal", lambda: ps.check_note("x", fields={"goal": CANARY * 60_000})),
    ("FIELD_UNKNOWN", "/fields", lambda: ps.check_note(CANARY, fields={CANARY: CANARY})),
    ("INVALID_ARGUMENT", "/language", lambda: ps.check_note(CANARY, language=CANARY)),
    ("INVALID_ARGUMENT", "/kind", lambda: ps.check_note(CANARY, kind=CANARY)),
    ("INVALID_ARGUMENT", "/profile", lambda: ps.check_note(CANARY, profile=CANARY)),
    ("FILE_UNREADABLE", "/baseline", lambda: ps.check_note(CANARY, baseline=CANARY)),
    ("FILE_UNREADABLE", "/rules/0", lambda: ps.check_note(CANARY, rules=[f"{CANARY}\n.json"])),
    ("FILE_UNREADABLE", "/overlay", lambda: ps.check_note(CANARY, overlay=CANARY)),
    ("DATE_MALFORMED", None, lambda: ps.check_note(CANARY, now=CANARY)),
]


@LANGUAGES
@pytest.mark.parametrize("code, path, call", REFUSED, ids=[f"{r[0]}-{r[1]}" for r in REFUSED])
def test_refusals_say_where_and_never_what(code, path, call, language):
    ps.set_language(language)
    with pytest.raises(ps.Error) as told:
        call()
    assert told.value.code == code and path in (None, told.value.path)
    assert CANARY not in chain(told.value)


def test_what_there_is_to_choose_from_is_told():
    for name, known in (("kind", "individual, group"), ("profile", "person-led"), ("language", "auto, en, fr")):
        with pytest.raises(ps.Error, match=known):
            ps.check_note("x", **{name: "no"})
    with pytest.raises(ps.Error, match="service_date, start"):
        ps.check_note("x", fields={"no": "x"})


def test_no_text_of_a_note_stands_in_what_is_meant_for_programs():
    note = f"{CANARY} is a zorbel, the {CANARY} said."
    report = check(note, fields={"goal": f"{CANARY} the zorbel"})
    told = [
        repr(report), str(report), report.to_json("en"), report.to_json("fr"), report.to_sarif(uri="note.txt"),
        repr(report.to_lsp()), repr(report.to_lsp(field="goal")), repr(report.findings), repr(report.elements), repr(report.counts),
        json.dumps(report.baseline("a team", "a reason")), report.to_text(words=False), report.to_text("fr", words=False),
    ]  # fmt: skip
    assert not any(CANARY in each for each in told)
    assert CANARY in report.to_text() and CANARY in report._repr_html_()


def test_repr_counts_and_no_more():
    report = check(TEXTS["en"])
    lacks = sum(f.kind == "absent" for f in report)
    places = len(report) - lacks
    assert repr(report).startswith(f"<NoteReport en, individual, person-led: {places} place")
    assert f"{lacks} element" in repr(report) and len(repr(report)) < 160


def test_no_file_is_written_by_a_check(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    check(TEXTS["en"]).to_text()
    assert not list(Path(tmp_path).iterdir())
