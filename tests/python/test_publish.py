# SPDX-License-Identifier: Apache-2.0
"""From a private tally to published figures: what goes in, what comes out, what is refused."""

from __future__ import annotations

import json
import pickle

import peersupport as ps
import pytest
from peersupport._publish import Ledger, Policy, Published, policy, publish
from peersupport._tally import tally


def rows(sizes, answer=3, workers=4):
    """One row a person: twenty-eight equal answers about a unit."""
    items = ps.instrument("integrity-survey").forms[0].items
    made = []
    for unit, count in sizes.items():
        for i in range(count):
            made.append({"person_id": f"{unit}-{i}", "unit": unit, "wave": "2025-2", "perspective": "person",
                         "worker": f"{unit}-w{i % workers}", **{getattr(item, "id", item): answer for item in items}})  # fmt: skip
    return made


def counted(sizes, **how):
    import pandas as pd

    return tally(
        pd.DataFrame(rows(sizes, **how)), shard="test", date=None, person="person_id", worker="worker", key=b"secret"
    )


REGION = {"alder": 90, "birch": 20, "cedar": 3, "elm": 30}


@pytest.fixture
def k11():
    return policy("k11", audience="public")


def test_policy_is_always_said():
    with pytest.raises(TypeError):
        policy("k11")
    made = policy("k11", audience="public")
    assert made == policy("policy-k11", audience="public") == Policy("policy-k11", 11, 3, "public", False)
    assert made.to_dict() == {"id": "policy-k11", "audience": "public", "workers_agreed": False}
    own = policy(minimum_people=12, minimum_workers=4, audience="team", workers_agreed=True)
    assert own.to_dict() == {"minimum_people": 12, "minimum_workers": 4, "audience": "team", "workers_agreed": True}
    assert policy("k5", audience="team", minimum_people=8).id is None
    with pytest.raises(AttributeError):
        made.minimum_people = 3


@pytest.mark.parametrize(
    ("given", "code"),
    [({"id": "k4"}, "NOT_FOUND"), ({"id": "k11", "minimum_people": 4}, "POLICY_TOO_LOW"), ({}, "POLICY_MISSING"),
     ({"minimum_people": 11}, "POLICY_MISSING"), ({"id": "k5", "minimum_workers": 0}, "POLICY_TOO_LOW")],
)  # fmt: skip
def test_policies_that_are_refused(given, code):
    with pytest.raises(ps.Error) as caught:
        policy(**given, audience="public")
    assert caught.value.code == code
    with pytest.raises(ps.Error):
        policy("k11", audience="everybody")


def test_figures(k11):
    made = publish(counted(REGION), k11, by=[("unit",), ()])
    frame = made.to_pandas()
    heard = frame[frame.scale == ""].set_index("unit")
    assert list(heard.loc[["alder", "birch", "cedar", "elm", ""], "shown"]) == [True, False, False, False, True]
    assert heard.loc["", "people"] == 143
    assert frame[~frame.shown][["people", "mean", "low", "high"]].isna().all(axis=None)
    hope = frame[(frame.scale == "hope-and-recovery") & (frame.unit == "alder")].iloc[0]
    assert hope["mean"] == 62.5 and hope["low"] < 62.5 < hope["high"]  # three items at 75, the reversed one at 25
    assert made.groupings == [("unit",), ()]
    assert made.to_frame().equals(frame) and list(made.to_columns()) == list(frame)
    assert made.to_polars().shape == made.to_arrow().shape == frame.shape


def test_it_is_the_end_of_the_road(k11):
    made = publish(counted(REGION), k11)
    assert not any(hasattr(made, name) for name in ("merge", "merge_all", "to_bytes", "from_bytes", "cells"))
    for joined in (lambda: made + made, lambda: sum([made, made]), lambda: counted(REGION) + made):
        with pytest.raises((ps.Error, TypeError)):
            joined()
    for joined in (lambda: counted(REGION).merge(made), lambda: ps.Tally.merge_all([counted(REGION), made])):
        with pytest.raises(ps.Error) as caught:
            joined()
        assert caught.value.code == "PUBLISHED_FINAL"
    with pytest.raises((ps.Error, TypeError)):
        type(counted(REGION)).from_bytes(made.to_json().encode())


def test_text_and_pickles(k11):
    made = publish(counted(REGION), k11)
    text = made.to_json()
    document = json.loads(text)
    assert document["format"] == "peersupport-published-1" and document["instrument"]["id"] == "integrity-survey"
    assert Published.from_json(text) == made == pickle.loads(pickle.dumps(made))
    assert Published.from_json(text).to_json() == text
    assert b"cedar-" not in text.encode() and "worker" not in json.dumps(document["figures"])
    for broken in ("", "[]", "{}", '{"format":"peersupport-tally-1"}', text[:-20]):
        with pytest.raises(ps.Error):
            Published.from_json(broken)


def test_words_in_both_languages(k11):
    made = publish(counted(REGION), k11)
    assert "hidden" in made._repr_html_() and "<caption>" in made._repr_html_()
    assert "<Published" in repr(made) or "Published figures" in repr(made)
    assert "People who receive support: 90" in str(made) and "Hope and recovery" in str(made) and "hope-and-recovery" not in str(made)
    assert '<th scope="row">Hope and recovery</th>' in made._repr_html_()
    ps.set_language("fr")
    assert "caché" in str(made) and "Moyenne" in made._repr_html_() and "Chiffres diffusés" in repr(made)


def test_a_page_of_parts(k11):
    """One service divided by a group, a form of its own, and an instrument that is not there."""
    pytest.importorskip("jinja2")
    document = json.loads(publish(counted(REGION), k11).to_json())
    figure = next(f for f in document["figures"] if f["unit"] == "alder" and f["scale"])
    parts = [{**figure, "language": "fr", "stratum": "<b>", "form": "person-short"}, {**figure, "language": "", "low": None, "high": None}]
    made = Published.from_json(json.dumps({**document, "groupings": [["unit", "language", "stratum"]], "figures": parts}))
    page = made.to_html()
    assert "Short form for drop-in, French, &lt;b&gt;" in page and "<b>" not in page and "not stated" in page
    foreign = Published.from_json(json.dumps({**document, "instrument": {**document["instrument"], "id": "mine"}}))
    assert "hope-and-recovery" in foreign.to_html() and "62.5" in foreign.to_html()


def test_ledger(k11, tmp_path):
    path = tmp_path / "ledger.json"
    ledger = Ledger.open(path)
    first = publish(counted(REGION), k11, by=[("unit",), ()], ledger=ledger)
    assert first.checked and not publish(counted(REGION), k11).checked
    publish(counted(REGION), k11, by=[("unit",), ()], ledger=ledger)
    ledger.save(path)
    assert path.stat().st_mode & 0o077 == 0
    again = Ledger.open(path)
    assert again == ledger == pickle.loads(pickle.dumps(ledger)) != Ledger()
    assert len(again) == 2 and again.to_json() == ledger.to_json() == pickle.loads(pickle.dumps(ledger)).to_json()
    for sizes, by in (({**REGION, "alder": 91}, [("unit",), ()]), (REGION, ("unit",))):
        with pytest.raises(ps.Error) as caught:
            publish(counted(sizes), k11, by=by, ledger=again)
        assert caught.value.code == "LEDGER_DIFFERENCE"
        assert not any(name in str(caught.value) for name in REGION)
    assert len(again) == 2
    publish(counted({**REGION, "alder": 101}), k11, by=[("unit",), ()], ledger=again)
    assert "private" in repr(again)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format":"peersupport-ledger-1"}', '{"format":"x","releases":[]}',
                                  '{"format":"peersupport-ledger-1","releases":[{}]}', '{"format":"peersupport-ledger-1","releases":[3]}'])  # fmt: skip
def test_what_is_no_ledger(text):
    with pytest.raises(ps.Error):
        Ledger.from_json(text)


@pytest.fixture(scope="module")
def kept():
    """A ledger of one release, as text."""
    ledger = Ledger()
    publish(counted(REGION), policy("k11", audience="public"), by=[("unit",), ()], ledger=ledger)
    return ledger.to_json()


PEOPLE, FIRST, FIGURE = "/releases/0/populations/0/6", "/releases/0/populations/0", "/releases/0/figures/0"


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [("/more", 1, "FIELD_UNKNOWN"), ("/format", 3, "FIELD_TYPE"), ("/releases/0/more", 1, "FIELD_UNKNOWN"),
     ("/releases/0/minimum_people", True, "FIELD_TYPE"), ("/releases/0/minimum_people", 1, "LEDGER_MALFORMED"),
     ("/releases/0/instrument_digest", "", "FIELD_VALUE"), ("/releases/0/instrument_digest", "\ud800", "FIELD_VALUE"),
     (PEOPLE, True, "FIELD_TYPE"), (PEOPLE, 90.0, "FIELD_TYPE"), (PEOPLE, "90", "FIELD_TYPE"), (PEOPLE, -1, "FIELD_VALUE"),
     (PEOPLE, 2**41, "FIELD_VALUE"), (f"{FIRST}/1", "a" * 257, "FIELD_VALUE"), (f"{FIRST}/1", None, "FIELD_TYPE"),
     (f"{FIRST}/1", "", "LEDGER_MALFORMED"), (f"{FIRST}/7", "zz", "FIELD_VALUE"), (f"{FIRST}/8", {}, "FIELD_TYPE"),
     (f"{FIRST}/8", [2**64], "FIELD_VALUE"), (f"{FIRST}/8", [1.5], "FIELD_TYPE"), (f"{FIRST}/8", [1], "LEDGER_MALFORMED"),
     (FIGURE, [[0], True], "FIELD_VALUE"), (FIGURE, {}, "FIELD_TYPE"), (f"{FIGURE}/1", 1, "FIELD_TYPE"), (f"{FIGURE}/2", None, "FIELD_TYPE"),
     (f"{FIGURE}/0", [0.0], "FIELD_TYPE"), (f"{FIGURE}/0", [10**7], "FIELD_VALUE"), (f"{FIGURE}/0", [10**5], "LEDGER_MALFORMED"),
     (FIRST, [], "FIELD_VALUE"), ("/releases/0/figures", 3, "FIELD_TYPE")],
)  # fmt: skip
def test_a_ledger_is_read_as_strictly_as_by_the_library(kept, path, value, code):
    document = json.loads(kept)
    *places, last = path.split("/")[1:]
    at = document
    for place in places:
        at = at[int(place) if isinstance(at, list) else place]
    at[int(last) if isinstance(at, list) else last] = value
    with pytest.raises(ps.Error) as caught:
        Ledger.from_json(json.dumps(document))
    assert caught.value.code == code and "alder" not in str(caught.value)
    assert caught.value.__context__ is None or caught.value.__suppress_context__


def test_a_ledger_is_json_of_one_kind(kept):
    assert Ledger.from_json("\ufeff" + kept) == Ledger.from_json(kept.encode()) == Ledger.from_json(kept)
    people = '"minimum_people":11'
    for text, code in (
        (kept.replace(people, f"{people},{people}"), "JSON_DUPLICATE_KEY"), (kept.replace(people, '"minimum_people":NaN'), "JSON_SYNTAX"),
        (kept.replace(people, '"minimum_people":' + "1" * 5000), "JSON_SYNTAX"), (kept.encode("utf-16"), "JSON_NOT_UTF8"),
        ("[" * 100_000, "JSON_TOO_DEEP"), (kept[:-1], "JSON_SYNTAX"),
    ):  # fmt: skip
        with pytest.raises(ps.Error) as caught:
            Ledger.from_json(text)
        assert caught.value.code == code
    with pytest.raises(ps.Error) as caught:
        Ledger.from_json('{"format":"peersupport-ledger-1","releases":[{},3]}')
    assert caught.value.total == 5 and caught.value.problems[-1].path == "/releases/1"


def test_groupings_and_workers(k11):
    with pytest.raises(ps.Error) as caught:
        publish(counted(REGION), k11, by=("agency",))
    assert caught.value.code == "GROUPING_UNKNOWN"
    assert publish(counted(REGION), k11, by="unit") == publish(counted(REGION), k11, by=("unit", "wave"))
    import pandas as pd

    nobody = tally(pd.DataFrame(rows({"alder": 40})), shard="test", date=None, person="person_id", key=b"secret")
    for missing in (None, {}, {"heard": None}, {"heard": []}):
        assert not any(publish(nobody, k11, collection=missing).to_columns()["shown"])
    heard = [{"unit": "alder", "wave": "2025-2", "perspective": "person", "workers": 5}]
    assert any(publish(nobody, k11, collection={"heard": heard}).to_columns()["shown"])
    with pytest.raises(ps.Error):
        publish(nobody, {"id": "k11"})
