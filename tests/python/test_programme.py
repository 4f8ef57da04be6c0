# SPDX-License-Identifier: Apache-2.0
"""Programs checked from Python and from the command line: the report for programs, and for people."""
from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

import peersupport as ps
import pytest
from conftest import ROOT
from peersupport._cli import main

SAMPLE = ROOT / "examples/programme/lakeshore-network.json"
CLEAN = ROOT / "examples/programme/clean-network.json"
SUITE = ROOT / "tests/definition/programmes"
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])
ENGLISH = re.compile(r"\b(the|missing|meeting|position|agency|and|has|is|not|joined|with|which)\b", re.IGNORECASE)
CANARY = "Jane-Roe-424242"


@pytest.fixture(scope="module")
def report():
    return ps.check_programme(SAMPLE, as_of="2017-12-31")


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


# ---- in


def test_a_path_text_bytes_and_a_mapping_give_the_same_report(report):
    text = SAMPLE.read_text(encoding="utf-8")
    for given in (str(SAMPLE), text, text.encode(), bytearray(text.encode()), sample()):
        assert ps.check_programme(given, as_of="2017-12-31") == report
    for day in (datetime.date(2017, 12, 31), datetime.datetime(2017, 12, 31, 23)):
        again = ps.check_programme(SAMPLE, as_of=day)
        assert again.to_json() == report.to_json() and hash(again) == hash(report)
    assert report != 1


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
    with pytest.raises(ps.Error, match="as_of lies before the program's period"):
        ps.check_programme(SAMPLE, as_of="2016-12-31")


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


# ---- command line


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str, code: int = 0) -> str:
        try:
            found = main(list(arguments))
        except SystemExit as stop:
            found = int(str(stop.code or 0))
        shown = capsys.readouterr()
        assert found == code, shown.err
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
    assert "before the program's period" in call("check-programme", str(SAMPLE), "--as-of", "2016-01-01", code=2)
    assert "no such file" in call("check-programme", "none.json", "--as-of", "2017-12-31", code=3)
    assert "does not exist" in call("check-programme", str(SAMPLE), "--as-of", "2017-12-31", "--out", "no/r.txt", code=3)
    Path("r.txt").mkdir()
    assert "This is a folder" in call("check-programme", str(SAMPLE), "--as-of", "2017-12-31", "--out", "r.txt", code=3)


@LANGUAGES
def test_help(golden, call, language):
    text = call("check-programme", "--lang", language, "--help")
    golden(f"cli-help-check-programme.{language}.txt", text.rstrip("\n"))
    assert all(len(line) <= 80 for line in text.splitlines())
