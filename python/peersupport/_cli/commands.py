# SPDX-License-Identifier: Apache-2.0
"""What each command does."""
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .. import _core, _render
from .._errors import failed
from .._instrument import instrument, instruments, load_instrument
from .._language import say
from .._sample import sample
from .words import simulated, words


def run(options: argparse.Namespace) -> int:
    """Runs the command that was parsed."""
    if options.command == "demo":
        return demo()
    if options.command == "instruments":
        return list_instruments() if options.what == "list" else show(options.id)
    return score(options)


def find(name: str) -> _core.Instrument:
    """A bundled instrument by its id, or an instrument file."""
    is_file = name.lower().endswith(".json") or os.sep in name
    return load_instrument(name) if is_file else instrument(name)


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> None:
    """A table: boxed where a person looks at a terminal, plain text in a pipe or a file."""
    if sys.stdout.isatty():
        try:
            from rich import box
            from rich.console import Console
            from rich.table import Table
            from rich.text import Text
        except ModuleNotFoundError:
            pass
        else:
            boxed = Table(title=Text(title), title_justify="left", box=box.SIMPLE_HEAD, highlight=False)
            for i, name in enumerate(head):
                boxed.add_column(name, justify="right" if i in right else "left", overflow="fold")
            for row in rows:
                boxed.add_row(*(Text(cell) for cell in row))
            Console(highlight=False).print(boxed)
            return
    print(title)
    print(_render.text_table(head, rows, right))


def list_instruments() -> int:
    rows = _render.instruments_rows(instruments())
    table(say("Bundled instruments", "Instruments fournis"), _render.instruments_head(), rows, (4, 5, 6))
    return 0


def show(name: str) -> int:
    found = find(name)
    for label, text in _render.instrument_rows(found):
        print(f"{label}: {text}")
    for s in found.sources:
        print(f"  {s.id}: {s.title}{'  ' + s.url if s.url else ''}")
    return 0


def demo() -> int:
    """Scores the bundled sample; says in every place that it is simulated."""
    from .scoring import Run

    path = sample()
    result = Run(instrument("integrity-survey"), [str(path)])
    result.score()
    table(*result.table())
    print()
    print(f"{words('files-are')} {path} ({simulated()})")
    print(f"{words('try')} peersupport score \"{path}\" --instrument integrity-survey ({simulated()})")
    return 0


def score(options: argparse.Namespace) -> int:
    from .files import expand, read_items
    from .scoring import Run
    from .writing import open_output

    if options.batch is not None and options.batch < 1:
        raise failed("INVALID_ARGUMENT", path="--batch")
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
        table(*result.table())
    else:
        with open_output(Path(options.out), result.metadata()) as output:
            result.score(output)
        print(words("written", rows=result.rows, file=options.out) + result.note())
        if result.left_out:
            columns = ", ".join(sorted(result.left_out))
            print(words("refused", file=options.out, columns=columns), file=sys.stderr)
    if result.invalid or result.malformed:
        print(words("marked", total=result.invalid, rows=result.malformed), file=sys.stderr)
    return 0
