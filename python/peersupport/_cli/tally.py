# SPDX-License-Identifier: Apache-2.0
"""The commands `tally` and `merge`."""
from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from .._errors import Error, failed, problem
from .help_words import help_text, plain
from .layout import wrapped
from .tally_help import tally_say

if TYPE_CHECKING:
    from .integrity_files import AnswerTable
    from .scoring import Run

LEAST_SECRET = 16  # bytes
NONE = "none"

# option: what its value is called, its help
VALUES = {
    "person": ("column-or-none", "person"),
    "key-file": ("file-or-none", "key-file"),
    "worker": ("column", "tally-worker"),
    "waves": ("file", "waves"),
    "language": ("column-or-none", "tally-language"),
    "stratum": ("column", "stratum"),
    "form": ("form-name", "tally-form"),
    "items": ("file", "items"),
    "definition": ("file", "definition-file"),
    "overlay": ("file", "overlay-option"),
}


def add_tally(to: argparse.ArgumentParser) -> None:
    to.usage = plain("tally-usage")
    to.add_argument("files", nargs="+", metavar=plain("file"), help=help_text("files"))
    to.add_argument("--shard", required=True, metavar=plain("shard-name"), help=help_text("shard"))
    to.add_argument("--out", required=True, metavar=plain("tally-name"), help=help_text("tally-out"))
    to.add_argument("--instrument", default="integrity-survey", metavar=plain("id-file"), help=help_text("instrument"))
    for name, (metavar, key) in VALUES.items():
        to.add_argument(f"--{name}", metavar=plain(metavar), help=help_text(key))
    to.add_argument("--invalid", choices=("raise", "mark"), default="raise", help=help_text("invalid"))
    to.add_argument("--allow-unverified", action="store_true", help=help_text("allow-unverified"))


def add_merge(to: argparse.ArgumentParser) -> None:
    to.usage = plain("merge-usage")
    to.add_argument("files", nargs="+", metavar=plain("tally-name"), help=help_text("tally-files"))
    to.add_argument("--out", required=True, metavar=plain("tally-name"), help=help_text("tally-out"))


def run_tally(options: argparse.Namespace) -> int:
    """Checks every cell first, so that all that is wrong is named by file and line; then counts."""
    from .._tally import tally
    from . import tally_files
    from .commands import find
    from .definition import laid_over, opened
    from .files import expand, read_items
    from .scoring import Run

    instrument, definition = find(options.instrument), opened(options.definition)
    if options.overlay is not None:
        definition = laid_over(definition, options.overlay)
    items, paths = read_items(options.items), expand(options.files)
    _check(options, paths)
    waves = None if options.waves is None else _waves(options.waves)
    checked = Run(
        instrument, paths, form=options.form, items=items, mark=options.invalid == "mark",
        allow_unverified=options.allow_unverified,
    )  # fmt: skip
    checked.score()
    answers = _answers(options, checked, paths, items)
    columns = _columns(options, answers.column_names, waves is not None)
    made = tally(
        _read(answers, columns["person"] is not None), instrument, shard=options.shard, waves=waves, invalid=options.invalid,
        key=_secret(options.key_file, columns), definition=definition, allow_unverified=options.allow_unverified, **columns,
    )  # fmt: skip
    tally_files.write(options.out, made)
    tally_files.tell(made, options.out, checked.simulated)
    return 0


def run_merge(options: argparse.Namespace) -> int:
    from . import tally_files

    made = tally_files.merged(tally_files.named(options.files, but=tally_files.wrong_ending(options.out)))
    tally_files.write(options.out, made)
    tally_files.tell(made, options.out)
    return 0


def _check(options: argparse.Namespace, paths: list[str]) -> None:
    """What is wrong with the call itself, all of it, before any file of answers is read."""
    from . import tally_files

    found = [p for p in (tally_files.wrong_ending(options.out),) if p is not None]
    counts = filter(tally_files.is_tally, paths)
    found += [problem("INVALID_ARGUMENT", path=path, detail=tally_say("counts-already")) for path in counts]
    if options.key_file not in (None, NONE):
        try:
            _read_secret(options.key_file)
        except Error as error:
            found += error.problems
    if found:
        raise Error(found)


def _answers(options: argparse.Namespace, checked: Run, paths: list[str], items: Any) -> AnswerTable:
    from .integrity_files import AnswerTable
    from .wrong_calls import of_columns

    asked = [options.person, options.worker, options.language, options.stratum]
    extra = [name for name in dict.fromkeys(asked) if name is not None and name != NONE]
    try:
        return AnswerTable(paths, checked.instrument, checked.plan.form, items, extra)
    except Error as error:
        raise of_columns(error, options) from None


def _columns(options: argparse.Namespace, there: list[str], waves: bool) -> dict[str, Any]:
    """Those named, and those of a table of answers where they are there: as the command integrity reads it."""

    def found(asked: str | None, usual: str) -> str | None:
        if asked is not None:
            return None if asked == NONE else asked
        return usual if usual in there else None

    return {
        "wave": None if waves else found(None, "wave"),
        "date": found(None, "date"),
        "perspective": found(None, "perspective"),
        "person": found(options.person, "person_id"),
        "language": found(options.language, "language"),
        "worker": options.worker,
        "stratum": options.stratum,
    }


class _Batches:
    """Read batch by batch, so that memory is bounded."""

    read_next_batch = None  # what tells a stream that is read once from a table

    def __init__(self, of: AnswerTable) -> None:
        self._of = of

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._of.__arrow_c_stream__(requested_schema)


def _read(answers: AnswerTable, by_person: bool) -> Any:
    """A person's latest response is known only when the whole table is there."""
    return answers if by_person else _Batches(answers)


def _secret(path: str | None, columns: dict[str, Any]) -> bytes:
    if columns["person"] is None and columns["worker"] is None:
        return b""
    if path is None:
        raise failed("INVALID_ARGUMENT", path="--key-file", detail=tally_say("key-needed"))
    if path == NONE:
        print("\n".join(wrapped(tally_say("no-secret"))), file=sys.stderr)
        return b""
    return _read_secret(path)


def _read_secret(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            secret = file.read(1 << 16).rstrip(b"\r\n")
    except OSError:
        raise failed("FILE_UNREADABLE", file=path) from None
    if len(secret) < LEAST_SECRET:
        raise failed("INVALID_ARGUMENT", path=f"--key-file {path}", detail=tally_say("key-short"))
    return secret


def _waves(path: str) -> list[dict[str, str]]:
    try:
        with open(path, encoding="utf-8") as file:
            rows = json.load(file)["waves"]
        return [{name: str(row[name]) for name in ("id", "from", "to")} for row in rows]
    except OSError:
        raise failed("FILE_UNREADABLE", file=path) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise failed("FIELD_TYPE", file=path, detail=tally_say("waves-json")) from None
