# SPDX-License-Identifier: Apache-2.0
"""The constellation as a picture: valid, readable by a screen reader, without overlaps, in every light."""
from __future__ import annotations

import itertools
import json
import re
import xml.etree.ElementTree as ET

import peersupport as ps
import pytest
from conftest import ROOT

pytest.importorskip("drawsvg")
from peersupport._programme import constellation  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"
SAMPLE = ROOT / "examples/programme/lakeshore-network.json"
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])
LONG = {
    "en": "Lakeshore-and-Northern-Counties interregional supervisors' community of practice for peer support work",
    "fr": "Communauté de pratique interrégionale des superviseures et superviseurs du soutien par les pairs",
}


def sample() -> dict:
    return json.loads(SAMPLE.read_text(encoding="utf-8"))


def many() -> dict:
    """Twelve peer networks, one not joined, one that never met, one without dates; no stewardship group."""
    of = sample()
    first = of["networks"][0]
    for i in range(11):
        network = {**first, "id": f"net-{i}", "name": {"en": f"Network {i}", "fr": f"Réseau {i}"}}
        network["meetings"] = [f"2017-{month:02}-03" for month in range(1, 13)]
        of["networks"].append(network)
    of["networks"][4]["joins_hub"] = False
    of["networks"][5]["meetings"] = []
    del of["networks"][6]["meetings"]
    gone = {t["id"] for t in of["tables"] if t["connection"].endswith("stewardship-group")}
    of["tables"] = [t for t in of["tables"] if t["id"] not in gone]
    of["links"] = [link for link in of["links"] if not {link["from"], link["to"]} & gone]
    return of


def long_names() -> dict:
    of = sample()
    of["hub"]["name"] = LONG
    for row in of["networks"] + of["tables"]:
        row["name"] = LONG
    of["networks"][0]["name"] = {"en": "W" * 60, "fr": "réseau-" * 12}
    return of


def nothing() -> dict:
    of = sample()
    for name in ("hub", "links"):
        of.pop(name)
    of["networks"] = of["tables"] = []
    for row in of["positions"] + of["supervisors"]:
        row["networks"] = []
    return of


PROGRAMS = {"sample": sample, "many": many, "long": long_names, "nothing": nothing}
EACH = pytest.mark.parametrize("which", PROGRAMS)


def report(which: str) -> ps.ProgrammeReport:
    return ps.check_programme(PROGRAMS[which](), as_of="2017-12-31")


def words(root: ET.Element) -> list[str]:
    return ["".join(t.itertext()) for t in root.iter(f"{SVG}text")]


def box(of: ET.Element) -> tuple[float, float, float, float]:
    x, y, w, h = (float(of.get(k, "0")) for k in ("x", "y", "width", "height"))
    return x, y, x + w, y + h


def text_box(of: ET.Element) -> tuple[float, float, float, float]:
    """Where a line of text stands, with letters as wide as those of a wide face on the average (0.55 em, bold 0.58)."""
    size, x, y = (float(of.get(k, "0")) for k in ("font-size", "x", "y"))
    half = len("".join(of.itertext())) * size * (0.58 if of.get("font-weight") else 0.55) / 2
    return x - half, y - 0.8 * size, x + half, y + 0.22 * size


def apart(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[2] <= b[0] + 0.1 or b[2] <= a[0] + 0.1 or a[3] <= b[1] + 0.1 or b[3] <= a[1] + 0.1


@LANGUAGES
@EACH
def test_the_picture_is_svg_with_a_title_and_a_description_in_words(which, language):
    root = ET.fromstring(report(which).svg(language))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img" and root.get("lang") == language
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert list(root).index(title) < list(root).index(next(root.iter(f"{SVG}rect")))
    assert "lakeshore-network" in title.text
    for connection in ps.definition.connections:
        part = ps.definition.find(connection["from"]).label
        assert (part.fr if language == "fr" else part.en).replace("'", "’") in desc.text
    assert "http" not in report(which).svg(language).replace("http://www.w3.org/", "")


@LANGUAGES
@EACH
def test_nothing_overlaps_and_nothing_leaves_the_picture(which, language):
    root = ET.fromstring(report(which).svg(language))
    whole, *rects = list(root.iter(f"{SVG}rect"))
    frame = box(whole)
    texts = [text_box(t) for t in root.iter(f"{SVG}text")]
    for a, b in itertools.combinations(texts, 2):
        assert apart(a, b), (a, b)
    for one in texts:
        assert frame[0] <= one[0] and one[2] <= frame[2] and frame[1] <= one[1] and one[3] <= frame[3]
    filled = [box(r) for r in rects if r.get("fill") != "none"]
    for a, b in itertools.combinations(filled, 2):
        assert apart(a, b), (a, b)
    for one in texts:  # each line stands wholly in one box
        assert any(r[0] <= one[0] and one[2] <= r[2] and r[1] <= one[1] and one[3] <= r[3] for r in filled), one


@EACH
def test_letters_are_large_enough_on_a_narrow_telephone(which):
    root = ET.fromstring(report(which).svg())
    assert root.get("viewBox").split()[2] == "360"
    assert min(float(t.get("font-size")) for t in root.iter(f"{SVG}text")) >= 12


def test_states_differ_by_dashes_and_by_words():
    dashes = [style[0] for state, style in constellation.STYLES.items() if state != constellation.NONE]
    assert len(set(dashes)) == len(dashes)
    english, french = report("many").svg("en"), report("many").svg("fr")
    for text, told in (
        (english, ("11 of 12 joined", "missing", "joined", "dates not given", "12 in all", "1 did not meet")),
        (french, ("11 sur 12 ont un lien", "lien manquant", "lien en place", "dates inconnues", "12 en tout", "1 sans rencontre")),
    ):
        shown = " ".join(words(ET.fromstring(text)))
        assert all(word in shown for word in told), shown


def test_what_is_missing_is_dashed_and_named():
    root = ET.fromstring(report("nothing").svg())
    dashed = [r for r in root.iter(f"{SVG}rect") if r.get("stroke-dasharray")]
    assert len(dashed) >= 6 and words(root).count("missing") == 5
    assert "In the centre the place of the hub is empty." in root.find(f"{SVG}desc").text
    assert "41 in no" in " ".join(words(root)) and "11 in no" in " ".join(words(root))


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("light", [0, 1], ids=["light", "dark"])
def test_contrast(light):
    c = {name: pair[light] for name, pair in constellation.COLOURS.items()}
    for ground in ("paper", "box", "hub"):
        assert contrast(c["ink"], c[ground]) >= 7
        assert contrast(c["soft"], c[ground]) >= 4.5
    for line in ("line", "accent", "ink"):
        assert contrast(c[line], c["paper"]) >= 3


def test_dark_screens_and_paper_have_colours_of_their_own():
    css = constellation.css()
    dark, paper = css.split("@media print")
    for name, (_, colour) in constellation.COLOURS.items():
        assert f".ps-f-{name}{{fill:{colour}}}" in dark
    assert set(re.findall(r"#\w+", paper)) == {"#fff", "#000"}


def test_kinds_that_an_organization_added_stand_below_with_their_word():
    def connection(name: str, part: str) -> dict:
        row = {"id": f"connection-ours-{name}", "name": LONG, "from": part, "to": "part-hub", "standing": "proposed"}
        news = {"en": "News.", "fr": "Des nouvelles."}
        return row | {"carries": news, "brings": news, "sources": ["src-design"]}

    parts = {"board": "part-stewardship-group", "allies": "part-outer-ring", "youth": "part-peer-network"}
    overlay = {
        "format": "peersupport-overlay-1",
        "id": "ours",
        "version": "1.0.0",
        "organization": {"en": "Ours", "fr": "Nous"},
        "base": {"version": ps.definition.version},
        "add": {"connections": [connection(*one) for one in parts.items()]},
    }
    made = ps.check_programme(sample(), as_of="2017-12-31", overlay=overlay)
    root = ET.fromstring(made.svg())
    texts = [text_box(t) for t in root.iter(f"{SVG}text")]
    assert all(apart(a, b) for a, b in itertools.combinations(texts, 2))
    assert words(root).count("missing") >= 2 and "none named" in words(root)


def test_the_same_report_gives_the_same_picture():
    assert report("many").svg("fr") == report("many").svg("fr")


def test_a_name_is_text_and_never_marks():
    of = sample()
    of["hub"]["name"] = {"en": "<script>&</script>", "fr": "<b>&amp;"}
    root = ET.fromstring(ps.check_programme(of, as_of="2017-12-31").svg())
    assert not list(root.iter(f"{SVG}script")) and "<script>&</script>" in "".join(words(root))
