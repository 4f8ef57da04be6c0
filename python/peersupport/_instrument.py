# SPDX-License-Identifier: Apache-2.0
"""Bundled instruments and instrument files."""
from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from . import _core, _render
from ._errors import failed


class Instruments(tuple[_core.Instrument, ...]):
    """The bundled instruments, ascending by id; prints as a table."""

    def __repr__(self) -> str:
        return _render.instruments_text(self)

    def _repr_html_(self) -> str:
        return _render.instruments_html(self)


@cache
def _open(instrument_id: str) -> _core.Instrument:
    return _core.open_instrument(instrument_id)


def instruments() -> Instruments:
    """Every instrument that is part of the library, the incomplete ones too."""
    return Instruments(_open(i) for i in _core.bundled_ids())


def instrument(id: str) -> _core.Instrument:
    """The bundled instrument with this id. Error NOT_FOUND when there is none."""
    if not isinstance(id, str):
        raise TypeError("instrument(): id is a string")
    return _open(id)


def load_instrument(source: str | os.PathLike[str] | Mapping[str, Any]) -> _core.Instrument:
    """An instrument from a file's path, or from a mapping with the members of the format.

    Errors name every problem of the file, each with code, byte offset and JSON pointer.
    """
    if isinstance(source, Mapping):
        import json

        try:
            text = json.dumps(source, ensure_ascii=False, allow_nan=False).encode()
        except (TypeError, ValueError):
            raise failed("FIELD_TYPE") from None
        return _core.read_instrument(text)
    if not isinstance(source, (str, os.PathLike)):
        raise TypeError("load_instrument(): source is a path or a mapping")
    try:
        with open(source, "rb") as file:
            data = file.read()
    except OSError:
        raise failed("FILE_UNREADABLE", file=os.fspath(source)) from None
    return _core.read_instrument(data)


def resolve(instrument: _core.Instrument | str) -> _core.Instrument:
    """An instrument, or a bundled one by its id."""
    if isinstance(instrument, _core.Instrument):
        return instrument
    if isinstance(instrument, str):
        return _open(instrument)
    raise TypeError("instrument is an Instrument or the id of a bundled one")


def plan(instrument: _core.Instrument | str, form: str | None, allow_unverified: bool) -> _core.Plan:
    """Compiles a form; errors also say which forms there are and what an incomplete instrument lacks."""
    from ._errors import Error

    chosen = resolve(instrument)
    if form is not None and not isinstance(form, str):
        raise TypeError("form is the id of a form")
    try:
        return _core.Plan(chosen, form or "", allow_unverified)
    except Error as error:
        detail = None
        if error.code in ("FORM_REQUIRED", "FORM_UNKNOWN"):
            detail = ", ".join(f.id for f in chosen.forms)
        elif error.code == "INSTRUMENT_INCOMPLETE":
            detail = "; ".join(chosen.missing)
        if detail is None:
            raise
        raise Error([p._replace(detail=detail) for p in error.problems], error.total) from None
