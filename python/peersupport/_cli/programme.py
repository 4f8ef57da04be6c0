# SPDX-License-Identifier: Apache-2.0
"""The command `check-programme`."""
from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._errors import Error, failed
from .definition import laid_over, opened
from .help_words import help_text, plain
from .layout import Heading, emit, width
from .words import words

if TYPE_CHECKING:
    from .._programme.report import ProgrammeReport

FORMATS = ("text", "json", "html")


def add_command(check: argparse.ArgumentParser) -> None:
    """Adds the options."""
    check.add_argument("file", metavar=plain("file"), help=help_text("programme-file"))
    check.add_argument("--as-of", required=True, type=_day, metavar=plain("date"), help=help_text("as-of"))
    check.add_argument("--format", choices=FORMATS, default="text", help=help_text("programme-format"))
    check.add_argument("--out", metavar=plain("file"), help=help_text("programme-out"))
    check.add_argument("--definition", metavar=plain("file"), help=help_text("definition-file"))
    check.add_argument("--overlay", metavar=plain("file"), help=help_text("overlay-option"))


def _day(text: str) -> datetime.date:
    """A date that exists, written YYYY-MM-DD."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(plain("a-date"))


def run(options: argparse.Namespace) -> int:
    """Checks the program and shows or keeps the report. What was found is no error: a report was made."""
    from . import DATA, USAGE
    from .errors import placed, tell

    definition = opened(options.definition)
    if options.overlay is not None:
        definition = laid_over(definition, options.overlay)
    content = _content(options.file)
    try:
        report = _checked(content, definition, options)
    except Error as error:
        if error.code == "DATE_OUT_OF_RANGE" and error.path is None:  # the day that was asked for, not the file
            detail = error.problems[0].detail
            print(tell(failed(error.code, path=f"--as-of {options.as_of}", detail=detail and f"{detail}.")), file=sys.stderr)
            return USAGE
        print(tell(placed(error, options.file, content)), file=sys.stderr)
        return DATA
    _give(report, options)
    return 0


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError):
        raise failed("FILE_UNREADABLE", file=path) from None


def _checked(content: bytes, definition: Any, options: argparse.Namespace) -> ProgrammeReport:
    from .._programme.check import check_programme

    return check_programme(content, definition=definition, as_of=options.as_of)


# ---- out


def _give(report: ProgrammeReport, options: argparse.Namespace) -> None:
    if options.out is None and options.format == "text":
        emit(_screen(report))
        return
    text = {"text": report.to_text, "json": report.to_json, "html": report.to_html}[options.format]()
    if not text.endswith("\n"):
        text += "\n"
    if options.out is None:
        sys.stdout.write(text)
        return
    from .definition_export import write

    write(Path(options.out), text, mode=0o600)  # an organization's own affair
    print(words("page-written", path=options.out))


def _screen(report: ProgrammeReport) -> list[str]:
    from .._programme import text
    from .._programme.view import ProgrammeView

    lines = text.lines(ProgrammeView(report), width())
    return [Heading(line) if isinstance(line, text.Heading) else line for line in lines]
