# SPDX-License-Identifier: Apache-2.0
"""The command `publish`: what of the counts may be given away."""
from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import _core
from .._errors import Error, failed
from .._language import language
from .._render import escape
from .definition_words import definition_cause
from .help_words import help_text, plain
from .layout import count, wrapped
from .tally import NONE, named_by
from .tally_help import tally_say
from .words import words
from .writing import Csv, whole_file

if TYPE_CHECKING:
    from .._publish import Published

ENDINGS = (".csv", ".json", ".html")


def add_command(to: argparse.ArgumentParser) -> None:
    to.add_argument("files", nargs="+", metavar=plain("tally-name"), help=help_text("tally-files"))
    to.add_argument("--policy", required=True, metavar=plain("policy-name"), help=help_text("policy"))
    to.add_argument("--audience", required=True, choices=("public", "partners", "service", "team"), help=help_text("publish-audience"))
    to.add_argument("--workers-agreed", action="store_true", help=help_text("workers-agreed"))
    to.add_argument("--by", action="append", metavar=plain("by-name"), help=help_text("by"))
    to.add_argument("--ledger", metavar=plain("file"), help=help_text("ledger"))
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
    from .files import expand
    from .integrity_help import integrity_say

    if options.out is not None and not options.out.lower().endswith(ENDINGS):
        raise failed("INVALID_ARGUMENT", path=f"--out {options.out}", detail=tally_say("publish-kind"))
    if options.workers_agreed and options.audience != "team":
        raise failed("INVALID_ARGUMENT", path="--workers-agreed", detail=integrity_say("for-team-only"))
    paths = expand(options.files)
    if not all(map(tally_files.is_tally, paths)):
        raise failed("INVALID_ARGUMENT", path="peersupport tally", detail=tally_say("tally-only"))
    allowed = policy(
        options.policy, audience=options.audience, workers_agreed=options.workers_agreed, definition=opened(options.definition)
    )
    ledger = None if options.ledger is None else _ledger(options.ledger)
    figures = publish(
        tally_files.merged(paths), allowed, by=_groupings(options.by), ledger=ledger, collection=_collection(options.collection),
        instrument=None if options.instrument is None else find(options.instrument),
    )  # fmt: skip
    if ledger is not None:
        _keep(ledger, options.ledger)
    _give(figures, options.out)
    told = tally_say("no-ledger") if ledger is None else tally_say("ledger-kept", path=options.ledger)
    print("\n".join(wrapped(told)), file=sys.stderr)
    return 0


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
    except Error as error:
        raise named_by(path, error) from None


def _keep(ledger: Any, path: str) -> None:
    try:
        ledger.save(path)
    except OSError:
        reason = "not-allowed" if Path(path).parent.is_dir() else "no-folder"
        raise failed("FILE_UNWRITABLE", file=path, detail=definition_cause(f"write-{reason}")) from None


def _collection(path: str | None) -> dict[str, Any] | None:
    if path is None or path == NONE:
        return None
    try:
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
        for row in found.get("heard", ()):
            row["unit"], row["wave"], row["perspective"]
    except OSError:
        raise failed("FILE_UNREADABLE", file=path) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise failed("FORMAT_UNSUPPORTED", file=path, detail="peersupport-collection-1") from None
    return dict(found)


def _give(figures: Published, out: str | None) -> None:
    if out is None:
        print(figures)
        return
    kind = Path(out).suffix.lower()
    text = figures.to_json() + "\n" if kind == ".json" else _csv(figures) if kind == ".csv" else page(figures)
    with whole_file(Path(out), lambda reason: definition_cause(f"write-{reason}")) as unfinished:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.chmod(0o644)
    shown = sum(row["shown"] for row in figures.rows)
    print(tally_say("released", shown=count(shown), hidden=count(len(figures) - shown), path=out))


def _csv(figures: Published) -> str:
    made = io.StringIO()
    columns = figures.to_frame()
    texts = {name: values for name, values in columns.items() if any(isinstance(v, str) for v in values)}
    shown = {"shown": ["true" if v else "false" for v in columns["shown"]]}
    Csv(made).write({}, {**columns, **texts, **shown})
    return made.getvalue()


def page(figures: Published) -> str:
    """One page that needs nothing else: a heading, what it is not for, the table."""
    title = escape(tally_say("page-title", instrument=figures.instrument["id"]))
    notes = "".join(f"<p>{escape(words(key))}</p>\n" for key in ("about-service", "norms"))
    style = "body{font-family:sans-serif;margin:2em;line-height:1.5}table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.3em .6em;text-align:left}"
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n'
        f"<body>\n<main>\n<h1>{title}</h1>\n{notes}{figures._repr_html_()}\n"
        f"<p>peersupport {escape(_core.__version__)}</p>\n</main>\n</body>\n</html>\n"
    )
