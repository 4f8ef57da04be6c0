# SPDX-License-Identifier: Apache-2.0
"""Definition files that are wrong are refused with every place, and no message repeats what was given."""
from __future__ import annotations

import peersupport as ps
import pytest
from definition_cases import export, refused
from peersupport import _core

PRIVATE = "Jane Roe"


@pytest.fixture
def definition():
    return ps.definition


# ---- files that are wrong


def test_a_file_that_is_no_utf8_is_refused(definition):
    text = definition.to_json().encode()
    at = text.index("é".encode())
    broken = text[:at] + b"\xff" + text[at + 1 :]
    found = refused(ps.load_definition, broken)
    assert (found.code, found.offset) == ("JSON_NOT_UTF8", at)
    assert refused(ps.load_definition, '{"a": "\ud800"}').code == "JSON_NOT_UTF8"
    assert refused(ps.load_definition, b"\xef\xbb\xbf").code.startswith("JSON_")
    assert refused(definition.with_overlay, b'{"id": "\xc3"}').code == "JSON_NOT_UTF8"


def test_a_file_that_ends_too_early_is_refused(definition):
    text = definition.to_json().encode()
    for end in [0, 1, 2, 40, *range(100, len(text) - 3, len(text) // 60)]:
        found = refused(ps.load_definition, text[:end])
        assert found.code in ("JSON_SYNTAX", "JSON_NOT_UTF8") and found.offset is not None and found.offset <= end


def test_wrong_members_are_named_with_their_place():
    wrong = export()
    wrong["tables"]["roles"][0]["name"] = PRIVATE
    del wrong["tables"]["roles"][1]["code"]
    wrong["tables"]["duties"][0]["sources"] = ["src-nobody-knows"]
    wrong["tables"]["duties"][1]["standing"] = PRIVATE
    wrong["tables"]["drift_classes"][0]["severity"] = "x"
    wrong["tables"]["gaps"][0]["surprise"] = 1
    wrong["tables"]["gaps"][1]["text"]["fr"] = ""
    wrong["tables"]["drivers"][0]["id"] = wrong["tables"]["drivers"][1]["id"]
    found = refused(ps.load_definition, wrong)
    places = {p.path: p.code for p in found.problems}
    assert places["/tables/roles/0/name"] == "FIELD_TYPE" and places["/tables/roles/1/code"] == "FIELD_MISSING"
    assert places["/tables/duties/0/sources/0"] == "REFERENCE_UNKNOWN"
    assert places["/tables/duties/1/standing"] == "FIELD_VALUE" and places["/tables/drift_classes/0/severity"] == "FIELD_TYPE"
    assert places["/tables/gaps/0/surprise"] == "FIELD_UNKNOWN" and places["/tables/gaps/1/text/fr"] == "TRANSLATION_MISSING"
    assert "ID_DUPLICATE" in places.values()
    assert all(p.path and p.offset is not None for p in found.problems)
    assert "Jane" not in str(found) and "nobody-knows" not in str(found)


def test_paths_that_cannot_be_read_are_refused(tmp_path):
    for path in (tmp_path, tmp_path / "none", "", "a\0b", "\ud800"):
        assert refused(ps.load_definition, path).code == "FILE_UNREADABLE"
    with pytest.raises(TypeError):
        ps.load_definition(7)


WRONG_CALLS = [
    lambda d: d.find(),
    lambda d: d.find(PRIVATE, PRIVATE),
    lambda d: d.find([PRIVATE]),
    lambda d: d.find(PRIVATE),
    lambda d: d.find("\ud800" + PRIVATE),
    lambda d: d[PRIVATE],
    lambda d: d[(PRIVATE,)],
    lambda d: d.roles[PRIVATE],
    lambda d: d.roles[[PRIVATE]],
    lambda d: d.roles[0][PRIVATE],
    lambda d: d.roles[0][[PRIVATE]],
    lambda d: getattr(d, PRIVATE),
    lambda d: getattr(d.roles[0], PRIVATE),
    lambda d: d.search([PRIVATE]),
    lambda d: d.search("x", PRIVATE),
    lambda d: d.search("x", table=PRIVATE),
    lambda d: d.search("x", table=[PRIVATE]),
    lambda d: d.cite(PRIVATE),
    lambda d: d.cite(language=PRIVATE),
    lambda d: d.roles[0].cite([PRIVATE]),
    lambda d: d.pin(PRIVATE),
    lambda d: d.pin(d.version, PRIVATE),
    lambda d: d.pin([PRIVATE]),
    lambda d: d.with_overlay([PRIVATE]),
    lambda d: d.with_overlay({"id": PRIVATE}),
    lambda d: ps.load_definition([PRIVATE]),
    lambda d: ps.load_definition({"format": PRIVATE}),
    lambda d: ps.load_definition(f'{{"{PRIVATE}'),
    lambda d: _core.read_definition([PRIVATE]),
    lambda d: _core.read_definition(PRIVATE, PRIVATE),
    lambda d: _core.lay_over(PRIVATE, PRIVATE),
    lambda d: _core.lay_over(d, [PRIVATE]),
    lambda d: _core.write_definition(PRIVATE, PRIVATE),
    lambda d: _core.search_definition(PRIVATE, PRIVATE, PRIVATE),
    lambda d: _core.search_definition(d, [PRIVATE], None),
    lambda d: _core.search_definition(d, "x", [PRIVATE]),
]


@pytest.mark.parametrize("call", WRONG_CALLS, ids=range(len(WRONG_CALLS)))
def test_no_message_repeats_what_was_given(definition, call):
    with pytest.raises((ps.Error, TypeError, ValueError, KeyError, AttributeError)) as caught:
        call(definition)
    said = str(caught.value) + repr(caught.value)
    ps.set_language("fr")
    assert "Jane" not in said + str(caught.value) + repr(caught.value)
