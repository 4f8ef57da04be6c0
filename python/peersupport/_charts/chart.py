# SPDX-License-Identifier: Apache-2.0
"""A chart: its specification, the same as a picture, as a table and in words."""
from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._render import html_table, text_table

if TYPE_CHECKING:
    import pandas

VEGALITE = "application/vnd.vegalite.v5+json"


class Chart:
    """One chart. `title` and `words` are its text alternative: words say the figures in sentences."""

    def __init__(
        self,
        title: str,
        words: str,
        spec: Mapping[str, Any],
        head: Sequence[str],
        rows: Sequence[Sequence[Any]],
        narrow: Mapping[str, Any] | None = None,
        columns: Sequence[str] | None = None,
        key: Sequence[tuple[str, str]] = (),
    ) -> None:
        """key: (mark of theme.MARKS, what it is called); a page says it in its own words."""
        self.title, self.words = title, words
        self._spec, self._narrow = dict(spec), dict(narrow if narrow is not None else spec)
        self._head, self._rows = list(head), [list(row) for row in rows]
        self._columns = list(columns if columns is not None else head)
        self._key = tuple(key)

    @property
    def spec(self) -> dict[str, Any]:
        """The Vega-Lite v5 specification, data, title and description included; a copy."""
        return self._told(self._spec, False)

    def _told(self, spec: Mapping[str, Any], page: bool) -> dict[str, Any]:
        """On a page a heading stands above the picture and the key in the text; elsewhere they are in the picture."""
        import copy

        from .theme import headed

        told = {**copy.deepcopy(dict(spec)), "description": f"{self.title}. {self.words}"}
        return told if page else headed(told, self.title, self._key)

    def svg(self, *, narrow: bool = False, page: bool = False) -> str:
        """The picture, with title and description inside. Needs the extra `report`.

        narrow: as a telephone shows it. page: without a ground of its own, for a page that sets the colours.
        """
        from .draw import drawn

        spec = self._told(self._narrow if narrow else self._spec, page)
        return drawn(spec, self.title, self.words, self._id(narrow), page)

    def _id(self, narrow: bool) -> str:
        return "chart-" + hashlib.sha256(f"{self.title}\n{self.words}\n{narrow}".encode()).hexdigest()[:10]

    def to_frame(self) -> pandas.DataFrame:
        """The figures of the chart. Needs pandas."""
        import pandas as pd

        return pd.DataFrame([dict(zip(self._columns, row)) for row in self._rows], columns=self._columns)

    def to_html(self) -> str:
        """The figures as a plain table."""
        return html_table(self.title, self._head, [[_shown(c) for c in row] for row in self._rows])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """The picture; the table only where nothing can draw it, because notebooks would prefer the table."""
        made: dict[str, Any] = {VEGALITE: self.spec, "text/plain": repr(self)}
        try:
            made["image/svg+xml"] = self.svg()
        except ModuleNotFoundError:
            made["text/html"] = self.to_html()
        return made

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if isinstance(other, Chart) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{self.title}\n{text_table(self._head, [[_shown(c) for c in row] for row in self._rows])}"


def _shown(cell: Any) -> str:
    from .._render import number

    if cell is None:
        return "–"
    if isinstance(cell, float):
        return number(cell, 0 if cell == int(cell) else 1)
    return str(cell)
