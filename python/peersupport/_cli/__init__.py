# SPDX-License-Identifier: Apache-2.0
"""The command `peersupport`."""
from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from typing import NoReturn

from .. import _core
from .._errors import Error
from .._language import say, set_language
from .argparse_words import REQUIRED, teach_argparse, worded
from .call_words import hint
from .definition import add_commands
from .help_words import help_text, plain
from .integrity import add_command as add_integrity
from .layout import width, wrapped
from .lsp import add_command as add_lsp
from .note import add_command as add_note
from .programme import add_command
from .role import add_command as add_role
from .tally import add_merge, add_tally
from .tally_publish import add_command as add_publish
from .words import EXTRAS, words

OK, DATA, USAGE, FILE, INSTRUMENT, NOT_INSTALLED = range(6)
STOPPED = 130  # what shells use for Ctrl-C
CALLS = (
    "IDENTIFIER_REFUSED", "INVALID_ARGUMENT", "POLICY_MISSING", "POLICY_TOO_LOW", "GROUPING_UNKNOWN", "WAVE_UNKNOWN",
    "UNIT_UNKNOWN", "CUT_SET_UNKNOWN", "STRATIFIER_UNKNOWN",
)  # fmt: skip
COUNTS = (
    "TALLY_OTHER", "SHARD_REPEATED", "PERSON_REPEATED", "COUNT_OVERFLOW", "TALLY_MALFORMED", "LEDGER_DIFFERENCE", "LEDGER_MALFORMED",
)  # fmt: skip
PUBLISHING = (" integrity", " publish")  # commands that are told what may be shown


def exit_code(error: Error) -> int:
    """Which of the documented exit codes an error is."""
    if error.code in CALLS:
        return USAGE
    if error.code in ("FILE_UNREADABLE", "FILE_UNWRITABLE"):
        return FILE
    return DATA if 400 <= error.number < 600 or error.code in COUNTS else INSTRUMENT


class Layout(argparse.RawDescriptionHelpFormatter):
    """Texts with line breaks of their own, options at column 26, never wider than a page."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=width() - 2)


class Parser(argparse.ArgumentParser):
    """Says with what is missing what could stand there."""

    def error(self, message: str) -> NoReturn:
        told = []
        if self.prog.endswith(PUBLISHING) and message.startswith(worded(REQUIRED) % ""):
            told = [hint(name) for name in ("policy", "collection", "audience") if f"--{name}" in message]
        super().error("\n".join([message, *told]))


def _rows(text: str) -> int:
    try:
        if (rows := int(text)) > 0:
            return rows
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(plain("above-zero"))


def parser() -> argparse.ArgumentParser:
    """The whole command line, in the language of this run."""
    top: argparse.ArgumentParser = Parser(
        prog="peersupport",
        usage=help_text("program-usage"),
        description=help_text("program"),
        epilog=help_text("exit"),
        formatter_class=Layout,
    )
    top.add_argument("--version", action="version", version=f"peersupport {_core.__version__}", help=help_text("version"))
    language = argparse.ArgumentParser(add_help=False)
    for where in (top, language):
        where.add_argument("--lang", choices=("en", "fr"), default=argparse.SUPPRESS, help=help_text("lang"))
    commands = top.add_subparsers(dest="command", metavar=plain("command"), title=say("commands", "commandes\u00a0"), prog="peersupport")

    def command(
        to: argparse._SubParsersAction[argparse.ArgumentParser], name: str, key: str = ""
    ) -> argparse.ArgumentParser:
        about, more = "\n".join(wrapped(help_text(key or name))), help_text(f"{key or name}-more")
        return to.add_parser(
            name, help=help_text(key or name), description=about, epilog=more, parents=[language], formatter_class=Layout
        )

    command(commands, "demo").add_argument("--out", metavar=plain("file"), help=help_text("demo-out"))
    instruments = command(commands, "instruments").add_subparsers(
        dest="what", required=True, metavar="list | show", title=say("commands", "commandes\u00a0")
    )
    command(instruments, "list")
    show = command(instruments, "show")
    show.add_argument("id", metavar="ID", help=help_text("show-id"))
    show.add_argument("--form", metavar=plain("form-name"), help=help_text("show-form"))
    _score_options(command(commands, "score"))
    definition = command(commands, "definition").add_subparsers(
        dest="what", required=True, metavar="show | search | export | card | overlay", title=say("commands", "commandes\u00a0")
    )
    add_commands(definition, command)
    add_command(command(commands, "check-programme"))
    add_note(command(commands, "check-note"))
    add_role(command(commands, "check-role"))
    add_lsp(command(commands, "lsp"))
    add_integrity(command(commands, "integrity"))
    add_tally(command(commands, "tally"))
    add_merge(command(commands, "merge"))
    add_publish(command(commands, "publish"))
    return top


def _score_options(score: argparse.ArgumentParser) -> None:
    score.add_argument("files", nargs="+", metavar=plain("file"), help=help_text("files"))
    score.add_argument("--instrument", required=True, metavar=plain("id-file"), help=help_text("instrument"))
    for name, metavar in {"form": "form-name", "out": "file", "id": "column", "items": "file"}.items():
        score.add_argument(f"--{name}", metavar=plain(metavar), help=help_text(name))
    score.add_argument("--invalid", choices=("raise", "mark"), default="raise", help=help_text("invalid"))
    score.add_argument("--allow-unverified", action="store_true", help=help_text("allow-unverified"))
    score.add_argument("--batch", type=_rows, metavar=plain("rows"), help=help_text("batch"))


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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without é still shows the rest
    options = parser().parse_args(given)
    if options.command is None:
        print(parser().format_help(), end="", file=sys.stderr)
        return USAGE
    from . import commands

    try:
        return commands.run(options)
    except Error as error:
        from .errors import tell

        print(tell(error), file=sys.stderr)
        return exit_code(error)
    except ModuleNotFoundError as missing:
        print(words("install", package=missing.name, extra=EXTRAS.get(str(missing.name), "cli")), file=sys.stderr)
        return NOT_INSTALLED
    except KeyboardInterrupt:
        print(words("stopped"), file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # the reader of a pipe went away
        sys.stderr.close()
        return OK
