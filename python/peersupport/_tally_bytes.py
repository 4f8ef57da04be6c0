# SPDX-License-Identifier: Apache-2.0
"""The bytes of a tally from counts made elsewhere. They are read by Tally.from_bytes, which checks them again."""

from __future__ import annotations

import datetime
import hashlib
import struct
from collections.abc import Iterable, Mapping, Sequence

from . import _core
from ._counted_form import KINDS, NOTHING, CountedForm, State
from ._tally_relation import Count, Found, Key, whole_result
from ._tally_source import NO_DAY

DIGEST = 64  # hexadecimal digits at the end
MOST_TEXT = 256
REASONS = _core.reasons()


def tally_bytes(plan: _core.TallyPlan, shard: tuple[int, int], forms: Mapping[str, CountedForm], gram: bool,
                counts: Iterable[Count], mark: bool) -> bytes:  # fmt: skip
    """Errors: everything in the counts that contradicts itself or the instrument; INVALID_CODE unless `mark`."""
    found, by_cell = Found(), dict[Key, list[Count]]()
    empty = _core.Tally(plan, *shard)
    for count in counts:
        if count.part == "simulated":
            empty._mark_simulated()
        elif count.key[0] in forms:
            by_cell.setdefault(count.key, []).append(count)
        else:
            found.add("FORM_UNKNOWN", row=count.row, column="form")
    places = {form: n for n, form in enumerate(forms)}
    keys = sorted(by_cell, key=lambda key: [text.encode() for text in key])
    for key in keys:
        _check_key(by_cell[key][0], found)
    found.stop()
    cells = [_Cell(forms[key[0]], key, by_cell[key], found, gram) for key in keys]
    found.stop()
    for cell in [] if mark else cells:
        cell.refuse_invalid(found)
    found.stop()
    head = empty.to_bytes()[: -DIGEST - 8]  # without the counts of cells and series
    body = head + _size(len(cells)) + b"".join(c.packed(places[c.key[0]]) for c in cells) + _size(0)
    return body + hashlib.sha256(body).hexdigest().encode()


def _check_key(first: Count, found: Found) -> None:
    names = ("form", "unit", "wave", "language", "stratum")
    for column, text in zip(names, first.key):
        long = len(text.encode(errors="surrogatepass")) > MOST_TEXT
        control = any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in text)
        other = column == "language" and text not in ("", "en", "fr")
        if long or control or other or (column == "unit" and not text):
            found.add("FIELD_VALUE", row=first.row, column=column)


class _Cell:
    """The counts of one cell, put where they belong."""

    def __init__(self, form: CountedForm, key: Key, counts: Sequence[Count], found: Found, gram: bool) -> None:
        self.key, self._form, self._found, self._gram = key, form, found, gram
        self._responses, self._days = 0, (NO_DAY, NO_DAY)
        self._items: dict[str, dict[int | str, int]] = {item.id: {} for item in form.items}
        self._reasons: dict[str, dict[str, int]] = {scale.id: {} for scale in form.scales}
        self._bins: dict[str, dict[tuple[int, int, int], int]] = {scale.id: {} for scale in form.scales}
        self._place = {item.id: n for n, item in enumerate(form.items)}
        self._pairs: dict[tuple[int, int], list[Count]] = {}
        for count in counts:
            if not self._take(count):
                found.add("REFERENCE_UNKNOWN", row=count.row, detail=count.part)
        self._check_sums()

    def _check_days(self, count: Count) -> None:
        for column, number in (("a", count.a), ("b", count.b)):
            if number is not None and not _is_day(number):
                self._found.add("DATE_OUT_OF_RANGE", row=count.row, column=column)

    def _take(self, count: Count) -> bool:
        """Whether the row says something about the form."""
        name, n = count.name, count.n
        if count.part == "responses":
            self._responses += n
            self._days = (NO_DAY if count.a is None else count.a, NO_DAY if count.b is None else count.b)
            self._check_days(count)
            return not name
        if count.part in ("complete", "incomplete"):
            return self._take_pair(count)
        if count.part in ("answers", "no-answers"):
            item = self._form.item.get(name)
            what = count.a if count.part == "answers" else count.other
            if item is None or what is None or what not in (item.codes if count.part == "answers" else KINDS):
                return False
            self._items[name][what] = n
            return True
        if name not in self._reasons:
            return False
        return self._take_score(count) if count.part == "scores" else self._take_reason(name, count.other, n)

    def _take_score(self, count: Count) -> bool:
        sums = [n for n in (count.a, count.b, count.c, count.d, count.e) if n is not None]
        score = self._form.scale[count.name].score(State(*sums)) if len(sums) == len(NOTHING) else None
        if score is None:
            return False
        reason, numerator, denominator = score
        self._take_reason(count.name, reason, count.n)
        if reason == REASONS[0]:
            bins, place = self._bins[count.name], (sums[0], numerator, denominator)
            bins[place] = bins.get(place, 0) + count.n
        return True

    def _take_reason(self, scale: str, reason: str, n: int) -> bool:
        self._reasons[scale][reason] = self._reasons[scale].get(reason, 0) + n
        return reason in REASONS

    def _take_pair(self, count: Count) -> bool:
        first, second = self._place.get(count.name), self._place.get(count.other)
        if first is None or second is None or None in (count.a, count.b, count.c):
            return False
        if first > second:
            first, second, count = second, first, count._replace(a=count.b, b=count.a)
        self._pairs.setdefault((first, second), []).append(count)
        return self._gram

    def _place_of(self, part: str, name: str = "") -> str:
        return "/" + "/".join(text for text in (*self.key, part, name) if text)

    def _check_sums(self) -> None:
        """Every item and scale says something of every response."""
        if self._responses < 1:
            self._found.add("FIELD_MISSING", path=self._place_of("responses"))
        for part, names in (("answers", self._items), ("scores", self._reasons)):
            for name, by in names.items():
                if (total := sum(by.values())) != self._responses:
                    where = self._place_of(part, name)
                    told = f"{total} / {self._responses}"
                    self._found.add("SHAPE_MISMATCH", path=where, detail=told, advice=whole_result())
        if self._gram:
            self._check_pairs()

    def _check_pairs(self) -> None:
        """An item with itself repeats its codes; a response without a gap answered every two items."""
        whole = {pair: c for pair, counts in self._pairs.items() for c in counts if c.part == "complete"}
        for place, item in enumerate(self._form.items):
            given = [(self._items[item.id].get(code, 0), points) for code, points in zip(item.codes, item.points)]
            own = tuple(sum(n * points**power for n, points in given) for power in range(3))
            pairs = self._pairs.get((place, place), [])
            same = (_total(pairs, "n"), _total(pairs, "a"), _total(pairs, "c")) == own
            for other in range(place, len(self._form.items)) if whole else ():
                told = [whole.get(pair) for pair in ((place, other), (place, place), (other, other))]
                same &= _agree(*told)
            if not same:
                self._found.add("SHAPE_MISMATCH", path=self._place_of("complete", item.id), advice=whole_result())

    def refuse_invalid(self, found: Found) -> None:
        for item, by in self._items.items():
            if n := by.get("invalid", 0):
                found.add("INVALID_CODE", column=item, detail=f"{self.key[0]}, {self.key[1]}, {self.key[2]}: × {n}")

    def packed(self, form: int) -> bytes:
        made = [_size(form), *map(_packed_text, self.key[1:]), _number(self._responses), _size(0), _number(0), _size(0)]
        made += [_number(day) for day in self._days]
        for item in self._form.items:
            by = self._items[item.id]
            made += [_number(by.get(code, 0)) for code in item.codes] + [_number(by.get(kind, 0)) for kind in KINDS]
        for scale in self._form.scales:
            bins = sorted(self._bins[scale.id].items())
            made += [_number(self._reasons[scale.id].get(reason, 0)) for reason in REASONS]
            made += [_size(len(bins)), *(_number(n) for place, people in bins for n in (*place, people))]
        return b"".join(made + [_number(n) for n in self._gram_numbers()])

    def _gram_numbers(self) -> list[int]:
        """In the order of gram::numbers()."""
        if not self._gram:
            return []
        columns = range(len(self._form.items))
        upper = [(i, j) for i in columns for j in columns if i <= j]
        whole = {place: [c for c in counts if c.part == "complete"] for place, counts in self._pairs.items()}

        def sums(i: int, j: int) -> int:
            return _total(self._pairs.get((min(i, j), max(i, j)), []), "a" if i <= j else "b")

        return [
            self._responses,
            _total(whole.get((0, 0), []), "n"),
            *(_total(whole.get((i, i), []), "a") for i in columns),
            *(_total(self._pairs.get(place, []), "n") for place in upper),
            *(sums(i, j) for i in columns for j in columns),
            *(_total(self._pairs.get(place, []), "c") for place in upper),
            *(_total(whole.get(place, []), "c") for place in upper),
        ]


def _is_day(number: int) -> bool:
    """Whether it is a day that answers may have."""
    try:
        day = datetime.date(1970, 1, 1) + datetime.timedelta(days=number)
    except OverflowError:
        return False
    return _core.day_numbers([day.isoformat()])[1] is None


def _agree(pair: Count | None, first: Count | None, second: Count | None) -> bool:
    """Whether a pair's own sums are those of its items."""
    if pair is None or first is None or second is None:
        return False
    return pair.n == first.n == second.n and pair.a == first.a == first.b and pair.b == second.a


def _total(counts: Iterable[Count], column: str) -> int:
    return sum(getattr(count, column) for count in counts)


def _size(n: int) -> bytes:
    return struct.pack("<I", n)


def _packed_text(text: str) -> bytes:
    return _size(len(text.encode())) + text.encode()


def _number(n: int) -> bytes:
    """Seven bits a byte, lowest first, the highest bit set where more follow; the sign is the lowest bit."""
    bits, made = (n << 1) if n >= 0 else (-n << 1) - 1, bytearray()
    while bits >= 128:
        made.append(bits & 127 | 128)
        bits >>= 7
    made.append(bits)
    return bytes(made)
