# SPDX-License-Identifier: Apache-2.0
"""One printed page about a role. With Chromium here, every card is printed on both papers and counted."""
from __future__ import annotations

import re
import shutil
import subprocess

import peersupport as ps
import pytest
from peersupport._pages.room import Layout, Line, Section, Type, first_sentences, line_count, text_width

pytest.importorskip("jinja2")
from peersupport._pages.cards import EMERGENCY, LOCAL, RIGHTS, UNWELL, card, card_page, meets_people  # noqa: E402

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ROLES = [role.id for role in ps.definition["roles"]]
MEETING = [role.id for role in ps.definition["roles"] if meets_people(ps.definition, role)]
FOR = {"staff": ROLES, "person": MEETING}
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])
AUDIENCES = pytest.mark.parametrize("audience", ["staff", "person"])
EVERY_ROLE = pytest.mark.parametrize("role", ROLES)
EVERY_CARD = pytest.mark.parametrize(("audience", "role"), [(a, role) for a, roles in FOR.items() for role in roles])
WHO_MEETS = pytest.mark.parametrize("role", MEETING)


def made(role: str, audience: str, definition=ps.definition):
    return card(definition, definition["roles"][role], audience)


def sections(card):
    return {section.id: section for band in card.bands for column in band for section in column}


# ---- what stands on it


def test_a_card_for_the_person_is_of_a_role_that_meets_people():
    apart = {"educator", "systemic-advocate", "supervisor", "system-lead", "evaluator"}
    assert set(ROLES) - set(MEETING) == {f"role-peer-{name}" for name in apart}


@LANGUAGES
@EVERY_CARD
def test_every_card_fits_and_every_section_says_something(role, audience, language):
    ps.set_language(language)
    found = made(role, audience)
    assert found.fits and all(section.lines for section in sections(found).values())
    assert len(found.ids) == len(set(found.ids))


@LANGUAGES
@EVERY_ROLE
def test_the_staff_card_holds_core_duties_and_the_gravest_drift(role, language):
    ps.set_language(language)
    parts = sections(made(role, "staff"))
    duties = [ps.definition.find(line.id) for line in parts["does"].lines]
    assert 3 <= len(duties) <= 8 and all(role in duty.core_roles for duty in duties)
    assert len(parts["does-not"].lines) >= 3 and 2 <= len(parts["faq"].lines) <= 5
    assert UNWELL not in [line.id for line in parts["faq"].lines]
    for line in parts["does-not"].lines:
        drift = ps.definition.find(line.id)
        assert drift.severity >= 3 and role not in drift.roles_exempt
    asked = parts["ask"].lines if "ask" in parts else []
    assert all(line.more.endswith("?") for line in asked), "what depends is asked"


def test_nothing_without_a_link_to_the_role_is_asked():
    found = made("role-peer-evaluator", "staff")
    assert not {"cond-transport", "faq-driving"} & set(found.ids) and "ask" not in sections(found)


@LANGUAGES
@WHO_MEETS
def test_the_card_for_the_person_keeps_what_protects_people(role, language):
    ps.set_language(language)
    found = made(role, "person")
    assert {*RIGHTS, EMERGENCY} <= set(found.ids)
    assert {"guide-tell-complaint", "guide-refuse-ideas", "guide-expect-role"} <= set(RIGHTS)
    assert LOCAL not in found.ids and "9-8-8" in found.emergency
    for id in found.ids:
        whole = str(ps.definition.find(id).text)
        assert id == EMERGENCY or any(line.text == whole for s in sections(found).values() for line in s.lines)


@WHO_MEETS
def test_both_languages_hold_the_same_rights(role):
    found = {}
    for language in ("en", "fr"):
        ps.set_language(language)
        found[language] = made(role, "person").ids
    assert found["en"] == found["fr"]


def test_the_foot_tells_the_words_of_an_organization_apart():
    words = {"en": "Peer worker", "fr": "Personne paire"}
    laid = overlaid(replace={"role-peer-supporter": {"name": words}}, add={"person_guidance": [guidance("Ask Jo.")]})
    assert "and 2 are worded by the organization" in card_page(laid, laid["roles"][0], "person")


def overlaid(**members):
    base = {
        "format": "peersupport-overlay-1",
        "id": "northshore",
        "version": "1.0.0",
        "organization": {"en": "Northshore", "fr": "Northshore"},
        "base": {"version": ps.definition.version},
    }
    return ps.definition.with_overlay(base | members)


def guidance(text: str) -> dict[str, object]:
    return {
        "id": "guide-northshore-office",
        "kind": "tell",
        "text": {"en": text, "fr": text},
        "values": ["integrity-authenticity-trust"],
        "standing": "proposed",
        "sources": ["src-design"],
    }


def test_what_an_organization_adds_comes_first_and_is_escaped():
    laid = overlaid(add={"person_guidance": [guidance("Ask <Jo> at the desk.")]})
    found = made("role-peer-supporter", "person", laid)
    assert sections(found)["tell"].lines[0].text == "Ask <Jo> at the desk."
    page = card_page(laid, laid["roles"][0], "person")
    assert "&lt;Jo&gt;" in page and "<Jo>" not in page and "northshore 1.0.0" in page


def test_long_texts_of_an_organization_push_others_off_the_page():
    short = made("role-peer-supporter", "person")
    long = made("role-peer-supporter", "person", overlaid(add={"person_guidance": [guidance("word " * 45 + "end.")]}))
    assert long.fits and set(short.ids) - set(long.ids)


def test_texts_that_no_page_can_hold_are_told(tmp_path, capsys):
    from peersupport._cli.definition_export import write_card

    laid = overlaid(add={"person_guidance": [guidance("word " * 300 + "end.")]})
    assert write_card(laid, "IND", "person", None, str(tmp_path / "card.html")) == 0
    assert "more than one page" in capsys.readouterr().out


@AUDIENCES
def test_the_foot_says_which_definition_how_sure_and_no_date_nobody_gave(audience):
    role = ps.definition["roles"][0]
    page = card_page(ps.definition, role, audience)
    assert ps.definition.version in page and ps.definition.digest[:12] in page and "CC BY 4.0" in page
    assert ps.definition.digest[:13] not in page
    whole, sourced, ours = map(int, re.search(r"of the (\d+) texts on this page, (\d+) follow published sources and (\d+)", page).groups())
    assert whole == sourced + ours == len(card(ps.definition, role, audience).ids) + 1
    assert not re.search(r"\b20\d\d-", page.split("<footer>")[1])
    assert "2026-11-22" in card_page(ps.definition, role, audience, "2026-11-22")


@LANGUAGES
@AUDIENCES
def test_the_page_needs_nothing_else(audience, language):
    ps.set_language(language)
    page = card_page(ps.definition, ps.definition["roles"][0], audience)
    assert f'<html lang="{language}">' in page and "<h1>" in page
    assert not re.search(r"<script|<link|src=|@import|url\(|https?://", page)


# ---- room


def test_a_paragraph_takes_the_lines_it_needs():
    assert line_count("word", 100) == 1 and line_count("word " * 20, text_width("word word")) >= 10
    assert text_width("W") > text_width("i") > 0


def test_answers_are_cut_between_sentences_and_yes_or_no_is_not_an_answer():
    text = "No. Peers do not watch people. They keep people company."
    assert first_sentences(text, 10) == "No. Peers do not watch people. …"
    assert first_sentences(text, 500) == text
    assert first_sentences("One long sentence that is alone.", 5) == "One long sentence that is alone."


def test_a_page_that_cannot_fit_says_so():
    kind = Type(10, 1.4, 200)
    layout = Layout(10.0, kind, kind, kind, kind, kind, kind, 0.0)
    layout.bands = [[[Section("a", "A", [Line("text")], 1)]]]
    assert not layout.fit()
    layout.room = 100.0
    assert layout.fit()


# ---- printed


def bound(language: str, audience: str, paper: str) -> str:
    """The cards of all roles, one after the other, each from a new sheet on."""
    ps.set_language(language)
    pages = [card_page(ps.definition, role, audience, "2026-11-22") for role in map(ps.definition["roles"].__getitem__, FOR[audience])]
    head, rest = pages[0].split("</style>", 1)
    cards = [re.search(r"<body[^>]*>(.*)</body>", page, re.S)[1] for page in pages]
    sheets = '<div style="break-before: page"></div>'.join(f"<div>{card}</div>" for card in cards)
    opening = re.search(r"</head>\s*<body[^>]*>", rest)[0]
    return f"{head}@page {{ size: {paper}; }}</style>{opening}{sheets}</body></html>"


@pytest.mark.skipif(CHROMIUM is None, reason="SKIPPED: no Chromium here to print with")
@LANGUAGES
@AUDIENCES
@pytest.mark.parametrize("paper", ["letter", "A4"])
def test_every_card_is_one_printed_page(tmp_path, audience, language, paper):
    page, pdf = tmp_path / "cards.html", tmp_path / "cards.pdf"
    page.write_text(bound(language, audience, paper), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command = [CHROMIUM, *options, f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    data = pdf.read_bytes()
    height = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+[\d.]+\s+([\d.]+)", data)
    assert height is None or abs(float(height[1]) - {"letter": 792, "A4": 842}[paper]) < 2
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", data)) == len(FOR[audience])
