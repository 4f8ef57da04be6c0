# SPDX-License-Identifier: Apache-2.0
"""What each command does."""
from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .. import _core
from .._errors import Error, failed
from .._instrument import instrument, instruments, load_instrument
from .._sample import sample
from .layout import count, emit, program, wrapped
from .words import simulated, words

DEMO_FOLDER = "peersupport-demo"


def run(options: argparse.Namespace) -> int:
    """Runs the command that was parsed."""
    if options.command == "demo":
        return demo(options.out)
    if options.command == "instruments":
        return list_instruments() if options.what == "list" else show(options.id, options.form)
    if options.command == "definition":
        from . import definition

        return definition.run(options)
    if options.command == "check-programme":
        from . import programme

        return programme.run(options)
    if options.command == "check-note":
        from . import note

        return note.run(options)
    if options.command == "check-role":
        from . import role

        return role.run(options)
    if options.command == "lsp":
        from . import lsp

        return lsp.run(options)
    if options.command == "integrity":
        from . import integrity

        return integrity.run(options)
    if options.command in ("tally", "merge"):
        from . import tally

        return tally.run_tally(options) if options.command == "tally" else tally.run_merge(options)
    if options.command == "publish":
        from . import tally_publish

        return tally_publish.run(options)
    return score(options)


def find(name: str) -> _core.Instrument:
    """A bundled instrument by its id, or an instrument file; errors name the file, or the nearest id."""
    from .errors import instrument_not_found

    try:
        if name.lower().endswith(".json") or os.sep in name:
            return load_instrument(name)
        return instrument(name)
    except Error as error:
        if error.code == "NOT_FOUND":
            raise instrument_not_found(name) from None
        raise Error([p._replace(file=name) for p in error.problems], error.total) from None


def list_instruments() -> int:
    from .listing import list_lines

    emit(list_lines(instruments()))
    return 0


def show(name: str, form: str | None) -> int:
    from .listing import show_lines

    found = find(name)
    chosen = next((f for f in found.forms if f.id == form), None)
    if form is not None and chosen is None:
        raise failed("FORM_UNKNOWN", path=form, detail=", ".join(f.id for f in found.forms))
    emit(show_lines(found, chosen))
    return 0


def demo(out: str | None) -> int:
    """Scores the bundled sample, shows and keeps the scores; says in every place that it is simulated."""
    from .scoring import Run
    from .writing import open_output

    path = sample()
    target = Path(out) if out else Path(DEMO_FOLDER, "scores.csv")
    _make_folder(target.parent)
    result = Run(instrument("integrity-survey"), [str(path)])
    with open_output(target, result.metadata()) as output:
        result.score(output)
    emit(result.lines())
    after = {
        "data": f"{path} ({simulated()})",
        "scores-file": f"{target} ({simulated()})",
        "columns": f"{program()} instruments show integrity-survey",
        "next": f"{program()} score {words('your-file')} --instrument integrity-survey",
    }
    emit(["", *(line for key, text in after.items() for line in (words(key), f"  {text}"))])
    emit(["", *_left_out(result.left_out)])
    return 0


def _make_folder(folder: Path) -> None:
    from .causes import cause

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise failed("FILE_UNWRITABLE", file=str(folder), detail=cause("out-not-allowed")) from None


def _left_out(columns: set[str]) -> list[str]:
    return wrapped(words("refused", columns=", ".join(sorted(columns)))) if columns else []


def score(options: argparse.Namespace) -> int:
    from .files import expand, read_items
    from .scoring import Run
    from .writing import open_output

    result = Run(
        find(options.instrument),
        expand(options.files),
        form=options.form,
        keep=options.id,
        items=read_items(options.items),
        mark=options.invalid == "mark",
        allow_unverified=options.allow_unverified,
        batch=options.batch,
    )
    if options.out is None:
        result.score()
        emit(result.lines())
    else:
        with open_output(Path(options.out), result.metadata()) as output:
            result.score(output)
        key = "row-written" if result.rows == 1 else "written"
        print(words(key, rows=count(result.rows), file=options.out) + result.note())
        for line in _left_out(result.left_out):
            print(line, file=sys.stderr)
    if result.invalid or result.malformed:
        told = words("marked", total=count(result.invalid), rows=count(result.malformed))
        print("\n".join(wrapped(told)), file=sys.stderr)
    return 0
