# SPDX-License-Identifier: Apache-2.0
"""What people do with the definition: search it, cite it, hand it to other libraries, look at it."""
from __future__ import annotations

import gc
import json
import subprocess
import sys

import peersupport as ps
import pytest
from definition_cases import export, older, overlay, refused


@pytest.fixture
def definition():
    return ps.definition


# ---- search


def test_search_finds_in_both_languages_with_the_place(definition):
    for query, language in [("accompany", None), ("accompagner", "fr"), ("HOPE", "en"), ("espoir", "fr"), ("rétablissement", "fr")]:
        hits = definition.search(query, language)
        assert hits and isinstance(hits, list) and len({h.row.id for h in hits}) == len(hits)
        for hit in hits:
            word = hit.text[hit.start : hit.end]
            assert word[:3].lower() == query[:3].lower() and " " not in word, hit
            if hit.field == "id":
                assert hit.language is None and hit.text == hit.row.id
            else:
                assert hit.language in ("en", "fr") and hit.text == getattr(getattr(hit.row, hit.field), hit.language)
                assert language in (None, hit.language)
    assert definition.search("accompany")[0].row.id == "duty-accompany"


def test_search_ignores_accents_and_case(definition):
    plain = [h.row for h in definition.search("retablissement", "fr")]
    assert plain == [h.row for h in definition.search("RÉTABLISSEMENT", language="fr")] and plain
    assert any("é" in h.text[: h.start] for h in definition.search("retablissement", "fr"))  # places are code points


def test_search_takes_every_word_and_one_table(definition):
    for table in ("duties", definition.duties):
        assert {h.row.table for h in definition.search("person", table=table)} == {"duties"}
    both = {h.row.id for h in definition.search("peer support")}
    assert both and both <= {h.row.id for h in definition.search("support")}
    for nothing in ("", "  ", "!?", "zzzz", "\ud800", "support zzzz"):
        assert definition.search(nothing) == []


def test_hits_read_well(definition):
    hits = definition.search("accompany", table="duties")
    assert repr(hits[0]) == "<Hit duty-accompany, id: 'duty-accompany'>"
    assert "<caption>" in hits._repr_html_() and "duty-accompany" in hits._repr_html_()
    assert all(len(repr(h)) < 200 for h in definition.search("person"))


# ---- citations


def test_a_citation_holds_what_is_needed_to_check_the_words(definition):
    line = definition.cite()
    for part in (definition.version, definition.digest[:12], "(2026)", "CC BY 4.0", "not validated"):
        assert part in line
    assert definition.digest[:13] not in line
    assert "définition commune" in definition.cite(language="fr") and "définition" not in definition.cite(language="en")
    ps.set_language("fr")
    assert definition.cite() == definition.cite(language="fr") != line
    entry = definition.cite("bibtex")
    assert entry.startswith(f"@misc{{peersupport-definition-{definition.version},") and definition.digest in entry
    assert entry.count("{") == entry.count("}") and "year = {2026}" in entry
    (item,) = json.loads(definition.cite(format="csl", language="en"))
    assert item["type"] == "dataset" and item["version"] == definition.version and item["issued"] == {"date-parts": [[2026]]}
    assert definition.digest in item["note"] and "CC BY 4.0" in item["note"] and item["language"] == "en"


def test_every_row_can_be_cited_with_its_sources(definition):
    for table in definition:
        for row in table:
            line = row.cite()
            assert row.standing in line and definition.version in line
            if table.id == "sources":
                assert row.who in line and row.title.en in line
                continue
            assert row.id in line and all(definition.find(s).title.en in line for s in row.sources)
            items = json.loads(row.cite("csl", "fr"))
            assert [i["id"] for i in items[1:]] == list(row.sources) and row.id in items[0]["title"]
            assert "language" in items[0] and not any("language" in i for i in items[1:])
            entries = row.cite("bibtex")
            assert entries.count("@misc{") == 1 + len(row.sources)


def test_bibtex_escapes_what_tex_reads(definition):
    special = export()
    special["tables"]["roles"][0]["name"]["en"] = r"50 % of {A_B} & C # $1 ~ ^ \x"
    entry = ps.load_definition(special).roles[0].cite("bibtex", "en")
    assert r"50 \% of \{A\_B\} \& C \# \$1 \textasciitilde{} \textasciicircum{} \textbackslash{}x" in entry
    refusal = refused(definition.cite, "apa")
    assert (refusal.code, refusal.path) == ("INVALID_ARGUMENT", "/format") and "bibtex" in str(refusal)
    with pytest.raises(ValueError):
        definition.cite(language="de")


# ---- other libraries


def columns_of(table):
    """What each column must hold, from the attributes."""
    out = {"id": list(table.ids)}
    for field in table.fields:
        cells = [row[field.id] for row in table]
        if field.kind == "text":
            out[f"{field.id}_en"] = [c and c.en for c in cells]
            out[f"{field.id}_fr"] = [c and c.fr for c in cells]
        elif field.kind == "cues":
            out[field.id] = [[c.id for c in cues] for cues in cells]
            out[f"{field.id}_en"] = [[c.text.en for c in cues] for cues in cells]
            out[f"{field.id}_fr"] = [[c.text.fr for c in cues] for cues in cells]
        else:
            out[field.id] = [list(c) if isinstance(c, tuple) else c for c in cells]
    return out


def variants(definition):
    return [definition, definition.with_overlay(overlay()), ps.load_definition(older())]


def test_arrow_holds_every_cell(definition):
    pa = pytest.importorskip("pyarrow")
    ids = pa.list_(pa.field("item", pa.string(), nullable=False))
    kinds = {"number": pa.int64(), "flag": pa.bool_(), "references": ids, "words": ids, "cues": ids, "word": pa.string()}
    for each in variants(definition):
        for table in each:
            arrow = table.to_arrow()
            arrow.validate(full=True)
            assert arrow.to_pydict() == columns_of(table), table
            for field in table.fields:
                if field.kind in kinds:
                    assert arrow.schema.field(field.id).type.equals(kinds[field.kind])
            carried = {k.decode(): v.decode() for k, v in arrow.schema.metadata.items()}
            assert carried["peersupport.table"] == table.id and carried["peersupport.definition_digest"] == each.digest
            assert ("peersupport.overlay_id" in carried) == (each.overlay is not None)


def test_polars_holds_every_cell(definition):
    pytest.importorskip("polars")
    for each in variants(definition):
        for table in each:
            assert table.to_polars().to_dict(as_series=False) == columns_of(table), table


def test_pandas_holds_every_cell(definition):
    pd = pytest.importorskip("pandas")
    for each in variants(definition):
        for table in each:
            frame = table.to_pandas()
            held = {n: [None if c is pd.NA else c for c in frame[n].tolist()] for n in frame.columns}
            assert held == columns_of(table), table
            assert frame.attrs["peersupport.definition_digest"] == each.digest and frame.attrs["peersupport.table"] == table.id
    assert str(definition.drift.to_pandas()["severity"].dtype) == "Int64"


def test_an_arrow_stream_outlives_everything():
    pa = pytest.importorskip("pyarrow")

    class Holder:
        stream = ps.load_definition(older()).duties.__arrow_c_stream__(requested_schema=None)

        def __arrow_c_stream__(self, requested_schema=None):
            return self.stream

    gc.collect()
    column = pa.table(Holder())["text_fr"]
    del Holder.stream
    gc.collect()
    assert all(column.to_pylist())
    ps.definition.roles.__arrow_c_stream__()  # a stream nobody reads is let go of


def test_pandas_needs_no_arrow_and_nothing_loads_before_it_is_asked_for():
    code = """
import sys, peersupport as ps
d = ps.definition
d.roles[0].name, d.search("hope"), d.cite(), d.roles._repr_html_(), ps.load_definition(d.to_json()), repr(d), d.roles[0].cite("csl")
assert not {"numpy", "pandas", "polars", "pyarrow"} & set(sys.modules)
sys.modules["pyarrow"] = sys.modules["polars"] = None
assert len(d.values.to_pandas()) == 7
"""
    pytest.importorskip("pandas")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# ---- people


def test_what_notebooks_show_can_be_read_by_screen_readers(definition):
    ours = definition.with_overlay(overlay())
    for language in ("en", "fr"):
        ps.set_language(language)
        for shown in (ours, *ours, *(t[0] for t in ours)):
            page = shown._repr_html_()
            assert f'<table lang="{language}"><caption>' in page and '<th scope="col">' in page and "None" not in page
    assert "déduit" in definition.roles._repr_html_() and "Pair aidant" in definition.roles._repr_html_()
    assert repr(definition.roles) == f"<Table roles: Rôles, {len(definition.roles)} lignes>"
    assert repr(definition.roles[0]).startswith("<Row role-peer-supporter: Pair aidant")


def test_markup_in_a_file_stays_text():
    hostile = export()
    hostile["tables"]["roles"][0]["name"]["en"] = "<script>alert(1)</script>"
    of = ps.load_definition(hostile)
    assert "<script>" not in of.roles._repr_html_() + of.roles[0]._repr_html_() + of.search("alert")._repr_html_()
