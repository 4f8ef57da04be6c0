# SPDX-License-Identifier: Apache-2.0
"""Programs checked from Python and from the command line: the report for programs, and for people."""
from __future__ import annotations

import copy
import datetime
import importlib.util
import json
import pickle
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser

import peersupport as ps
import pytest
from programme_cases import CANARY, CLEAN, ENGLISH, LANGUAGES, SAMPLE, SUITE, later, sample


@pytest.fixture(scope="module")
def report():
    return ps.check_programme(SAMPLE, as_of="2017-12-31")


# ---- in


def test_a_path_text_bytes_and_a_mapping_give_the_same_report(report):
    text = SAMPLE.read_text(encoding="utf-8")
    for given in (str(SAMPLE), text, text.encode(), bytearray(text.encode()), sample()):
        assert ps.check_programme(given, as_of="2017-12-31") == report
    for day in (datetime.date(2017, 12, 31), datetime.datetime(2017, 12, 31, 23)):
        again = ps.check_programme(SAMPLE, as_of=day)
        assert again.to_json() == report.to_json() and hash(again) == hash(report)
    assert report != 1


def test_a_report_travels_to_other_processes(report):
    for again in (pickle.loads(pickle.dumps(report)), copy.copy(report), copy.deepcopy(report)):
        assert again == report and again.definition == report.definition and again.to_text() == report.to_text()


def test_the_day_has_no_default():
    with pytest.raises(TypeError, match="as_of"):
        ps.check_programme(SAMPLE)
    with pytest.raises(TypeError, match="YYYY-MM-DD"):
        ps.check_programme(SAMPLE, as_of=20171231)
    for day, code in (("2017-13-01", "DATE_OUT_OF_RANGE"), ("today", "DATE_MALFORMED"), ("2016-12-31", "DATE_OUT_OF_RANGE")):
        with pytest.raises(ps.Error) as told:
            ps.check_programme(SAMPLE, as_of=day)
        assert told.value.code == code


def test_a_day_before_the_period_is_told_as_such():
    with pytest.raises(ps.Error, match="as_of lies before the program's period, which begins on January 1, 2017"):
        ps.check_programme(SAMPLE, as_of="2016-12-31")
    with pytest.raises(ps.Error) as told:
        ps.check_programme(SAMPLE, as_of="2017-13-01")
    assert "period" not in str(told.value)


def test_what_came_later_is_left_out(report):
    early = ps.check_programme(SAMPLE, as_of="2017-06-30")
    assert early.period.end == datetime.date(2017, 6, 30) and early.as_of == early.period.end
    assert early.connections[0].parts[0].expected == 6 and report.connections[0].parts[0].expected == 12
    assert early.evaluation.impact_from is None and report.evaluation.impact_from is not None


def test_every_problem_of_a_file_is_told_at_once():
    of = sample()
    of["positions"][0]["role"] = CANARY
    of["positions"][1]["name"] = CANARY
    with pytest.raises(ps.Error) as told:
        ps.check_programme(of, as_of="2017-12-31")
    assert {p.path for p in told.value.problems} == {"/positions/0/role", "/positions/1/name"}
    assert all(p.offset for p in told.value.problems) and CANARY not in str(told.value)
    with pytest.raises(ps.Error, match="FILE_UNREADABLE"):
        ps.check_programme("no-such-file.json", as_of="2017-12-31")
    with pytest.raises(TypeError):
        ps.check_programme(3, as_of="2017-12-31")
    with pytest.raises(ps.Error, match="JSON_NOT_UTF8"):
        ps.check_programme('{"id": "\ud800"}', as_of="2017-12-31")


def test_guarded_entries_never_print_what_they_were_given():
    from peersupport import _core

    for call in (lambda: _core.check_programme(CANARY), lambda: _core.check_programme([CANARY], ps.definition, "x"), lambda: _core.make_text(CANARY)):
        with pytest.raises(TypeError) as told:
            call()
        assert CANARY not in str(told.value)


# ---- what it says


def test_the_sample_is_known_by_heart(report):
    assert report.programme == "lakeshore-network"
    assert report.definition_version == ps.definition.version and report.definition_digest == ps.definition.digest
    assert report.overlay is None and report.counts.positions == report.counts.filled + report.counts.vacant == 42
    assert report.counts.findings == (
        sum(f.need == "missing" for f in report.findings),
        sum(f.need == "check" for f in report.findings),
        sum(f.need == "say" for f in report.findings),
    )
    assert {f.rule for f in report.findings} == {
        "rule-meetings-rare", "rule-supervision-training-missing", "rule-core-element-uncovered", "rule-core-skills-late",
        "rule-position-vacant",
    }  # fmt: skip
    assert report.training.supervision == (10, 11) and report.evaluation.order == "integrity-first"
    assert [f.agency for f in report.funding if f.filled < f.positions] == ["one-door-intake"]
    assert report.system_leads == (2, 2, 2)
    assert [(e.core_element, e.agencies) for e in report.coverage[0].elements if not e.agencies] == [("core-social-activities", ())]


def test_a_finding_carries_its_row_its_place_and_its_numbers(report):
    rare = next(f for f in report.findings if f.rule == "rule-meetings-rare")
    row = ps.definition.find(rare.rule)
    assert (rare.need, rare.level, rare.change_ideas) == (row.need, row.level, row.change_ideas)
    assert rare.numbers["missed"] == 2 and rare.days == (datetime.date(2017, 7, 1), datetime.date(2017, 8, 1))
    where = sample()
    for step in rare.place.split("/")[1:]:
        where = where[int(step)] if isinstance(where, list) else where[step]
    assert where["id"] in rare.about
    with pytest.raises(TypeError):
        rare.numbers["missed"] = 0
    assert isinstance(rare.message, ps.Text) and rare.message.en != rare.message.fr
    assert "rule-meetings-rare" in repr(rare)


def test_every_path_starts_at_a_position_and_ends_at_its_table(report):
    positions = {p["id"] for p in sample()["positions"]}
    for path in report.paths:
        assert path.path[0] in positions and path.path[-1] == path.table and path.reached == 41 and not path.not_reached


def test_an_overlay_changes_a_limit(report):
    assert any(f.rule == "rule-position-vacant" for f in report.findings)
    ours = ps.check_programme(SAMPLE, as_of="2017-12-31", overlay=later(200))
    assert not any(f.rule == "rule-position-vacant" for f in ours.findings)
    assert ours.overlay.id == "our-network" and ours.definition_digest == report.definition_digest
    by_hand = ps.check_programme(SAMPLE, as_of="2017-12-31", definition=ps.definition.with_overlay(later(200)))
    assert by_hand == ours and "our-network 1.0.0" in ours.to_text()
    exported = ps.check_programme(SAMPLE, as_of="2017-12-31", definition=ps.definition.to_json())
    assert exported.findings == report.findings


def test_what_an_overlay_set_is_told_as_set_by_it(report):
    over = later(60)
    often = {"en": "Every two weeks", "fr": "Toutes les deux semaines"}
    over["replace"]["freq-peer-network"] = {"how_often": often, "every": 2, "unit": "week"}
    ours = ps.check_programme(SAMPLE, as_of="2017-12-31", overlay=over)
    for language, weeks, held, source, limit in (
        ("en", "no meeting in the 2 weeks from January 1, 2017, ", "Held against: every 2 weeks (set by our-network)",
         "Held against: every month (as in one region of Ontario; the source)", "Limit set by our-network."),
        ("fr", "aucune rencontre dans les 2 semaines à partir du 1er janvier 2017, du 29 ", "toutes les 2 semaines (fixé par our-network)",
         "tous les mois (comme dans une région de l'Ontario; la source)", "Seuil fixé par our-network."),
    ):  # fmt: skip
        for shown in (ours.to_text(language), ours.to_html(language)) if drawn() else (ours.to_text(language),):
            flat = " ".join(re.sub(r"\s", " ", shown).replace("&#39;", "'").replace("’", "'").split())
            for sentence in (weeks, held, source, limit):
                assert sentence in flat, sentence
    assert "This limit is our proposal." in report.to_text() and "Limit set by" not in report.to_text()
    rules = len(ps.definition["programme_rules"])
    flat = " ".join(ours.to_text().split())
    assert f"{rules - 1} of {rules} are our own proposals" in flat and "1 was set by the overlay our-network." in flat


def drawn() -> bool:
    return all(importlib.util.find_spec(name) for name in ("jinja2", "drawsvg"))


def test_names_stand_before_ids_and_the_report_stays_as_it_is(report):
    text = " ".join(report.to_text("en").split())
    assert text.startswith("Program check: Lakeshore Peer Support Network (lakeshore-network)")
    for told in ("Cedar Hospital, mental health unit (cedar-hospital)", "Lakeshore (lakeshore) Support groups"):
        assert told in text
    assert "Cedar" not in report.to_json()
    for given in (sample(), "\ufeff" + SAMPLE.read_text(encoding="utf-8")):
        assert ps.check_programme(given, as_of="2017-12-31").to_text("en") == report.to_text("en")
    of = sample()
    for row in (of, *of["regions"], *of["agencies"]):
        row.pop("name", None)
    assert ps.check_programme(of, as_of="2017-12-31").to_text().startswith("Program check: lakeshore-network\n")


@LANGUAGES
def test_who_sees_a_report_is_decided_together(report, language):
    ps.set_language(language)
    text = " ".join(report.to_text(language).split())
    care = ("Decide together who sees this page.", "Not for appraisal, discipline or pay.")
    if language == "fr":
        care = ("Décidez ensemble qui verra cette page.", "ni pour la discipline ou la paie.")
    shown = [text, report._repr_html_(), *([report.to_html(language)] if drawn() else [])]
    for sentence in care:
        assert [s.count(sentence) for s in shown] == [1] * len(shown)


def test_near_identical_findings_are_told_once_and_kinds_are_counted():
    of = sample()
    for row in of["positions"]:
        row["training"] = []
    made = ps.check_programme(of, as_of="2017-12-31")
    found = [f for f in made.findings if f.rule == "rule-core-skills-missing"]
    text = " ".join(made.to_text().split())
    assert f"And {len(found) - 1} more like this: pos-" in text and all(f.about[0] in text for f in found)
    missing = made.counts.findings.missing
    kinds = len({f.rule for f in made.findings if f.need == "missing"})
    assert f"{kinds} kinds of things are missing ({missing} places)" in text and kinds < missing
    assert f"{kinds} sortes de choses manquent ({missing} endroits)" in " ".join(made.to_text("fr").split())


def test_threads_get_the_same_bytes(report):
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: ps.check_programme(SAMPLE, as_of="2017-12-31"), range(32)))
        texts = set(pool.map(lambda i: made[i].to_text("fr" if i % 2 else "en"), range(32)))
    assert {m.to_json() for m in made} == {report.to_json()} and texts == {report.to_text("en"), report.to_text("fr")}


@pytest.mark.parametrize("file", sorted(SUITE.glob("[cf]*-*.json")), ids=lambda p: p.stem)
def test_programs_of_every_kind_can_be_told_in_both_languages(file):
    expected = json.loads((SUITE / "expected.json").read_text(encoding="utf-8"))[file.name]
    made = ps.check_programme(file, as_of=expected["as_of"])
    for language in ("en", "fr"):
        text = made.to_text(language)
        assert all(len(line) <= 80 or " " not in line.strip() for line in text.splitlines())
        assert not re.search(r"\bNone\b(?! of)", text) and "{" not in text
        if language == "fr":
            free = re.sub(r"[\w-]*[-0-9][\w-]*|«[^»]*»", "", text)
            names = re.findall(r"    .* \(", text)
            assert not ENGLISH.search(re.sub("|".join(map(re.escape, names)) or "$^", "", free)), text


# ---- out


def test_json_and_dict_are_the_report(report):
    assert json.loads(report.to_json()) == report.to_dict()
    report.to_dict()["findings"].clear()
    assert report.findings and report.to_dict()["findings"]
    assert report.to_dict()["format"] == "peersupport-programme-report-1"


def test_a_frame_has_one_row_a_finding(report):
    pytest.importorskip("pandas")
    frame = report.to_pandas()
    assert len(frame) == len(report.findings) and list(frame["rule"]) == [f.rule for f in report.findings]
    assert list(frame.groupby("need").size().items()) == [("check", 1), ("missing", 3), ("say", 1)]
    assert frame.attrs["peersupport.definition_digest"] == ps.definition.digest
    assert frame["gap"].isna().sum() == sum(f.gap is None for f in report.findings)
    none = ps.check_programme(CLEAN, as_of="2026-06-30").to_pandas()
    assert len(none) == 0 and list(none.columns) == list(frame.columns)


@LANGUAGES
def test_text(golden, report, language):
    text = report.to_text(language)
    golden(f"programme-lakeshore.{language}.txt", text.replace(report.definition_digest[:12], "<digest>").rstrip("\n"))
    ps.set_language(language)
    assert report.to_text() == text
    assert all(len(line) <= 60 for line in report.to_text(width=60).splitlines())
    with pytest.raises(ValueError, match="language"):
        report.to_text("de")


def test_a_program_without_findings_says_so():
    clean = ps.check_programme(CLEAN, as_of="2026-06-30")
    assert not clean.findings and "every rule that was applied is met" in clean.to_text()


def test_repr(report):
    assert repr(report).startswith("<ProgrammeReport lakeshore-network, 2017-12-31: 3 missing, 1 to look at")


class Loads(HTMLParser):
    """What a page would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("script", "link", "img", "iframe", "object", "embed", "base", "image", "use", "video", "audio"):
            self.found.append(tag)
        self.found += [v for k, v in given.items() if k in ("src", "srcset", "data", "style", "onclick") and v and "width" not in v]
        self.ids += [given["id"]] if given.get("id") else []
        if tag == "a" and (href := given["href"]).startswith("#"):
            self.targets.append(href[1:])


@LANGUAGES
def test_the_page_is_valid_and_needs_nothing_else(report, language):
    for needed in ("jinja2", "drawsvg"):
        pytest.importorskip(needed)
    page = report.to_html(language)
    parser = Loads()
    parser.feed(page)
    assert not parser.found and "url(" not in page and "@import" not in page
    assert len(parser.ids) == len(set(parser.ids)) and set(parser.targets) <= set(parser.ids)
    assert f'<html lang="{language}">' in page and page.count("<h1") == 1
    html5lib = pytest.importorskip("html5lib")
    html5lib.HTMLParser(strict=True).parse(page)
    headings = [int(n) for n in re.findall(r"<h([1-6])", page)]
    assert all(b - a <= 1 for a, b in zip(headings, headings[1:]))
    for f in report.findings:
        assert f.rule in page
    assert report.definition_digest in page and report.definition_version in page
    if language == "fr":
        seen = re.sub(r"<style>.*?</style>|<code[^>]*>.*?</code>|<[^>]+>|[\w-]+-[\w-]+", " ", page, flags=re.DOTALL)
        assert not ENGLISH.search(seen), ENGLISH.search(seen)


def test_names_in_a_page_are_text():
    pytest.importorskip("jinja2")
    pytest.importorskip("drawsvg")
    of = sample()
    of["networks"][0]["name"] = {"en": "<script>x</script>", "fr": "<img src=x>"}
    made = ps.check_programme(of, as_of="2017-12-31")
    for shown in (made.to_html("en"), made.to_html("fr"), made._repr_html_()):
        assert "<script" not in shown and "<img" not in shown


def test_a_notebook_shows_a_picture_and_tables_or_tables_alone(report):
    pytest.importorskip("drawsvg")
    shown = report._repr_html_()
    assert "<svg" in shown and "<table" in shown and "sup-09" in shown
    code = f"""
import sys
for name in ("drawsvg", "jinja2", "pandas"): sys.modules[name] = None
import peersupport as ps
made = ps.check_programme({str(SAMPLE)!r}, as_of="2017-12-31")
shown = made._repr_html_()
assert "<svg" not in shown and shown.count("<table") == 4 and "sup-09" in shown
assert made.to_text() and made.to_json()
from peersupport._cli import main
assert main(["check-programme", {str(SAMPLE)!r}, "--as-of", "2017-12-31"]) == 0
assert main(["check-programme", {str(SAMPLE)!r}, "--as-of", "2017-12-31", "--format", "html"]) == 5
try: made.svg()
except ModuleNotFoundError as missing: assert missing.name == "drawsvg"
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and 'pip install "peersupport[report]"' in done.stderr, done.stderr
