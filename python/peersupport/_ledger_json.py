# SPDX-License-Identifier: Apache-2.0
"""Reads what a ledger keeps, as strictly as the library's own reader: nothing unknown, nothing of another type."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from ._errors import Error, failed
from ._tally_relation import Found

LEDGER = "peersupport-ledger-1"
TOP = ("format", "releases")
RELEASE = ("instrument_digest", "minimum_people", "populations", "figures")
LABEL_BYTES = 256
MOST_PEOPLE = 10**9  # of a policy
MOST_COUNT = 2**40
MOST_PLACES = 10**6
MOST_KEY = 2**64 - 1
DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
Record = tuple[str, int, list[Any], list[Any]]


def read_ledger(text: str | bytes) -> list[Record]:
    """Digest, minimum of people, populations and figures of each release. Error with everything that is wrong."""
    document = _parsed(text)
    if isinstance(document, dict) and isinstance(given := document.get("format"), str) and given != LEDGER:
        raise failed("FORMAT_UNSUPPORTED", path="/format")
    reader = _Reader()
    reader.members(document, "", TOP)
    releases = reader.array(document, "/releases", "releases")
    for n, release in enumerate(releases):
        reader.release(release, f"/releases/{n}")
    reader.found.stop()
    return [(r["instrument_digest"], r["minimum_people"], r["populations"], r["figures"]) for r in releases]


def _parsed(text: str | bytes) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            raise failed("JSON_DUPLICATE_KEY")
        return made

    def refused(constant: str) -> NoReturn:
        raise failed("JSON_SYNTAX")

    try:
        whole = text if isinstance(text, str) else text.decode()
        whole.encode()
    except UnicodeError:
        raise failed("JSON_NOT_UTF8") from None
    try:
        return json.loads(whole.removeprefix("\ufeff"), object_pairs_hook=once, parse_constant=refused)
    except RecursionError:
        raise failed("JSON_TOO_DEEP") from None
    except Error:
        raise
    except ValueError:
        raise failed("JSON_SYNTAX") from None


class _Reader:
    def __init__(self) -> None:
        self.found = Found()

    def members(self, of: Any, path: str, names: tuple[str, ...]) -> None:
        if not isinstance(of, dict):
            self.found.add("FIELD_TYPE", path=path or None)
            return
        for name in names:
            if name not in of:
                self.found.add("FIELD_MISSING", path=f"{path}/{name}")
        for name in of:
            if name not in names:
                self.found.add("FIELD_UNKNOWN", path=path or None)
        if path == "" and "format" in of and not isinstance(of["format"], str):
            self.found.add("FIELD_TYPE", path="/format")

    def array(self, of: Any, path: str, name: str) -> list[Any]:
        """The list that is a member; what is no object or lacks it was told before."""
        if not isinstance(of, dict) or name not in of:
            return []
        return of[name] if self._is(isinstance(of[name], list), "FIELD_TYPE", path) else []

    def release(self, of: Any, path: str) -> None:
        self.members(of, path, RELEASE)
        if not isinstance(of, dict):
            return
        if "instrument_digest" in of:
            given = of["instrument_digest"]
            if self._is(isinstance(given, str), "FIELD_TYPE", f"{path}/instrument_digest"):
                self._is(bool(_bytes(given)), "FIELD_VALUE", f"{path}/instrument_digest")
        if "minimum_people" in of:
            self._number(of["minimum_people"], f"{path}/minimum_people", MOST_PEOPLE)
        for name, check in (("populations", self._population), ("figures", self._figure)):
            for n, row in enumerate(self.array(of, f"{path}/{name}", name)):
                check(row, f"{path}/{name}/{n}")

    def _population(self, of: Any, path: str) -> None:
        if not self._list(of, path, 9, 9):
            return
        for n in (0, 1, 2, 3, 4, 5, 7):
            self._label(of[n], f"{path}/{n}")
        self._number(of[6], f"{path}/6", MOST_COUNT)
        if isinstance(of[7], str) and of[7]:
            self._is(DIGEST.fullmatch(of[7]) is not None, "FIELD_VALUE", f"{path}/7")
        self._numbers(of[8], f"{path}/8", MOST_KEY)

    def _figure(self, of: Any, path: str) -> None:
        if not self._list(of, path, 3, 4):
            return
        self._numbers(of[0], f"{path}/0", MOST_PLACES)
        for n, flag in enumerate(of[1:], 1):
            self._is(isinstance(flag, bool), "FIELD_TYPE", f"{path}/{n}")

    # ---- single values

    def _is(self, right: bool, code: str, path: str) -> bool:
        if not right:
            self.found.add(code, path=path)
        return right

    def _list(self, of: Any, path: str, least: int, most: int) -> bool:
        return self._is(isinstance(of, list), "FIELD_TYPE", path) and self._is(
            least <= len(of) <= most, "FIELD_VALUE", path
        )

    def _number(self, of: Any, path: str, most: int) -> None:
        if self._is(type(of) is int, "FIELD_TYPE", path):
            self._is(0 <= of <= most, "FIELD_VALUE", path)

    def _numbers(self, of: Any, path: str, most: int) -> None:
        if self._is(isinstance(of, list), "FIELD_TYPE", path):
            for n, number in enumerate(of):
                self._number(number, f"{path}/{n}", most)

    def _label(self, of: Any, path: str) -> None:
        if self._is(isinstance(of, str), "FIELD_TYPE", path):
            told = _bytes(of)
            self._is(told is not None and len(told) <= LABEL_BYTES, "FIELD_VALUE", path)


def _bytes(text: str) -> bytes | None:
    """None: half of a surrogate pair, which is no text."""
    try:
        return text.encode()
    except UnicodeError:
        return None
