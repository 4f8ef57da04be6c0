# SPDX-License-Identifier: Apache-2.0
"""The definition on the command line: screens as people see them, files that are written, what is refused."""
from __future__ import annotations

import csv
import importlib.util
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import peersupport as ps
import pytest
from conftest import ROOT
from peersupport._definition import labels

LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])
SHOWN = ["roles", "role-peer-supporter", "drift-medication-handling", "self-determination"]
OVERLAY = {
    "format": "peersupport-overlay-1",
    "id": "northshore",
    "version": "1.0.0",
    "organization": {"en": "Northshore Peer Network", "fr": "Réseau de pairs Northshore"},
    "base": {"version": ps.definition.version},
    "replace": {"role-peer-supporter": {"name": {"en": "Peer worker", "fr": "Intervenant pair, intervenante paire"}}},
    "off": ["drift-driver"],
    "add": {
        "balancing_measures": [
            {
                "id": "balance-northshore-travel",
                "name": {"en": "=Time on the <road>", "fr": "=Temps de <route>"},
                "text": {"en": "Hours that peers spend driving.", "fr": "Heures que les pairs passent sur la route."},
                "standing": "proposed",
                "sources": ["src-design"],
            }
        ]
    },
}


@pytest.fixture
def screen(command):
    Path("overlay.json").write_text(json.dumps(OVERLAY), encoding="utf-8")

    def show(*arguments: str, code: int = 0) -> str:
        shown = command(*arguments, code=code)
        return (shown.out + shown.err).rstrip("\n")

    return show


def narrow(text: str) -> bool:
    return all(len(line) <= 80 or "http" in line for line in text.splitlines())


def settled(text: str) -> str:
    """Screens that do not change with every word of the definition."""
    return text.replace(ps.definition.digest[:12], "<digest>")


# ---- screens


@LANGUAGES
def test_show(golden, screen, language):
    screens = {"all": screen("--lang", language, "definition", "show")}
    screens |= {id: screen("--lang", language, "definition", "show", id) for id in SHOWN}
    for id, text in screens.items():
        golden(f"cli-definition-show-{id}.{language}.txt", settled(text))
        assert narrow(text) and not re.search(r"[┃│━─\x1b]", text)


@LANGUAGES
def test_search(golden, screen, language):
    words = {"en": "keep an eye", "fr": "garder oeil"}[language]
    text = screen("definition", "search", *words.split(), "--lang", language)
    golden(f"cli-definition-search.{language}.txt", text)
    assert "faq-watching" in text and narrow(text)


@LANGUAGES
def test_overlay(golden, screen, language):
    text = screen("--lang", language, "definition", "overlay", "overlay.json")
    golden(f"cli-definition-overlay.{language}.txt", re.sub(r"\b[0-9a-f]{12}\b", "<digest>", text))


@LANGUAGES
def test_help(golden, screen, language):
    parts = [[], ["show"], ["search"], ["export"], ["card"], ["overlay"]]
    text = "\n\n=====\n".join(screen("definition", *part, "--lang", language, "--help") for part in parts)
    golden(f"cli-definition-help.{language}.txt", text)
    assert narrow(text)


@LANGUAGES
def test_every_row_can_be_shown_at_every_width(screen, monkeypatch, language):
    from peersupport._cli.definition_listing import row_lines, table_lines

    ps.set_language(language)
    for columns in ("40", "80"):
        monkeypatch.setenv("COLUMNS", columns)
        for table in ps.definition:
            assert table_lines(ps.definition, table)
            for row in table:
                text = "\n".join(row_lines(ps.definition, row))
                assert row.id in text and not re.search(r"Cue\(|\bNone$", text, re.M)


def test_every_word_and_group_has_a_name_in_both_languages():
    for table in ps.definition:
        assert table.group in labels.GROUPS
        for field in table.fields:
            for word in field.words:
                assert (
                    (field.id, word) in labels.IN_FIELD
                    or word in labels.STANDINGS
                    or word in labels.READINGS
                    or word in labels.WORDS
                ), (table.id, field.id, word)


def test_a_short_id_and_a_table_with_hyphens_are_found(screen):
    assert "Peer navigator" in screen("definition", "show", "peer-navigator")
    assert "service_forms" in screen("definition", "show", "service-forms")


def test_an_overlay_is_seen_everywhere(screen):
    laid = ["--overlay", "overlay.json"]
    assert "northshore 1.0.0" in screen("definition", "show", *laid)
    assert "Peer worker (derived, changed)" in screen("definition", "show", "roles", *laid)
    assert "added by the organization" in screen("definition", "show", "balance-northshore-travel", *laid)
    assert "Peer worker" in screen("definition", "export", "--format", "html", "--table", "roles", *laid)
    screen("definition", "show", "drift-driver", *laid, code=4)


def test_searching_finds_nothing_many_or_one_table(screen):
    assert "Nothing was found" in screen("definition", "search", "zzzz")
    many = screen("definition", "search", "peer")
    assert "more. Add a word" in many and narrow(many)
    assert "Duties" not in screen("definition", "search", "medication", "--table", "drift")


# ---- files


def test_json_is_the_golden_export(screen):
    text = screen("definition", "export", "--format", "json")
    assert text + "\n" == ps.definition.to_json() or text == ps.definition.to_json()
    screen("definition", "export", "--format", "json", "--out", "d.json")
    again = ps.load_definition(Path("d.json"))
    assert again.digest == ps.definition.digest
    assert "1.3.0" in screen("definition", "show", "--definition", "d.json") or again.version != "1.3.0"
    one = json.loads(screen("definition", "export", "--format", "json", "--table", "roles"))
    assert len(one["tables"]["roles"]) == len(ps.definition["roles"])


def test_csv_holds_every_row_and_no_formula(screen):
    screen("definition", "export", "--format", "csv", "--out", "tables", "--overlay", "overlay.json")
    for table in ps.definition:
        with open(f"tables/{table.id}.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert {row["id"] for row in rows} >= set(table.ids) - {"drift-driver"}
        assert not any(cell.startswith("=") for row in rows for cell in row.values())


class Page(HTMLParser):
    """What a page links to, what can be linked to, and how its headings follow each other."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links, self.ids, self.headings, self.lang, self.tags = [], [], [], None, set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.add(tag)
        self.links += [given["href"]] if "href" in given else []
        self.ids += [given["id"]] if "id" in given else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.lang = given.get("lang") if tag == "html" else self.lang


@LANGUAGES
def test_html_pages_are_whole_and_lead_somewhere(screen, language):
    pytest.importorskip("jinja2")
    screen("definition", "export", "--format", "html", "--out", "pages", "--lang", language)
    pages = {path.name: Page(path.read_text(encoding="utf-8")) for path in Path("pages").iterdir()}
    assert set(pages) == {"index.html", *(f"{table.id}.html" for table in ps.definition)}
    for name, page in pages.items():
        assert page.lang == language and len(page.ids) == len(set(page.ids)) and "content" in page.ids
        assert page.headings[0] == 1 and page.headings.count(1) == 1
        assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:]))
        assert not {"script", "link", "img", "iframe"} & page.tags
        for link in page.links:
            if not link.startswith("https://") and not link.startswith("http://"):
                file, _, id = link.partition("#")
                assert id in pages[file or name].ids or not id, (name, link)


@LANGUAGES
def test_a_page_says_in_words_how_sure_each_row_is(screen, language):
    pytest.importorskip("jinja2")
    text = screen("definition", "export", "--format", "html", "--table", "values", "--lang", language)
    assert {"en": "published: a source says it", "fr": "publié\u00a0: une source le dit"}[language] in text
    assert "src=" not in text and "@import" not in text and "url(" not in text


@LANGUAGES
def test_texts_stand_under_their_kinds_without_a_list_of_them(screen, language):
    pytest.importorskip("jinja2")
    text = screen("definition", "export", "--format", "html", "--table", "person-guidance", "--lang", language)
    assert "<nav" not in text and 'id="kind-may-refuse"' in text
    assert "<nav" in screen("definition", "export", "--format", "html", "--table", "roles", "--lang", language)


def test_how_sure_we_are_names_every_standing_on_the_page(screen):
    pytest.importorskip("jinja2")
    text = screen("definition", "export", "--format", "html", "--table", "values")
    assert all(f"<b>{word}</b>" in text for word in ("published", "derived", "proposed"))


def test_a_name_of_an_organization_has_no_official_french(screen):
    laid = ["--overlay", "overlay.json"]
    assert "French wording" in screen("definition", "show", "role-peer-supporter")
    assert "French wording" not in screen("definition", "show", "role-peer-supporter", *laid)
    assert "French wording" in screen("definition", "show", "role-peer-navigator", *laid)


def test_what_an_organization_writes_is_text_on_every_page(screen):
    pytest.importorskip("jinja2")
    for kind in ("html", "markdown"):
        text = screen("definition", "export", "--format", kind, "--table", "balancing-measures", "--overlay", "overlay.json")
        assert "<road>" not in text and "&lt;road" in text


def test_colours_have_enough_contrast():
    style = (ROOT / "python/peersupport/_templates/style.css.j2").read_text(encoding="utf-8")

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    schemes = re.findall(r":root \{[^}]*?(--paper:[^}]*)\}", style)
    assert len(schemes) == 2
    for scheme in schemes:
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", scheme))
        for ink in ("ink", "soft", "accent"):
            for ground in ("paper", "wash"):
                high, low = sorted((light(colours[ink]), light(colours[ground])), reverse=True)
                assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, ground)


def test_the_pages_in_the_documentation_are_current():
    pytest.importorskip("jinja2")
    script = str(ROOT / "scripts/generate_definition_docs.py")
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# ---- what is refused


@pytest.mark.parametrize(
    ("arguments", "code", "english", "french"),
    [
        (["show", "role-peer-suporter"], 4, "Did you mean role-peer-supporter?", "Vouliez-vous dire role-peer-supporter?"),
        (["show", "peer-suporter"], 4, "Did you mean peer-supporter?", "Vouliez-vous dire peer-supporter?"),
        (["search", "x", "--table", "role"], 4, "Did you mean roles?", "Vouliez-vous dire roles?"),
        (["show", "--definition", "none.json"], 3, "There is no such file", "Ce fichier n’existe pas"),
        (["show", "--definition", "."], 3, "This is a folder", "C’est un dossier"),
        (["overlay", "none.json"], 3, "There is no such file", "Ce fichier n’existe pas"),
        (["export", "--format", "csv"], 2, "name a folder with --out", "nommez un dossier avec --out"),
        (["export", "--format", "csv", "--out", "overlay.json"], 3, "name a folder", "nommez un dossier"),
        (["export", "--format", "json", "--out", "no/d.json"], 3, "This folder does not exist", "Ce dossier n’existe pas"),
        (["card", "--role", "navigator", "--audience", "staff", "--out", "a.html"], 4, "Did you mean peer-navigator?", "Vouliez-vous dire peer-navigator?"),
        (["card", "--role", "peer-evaluator", "--audience", "person", "--out", "a.html"], 2, "Choose peer-supporter", "Choisissez peer-supporter"),
        (["card", "--role", "IND", "--audience", "staff", "--out", "a.pdf"], 2, "must end in .html", "doit finir par .html"),
        (["card", "--role", "IND", "--audience", "staff", "--out", "a.html", "--date", "2026-02-30"], 1, "2026-02-30", "2026-02-30"),
        (["card", "--role", "IND", "--audience", "staff", "--out", "a.html", "--date", "soon"], 1, "YYYY-MM-DD", "AAAA-MM-JJ"),
    ],
)  # fmt: skip
def test_refusals_say_what_to_do(screen, arguments, code, english, french):
    if "card" in arguments:
        pytest.importorskip("jinja2")
    assert english in screen("definition", *arguments, code=code)
    assert french in screen("--lang", "fr", "definition", *arguments, code=code)
    assert not Path("a.html").exists()


def test_a_wrong_overlay_names_every_problem(screen):
    wrong = {**OVERLAY, "off": ["is-mutual", "nothing-here"]}
    Path("wrong.json").write_text(json.dumps(wrong), encoding="utf-8")
    text = screen("definition", "overlay", "wrong.json", code=4)
    assert "/off/0" in text and "ROW_FIXED" in text and "/off/1" in text and "REFERENCE_UNKNOWN" in text


@pytest.mark.skipif(importlib.util.find_spec("jinja2") is None, reason="SKIPPED: jinja2 is not installed")
def test_without_jinja2_everything_but_pages_and_cards_works(tmp_path):
    code = """
import sys
for name in ("jinja2", "rich", "duckdb", "pandas", "polars", "pyarrow"): sys.modules[name] = None
from peersupport._cli import main
assert main(["definition", "show"]) == 0
assert main(["definition", "search", "choice"]) == 0
assert main(["definition", "export", "--format", "csv", "--table", "roles"]) == 0
assert main(["definition", "card", "--role", "IND", "--audience", "staff", "--out", "card.html"]) == 5
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert 'pip install "peersupport[report]"' in done.stderr
