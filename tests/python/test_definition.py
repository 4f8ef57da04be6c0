# SPDX-License-Identifier: Apache-2.0
"""The definition as Python sees it: what the export says is what attributes hold."""
from __future__ import annotations

import gc
import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import peersupport as ps
import pytest
from definition_cases import REMOVED, export, older, overlay, overlay_of, refused, row_as_json
from peersupport import _core

PRIVATE = "Jane Roe"


@pytest.fixture
def definition():
    return ps.definition


# ---- what it holds


def test_every_row_and_field_is_what_the_export_says(definition):
    rows = {t.id: [row_as_json(row) for row in t] for t in definition if len(t)}
    assert rows == export()["tables"] and list(rows) == list(export()["tables"])
    assert export()["version"] == definition.version and len(definition) == len(definition.tables) > 50
    assert sum(len(t) for t in definition) > 1000


def test_values_have_the_types_their_fields_announce(definition):
    types = {
        "text": (ps.Text, type(None)),
        "string": (str, type(None)),
        "reference": (str, type(None)),
        "references": tuple,
        "words": tuple,
        "cues": tuple,
        "number": (int, type(None)),
        "flag": bool,
        "word": str,
    }
    seen = set()
    for table in definition:
        for field in table.fields:
            seen.add(field.kind)
            assert field.label.en and field.label.fr and isinstance(field.replaceable, bool)
            assert bool(field.refers_to) == field.kind.startswith("reference") and bool(field.words) == (field.kind == "word")
            for row in table:
                value = row[field.id]
                assert isinstance(value, types[field.kind]), (row, field)
                assert getattr(row, field.id) == value and (not field.required or value is not None)
                assert field.kind != "word" or value in field.words
    assert seen == set(types)


def test_references_lead_to_rows(definition):
    for table in definition:
        for field in table.fields:
            if not field.kind.startswith("reference"):
                continue
            for row in table:
                held = row[field.id]
                for id in (held,) if isinstance(held, str) else held or ():
                    assert definition.find(id).table in definition.tables
                    assert field.refers_to not in definition.tables or id in definition[field.refers_to]


def test_no_field_hides_what_every_row_has(definition):
    own = set(dir(_core.Row))
    assert not own & {field.id for table in definition for field in table.fields}
    assert not (set(dir(_core.Definition)) - {"levels"}) & set(definition.tables)


def test_tables_are_found_by_name_and_in_order(definition):
    assert [t.id for t in definition] == list(definition.tables)
    roles = definition.roles
    assert roles == definition["roles"] and roles.id == "roles" and "roles" in definition and "role" not in definition
    assert definition.levels == definition.levels_of_influence
    assert roles.title.fr == "Rôles" and roles.purpose.en and roles.group == "role" and roles.group_title.fr == "Le rôle"
    assert roles.prefix == "role-" and roles.fields[1].id == "name" and not definition.values.may_add
    assert {"roles", "levels", "cite"} <= set(dir(definition))
    assert roles.definition == definition and hash(roles) == hash(definition["roles"])


def test_rows_are_found_by_place_and_by_both_ids(definition):
    roles = definition.roles
    row = roles["role-peer-supporter"]
    assert row == roles["peer-supporter"] == definition.find("role-peer-supporter") == roles[roles.ids.index(row.id)]
    assert hash(row) == hash(roles["peer-supporter"]) and len({row, roles["peer-supporter"]}) == 1
    assert row != roles[1] and row != row.id
    assert row in roles and "peer-supporter" in roles and "nobody" not in roles and None not in roles
    assert row not in definition.duties
    assert roles[-1] == tuple(roles)[-1] and roles[::-1] == tuple(reversed(tuple(roles))) and roles[2:4] == tuple(roles)[2:4]
    assert roles.ids == tuple(r.id for r in roles) and len(roles) == len(roles.ids)
    assert row.table == "roles" and row.label == row.name and row.origin == "definition" and row.definition == definition
    assert {"name", "sources", "cite", "id"} <= set(dir(row)) and row["id"] == row.id
    for place in (len(roles), -len(roles) - 1, 2**70):
        with pytest.raises(IndexError):
            roles[place]


def test_unknown_ids_name_what_is_near_and_repeat_nothing(definition):
    found = refused(definition.find, "role-peer-suporter")
    assert found.code == "NOT_FOUND" and "role-peer-supporter" in str(found) and "suporter" not in str(found)
    ps.set_language("fr")
    assert "proches : role-peer-supporter" in str(found := refused(definition.find, "role-peer-suporter")), found
    ps.set_language("en")
    assert refused(definition.find, PRIVATE).problems[0].detail is None
    for call, near in [
        (lambda: definition.roles["peer-suporter"], "role-peer-supporter"),
        (lambda: definition["rolles"], "roles"),
        (lambda: definition.roles[0]["nam"], "name"),
        (lambda: definition.search("x", table="dutie"), "duties"),
    ]:
        with pytest.raises(KeyError, match=near) as caught:
            call()
        assert caught.value.__cause__ is None
    for holder in (definition, definition.roles, definition.roles[0]):
        with pytest.raises(AttributeError):
            holder.nothing
        assert not hasattr(holder, "\ud800")


def test_nothing_can_be_changed(definition):
    for holder, name in [(definition, "version"), (definition, "roles"), (definition.roles, "id"), (definition.roles[0], "name")]:
        with pytest.raises(AttributeError):
            setattr(holder, name, "x")
    for made in (_core.Definition, _core.Table, _core.Row, _core.Field, _core.Cue):
        with pytest.raises(TypeError):
            made()


def test_rows_keep_their_definition_alive():
    row = ps.load_definition(older()).duties[0]
    cue = ps.load_definition(older()).values[0].present_cues[0]
    gc.collect()
    assert row.text.fr and row.sources and row.definition.version == "1.0.9" and str(cue)


def test_cues_have_an_id_and_a_text(definition):
    cue = definition.values[0].present_cues[0]
    assert cue.id.startswith("cue-") and str(cue) == cue.text.en
    again = ps.load_definition(definition.to_json()).values[0].present_cues[0]
    assert cue == again and hash(cue) == hash(again) and cue != cue.id
    ps.set_language("fr")
    assert str(cue) == cue.text.fr


# ---- versions


def test_the_digest_is_that_of_the_canonical_bytes(definition):
    assert sha256(definition.to_json(indent=False).encode()).hexdigest() == definition.digest
    assert json.loads(definition.to_json(indent=False)) == json.loads(definition.to_json())


def test_the_export_is_read_back_as_the_same(definition, tmp_path):
    path = tmp_path / "définition.json"
    path.write_text(definition.to_json(), encoding="utf-8")
    sources = [str(path), path, definition.to_json(), "\n" + definition.to_json(), path.read_bytes(), export()]
    for source in [*sources, bytearray(path.read_bytes()), memoryview(path.read_bytes())]:
        again = ps.load_definition(source)
        assert again == definition and again.duties[0] == definition.duties[0] and hash(again) == hash(definition)
        assert again.to_json() == definition.to_json()


def test_an_older_export_stays_what_it_was(definition):
    old = ps.load_definition(older())
    assert old.version == "1.0.9" and old != definition and len(old) == len(definition)
    assert len(old.external_codes) == 0 and REMOVED not in old.french_terms and REMOVED in definition.french_terms
    assert refused(old.find, REMOVED).code == "NOT_FOUND"
    assert {t.id: [row_as_json(r) for r in t] for t in old if len(t)} == older()["tables"]
    assert old.duties[0] != definition.duties[0] and old.digest == sha256(old.to_json(False).encode()).hexdigest()
    assert repr(old) == f"<Definition 1.0.9, {old.digest[:12]}>" and old.overlay is None


def test_pin_gives_the_definition_or_refuses(definition):
    assert definition.pin(definition.version) is definition
    for digest in (definition.digest, definition.digest[:12], definition.digest.upper()):
        assert definition.pin(definition.version, digest) is definition
    for version, digest, path in [
        ("0.9.0", None, "/version"),
        (definition.version, "0" * 64, "/digest"),
        (definition.version, definition.digest[:11], "/digest"),
        (definition.version, definition.digest + "0", "/digest"),
    ]:
        found = refused(definition.pin, version, digest)
        assert (found.code, found.path) == ("DEFINITION_OTHER", path) and definition.version in str(found)
    with pytest.raises(TypeError):
        definition.pin(1)


# ---- overlays


def test_an_overlay_adds_replaces_and_switches_off(definition, tmp_path):
    path = tmp_path / "overlay.json"
    path.write_text(json.dumps(overlay()), encoding="utf-8")
    ours = definition.with_overlay(path)
    assert ours == definition.with_overlay(overlay()) == definition.with_overlay(path.read_text()) != definition
    assert ours.overlay is not None and ours.overlay[:2] == ("northshore", "2.0.1") and len(ours.overlay.digest) == 64
    assert (ours.version, ours.digest) == (definition.version, definition.digest)
    assert ours.pin(definition.version, definition.digest) is ours
    assert ours.changes.added == ("balance-northshore-travel", "src-northshore-policy")
    assert ours.changes.replaced == ("role-peer-supporter",) and ours.changes.off == ("drift-driver",)
    assert definition.changes == ((), (), ()) and definition.overlay is None

    role = ours.find("role-peer-supporter")
    assert (role.name.en, role.origin) == ("Peer worker", "replaced") and role != definition.find(role.id)
    assert role.meaning == definition.find(role.id).meaning
    assert ours.balancing_measures["northshore-travel"].origin == "added"
    assert ours.duties[0].origin == "definition" and "drift-driver" not in ours.drift
    assert "northshore 2.0.1" in repr(ours) and "northshore 2.0.1" in ours.cite() and "northshore" in ours._repr_html_()
    assert "overlay" in role.cite("csl") and "2031" not in ours.cite()
    assert json.loads(ours.to_json())["overlay"]["id"] == "northshore"


def test_an_overlay_is_refused_with_every_reason(definition):
    wrong = overlay_of(
        off=["src-nothing", "drift-driver", "drift-driver"], replace={"drift-driver": {}}, surprise=1
    )
    found = refused(definition.with_overlay, json.dumps(wrong))
    assert found.total > 2 and all(p.path and p.offset is not None for p in found.problems)
    assert {"REFERENCE_UNKNOWN", "ID_DUPLICATE"} <= {p.code for p in found.problems}
    other = overlay_of() | {"base": {"version": "0.0.1"}}
    assert refused(definition.with_overlay, other).code == "DEFINITION_OTHER"
    assert refused(definition.with_overlay(overlay()).with_overlay, overlay()).code == "RULE_CONFLICT"
    assert refused(definition.with_overlay, "none.json").code == "FILE_UNREADABLE"
    assert refused(definition.with_overlay, {"format": object()}).code == "FIELD_TYPE"


# ---- threads


def test_many_threads_read_at_once(definition):
    text = definition.to_json()

    def work(n: int) -> tuple[str, int, str]:
        of = ps.load_definition(text) if n % 4 == 0 else definition.with_overlay(overlay()) if n % 4 == 1 else definition
        names = "".join(row.label.fr for table in of for row in table if row.origin == "definition")
        return of.digest, len(of.search("soutien", "fr")), sha256(names.encode()).hexdigest() if n % 4 != 1 else ""

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(work, range(24)))
    assert len({r for r in results if r[2]}) == 1 and len({r[0] for r in results}) == 1
