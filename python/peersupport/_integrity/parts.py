# SPDX-License-Identifier: Apache-2.0
"""The parts of an integrity profile: its JSON, read by attribute. Nothing is computed here."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .._language import say
from .._programme.parts import text

TEXT = {"en", "fr"}


class Part:
    """An object of the profile: members by attribute or by name, as docs/integrity-report.md lists them. No mapping,
    because members are called items and values.

    Objects are Parts, lists are tuples, texts in two languages are Text; what is not there is None.
    """

    def __init__(self, of: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_of", of)

    def __getattr__(self, name: str) -> Any:
        of: Mapping[str, Any] = object.__getattribute__(self, "_of")
        if name not in of:
            raise AttributeError(f"there is no {name!r}; there is {', '.join(of)}")
        return wrapped(of[name])

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a profile cannot be changed")

    def __getitem__(self, name: str) -> Any:
        return wrapped(self._of[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __contains__(self, name: object) -> bool:
        return name in self._of

    def __len__(self) -> int:
        return len(self._of)

    def __eq__(self, other: object) -> bool:
        return self._of == other._of if isinstance(other, Part) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._of})

    def to_dict(self) -> dict[str, Any]:
        """As the JSON says it; a copy."""
        import copy

        return copy.deepcopy(dict(self._of))

    def __repr__(self) -> str:
        told = ", ".join(f"{k}={_short(v)}" for k, v in self._of.items())
        return f"<{type(self).__name__} {told}>"


def _short(value: Any) -> str:
    if isinstance(value, Mapping):
        if value.keys() == TEXT:
            return repr(str(text(value)))
        if "value" in value and "low" in value:
            around = "" if value["low"] is None else f" ({value['low']:.1f} {say('to', 'à')} {value['high']:.1f})"
            return f"{value['value']:.1f}{around}"
        return "{…}"
    return "[…]" if isinstance(value, list) and value else repr(value)


def wrapped(value: Any) -> Any:
    """A value of the JSON as people meet it."""
    if isinstance(value, Mapping):
        return text(value) if value.keys() == TEXT else Part(value)
    return tuple(map(wrapped, value)) if isinstance(value, list) else value
