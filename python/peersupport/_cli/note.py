# SPDX-License-Identifier: Apache-2.0
"""The command `check-note`."""
from __future__ import annotations

import argparse
import datetime
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._errors import Error, failed
from .._language import say
from .call_words import call_say
from .help_words import help_text, plain
from .note_help import note_say
from .reports import FORMATS, PRIVATE, check_call, give
from .words import words

if TYPE_CHECKING:
    from .._note.report import NoteReport
    from .note_files import NoteFile



def add_command(check: argparse.ArgumentParser) -> None:
    """Adds the options."""
    from .._note.engine import KINDS

    check.add_argument("files", nargs="+", metavar=plain("file"), help=help_text("note-files"))
    check.add_argument("--format", choices=FORMATS, default="text", help=help_text("note-format"))
    check.add_argument("--out", "--output", "-o", metavar=plain("file"), help=help_text("note-out"))
    check.add_argument("--no-text", action="store_true", help=help_text("note-no-text"))
    check.add_argument("--language", choices=("auto", "en", "fr"), help=help_text("note-language"))
    check.add_argument("--kind", choices=KINDS, metavar=plain("note-kind-name"), help=f"{help_text('note-kind')}{say(': ', ' : ')}{', '.join(KINDS)}")
    check.add_argument("--profile", metavar=plain("note-profile-name"), help=help_text("note-profile"))
    check.add_argument("--fields", metavar=plain("file"), help=help_text("note-fields"))
    check.add_argument("--rules", action="append", default=[], metavar=plain("file"), help=help_text("note-rules"))
    check.add_argument("--overlay", metavar=plain("file"), help=help_text("note-overlay"))
    check.add_argument("--baseline", metavar=plain("file"), help=help_text("note-baseline"))
    check.add_argument("--write-baseline", metavar=plain("file"), help=help_text("note-write-baseline"))
    check.add_argument("--who", metavar=plain("text"), help=help_text("note-who"))
    check.add_argument("--why", metavar=plain("text"), help=help_text("note-why"))
    check.add_argument("--until", type=_day, metavar=plain("date"), help=help_text("note-until"))
    check.add_argument("--now", type=_time, metavar=plain("date"), help=help_text("note-now"))
    check.add_argument("--fail-on", choices=("error", "warning"), help=help_text("note-fail-on"))


def _day(text: str) -> str:
    """A date that exists, written YYYY-MM-DD."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(plain("a-date"))


def _time(text: str) -> str:
    """A date, or a date and a time of day, that exist."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?", text, re.ASCII):
            datetime.datetime.fromisoformat(text)
            return text[:16]
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(plain("a-time"))


def run(options: argparse.Namespace) -> int:
    """Checks the notes and shows or keeps the reports. What was noticed is no error, unless --fail-on asks for that."""
    from .._note.text import lines
    from . import DATA, FILE, USAGE
    from .errors import tell
    from .note_files import read_fields, read_notes

    _check_call(options)
    given = _given(options)
    try:
        more = read_fields(options.fields)
        notes = read_notes(options.files)
        reports = [_checked(note, more, given, options) for note in notes]
    except Error as error:
        print(tell(error), file=sys.stderr)
        if error.code == "INVALID_ARGUMENT" and not error.problems[0].file:
            return USAGE
        return FILE if error.code == "FILE_UNREADABLE" else DATA
    give(notes, reports, options, lines)
    if options.write_baseline is not None:
        _write_baseline(reports, options)
    return DATA if _found(reports, options.fail_on) else 0


# ---- in


def _check_call(options: argparse.Namespace) -> None:
    if options.write_baseline is not None and not ((options.who or "").strip() and (options.why or "").strip()):
        raise failed("INVALID_ARGUMENT", path=f"--write-baseline {options.write_baseline}", detail=note_say("who-why"))
    check_call(options)


def _given(options: argparse.Namespace) -> dict[str, Any]:
    """What every note is checked with. Each file is tried on an empty note first, so that what is wrong with it is told as
    a problem of that file."""
    from .._note.check import check_note

    given: dict[str, Any] = {}
    for name in ("rules", "overlay", "baseline"):
        path = getattr(options, name)
        if not path:
            continue
        given[name] = [Path(one) for one in path] if isinstance(path, list) else Path(path)
        try:
            check_note("", **given)
        except Error as error:
            raise Error([p if p.file else p._replace(file=_named(path)) for p in error.problems], error.total) from None
    given |= {name: getattr(options, name) for name in ("profile", "now") if getattr(options, name) is not None}
    try:
        check_note("", **given)
    except Error as error:
        if error.path != "/profile":
            raise
        names = str(error.problems[0].detail).partition(": ")[2]
        raise failed("INVALID_ARGUMENT", path=f"--profile {options.profile}", detail=call_say("choose-from", names=names)) from None
    return given


def _named(path: str | list[str]) -> str:
    return path if isinstance(path, str) else ", ".join(path)


def _checked(note: NoteFile, more: dict[str, Any], given: dict[str, Any], options: argparse.Namespace) -> NoteReport:
    """The report of one note; what the call says wins over what the file says."""
    from .._note.check import check_note

    try:
        return check_note(
            note.text or "", fields={**note.fields, **more}, language=options.language or note.language or "auto",  # type: ignore[arg-type]
            kind=options.kind or note.kind, **{**note.more, **given},  # type: ignore[arg-type]
        )  # fmt: skip
    except Error as error:
        wrong = [p._replace(file=note.name) for p in error.problems]
        total = error.total
    raise Error(wrong, total)


def _found(reports: Sequence[NoteReport], least: str | None) -> bool:
    counts = [r.counts for r in reports]
    return least is not None and any(c.error or (least == "warning" and c.warning) for c in counts)


# ---- out


def _write_baseline(reports: Sequence[NoteReport], options: argparse.Namespace) -> None:
    """What is noticed now, behind what was agreed on before."""
    from .._note.baseline import FORMAT
    from .definition_export import write

    before = [] if options.baseline is None else json.loads(Path(options.baseline).read_bytes())["entries"]
    made = [e for report in reports for e in report.baseline(options.who, options.why, options.until)["entries"]]
    entries = {(e["fingerprint"], e["rule"]): e for e in [*before, *made]}
    text = json.dumps({"format": FORMAT, "entries": list(entries.values())}, ensure_ascii=False, indent=2)
    write(Path(options.write_baseline), text + "\n", mode=PRIVATE)
    print(words("page-written", path=options.write_baseline), file=sys.stderr)
