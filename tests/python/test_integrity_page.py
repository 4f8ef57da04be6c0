# SPDX-License-Identifier: Apache-2.0
"""The page: complete, plain, the same in both languages, readable by anyone, and silent about people."""
from __future__ import annotations

import html
import json
import re
import sys
from functools import cache

import peersupport as ps
import pytest
from conftest import ROOT
from integrity_cases import FEW, FULL, LANGUAGES, REGION, VALUES
from peersupport._integrity.page import pages
from peersupport._integrity.profile import IntegrityProfile

pytest.importorskip("jinja2")
pytest.importorskip("vl_convert")
sys.path.insert(0, str(ROOT / "scripts"))

CASES = {"full": FULL, "few": FEW, "region": REGION}
EVERY = pytest.mark.parametrize("case", CASES)
NEVER = re.compile(r"\b(eroded|erosion|weak|strong|score ranking|league|worst|best|clients?|patients?|clientèle|érod\w*|faibles?|forts?)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(the|people|which|how|not shown|and|was|heard|value)\b", re.IGNORECASE)


@cache
def page(case: str, language: str, unit: str | None = None) -> str:
    return IntegrityProfile(json.dumps(CASES[case])).report(lang=language, unit=unit)


def words_of(text: str) -> list[str]:
    """Every text of the page, tables and descriptions of pictures among them."""
    text = re.sub(r"<style>.*?</style>|<code.*?</code>", "", text, flags=re.S)
    return [t for t in (html.unescape(t).strip() for t in re.findall(r">([^<]+)<", text)) if t]


@LANGUAGES
@EVERY
def test_golden(golden, case, language):
    text = re.sub(r"<style>.*?</style>", "<style/>", page(case, language), flags=re.S)
    text = re.sub(r"<svg [^>]*>.*?<title[^>]*>(.*?)</title><desc[^>]*>(.*?)</desc>.*?</svg>", r"[\1: \2]", text, flags=re.S)
    golden(f"integrity-{case}.{language}.html", text.rstrip("\n"))


@LANGUAGES
@EVERY
def test_it_is_html_and_needs_nothing_else(case, language):
    html5lib = pytest.importorskip("html5lib")
    text = page(case, language)
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(re.sub(r"<svg.*?</svg>", "", text, flags=re.S))
    assert parser.errors == []
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|\son\w+=|javascript:", text)
    assert re.findall(r'(?:href|src)="(?!#)([^"]*)"', text) == []
    assert len(text.encode()) < 400_000


@LANGUAGES
@EVERY
def test_headings_in_order_tables_with_caption_and_scope_links_that_lead_somewhere(case, language):
    text = page(case, language)
    levels = [int(n) for n in re.findall(r"<h([1-6])", text)]
    assert levels[0] == 1 and levels.count(1) == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:]))
    tables = re.findall(r"<table.*?</table>", text, re.S)
    assert tables and all("<caption>" in t and 'scope="col"' in t and 'scope="row"' in t for t in tables)
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids)) and set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert f'<html lang="{language}">' in text and 'class="skip"' in text and '<main id="content"' in text


@LANGUAGES
@EVERY
def test_every_figure_says_what_it_shows(case, language):
    for figure in re.findall(r"<svg.*?</svg>", page(case, language), re.S):
        assert 'role="img"' in figure and re.search(r"<title [^>]*>[^<]+</title><desc [^>]*>[^<]{20,}</desc>", figure)


@LANGUAGES
@EVERY
def test_words_that_are_never_shown(case, language):
    shown = [t for t in words_of(page(case, language)) if NEVER.search(t)]
    assert shown == []


@EVERY
def test_french_is_french(case):
    own = [t for t in words_of(page(case, "fr")) if ENGLISH.search(t) and t != CASES[case]["instrument"]["citation"]]
    assert own == []
    assert "'" not in "".join(words_of(page(case, "fr"))).replace(CASES[case]["instrument"]["citation"], "")


@LANGUAGES
def test_it_is_plain(language):
    """English: Flesch–Kincaid grade 8 at most. French: Kandel–Moles 60 at least."""
    import readability

    text = re.sub(r"<svg.*?</svg>|<table.*?</table>|<head>.*?</head>", "", page("full", language), flags=re.S)
    found = [html.unescape(re.sub("<[^>]+>", "", t)).strip() for t in re.findall(r"<(?:p|li|dd|h\d|figcaption)[^>]*>(.*?)</(?:p|li|dd|h\d|figcaption)>", text, re.S)]
    told = " ".join(t if t[-1] in ".!?:" else f"{t}." for t in found if len(t.split()) > 3)
    measured = readability.measure(told, language)
    assert measured["grade"] <= 8 if language == "en" else measured["ease"] >= 60


@LANGUAGES
def test_what_must_be_said_is_said(language):
    text = "\n".join(words_of(page("full", language))).replace("\u00a0", " ").replace("’", "'")
    said = [FULL["units"][0]["gate"]["statement"]["text"], FULL["cut_set"]["adopted_by"], FULL["instrument"]["name"]]
    for words in [*(m["text"] for m in FULL["messages"]), *said]:
        assert words[language].replace("\u00a0", " ").replace("’", "'") in text
    for figure in ("1.0.0", "1.3.0", FULL["instrument"]["digest"][:12], "policy-k11"):
        assert figure in text


def test_voluntariness_comes_first():
    text = page("full", "en")
    signs = text[text.index('id="signs"') : text.index('id="views"')]
    places = [signs.index(t) for t in ("Having to take part", "Words passed on", "Being looked down on", "Told to expect less")]
    assert places == sorted(places)


def test_a_count_that_is_too_small_is_said_in_words():
    text = " ".join(words_of(page("full", "en")))
    assert "1 to 10 people" in text


def test_too_few_heard_is_a_finding_and_no_figure_of_people_is_shown():
    text = page("few", "en")
    shown = " ".join(words_of(text[: text.index('id="views"')]))
    assert "too few people" in shown and not re.search(r"\b6 people\b|\(\d+ to \d+\).*Hope and recovery", shown)
    assert 'id="done"' in text and "They are owed that." in text


def test_a_region_puts_no_unit_beside_another():
    text = page("region", "en")
    assert not any(u["unit"] in text for u in REGION["units"])
    own = json.loads(json.dumps(REGION))
    own["units"], own["region"]["units_unnamed"] = own["units"][-1:], True
    text = IntegrityProfile(json.dumps(own)).report(lang="en")
    assert "three-rivers" in text and not any(u["unit"] in text for u in REGION["units"][:-1])


def test_every_unit_has_a_page_that_names_no_other():
    made = pages(IntegrityProfile(json.dumps(REGION)))
    assert list(made) == ["region.html", *(f"{u['unit']}.html" for u in REGION["units"])]
    for u in REGION["units"]:
        assert not any(o["unit"] in made[f"{u['unit']}.html"] for o in REGION["units"] if o is not u)


def test_names_of_units_are_text_and_lead_nowhere():
    data = json.loads(json.dumps(REGION))
    data["units"] = [{**FEW["units"][0], "unit": name} for name in ("../<b>x", "..-<b>x", "region")]
    made = pages(IntegrityProfile(json.dumps(data)))
    assert len(made) == 4 and all("/" not in name and not name.startswith(".") for name in made)
    assert not any("<b>x" in text for text in made.values())


def test_the_same_profile_gives_the_same_page():
    assert page("few", "fr") == page.__wrapped__("few", "fr")


def test_the_language_of_the_context_is_left_alone():
    page.__wrapped__("few", "fr")
    assert ps.language() == "en"


@pytest.mark.parametrize("module", ["jinja2", "vl_convert"])
def test_without_the_extra_the_missing_package_is_named(monkeypatch, module):
    monkeypatch.setitem(sys.modules, module, None)
    if module == "jinja2":
        monkeypatch.setattr("peersupport._pages.pages.environment", __import__("peersupport._pages.pages", fromlist=["x"]).environment.__wrapped__)
    with pytest.raises(ModuleNotFoundError, match=module):
        page.__wrapped__("full", "en")


def test_missing_parts_leave_no_hole():
    data = json.loads(json.dumps(FULL))
    u = data["units"][0]
    u |= {"modules": [], "views": [], "series": [], "process": [], "outcomes": None, "done": [], "gaps": [], "eroded": [], "level": None}
    u["improvement"] |= {"ideas": [], "balancing": [], "steps": [], "reflection": [], "look_again": None}
    data["cut_set"] = None
    text = IntegrityProfile(json.dumps(data)).report(lang="en")
    assert 'id="views"' not in text and 'id="reflect"' not in text and "None" not in text
    assert all(v in text for v in ("Hope and recovery", "Self-determination")) and VALUES


def changed(case: dict, **unit: object) -> str:
    data = json.loads(json.dumps(case))
    data["units"][0] |= unit
    return re.sub(r"\s+", " ", " ".join(words_of(IntegrityProfile(json.dumps(data)).report(lang="en"))).replace("\u00a0", " "))


def test_a_level_that_a_limit_holds_down_is_not_the_range_of_the_lowest_value():
    level = {**FULL["units"][0]["level"], "id": "experienced-sometimes", "verdict": "firm"}
    range_ = "The whole range of the lowest value lies within it"
    held, free = changed(FULL, level=level), changed(FULL, level={**level, "held_by": []})
    assert range_ not in held and "keeps the level down" in held and "The value people meet least often decides" not in held
    assert range_ in free and "keeps the level down" not in free and "The value people meet least often decides" in free


def signs(**more: object) -> list[dict]:
    return [{**e, **more} if e["facet"] == "voluntariness" else e for e in FULL["units"][0]["eroded"]]


def test_the_first_thing_to_look_at_is_something_shown_that_was_met():
    share = {"value": 25.0, "low": 15.0, "high": 37.0, "people": 16}
    text = changed(FULL, eroded=signs(ever=None, ever_met="not-known", often=share, often_met="counted"))
    assert "First thing to look at 16 of 64 people met this often or always: Having to take part" in text
    text = changed(FULL, eroded=signs(ever=None, ever_met="nearly-all", often=None, often_met="not-known"))
    assert "First thing to look at Having to take part. Who met this at least once: all but 1 to 10 people." in text
    text = changed(FULL, eroded=signs(ever=None, ever_met="nobody", often=None, often_met="nobody"))
    assert "First thing to look at" in text and "First thing to look at Having" not in text


@pytest.mark.parametrize("why, said", [("too-few-people", "Too few people answered"), ("hidden-to-protect", "Nothing is shown here, so that nobody can be recognized"), ("nobody", "not asked in this wave, or nobody answered them")])
def test_why_no_sign_is_shown_and_how_more_people_can_be_heard(why, said):
    unit = FEW["units"][0]
    cells = [{**c, "showing": why} if c["perspective"] == "person" else c for c in unit["cells"]]
    heard = [{**h, "showing": why} if h["perspective"] == "person" else h for h in unit["heard"]]
    text = changed(FEW, eroded=[{**e, "showing": why} for e in unit["eroded"]], cells=cells, heard=heard)
    at = text.index("all the rest builds on it")
    assert said in text[at : at + 250] and "So that more people are heard" in text
    assert "So that more people are heard" not in changed(FULL)


def test_a_count_that_was_stated_and_may_not_be_shown_is_not_called_not_stated():
    unit = FULL["units"][0]

    def row(**more: object) -> str:
        text = changed(FULL, heard=[{**unit["heard"][0], **more}, *unit["heard"][1:]])
        return text[text.index("People who receive support 64") :][:90]

    assert "not shown" in row(refused=None) and "not stated" not in row(refused=None)
    assert "not stated" in row(refused=None, eligible=None, invited=None, responded=None, leavers_invited=None, response_rate=None)
    few = changed(FEW)
    assert "People who receive support too few people not shown – – not shown" in few


def test_one_agency_with_the_collection_of_a_region_gets_its_own_page():
    data = json.loads(json.dumps(REGION))
    for u in data["units"][:-1]:
        for h in u["heard"]:
            h |= {"showing": "nobody", "people": None}
    profile = IntegrityProfile(json.dumps(data))
    assert profile.unit().unit == "three-rivers" and "three-rivers" in profile.report(lang="en")
    assert list(pages(profile)) == [f"{u['unit']}.html" for u in REGION["units"]]
