#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write docs/definition/en and docs/definition/fr: an index and a page for each table of the definition.

Without arguments the pages are written; with --check they are only compared (exit 1 when one is stale, missing or
too many). Runs with the package installed: .venv/bin/python scripts/generate_definition_docs.py
"""
from __future__ import annotations

import argparse
import pathlib
import sys

import peersupport
from peersupport._pages.pages import pages

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/definition"
LANGUAGES = {"en": "fr", "fr": "en"}


def outputs() -> dict[pathlib.Path, str]:
    made = {}
    for language, other in LANGUAGES.items():
        peersupport.set_language(language)
        for name, text in pages(peersupport.definition, "markdown", twins=f"../{other}/"):
            made[FOLDER / language / name] = text
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when a page is stale")
    check = parser.parse_args().check
    made = outputs()
    there = {path for language in LANGUAGES for path in (FOLDER / language).glob("*.md")}
    stale = [path for path, text in made.items() if path not in there or path.read_text(encoding="utf-8") != text]
    for path in sorted(there - set(made)):
        print(("too many: " if check else "removed: ") + str(path.relative_to(ROOT)))
        if not check:
            path.unlink()
    for path in stale:
        print(("stale: " if check else "written: ") + str(path.relative_to(ROOT)))
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[path], encoding="utf-8")
    return 1 if check and (stale or there - set(made)) else 0


if __name__ == "__main__":
    sys.exit(main())
