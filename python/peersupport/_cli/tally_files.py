# SPDX-License-Identifier: Apache-2.0
"""Files of counts (.tally): read, added up, written, and told about. They are personal information."""
from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .._errors import Error, Problem, failed, problem
from .causes import cause
from .definition_words import definition_cause
from .layout import count, listed, wrapped
from .tally_help import tally_say
from .words import PERSPECTIVES, in_language
from .writing import whole_file
from .wrong_calls import repeated

if TYPE_CHECKING:
    from .._tally import Tally

ENDING = ".tally"
LARGEST = 1 << 30  # bytes of one file
PRIVATE = 0o600


def is_tally(path: str) -> bool:
    return path.lower().endswith(ENDING)


def read(path: str) -> Tally:
    """One file; errors name it."""
    from .._tally import Tally

    try:
        if os.path.getsize(path) > LARGEST:
            raise failed("TOO_LARGE", file=path)
        data = Path(path).read_bytes()
    except OSError:
        detail = None if os.path.isfile(path) else cause("folder" if os.path.isdir(path) else "missing")
        raise failed("FILE_UNREADABLE", file=path, detail=detail) from None
    try:
        return Tally.from_bytes(data, limit=LARGEST)
    except Error as error:  # a byte is no line, so where in the file it went wrong is left out
        raise Error([p._replace(file=path, offset=None) for p in error.problems], error.total) from None


def named(patterns: Sequence[str], but: Problem | None = None) -> list[str]:
    """The files that are meant. A file that is named twice is refused, as its copy would be; so are other files."""
    from .files import expand

    paths = [path for pattern in patterns for path in expand([pattern])]
    told = tally_say("tally-only")
    others = [problem("INVALID_ARGUMENT", path=path, detail=told) for path in paths if not is_tally(path)]
    if but is not None or others:
        raise Error([*([but] if but is not None else []), *others])
    places = [os.path.realpath(path) for path in paths]
    if twice := [path for n, path in enumerate(paths) if places[n] in places[:n]]:
        raise repeated(twice[0])
    return paths


def merged(paths: Sequence[str]) -> Tally:
    """All of them together; every file that cannot be read or added is named."""
    from .._tally import Tally

    total, wrong = Tally(), []
    for path in paths:
        try:
            total._merge(read(path))
        except Error as error:
            wrong += [p._replace(file=path) for p in error.problems]
    if wrong:
        raise Error(wrong)
    return total


def wrong_ending(path: str) -> Problem | None:
    """The ending tells other commands, and people, what the file is."""
    return None if is_tally(path) else problem("INVALID_ARGUMENT", path=f"--out {path}", detail=tally_say("ending"))


def write(path: str, of: Tally) -> None:
    """Whole or not at all; others cannot read it."""
    with whole_file(Path(path), lambda reason: definition_cause(f"write-{reason}")) as unfinished:
        unfinished.write_bytes(of.to_bytes())
        unfinished.chmod(PRIVATE)


def tell(of: Tally, path: str, simulated: bool = False) -> None:
    """Says what the file holds, before anybody sends it. Totals only."""
    cells = of.cells.columns
    by: dict[str, int] = {}
    for perspective, responses in zip(cells["perspective"], cells["responses"]):
        by[perspective] = by.get(perspective, 0) + responses
    who = [f"{in_language(PERSPECTIVES[p])} {count(by[p])}" for p in PERSPECTIVES if p in by]
    facts = {
        "path": path,
        "instrument": of.instrument_id,
        "version": of.instrument_version,
        "responses": count(of.responses),
        "units": count(len(set(cells["unit"]))),
        "waves": count(len(set(cells["wave"]))),
        "shards": count(of.shards),
        "who": listed(who) or "0",
        "languages": listed(sorted({v for v in cells["language"] if v})) or tally_say("not-divided"),
    }
    keyed = sum(cells["with_person"]) or sum(cells["workers"])
    lines = [tally_say("holds", **facts), tally_say("keys" if keyed else "no-keys"), tally_say("personal")]
    if simulated or of.simulated:
        lines.append(tally_say("simulated"))
    for line in lines:
        print("\n".join(wrapped(line)), file=sys.stderr)
