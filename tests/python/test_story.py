# SPDX-License-Identifier: Apache-2.0
"""A region from answers to pages, through Python and the command line: each agency's story is told, in English and
French, and nobody is in it. The region is simulated (story.py)."""
from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import peersupport as ps
import pytest
import story
from peersupport import Ledger, _core, policy, publish

pd = pytest.importorskip("pandas")
pytestmark = pytest.mark.skipif(not hasattr(_core, "assess_integrity"), reason="this build has no integrity engine")
LANGUAGES = ("en", "fr")
K = 11
VALUES = tuple(s.id for s in story.SURVEY.scales[:7])


@pytest.fixture(scope="module")
def rows():
    return story.rows()


@pytest.fixture(scope="module")
def frame(rows):
    return pd.DataFrame(rows)


@pytest.fixture(scope="module")
def k11():
    return policy("k11", audience="public")


@pytest.fixture(scope="module")
def before(frame, k11):
    return ps.integrity(frame, policy=k11, collection=story.collection(), wave=story.BEFORE)


@pytest.fixture(scope="module")
def found(frame, k11, before):
    return ps.integrity(frame, policy=k11, collection=story.collection(), baseline=before.snapshot(), cuts="proposed-2026")


@pytest.fixture(scope="module")
def whole_pages(found):
    """Every page in both languages: {(unit or "region", language): HTML}."""
    pytest.importorskip("jinja2")
    pytest.importorskip("vl_convert")
    return {(unit or "region", language): found.report(unit=unit, lang=language) for language in LANGUAGES for unit in (*story.UNITS, None)}


@pytest.fixture(scope="module")
def pages(whole_pages):
    """The words of the pages, text alternatives of charts among them."""
    return {of: plain(page) for of, page in whole_pages.items()}


def plain(page: str) -> str:
    return even(html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<style.*?</style>", "", page))))


def even(text: str) -> str:
    """Lower case, with plain blanks and apostrophes: typography is tested elsewhere."""
    return re.sub(r"\s+", " ", text.replace("’", "'")).lower()


def says(pages: dict[tuple[str, str], str], unit: str, en: str, fr: str) -> bool:
    return even(en) in pages[unit, "en"] and even(fr) in pages[unit, "fr"]


def message(id: str) -> tuple[str, str]:
    text = ps.definition.find(f"msg-{id}")["text"]
    return text.en, text.fr


def of_one(frame: Any, unit: str) -> dict[str, Any]:
    """The answers and the collection of one agency, as it has them itself."""
    told = story.collection()
    heard = [row for row in told["heard"] if row["unit"] == unit]
    return {"answers": frame[frame.unit == unit], "collection": {**told, "heard": heard}, "cuts": "proposed-2026"}


def verdicts(of: Any) -> set[str]:
    return {row.verdict for row in of}


# ---- the stories


def test_where_staff_see_it_brighter_integrity_stays_what_people_report(found, pages):
    unit = found.units[story.BRIGHTER]
    assert verdicts(unit.views) == {"different"} and {v.higher for v in unit.views} == {"staff"}
    assert {v.perspective for v in unit.views} == {"peer-supporter", "supervisor"}
    people = {c.value: c.mean.value for c in unit.cells if c.perspective == "person"}
    staff = {c.value: c.mean.value for c in unit.cells if c.perspective == "peer-supporter"}
    assert unit.integrity.established and unit.integrity.lowest.mean.value == min(people.values()) < min(staff.values())
    assert unit.level.id == "experienced-sometimes" and unit.level.verdict == "firm"
    assert not unit.gate.open and unit.gate.statement.id == "msg-impact-withheld"
    assert [c.id for c in unit.gate.conditions if c.met is False] == ["impact-lower-ends", "impact-limits"]
    assert says(pages, story.BRIGHTER, *message("impact-withheld"))
    assert says(pages, story.BRIGHTER, *message("integrity-from-receivers"))
    for language, blame in (("en", ("staff are wrong", "too positive")), ("fr", ("se trompe", "trop positif"))):
        assert not any(word in pages[story.BRIGHTER, language] for word in blame)


def test_where_things_changed_it_is_measured_and_said_beside_support_only(found, pages):
    unit = found.units[story.CHANGED]
    assert unit.change.verdict == "measured" and unit.change.baseline.wave == story.BEFORE
    assert verdicts(unit.change["values"]) == {"higher"} and all(v.difference.low > 10 for v in unit.change["values"])
    assert unit.level.id == "experienced-often" and unit.gate.open and unit.outcomes.scales
    assert says(pages, story.CHANGED, *message("impact-alongside"))
    for language, words in (("en", ("because of peer support", "caused by peer support")), ("fr", ("grâce au soutien", "causé par"))):
        assert not any(word in pages[story.CHANGED, language] for word in words)
    for other in (story.BRIGHTER, story.MUST):
        assert verdicts(found.units[other].change["values"]) == {"cannot-tell"}


def test_without_a_baseline_no_change(frame, k11):
    unit = ps.integrity(frame, policy=k11, collection=story.collection(), cuts="proposed-2026").units[story.CHANGED]
    assert unit.change.verdict == "not-measurable" and unit.change.reason == "msg-no-baseline"
    assert not unit.gate.open and "impact-baseline" in {c.id for c in unit.gate.conditions if c.met is False}


def test_where_too_few_were_heard_nothing_is_guessed(frame, found, k11, pages):
    unit = found.units[story.FEW]
    assert not unit.integrity.established and unit.level.verdict == "not-established" and not unit.gate.open
    assert unit.integrity.lowest is None and unit.improvement.ideas == () and unit.change.verdict == "not-measurable"
    assert says(pages, story.FEW, *message("not-established"))
    alone = ps.integrity(policy=k11, **of_one(frame, story.FEW)).unit()
    assert alone.integrity.reason == "msg-too-few-heard" and not alone.gate.open
    assert {c.showing for c in alone.cells if c.perspective == "person"} == {"too-few-people"}
    assert {c.showing for c in alone.cells if c.perspective == "peer-supporter"} == {"shown"}, "staff may be shown, and stand in for nobody"
    assert all(c.people is None and c.mean is None for c in alone.cells if c.perspective == "person")


def test_the_service_that_protects_the_small_one_looks_the_same(found):
    def of(id):
        return [{**c.to_dict(), "perspective": None} for c in found.units[id].cells if c.perspective == "person"]

    assert of(story.FEW) == of(story.ORDINARY)
    assert {c["showing"] for c in of(story.FEW)} == {"hidden-to-protect"}
    assert found.units[story.FEW].integrity == found.units[story.ORDINARY].integrity
    assert found.region.integrity.established, "the region can still be shown"


def test_the_ordinary_service_by_itself(frame, k11):
    unit = ps.integrity(policy=k11, **of_one(frame, story.ORDINARY)).unit()
    assert unit.integrity.established and unit.integrity.values_established == 7
    assert "different" not in verdicts(unit.views) and not unit.gate.open


def test_where_people_had_to_take_part_high_means_do_not_help(found, pages):
    unit = found.units[story.MUST]
    people = [c.mean for c in unit.cells if c.perspective == "person"]
    assert min(m.low for m in people) > 70
    had_to = next(e for e in unit.eroded if e.item == story.HAD_TO)
    limit = next(row for row in ps.definition.eroded_limits if row.id == "limit-voluntariness-often")
    assert had_to.facet == "voluntariness" and had_to.often.value >= limit.percent
    assert unit.level.from_means == "experienced-often" and unit.level.id == "experienced-sometimes"
    assert {h.limit for h in unit.level.held_by} >= {"limit-voluntariness-often"}
    assert "impact-limits" in {c.id for c in unit.gate.conditions if c.met is False} and not unit.gate.open
    ideas = unit.improvement.ideas
    assert story.HAD_TO in ideas[0]["items"] and any("self-determination" in i["values"] for i in ideas)
    for_limit = [i.idea for i in ideas if story.HAD_TO in i["items"]]
    assert "ci-voluntary-check" in for_limit and [i.idea for i in ideas[: len(for_limit)]] == for_limit, "what passes a limit comes first"
    assert all(i.level in ("level-organization", "level-system") for i in ideas[len(for_limit) :]), "then what the organization can change"
    topic = next(i for i in story.ITEMS if i.id == story.HAD_TO).topic
    assert says(pages, story.MUST, topic.en, topic.fr)
    assert says(pages, story.MUST, ideas[0].text.en, ideas[0].text.fr)


def test_a_level_that_a_limit_holds_down_does_not_claim_the_range(found, pages):
    level = found.units[story.MUST].level
    assert level.id != level.from_means
    assert "the whole range of the lowest value lies within it" not in pages[story.MUST, "en"]


def test_every_page_says_what_it_is_not(pages):
    for unit in (*story.UNITS, "region"):
        for id in ("simulated-data", "not-validated", "not-for-appraisal"):
            assert says(pages, unit, *message(id)), (unit, id)


# ---- no league table


def test_units_stand_by_id_whatever_their_figures(frame, found, k11):
    assert [u["unit"] for u in found.to_dict()["units"]] == sorted(story.UNITS)
    order = dict(zip(story.UNITS, reversed(story.UNITS)))  # the same ids with each other's answers
    turned = ps.integrity(frame.assign(unit=frame.unit.map(order)), policy=k11, collection=story.collection())
    assert list(turned.units) == list(found.units) == sorted(story.UNITS)
    for what in ("cells", "eroded", "views"):
        assert list(dict.fromkeys(found.to_pandas(what).unit)) == sorted(story.UNITS)


def test_other_services_have_no_name(frame, found, k11, whole_pages):
    for language in LANGUAGES:
        for unit in story.UNITS:
            assert not any(other in whole_pages[unit, language] for other in story.UNITS if other != unit)
        assert not any(unit in whole_pages["region", language] for unit in story.UNITS)
    own = ps.integrity(frame, policy=k11, collection=story.collection(), own_unit=story.CHANGED)
    text = own.to_json()
    assert not any(unit in text for unit in story.UNITS if unit != story.CHANGED)
    chart = json.dumps([found.plot.units(story.CHANGED).spec, found.plot.units(story.CHANGED).words])
    assert not any(unit in chart for unit in story.UNITS if unit != story.CHANGED)
    assert not re.search(r'"(rank|place|position|percentile|quartile)"', found.to_json() + text)


# ---- nobody in any output


def groups(frame: Any, by: list[str]) -> Any:
    return frame.groupby(by, dropna=False).size()


def test_rows_are_about_units_never_about_one_response(found):
    for what in ("cells", "notes", "heard", "items", "eroded", "modules", "views", "gaps", "change", "series", "region"):
        assert groups(found.to_pandas(what), ["statistic", "unit", "wave", "perspective", "about", "code"]).max() in (1, None), what
    shown = found.to_pandas("cells").query("showing == 'shown'")
    assert shown.people.min() >= K
    for unit in found.units.values():
        for item in unit["items"]:
            assert item.answers is None or all(a.people == 0 or a.people >= K for a in item.answers)


def test_nobody_is_in_what_python_gives(frame, rows, found, before, k11, whole_pages):
    parts = [ps.tally(frame[frame.unit == u], shard=u, person="person_id", worker="worker", language="language", key=b"story") for u in story.UNITS]
    region = ps.Tally.merge_all(parts)
    ledger = Ledger()
    made = publish(region, k11, by=[("unit",), ()], ledger=ledger, collection=story.collection())
    again = ps.integrity(region, policy=k11, collection=story.collection(), baseline=before.snapshot(), cuts="proposed-2026")
    assert again.to_json() == found.to_json(), "counts of the agencies give what the answers give"
    published = made.to_pandas()
    assert set(published.unit) == {*story.UNITS, ""} and groups(published, ["grouping", "form", "wave", "unit", "scale"]).max() == 1
    assert published[published.shown].people.dropna().min() >= K
    assert not published[published.unit == story.FEW].query("perspective == 'person'").shown.any()
    outputs = [found.to_json(), before.snapshot().to_json(), made.to_json(), made._repr_html_(), str(made), ledger.to_json(), repr(region), *whole_pages.values(),
               found._repr_html_(), *(u._repr_html_() for u in found.units.values()), found.to_pandas("all").to_csv(), region.cells.to_pandas().to_csv()]  # fmt: skip
    data = [text.encode() for text in outputs] + [t.to_bytes() for t in (*parts, region)]
    assert not leaked(data, rows)


def leaked(data: list[bytes], rows: list[dict[str, Any]]) -> list[str]:
    """Which ids and names stand in the data; a search for each would be slow."""
    secret = {s.encode() for s in story.secrets(rows)}
    tokens = re.compile(rb"(?:prs|rsp|wrk)-[0-9A-Za-z-]+|" + b"|".join(s.encode() for s in (*story.FIRST, *story.LAST)))
    return sorted({t.decode() for d in data for t in tokens.findall(d) if t in secret or t.startswith((b"prs-", b"rsp-", b"wrk-"))})


def test_the_search_for_ids_finds_them(rows):
    kinds = {s[:4] for s in story.secrets(rows) if "-" in s[:4]}
    assert kinds == {"prs-", "rsp-", "wrk-"}
    for key in ("person_id", "response_id", "name"):
        assert leaked([f'{{"x": "{rows[0][key]}"}}'.encode()], rows)


@pytest.fixture
def files(rows, tmp_path):
    """One file an agency, and the file about the collection."""
    pytest.importorskip("duckdb")
    paths = []
    for unit in story.UNITS:
        paths.append(f"{unit}.csv")
        story.write_csv(tmp_path / paths[-1], [r for r in rows if r["unit"] == unit])
    (tmp_path / "collection.json").write_text(json.dumps(story.collection()), encoding="utf-8")
    return paths


def written(folder: Path, given: list[str]) -> list[bytes]:
    found = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.name not in (*given, "collection.json")]
    return [p.read_bytes() for p in found] + [str(p.relative_to(folder)).encode() for p in found]


def test_the_command_line_says_the_same(command, files, found, whole_pages, tmp_path, rows):
    base = ["integrity", *files, "--policy", "k11", "--collection", "collection.json", "--worker", "worker"]
    said = [command(*base, "--wave", story.BEFORE, "--format", "json", "--out", "before.json", "--snapshot-out", "baseline.json")]
    more = ["--baseline", "baseline.json", "--cuts", "proposed-2026"]
    said.append(command(*base, *more, "--format", "json", "--out", "after.json"))
    assert json.loads((tmp_path / "after.json").read_text(encoding="utf-8")) == found.to_dict()
    for language, name in (("en", "en.html"), ("fr", "fr.html")):
        said.append(command("--lang", language, *base, *more, "--unit", story.MUST, "--out", name))
        assert (tmp_path / name).read_text(encoding="utf-8") == whole_pages[story.MUST, language]
    said.append(command(*base, *more, "--out", "region.html"))
    assert (tmp_path / "region.html").read_text(encoding="utf-8") == whole_pages["region", "en"]
    assert not leaked([*written(tmp_path, files), *(f"{s.out}{s.err}".encode() for s in said)], rows)


def test_scores_come_without_anybody(command, files, rows, tmp_path):
    said = [command("score", *files, "--instrument", "integrity-survey"), command("score", *files, "--instrument", "integrity-survey", "--out", "scores.csv")]
    header = (tmp_path / "scores.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert not {"person_id", "response_id", "worker", "name"} & set(header)
    for column in ("person_id", "response_id"):
        refused = command("score", *files, "--instrument", "integrity-survey", "--id", column, "--out", "with-ids.csv", code=2)
        said.append(refused)
        assert not (tmp_path / "with-ids.csv").exists()
    assert not leaked([*written(tmp_path, files), *(f"{s.out}{s.err}".encode() for s in said)], rows)


def test_agencies_count_a_region_publishes_and_nobody_is_in_it(command, files, rows, tmp_path):
    (tmp_path / "secret.txt").write_text("kept by one agency for all of them", encoding="utf-8")
    said = []
    for path, unit in zip(files, story.UNITS):
        said.append(command("tally", path, "--shard", unit, "--key-file", "secret.txt", "--worker", "worker", "--out", f"{unit}.tally"))
    said.append(command("merge", *(f"{unit}.tally" for unit in story.UNITS), "--out", "region.tally"))
    release = ["publish", "region.tally", "--policy", "k11", "--audience", "public", "--by", "unit", "--by", "none"]
    for name in ("figures.json", "figures.csv", "figures.html"):
        said.append(command(*release, "--ledger", "ledger.json", "--out", name))
    said.append(command(*release))
    assert not leaked([*written(tmp_path, [*files, "secret.txt"]), *(f"{s.out}{s.err}".encode() for s in said)], rows)
    figures = pd.read_csv(tmp_path / "figures.csv")
    small = figures[(figures.unit == story.FEW) & (figures.perspective == "person")]
    assert len(small) and not small.shown.any()
    for _, of in figures[figures.unit.notna()].groupby(["form", "wave", "scale"], dropna=False):
        assert list(of.unit) == sorted(of.unit), "units by id, never by figure"


# ---- nobody can be worked out


def worked_out(region: Any, units: dict[str, Any], value: str) -> list[tuple[int, float]]:
    """What a reader can find of two hidden units: the sum and the spread between units are two equations about them, and
    people and answers are whole numbers. (people, mean) that fit, for either."""
    t = {3: 3.182446305284263, 4: 2.7764451051977987, 5: 2.5705818366147395}[region.units - 1]
    cell = next(c for c in region.cells if c.perspective == "person" and c.value == value)
    if cell.mean is None or cell.mean.low is None or cell.mean.low <= 0 or cell.mean.high >= 100:
        return []
    rate, spread = cell.mean.value, (cell.mean.high - cell.mean.low) / 2 / t
    squares = spread**2 * cell.people**2 * (region.units - 1) / region.units
    known = [c for u in units.values() for c in u.cells if c.perspective == "person" and c.value == value and c.mean]
    away = [c.people * (c.mean.value - rate) for c in known]
    rest, left = -sum(away), squares - sum(a * a for a in away)
    if 2 * left < rest**2:
        return []
    root = (rest + (2 * left - rest**2) ** 0.5) / 2
    people = cell.people - sum(c.people for c in known)
    sums = [(n, at + rate * n) for at in (root, rest - root) for n in range(1, people)]
    return [(n, round(s / n, 6)) for n, s in sums if 0 <= s <= 100 * n and abs(s * 0.48 - round(s * 0.48)) < 1e-6]


def test_the_range_of_the_region_gives_no_hidden_unit_away(found):
    for value in VALUES:
        assert len(worked_out(found.region, found.units, value)) != 2, "two hidden units, each found with people and mean"
