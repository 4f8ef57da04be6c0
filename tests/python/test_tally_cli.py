# SPDX-License-Identifier: Apache-2.0
"""The commands tally, merge and publish: counts travel, answers stay, and nobody can be found in what is printed."""
from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import peersupport as ps
import pytest
from conftest import ROOT
from integrity_cases import LANGUAGES
from peersupport import _core

pytest.importorskip("duckdb")
pytest.importorskip("numpy")
EXAMPLES = ROOT / "examples/integrity"
COLLECTION = str(EXAMPLES / "collection.json")
SECRET = "a secret that all of them share"
RELEASE = ["--policy", "k11", "--audience", "partners", "--collection", COLLECTION]


@pytest.fixture
def agencies(command):
    """Two files of answers, one for each part of the services; the secret; the ids that must not be printed."""
    lines = Path(ps.sample()).read_text(encoding="utf-8").splitlines()
    place = lines[0].split(",").index("unit")
    units = sorted({line.split(",")[place] for line in lines[1:]})
    for name, there in (("north", units[:4]), ("south", units[4:])):
        rows = [line for line in lines[1:] if line.split(",")[place] in there]
        Path(f"{name}.csv").write_text("\n".join([lines[0], *rows]) + "\n", encoding="utf-8")
    Path("secret.txt").write_text(SECRET + "\n", encoding="utf-8")
    ids = {cell for line in lines[1:] for cell in line.split(",")[:2] if cell}

    def call(*arguments: str, code: int = 0):
        shown = command(*arguments, code=code)
        told = shown.out + shown.err
        assert "Traceback" not in told and SECRET not in told
        assert not any(id in told for id in ids)
        return shown

    return call


@pytest.fixture
def region(agencies):
    for name in ("north", "south"):
        agencies("tally", f"{name}.csv", "--shard", name, "--key-file", "secret.txt", "--out", f"{name}.tally")
    agencies("merge", "north.tally", "south.tally", "--out", "region.tally")
    return agencies


# ---- help and calls


@LANGUAGES
def test_help(golden, agencies, language):
    texts = []
    for name in ("tally", "merge", "publish"):
        text = agencies(name, "--lang", language, "--help").out.rstrip("\n")
        assert all(len(line) <= 80 for line in text.splitlines()), [x for x in text.splitlines() if len(x) > 80]
        texts.append(text)
    golden(f"cli-help-tally.{language}.txt", "\n\n=====\n".join(texts))


@LANGUAGES
def test_what_a_file_holds_is_said_before_it_leaves(golden, agencies, language):
    told = agencies("--lang", language, "tally", "north.csv", "--shard", "north", "--key-file", "secret.txt", "--out", "n.tally")
    assert told.out == ""
    golden(f"cli-tally.{language}.txt", told.err.rstrip("\n"))
    assert ("renseignements personnels" if language == "fr" else "personal information") in " ".join(told.err.split())


def test_calls_that_are_wrong(agencies):
    base = ["tally", "north.csv", "--shard", "n", "--out", "n.tally"]
    assert "--key-file" in agencies(*base, code=2).err
    Path("short").write_text("abc", encoding="utf-8")
    assert "16" in agencies(*base, "--key-file", "short", code=2).err
    agencies(*base, "--key-file", "nowhere", code=3)
    assert ".tally" in agencies("tally", "north.csv", "--shard", "n", "--out", "n.bin", "--person", "none", code=2).err
    agencies("tally", "north.csv", "--out", "n.tally", code=2)
    agencies("merge", "north.csv", "--out", "n.tally", code=2)
    agencies("merge", "nowhere.tally", "--out", "n.tally", code=3)
    assert not Path("n.tally").exists()
    told = agencies(*base, "--key-file", "none").err
    assert "Without a secret" in told and Path("n.tally").exists()


def test_files_are_private(region):
    assert all(Path(f"{n}.tally").stat().st_mode & 0o077 == 0 for n in ("north", "south", "region"))


# ---- counts


def test_merging_is_counting_together(region):
    frame = pytest.importorskip("pandas").read_csv(ps.sample(), dtype={"wave": str})
    whole = ps.tally(frame, shard="x", person="person_id", key=SECRET)
    made = ps.Tally.from_bytes(Path("region.tally").read_bytes())
    assert made.cells.columns == whole.cells.columns and made.shards == 2
    region("merge", "south.tally", "north.tally", "--out", "other.tally")
    assert Path("other.tally").read_bytes() == Path("region.tally").read_bytes()


def test_without_people_the_files_are_streamed(agencies):
    agencies("tally", "north.csv", "--shard", "n", "--person", "none", "--out", "n.tally")
    frame = pytest.importorskip("pandas").read_csv("north.csv", dtype={"wave": str})
    assert Path("n.tally").read_bytes() == ps.tally(frame, shard="n").to_bytes()


def test_waves_from_a_file(agencies):
    waves = [{"id": "late", "from": "2025-01-01", "to": "2027-01-01"}]
    Path("waves.json").write_text(json.dumps({"waves": waves}), encoding="utf-8")
    agencies("tally", "north.csv", "--shard", "n", "--person", "none", "--waves", "waves.json", "--out", "n.tally")
    assert set(ps.Tally.from_bytes(Path("n.tally").read_bytes()).cells.columns["wave"]) == {"late"}
    Path("waves.json").write_text('{"waves": 3}', encoding="utf-8")
    agencies("tally", "north.csv", "--shard", "n", "--person", "none", "--waves", "waves.json", "--out", "m.tally", code=4)


@LANGUAGES
def test_nothing_counts_twice(region, language):
    before = Path("region.tally").read_bytes()
    told = region("--lang", language, "merge", "region.tally", "north.tally", "--out", "region.tally", code=1).err
    assert "SHARD_REPEATED" in told and "north.tally" in told
    region("tally", "north.csv", "--shard", "again", "--key-file", "secret.txt", "--out", "again.tally")
    assert "PERSON_REPEATED" in region("merge", "region.tally", "again.tally", "--out", "region.tally", code=1).err
    region("tally", "south.csv", "--shard", "s", "--person", "none", "--out", "s.tally")
    assert "TALLY_OTHER" in region("merge", "north.tally", "s.tally", "--out", "region.tally", code=1).err
    assert Path("region.tally").read_bytes() == before


def test_damaged_files_are_named(region):
    data = bytearray(Path("north.tally").read_bytes())
    data[200] ^= 1
    Path("bad.tally").write_bytes(data)
    told = region("merge", "bad.tally", "south.tally", "--out", "x.tally", code=1).err
    assert "bad.tally" in told and "TALLY_MALFORMED" in told and "line" not in told
    Path("empty.tally").write_bytes(b"")
    assert "empty.tally" in region("merge", "empty.tally", "--out", "x.tally", code=1).err


def test_wrong_cells_are_named_by_file_and_line(agencies):
    lines = Path("north.csv").read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2].rsplit(",", 1)[0] + ",4242"
    Path("wrong.csv").write_text("\n".join(lines), encoding="utf-8")
    base = ["tally", "wrong.csv", "--shard", "w", "--key-file", "secret.txt", "--out", "w.tally"]
    told = agencies(*base, code=1).err
    assert "wrong.csv" in told and "3" in told and "4242" not in told and not Path("w.tally").exists()
    agencies(*base, "--invalid", "mark")
    assert Path("w.tally").exists()


# ---- publish


def test_figures_in_three_kinds_of_file(region):
    told = region("publish", "region.tally", *RELEASE, "--by", "unit", "--by", "none", "--out", "f.csv")
    assert "ledger" in told.err
    rows = list(csv.DictReader(Path("f.csv").read_text(encoding="utf-8").splitlines()))
    assert {row["shown"] for row in rows} == {"true", "false"}
    assert all(int(row["people"]) >= 11 or row["people"] == "0" for row in rows if row["shown"] == "true")
    assert all(row["people"] == row["mean"] == "" for row in rows if row["shown"] == "false")
    region("publish", "north.tally", "south.tally", *RELEASE, "--by", "unit", "--by", "none", "--out", "f.json")
    figures = ps._publish.Published.from_json(Path("f.json").read_text(encoding="utf-8"))
    assert len(figures.rows) == len(rows) and sum(r["shown"] for r in figures.rows) == sum(r["shown"] == "true" for r in rows)
    assert "hidden" in region("publish", "region.tally", *RELEASE).out


@LANGUAGES
def test_the_page_reads_like_the_report(region, language):
    pytest.importorskip("jinja2")
    asked = ["--lang", language, "publish", "region.tally", *RELEASE, "--by", "unit", "--by", "none", "--out", "f.html"]
    region(*asked)
    text = Path("f.html").read_text(encoding="utf-8")
    tree = pytest.importorskip("html5lib").HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    ids = ("peer-supporter", "hope-and-recovery", "self-determination", "integrity-survey")
    assert not any(id in text for id in ids), "names, not ids"
    assert f'<html lang="{language}">' in text and "http" not in text and "prefers-color-scheme: dark" in text
    warnings = ["simulated-data", "not-for-appraisal", "not-validated", "not-co-produced"]
    told = " ".join(text.replace("’", "'").split())
    for id in warnings:
        assert getattr(ps.definition.find(f"msg-{id}")["text"], language) in told, id
    values = {getattr(s.name, language).replace("'", "’") for s in ps.instrument("integrity-survey").scales}
    for table in tree.iter("table"):
        assert {th.text for th in table.iter("th") if th.get("scope") == "row"} <= values | {"All values", "Toutes les valeurs"}
        head = [th.text for th in table.find("thead").iter("th")]
        assert len(head) == 3 and all(head)
        groups = [th.text for th in table.iter("th") if th.get("scope") == "rowgroup"]
        assert groups[0].startswith("Personnes qui reçoivent" if language == "fr" else "People who receive")
    hidden = "Rien n’est montré ici" if language == "fr" else "Nothing is shown here"
    shown = sum(1 for section in tree.iter("section") if any(True for _ in section.iter("table")))
    assert shown + text.count(hidden) == 10, "every service, and all together"


def test_a_page_says_simulated_only_where_that_is_known(region):
    pytest.importorskip("jinja2")
    lines = Path("north.csv").read_text(encoding="utf-8").splitlines()
    place = lines[0].split(",").index("simulated")
    Path("real.csv").write_text("\n".join(",".join(c for n, c in enumerate(line.split(",")) if n != place) for line in lines), encoding="utf-8")
    region("tally", "real.csv", "--shard", "r", "--person", "none", "--out", "real.tally")
    for more, said in (([], False), (["--collection", COLLECTION], True)):
        region("publish", "real.tally", "--policy", "k11", "--audience", "partners", *more, "--out", "f.html")
        text = Path("f.html").read_text(encoding="utf-8")
        assert ("A computer made up" in text) is said and "has not been tested" in text


def test_what_cannot_be_drawn_is_not_noted_as_released(region, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    from peersupport._pages import pages

    pages.environment.cache_clear()
    told = region("publish", "region.tally", *RELEASE, "--ledger", "l.json", "--out", "f.html", code=5).err
    assert 'pip install "peersupport[report]"' in told and not Path("l.json").exists() and not Path("f.html").exists()


def test_an_empty_release_says_why(region):
    told = region("publish", "region.tally", "--policy", "k11", "--audience", "partners", "--out", "f.csv").err
    assert "“workers”" in told and "--collection" in told
    assert "“workers”" not in region("publish", "region.tally", *RELEASE, "--out", "f.csv").err


# ---- calls that cannot be done


@LANGUAGES
def test_everything_wrong_with_a_call_is_said_at_once(region, language):
    Path("other.json").write_text('{"done": []}', encoding="utf-8")
    asked = ["--lang", language, "publish", "region.tally", "--policy", "k12", "--audience", "public", "--by", "zone", "--workers-agreed"]
    told = region(*asked, "--collection", "other.json", "--out", "f.txt", code=2).err
    for place in ("--policy k12", "--by zone", "--workers-agreed", "--collection other.json", "--out f.txt"):
        assert f"  {place}" in told, place
    assert "k5, k6, k10, k11, k15, k20" in told and "An argument is missing" not in told and "Un argument manque" not in told
    told = region("--lang", language, "publish", "region.tally", code=2).err
    assert "--policy k11" in told and "--audience public" in told
    assert "[-h]" not in region("--lang", language, "merge", code=2).err


def test_every_file_that_cannot_be_added_is_named(region):
    Path("copy.tally").write_bytes(Path("north.tally").read_bytes())
    told = region("merge", "north.tally", "copy.tally", "nowhere.tally", "--out", "x.tally", code=1).err
    assert "copy.tally" in told and "nowhere.tally" in told and "SHARD_REPEATED" in told
    for again in ("north.tally", "./north.tally"):
        assert "named twice" in region("merge", "north.tally", again, "--out", "x.tally", code=1).err
    told = region("merge", "north.csv", "--out", "x.bin", code=2).err
    assert "north.csv" in told and "x.bin" in told and not Path("x.tally").exists()


@LANGUAGES
def test_counts_of_people_that_do_not_go_together(region, language):
    found = json.loads(Path(COLLECTION).read_text(encoding="utf-8"))
    row = next(h for h in found["heard"] if h.get("responded"))
    row["refused"] = row["invited"]
    Path("c.json").write_text(json.dumps(found), encoding="utf-8")
    asked = ["--policy", "k11", "--audience", "public", "--collection", "c.json"]
    told = region("--lang", language, "publish", "region.tally", *asked, code=4).err
    assert "c.json" in told and "invited" in told and "/heard/" in told and "collection/" not in told
    Path("c.json").write_text("{", encoding="utf-8")
    assert "JSON_SYNTAX" in region("publish", "region.tally", *asked, code=4).err


@LANGUAGES
def test_a_column_that_says_where_an_answer_belongs(agencies, language):
    lines = Path("north.csv").read_text(encoding="utf-8").splitlines()
    head = lines[0].split(",")
    gone = {head.index("unit"), head.index("perspective")}
    kept = [",".join(c for n, c in enumerate(line.split(",")) if n not in gone) for line in lines]
    Path("bare.csv").write_text("\n".join(kept), encoding="utf-8")
    base = ["--lang", language, "tally", "bare.csv", "--shard", "b", "--key-file", "secret.txt", "--out", "b.tally"]
    told = agencies(*base, code=1).err
    assert told.count("bare.csv") == 2 and " unit" in told and " perspective" in told
    told = agencies(*["north.csv" if a == "bare.csv" else a for a in base], "--stratum", "zone", "--worker", "who", code=2).err
    assert "--stratum zone" in told and "--worker who" in told and "--items" not in told


def test_no_ledger_is_a_choice_and_no_file(region):
    shown = region("publish", "region.tally", *RELEASE, "--ledger", "none", "--out", "figures.csv")
    assert "No ledger was asked" in " ".join(shown.err.split()) and not Path("none").exists()


def test_the_ledger_refuses_what_singles_people_out(region):
    asked = ["publish", "region.tally", "--policy", "k11", "--audience", "partners", "--collection", COLLECTION, "--ledger", "l.json"]
    assert "l.json" in region(*asked, "--by", "none", "--out", "f.json").err
    assert Path("l.json").stat().st_mode & 0o077 == 0
    region(*asked, "--by", "none", "--out", "f.json")
    lines = Path("south.csv").read_text(encoding="utf-8").splitlines()
    place = lines[0].split(",").index("perspective")
    gone = next(n for n, line in enumerate(lines) if line.split(",")[place] == "person")
    Path("south.csv").write_text("\n".join(lines[:gone] + lines[gone + 1 :]), encoding="utf-8")
    region("tally", "south.csv", "--shard", "south", "--key-file", "secret.txt", "--out", "fewer.tally")
    again = ["publish", "north.tally", "fewer.tally", *RELEASE, "--ledger", "l.json", "--by", "none", "--out", "g.json"]
    assert "LEDGER_DIFFERENCE" in region(*again, code=1).err and not Path("g.json").exists()
    Path("l.json").write_text("{}", encoding="utf-8")
    assert "l.json" in region(*asked, "--out", "f.json", code=1).err


def test_publishing_needs_a_policy_an_audience_and_counts(region):
    assert "--policy" in region("publish", "region.tally", code=2).err
    region("publish", "region.tally", "--policy", "k11", code=2)
    region("publish", "region.tally", *RELEASE, "--by", "perspective,person_id", code=2)
    region("publish", "region.tally", *RELEASE, "--out", "f.txt", code=2)
    region("publish", "north.csv", *RELEASE, code=2)
    region("publish", "region.tally", *RELEASE, "--workers-agreed", code=2)


# ---- integrity


@pytest.mark.skipif(not hasattr(_core, "assess_integrity"), reason="this build has no integrity engine")
def test_a_region_is_assessed_while_answers_stay_in_their_agency(region):
    asked = ["--policy", "k11", "--collection", COLLECTION, "--format", "json"]
    region("integrity", "north.tally", "south.tally", *asked, "--out", "a.json")
    region("integrity", "region.tally", *asked, "--out", "b.json")
    simulated = json.loads(Path(COLLECTION).read_text(encoding="utf-8"))["simulated"]
    region("integrity", "north.csv", "south.csv", *asked, "--out", "c.json")
    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()
    if simulated:  # files of answers say so themselves, counts cannot
        assert Path("b.json").read_bytes() == Path("c.json").read_bytes()
    region("integrity", "north.tally", "south.csv", *asked, code=2)
    assert "--worker" in region("integrity", "north.tally", *asked, "--worker", "w", code=2).err
