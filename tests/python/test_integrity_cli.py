# SPDX-License-Identifier: Apache-2.0
"""The command integrity: help, calls, files; and the whole way from answers to a page."""
from __future__ import annotations

import json
import re
from pathlib import Path

import peersupport as ps
import pytest
from conftest import ROOT
from integrity_cases import FULL, LANGUAGES, REGION
from peersupport import _core
from peersupport._integrity.profile import IntegrityProfile
from peersupport._publish import policy as policy_of

pytest.importorskip("duckdb")
CANARY = "Jane-Roe-424242"
EXAMPLES = ROOT / "examples/integrity"
BASE = ["integrity", str(ps.sample()), "--policy", "k11", "--collection", str(EXAMPLES / "collection.json")]


@pytest.fixture
def call(command):

    def run(*arguments: str, code: int = 0):
        shown = command(*arguments, code=code)
        assert "Traceback" not in shown.err and CANARY not in shown.out + shown.err
        return shown

    return run


@pytest.fixture
def given(monkeypatch):
    """A profile that is there already, in place of the engine; the arguments it was asked with."""
    asked: dict[str, object] = {}

    def engine(of: dict):
        def integrity(answers, **arguments):
            asked.update(arguments, answers=answers)
            return IntegrityProfile(json.dumps(of))

        monkeypatch.setattr("peersupport._integrity.assess.integrity", integrity)
        monkeypatch.setattr("peersupport._publish.policy", lambda id, **more: {"id": id, "audience": more["audience"]})
        return asked

    return engine


# ---- calls


@LANGUAGES
def test_help(golden, call, language):
    text = call("integrity", "--lang", language, "--help").out.rstrip("\n")
    golden(f"cli-help-integrity.{language}.txt", text)
    assert all(len(line) <= 80 for line in text.splitlines())


def test_policy_and_collection_have_no_default(call):
    told = call("integrity", "a.csv", code=2).err
    assert "--policy" in told and "--collection" in told
    assert "--policy" in call("integrity", "--lang", "fr", "a.csv", code=2).err


@LANGUAGES
def test_everything_wrong_with_a_call_is_said_at_once(call, language):
    asked = [*BASE[:2], "--policy", "k12", "--collection", str(EXAMPLES / "done.json"), "--cuts", "mine", "--period", "2025"]
    told = call("--lang", language, *asked, "--baseline", str(EXAMPLES / "done.json"), "--done", str(EXAMPLES / "process.json"), "--process", "nowhere.json", code=2).err
    assert told.count("done.json") == 2 and "FIELD_MISSING" not in told
    for place in ("--policy k12", "--cuts mine", "--period 2025", "--done ", "nowhere.json", "k5, k6, k10, k11", "proposed-2026", "--snapshot-out"):
        assert place in told, place
    assert "An argument" not in told and "politique" not in told
    told = call("integrity", "--lang", language, "a.csv", code=2).err
    assert "--policy k11" in told and "--collection" in told


@LANGUAGES
def test_options_are_named_with_what_there_is_to_choose_from(call, language):
    if not hasattr(_core, "assess_integrity"):
        pytest.skip("this build has no integrity engine")
    told = call("--lang", language, *BASE, "--wave", "1999", "--format", "json", code=2).err
    assert "--wave 1999" in told and "2025-h2" in told and "/wave" not in told
    told = call("--lang", language, *BASE, "--own-unit", "nowhere", "--format", "json", code=2).err
    assert "--own-unit nowhere" in told and "three-rivers" in told
    told = call("--lang", language, *BASE, "--worker", "who", "--stratifier", "zone", code=2).err
    assert "--worker who" in told and "--stratifier zone" in told


@LANGUAGES
def test_a_team_whose_size_nobody_knows(call, language):
    if not hasattr(_core, "assess_integrity"):
        pytest.skip("this build has no integrity engine")
    told = call("--lang", language, *BASE[:4], "--collection", "none", "--format", "json").err
    assert "--worker" in told and "workers" in told
    assert "--worker" not in call("--lang", language, *BASE, "--format", "json").err


def test_agreement_of_workers_is_for_the_team(call):
    assert "--audience team" in call(*BASE, "--workers-agreed", code=2).err


# ---- files


def test_one_service(call, given):
    pytest.importorskip("jinja2")
    pytest.importorskip("vl_convert")
    given(FULL)
    assert call(*BASE, "--out", "r.html").out == "1 file written: r.html\n"
    profile = IntegrityProfile(json.dumps(FULL))
    assert Path("r.html").read_text(encoding="utf-8") == profile.report()
    assert Path("r.html").stat().st_mode & 0o077 == 0
    assert call(*BASE, "--lang", "fr").out == profile.report(lang="fr")


def test_several_services(call, given):
    pytest.importorskip("jinja2")
    pytest.importorskip("vl_convert")
    given(REGION)
    assert "--unit" in call(*BASE, code=2).err and "dossier/" in call("--lang", "fr", *BASE, code=2).err
    assert call(*BASE, "--out", "pages/").out == "5 files written to pages\n"
    assert sorted(p.name for p in Path("pages").iterdir()) == ["birch-lane.html", "harbour.html", "maple-house.html", "region.html", "three-rivers.html"]
    assert "its own page only" in " ".join(call(*BASE, "--out", "pages/").err.split())
    assert "its own page only" not in " ".join(call(*BASE, "--unit", "harbour", "--out", "pages2/").err.split())
    assert [p.name for p in Path("pages2").iterdir()] == ["harbour.html"]
    told = call(*BASE, "--unit", "nowhere", "--out", "x.html", code=2).err
    assert "birch-lane, harbour" in told and not Path("x.html").exists()


def test_json_needs_no_drawing(call, given, monkeypatch):
    import sys

    for name in ("jinja2", "vl_convert"):
        monkeypatch.setitem(sys.modules, name, None)
    given(REGION)
    assert json.loads(call(*BASE, "--format", "json").out) == REGION
    call(*BASE, "--format", "json", "--out", "p.json")
    assert json.loads(Path("p.json").read_text(encoding="utf-8")) == REGION
    call(*BASE, "--format", "json", "--out", "folder/")
    assert Path("folder/integrity.json").is_file()


@LANGUAGES
def test_without_the_extra_the_message_says_what_to_install(call, given, monkeypatch, language):
    import sys

    pytest.importorskip("jinja2")
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    given(FULL)
    told = call("--lang", language, *BASE, "--out", "r.html", code=5).err
    assert 'pip install "peersupport[report]"' in told and not Path("r.html").exists()


def test_what_is_asked_reaches_the_engine(call, given):
    asked = given(FULL)
    call(*BASE, "--format", "json", "--wave", "2025-h2", "--cuts", "proposed-2026", "--audience", "partners", "--own-unit", "x", "--period", "2025-01-01/2026-01-01")
    assert asked["wave"] == "2025-h2" and asked["cuts"] == "proposed-2026" and asked["own_unit"] == "x"
    assert asked["policy"] == {"id": "k11", "audience": "partners"} and asked["period"] == "2025-01-01/2026-01-01"
    assert "unit" in asked["answers"].column_names and "hope-possibility" in asked["answers"].column_names


def test_answers_that_say_they_are_simulated_make_the_collection_so(call, given):
    asked = given(FULL)
    call(*BASE, "--format", "json")
    assert asked["collection"]["simulated"] is True
    call("integrity", str(ps.sample()), "--policy", "k11", "--collection", "none", "--format", "json")
    assert asked["collection"] == {"format": "peersupport-collection-1", "id": "simulated", "simulated": True}


def test_a_column_that_says_no_is_no_simulation(call, given):
    asked = given(FULL)
    head, *lines = Path(ps.sample()).read_text(encoding="utf-8").splitlines()[:20]
    place = head.split(",").index("simulated")
    for text in ("0", "False", "", "non", "N", " f "):
        rows = [",".join(text if n == place else c for n, c in enumerate(line.split(","))) for line in lines]
        Path("a.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
        call("integrity", "a.csv", "--policy", "k11", "--collection", "none", "--format", "json")
        assert asked["collection"] is None, text


@LANGUAGES
def test_wrong_cells_are_named_by_line_before_anything_is_counted(call, given, language):
    given(FULL)
    lines = Path(ps.sample()).read_text(encoding="utf-8").splitlines()[:4]
    cells = lines[2].split(",")
    cells[-1] = CANARY
    Path("a.csv").write_text("\n".join([*lines[:2], ",".join(cells), *lines[3:]]), encoding="utf-8")
    told = call("--lang", language, "integrity", "a.csv", "--policy", "k11", "--collection", "none", code=1).err
    assert "a.csv" in told and re.search(r"(line|row|ligne) 3", told)


def test_files_that_cannot_be_read(call):
    assert "no such file" in call("integrity", "none.csv", "--policy", "k11", "--collection", "none", code=3).err


# ---- the whole way


engine = pytest.mark.skipif(not hasattr(_core, "assess_integrity"), reason="this build has no integrity engine")


@engine
@LANGUAGES
def test_the_example_from_answers_to_a_page(call, language):
    pytest.importorskip("jinja2")
    pytest.importorskip("vl_convert")
    told = call(*BASE, "--wave", "2024-h2", "--format", "json", "--out", "b.json", "--snapshot-out", "baseline.json")
    assert "private" in told.err and Path("baseline.json").stat().st_mode & 0o077 == 0
    more = ["--baseline", "baseline.json", "--cuts", "proposed-2026", "--done", str(EXAMPLES / "done.json"), "--process", str(EXAMPLES / "process.json")]
    call("--lang", language, *BASE, *more, "--unit", "three-rivers", "--out", "r.html")
    text = Path("r.html").read_text(encoding="utf-8")
    assert len(text.encode()) < 400_000 and f'<html lang="{language}">' in text
    units = {"cedar-path", "harbour-light", "lakeview", "maple-corner", "north-star", "open-door", "quiet-shore", "stonebridge"}
    assert not any(unit in text for unit in units), "no other service is named"


@engine
def test_the_engine_keeps_to_the_schemas():
    jsonschema = pytest.importorskip("jsonschema")
    pandas = pytest.importorskip("pandas")
    answers = pandas.read_csv(ps.sample())
    found = ps.integrity(answers, policy=policy_of("k11", audience="public", definition=ps.definition), collection=EXAMPLES / "collection.json", cuts="proposed-2026")
    for name, document in (("integrity-profile-1", found.to_dict()), ("snapshot-1", found.snapshot().to_dict())):
        schema = json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8"))
        assert [f"{e.json_path}: {e.message[:80]}" for e in jsonschema.Draft202012Validator(schema).iter_errors(document)][:5] == []
    people = set(answers.person_id.dropna().astype(str)) | set(answers.response_id.astype(str))
    text = found.to_json()
    assert not any(f'"{p}"' in text for p in people)


@engine
def test_order_and_form_of_the_answers_do_not_matter():
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    policy, collection = policy_of("k11", audience="public", definition=ps.definition), EXAMPLES / "collection.json"
    answers = pandas.read_csv(ps.sample())
    first = ps.integrity(answers, policy=policy, collection=collection).to_json()
    assert ps.integrity(answers.iloc[::-1], policy=policy, collection=collection).to_json() == first
    assert ps.integrity(polars.read_csv(ps.sample()), policy=policy, collection=collection).to_json() == first
