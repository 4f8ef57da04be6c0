# SPDX-License-Identifier: Apache-2.0
"""The notebooks run, say what the files say, and hold nothing of this machine and no row of answers."""
from __future__ import annotations

import importlib.util
import os
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from peersupport import _core

nbformat = pytest.importorskip("nbformat")
for needed in ("nbclient", "ipykernel", "pandas", "vl_convert"):
    pytest.importorskip(needed)
FOLDER = ROOT / "examples/notebooks"
NAMES = sorted(p.stem for p in (FOLDER / "notebooks_text").glob("*.md"))
ON_REAL_DATA = {"2-item-analysis": "bfi.csv", "3-groups-rated-by-the-people-who-receive": "bhr2000.csv"}
pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # of the kernel's own packages
    pytest.mark.skipif(not hasattr(_core, "assess_integrity"), reason="this build has no integrity engine"),
]


@pytest.fixture(scope="module")
def make():
    spec = importlib.util.spec_from_file_location("make_notebooks", FOLDER / "make_notebooks.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def kept(name: str) -> Any:
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def said(book: Any) -> list[str]:
    """What a reader sees as text, cell by cell. Pictures are not compared, nor digests."""
    found = []
    for cell in book.cells:
        for output in cell.get("outputs", ()):
            assert output.output_type != "error"
            if output.get("name") != "stderr":
                found.append(output.get("text") or output.data["text/plain"])
    return [re.sub(r"[0-9a-f]{12,}", "…", text) for text in found]


def kinds(book: Any) -> set[str]:
    return {kind for cell in book.cells for output in cell.get("outputs", ()) for kind in output.get("data", {})}


@pytest.mark.parametrize("name", NAMES)
def test_running_it_gives_what_the_file_says(make, name):
    book = kept(name)
    text = (FOLDER / f"notebooks_text/{name}.md").read_text(encoding="utf-8")
    assert [c.source for c in book.cells] == [c.source for c in make.cells(text)], "run make_notebooks.py"
    assert said(make.executed(book)) == said(book)


@pytest.mark.parametrize("name", ON_REAL_DATA)
def test_it_runs_on_real_answers(make, name):
    folder = os.environ.get("PEERSUPPORT_REAL_DATA")
    if not folder or not Path(folder, ON_REAL_DATA[name]).exists():
        pytest.skip("SKIPPED: PEERSUPPORT_REAL_DATA is not set")
    run = said(make.executed(kept(name), folder))
    assert run[0].startswith("real answers") and run[1:] != said(kept(name))[1:]


def test_files_are_clean():
    assert {p.stem for p in FOLDER.glob("*.ipynb")} == set(NAMES)
    for name in NAMES:
        book = kept(name)
        nbformat.validate(book)
        path = FOLDER / f"{name}.ipynb"
        assert path.stat().st_size < 200_000
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"/(hom[e]|roo[t]|tm[p]|User[s])/|site-packages|Traceback", text)
        assert "real answers: " not in "".join(said(book)), "the outputs that are kept were made without real answers"
        assert not re.search(r"sim-\d{6}|-person-\d{4}", text), "no id of a response or a person"
        assert any("**En bref.**" in c.source for c in book.cells if c.cell_type == "markdown")
        assert "stderr" not in {o.get("name") for c in book.cells for o in c.get("outputs", ())}


def test_tables_and_pictures_are_kept():
    found = {name: kinds(kept(name)) for name in NAMES}
    assert all("text/html" in k for k in found.values())
    assert sum("image/svg+xml" in k for k in found.values()) >= 2
