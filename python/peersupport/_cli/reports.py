# SPDX-License-Identifier: Apache-2.0
"""Reports of checked texts, one a file, shown or kept: what check-note and check-role have in common."""
from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from .._errors import failed
from .._language import language
from .layout import Heading, emit, width
from .note_help import note_say
from .words import words

if TYPE_CHECKING:
    from .._note.report import NoteReport
    from .._role.report import RoleReport

    Report = NoteReport | RoleReport
    Lines = Callable[[Any, int, bool], list[str]]  # of a report's view, so wide, with the words of the text

FORMATS = ("text", "json", "sarif", "html")
PRIVATE = 0o600


class CheckedFile(Protocol):
    """uri: where its text stands as it is; None: its places are not those of a file."""

    @property
    def name(self) -> str: ...
    @property
    def uri(self) -> str | None: ...


def check_call(options: argparse.Namespace) -> None:
    """Pages show the text, and several of them need a folder."""
    if options.no_text and options.format == "html":
        raise failed("INVALID_ARGUMENT", path="--no-text", detail=note_say("page"))
    several = options.format == "html" and len(options.files) > 1
    if several and not (options.out and Path(options.out).is_dir()):
        raise failed("INVALID_ARGUMENT", path=f"--out {options.out}" if options.out else "--out", detail=note_say("folder"))


def give(files: Sequence[CheckedFile], reports: Sequence[Report], options: argparse.Namespace, lines: Lines) -> None:
    if options.format == "html":
        _pages(files, reports, options.out)
    elif options.format == "json":
        one(_json(files, reports), options.out)
    elif options.format == "sarif":
        one(_sarif(files, reports), options.out)
    else:
        shown = _screen(files, reports, lines, not options.no_text)
        if options.out is None:
            emit(shown)
        else:
            one("\n".join(shown) + "\n", options.out)


def one(text: str, out: str | None) -> None:
    """Shown, or kept so that only its owner can read it."""
    if out is None:
        sys.stdout.write(text)
        return
    from .definition_export import write

    write(Path(out), text, mode=PRIVATE)
    print(words("page-written", path=out))


def _pages(files: Sequence[CheckedFile], reports: Sequence[Report], out: str | None) -> None:
    if out is None or not Path(out).is_dir():
        one(reports[0].to_html(), out)
        return
    taken: set[str] = set()
    for file, report in zip(files, reports):
        stem = name = Path(file.name).stem
        while name in taken:
            name = f"{stem}-{len(taken) + 1}"
        taken.add(name)
        one(report.to_html(), str(Path(out, f"{name}.html")))


def _screen(files: Sequence[CheckedFile], reports: Sequence[Report], lines: Lines, show: bool) -> list[str]:
    from .._programme.text import Heading as ReportHeading

    out: list[str] = []
    for file, report in zip(files, reports):
        if len(files) > 1:
            out += ([""] if out else []) + [Heading(file.name)]
        found = lines(report._view(), width(), show)
        out += [Heading(line) if isinstance(line, ReportHeading) else line for line in found]
    return out


def _json(files: Sequence[CheckedFile], reports: Sequence[Report]) -> str:
    """One file: its report; several: a list of files and reports."""
    if len(reports) == 1:
        return reports[0].to_json(language()).rstrip("\n") + "\n"
    found = [{"file": file.name, "report": report.to_dict(language())} for file, report in zip(files, reports)]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _sarif(files: Sequence[CheckedFile], reports: Sequence[Report]) -> str:
    """One log with a run a file."""
    logs = [json.loads(report.to_sarif(language(), file.uri)) for file, report in zip(files, reports)]
    log = {**logs[0], "runs": [run for each in logs for run in each["runs"]]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"
