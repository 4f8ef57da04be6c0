# SPDX-License-Identifier: Apache-2.0
"""The commands tally, merge and publish: counts travel, answers stay, and nobody can be found in what is printed."""
from __future__ import annotations

import csv
import json
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
    region("--lang", "fr", "publish", "region.tally", *RELEASE, "--out", "f.html")
    page = Path("f.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page and "<h1>" in page and "http" not in page and "caché" in page
    pytest.importorskip("html5lib").HTMLParser(strict=True).parse(page)
    assert "hidden" in region("publish", "region.tally", *RELEASE).out


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
