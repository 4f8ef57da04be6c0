# SPDX-License-Identifier: Apache-2.0
"""What is asked of the engine, beside the answers: one JSON document (format peersupport-integrity-request-1)."""
from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping, Sequence
from typing import Any

from .._definition import _content
from .._errors import Error, Problem, problem
from .._language import say
from .snapshot import Snapshot

FORMAT = "peersupport-integrity-request-1"


class Read(dict[str, Any]):
    """A document that was read already, and the file it came from: problems are problems of that file."""

    def __init__(self, found: Mapping[str, Any], file: str) -> None:
        super().__init__(found)
        self.file = file


class Request:
    """Gathers the members and everything that is wrong with them; `text()` raises it all at once."""

    def __init__(self) -> None:
        self.members: dict[str, Any] = {"format": FORMAT}
        self.files: dict[str, str] = {}  # member: the file it came from
        self.wrong: list[Problem] = []

    def refuse(self, member: str, detail: str) -> None:
        self.wrong.append(problem("INVALID_ARGUMENT", path=f"/{member}", detail=detail))

    def put(self, member: str, value: Any) -> None:
        self.members[member] = value

    # ---- members

    def policy(self, given: Any) -> None:
        """A Policy (peersupport.policy()), or a mapping with the members of the format."""
        found = given.to_dict() if hasattr(given, "to_dict") else given
        if not isinstance(found, Mapping) or not {"id", "minimum_people"} & found.keys():
            self.refuse("policy", say(
                'policy is always said: peersupport.policy("k11", audience="public"), for example',
                'la règle d’affichage se donne toujours, par exemple peersupport.policy("k11", audience="public")',
            ))  # fmt: skip
            return
        self.put("policy", {k: v for k, v in found.items() if v is not None})

    def document(self, member: str, given: Any) -> Any:
        """A path, JSON text, a mapping or a list; what it holds."""
        if given is None or isinstance(given, (list, tuple)):
            return None if given is None else list(given)
        if isinstance(given, Mapping):
            if isinstance(given, Read):
                self.files[member] = given.file
            return dict(given)
        if isinstance(given, Snapshot):
            return given.to_dict()
        try:
            text = _content(given, f"integrity(): {member}")
            if isinstance(given, (str, os.PathLike)) and text is not given:
                self.files[member] = os.fspath(given)
            return json.loads(text)
        except Error as error:
            self.wrong += error.problems
        except (ValueError, RecursionError) as error:
            line = getattr(error, "lineno", None)
            place = f"/{member}" if line is None else say(f"line {line}", f"ligne {line}")
            self.wrong.append(problem("JSON_SYNTAX", path=place, file=self.files.get(member)))
        return None

    def rows(self, member: str, given: Any) -> None:
        """A list, or a document that holds one under its own name."""
        found = self.document(member, given)
        if isinstance(found, Mapping):
            found = found.get(member)
        if given is not None and not self.wrong and not isinstance(found, list):
            self.refuse(member, say(f"a list is expected, or an object with the list {member}", f"une liste est attendue, ou un objet avec la liste {member}"))
            return
        self.put(member, found)

    def period(self, given: str | Sequence[str | datetime.date] | None) -> None:
        """Two days, or "YYYY-MM-DD/YYYY-MM-DD"; the second no longer belongs to it."""
        if given is None:
            return
        days = given.split("/") if isinstance(given, str) else [d if isinstance(d, str) else f"{d:%Y-%m-%d}" for d in given]
        if len(days) != 2 or not all(map(_is_day, days)) or days[0] >= days[1]:
            self.refuse("period", say("two days are expected, the first before the second: YYYY-MM-DD/YYYY-MM-DD", "deux jours sont attendus, le premier avant le second : AAAA-MM-JJ/AAAA-MM-JJ"))
            return
        self.put("period", {"from": days[0], "to": days[1]})

    # ---- out

    def text(self) -> bytes:
        """The document. Error with every problem found so far."""
        if self.wrong:
            raise Error(self.wrong)
        try:
            return json.dumps(self.members, ensure_ascii=False, allow_nan=False).encode()
        except (TypeError, ValueError):
            raise Error([problem("FIELD_TYPE")]) from None

    def placed(self, error: Error) -> Error:
        """Problems of the engine in a member that came from a file are problems of that file."""
        return Error([self._placed(p) for p in error.problems], error.total)

    def _placed(self, p: Problem) -> Problem:
        for member, file in self.files.items():
            if p.path is not None and (p.path == f"/{member}" or p.path.startswith(f"/{member}/")):
                return p._replace(path=p.path.removeprefix(f"/{member}") or None, file=file, offset=None)
        return p


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False
