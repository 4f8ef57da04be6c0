# SPDX-License-Identifier: Apache-2.0
"""The command `check-role`."""
from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._errors import Error, failed
from .._language import language, say
from .call_words import call_say
from .help_words import help_text, plain
from .layout import Heading, emit, width
from .note_help import note_say
from .role_help import role_say
from .words import words

if TYPE_CHECKING:
    from .._role.report import RoleReport
    from .role_files import RoleFile

FORMATS = ("text", "json", "sarif", "html")
PRIVATE = 0o600


def add_command(check: argparse.ArgumentParser) -> None:
    """Adds the options."""
    check.add_argument("files", nargs="+", metavar=plain("file"), help=help_text("role-files"))
    check.add_argument("--format", choices=FORMATS, help=help_text("role-format"))
    check.add_argument("--out", "--output", "-o", metavar=plain("file"), help=help_text("role-out"))
    check.add_argument("--suggest", action="store_true", help=help_text("role-suggest"))
    check.add_argument("--no-text", action="store_true", help=help_text("role-no-text"))
    check.add_argument("--role", metavar=plain("role-name"), help=help_text("role-role"))
    check.add_argument("--language", choices=("auto", "en", "fr"), help=help_text("role-language"))
    check.add_argument("--rules", action="append", default=[], metavar=plain("file"), help=help_text("role-rules"))
    check.add_argument("--overlay", metavar=plain("file"), help=help_text("role-overlay"))
    check.add_argument("--fail-on", choices=("error", "warning"), help=help_text("role-fail-on"))


def run(options: argparse.Namespace) -> int:
    """Checks the files and shows or keeps the reports. What was noticed is no error, unless --fail-on asks for that."""
    from . import DATA, FILE, USAGE
    from .errors import tell
    from .role_files import read_roles

    _check_call(options)
    given = _given(options)
    try:
        files = read_roles(options.files)
        reports = [_checked(file, given, options) for file in files]
    except Error as error:
        print(tell(error), file=sys.stderr)
        if error.code == "INVALID_ARGUMENT" and not error.problems[0].file:
            return USAGE
        return FILE if error.code == "FILE_UNREADABLE" else DATA
    if options.suggest:
        if not reports[0].components:
            raise failed("INVALID_ARGUMENT", path="--suggest", detail=role_say("suggest"))
        _one(reports[0].suggest(), options.out)
    else:
        _give(files, reports, options)
    return DATA if _found(reports, options.fail_on) else 0


# ---- in


def _check_call(options: argparse.Namespace) -> None:
    if options.suggest and (options.format is not None or len(options.files) > 1):
        raise failed("INVALID_ARGUMENT", path="--suggest", detail=role_say("suggest"))
    options.format = options.format or "text"
    if options.no_text and options.format == "html":
        raise failed("INVALID_ARGUMENT", path="--no-text", detail=note_say("page"))
    several = options.format == "html" and len(options.files) > 1
    if several and not (options.out and Path(options.out).is_dir()):
        raise failed("INVALID_ARGUMENT", path=f"--out {options.out}" if options.out else "--out", detail=note_say("folder"))


def _given(options: argparse.Namespace) -> dict[str, Any]:
    """What every file is checked with. Each is tried on an empty text first, so that what is wrong with it is told as a
    problem of that file."""
    from .._role.check import check_role

    given: dict[str, Any] = {}
    for name in ("rules", "overlay"):
        path = getattr(options, name)
        if not path:
            continue
        given[name] = [Path(one) for one in path] if isinstance(path, list) else Path(path)
        try:
            check_role("", **given)
        except Error as error:
            named = path if isinstance(path, str) else ", ".join(path)
            raise Error([p if p.file else p._replace(file=named) for p in error.problems], error.total) from None
    if options.role is not None:
        given["role"] = options.role
        try:
            check_role("", role=options.role)
        except Error as error:
            names = str(error.problems[0].detail).partition(say(": ", " : "))[2]
            raise failed("INVALID_ARGUMENT", path=f"--role {options.role}", detail=call_say("choose-from", names=names)) from None
    return given


def _checked(file: RoleFile, given: dict[str, Any], options: argparse.Namespace) -> RoleReport:
    """The report of one file; what the call says wins over what the file says."""
    from .._role.check import check_role

    more = {"role": file.role} if file.role else {}
    try:
        return check_role(file.given, language=options.language or file.language or "auto", **{**more, **given})  # type: ignore[arg-type]
    except Error as error:
        wrong = [p._replace(file=file.name) for p in error.problems]
        total = error.total
    except TypeError:
        wrong, total = list(failed("FIELD_TYPE", file=file.name, detail=role_say("object")).problems), 1
    raise Error(wrong, total)


def _found(reports: Sequence[RoleReport], least: str | None) -> bool:
    wanted = {"error": ("error",), "warning": ("error", "warning")}.get(least or "", ())
    return any(f.severity in wanted for report in reports for f in report.drift)


# ---- out


def _give(files: Sequence[RoleFile], reports: Sequence[RoleReport], options: argparse.Namespace) -> None:
    if options.format == "html":
        _pages(files, reports, options.out)
    elif options.format == "text" and options.out is None:
        emit(_screen(files, reports, not options.no_text))
    else:
        _one({"text": _text, "json": _json, "sarif": _sarif}[options.format](files, reports, options), options.out)


def _one(text: str, out: str | None) -> None:
    if out is None:
        sys.stdout.write(text)
        return
    from .definition_export import write

    write(Path(out), text, mode=PRIVATE)
    print(words("page-written", path=out))


def _pages(files: Sequence[RoleFile], reports: Sequence[RoleReport], out: str | None) -> None:
    if out is None or not Path(out).is_dir():
        _one(reports[0].to_html(), out)
        return
    taken: set[str] = set()
    for file, report in zip(files, reports):
        stem = name = Path(file.name).stem
        while name in taken:
            name = f"{stem}-{len(taken) + 1}"
        taken.add(name)
        _one(report.to_html(), str(Path(out, f"{name}.html")))


def _screen(files: Sequence[RoleFile], reports: Sequence[RoleReport], show: bool) -> list[str]:
    from .._role import text

    out: list[str] = []
    for file, report in zip(files, reports):
        if len(files) > 1:
            out += ([""] if out else []) + [Heading(file.name)]
        found = text.lines(report._view(), width(), show)
        out += [Heading(line) if isinstance(line, text.Heading) else line for line in found]
    return out


def _text(files: Sequence[RoleFile], reports: Sequence[RoleReport], options: argparse.Namespace) -> str:
    return "\n".join(_screen(files, reports, not options.no_text)) + "\n"


def _json(files: Sequence[RoleFile], reports: Sequence[RoleReport], options: argparse.Namespace) -> str:
    """One file: its report; several: a list of files and reports."""
    if len(reports) == 1:
        return reports[0].to_json(language()).rstrip("\n") + "\n"
    found = [{"file": file.name, "report": report.to_dict(language())} for file, report in zip(files, reports)]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _sarif(files: Sequence[RoleFile], reports: Sequence[RoleReport], options: argparse.Namespace) -> str:
    """One log with a run a file."""
    logs = [json.loads(report.to_sarif(language(), file.uri)) for file, report in zip(files, reports)]
    log = {**logs[0], "runs": [run for one in logs for run in one["runs"]]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"
