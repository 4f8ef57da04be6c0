# SPDX-License-Identifier: Apache-2.0
"""What people read when something is wrong: where, what, what to do, the code; in both languages; never a cell."""
from __future__ import annotations

import gzip
import os
import re
from pathlib import Path

import peersupport as ps
import pytest
from peersupport._cli import main

pytest.importorskip("duckdb")
CANARY = "Jane-Roe-424242"
SURVEY = ps.instrument("integrity-survey")
ITEMS = list(next(f for f in SURVEY.forms if f.id == "person").items)
HEAD = ",".join(["unit", *ITEMS])
ROW = ",".join(["north", *["3"] * 28])
ENGLISH = re.compile(r"\b(the|file|row|column|cannot|missing|this|not|and|error|choose|is)\b")


def text(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *rows, ""]).encode()


def swapped(cell: str, place: int = 2) -> str:
    cells = ROW.split(",")
    cells[place] = cell
    return ",".join(cells)


@pytest.fixture
def told(tmp_path, monkeypatch, capsys):
    """Runs score on a file and returns what stands on stderr; nothing of a cell, no stranger's words."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def call(name: str, data: bytes | None, *more: str, code: int, language: str = "en", form: bool = True) -> str:
        if data is not None:
            Path(name).write_bytes(data)
        base = ["--lang", language, "score", name]
        instrument = [] if "--instrument" in more else ["--instrument", "integrity-survey"]
        try:
            found = main([*base, *instrument, *more])
        except SystemExit as stop:
            found = int(str(stop.code))
        shown = capsys.readouterr()
        assert found == code, (found, shown.err)
        assert CANARY not in shown.err + shown.out and "Traceback" not in shown.err and "duckdb" not in shown.err.lower()
        return shown.err

    return call


LATIN = text(ROW.replace("north", "Montréal")).decode().encode("latin-1")
WHOLE = gzip.compress(text(*[ROW] * 4000))
ONE_LINE = {  # name, bytes, code, exit, English words, French words
    "missing": ("none.csv", None, "FILE_UNREADABLE", 3, "There is no such file", "Ce fichier n’existe pas"),
    "no match": ("no*.csv", None, "FILE_UNREADABLE", 3, "No file has a name like this", "Aucun fichier ne porte un tel nom"),
    "empty": ("a.csv", b"", "FILE_UNREADABLE", 3, "The file is empty", "Le fichier est vide"),
    "header only": ("a.csv", text(), "FILE_UNREADABLE", 3, "has a header and no answers", "aucune réponse"),
    "utf-16": ("a.csv", text(ROW).decode().encode("utf-16"), "FILE_UNREADABLE", 3, "UTF-16", "UTF-16"),
    "latin-1": ("a.csv", LATIN, "FILE_UNREADABLE", 3, "row 2: The text is not UTF-8", "ligne 2 : Le texte n’est pas en UTF-8"),
    "latin-1 head": ("a.csv", "é,b\n1,2\n".encode("latin-1"), "FILE_UNREADABLE", 3, "not UTF-8", "pas en UTF-8"),
    "gz": ("a.csv.gz", WHOLE[: len(WHOLE) // 2], "FILE_UNREADABLE", 3, "damaged or cut short", "endommagé ou incomplet"),
    "no gz": ("a.csv.gz", CANARY.encode(), "FILE_UNREADABLE", 3, "damaged", "endommagé"),
    "list": ("a.json", b'[{"unit": 1}]', "FILE_UNREADABLE", 3, "one object a line", "un objet par ligne"),
    "no parquet": ("a.parquet", CANARY.encode(), "FILE_UNREADABLE", 3, "not a Parquet file", "pas un fichier Parquet"),
    "header in two lines": ("a.csv", text(ROW, head=HEAD.replace("unit", '"u\nnit"')), "FILE_UNREADABLE", 3, "more than one line", "plus d’une ligne"),
    "twice": ("a.csv", text(ROW, head=HEAD.replace("unit", ITEMS[0])), "COLUMN_DUPLICATE", 1, ITEMS[0], ITEMS[0]),
    "text": ("a.csv", text(ROW, swapped(CANARY)), "TEXT_NOT_NUMBER", 1, f"row 3, column {ITEMS[1]}", f"ligne 3, colonne {ITEMS[1]}"),
    "half": ("a.csv", text(swapped("3.5")), "NOT_INTEGRAL", 1, "whole-number code", "code entier"),
    "code": ("a.csv", text(swapped("7")), "INVALID_CODE", 1, "--invalid mark", "--invalid mark"),
    "ndjson": ("a.ndjson", b'{"unit": "' + CANARY.encode() + b"\n", "COLUMN_MISSING", 1, "28 item columns", "28 colonnes d’items"),
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("case", ONE_LINE)
def test_one_line_says_where_what_what_to_do_and_the_code(told, case, language):
    name, data, code, number, english, french = ONE_LINE[case]
    line = told(name, data, code=number, language=language)
    assert line.count("\n") == 1 and f"[{code}]" in line and name in line
    assert (french if language == "fr" else english) in line
    assert line.startswith("peersupport : erreur : " if language == "fr" else "peersupport: error: ")
    if language == "fr":
        words = re.sub(r"\[[A-Z_]+\]|--\S+|[\w*-]*\.\w+|" + "|".join(ITEMS), "", line)
        assert not ENGLISH.search(words), words


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_and_a_byte_order_mark_are_read(told, separator):
    told("a.csv", b"\xef\xbb\xbf" + text(ROW).decode().replace(",", separator).encode(), code=0)


def test_a_separator_nobody_uses_names_every_item_and_the_separators_that_can_be_read(told):
    line = told("a.csv", text(ROW).decode().replace(",", ":").encode(), code=1)
    assert all(item in line for item in ITEMS) and "semicolon" in line and line.count("\n") == 1


def test_every_missing_column_is_named(told):
    head = HEAD.replace(ITEMS[3], "x").replace(ITEMS[9], "y")
    line = told("a.csv", text(ROW, head=head), code=1)
    assert f"2 item columns are missing: {ITEMS[3]}, {ITEMS[9]}." in line


def test_folders(told, tmp_path):
    (tmp_path / "answers").mkdir()
    assert "This is a folder" in told("answers", None, code=3)
    assert "C’est un dossier" in told("answers", None, code=3, language="fr")


def test_rows_are_lines_of_the_file_even_with_line_breaks_in_quotes_and_empty_lines(told):
    rows = [ROW.replace("north", '"two\nlines"'), "", ROW.replace("north", '"three\r\nmore\nlines"'), swapped("7"), "1,2", swapped("7")]
    lines = told("a.csv", text(*rows), code=1)
    physical = text(*rows).decode().split("\n")
    bad = [n for n, line in enumerate(physical, 1) if line == swapped("7")]
    assert all(f"row {n}, column {ITEMS[1]}" in lines for n in bad)
    assert f"row {physical.index('1,2') + 1}: ROW_MALFORMED" in lines


def test_two_hundred_broken_cells_show_ten_and_count_the_rest(told):
    data = text(*[swapped("7")] * 200)
    english = told("a.csv", data, code=1)
    assert "200 places need a correction" in english and "… and 190 more" in english and english.count("\n") == 13
    assert "… et 190 de plus" in told("a.csv", data, code=1, language="fr")


def test_ndjson_with_a_broken_line(told):
    good = "{" + ", ".join(f'"{item}": 3' for item in ITEMS) + "}"
    line = told("a.ndjson", f'{good}\n{{"unit": "{CANARY}\n{good}\n'.encode(), code=1)
    assert "row 2" in line and "[ROW_MALFORMED]" in line


def test_parquet_with_columns_that_hold_no_codes(told, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    columns = ", ".join(f"3 AS \"{item}\"" for item in ITEMS[2:])
    dates = f"DATE '2026-01-01' AS \"{ITEMS[0]}\", DATE '2026-01-02' AS \"{ITEMS[1]}\""
    duckdb.connect().execute(f"COPY (SELECT {dates}, {columns}) TO '{tmp_path}/a.parquet' (FORMAT parquet)")
    lines = told("a.parquet", None, code=1)
    assert ITEMS[0] in lines and ITEMS[1] in lines and "COLUMN_TYPE" in lines


def test_instruments_and_forms_that_do_not_exist_or_cannot_be_used(told):
    assert "Did you mean integrity-survey?" in told("a.csv", text(ROW), "--instrument", "integrity-surve", code=4)
    assert "Did you mean integrity-survey?" in told("a.csv", text(ROW), "--instrument", "Integrity Survey", code=4)
    assert "Vouliez-vous dire qpr-15?" in told("a.csv", text(ROW), "--instrument", "qpr15", code=4, language="fr")
    assert "The forms: person, peer-supporter" in told("a.csv", text(ROW), "--form", "people", code=4)
    assert "Les formulaires : person, " in told("a.csv", text(ROW), "--form", "x", code=4, language="fr")
    assert "Missing: reverse-keyed items" in told("a.csv", text(ROW), "--instrument", "rosi", code=4)
    assert "règle de calcul" in told("a.csv", text(ROW), "--instrument", "rosi", code=4, language="fr")
    assert "add --allow-unverified" in told("a.csv", text(ROW), "--instrument", "qpr-15", code=4)
    assert "ajoutez --allow-unverified" in told("a.csv", text(ROW), "--instrument", "qpr-15", code=4, language="fr")
    assert "x.json" in told("a.csv", text(ROW), "--instrument", "x.json", code=3)


def test_a_map_of_items_that_is_none(told):
    Path("items.json").write_text("[1]", encoding="utf-8")
    assert "not a JSON object" in told("a.csv", text(ROW), "--items", "items.json", code=1 + 3)
    Path("items.json").write_text("{", encoding="utf-8")
    assert "pas un objet JSON" in told("a.csv", text(ROW), "--items", "items.json", code=3, language="fr")


def test_outputs_that_cannot_be_written(told, tmp_path):
    assert "this folder does not exist" in told("a.csv", text(ROW), "--out", "no/s.csv", code=3)
    (tmp_path / "s.csv").mkdir()
    assert "c’est un dossier" in told("a.csv", text(ROW), "--out", "s.csv", code=3, language="fr")
    assert "must end in .csv, .parquet or .json" in told("a.csv", text(ROW), "--out", "s.xlsx", code=2)
    if os.geteuid():
        (tmp_path / "shut").mkdir(mode=0o500)
        assert "cannot be written here" in told("a.csv", text(ROW), "--out", "shut/s.csv", code=3)
