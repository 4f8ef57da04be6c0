# SPDX-License-Identifier: Apache-2.0
"""The command `check-role`."""
from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._errors import Error, failed
from .._language import say
from .call_words import call_say
from .help_words import help_text, plain
from .reports import FORMATS, check_call, give, one
from .role_help import role_say

if TYPE_CHECKING:
    from .._role.report import RoleReport
    from .role_files import RoleFile



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
    from .._role.text import lines
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
        one(reports[0].suggest(), options.out)
    else:
        give(files, reports, options, lines)
    return DATA if _found(reports, options.fail_on) else 0


# ---- in


def _check_call(options: argparse.Namespace) -> None:
    if options.suggest and (options.format is not None or len(options.files) > 1):
        raise failed("INVALID_ARGUMENT", path="--suggest", detail=role_say("suggest"))
    options.format = options.format or "text"
    check_call(options)


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
