# SPDX-License-Identifier: Apache-2.0
"""Calls that cannot be done: which option it is, and what there is to choose from. Files named by an option are looked
at first, so that everything that is wrong is said before anything is counted. Never what an answer or an id is."""
from __future__ import annotations

import argparse
import datetime
import json
import os
import re
from collections.abc import Iterable
from typing import Any

from .. import _core
from .._errors import Error, Problem, failed, problem
from .call_words import call_say

MANY = 12  # names in one sentence
# member of the request: the option that fills it
OPTIONS = {
    "/wave": "wave", "/cut_set": "cuts", "/stratifier": "stratifier", "/own_unit": "own-unit", "/process": "process",
    "/done": "done", "/period": "period", "/baseline": "baseline", "/collection": "collection", "/policy": "policy",
}  # fmt: skip
FORMATS = {"collection": "peersupport-collection-1", "baseline": "peersupport-snapshot-1"}
FILES = (*FORMATS, "done", "process", "outcomes")
COLUMNS = ("person", "worker", "language", "stratum", "stratifier")  # options that name a column of the answers
HEARD = re.compile(r"/heard/(\d+)/\w+")


def refused(option: str, value: str | None, detail: str) -> Problem:
    """A problem of one option."""
    return problem("INVALID_ARGUMENT", path=f"--{option}" + (f" {value}" if value else ""), detail=detail)


def names(known: Iterable[str]) -> str:
    """a, b, c …; at most a dozen."""
    found = list(dict.fromkeys(known))
    return ", ".join(found[:MANY]) + (" …" if len(found) > MANY else "")


# ---- before anything is counted


def check(options: argparse.Namespace, definition: _core.Definition, more: Iterable[Problem] = ()) -> None:
    """Everything that can be known to be wrong from the call alone, at once."""
    found = [*more, *_policy(options, definition), *_cuts(options, definition)]
    if options.workers_agreed and options.audience != "team":
        found.append(refused("workers-agreed", None, call_say("for-team-only")))
    if getattr(options, "period", None) is not None and not _two_days(options.period):
        found.append(refused("period", options.period, call_say("period")))
    for option in FILES:
        found += _file(option, getattr(options, option, None))
    if found:
        raise Error(found)


def _policy(options: argparse.Namespace, definition: Any) -> list[Problem]:
    known = [str(row.id).removeprefix("policy-") for row in definition.showing_policies]
    if options.policy.removeprefix("policy-") in known:
        return []
    return [refused("policy", options.policy, call_say("policy-unknown", names=names(known)))]


def _cuts(options: argparse.Namespace, definition: Any) -> list[Problem]:
    asked = getattr(options, "cuts", None)
    known = [str(row.id).removeprefix("cuts-") for row in definition.cut_sets]
    if asked is None or asked.removeprefix("cuts-") in known:
        return []
    told = call_say("cuts-unknown", names=names(known)) if known else call_say("no-cuts")
    return [refused("cuts", asked, told)]


def _file(option: str, path: str | None) -> list[Problem]:
    """A file that is not there; and a JSON file of another kind is no file with many mistakes."""
    if path is None or path == "none":
        return []
    if not os.path.isfile(path):
        return [problem("FILE_UNREADABLE", file=path)]
    if option == "outcomes" or (found := document(path)) is None:
        return []
    if option in FORMATS:
        fine = isinstance(found, dict) and found.get("format") == FORMATS[option]
    else:
        fine = isinstance(found.get(option) if isinstance(found, dict) else found, list)
    return [] if fine else [refused(option, path, call_say(f"no-{option}"))]


def _two_days(text: str) -> bool:
    try:
        first, end = (datetime.date.fromisoformat(day) for day in text.split("/"))
    except ValueError:
        return False
    return first < end


def document(path: str) -> Any:
    """What a JSON file holds; None where it cannot be read, which reading it again will say better."""
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError, RecursionError):
        return None


# ---- what the engine found


def of_options(error: Error, options: argparse.Namespace, known: dict[str, Iterable[str]]) -> Error:
    """The same problems, with the options in place of the members of the request. known: member → names there are."""
    heard = document(options.collection) if getattr(options, "collection", None) else None
    return Error([_counts(_named(p, options, known), heard, options) for p in error.problems], error.total)


def _named(p: Problem, options: argparse.Namespace, known: dict[str, Iterable[str]]) -> Problem:
    if p.file is not None or p.path not in OPTIONS:
        return p
    option = OPTIONS[p.path]
    value = getattr(options, option.replace("-", "_"), None)
    there = names(sorted(known.get(p.path, ())))
    detail = call_say("choose-from", names=there) if there else p.detail
    if p.code == "STRATIFIER_UNKNOWN":
        detail = call_say("count-again")
    return p._replace(path=f"--{option} {value}" if value else f"--{option}", detail=detail, offset=None)


def _counts(p: Problem, collection: Any, options: argparse.Namespace) -> Problem:
    """Numbers of people that do not go together."""
    place = HEARD.fullmatch(p.path or "")
    if p.code != "FIELD_VALUE" or place is None or p.file != options.collection:
        return p
    try:
        row = collection["heard"][int(place[1])]
        eligible, invited, responded, declined = (row.get(k) for k in ("eligible", "invited", "responded", "refused"))
    except (LookupError, TypeError, AttributeError):
        return p
    if _more(invited, eligible):
        return p._replace(detail=call_say("more-invited"))
    heard = [n for n in (responded, declined) if isinstance(n, int)]
    return p._replace(detail=call_say("more-than-invited")) if _more(sum(heard), invited) else p


def _more(one: Any, than: Any) -> bool:
    return isinstance(one, int) and isinstance(than, int) and one > than


def of_columns(error: Error, options: argparse.Namespace) -> Error:
    """A column that is missing because an option names it is a wrong option."""
    asked = {value: name for name in COLUMNS if (value := getattr(options, name, None))}

    def one(p: Problem) -> Problem:
        if p.code != "COLUMN_MISSING" or p.column not in asked:
            return p
        return refused(asked[p.column], p.column, call_say("column-unknown", file=p.file))

    return Error(sorted(map(one, error.problems), key=lambda p: p.code != "INVALID_ARGUMENT"), error.total)


def collection_of(options: argparse.Namespace, instrument: _core.Instrument, definition: _core.Definition) -> Any:
    """The collection of a command without a profile, checked as a profile would check it."""
    from .._integrity.request import Request

    path = options.collection
    if path is None or path == "none":
        return None
    asked = Request()
    asked.policy({"minimum_people": 11, "minimum_workers": 3, "audience": "public"})  # not looked at here
    asked.put("collection", asked.document("collection", path))
    asked.put("overall", False)
    text = asked.text()
    try:
        _core.assess_integrity(_core.Tally(), instrument, definition, text)
    except Error as error:
        wrong = [p for p in asked.placed(error).problems if p.file == path]
        if wrong:
            raise of_options(Error(wrong), options, {}) from None
    return asked.members["collection"]


def missing_columns(path: str, columns: Iterable[str]) -> list[Problem]:
    """The columns every table of answers needs, beside its items."""
    return [problem("COLUMN_MISSING", file=path, detail=call_say(f"column-{name}")) for name in columns]


def repeated(path: str) -> Error:
    """The same file named twice would count twice, or hide that another was meant."""
    return failed("SHARD_REPEATED", file=path, detail=call_say("named-twice"))
