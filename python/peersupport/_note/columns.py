# SPDX-License-Identifier: Apache-2.0
"""Columns of the compiled part as frames of whichever library is there."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from .. import _core

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas
    import polars
    import pyarrow

OFFSETS = ("start", "end", "byte_start", "byte_end", "utf16_start", "utf16_end")
COUNTS = ("errors", "warnings", "infos")
OF_RULES = ("rule", "category", "kind", "message_en", "message_fr")
FINDINGS = ("note", "rule", "category", "kind", "severity", "sureness", "field", *OFFSETS, "context", "suppressed_by", "message_en", "message_fr", "fingerprint")
NOTES = ("note", "checked", "language", "kind", *COUNTS)
WIDTHS = {"note": 8, **dict.fromkeys(("rule", *OFFSETS, *COUNTS), 4)}  # bytes; 1 otherwise


class NoteColumns:
    """A table that hands its columns to Arrow, pandas and polars. Holds no text of a note."""

    def __init__(self, checked: _core.CheckedNotes, metadata: Mapping[str, str]) -> None:
        self._checked, self._metadata = checked, dict(metadata)

    @property
    def metadata(self) -> dict[str, str]:
        """What the notes were checked with: profile, rules, definition, library."""
        return dict(self._metadata)

    def to_arrow(self) -> pyarrow.Table:
        """A pyarrow table; words that repeat are dictionaries."""
        import pyarrow as pa

        return pa.table(self)

    def to_polars(self) -> polars.DataFrame:
        """A polars frame; words that repeat are categorical."""
        import polars as pl

        return pl.DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas frame; words that repeat are categorical. Needs no pyarrow. `attrs` says what the notes were checked
        with."""
        frame = self._frame()
        frame.attrs.update(self._metadata)
        return frame

    def to_frame(self) -> pandas.DataFrame:
        """A pandas frame: the same as to_pandas()."""
        return self.to_pandas()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow stream behind to_arrow() and to_polars(); each call gives a new one."""
        raise NotImplementedError

    def _frame(self) -> pandas.DataFrame:
        raise NotImplementedError


def numbers(checked: _core.CheckedNotes, name: str) -> npt.NDArray[np.signedinteger[Any]]:
    import numpy as np

    return np.frombuffer(checked.numbers(name), dtype=f"i{WIDTHS.get(name, 1)}")


# ---- findings


def findings_frame(checked: _core.CheckedNotes) -> pandas.DataFrame:
    import pandas as pd

    return pd.DataFrame({name: _finding_column(checked, name) for name in FINDINGS})


def _finding_column(checked: _core.CheckedNotes, name: str) -> Any:
    if name == "note" or name in OFFSETS:
        return numbers(checked, name).copy()
    if name in OF_RULES:
        return _of_rules(checked, name)
    special: dict[str, Callable[[_core.CheckedNotes], Any]] = {"context": _contexts, "suppressed_by": _suppressions, "fingerprint": _fingerprints}
    return special[name](checked) if name in special else _words(numbers(checked, name), checked.words(name))


def _words(codes: Any, words: tuple[str, ...]) -> Any:
    import pandas as pd

    return pd.Categorical.from_codes(codes, categories=list(words))


def _of_rules(checked: _core.CheckedNotes, name: str) -> Any:
    """Several rules may say the same; each category stands once."""
    import numpy as np

    said = checked.words(name)
    place = {word: n for n, word in enumerate(dict.fromkeys(said))}
    return _words(np.asarray([place[word] for word in said], np.int32)[numbers(checked, "rule")], tuple(place))


def _suppressions(checked: _core.CheckedNotes) -> Any:
    return _words(numbers(checked, "suppressed_by") - 1, checked.words("suppressed_by"))


def _contexts(checked: _core.CheckedNotes) -> list[tuple[str, ...]]:
    words = checked.words("context")

    @cache
    def of(bits: int) -> tuple[str, ...]:
        return tuple(word for n, word in enumerate(words) if bits >> n & 1)

    return [of(bits) for bits in numbers(checked, "context").tolist()]


def _fingerprints(checked: _core.CheckedNotes) -> Any:
    import numpy as np
    import pandas as pd

    return pd.array(np.frombuffer(checked.numbers("fingerprint"), "S16").astype("U16").astype(object), dtype="string")


# ---- notes


def notes_frame(checked: _core.CheckedNotes) -> pandas.DataFrame:
    import numpy as np
    import pandas as pd

    there = numbers(checked, "checked").astype(bool)
    made: dict[str, Any] = {"note": np.arange(checked.notes), "checked": there}
    for name, words in (("language", "language"), ("kind", "note_kind")):
        made[name] = _words(np.where(there, numbers(checked, words), -1), checked.words(words))
    for name in COUNTS:
        made[name] = pd.arrays.IntegerArray(numbers(checked, name).copy(), ~there)
    return pd.DataFrame(made)
