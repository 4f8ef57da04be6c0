# SPDX-License-Identifier: Apache-2.0
"""What the people who receive peer support report of a service, and what follows from it."""
from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from .. import _core
from .._definition import packed, unpacked
from .._language import Language, say
from .._programme.report import speaking
from . import words as w
from .parts import Part, wrapped
from .snapshot import Snapshot

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from .plots import ProfilePlots, UnitPlots

FORMAT = "peersupport-integrity-profile-1"


class UnitProfile(Part):
    """One service in one wave: heard, cells, items, eroded, modules, integrity, level, views, gaps, change, series,
    process, outcomes, gate, improvement and done, as docs/integrity-report.md lists them."""

    def __init__(self, of: Mapping[str, Any], profile: IntegrityProfile) -> None:
        super().__init__(of)
        object.__setattr__(self, "_profile", profile)

    @property
    def plot(self) -> UnitPlots:
        """Charts: .profile() .views() .waves() .units() .answers() .process()"""
        from .plots import UnitPlots

        return UnitPlots(self._profile, self)

    def report(self, path: str | os.PathLike[str] | None = None, lang: Language | None = None) -> str:
        """The unit's page. Needs the extra `report`."""
        return str(self._profile.report(path, lang, unit=self.unit))

    def __repr__(self) -> str:
        from .view import UnitView

        v = UnitView(self._profile, dict(self._of))
        return f"<UnitProfile {v.place}; {say('what can be shown: ', 'ce qui peut être montré : ')}{v.shown}>"

    def _repr_html_(self) -> str:
        from .notebook import unit_table

        return unit_table(self._profile, self)


class IntegrityProfile:
    """Everything the engine says. The same answers and request give the same profile, byte for byte. It holds no person,
    no worker and no response; units stand in the order of their ids. It can be pickled, and then gives no snapshot."""

    def __init__(
        self, profile: str, definition: _core.Definition | None = None, snapshot: Callable[[], str] | None = None
    ) -> None:
        self._json = profile
        self._data: dict[str, Any] = json.loads(profile)
        if self._data.get("format") != FORMAT:
            raise ValueError(f"this is no profile of the format {FORMAT}")
        self.definition = _core.definition if definition is None else definition
        self._snapshot = snapshot

    # ---- what was found

    def __getattr__(self, name: str) -> Any:
        data = self.__dict__.get("_data", {})
        if name.startswith("_") or name not in data:
            raise AttributeError(f"an integrity profile has no {name!r}")
        return wrapped(data[name])

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._data})

    @cached_property
    def units(self) -> Mapping[str, UnitProfile]:
        """The units that are shown, by id."""
        return MappingProxyType({u["unit"]: UnitProfile(u, self) for u in self._data["units"]})

    @cached_property
    def value_names(self) -> Mapping[str, _core.Text]:
        return MappingProxyType({v.id: v.name for v in self.values})

    @property
    def answered(self) -> list[str]:
        """The units in which anybody answered; a collection names others, where nobody was heard."""
        return [u["unit"] for u in self._data["units"] if any(h["showing"] != "nobody" for h in u["heard"])]

    def unit(self, id: str | None = None) -> UnitProfile:
        """The unit with this id. When none is named: the only one, or the only one in which anybody answered."""
        if id is None:
            found = self.answered if len(self.units) > 1 else list(self.units)
            if len(found) == 1:
                return self.units[found[0]]
        if id is None or id not in self.units:
            raise KeyError(f"name one of the units: {', '.join(self.units)}")
        return self.units[id]

    # ---- out

    def to_dict(self) -> dict[str, Any]:
        """The profile as its JSON says it; a copy."""
        found: dict[str, Any] = json.loads(self._json)
        return found

    def to_json(self) -> str:
        """The profile (format peersupport-integrity-profile-1): always the same bytes."""
        return self._json

    def to_pandas(self, what: str = "cells") -> pandas.DataFrame:
        """A tidy frame, one row a figure. what: one of frames.KINDS, or "all"."""
        from .frames import to_pandas

        return to_pandas(self, what)

    def to_polars(self, what: str = "cells") -> polars.DataFrame:
        from .frames import to_polars

        return to_polars(self, what)

    def to_arrow(self, what: str = "cells") -> pyarrow.Table:
        from .frames import to_arrow

        return to_arrow(self, what)

    def snapshot(self) -> Snapshot:
        """What to keep as the baseline of a later wave. Private: it holds exact counts."""
        if self._snapshot is None:
            raise ValueError(
                "a snapshot is made from answers, which do not travel with a profile: take it where the profile is made"
            )
        return Snapshot(self._snapshot())

    def report(
        self, path: str | os.PathLike[str] | None = None, lang: Language | None = None, unit: str | None = None
    ) -> str:
        """A page that needs nothing else: no scripts, no network. Needs the extra `report`.

        unit: whose page. Without one: the page of the only unit, or that of the region, on which no unit but the own
        one is named. lang: "en" or "fr"; the language of the context without it. path: where to keep it.
        """
        from .page import page

        with speaking(lang):
            text = page(self, unit)
        if path is not None:
            from .writing import write

            write(path, text)
        return text

    @property
    def plot(self) -> ProfilePlots:
        """Charts: .profile(unit) .views(unit) .waves(unit) .units(own) …"""
        from .plots import ProfilePlots

        return ProfilePlots(self)

    def cite(self) -> str:
        """How to name what this was made with."""
        i, d = self._data["instrument"], self._data["definition"]
        over = d.get("overlay")
        laid = f", overlay {over['id']} {over['version']}" if over else ""
        made = f"peersupport {self._data['library']}, definition {d['version']} ({d['digest'][:12]}){laid}, instrument digest {i['digest'][:12]}"
        return f"{i['citation']} {say('Computed with', 'Calculé avec')} {made}."

    def __eq__(self, other: object) -> bool:
        return self._json == other._json if isinstance(other, IntegrityProfile) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._json)

    def __copy__(self) -> IntegrityProfile:
        return IntegrityProfile(self._json, self.definition, self._snapshot)

    def __deepcopy__(self, memo: dict[int, Any]) -> IntegrityProfile:
        return self.__copy__()

    def __reduce__(self) -> tuple[Any, ...]:
        """Without what a snapshot is made of: that is private, and a profile may go where answers may not."""
        return _restored, (self._json, packed(self.definition))

    def __repr__(self) -> str:
        units = list(self.units.values())
        known = sum(u.integrity.established for u in units)
        n = len(units)
        told = say(
            f"values can be shown for {known} of {n} service{'' if n == 1 else 's'}",
            f"valeurs montrées pour {known} service{'' if known < 2 else 's'} sur {n}",
        )
        digest = self._data["definition"]["digest"][:12]
        return f"<IntegrityProfile {w.in_wave(self.instrument.id, self.wave)}: {told}; {self._data['definition']['version']}, {digest}>"

    def _repr_html_(self) -> str:
        from .notebook import profile_table

        return profile_table(self)


def _restored(profile: str, definition: str | tuple[str, str]) -> IntegrityProfile:
    return IntegrityProfile(profile, unpacked(definition))
