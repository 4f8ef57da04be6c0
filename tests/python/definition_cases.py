# SPDX-License-Identifier: Apache-2.0
"""An older export and an overlay for the tests of the definition, and what a row looks like in JSON."""
from __future__ import annotations

import json
from functools import cache

import peersupport as ps
import pytest


@cache
def exported():
    return ps.definition.to_json()


def export():
    """The export as a mapping; everybody may change their own."""
    return json.loads(exported())


REMOVED = "term-peer-support"  # from the older one


@cache
def older():
    """An older version: a patch back, without two tables, with one term less."""
    cut = export()
    cut["version"] = "1.0.9"
    del cut["tables"]["external_codes"], cut["tables"]["person_guidance"]
    cut["tables"]["french_terms"] = [row for row in cut["tables"]["french_terms"] if row["id"] != REMOVED]
    return cut


def overlay_of(**members):
    return {
        "format": "peersupport-overlay-1",
        "id": "northshore",
        "version": "2.0.1",
        "organization": {"en": "Northshore Peer Network", "fr": "Réseau de pairs Northshore"},
        "base": {"version": ps.definition.version},
        **members,
    }


@cache
def overlay():
    return overlay_of(
        replace={"role-peer-supporter": {"name": {"en": "Peer worker", "fr": "Intervenant pair, intervenante paire"}}},
        off=["drift-driver"],
        add={
            "balancing_measures": [
                {
                    "id": "balance-northshore-travel",
                    "name": {"en": "Time on the road", "fr": "Temps de route"},
                    "text": {"en": "Hours that peers spend driving.", "fr": "Heures que les pairs passent sur la route."},
                    "standing": "proposed",
                    "sources": ["src-northshore-policy"],
                }
            ],
            "sources": [
                {
                    "id": "src-northshore-policy",
                    "title": {"en": "Peer support policy", "fr": "Politique de soutien par les pairs"},
                    "who": "Northshore Peer Network",
                    "year": 2031,
                    "reading": "ours",
                    "standing": "proposed",
                }
            ],
        },
    )


def as_json(kind, value):
    """What the export holds for this value; None where it has no member."""
    if kind == "text":
        return None if value is None else {"en": value.en, "fr": value.fr}
    if kind == "cues":
        return [{"id": c.id, "text": {"en": c.text.en, "fr": c.text.fr}} for c in value] or None
    if kind in ("references", "words"):
        return list(value) or None
    return value


def row_as_json(row):
    members = {f.id: as_json(f.kind, getattr(row, f.id)) for f in row.fields}
    return {"id": row.id, **{name: value for name, value in members.items() if value is not None}}


def refused(call, *arguments, **options) -> ps.Error:
    with pytest.raises(ps.Error) as caught:
        call(*arguments, **options)
    return caught.value
