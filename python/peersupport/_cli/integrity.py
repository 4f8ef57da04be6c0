# SPDX-License-Identifier: Apache-2.0
"""The command `integrity`."""
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .._errors import Error, Problem, failed, problem
from .call_words import call_say
from .help_words import help_text, plain
from .integrity_help import integrity_say
from .layout import wrapped
from .words import words

if TYPE_CHECKING:
    from .. import _core
    from .._integrity.profile import IntegrityProfile

# handed to the engine as they are
ASKED = ("wave", "period", "baseline", "cuts", "stratifier", "own_unit", "process", "done", "worker")
PRIVATE = 0o600  # a service's own affair

# option: what its value is called
VALUES = {
    "baseline": "file", "cuts": "cuts-name", "wave": "wave-name", "unit": "unit-name", "own-unit": "unit-name", "period": "period-name",
    "stratifier": "column", "done": "file", "process": "file", "outcomes": "file", "worker": "column", "snapshot-out": "file",
}  # fmt: skip


def add_command(to: argparse.ArgumentParser) -> None:
    """Adds the options."""
    to.usage = plain("integrity-usage")
    to.add_argument("files", nargs="+", metavar=plain("file"), help=help_text("integrity-files"))
    to.add_argument("--policy", required=True, metavar=plain("policy-name"), help=help_text("policy"))
    to.add_argument("--collection", required=True, metavar=plain("file-or-none"), help=help_text("collection"))
    to.add_argument("--out", metavar=plain("file-or-folder"), help=help_text("integrity-out"))
    for name, metavar in VALUES.items():
        to.add_argument(f"--{name}", metavar=plain(metavar), help=help_text(name))
    to.add_argument("--audience", choices=("public", "partners", "service", "team"), default="public", help=help_text("audience"))
    to.add_argument("--workers-agreed", action="store_true", help=help_text("workers-agreed"))
    to.add_argument("--format", choices=("html", "json"), default="html", help=help_text("integrity-format"))
    to.add_argument("--instrument", default="integrity-survey", metavar=plain("id-file"), help=help_text("instrument"))
    to.add_argument("--items", metavar=plain("file"), help=help_text("items"))
    to.add_argument("--definition", metavar=plain("file"), help=help_text("definition-file"))
    to.add_argument("--overlay", metavar=plain("file"), help=help_text("overlay-option"))


def run(options: argparse.Namespace) -> int:
    """Assesses and writes. What was found is no error: a report was made."""
    profile = _assessed(options)
    _known_unit(profile, options.unit)
    _give(profile, options)
    _tell_of_workers(profile, options)
    if options.snapshot_out is not None:
        from .definition_export import write

        write(Path(options.snapshot_out), profile.snapshot().to_json() + "\n", mode=PRIVATE)
        print(integrity_say("snapshot-kept", path=options.snapshot_out), file=sys.stderr)
    return 0


def _assessed(options: argparse.Namespace) -> IntegrityProfile:
    from .._integrity.assess import integrity
    from .._publish import policy
    from .commands import find
    from .definition import laid_over, opened
    from .files import expand
    from .tally_files import is_tally, merged, named
    from .wrong_calls import check, of_options

    instrument: _core.Instrument = find(options.instrument)
    definition = opened(options.definition)
    if options.overlay is not None:
        definition = laid_over(definition, options.overlay)
    paths = expand(options.files)
    counts = any(map(is_tally, paths))
    check(options, definition, _only_counts(options, paths) if counts else ())
    given = Given(merged(named(options.files)), None, False) if counts else _answers(options, instrument, paths)
    asked = {name: getattr(options, name) for name in ASKED}
    allowed = policy(
        options.policy, audience=options.audience, workers_agreed=options.workers_agreed, definition=definition
    )
    try:
        return integrity(
            given.answers,
            policy=allowed,
            collection=_collection(options.collection, given.simulated),
            outcomes=given.outcomes,
            definition=definition,
            instrument=instrument,
            **asked,
        )
    except Error as error:
        raise of_options(error, options, _known(options, given)) from None


class Given(NamedTuple):
    """The answers, those to the outcomes module, whether they call themselves simulated, and the names in them."""

    answers: Any
    outcomes: Any
    simulated: bool
    waves: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


def _known(options: argparse.Namespace, given: Given) -> dict[str, Iterable[str]]:
    """What there is to choose from, for a message."""
    from .wrong_calls import document

    if not given.units:
        cells = given.answers.cells.columns
        return {"/wave": set(cells["wave"]), "/own_unit": set(cells["unit"])}
    collection = document(options.collection)
    rows = collection.get("waves") if isinstance(collection, dict) else None
    if rows and "date" in given.answers.column_names:  # the day says which wave it is
        ids = [str(row["id"]) for row in rows if isinstance(row, dict) and "id" in row]
        return {"/wave": ids, "/own_unit": given.units}
    return {"/wave": given.waves, "/own_unit": given.units}


def _answers(options: argparse.Namespace, instrument: _core.Instrument, paths: list[str]) -> Given:
    from .files import read_items
    from .integrity_files import AnswerTable
    from .scoring import Run
    from .wrong_calls import of_columns

    items = read_items(options.items)
    asked = [name for name in (options.worker, options.stratifier) if name is not None]
    checked = Run(instrument, paths, items=items)
    checked.score()  # every wrong cell is named by file and line before anything is counted
    extra = [name for name in asked if name != "language"]
    outcomes = None
    try:
        if options.outcomes is not None:
            Run(instrument, [options.outcomes], form="person-outcomes").score()
            outcomes = AnswerTable([options.outcomes], instrument, "person-outcomes", None, extra)
        answers = AnswerTable(paths, instrument, checked.plan.form, items, extra)
    except Error as error:
        raise of_columns(error, options) from None
    found = checked.found
    return Given(answers, outcomes, checked.simulated, frozenset(found.waves), frozenset(found.units))


def _only_counts(options: argparse.Namespace, paths: list[str]) -> list[Problem]:
    """Files of counts stand alone, without the options that say how answers are counted."""
    from .tally_files import is_tally
    from .tally_help import tally_say
    from .wrong_calls import refused

    given = [name for name in ("items", "worker", "outcomes") if getattr(options, name) is not None]
    found = [refused(name, None, tally_say("of-answers")) for name in given]
    if not all(map(is_tally, paths)):
        found.insert(0, problem("INVALID_ARGUMENT", path=plain("file"), detail=tally_say("mixed")))
    return found


def _collection(path: str, simulated: bool) -> Any:
    """The file, or nothing when that is said; answers that call themselves simulated make the collection so."""
    if path == "none":
        return {"format": "peersupport-collection-1", "id": "simulated", "simulated": True} if simulated else None
    if not simulated:
        return path
    import json

    try:
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return path  # reading it again says what is wrong
    from .._integrity.request import Read

    return Read({**found, "simulated": True}, path) if isinstance(found, dict) else path


# ---- out


def _known_unit(profile: IntegrityProfile, unit: str | None) -> None:
    if unit is not None and unit not in profile.units:
        units = ", ".join(profile.units)
        raise failed("INVALID_ARGUMENT", path=f"--unit {unit}", detail=integrity_say("unit-unknown", units=units))


def _give(profile: IntegrityProfile, options: argparse.Namespace) -> None:
    folder = options.out is not None and (os.path.isdir(options.out) or options.out.endswith(("/", os.sep)))
    if options.format == "json":
        _one(profile.to_json().rstrip("\n") + "\n", options.out, "integrity.json" if folder else None)
    elif folder and options.unit is None:
        _folder(profile, Path(options.out))
    else:
        if options.unit is None and len(profile.units) > 1 and len(profile.answered) != 1 and options.out is None:
            raise failed("INVALID_ARGUMENT", path="--out", detail=integrity_say("folder-for-several"))
        from .._integrity.words import file_name

        _one(profile.report(unit=options.unit), options.out, (f"{file_name(options.unit)}.html" if options.unit else "region.html") if folder else None)


def _one(text: str, out: str | None, name: str | None) -> None:
    """Printed, or one file; `name` in a folder."""
    if out is None:
        sys.stdout.write(text)
        return
    from .definition_export import _make_folder, write

    path = Path(out)
    if name:
        _make_folder(path)
        path /= name
    write(path, text, mode=PRIVATE)
    print(words("page-written", path=path))


def _folder(profile: IntegrityProfile, folder: Path) -> None:
    from .._integrity.page import pages
    from .definition_export import _make_folder, write

    made = pages(profile)
    _make_folder(folder)
    for name, text in made.items():
        write(folder / name, text, mode=PRIVATE)
    print(words("pages-written", files=len(made), path=folder))
    if len(made) > 1:
        print("\n".join(wrapped(call_say("own-page-only"))), file=sys.stderr)


def _tell_of_workers(profile: IntegrityProfile, options: argparse.Namespace) -> None:
    """Where nobody knows how large a team is, the page is empty: the terminal says why, and what to do."""
    from .tally_files import is_tally

    units = [u for u in profile.to_dict()["units"] if any(h["showing"] != "nobody" for h in u["heard"])]
    unknown = [u for u in units if any(h["showing"] == "no-worker-count" for h in u["heard"])]
    if not unknown:
        return
    counted = options.worker is not None or any(map(is_tally, options.files))
    key = "no-workers-1" if len(units) == len(unknown) else "no-workers"
    ways = call_say("workers-collection" if counted else "workers-or-column")
    told = call_say(key, units=len(unknown), of=len(units), ways=ways)
    print("\n".join(wrapped(told)), file=sys.stderr)
