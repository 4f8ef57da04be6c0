# SPDX-License-Identifier: Apache-2.0
"""Instruments as Python sees them."""
from __future__ import annotations

import copy
import json
import pickle

import peersupport as ps
import pytest


def test_every_bundled_instrument_survives_json_and_pickling():
    for instrument in ps.instruments():
        assert pickle.loads(pickle.dumps(instrument)) == instrument
        assert ps.load_instrument(json.loads(instrument.to_json())) == instrument
        assert copy.copy(instrument) == instrument and hash(copy.copy(instrument)) == hash(instrument)
        assert instrument != instrument.id and ps.instrument(instrument.id) is ps.instrument(instrument.id)


def test_what_an_instrument_says_about_itself(survey):
    assert survey.name.en == "Integrity Survey" and survey.name.fr
    assert survey.subject == "service" and survey.state == "verified" and survey.missing == ()
    assert survey.cite() and survey.rights.holder and survey.sources[0].standing
    assert [f.id for f in survey.forms][:3] == ["person", "peer-supporter", "supervisor"]
    assert survey.default_form == "person"
    assert ps.instrument("rosi").state == "incomplete" and ps.instrument("rosi").missing
    item = survey.items[0]
    assert item.id == survey.forms[0].items[0] and item.response_scale.options[0].code == 0
    assert [o.kind for o in item.response_scale.options][-2:] == ["does-not-apply", "declined"]
    assert item.response_scale.options[-1].points is None
    assert survey.scales[0].missing == ("minimum_answered", 3) and survey.scales[0].rule == "pomp"
    assert all(i in survey.scales[0].items for i in survey.scales[0].scored_items)


def test_words_of_a_form_are_in_both_languages(survey):
    for form in survey.forms:
        for item in form.items:
            words = form.words(item)
            assert words is not None and words.en and words.fr
    with pytest.raises(KeyError):
        survey.forms[0].words("x")


def test_str_of_a_text_is_in_the_current_language(survey):
    assert str(survey.name) == survey.name.en
    ps.set_language("fr")
    assert str(survey.name) == survey.name.fr


def test_instruments_are_immutable(survey):
    with pytest.raises(AttributeError):
        survey.id = "x"
    with pytest.raises(AttributeError):
        survey.items[0].weight = 2


def test_rows_outlive_their_instrument():
    import gc

    from conftest import ORACLES

    items = ps.load_instrument(ORACLES / "bfi.json").items
    gc.collect()
    assert items[0].response_scale.range == (1, 6)


def test_plan_one_response(survey):
    plan = ps.Plan(survey)
    assert (plan.form, plan.subject, len(plan.items), len(plan.scales)) == ("person", "service", 28, 7)
    scores = plan.score_one([4] * 28)
    assert {s.reason for s in scores} == {"scored"} and repr(scores[0]) == "<Score 75.0 scored, 4 of 4 answered>"
    assert plan.score_one([8] * 28)[0].reason == "not-applicable"
    assert plan.score_one([None] * 28)[0].value is None
    assert plan.score_one([77] + [4] * 27)[0].reason == "invalid-code"


def test_the_definition_can_be_read():
    definition = ps.definition
    assert len(definition.values) == 7 and definition.values[0].name.fr
    assert definition.principles and definition.perspectives and definition.levels and definition.sources
    assert all(v.standing in ("published", "derived", "proposed") for v in definition.values)
    cited = {s for v in definition.values for s in v.sources}
    assert cited <= {s.id for s in definition.sources}
