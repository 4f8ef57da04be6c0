#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes and executes the notebooks beside it: make_notebooks.py [NAME…]. Needs peersupport[all], nbclient, ipykernel.

Each notebook is a file of notebooks_text/: Markdown, with code between lines of ```python and ```. What they show is kept
in the file: tables, text and pictures; the larger forms of the same picture are left out.
"""
from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
NOT_KEPT = ("application/vnd.vegalite.v5+json", "text/html")  # where there is a picture, it is shown


def cells(text: str) -> Any:
    """The cells of one text."""
    import nbformat.v4 as v4

    made = []
    for part in re.split(r"(?ms)^(```python\n.*?^```)$", text):
        code = part.startswith("```python")
        body = part.removeprefix("```python\n").removesuffix("```") if code else part
        if body.strip():
            made.append((v4.new_code_cell if code else v4.new_markdown_cell)(body.strip()))
    for number, cell in enumerate(made, 1):
        cell["id"] = f"cell-{number:02d}"
    return made


def executed(book: Any, real_data: str | None = None) -> Any:
    """A copy with its outputs, run in this folder; with the folder of real answers only where one is named."""
    import copy

    from nbclient import NotebookClient

    given = {k: v for k, v in os.environ.items() if k != "PEERSUPPORT_REAL_DATA"}
    if real_data:
        given["PEERSUPPORT_REAL_DATA"] = real_data
    run = copy.deepcopy(book)
    # What a cell prints may arrive in one piece or in several: coalesced, it says the same each time.
    NotebookClient(run, timeout=120, kernel_name="python3", record_timing=False, coalesce_streams=True, resources={"metadata": {"path": str(HERE)}}).execute(env=given)
    return run


def kept(book: Any) -> Any:
    """The notebook as the file holds it."""
    for cell in book.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "image/svg+xml" in data:
                for kind in NOT_KEPT:
                    data.pop(kind, None)
    book.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
    return book


def main(names: list[str]) -> None:
    import nbformat

    for path in sorted((HERE / "notebooks_text").glob("*.md")):
        if names and path.stem not in names:
            continue
        book = nbformat.v4.new_notebook(cells=cells(path.read_text(encoding="utf-8")))
        nbformat.write(kept(executed(book)), HERE / f"{path.stem}.ipynb")
        print(f"{path.stem}.ipynb")


if __name__ == "__main__":
    main(sys.argv[1:])
