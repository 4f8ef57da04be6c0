# SPDX-License-Identifier: Apache-2.0
"""A statistic with its interval, or the reason why it is not given; tables of them."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from .. import _core
from .._language import language, say
from .._render import html_table, text_table
from .frames import Frames

TIDY = ("statistic", "scale", "group", "period", "value", "low", "high", "estimator", "n", "min_pairs", "reason")
NUMBERS = ("value", "low", "high", "n", "min_pairs")


def _given(number: float | None) -> float | None:
    return None if number is None or number != number else float(number)


LEAST_SHOWN = 0.0001


def shown(number: Any) -> str:
    """A number for people: four decimals, four significant digits where these would hide it; — where there is none."""
    if number is None or number != number:
        return "—"
    if isinstance(number, float):
        text = f"{number:.4g}" if 0 < abs(number) < LEAST_SHOWN else f"{number:.4f}"
        return text.replace(".", ",") if language() == "fr" else text
    return str(number)


def _shown_figure(name: str, value: Any) -> str:
    """A figure of a statistic; a p that small is only told to be small."""
    if name == "p" and 0 <= value < LEAST_SHOWN:
        return "< " + shown(LEAST_SHOWN)
    return shown(value)


class Statistic(Frames):
    """One statistic, unchangeable.

    value, low, high: float, or None where not given. reason: None when the value and its interval are given, else the id of
    why not ("no-variance", …); "no-bound" means that the value is given and the interval is not. estimator: how value and
    interval were computed. n: rows it stands on. min_pairs: smallest number of rows behind any pair of columns; 0 where pairs
    play no part. confidence: of the interval. Figures that belong to this statistic alone are attributes too
    (`details` lists them).
    """

    __slots__ = ("name", "value", "low", "high", "reason", "estimator", "n", "min_pairs", "confidence", "scale", "group",
                 "period", "details")

    name: str
    value: float | None
    low: float | None
    high: float | None
    reason: str | None
    estimator: str
    n: int
    min_pairs: int
    confidence: float | None
    scale: str | None
    group: str | None
    period: str | None
    details: Mapping[str, Any]

    def __init__(
        self,
        name: str,
        value: float | None,
        low: float | None = None,
        high: float | None = None,
        reason: str | None = None,
        estimator: str = "",
        n: int = 0,
        min_pairs: int = 0,
        *,
        confidence: float | None = None,
        scale: str | None = None,
        group: str | None = None,
        period: str | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        put = object.__setattr__
        put(self, "name", name)
        put(self, "value", _given(value))
        put(self, "low", _given(low))
        put(self, "high", _given(high))
        put(self, "reason", None if reason in (None, "computed") else reason)
        put(self, "estimator", estimator)
        put(self, "n", int(n))
        put(self, "min_pairs", int(min_pairs))
        put(self, "confidence", confidence)
        put(self, "scale", scale)
        put(self, "group", group)
        put(self, "period", period)
        put(self, "details", MappingProxyType(dict(details or {})))

    @classmethod
    def _of(
        cls,
        name: str,
        found: Sequence[Any],
        confidence: float | None = None,
        details: Mapping[str, Any] | None = None,
        scale: str | None = None,
    ) -> Statistic:
        """From what the compiled part gives: (value, low, high, reason id, estimator, n, min_pairs)."""
        return cls(name, *found, confidence=confidence, details=details, scale=scale)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a Statistic cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a Statistic cannot be changed")

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name != "details" and name in self.details:
            return self.details[name]
        raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")

    def __dir__(self) -> list[str]:
        return sorted({*object.__dir__(self), *self.details})

    def _state(self) -> tuple[Any, ...]:
        return tuple(getattr(self, a) for a in type(self).__slots__[:-1])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Statistic) and self._state() == other._state()

    def __hash__(self) -> int:
        return hash(self._state())

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self._state(), dict(self.details))

    def __float__(self) -> float:
        if self.value is None:
            raise ValueError(f"{self.name} is not given: {self.reason} ({self.why()})")
        return self.value

    def __bool__(self) -> bool:
        """Whether the value is given."""
        return self.value is not None

    def __format__(self, spec: str) -> str:
        """The value in Python's own format, f"{alpha:.2f}"; — where it is not given."""
        if not spec:
            return str(self)
        return "—" if self.value is None else format(self.value, spec)

    def why(self, language: str | None = None) -> str:
        """The reason in words, in "en" or "fr"; empty when nothing is missing."""
        from .._language import language as current

        return "" if self.reason is None else _core.statistic_reason_text(self.reason, language or current())

    def cite(self) -> str:
        """How to name what this was computed by: the estimator, its source, this library's version."""
        from .sources import citation

        return citation(self.estimator)

    def to_columns(self) -> dict[str, list[Any]]:
        """One row: statistic, scale, group, period, value, low, high, estimator, n, min_pairs, reason."""
        row = (self.name, self.scale, self.group, self.period, self.value, self.low, self.high, self.estimator, self.n,
               self.min_pairs, self.reason)
        return {name: [cell] for name, cell in zip(TIDY, row)}

    def _rows(self) -> list[tuple[str, str]]:
        rows = [(say("Value", "Valeur"), shown(self.value))]
        if self.low is not None:
            percent = "" if self.confidence is None else f"{100 * self.confidence:g} % "
            between = say(f"{shown(self.low)} – {shown(self.high)}", f"{shown(self.low)} à {shown(self.high)}")
            rows.append((say(f"{percent}interval", f"Intervalle {percent}".strip()).strip(), between))
        if self.reason is not None:
            rows.append((say("Reason", "Raison"), f"{self.reason} ({self.why()})"))
        rows.append((say("Estimator", "Estimateur"), self.estimator))
        rows.append(("n", str(self.n)))
        if self.min_pairs:
            rows.append((say("Smallest pair", "Plus petite paire"), str(self.min_pairs)))
        plain = {k: v for k, v in self.details.items() if isinstance(v, (int, float, str)) and not isinstance(v, bool)}
        return rows + [(k, _shown_figure(k, v)) for k, v in plain.items()]

    def __repr__(self) -> str:
        interval = "" if self.low is None else f" [{shown(self.low)}{say(', ', ' à ')}{shown(self.high)}]"
        reason = "" if self.reason is None else f", {self.reason}"
        return f"<{self.name} {shown(self.value)}{interval}, n={self.n}{reason}, {self.estimator}>"

    def _repr_html_(self) -> str:
        return html_table(self.name, (say("Figure", "Donnée"), say("Value", "Valeur")), self._rows())


def _restored(kind: type[Statistic], state: tuple[Any, ...], details: dict[str, Any]) -> Statistic:
    *parts, confidence, scale, group, period = state
    return kind(*parts, confidence=confidence, scale=scale, group=group, period=period, details=details)


class StatisticTable(Frames):
    """Rows of figures, one an item, a scale or a pair. Columns are attributes and `table["mean"]`."""

    def __init__(self, name: str, columns: Mapping[str, Sequence[Any]], details: Mapping[str, Any] | None = None) -> None:
        self.name = name
        self.details: Mapping[str, Any] = MappingProxyType(dict(details or {}))
        self._columns = {key: [None if isinstance(c, float) and c != c else c for c in values] for key, values in columns.items()}

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self._columns)

    def to_columns(self) -> dict[str, list[Any]]:
        return {key: list(values) for key, values in self._columns.items()}

    def __getitem__(self, column: str) -> list[Any]:
        return list(self._columns[column])

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name in self._columns:
            return self[name]
        if not name.startswith("_") and name in self.details:
            return self.details[name]
        raise AttributeError(f"StatisticTable has no attribute {name!r}")

    def __len__(self) -> int:
        return len(next(iter(self._columns.values()), ()))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Row by row, as dicts."""
        return (dict(zip(self._columns, row)) for row in zip(*self._columns.values()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StatisticTable) and self._columns == other._columns and self.name == other.name

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.name, self._columns, dict(self.details))

    def _cells(self) -> list[list[str]]:
        return [[shown(c) if c is None or isinstance(c, (int, float)) else str(c) for c in row] for row in zip(*self._columns.values())]

    def __repr__(self) -> str:
        right = [i for i, values in enumerate(self._columns.values()) if any(isinstance(v, (int, float)) for v in values)]
        return f"{self.name}\n" + text_table(self.columns, self._cells(), right)

    def _repr_html_(self) -> str:
        return html_table(self.name, self.columns, self._cells())
