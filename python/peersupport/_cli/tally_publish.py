# SPDX-License-Identifier: Apache-2.0
"""The command `publish`: what of the counts may be given away."""
from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._errors import Error, Problem, failed
from .call_words import call_say
from .definition_words import definition_cause
from .help_words import help_text, plain
from .layout import count, wrapped
from .tally import NONE
from .tally_help import tally_say
from .writing import Csv, whole_file
from .wrong_calls import refused

if TYPE_CHECKING:
    from .. import _core
    from .._publish import Published

ENDINGS = (".csv", ".json", ".html")


def add_command(to: argparse.ArgumentParser) -> None:
    to.usage = plain("publish-usage")
    to.add_argument("files", nargs="+", metavar=plain("tally-name"), help=help_text("tally-files"))
    to.add_argument("--policy", required=True, metavar=plain("policy-name"), help=help_text("policy"))
    to.add_argument("--audience", required=True, choices=("public", "partners", "service", "team"), help=help_text("publish-audience"))
    to.add_argument("--workers-agreed", action="store_true", help=help_text("workers-agreed"))
    to.add_argument("--by", action="append", metavar=plain("by-name"), help=help_text("by"))
    to.add_argument("--ledger", metavar=plain("file-or-none"), help=help_text("ledger"))
    to.add_argument("--collection", metavar=plain("file-or-none"), help=help_text("publish-collection"))
    to.add_argument("--out", metavar=plain("file"), help=help_text("publish-out"))
    to.add_argument("--instrument", metavar=plain("file"), help=help_text("publish-instrument"))
    to.add_argument("--definition", metavar=plain("file"), help=help_text("definition-file"))


def run(options: argparse.Namespace) -> int:
    """Makes the figures, notes them in the ledger, and only then writes them."""
    from .._publish import policy, publish
    from . import tally_files
    from .commands import find
    from .definition import opened
    from .wrong_calls import check, collection_of

    definition = opened(options.definition)
    check(options, definition, _wrong(options))
    counts = tally_files.merged(tally_files.named(options.files))
    instrument = find(options.instrument or counts.instrument_id)
    collection = collection_of(options, instrument, definition)
    allowed = policy(
        options.policy, audience=options.audience, workers_agreed=options.workers_agreed, definition=definition
    )
    ledger = None if options.ledger in (None, "none") else _ledger(options.ledger)
    by = _groupings(options.by)
    figures = publish(counts, allowed, by=by, ledger=ledger, collection=collection, instrument=instrument)
    text = None if options.out is None else _text(figures, options.out, instrument, definition, collection)
    if ledger is not None:
        _keep(ledger, options.ledger)
    if options.out is None and _simulated(collection) and not figures.simulated:
        print("\n".join(wrapped(str(definition.find("msg-simulated-data")["text"]))))
    _give(figures, options.out, text)
    notes = [tally_say("no-ledger") if ledger is None else tally_say("ledger-kept", path=options.ledger)]
    if not (any(counts.cells.columns["workers"]) or _workers_said(collection) or allowed.workers_agreed):
        notes.insert(0, call_say("no-workers-counts"))
    print("\n".join(line for note in notes for line in wrapped(note)), file=sys.stderr)
    return 0


def _wrong(options: argparse.Namespace) -> list[Problem]:
    """What is wrong with --out and --by."""
    found = []
    if options.out is not None and not options.out.lower().endswith(ENDINGS):
        found.append(refused("out", options.out, tally_say("publish-kind")))
    asked = _groupings(options.by)
    for text, names in zip(options.by or (), asked):
        if set(names) - {"unit", "language", "stratum"} or len(set(names)) < len(names) or asked.count(names) > 1:
            found.append(refused("by", text, tally_say("grouping")))
    return found


def _simulated(collection: Any) -> bool:
    return bool(collection and collection.get("simulated"))


def _workers_said(collection: Any) -> bool:
    return any(row.get("workers") for row in (collection or {}).get("heard", ()))


def _groupings(asked: list[str] | None) -> list[tuple[str, ...]]:
    """--by unit,language: one table; --by again: one more."""
    rows = [tuple(name.strip() for name in text.split(",") if name.strip()) for text in asked or ["unit"]]
    return [() if row == (NONE,) else row for row in rows]


def _ledger(path: str) -> Any:
    from .._publish import Ledger

    try:
        return Ledger.open(path)
    except OSError:
        raise failed("FILE_UNREADABLE", file=path) from None
    except Error:  # what the file holds is private, so only the file is named
        raise failed("LEDGER_MALFORMED", file=path, detail=tally_say("ledger")) from None


def _keep(ledger: Any, path: str) -> None:
    try:
        ledger.save(path)
    except OSError:
        reason = "not-allowed" if Path(path).parent.is_dir() else "no-folder"
        raise failed("FILE_UNWRITABLE", file=path, detail=definition_cause(f"write-{reason}")) from None


def _text(
    figures: Published, out: str, instrument: _core.Instrument, definition: _core.Definition, collection: Any
) -> str:
    """Made before the ledger is written, so that nothing counts as released that could not be drawn."""
    kind = Path(out).suffix.lower()
    if kind == ".json":
        return figures.to_json() + "\n"
    if kind == ".csv":
        return _csv(figures)
    return figures.to_html(instrument=instrument, definition=definition, simulated=_simulated(collection))


def _give(figures: Published, out: str | None, text: str | None) -> None:
    if out is None or text is None:
        print(figures)
        return
    with whole_file(Path(out), lambda reason: definition_cause(f"write-{reason}")) as unfinished:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.chmod(0o644)
    shown = sum(row["shown"] for row in figures.rows)
    print("\n".join(wrapped(tally_say("released", shown=count(shown), hidden=count(len(figures) - shown), path=out))))


def _csv(figures: Published) -> str:
    made = io.StringIO()
    columns = figures.to_columns()
    texts = {name: values for name, values in columns.items() if any(isinstance(v, str) for v in values)}
    shown = {"shown": ["true" if v else "false" for v in columns["shown"]]}
    Csv(made).write({}, {**columns, **texts, **shown})
    return made.getvalue()
