# SPDX-License-Identifier: Apache-2.0
"""Answers to an integrity profile. The engine is called once; nothing is computed here."""
from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from .. import _core
from .._definition import with_overlay
from .._errors import Error
from .._instrument import resolve
from .._programme.check import _definition_of
from .request import Request

if TYPE_CHECKING:
    from .._programme.check import Source
    from .._publish import Policy
    from .._tally import Tally
    from .profile import IntegrityProfile
    from .snapshot import Snapshot

SHARD = "00000000-0000-0000-0000-000000000000"  # answers that are read here and now are one shard


def integrity(
    answers: Any,
    *,
    policy: Policy | Mapping[str, Any],
    collection: str | os.PathLike[str] | Mapping[str, Any] | None,
    wave: str | None = None,
    period: str | Sequence[str | datetime.date] | None = None,
    baseline: str | os.PathLike[str] | Mapping[str, Any] | Snapshot | None = None,
    cuts: str | None = None,
    outcomes: Any = None,
    overlay: Source | None = None,
    definition: _core.Definition | Source | None = None,
    seed: int | None = None,
    instrument: _core.Instrument | str = "integrity-survey",
    overall: bool = False,
    stratifier: str | None = None,
    community_governance: Mapping[str, str] | None = None,
    own_unit: str | None = None,
    process: Any = None,
    done: Any = None,
    reliability: Mapping[str, Any] | None = None,
    items: Mapping[str, str] | None = None,
    unit: str = "unit",
    date: str = "date",
    perspective: str = "perspective",
    person: str | None = "person_id",
    worker: str | None = "worker",
    language: str | None = "language",
    threads: int = 1,
    key: bytes = b"",
) -> IntegrityProfile:
    """The integrity of services: what the people who receive peer support report, by the values of peer support.

    answers: a table of answers (answers-1: unit, date, perspective, wave, a column an item; any frame or Arrow stream),
        or a Tally, or several Tallies. outcomes: a table with the outcomes module.
    policy: what may be shown to whom (peersupport.policy()). collection: how the answers were collected, as a path or
        mapping (collection-1), or None to say openly that nobody wrote it down. Neither has a default.
    wave: which survey round; the latest without it. Where the collection has waves and the answers have dates, the day
        says which wave a response belongs to, and a day in no wave is not counted; otherwise the column wave says it.
    period: only this half-open interval.
    baseline: the Snapshot of an earlier wave; without one, change is not measured. cuts: a set of cuts of the
        definition, such as "proposed-2026"; without one, no level is given.
    stratifier: one column people answered about themselves. own_unit: only this unit is named.
    process: process measures (rows of unit, series, points). done: what became of what people said. reliability: a
        pooled study of the same version, form and language.
    person, worker, language: columns that are used where they are there: distinct people are counted under the secret
        `key`, and no id is kept. items: {item id: column} where names differ.
    Errors name everything that is wrong at once, by code and place, never by content.
    """
    chosen = resolve(instrument)
    against = _definition_of(definition)
    if overlay is not None:
        against = with_overlay(against, overlay)
    asked = Request()
    asked.policy(policy)
    asked.put("collection", asked.document("collection", collection))
    asked.put("baseline", asked.document("baseline", baseline))
    asked.period(period)
    asked.rows("process", process)
    asked.rows("done", done)
    more = {"wave": wave, "cut_set": cuts, "stratifier": stratifier, "own_unit": own_unit, "reliability": reliability, "seed": seed}
    for member, value in {**more, "community_governance": community_governance}.items():
        if value is not None:
            asked.put(member, dict(value) if isinstance(value, Mapping) else value)
    asked.put("overall", bool(overall))
    text = asked.text()
    columns = {"unit": unit, "date": date, "perspective": perspective, "person": person, "worker": worker, "language": language, "stratum": stratifier}
    waves = _waves(asked, chosen, against, text)
    found = _tally(answers, outcomes, chosen, against, columns, waves, items, key, threads)
    try:
        made = _core.assess_integrity(found, chosen, against, text)
    except Error as error:
        raise asked.placed(error) from None
    from .profile import IntegrityProfile

    return IntegrityProfile(made, against, lambda: _core.integrity_snapshot(found, chosen, against, text))


def _waves(asked: Request, chosen: _core.Instrument, against: _core.Definition, text: bytes) -> Any:
    """The waves of the collection, as the engine takes them: absent, null and empty are none. What it refuses is
    refused before anything is counted."""
    collection = asked.members["collection"]
    rows = collection.get("waves") if isinstance(collection, Mapping) else None
    if not isinstance(rows, (list, tuple)) or not rows:
        return None
    from .._tally_rows import Waves

    try:
        Waves(rows)
    except (ValueError, KeyError, TypeError, AttributeError):
        try:
            _core.assess_integrity(_core.Tally(), chosen, against, text)  # says what is wrong, and where
        except Error as error:
            raise asked.placed(error) from None
        raise
    return rows


def _tally(
    answers: Any, outcomes: Any, chosen: _core.Instrument, against: _core.Definition, columns: Mapping[str, str | None],
    waves: Any, items: Mapping[str, str] | None, key: bytes, threads: int,
) -> Tally:  # fmt: skip
    """One tally of everything that was given."""
    from .._tally import Tally, tally

    def counted(of: Any, part: int) -> Tally:
        if isinstance(of, Tally):
            return of
        if isinstance(of, (list, tuple)) and of and all(isinstance(t, Tally) for t in of):
            return Tally.merge_all(of)
        of, there = _with_names(of)
        used: dict[str, Any] = {k: c if c is not None and (k == "unit" or there is None or c in there) else None for k, c in columns.items()}
        by_day = waves is not None and used["date"] is not None  # as in the engine: the day, or else the column
        by_column = not by_day and (there is None or "wave" in there)
        used |= {"waves": waves if by_day else None, "wave": "wave" if by_column else None}
        shard = f"{SHARD[:-1]}{part}"
        return tally(of, chosen, shard=shard, items=items, key=key, threads=threads, definition=against, **used)

    first = counted(answers, 0)
    return first if outcomes is None else first.merge(counted(outcomes, 1))


def _with_names(table: Any) -> tuple[Any, set[str] | None]:
    """The table, and the names of its columns; of an iterator over tables those of the first."""
    there = _names(table)
    if there is not None or not hasattr(table, "__next__") or hasattr(table, "__arrow_c_stream__"):
        return table, there
    first = list(islice(table, 1))
    return chain(first, table), _names(first[0]) if first else None


def _names(table: Any) -> set[str] | None:
    """The names of the columns; None where only reading would tell."""
    if isinstance(table, Mapping):
        return set(table)
    for attribute in ("column_names", "columns"):
        if (found := getattr(table, attribute, None)) is not None and not callable(found):
            return set(map(str, found))
    return set(table.schema.names) if hasattr(getattr(table, "schema", None), "names") else None
