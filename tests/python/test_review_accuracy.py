# SPDX-License-Identifier: Apache-2.0
"""How the accuracy of the note check is measured (scripts/review_accuracy.py): figures worked out by hand, on notes made up
here, and the limits. Nothing of the frozen notes but their digests is looked at."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))

import accuracy_figures  # noqa: E402
import compare_checkers  # noqa: E402
import labelled_notes  # noqa: E402
import review_accuracy  # noqa: E402
from labelled_notes import Note, Place, Share  # noqa: E402


def note(text: str, gold: list[Place] | None = None, missing: tuple[str, ...] = (), kind: str = "individual") -> Note:
    return Note(text, "en", kind, {}, tuple(gold or []), missing)


def test_wilson_intervals_are_those_of_the_textbook() -> None:
    # Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for count, of, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)):
        assert Share(count, of).interval == pytest.approx((low, high), abs=5e-5)
    assert Share(0, 0).value is None and Share(0, 0).interval is None


def test_words_count_by_place_and_category() -> None:
    gold = [Place("CLIN", 0, 7), Place("STIG", 20, 25), Place("CLIN", 40, 45)]
    found = [Place("CLIN", 3, 9), Place("CLIN", 22, 30), Place("CLIN", 60, 61), Place("STIG", 24, 26)]
    counts = accuracy_figures._words(note("x" * 70, gold), found, ("CLIN",))
    assert (counts.found, counts.right, counts.touching, counts.labels, counts.met) == (3, 1, 2, 2, 1)
    figures = accuracy_figures.figures_of(counts)
    assert figures["precision"]["value"] == pytest.approx(1 / 3)
    assert figures["lenient"]["value"] == pytest.approx(2 / 3)
    assert figures["recall"]["value"] == 0.5
    assert figures["f1"]["value"] == pytest.approx(0.4)


def test_places_that_only_meet_do_not_touch() -> None:
    assert not Place("", 0, 5).touches(Place("", 5, 9))
    assert Place("", 0, 6).touches(Place("", 5, 9))


def test_elements_count_where_the_profile_asks_for_them() -> None:
    report: dict[str, Any] = {"findings": [
        {"category": "REQ", "rule": rule, "suppressed_by": None} for rule in ("REQ-001", "REQ-008")]}
    # service-type (REQ-005) is not asked of an individual note; the date is found, the goal is overlooked.
    counts = accuracy_figures._elements(note("x", missing=("date", "goal", "service-type")), report)
    assert (counts.found, counts.right, counts.labels, counts.met) == (2, 1, 2, 1)
    assert accuracy_figures._elements(note("x", missing=("date",), kind="minimal"), report) == accuracy_figures.Counts()


def test_predictive_value_follows_the_share_of_notes_that_have_something() -> None:
    noticed, alarmed = Share(9, 10), Share(1, 20)  # 0.9 and 0.05
    assert accuracy_figures.predictive_value(noticed, alarmed, 0.5)["value"] == pytest.approx(0.45 / 0.475)
    rare = accuracy_figures.predictive_value(noticed, alarmed, 0.05)
    assert rare["value"] == pytest.approx(0.045 / (0.045 + 0.0475))
    assert rare["interval"][0] < rare["value"] < rare["interval"][1]
    assert accuracy_figures.predictive_value(Share(0, 0), alarmed, 0.5)["value"] is None


def test_quotations_without_a_label_are_the_persons_words() -> None:
    text = "“I am fine”, she said. He was «\u00a0difficile\u00a0». \"One\" and \"two\".\n\"Not closed"
    passages = labelled_notes.free_quotations(note(text, [Place("JUDG", text.index("difficile"), text.index("difficile") + 9)]))
    assert [text[passage.start:passage.end] for passage in passages] == ["“I am fine”", '"One"', '"two"']


def test_utf16_places_become_code_points() -> None:
    assert compare_checkers.code_points("é😀a") == [0, 1, 1, 2, 3]
    found = [{"start": 3, "end": 4, "rule": "x"}, {"start": 3, "end": 4, "rule": "y"}]
    assert compare_checkers.places("é😀a", found) == [Place("", 2, 3)]


def test_limits_are_told_one_by_one() -> None:
    good = {"rows": {"all": {"precision": {"value": 0.95}, "recall": {"value": 0.90}}}, "quotations": {"value": 0.02}}
    bad = {"rows": {"all": {"precision": {"value": 0.9499}, "recall": {"value": None}}}, "quotations": {"value": 0.03}}
    assert review_accuracy.missed_limits({"en": good, "fr": good, "gap": {"all": 0.03}}) == []
    missed = review_accuracy.missed_limits({"en": good, "fr": bad, "gap": {"all": 0.04}})
    assert [line.split(":")[1].strip() for line in missed[:3]] == ["fr", "fr", "fr"]
    assert missed[3] == "failed: gap between the languages in F1 0.0400, above 0.03"


def test_the_frozen_notes_are_untouched_and_a_changed_one_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert labelled_notes.altered_files() == []
    (tmp_path / "frozen").mkdir()
    (tmp_path / "frozen/notes-en.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "frozen/SHA256SUMS").write_text("0" * 64 + "  frozen/notes-en.jsonl\n", encoding="ascii")
    monkeypatch.setattr(labelled_notes, "NOTES", tmp_path)
    assert labelled_notes.altered_files() == ["frozen/notes-en.jsonl"]


def test_a_page_is_filled_between_its_markers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- accuracy -->\nold\n<!-- /accuracy -->\nafter\n", encoding="utf-8")
    labelled_notes.fill(page, "accuracy", "new")
    labelled_notes.fill(page, "accuracy", "new")
    assert page.read_text(encoding="utf-8") == "before\n<!-- accuracy -->\nnew\n<!-- /accuracy -->\nafter\n"
    with pytest.raises(SystemExit):
        labelled_notes.fill(page, "checkers", "new")
