# SPDX-License-Identifier: Apache-2.0
"""Charts: one specification each; a picture that says what it shows; a table that says the same."""
from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
from functools import cache

import peersupport as ps
import pytest
from integrity_cases import FEW, FULL, LANGUAGES, REGION, VALUES
from peersupport._charts import lines, rows
from peersupport._charts.chart import VEGALITE, Chart
from peersupport._charts.theme import LOOK, RAMP
from peersupport._integrity.profile import IntegrityProfile

SVG = "{http://www.w3.org/2000/svg}"


def of(data: dict) -> IntegrityProfile:
    return IntegrityProfile(json.dumps(data))


@cache
def made(language: str) -> dict[str, Chart]:
    """In one language; charts do not change."""
    ps.set_language(language)

    plot, region = of(FULL).plot, of(REGION).plot
    return {
        "profile": plot.profile(), "views": plot.views(), "waves": plot.waves(), "process": plot.process(),
        "answers": plot.answers(VALUES[0]), "units": region.units("three-rivers"), "too few": of(FEW).plot.profile(),
    }  # fmt: skip


def charts() -> dict[str, Chart]:
    return made(ps.language())


NAMES = ["profile", "views", "waves", "process", "answers", "units", "too few"]


@LANGUAGES
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("narrow", [False, True])
def test_every_picture_has_a_title_and_a_description_that_says_the_figures(name, language, narrow):
    pytest.importorskip("vl_convert")
    ps.set_language(language)
    chart = charts()[name]
    root = ET.fromstring(chart.svg(narrow=narrow))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img" and root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == chart.title and desc.text == chart.words
    assert name == "too few" or re.search(r"\d", desc.text)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_loads_nothing_runs_nothing_and_has_no_small_text(name):
    pytest.importorskip("vl_convert")
    text = charts()[name].svg()
    assert "<script" not in text and "href" not in text and "url(" not in text and "<image" not in text
    assert text.count("http") == 1, "the namespace"
    sizes = [float(s) for s in re.findall(r'font-size="([\d.]+)px"', text)]
    assert sizes and min(sizes) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_a_specification_is_plain_json_of_vega_lite_5_and_a_copy(name):
    chart = charts()[name]
    spec = chart.spec
    assert json.loads(json.dumps(spec, allow_nan=False)) == spec
    assert spec["$schema"].endswith("/vega-lite/v5.json") and chart.title in spec["description"]
    spec["layer"].clear()
    assert chart.spec["layer"]


def test_ids_of_pictures_on_one_page_differ():
    pytest.importorskip("vl_convert")
    ids = [re.findall(r' id="([^"]+)"', c.svg(narrow=n)) for c in charts().values() for n in (False, True)]
    flat = [i for found in ids for i in found]
    assert len(flat) == len(set(flat))


def test_a_notebook_gets_the_specification_and_the_picture_and_no_table_that_it_would_prefer():
    pytest.importorskip("vl_convert")
    chart = charts()["profile"]
    bundle = chart._repr_mimebundle_()
    assert bundle.keys() == {VEGALITE, "image/svg+xml", "text/plain"} and bundle[VEGALITE]["layer"]
    assert not hasattr(chart, "_repr_html_"), "notebooks ask for it beside the bundle"


def test_without_the_drawing_package_a_notebook_gets_the_table(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "vl_convert", None)
    chart = charts()["profile"]
    bundle = chart._repr_mimebundle_()
    assert "image/svg+xml" not in bundle and "<caption>" in bundle["text/html"] and 'scope="row"' in bundle["text/html"]
    with pytest.raises(ModuleNotFoundError):
        chart.svg()


def test_frames_hold_the_figures_and_the_reason_where_there_are_none():
    pytest.importorskip("pandas")
    frame = charts()["profile"].to_frame()
    assert list(frame.columns) == ["about", "people", "value", "low", "high", "showing"] and len(frame) == 7
    few = charts()["too few"].to_frame()
    assert few.value.isna().all() and set(few.showing) == {"too-few-people"}


def test_other_units_have_no_name_and_no_order_that_could_be_followed():
    chart = charts()["units"]
    text = json.dumps(chart.spec) + chart.words + chart.to_html()
    assert not any(unit in text for unit in ("birch-lane", "harbour", "maple-house"))
    marks = next(layer["data"]["values"] for layer in chart.spec["layer"] if layer["mark"].get("stroke") == "#55605f")
    by_row = {row["row"]: [m["at"] for m in marks if m["row"] == row["row"]] for row in marks}
    assert all(found == sorted(found) and all(isinstance(v, int) for v in found) for found in by_row.values())


def test_fewer_than_three_others_are_not_drawn_one_by_one():
    data = json.loads(json.dumps(REGION))
    data["units"] = data["units"][-2:]
    chart = of(data).plot.units("three-rivers")
    assert "all services together: " in chart.words and "other services" not in chart.words


def test_groups_differ_by_shape_and_dash_and_answers_by_lightness():
    used = [LOOK[p] for p in ("person", "peer-supporter", "supervisor")]
    assert len({shape for _, shape, _ in used}) == 3 and len({str(dash) for _, _, dash in used}) == 3

    def light(colour: str) -> float:
        r, g, b = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    fills = [light(fill) for fill, _ in RAMP]
    assert all(a - b > 25 for a, b in zip(fills, fills[1:]))


def test_gaps_in_time_are_not_bridged_and_signals_have_a_shape():
    points = [lines.Point("a", 1.0), lines.Point("b", None), lines.Point("c", 3.0, marked="beyond-limits")]
    spec = lines.control(points, centre=2.0, lower=[0.0, 0.0, 0.0], upper=4.0)
    line = next(layer for layer in spec["layer"] if layer["encoding"].get("detail"))
    assert [row["piece"] for row in line["data"]["values"]] == [0, 1]
    assert any(layer["mark"].get("shape") == "square" and len(layer["data"]["values"]) == 1 for layer in spec["layer"])


@pytest.mark.parametrize("wide", [True, False])
def test_charts_without_any_figure_can_be_drawn(wide):
    pytest.importorskip("vl_convert")
    for spec in (rows.profile([], (), wide), lines.control([], wide=wide), lines.funnel([], [], target=1.0, wide=wide)):
        assert Chart("t", "w", spec, ["a"], []).svg().startswith("<svg")


def test_funnel_names_only_the_own_unit():
    spec = lines.funnel([(20, 60), (30, 70)], [[(10, 40, 90), (40, 50, 80)]], target=65, own=(25, 80), across="people")
    own = spec["layer"][-1]
    assert own["data"]["values"] == [{"size": 25, "at": 80}] and own["mark"]["filled"]


def control():
    from peersupport.evidence.chart_result import ControlChart

    made = {
        "centre": 5.0, "reason": "computed", "value": [4.0, 5.0, None, 12.0], "lower": [1.0, 1.0, None, 1.0], "upper": [9.0, 9.0, None, 9.0],
        "baseline": [True, True, False, False], "signals": [(), (), (), ("beyond-limits",)], "why": ["computed", "computed", "empty-subgroup", "computed"],
        "moving_range": [], "mean_moving_range": None, "moving_range_upper": None, "sigma_z": None,
    }  # fmt: skip
    return ControlChart("p", "p", ["2025-01", "2025-02", "2025-03", "2025-04"], made)


@LANGUAGES
def test_control_charts_of_the_statistics_can_be_drawn(language):
    pytest.importorskip("vl_convert")
    ps.set_language(language)
    chart = control().plot()
    assert "2025-04" in chart.words and "beyond-limits" in chart.words and "<svg" in chart.svg()
    assert ("aucun" in chart.words or "signaux" in chart.words) == (language == "fr")


def test_funnels_of_the_statistics_name_only_the_own_unit():
    pytest.importorskip("vl_convert")
    from peersupport.evidence.chart_result import Funnel, FunnelPoint

    others = [FunnelPoint(n, None, 20 + n, 60.0 + n, ((50.0, 70.0),), None, None, None) for n in range(3)]
    own = FunnelPoint(None, "three-rivers", 30, 72.0, ((52.0, 68.0),), 2.2, (1,), None)
    funnel = Funnel(60.0, 1.0, (0.95,), (*others, own), (((10.0, 40.0, 80.0), (40.0, 55.0, 65.0)),), (1,), None)
    chart = funnel.plot(across="people")
    assert "three-rivers" in chart.words and "4 units" in chart.words and "<svg" in chart.svg()
    shown = texts(chart.svg())
    assert all(said in shown for said in ("three-rivers", "other units, without names", "95% limits", "target", "figure of the unit", "Funnel"))


def texts(svg: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", re.sub(r"<title.*?</desc>", "", svg)).split())


@LANGUAGES
@pytest.mark.parametrize("narrow", [False, True])
def test_a_picture_alone_shows_its_title_and_a_key_and_a_page_has_its_own(language, narrow):
    pytest.importorskip("vl_convert")
    ps.set_language(language)
    for chart in charts().values():
        alone, page = texts(chart.svg(narrow=narrow)), texts(chart.svg(narrow=narrow, page=True))
        assert html.escape(chart.title, quote=False) in alone and html.escape(chart.title, quote=False) not in page
    key = texts(charts()["waves"].svg(narrow=narrow))
    assert ("starting point" if language == "en" else "point de départ") in key
    key = texts(control().plot().svg(narrow=narrow))
    assert ("signal: out of the ordinary" if language == "en" else "signal : inhabituel") in key
    assert ("limits of the ordinary" if language == "en" else "limites de l’ordinaire") in key


def test_a_key_explains_only_what_is_there():
    assert lines.key([lines.Point("a", 1.0)]) == []
    assert [mark for mark, _ in lines.key([lines.Point("a", 1.0, marked="baseline")], centre=1.0)] == ["ring", "solid"]


def test_a_figure_without_a_range_has_a_dot_and_no_bar():
    data = json.loads(json.dumps(REGION))
    from peersupport._integrity.region_page import RegionPage

    for c in data["region"]["cells"]:
        c["mean"] |= {"low": None, "high": None}
    page = RegionPage(of(data))
    chart = page.charts["profile"]
    assert "in brackets" not in chart.words and chart.to_frame().low.isna().all() and "no range is shown" in page.scale_note
    assert "in brackets" in RegionPage(of(REGION)).charts["profile"].words


# ---- what is not there


def refused(call) -> str:
    with pytest.raises(ps.Error) as caught:
        call()
    assert caught.value.code == "NOT_FOUND"
    return str(caught.value)


def test_a_process_measure_that_is_not_there_is_said():
    full, few = of(FULL).plot, of(FEW).plot
    assert "three-rivers, process measures: notes-reviewed-together" in (told := refused(lambda: full.process(series="x")))
    assert "Choose one of them." in told
    assert "birch-lane, process measures: none" in (told := refused(few.process)) and "Give integrity() process=" in told
    ps.set_language("fr")
    assert "mesures de processus" in refused(few.process) and "Donnez process= à integrity()" in refused(few.process)


def test_values_without_answers_or_waves_are_said():
    plot = of(FULL).plot
    assert f"values with items for person: {VALUES[0]}, " in (told := refused(lambda: plot.answers("x")))
    assert "Choose one of them, or another perspective." in told and "x," not in told
    assert "values with items for supervisor: none" in refused(lambda: plot.answers(VALUES[0], perspective="supervisor"))
    assert f"values over time: {VALUES[0]}, " in refused(lambda: plot.waves(value="x"))
    assert "values over time: none" in refused(of(FEW).plot.waves)
