# SPDX-License-Identifier: Apache-2.0
"""The command `peersupport`."""
from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from .. import _core
from .._errors import Error
from .._language import set_language
from .words import help_text, teach_argparse, words

OK, DATA, USAGE, FILE, INSTRUMENT, NOT_INSTALLED = range(6)


def exit_code(error: Error) -> int:
    """Which of the documented exit codes an error is."""
    if error.code in ("IDENTIFIER_REFUSED", "INVALID_ARGUMENT"):
        return USAGE
    if error.code == "FILE_UNREADABLE":
        return FILE
    return DATA if 400 <= error.number < 600 else INSTRUMENT


def parser() -> argparse.ArgumentParser:
    """The whole command line, in the language of this run."""
    top = argparse.ArgumentParser(prog="peersupport", description=help_text("program"), epilog=help_text("exit"))
    top.add_argument("--version", action="version", version=f"peersupport {_core.__version__}", help=help_text("version"))
    language = argparse.ArgumentParser(add_help=False)
    for where in (top, language):
        where.add_argument("--lang", choices=("en", "fr"), default=argparse.SUPPRESS, help=help_text("lang"))
    commands = top.add_subparsers(dest="command", required=True, metavar="demo | instruments | score")

    def command(to: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str) -> argparse.ArgumentParser:
        return to.add_parser(name, help=help_text(name), description=help_text(name), parents=[language])

    command(commands, "demo")
    instruments = command(commands, "instruments").add_subparsers(dest="what", required=True, metavar="list | show")
    command(instruments, "list")
    command(instruments, "show").add_argument("id", help=help_text("show-id"))
    score = command(commands, "score")
    score.add_argument("files", nargs="+", metavar="FILE", help=help_text("files"))
    score.add_argument("--instrument", required=True, metavar="ID|FILE", help=help_text("instrument"))
    for name in ("form", "id", "items", "out"):
        metavar = {"form": "FORM", "id": "COLUMN", "items": "FILE", "out": "FILE"}[name]
        score.add_argument(f"--{name}", metavar=metavar, help=help_text(name))
    score.add_argument("--invalid", choices=("raise", "mark"), default="raise", help=help_text("invalid"))
    score.add_argument("--allow-unverified", action="store_true", help=help_text("allow-unverified"))
    score.add_argument("--batch", type=int, metavar="ROWS", help=help_text("batch"))
    return top


def _language_of(arguments: Sequence[str]) -> str:
    """--lang must be known before help and errors are worded."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return "en"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    set_language("fr" if _language_of(given) == "fr" else "en")
    teach_argparse()
    options = parser().parse_args(given)
    from . import commands

    try:
        return commands.run(options)
    except Error as error:
        print(f"peersupport: {words('error')}: {error}", file=sys.stderr)
        return exit_code(error)
    except ModuleNotFoundError as missing:
        print(words("install", package=missing.name), file=sys.stderr)
        return NOT_INSTALLED
    except BrokenPipeError:  # the reader of a pipe went away
        sys.stderr.close()
        return OK
