# SPDX-License-Identifier: Apache-2.0
"""Errors about the shape of what was given: which one was expected, which one is there, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from .._errors import Error, cells, misshapen, rows_by, shape
from .._language import say


def misfit(expected: str, given: str, do: str) -> Error:
    return Error([misshapen(expected, given, do)])


def one_a_row(name: str, rows: int, given: int) -> Error:
    """An argument beside the data that has not one cell a row."""
    do = say(
        f"Give {name} with one cell for each row of the data.",
        f"Fournissez {name} avec une cellule par ligne de données.",
    )
    return misfit(f"{name}: {cells(rows)}", cells(given), do)


def no_table(given: Sequence[int]) -> Error:
    do = say(
        "Give rows of people or units and columns of items or raters.",
        "Fournissez des lignes (personnes ou unités) et des colonnes (items ou juges).",
    )
    return misfit(
        rows_by(say("columns", "colonnes")),
        shape(given) if len(given) < 3 else say(f"{len(given)} dimensions", f"{len(given)} dimensions"),
        do,
    )


def uneven(columns: bool, lengths: Sequence[int]) -> Error:
    """Columns, or rows, of different length."""
    what = say("columns", "colonnes") if columns else say("rows", "lignes")
    least, most = cells(min(lengths)), cells(max(lengths))
    return misfit(
        say(f"{what} of one length", f"des {what} de même longueur"),
        say(f"{what} of {least} to {most}", f"des {what} de {least} à {most}"),
        say(
            f"Give {what} that are all of the same length; None or NaN where a cell is empty.",
            f"Fournissez des {what} de même longueur; None ou NaN là où une cellule est vide.",
        ),
    )


def one_column(given: Sequence[int]) -> Error:
    do = say("Give the numbers of one column.", "Fournissez les nombres d’une seule colonne.")
    return misfit(rows_by(1), shape(given), do)


def pairs(first: str, second: str, lengths: tuple[int, int]) -> Error:
    """Two columns of which each row is a pair."""
    do = say(
        f"Give {first} and {second} in the same order, one cell a pair in each.",
        f"Fournissez {first} et {second} dans le même ordre, avec une cellule par paire dans chacun.",
    )
    return misfit(f"{second}: {cells(lengths[0])}", cells(lengths[1]), do)
