# SPDX-License-Identifier: Apache-2.0
"""Screens as people see them, compared with files anyone can read: 80 columns, a plain pipe, both languages."""
from __future__ import annotations

import argparse
import inspect
import re
from fractions import Fraction
from pathlib import Path

import numpy as np
import peersupport as ps
import pytest
from peersupport._cli.argparse_words import ARGPARSE
from peersupport._cli.layout import decimal
from peersupport._cli.results import Tally

pytest.importorskip("duckdb")
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])
FORM = [f for f in ps.instrument("integrity-survey").forms if f.id == "person"][0]


@pytest.fixture
def screen(command):

    def show(*arguments: str, code: int = 0) -> str:
        shown = command(*arguments, code=code)
        text = shown.out + shown.err
        return text.replace(str(ps.sample().parent), "<package>/sample").rstrip("\n")

    return show


def narrow(text: str) -> bool:
    return all(len(line) <= 80 or "<package>" in line or "http" in line for line in text.splitlines())


@LANGUAGES
def test_demo(golden, screen, language):
    text = screen("--lang", language, "demo")
    golden(f"cli-demo.{language}.txt", text)
    assert narrow(text) and not re.search(r"[┃│━─\x1b]", text)
    assert not any(line.split()[0] in FORM.scales for line in text.splitlines() if line), "names, not ids"


@LANGUAGES
def test_help(golden, screen, language):
    parts = [[], ["demo"], ["instruments"], ["instruments", "list"], ["instruments", "show"], ["score"]]
    text = "\n\n=====\n".join(screen(*part, "--lang", language, "--help") for part in parts)
    golden(f"cli-help.{language}.txt", text)
    assert narrow(text)


@LANGUAGES
def test_instruments(golden, screen, language):
    text = screen("--lang", language, "instruments", "list")
    golden(f"cli-instruments-list.{language}.txt", text)
    assert narrow(text)
    for id in ("integrity-survey", "qpr-15", "rosi"):
        shown = screen("--lang", language, "instruments", "show", id)
        golden(f"cli-instruments-show-{id}.{language}.txt", shown)
        assert narrow(shown)


@LANGUAGES
def test_a_file_without_groups_and_with_several_reasons(golden, screen, language):
    rows = [["3"] * 28, ["8"] * 28, [""] * 28, ["7"] + ["3"] * 27]
    data = "\n".join(",".join(row) for row in [list(FORM.items), *rows])
    Path("a.csv").write_text(data + "\n", encoding="utf-8")
    text = screen("score", "a.csv", "--instrument", "integrity-survey", "--invalid", "mark", "--lang", language)
    golden(f"cli-score.{language}.txt", text)
    assert narrow(text)


def test_a_cell_of_the_perspective_column_is_never_printed(screen):
    head, row = ",".join(["perspective", *FORM.items]), ",".join(["3"] * 28)
    Path("a.csv").write_text(f"{head}\nJane Roe,{row}\n Person ,{row}\n", encoding="utf-8")
    text = screen("score", "a.csv", "--instrument", "integrity-survey")
    assert "Jane" not in text and "Group not stated" in text and "People supported" in text


def test_no_command_shows_the_help(screen):
    assert "Type one of these to start" in screen(code=2)
    assert "Pour commencer" in screen("--lang", "fr", code=2)


def test_usage_errors_in_french(screen):
    for arguments in (["score"], ["nothing"], ["score", "a", "--instrument"], ["demo", "--what"], ["score", "a", "--batch", "0"]):
        text = screen("--lang", "fr", *arguments, code=2)
        assert "utilisation : " in text and " erreur : " in text
        text = re.sub(r"--\w+", "", text)
        assert not re.search(r"\b(error|usage|required|invalid|choose|expected|unrecognized)\b", text), text


def test_every_word_argparse_may_say_is_translated():
    source = inspect.getsource(argparse)
    asked = set(re.findall(r"\b_\(\s*'((?:[^'\\]|\\.)*)'", source))
    ours = {key.replace("\n", "\\n") for key in ARGPARSE}
    developer = re.compile(r"callable|positionals|not defined|mode|subparser|merge|dest=|conflict|mutually|option string|can't open")
    assert not {text for text in asked - ours if not developer.search(text)}


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Fraction(125, 100), "1.3"), (Fraction(-125, 100), "-1.3"), (Fraction(5, 100), "0.1"), (Fraction(-1, 100), "0.0"),
     (Fraction(1349, 1000), "1.3"), (Fraction(9995, 100), "100.0"), (None, "–")],
)  # fmt: skip
def test_numbers_are_rounded_half_away_from_zero(value, shown):
    assert decimal(value) == shown


def test_a_mean_is_exact():
    """0.05 is not a double; the sum of its quotients is, so that 0.05 is shown as 0.1 and not as 0.0."""
    tally = Tally()
    for a, b in ((0, 1), (1, 10)):
        reasons = np.zeros(3, np.uint8)
        tally.add(np.full(3, a / b), reasons, np.full(3, a), np.full(3, b))
    assert tally.mean() == Fraction(1, 20) and tally.cells()[1] == "0.1"
