#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the JSON Schemas of the definition and of overlays from the tables of the installed library.

generate_definition_schema.py [--check]: with --check nothing is written, and the exit code says whether they are
current.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import peersupport as ps

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "schema"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
VERSION = r"^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$"
Schema = dict[str, Any]

SHARED: Schema = {
    "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64},
    "line": {"type": "string", "minLength": 1},
    "text": {
        "type": "object", "additionalProperties": False, "required": ["en", "fr"],
        "properties": {"en": {"$ref": "#/$defs/line"}, "fr": {"$ref": "#/$defs/line"}},
    },
    "ids": {"type": "array", "items": {"$ref": "#/$defs/id"}, "uniqueItems": True},
    "words": {"type": "array", "items": {"$ref": "#/$defs/line"}, "uniqueItems": True},
    "cues": {"type": "array", "items": {
        "type": "object", "additionalProperties": False, "required": ["id", "text"],
        "properties": {"id": {"$ref": "#/$defs/id"}, "text": {"$ref": "#/$defs/text"}}}},
    "number": {"type": "integer", "minimum": 0, "maximum": 1000000},
    "flag": {"type": "boolean"},
}
KINDS = {"text": "text", "string": "line", "reference": "id", "references": "ids", "words": "words", "cues": "cues",
         "number": "number", "flag": "flag"}


def member(field: Any) -> Schema:
    """What one member of a row may hold."""
    held: Schema = {"enum": list(field.words)} if field.kind == "word" else {"$ref": f"#/$defs/{KINDS[field.kind]}"}
    said = field.label.en
    if field.refers_to:
        said += " (any row)" if field.refers_to == "*" else f" (rows of {field.refers_to})"
    return {**held, "description": said}


def row(table: Any) -> Schema:
    """The rows of one table."""
    its_id = {"allOf": [{"$ref": "#/$defs/id"}, {"pattern": f"^{table.prefix}"}]}
    return {
        "type": "object", "additionalProperties": False, "description": table.purpose.en,
        "required": ["id", *(f.id for f in table.fields if f.required)],
        "properties": {"id": its_id, **{f.id: member(f) for f in table.fields}},
    }


def rows(table: Any) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/row_{table.id}"}, "description": table.title.en}


def whole(name: str, title: str, said: str, body: Schema, defs: Schema) -> Schema:
    return {"$schema": DRAFT, "$id": f"urn:peersupport:schema:{name}", "title": title, "description": said,
            "type": "object", "additionalProperties": False, **body, "$defs": {**SHARED, **defs}}


JOINED = "What joins rows (unique ids, references, claims and sources) is checked by the library when it reads the file."


def definition_schema(tables: list[Any]) -> Schema:
    overlay = {
        "type": "object", "additionalProperties": False, "required": ["id", "version", "digest", "base_digest"],
        "properties": {k: {"$ref": "#/$defs/line"} for k in ("id", "version", "digest", "base_digest")},
        "description": "Only when an organization's overlay lies over the definition.",
    }
    body = {
        "required": ["format", "version", "tables"],
        "properties": {
            "format": {"const": "peersupport-definition-1"},
            "version": {"type": "string", "pattern": VERSION, "description": "Of the definition."},
            "overlay": overlay,
            "tables": {"type": "object", "additionalProperties": False, "properties": {t.id: rows(t) for t in tables}},
        },
    }
    return whole("definition-1", "peersupport definition, format 1",
                 f"What peer support is: every table in English and French. docs/definition-format.md. {JOINED}",
                 body, {f"row_{t.id}": row(t) for t in tables})


def replacements(tables: list[Any]) -> Schema:
    """By the prefix of the row's id; a longer prefix says more, so the shorter one must not apply to it, nor to an id
    without a prefix that begins alike, as the value integrity-authenticity-trust does."""
    by_prefix = {}
    whole_ids = sorted(row_id for t in tables if not t.prefix for row_id in t.ids)
    prefixes = sorted({t.prefix for t in tables if t.prefix}, key=len)
    for table in tables:
        longer = [p for p in prefixes if p != table.prefix and p.startswith(table.prefix)]
        unless = "".join(f"(?!{p})" for p in longer)
        unless += "".join(f"(?!{i}$)" for i in whole_ids if table.prefix and i.startswith(table.prefix))
        allowed = {f.id: member(f) for f in table.fields if f.replaceable}
        if table.prefix and allowed:
            by_prefix[f"^{unless}{table.prefix}"] = {"type": "object", "additionalProperties": False, "properties": allowed}
    unprefixed = {f.id: member(f) for t in tables if not t.prefix for f in t.fields if f.replaceable}
    return {"type": "object", "patternProperties": by_prefix,
            "additionalProperties": {"type": "object", "additionalProperties": False, "properties": unprefixed},
            "description": "Row id, member, value."}


def overlay_schema(tables: list[Any]) -> Schema:
    addable = [t for t in tables if t.may_add]
    body = {
        "required": ["format", "id", "version", "organization", "base"],
        "properties": {
            "format": {"const": "peersupport-overlay-1"},
            "id": {"$ref": "#/$defs/id", "description": "Of the overlay; ids of added rows begin with the table's prefix and this."},
            "version": {"type": "string", "pattern": VERSION},
            "organization": {"$ref": "#/$defs/text", "description": "Whose it is."},
            "base": {"type": "object", "additionalProperties": False, "required": ["version"], "description": "What it was written for.",
                     "properties": {"version": {"type": "string", "pattern": VERSION},
                                    "digest": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}},
            "replace": replacements(tables),
            "off": {"$ref": "#/$defs/ids", "description": "Rows that do not apply here."},
            "add": {"type": "object", "additionalProperties": False, "properties": {t.id: rows(t) for t in addable}},
        },
    }
    return whole("overlay-1", "peersupport overlay, format 1",
                 f"What differs from the definition in one organization. docs/overlay-format.md. {JOINED}",
                 body, {f"row_{t.id}": row(t) for t in addable})


def main() -> int:
    tables = list(ps.definition)
    stale = []
    for name, schema in (("definition-1", definition_schema(tables)), ("overlay-1", overlay_schema(tables))):
        path = FOLDER / f"{name}.schema.json"
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.name)
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    print(("stale: " if "--check" in sys.argv else "written: ") + (", ".join(stale) or "nothing"))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
