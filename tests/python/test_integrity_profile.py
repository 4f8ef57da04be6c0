# SPDX-License-Identifier: Apache-2.0
"""The profile as an object, as frames and in a notebook; its schema."""
from __future__ import annotations

import copy
import json
import pickle

import peersupport as ps
import pytest
from conftest import ROOT
from integrity_cases import DIGEST, FEW, FULL, LANGUAGES, REGION, VALUES
from peersupport._integrity import frames
from peersupport._integrity.parts import Part
from peersupport._integrity.profile import IntegrityProfile
from peersupport._integrity.request import Request
from peersupport._integrity.snapshot import Snapshot

SCHEMAS = ROOT / "docs/schema"


@pytest.fixture(scope="module")
def full():
    return IntegrityProfile(json.dumps(FULL))


@pytest.fixture(scope="module")
def region():
    return IntegrityProfile(json.dumps(REGION))


# ---- the object


def test_members_are_read_by_attribute(full):
    unit = full.units["three-rivers"]
    assert full.policy.minimum_people == 11 and full.cut_set.often_from == 70
    assert unit.cells[0].mean.value == 71.5 and unit.items[0].topic.fr == "Parler de ce qui est possible"
    assert unit.change.values[3].verdict == "higher" and unit["gate"]["open"] is False
    assert unit.outcomes.harm.ever is None and unit.done[0].said.en.startswith("We want")
    assert {"cells", "items", "plot"} <= set(dir(unit)) and "cells" in unit
    with pytest.raises(AttributeError, match="there is no 'workers'"):
        unit.workers
    with pytest.raises(AttributeError):
        unit.wave = "x"


def test_every_member_of_the_format_can_be_reached(full):
    for name in FULL:
        assert getattr(full, name) is not None or FULL[name] is None
    for name in FULL["units"][0]:
        getattr(full.units["three-rivers"], name)


def test_units_stand_in_the_order_of_their_ids(region):
    assert list(region.units) == sorted(region.units)
    with pytest.raises(KeyError, match="birch-lane, harbour"):
        region.unit()


def test_texts_follow_the_language(full):
    name = full.values[0].name
    ps.set_language("fr")
    assert str(name) == "Espoir et rétablissement"


@LANGUAGES
def test_reprs(golden, full, region, language):
    ps.set_language(language)
    few = IntegrityProfile(json.dumps(FEW))
    told = [repr(full), repr(region), repr(few.units["birch-lane"]), repr(full.units["three-rivers"].integrity.lowest), full.cite()]
    golden(f"integrity-profile.{language}.txt", "\n".join(told))
    golden(f"integrity-notebook.{language}.html", "\n".join(p._repr_html_() for p in (full, region, few)))


def test_json_goes_out_as_it_came_in(full):
    assert full.to_json() == json.dumps(FULL) and full.to_dict() == FULL
    assert full == IntegrityProfile(json.dumps(FULL)) and hash(full) == hash(IntegrityProfile(json.dumps(FULL)))
    with pytest.raises(ValueError, match="format"):
        IntegrityProfile('{"format": "something-else"}')


def test_a_profile_that_was_read_has_no_snapshot_to_give(full):
    with pytest.raises(ValueError, match="made from answers"):
        full.snapshot()


AGAIN = pytest.mark.parametrize(
    "again", [lambda p: pickle.loads(pickle.dumps(p)), copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"]
)


@AGAIN
def test_a_profile_and_its_parts_travel_to_other_processes(full, region, again):
    for profile in (full, region):
        profile.units, profile.value_names  # kept once they are read
        other = again(profile)
        assert other == profile and other.to_json() == profile.to_json() and other.definition == profile.definition
        assert other.to_pandas("all").equals(profile.to_pandas("all"))
    unit, chart = full.unit(), full.plot.profile()
    assert again(unit) == unit and again(unit).plot.profile() == chart == again(chart) == again(full.plot).profile()
    assert again(full.values) == full.values and again(full.cut_set) == full.cut_set
    assert chart != full.plot.views()


def test_a_pickled_profile_leaves_what_its_snapshot_is_made_of_behind():
    made = IntegrityProfile(json.dumps(FULL), None, lambda: json.dumps(SNAPSHOT))
    assert copy.copy(made).snapshot() == copy.deepcopy(made).snapshot() == made.snapshot()
    assert pickle.loads(pickle.dumps(made.snapshot())) == made.snapshot()
    with pytest.raises(ValueError, match="take it where the profile is made"):
        pickle.loads(pickle.dumps(made)).snapshot()


def test_definitions_of_profiles_that_travel():
    exported = ps.definition.to_json().replace(f'"version": "{ps.definition.version}"', '"version": "1.0.9"', 1)
    older = ps.load_definition(exported)
    made = IntegrityProfile(json.dumps(FULL), older)
    assert pickle.loads(pickle.dumps(made)).definition == older != ps.definition
    from definition_cases import overlay

    ours = IntegrityProfile(json.dumps(FULL), ps.definition.with_overlay(overlay()))
    with pytest.raises(TypeError, match="send to_json"):
        pickle.dumps(ours)
    assert copy.deepcopy(ours) == ours and copy.deepcopy(ours).definition == ours.definition


# ---- frames


@pytest.mark.parametrize("what", [*frames.KINDS, "region", "equity", "all"])
def test_frames_have_the_same_columns_and_rows_everywhere(region, what):
    pandas, polars, arrow = pytest.importorskip("pandas"), pytest.importorskip("polars"), pytest.importorskip("pyarrow")
    found = region.to_pandas(what), region.to_polars(what), region.to_arrow(what)
    assert isinstance(found[0], pandas.DataFrame) and isinstance(found[1], polars.DataFrame) and isinstance(found[2], arrow.Table)
    assert list(found[0].columns) == found[1].columns == found[2].column_names == list(frames.COLUMNS)
    assert len(found[0]) == found[1].height == found[2].num_rows > 0
    assert found[0].statistic.notna().all() and found[0].attrs["peersupport.policy"] == "policy-k11"


def test_cells_are_one_row_a_figure_and_what_is_hidden_has_its_reason():
    few = IntegrityProfile(json.dumps(FEW))
    frame = few.to_pandas("cells") if pytest.importorskip("pandas") else None
    assert len(frame) == 21 and set(frame[frame.perspective == "person"].showing) == {"too-few-people"}
    assert frame[frame.perspective == "person"][["people", "value", "low", "high"]].isna().all(axis=None)


def test_every_row_of_all_is_another_figure(full):
    pytest.importorskip("pandas")
    frame = full.to_pandas("all")
    assert not frame.duplicated(["statistic", "unit", "wave", "perspective", "about", "code"]).any()
    assert set(full.to_pandas("series").statistic) == {"series-mean"}


def test_a_figure_of_a_region_may_have_no_range(valid):
    data = copy.deepcopy(REGION)
    data["region"]["cells"][0]["mean"] |= {"low": None, "high": None}
    assert valid("integrity-profile-1", data) == []
    assert IntegrityProfile(json.dumps(data)).region.cells[0].mean.low is None
    assert "None" not in repr(IntegrityProfile(json.dumps(data)).region.cells[0])
    data["region"]["integrity"]["overall"] = {"value": 70.0, "low": None, "high": None}
    assert valid("integrity-profile-1", data) == []
    data["units"][0]["cells"][0]["mean"] |= {"low": None, "high": None}
    assert valid("integrity-profile-1", data)


@pytest.mark.parametrize("id", ["msg-impact-alongside", "msg-impact-withheld", "msg-impact-no-outcomes", "msg-impact-proved"])
def test_the_statement_of_the_gate_is_one_of_the_definition(valid, id):
    data = copy.deepcopy(FULL)
    data["units"][0]["gate"]["statement"]["id"] = id
    assert (valid("integrity-profile-1", data) == []) == (id in {m.id for m in ps.definition["integrity_messages"]})


def test_answers_may_have_no_wave(valid):
    data = copy.deepcopy(FULL)
    data |= {"wave": None, "waves": [""]}
    data["units"][0]["wave"] = None
    data["units"][0]["change"]["baseline"] |= {"wave": None}
    for series in data["units"][0]["series"]:
        series["points"] = [{**series["points"][0], "wave": None}]
    assert valid("integrity-profile-1", data) == []
    assert valid("snapshot-1", {**SNAPSHOT, "wave": None}) == []


def test_a_frame_of_something_else_is_refused(full):
    with pytest.raises(ValueError, match="what is one of cells"):
        full.to_pandas("persons")


def test_no_column_could_hold_a_person(region):
    text = json.dumps(frames.rows(region, "all"))
    assert not any(word in text for word in ("person_id", "response_id", "worker_id"))


# ---- schemas


def schema(name: str) -> dict:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def valid():
    jsonschema = pytest.importorskip("jsonschema")

    def check(name: str, document: object) -> list[str]:
        found = jsonschema.Draft202012Validator(schema(name)).iter_errors(document)
        return [f"{e.json_path}: {e.validator}" for e in found]

    return check


@pytest.mark.parametrize("name", ["integrity-profile-1", "integrity-request-1", "collection-1", "snapshot-1"])
def test_the_schemas_are_schemas(name):
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$id"] == f"urn:peersupport:schema:{name}"
    assert all("description" in member or "$ref" in member for member in schema(name)["properties"].values())


@pytest.mark.parametrize("case", [FULL, FEW, REGION], ids=["full", "few", "region"])
def test_profiles_keep_to_the_schema(valid, case):
    assert valid("integrity-profile-1", case) == []


@pytest.mark.parametrize("path", [("person_id",), ("units", 0, "worker"), ("units", 0, "cells", 0, "rank"), ("region", "x")])
def test_a_profile_with_something_more_is_refused(valid, path):
    broken = copy.deepcopy(REGION)
    at = broken
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = 1
    assert valid("integrity-profile-1", broken)


SNAPSHOT = {
    "format": "peersupport-snapshot-1", "instrument": {"id": "integrity-survey", "version": "1.0.0", "digest": DIGEST},
    "definition": {"version": "1.3.0", "digest": DIGEST}, "counted_by": "person", "collection": None, "wave": "2024-2",
    "cells": [{"unit": "three-rivers", "perspective": "person", "form": "person", "language": "en", "value": VALUES[0], "people": 3, "workers": None, "bins": [[4, 300, 4, 2], [4, 400, 4, 1]]}],
    "eroded": [{"unit": "three-rivers", "perspective": "person", "form": "person", "language": "en", "item": "trust-passed-on", "people": 3, "ever": 1, "often": 0}],
}  # fmt: skip


def test_snapshots(valid, tmp_path):
    assert valid("snapshot-1", SNAPSHOT) == []
    for broken in ({"wave": ""}, {"wave": 3}, {"cells": [{**SNAPSHOT["cells"][0], "bins": [[0, 300, 4, 3]]}]}, {"cells": [{**SNAPSHOT["cells"][0], "bins": [[4, -1, 4, 3]]}]}):
        assert valid("snapshot-1", {**SNAPSHOT, **broken})
    kept = Snapshot(json.dumps(SNAPSHOT))
    kept.write(tmp_path / "s.json")
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8")) == kept.to_dict() == SNAPSHOT
    assert (tmp_path / "s.json").stat().st_mode & 0o077 == 0
    assert "private" in repr(kept) and "three-rivers" not in repr(kept)
    with pytest.raises(ps.Error, match="FILE_UNWRITABLE"):
        kept.write(tmp_path / "no" / "s.json")


def test_the_examples_keep_to_their_schemas(valid):
    folder = ROOT / "examples/integrity"
    read = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in folder.glob("*.json")}
    assert valid("collection-1", read["collection"]) == []
    asked = {"format": "peersupport-integrity-request-1", "policy": {"id": "k11", "audience": "public"}, "collection": read["collection"]}
    assert valid("integrity-request-1", {**asked, "done": read["done"]["done"], "process": read["process"]["process"], "baseline": SNAPSHOT}) == []


# ---- the request


POLICY = {"id": "policy-k11", "audience": "public", "workers_agreed": False}


def asked(**more: object) -> Request:
    request = Request()
    request.policy(more.get("policy", POLICY))
    request.put("collection", request.document("collection", more.get("collection")))
    request.put("baseline", request.document("baseline", more.get("baseline")))
    request.period(more.get("period"))
    request.rows("done", more.get("done"))
    return request


def test_a_request_keeps_to_its_schema(valid, tmp_path):
    (tmp_path / "c.json").write_text('{"format": "peersupport-collection-1", "id": "c"}', encoding="utf-8")
    request = asked(collection=tmp_path / "c.json", baseline=Snapshot(json.dumps(SNAPSHOT)), period="2025-01-01/2025-07-01", done={"done": []})
    document = json.loads(request.text())
    assert valid("integrity-request-1", document) == [] and document["period"] == {"from": "2025-01-01", "to": "2025-07-01"}


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    (tmp_path / "c.json").write_text("{\n  oops", encoding="utf-8")
    request = asked(policy=None, collection=tmp_path / "c.json", baseline=tmp_path / "none.json", period="2025-07-01/2025-01-01")
    with pytest.raises(ps.Error) as caught:
        request.text()
    assert [p.code for p in caught.value.problems] == ["INVALID_ARGUMENT", "JSON_SYNTAX", "FILE_UNREADABLE", "INVALID_ARGUMENT"]
    assert "oops" not in str(caught.value)


def test_problems_of_a_member_are_problems_of_its_file(tmp_path):
    (tmp_path / "c.json").write_text("{}", encoding="utf-8")
    request = asked(collection=str(tmp_path / "c.json"))
    from peersupport._errors import failed

    found = request.placed(failed("FIELD_MISSING", path="/collection/id"))
    assert found.problems[0].file == str(tmp_path / "c.json") and found.problems[0].path == "/id"
    from peersupport._integrity.request import Read

    request = asked(collection=Read({"simulated": True}, "c.json"))
    found = request.placed(failed("FIELD_MISSING", path="/collection/id"))
    assert found.problems[0].file == "c.json" and json.loads(request.text())["collection"] == {"simulated": True}


def test_a_part_is_no_mapping():
    part = Part({"items": [1], "values": [{"en": "a", "fr": "b"}]})
    assert part.items == (1,) and str(part.values[0]) == "a" and len(part) == 2 and list(part) == ["items", "values"]
    assert part == Part({"items": [1], "values": [{"en": "a", "fr": "b"}]}) and part.to_dict()["items"] == [1]
