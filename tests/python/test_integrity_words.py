# SPDX-License-Identifier: Apache-2.0
"""What a page says in words: no small group, no more than the figures bear, nothing about what is not there."""
from __future__ import annotations

import copy
import html
import json
import re
from typing import Any

import peersupport as ps
import pytest
from integrity_cases import FEW, FULL, LANGUAGES, REGION, VALUES, figure, share
from peersupport._integrity.profile import IntegrityProfile
from peersupport._integrity.region_page import RegionPage
from peersupport._integrity.unit_page import UnitPage
from peersupport._integrity.view import UnitView

HARM = FULL["units"][0]["outcomes"]["harm"]


def of(case: dict[str, Any], **unit: Any) -> IntegrityProfile:
    data = json.loads(json.dumps(case))
    data["units"][0] |= unit
    return IntegrityProfile(json.dumps(data))


def page_of(case: dict[str, Any], **unit: Any) -> UnitPage:
    profile = of(case, **unit)
    return UnitPage(UnitView(profile, profile._data["units"][0]))


def told(text: str) -> str:
    """The words of a page, as they are read."""
    text = re.sub(r"(?s)<style>.*?</style>|<svg.*?</svg>", "", text)
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", text)).replace("\u00a0", " "))


def report(case: dict[str, Any], language: str = "en", **unit: Any) -> str:
    pytest.importorskip("jinja2")
    pytest.importorskip("vl_convert")
    return told(of(case, **unit).report(lang=language, unit=case["units"][0]["unit"]))


# ---- who was not heard


@pytest.mark.parametrize("missed, shown", [(0, True), (1, False), (10, False), (11, True)])
def test_a_few_who_were_asked_and_not_heard_cannot_be_worked_out(missed, shown):
    heard = {**FULL["units"][0]["heard"][0], "people": 70, "responded": 70, "invited": 70 + missed, "eligible": 70 + missed}
    page = page_of(FULL, heard=[heard])
    row = page.heard[0]
    assert row[1] == "70" and (row[2:5] == ["not shown"] * 3) == (not shown)
    assert (f"of {70 + missed} who were asked" in dict(page.glance)["Who was heard"]) == shown


@pytest.mark.parametrize("few, said", [(1, False), (10, False), (11, True)])
def test_a_few_who_could_have_been_asked_are_no_number(few, said):
    page = page_of(FULL, heard=[{**FULL["units"][0]["heard"][0], "eligible": 150 + few}])
    assert any("could have been asked" in note for note in page.heard_notes) == said


def test_nobody_who_was_asked_is_not_somebody_who_was_not_asked():
    row = {**FULL["units"][0]["heard"][1], "showing": "nobody", "people": None, "invited": None}
    assert page_of(FULL, heard=[row]).heard[0][1] == "not asked in this wave, or nobody answered"
    assert page_of(FULL, heard=[{**row, "invited": 18}]).heard[0][1] == "nobody answered"


@pytest.mark.parametrize("why, said", [("no-worker-count", "“workers” in the collection file, or --worker"), ("too-few-workers", "Join with a service nearby")])
def test_what_would_let_figures_be_shown_fits_the_reason(why, said):
    unit = FEW["units"][0]
    heard = [{**h, "showing": why} if h["perspective"] == "person" else h for h in unit["heard"]]
    text = report(FEW, heard=heard)
    assert said in text and "So that figures can be shown" in text and "safe to answer" not in text


# ---- no more than the figures bear


def cells(low: float, step: float, half: float) -> list[dict[str, Any]]:
    of_people = [c for c in FULL["units"][0]["cells"] if c["perspective"] == "person"]
    return [{**c, "mean": figure(low + step * n, half)} for n, c in enumerate(of_people)]


@LANGUAGES
def test_most_and_least_are_said_only_where_ranges_are_apart(language):
    ps.set_language(language)

    def said(*numbers: float) -> str:
        return dict(page_of(FULL, cells=cells(*numbers)).glance)[{"en": "What people said", "fr": "Ce que les gens ont dit"}[language]]

    assert {"en": "All seven values lie close together (57 to 60 of 100).", "fr": "Les sept valeurs sont proches (de 57 à 60 sur 100)."}[language] in said(57, 0.5, 6)
    assert {"en": "Their ranges overlap", "fr": "Leurs intervalles se recoupent"}[language] in said(40, 4, 15)
    assert {"en": "Least often: Hope and recovery (40 of 100)", "fr": "Le moins souvent : Espoir et rétablissement (40 sur 100)"}[language] in said(40, 4, 5)


@LANGUAGES
def test_what_staff_see_otherwise_is_one_sentence_a_group(language):
    ps.set_language(language)
    rows = [{**v, "verdict": "different", "higher": "staff"} for v in FULL["units"][0]["views"]]
    whole = page_of(FULL, views=rows).views_told
    assert len(whole) == 1 and whole[0].startswith({"en": "All seven values: peer supporters and supervisors see them more often", "fr": "Les sept valeurs : les paires aidantes et les pairs aidants, de même que"}[language])
    rows[0]["verdict"], rows[1]["higher"] = "cannot-tell", "person"
    parts = page_of(FULL, views=rows).views_told
    assert len(parts) == 3 and sum("; " in p for p in parts) == 2


def test_what_cannot_tell_and_alike_mean_stands_beside_them():
    text = report(FULL)
    assert "Seven values are looked at together, so a change must stand out more clearly than its own range." in text
    assert "the whole range of the difference stays within 10 points" in text and "does not mean that views are alike" in text


def test_squares_and_lines_of_a_chart_are_explained_and_said():
    unit = FULL["units"][0]
    chart = {"centre": 60.0, "lower": 52.0, "upper": 68.0, "signals": [{"rule": "trend", "from": 3, "to": 7}]}
    series = [{**s, "chart": chart} for s in unit["series"]]
    process = [{**p, "chart": {**p["chart"], "signals": [{"rule": "beyond-limits", "from": 0, "to": 0}]}} for p in unit["process"]]
    assert "The solid line is the usual mean." not in report(FULL)
    text = report(FULL, series=series, process=process)
    assert "The solid line is the usual mean." in text and "a long run on one side, or a steady rise or fall" in text
    assert "Out of the ordinary: 2023-2 to 2025-2 (a steady rise or fall)." in text
    profile = of(FULL, series=series, process=process)
    assert "Usual: 60. Usual ups and downs: about 52 to 68. Out of the ordinary: 2023-2 to 2025-2" in profile.plot.waves().words
    assert "Usual: 59%." in profile.plot.process().words and "2025-07 (outside the dashed lines)" in profile.plot.process().words


def test_every_rule_of_a_chart_has_words():
    from peersupport._integrity.words import RULES
    from peersupport.evidence import charts

    assert set(RULES) == set(charts.RULE_AT)


# ---- being left worse off


def outcomes(**harm: Any) -> dict[str, Any]:
    return {**FULL["units"][0]["outcomes"], "harm": {**HARM, **harm}}


@pytest.mark.parametrize("harm, said", [
    ({"people": 58, "ever": share(18, 58), "ever_met": "counted"}, "18 of 58 people, at least once"),
    ({}, "1 to 10 people, at least once"),
    ({"ever_met": "nobody"}, ""),
    ({"showing": "too-few-people", "people": None, "ever_met": "not-known", "often_met": "not-known"}, "cannot be shown here. Say that too."),
])  # fmt: skip
def test_who_may_speak_of_change_says_who_was_left_worse_off(harm, said):
    gate = {**FULL["units"][0]["gate"], "open": True}
    page = page_of(FULL, gate=gate, outcomes=outcomes(**harm))
    statement = dict(page.glance)["About impact"]
    assert statement == page.gate and (said in statement if said else "worse off" not in statement)
    assert "Being left worse off" not in dict(page.glance)


def test_where_nothing_may_be_said_about_impact_harm_is_still_on_the_first_screen():
    page = page_of(FULL, outcomes=outcomes(people=54, ever=share(43, 54), ever_met="counted"))
    assert dict(page.glance)["Being left worse off"] == "Who reports this: 43 of 54 people, at least once."
    assert "Being left worse off" not in dict(page_of(FULL, outcomes=outcomes(ever_met="nobody")).glance)


# ---- nothing about what is not there


def test_what_was_never_asked_has_no_section():
    unit = FULL["units"][0]
    modules = [{**m, "showing": "nobody", "people": None, "mean": None} for m in unit["modules"]]
    scales = [{**s, "showing": "nobody", "people": None, "mean": None} for s in unit["outcomes"]["scales"]]
    nobody = {"scales": scales, "harm": {**HARM, "showing": "nobody", "people": None, "ever_met": "not-known", "often_met": "not-known"}}
    text = report(FULL, modules=modules, outcomes=nobody)
    assert "Working conditions and access" not in text and "Being left worse off" not in text and "about their life" not in text
    assert "The figures in full" not in report(FEW, modules=[])


def test_a_page_leaves_out_what_stands_elsewhere_or_is_not_here():
    data = json.loads(json.dumps(FULL))
    ids = ("complete-case", "no-comparison-of-services", "change-not-measurable", "leavers-not-invited", "cut-set-not-adopted", "region-by-units")
    texts = {id: ps.definition.find(f"msg-{id}")["text"] for id in ids}
    data["messages"] += [{"id": f"msg-{id}", "text": {"en": text.en, "fr": text.fr}} for id, text in texts.items()]
    profile = IntegrityProfile(json.dumps(data))
    method = UnitPage(UnitView(profile, data["units"][0])).method
    assert [id for id, text in texts.items() if text.en in method] == ["cut-set-not-adopted"]
    assert len(method) == len(set(method)) and not set(method) & {m["text"]["en"] for m in data["messages"][:4]}
    few = IntegrityProfile(json.dumps({**data, "units": FEW["units"]}))
    assert texts["cut-set-not-adopted"].en not in UnitPage(UnitView(few, FEW["units"][0])).method


def region(**more: Any) -> RegionPage:
    data = json.loads(json.dumps(REGION))
    for member, value in more.items():
        data[member] = value
    return RegionPage(IntegrityProfile(json.dumps(data)))


def test_a_region_without_ranges_speaks_of_none():
    data = json.loads(json.dumps(REGION))
    for c in data["region"]["cells"]:
        c["mean"] |= {"low": None, "high": None}
    page = region(region=data["region"])
    assert "bar" not in page.scale_note and page.values_intro == "" and page.values_head[-1] == "Mean" and "here" not in page.lead
    assert "bar" in region().scale_note and region().values_intro


def test_a_region_says_why_nothing_is_shown_and_one_group_is_no_comparison():
    hidden = [{**c, "showing": "no-worker-count", "people": None, "mean": None} for c in REGION["region"]["cells"]]
    page = region(region={**REGION["region"], "cells": hidden, "integrity": {"established": False, "reason": "msg-no-worker-count", "lowest": None}})
    assert page.glance[0][1] == "Not shown: size of team unknown."
    one = {**REGION["equity"], "strata": REGION["equity"]["strata"][:1]}
    assert region(equity=one).equity == [] and region(equity=one).equity_reason == "Only one group is large enough to show."
    assert region().equity and region().equity_reason == ""


def test_others_are_spoken_of_only_where_they_are_drawn():
    data = json.loads(json.dumps(REGION))
    few = IntegrityProfile(json.dumps({**data, "units": data["units"][-2:]}))
    many = IntegrityProfile(json.dumps(data))
    notes = [UnitPage(UnitView(p, p._data["units"][-1])).units_note for p in (few, many)]
    assert "Other services are not named" not in notes[0] and "Other services are not named" in notes[1]
    assert "beside all services together" in few.plot.units("three-rivers").title


# ---- access, and notebooks


@LANGUAGES
def test_pictures_have_tables_and_a_citation_its_language(language):
    pytest.importorskip("jinja2")
    pytest.importorskip("vl_convert")
    text = IntegrityProfile(json.dumps(REGION)).report(lang=language, unit="three-rivers")
    same = re.findall(r'(?s)<details class="same">.*?</details>', text)
    assert len(same) == 5 and all("<table" in s and "<summary>" in s for s in same), "among others, views, waves, process, answers"
    assert all(re.search(rf">{v}<", same[2]) for v in REGION["waves"])
    assert (f'<dd lang="en">{html.escape(REGION["instrument"]["citation"])}</dd>' in text) == (language == "fr")


def test_a_table_of_services_says_what_can_be_shown_and_certifies_nothing():
    data = json.loads(json.dumps(REGION))
    data["units"][0] = {**FEW["units"][0], "unit": "birch-lane"}
    profile = IntegrityProfile(json.dumps(data))
    assert "values can be shown for 3 of 4 services" in repr(profile) and "what can be shown: nothing here" in repr(profile.units["birch-lane"])
    table = profile._repr_html_()
    assert "all values" in table and "nothing here" in table and "establish" not in table + repr(profile)
    ps.set_language("fr")
    assert "valeurs montrées pour 3 services sur 4" in repr(profile) and "rien ici" in profile._repr_html_() and VALUES


def test_answers_without_a_wave_name_none():
    data = json.loads(json.dumps(FULL))
    data |= {"wave": None, "waves": [""]}
    u = data["units"][0] | {"wave": None}
    u["change"]["baseline"] |= {"wave": None}
    u["series"] = [{**s, "points": [{**s["points"][0], "wave": None}]} for s in u["series"]]
    data["units"] = [u]
    profile = IntegrityProfile(json.dumps(data))
    page = UnitPage(UnitView(profile, u))
    assert page.change_told.startswith("Since the starting point, ") and page.change_caption == "From the starting point to now"
    said = [repr(profile), repr(profile.unit()), profile._repr_html_(), *(c.title + c.words for c in (profile.plot.profile(), profile.plot.waves(), profile.plot.views()))]
    assert not any("None" in text for text in [*said, *dict(page.facts)]) and "Survey wave" not in dict(page.facts)
    pytest.importorskip("jinja2")
    pytest.importorskip("vl_convert")
    assert "None" not in profile.report(lang="en") and "Service three-rivers" in told(profile.report(lang="en"))


# ---- a share of those heard that is missing


UNKNOWN = "We do not know how many people were invited"
EITHER = "how many were asked is not known, or would say too much about a few people"


def region_told(*heard: dict[str, Any], described: bool = True) -> str:
    """The method of a region in which these people were heard; nothing else is written down of them."""
    data = copy.deepcopy(REGION)
    data["messages"].append({"id": "msg-response-rate-unknown", "text": said_of("msg-response-rate-unknown")})
    data["collection"]["described"] = described
    nothing = dict.fromkeys(("eligible", "invited", "responded", "refused", "leavers_invited", "response_rate"))
    for unit, h in zip(data["units"], heard):
        unit["heard"] = [{**unit["heard"][0], **nothing, **h}]
    data["units"] = data["units"][: len(heard)]
    return " ".join(RegionPage(IntegrityProfile(json.dumps(data))).method)


def said_of(id: str) -> dict[str, str]:
    text = ps.definition.find(id)["text"]
    return {"en": text.en, "fr": text.fr}


def test_a_number_that_is_hidden_is_not_called_unknown():
    nobody_wrote_it, hidden = {}, {"eligible": 180, "leavers_invited": False}
    known = {"eligible": 180, "invited": 150, "response_rate": {"value": 40.0, "low": 35.0, "high": 45.0}}
    assert UNKNOWN in region_told(nobody_wrote_it, known) and EITHER not in region_told(nobody_wrote_it, known)
    for heard in ([hidden, known], [hidden, nobody_wrote_it]):
        assert EITHER in region_told(*heard) and UNKNOWN not in region_told(*heard)
    assert EITHER in region_told() and UNKNOWN in region_told(described=False)  # the units do not stand there
    ps.set_language("fr")
    assert "en dirait trop sur quelques personnes" in region_told(hidden)
