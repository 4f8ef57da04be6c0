# SPDX-License-Identifier: Apache-2.0
"""The command line, run as people run it."""
from __future__ import annotations

import csv
import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import peersupport as ps
import pytest

pytest.importorskip("duckdb")
pd = pytest.importorskip("pandas")
CANARY = "Jane-Roe-424242"


def run(*arguments: object, code: int = 0, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from peersupport._cli import main; sys.exit(main())", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", cwd=cwd, timeout=120, check=False,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "100"},
    )
    assert done.returncode == code, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert "nanobind" not in done.stderr and "Traceback" not in done.stderr
    return done


@pytest.fixture
def bfi_file(bfi, tmp_path):
    path = tmp_path / "bfi.json"
    path.write_text(bfi.to_json(), encoding="utf-8")
    return path


@pytest.fixture
def frame(bfi, answers):
    data = pd.DataFrame(answers, columns=[i.id for i in bfi.items]).astype("Int64")
    data.insert(0, "response_id", [f"r{i}" for i in range(500)])
    data.insert(1, "unit", np.where(np.arange(500) % 2, "north", "=south"))
    return data


def scores_in(path: Path) -> list[list[str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_demo_says_simulated_wherever_it_shows_something(tmp_path):
    english = run("demo", cwd=tmp_path).stdout
    french = run("demo", "--lang", "fr", "--out", "s.csv", cwd=tmp_path).stdout
    assert "Hope and recovery" in english and str(ps.sample()) in english
    for text, word in ((english, "simulated data"), (french, "données simulées")):
        title, *rest = text.splitlines()
        shown = [title, *(line for line in rest if "simulated.csv" in line or line.lstrip().startswith(("s.csv", "peersupport-demo/")))]
        assert len(shown) == 3 and all(word in line for line in shown)
    assert "moyenne" in french and "mean" not in french
    for name in ("peersupport-demo/scores.csv", "s.csv"):
        head, *rows = scores_in(tmp_path / name)
        assert head[:4] == ["unit", "perspective", "wave", "simulated"] and len(rows) == 2744
    assert english.count("no row may join") == 1


def test_instruments_list_and_show():
    listed = run("instruments", "list").stdout
    assert all(i.id in listed for i in ps.instruments())
    assert "non vérifiés" in run("instruments", "list", "--lang", "fr").stdout
    shown = run("instruments", "show", "integrity-survey").stdout
    assert "not co-produced, not validated" in shown and "Form peer-supporter: Peer supporters" in shown
    assert "reverse" in run("instruments", "show", "rosi").stdout
    assert "NOT_FOUND" in run("instruments", "show", "nothing", code=4).stderr
    assert "FORM_UNKNOWN" in run("instruments", "show", "qpr-15", "--form", "x", code=4).stderr


@pytest.mark.parametrize("kind", ["csv", "semicolons.csv", "bom.csv", "csv.gz", "parquet", "ndjson", "floats.parquet"])
def test_every_kind_of_file_gives_the_scores_of_the_library(kind, frame, bfi, bfi_file, expected, tmp_path):
    path = tmp_path / f"answers.{kind}"
    if kind == "semicolons.csv":
        frame.to_csv(path, index=False, sep=";", lineterminator="\r\n")
    elif kind == "bom.csv":
        frame.to_csv(path, index=False, encoding="utf-8-sig")
    elif kind == "ndjson":
        frame.to_json(path, orient="records", lines=True)
    elif kind.endswith("parquet"):
        pytest.importorskip("pyarrow")
        (frame.astype({i.id: float for i in bfi.items}) if "floats" in kind else frame).to_parquet(path)
    else:
        frame.to_csv(path, index=False)
    out = tmp_path / "scores.csv"
    run("score", path, "--instrument", bfi_file, "--out", out)
    head, *rows = scores_in(out)
    assert head[:2] == ["response_id", "unit"] and len(rows) == 500
    at = head.index("agreeableness")
    found = np.array([[float(c) if c else np.nan for c in row[at : at + 5]] for row in rows])
    assert found.tobytes() == np.ascontiguousarray(np.frombuffer(expected).reshape(500, 5)).tobytes()
    assert rows[0][1] == "'=south", "no cell may be a formula"


def test_outputs_agree(frame, bfi_file, tmp_path):
    source = tmp_path / "answers.csv"
    frame.to_csv(source, index=False)
    for kind in ("csv", "json", "parquet"):
        run("score", source, "--instrument", bfi_file, "--out", tmp_path / f"s.{kind}")
    written = pd.read_csv(tmp_path / "s.csv")
    document = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert document["instrument"] == "bfi" and len(document["rows"]) == 500
    assert document["rows"][0]["unit"] == "=south"
    assert pd.DataFrame(document["rows"])["openness"].equals(written["openness"])
    import duckdb

    with duckdb.connect() as db:
        columns = db.sql(f"SELECT openness, unit FROM '{tmp_path}/s.parquet'").fetchall()
    assert [c for c, _ in columns] == [None if np.isnan(v) else v for v in written["openness"]]
    assert columns[0][1] == "=south"
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")], "nothing unfinished is left"


def test_globs_many_files_and_small_batches(frame, bfi_file, tmp_path):
    for n in range(3):
        frame[n * 100 : n * 100 + 200].to_csv(tmp_path / f"part{n}.csv", index=False)
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    run("score", tmp_path / "part*.csv", "--instrument", bfi_file, "--out", one)
    run("score", *(tmp_path / f"part{n}.csv" for n in range(3)), "--instrument", bfi_file, "--out", two, "--batch", 7)
    assert one.read_bytes() == two.read_bytes() and len(scores_in(one)) == 601
    assert "600 responses" in run("score", tmp_path / "part*.csv", "--instrument", bfi_file).stdout
    run("score", tmp_path / "nothing*.csv", "--instrument", bfi_file, code=3)
    run("score", tmp_path / "part0.csv", "--instrument", bfi_file, "--batch", 0, code=2)


def test_broken_files_name_file_row_column_and_code_and_never_the_cell(frame, bfi, bfi_file, tmp_path):
    path, out = tmp_path / "broken.csv", tmp_path / "s.csv"
    lines = frame.to_csv(index=False).splitlines()
    cells = lines[3].split(",")
    cells[4] = CANARY
    lines[3] = ",".join(cells)
    lines[5] += f",{CANARY},9"
    cells = lines[9].split(",")
    cells[3] = "7"
    lines[9] = ",".join(cells)
    cells = lines[10].split(",")
    cells[3] = "2.5"
    lines[10] = ",".join(cells)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = run("score", path, "--instrument", bfi_file, "--out", out, code=1).stderr
    assert CANARY not in told and not out.exists()
    assert f"file {path}, row 4, column a3" in told and "TEXT_NOT_NUMBER" in told
    assert f"file {path}, row 6: ROW_MALFORMED" in told
    assert f"file {path}, row 10, column a2: INVALID_CODE" in told
    assert f"file {path}, row 11, column a2: NOT_INTEGRAL" in told
    french = run("score", path, "--instrument", bfi_file, "--lang", "fr", code=1).stderr
    assert f"fichier {path}, ligne 4, colonne a3" in french and CANARY not in french
    marked = run("score", path, "--instrument", bfi_file, "--out", out, "--invalid", "mark").stderr
    assert "marked invalid-code: 3." in marked and "left out: 1." in marked
    rows = scores_in(out)
    assert len(rows) == 500 and rows[3][rows[0].index("agreeableness.reason")] == "invalid-code"


def test_broken_ndjson(frame, bfi_file, tmp_path):
    path = tmp_path / "broken.ndjson"
    lines = frame.to_json(orient="records", lines=True).splitlines()
    lines[2] = '{"a1": ' + CANARY
    lines[4] = lines[4].replace('"a1":', f'"a1":"{CANARY}","was":')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = run("score", path, "--instrument", bfi_file, code=1).stderr
    assert CANARY not in told
    assert f"file {path}, row 3" in told and f"file {path}, row 5, column a1" in told
    assert "499 responses" in run("score", path, "--instrument", bfi_file, "--invalid", "mark").stdout


def test_unreadable_files(bfi_file, tmp_path):
    broken = {"x.parquet": CANARY.encode(), "x.csv.gz": CANARY.encode(), "x.csv": b"\xff\xfe" + CANARY.encode()}
    for name, data in broken.items():
        (tmp_path / name).write_bytes(data)
        told = run("score", tmp_path / name, "--instrument", bfi_file, code=3).stderr
        assert CANARY not in told and "FILE_UNREADABLE" in told
    head = ",".join(f"{letter}{n}" for letter in "aceno" for n in range(1, 6))
    rows = "".join(f"{','.join(str((i * n) % 6 + 1) for n in range(25))}\n" for i in range(5000))
    whole = gzip.compress(f"{head}\n{rows}".encode())
    (tmp_path / "half.csv.gz").write_bytes(whole[: len(whole) // 2])
    run("score", tmp_path / "half.csv.gz", "--instrument", bfi_file, code=3)
    run("score", tmp_path / "none.csv", "--instrument", bfi_file, code=3)


def test_columns_missing_and_standing_twice(frame, bfi_file, tmp_path):
    path = tmp_path / "a.csv"
    frame.drop(columns=["a1", "o5"]).to_csv(path, index=False)
    told = run("score", path, "--instrument", bfi_file, code=1).stderr
    assert "a1, o5" in told and "COLUMN_MISSING" in told
    path.write_text(frame.to_csv(index=False).replace("a1,a2", "a1,a1", 1), encoding="utf-8")
    assert "COLUMN_DUPLICATE" in run("score", path, "--instrument", bfi_file, code=1).stderr


def test_items_and_id(frame, bfi, bfi_file, tmp_path):
    path, out, items = tmp_path / "a.csv", tmp_path / "s.csv", tmp_path / "items.json"
    frame.rename(columns={i.id: i.id.upper() for i in bfi.items} | {"response_id": "who"}).to_csv(path, index=False)
    items.write_text(json.dumps({i.id: i.id.upper() for i in bfi.items}), encoding="utf-8")
    run("score", path, "--instrument", bfi_file, "--items", items, "--id", "who", "--out", out)
    assert scores_in(out)[0][:3] == ["unit", "who", "agreeableness"] and scores_in(out)[1][1] == "r0"
    run("score", path, "--instrument", bfi_file, "--items", items, "--id", "nobody", "--out", out, code=1)


def test_a_service_never_joins_a_person_to_a_score(tmp_path):
    out = tmp_path / "s.csv"
    done = run("score", ps.sample(), "--instrument", "integrity-survey", "--out", out)
    assert "person_id" in done.stderr and "no row may join a person to a score" in done.stderr
    assert "simulated data" in done.stdout
    head, *rows = scores_in(out)
    assert head[:4] == ["unit", "perspective", "wave", "simulated"] and len(rows) == 2744
    assert not any("sim-0" in cell or "person-0" in cell for row in rows for cell in row)
    told = run("score", ps.sample(), "--instrument", "integrity-survey", "--id", "person_id", "--out", out, code=2)
    assert "IDENTIFIER_REFUSED" in told.stderr


def test_aligned_forms_stand_in_one_table_and_one_can_be_named():
    aligned = run("score", ps.sample(), "--instrument", "integrity-survey").stdout
    assert "Aligned forms" in aligned and "Supervisors" in aligned
    assert "Form: Supervisors." in run("score", ps.sample(), "--instrument", "integrity-survey", "--form", "supervisor").stdout
    assert "FORM_UNKNOWN" in run("score", ps.sample(), "--instrument", "integrity-survey", "--form", "x", code=4).stderr


def test_unverified_and_incomplete_instruments(tmp_path):
    assert "INSTRUMENT_UNVERIFIED" in run("score", ps.sample(), "--instrument", "qpr-15", code=4).stderr
    assert "INSTRUMENT_INCOMPLETE" in run("score", ps.sample(), "--instrument", "rosi", code=4).stderr
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    assert "JSON_SYNTAX" in run("score", ps.sample(), "--instrument", tmp_path / "x.json", code=4).stderr


def test_usage_and_help_in_both_languages():
    assert "usage: " in run(code=2).stderr
    french = run("--lang", "fr", "score", code=2).stderr
    assert "utilisation : " in french and "arguments obligatoires manquants" in french
    help_text = run("score", "--lang", "fr", "--help").stdout
    assert "affiche cette aide" in help_text and "show this help" not in help_text and "Transforme" not in run("--help").stdout
    assert "Codes de sortie" in run("--lang=fr", "--help").stdout
    assert run("--version").stdout == f"peersupport {ps.__version__}\n"
    run("score", "a.csv", "--instrument", "x", "--lang", "de", code=2)
    run("score", ps.sample(), "--instrument", "integrity-survey", "--out", "x.xlsx", code=2)


def test_memory_is_bounded_by_the_batch(bfi, bfi_file, tmp_path):
    """A file ten times as long takes about as much memory."""
    resource = pytest.importorskip("resource")
    assert resource
    code = (
        "import sys, resource; from peersupport._cli import main; main(); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    head, row = ",".join(i.id for i in bfi.items), ",".join(["3"] * 25)
    peak = []
    for rows in (150_000, 900_000):
        path = tmp_path / f"{rows}.csv"
        path.write_text(f"{head}\n" + f"{row}\n" * rows, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", code, "score", str(path), "--instrument", str(bfi_file)],
            capture_output=True, text=True, check=True,
        )
        assert f"{rows:,} responses" in done.stdout
        peak.append(int(done.stderr.split()[-1]) / 1024)
    assert peak[1] < peak[0] + 150, peak
