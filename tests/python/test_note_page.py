# SPDX-License-Identifier: Apache-2.0
"""The note with its marks as a page and in a notebook: nothing lost, every mark reachable, both languages."""
from __future__ import annotations

import html
import itertools
import random
import re
from html.parser import HTMLParser

import peersupport as ps
import pytest
from note_cases import CANARY, ENGLISH, LANGUAGES, TEXTS, check, ours
from peersupport._note.marks import Mark, marked

HOSTILE = "A zorbel <script>alert(1)</script> & <b>\"bold\"</b> 'x' </div></mark> &amp; ]]> <!-- wimblé\n\n  two  spaces\t\u0000\u0007\u0085\ufffe end"


class Page(HTMLParser):
    """Ids, links, what would be fetched, and the text of every element of one class."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.within: list[tuple[str, dict[str, str | None]]] = []
        self.marks: list[tuple[str, str]] = []
        self.hidden = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []
        if tag == "a":
            self.links.append(given["href"] or "")
        if tag in ("script", "link", "img", "iframe", "object", "embed", "base", "video", "audio"):
            self.fetched.append(tag)
        self.fetched += [k for k in given if k.startswith("on") or k in ("src", "srcset", "style")]


def of_note(page: str, id: str = "field-text") -> str:
    """The HTML of the note on a page."""
    return re.search(rf'<(div|dd) class="note"[^>]*id="{id}"[^>]*>(.*?)</\1>', page, re.DOTALL)[2]


def plain(marked_text: str) -> str:
    """What stands there without the numbers of the marks."""
    without = re.sub(r'<a class="number".*?</a>', "", marked_text, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", without))


@pytest.fixture(scope="module", autouse=True)
def jinja():
    pytest.importorskip("jinja2")


# ---- the page


@LANGUAGES
@pytest.mark.parametrize("shown", ["en", "fr"])
def test_the_page_is_valid_and_needs_nothing_else(language, shown):
    page = check(TEXTS[language], fields={"goal": TEXTS[language], "mode": "x"}).to_html(language=shown)
    found = Page(page)
    assert not found.fetched and "url(" not in page and "@import" not in page
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    assert f'<html lang="{shown}">' in page and page.count("<h1") == 1
    pytest.importorskip("html5lib").HTMLParser(strict=True).parse(page)
    headings = [int(n) for n in re.findall(r"<h([1-6])", page)]
    assert all(b - a <= 1 for a, b in itertools.pairwise(headings))


def test_every_mark_leads_to_its_finding_and_back():
    report = check(TEXTS["en"], fields={"goal": "A plonk, the zorbel."})
    page = report.to_html()
    found = Page(page)
    placed = [f for f in report.findings if f.kind != "absent" and f.end > f.start]
    numbers = re.findall(r'<a class="number" id="place-(\w+)" href="#finding-(\w+)">', page)
    assert len(numbers) == len(placed) and all(a == b for a, b in numbers)
    for label, _ in numbers:
        assert found.links.count(f"#finding-{label}") == found.links.count(f"#place-{label}") == 1
        assert f'<li id="finding-{label}"' in page
    assert [n for n, _ in numbers if n.isdigit()] == [str(n + 1) for n in range(sum(f.suppressed_by is None for f in placed))]


def test_before_each_mark_stands_its_severity_in_words_and_its_number():
    page = check("A zorbel was wimblé, a plonk.", language="en").to_html()
    told = re.findall(r'<mark class="(\w+)"><a class="number"[^>]*><span class="hidden">([^<]+) </span><span aria-hidden="true">(\w+)</span>', page)
    assert told == [("error", "Look at first, 1:", "1"), ("warning", "Look at again, 2:", "2"), ("info", "Good to know, 3:", "3")]
    styles = [re.search(rf"mark\.{name} > \.words {{ text-decoration-style: (\w+)", page)[1] for name in ("error", "warning", "info", "left")]
    assert len(set(styles)) == 4


def test_what_was_left_alone_is_there_and_closed():
    page = check(TEXTS["en"]).to_html()
    inside = page[page.index('id="left"') :].partition("</details>")[0]
    assert "<details" in inside and "<details open" not in page
    assert "said by the person" in inside and "OURS-001" in inside and 'id="finding-a"' in inside


@pytest.mark.parametrize("text", [*TEXTS.values(), HOSTILE, "  zorbel  \n\n\tzorbel\n", "zorbel", "zorbel" + " 😀é" * 50])
def test_the_note_is_kept_character_by_character(text):
    page = check(text, language="en").to_html()
    kept = text.translate({0: 0x2400, 7: 0x2407, 0x85: 0xFFFD, 0xFFFE: 0xFFFD})
    assert plain(of_note(page)) == kept
    page = check("", fields={"goal": text}, language="en").to_html()
    assert plain(of_note(page, "field-goal")) == kept
    pytest.importorskip("html5lib").HTMLParser(strict=True).parse(page)


def test_a_note_is_text_and_never_markup():
    report = check(HOSTILE, fields={"goal": HOSTILE})
    assert ours(report)
    for shown in (report.to_html(), report.to_html(language="fr"), report._repr_html_()):
        assert "<script" not in shown and "<b>" not in shown and "&lt;script&gt;" in shown and "<!-- w" not in shown


@LANGUAGES
def test_the_page_says_first_how_much_there_is(language):
    report = check(TEXTS[language])
    lacks = sum(f.kind == "absent" for f in report)
    page = report.to_html(language=language)
    lead = re.search(r'<p class="lead">(.*?)</p>', page)[1]
    expected = f"{len(report) - lacks} places to look at again, {lacks} elements a reader may miss. You decide."
    if language == "fr":
        expected = f"{len(report) - lacks} endroits à relire, {lacks} éléments pourraient manquer à qui vous lira. C’est vous qui décidez."
    assert lead == expected
    made = check(TEXTS[language], baseline=report.baseline("a team", "a reason")).to_html(language=language)
    assert {"en": "Nothing beyond what was agreed", "fr": "Rien de plus que ce qui a été convenu"}[language] in made


@LANGUAGES
def test_the_page_says_what_it_is_and_what_it_is_not(language):
    report = check(TEXTS[language])
    page = report.to_html(language=language)
    told = {
        "en": ("Not for appraisal, discipline or pay", "no score", "not labelled by peer workers", "Nothing left this computer", "person-led", "nobody yet"),
        "fr": ("Pas pour évaluer le personnel", "pas de score", "n’ont pas été annotées", "Rien n’a quitté cet ordinateur", "person-led", "personne encore"),
    }  # fmt: skip
    for words in told[language]:
        assert words in page
    assert report.rules_digest in page and ps.__version__ in page
    value = str(ps.definition.find("dignity-respect-inclusion").name.fr if language == "fr" else ps.definition.find("dignity-respect-inclusion").name.en)
    assert value in page and "our-own-guideline" in page


def test_in_french_nothing_stays_english():
    page = check(TEXTS["fr"], fields={"goal": "Voir sa sœur.", "mode": "au téléphone"}).to_html(language="fr")
    seen = re.sub(r"<style>.*?</style>|<code[^>]*>.*?</code>|<[^>]+>", " ", page, flags=re.DOTALL)
    assert not ENGLISH.search(seen), ENGLISH.search(seen)
    ps.set_language("fr")
    seen = re.sub(r"<style>.*?</style>|<[^>]+>", " ", check(TEXTS["fr"])._repr_html_(), flags=re.DOTALL)
    assert not ENGLISH.search(seen), ENGLISH.search(seen)


def test_words_in_another_language_say_so():
    page = check(TEXTS["fr"]).to_html(language="en")
    assert re.search(r'<div class="note"[^>]*lang="fr"', page) and '<span lang="fr">une voisine' in page
    assert 'lang="fr"' not in check(TEXTS["fr"]).to_html(language="fr").partition("<body>")[2]


def test_a_page_can_be_kept_and_only_its_owner_may_read_it(tmp_path):
    report = check(TEXTS["en"])
    path = tmp_path / "note.html"
    assert report.to_html(path) == path.read_text(encoding="utf-8") == report.to_html(language="en")
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(ps.Error, match="FILE_UNWRITABLE") as told:
        report.to_html(tmp_path / "no" / "note.html")
    assert "zorbel" not in str(told.value)
    with pytest.raises(ValueError, match="language"):
        report.to_html(language="de")


def test_a_note_without_places_has_a_page_too():
    for text, fields in (("", None), ("We met.", None), (None, {"mode": "phone"})):
        page = check(text, fields=fields).to_html()
        pytest.importorskip("html5lib").HTMLParser(strict=True).parse(page)
        assert "No place to look at again" in page


# ---- notebooks


def test_a_notebook_shows_the_note_and_tables_and_needs_no_other_package(monkeypatch):
    import sys

    report = check(TEXTS["en"], fields={"goal": f"{CANARY} zorbel"})
    monkeypatch.setitem(sys.modules, "jinja2", None)
    shown = report._repr_html_()
    found = Page(shown)
    assert not found.fetched and len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links} <= set(found.ids) and "zorbel" in shown and CANARY in shown
    pytest.importorskip("html5lib").HTMLParser(strict=True).parseFragment(shown)
    other = Page(check("A zorbel.")._repr_html_())
    assert not set(found.ids) & set(other.ids)  # several reports in one notebook


# ---- marks inside and across one another


def mark(start: int, end: int, n: int) -> Mark:
    return Mark(start, end, "warning", str(n), f"Look, {n}:", f"place-{n}", f"finding-{n}")


def test_marks_inside_and_across_one_another_are_cut_where_they_must_be():
    assert plain(marked("abcdef", [mark(0, 6, 1), mark(1, 3, 2)])) == "abcdef"
    crossing = marked("abcdef", [mark(0, 4, 1), mark(2, 6, 2)])
    assert plain(crossing) == "abcdef" and crossing.count('class="number"') == 2
    assert crossing.count("<mark") == crossing.count("</mark>") == 3
    assert marked("ab", [mark(1, 1, 1), mark(1, 9, 2), mark(-1, 1, 3)]) == "ab"  # places that are none


def test_any_marks_keep_the_text_and_nest():
    chance = random.Random(5)
    parser = pytest.importorskip("html5lib").HTMLParser
    for _ in range(300):
        text = "".join(chance.choice("ab<>&\" é😀\n") for _ in range(30))
        marks = []
        for n in range(chance.randrange(8)):
            start, end = sorted((chance.randrange(31), chance.randrange(31)))
            found = mark(start, end, n)
            marks.append(found if chance.random() < 0.7 else found._replace(label="", id=f"shown-{n}"))
        made = marked(text, marks)
        assert plain(made) == text
        strict = parser(strict=True)
        strict.parseFragment(f"<div>{made}</div>")
        ids = re.findall(r' id="([^"]+)"', made)
        assert sorted(ids) == sorted(m.id for m in marks if m.start < m.end)
