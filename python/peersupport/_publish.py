# SPDX-License-Identifier: Apache-2.0
"""What may leave the trust boundary: a policy, published figures, and a ledger of what was given away before."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, cast

from . import _core
from ._errors import failed
from ._language import say
from ._ledger_json import LEDGER, read_ledger
from ._render import escape

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

PUBLISHED = "peersupport-published-1"
LEAST_PEOPLE = 5
AUDIENCES = ("public", "partners", "service", "team")
DIVIDERS = ("unit", "language", "stratum")
ALWAYS = ("wave", "perspective", "form")  # these divide figures whether named or not
COLUMNS = (
    "grouping",
    "form",
    "perspective",
    "wave",
    "unit",
    "language",
    "stratum",
    "scale",
    "shown",
    "people",
    "mean",
    "low",
    "high",
)


class Policy(NamedTuple):
    """What may be shown to whom. Made by policy(); there is no default."""

    id: str | None  # a row of showing_policies, or None when the numbers were given
    minimum_people: int
    minimum_workers: int
    audience: str
    workers_agreed: bool

    def to_dict(self) -> dict[str, Any]:
        """As the formats write it: the id, or the numbers."""
        asked = {"audience": self.audience, "workers_agreed": self.workers_agreed}
        if self.id is not None:
            return {"id": self.id, **asked}
        return {"minimum_people": self.minimum_people, "minimum_workers": self.minimum_workers, **asked}

    def __str__(self) -> str:
        named = self.id or say("own numbers", "nombres choisis")
        people = say(f"at least {self.minimum_people} people", f"au moins {self.minimum_people} personnes")
        workers = say(f"and {self.minimum_workers} workers", f"et {self.minimum_workers} membres de l’équipe")
        if self.audience == "team" and self.workers_agreed:
            workers = say("(the workers agreed to see their team)", "(l’équipe a accepté de se voir)")
        return f"{named}: {people} {workers}" if say("en", "fr") == "en" else f"{named} : {people} {workers}"


def policy(
    id: str | None = None,
    *,
    audience: str,
    workers_agreed: bool = False,
    minimum_people: int | None = None,
    minimum_workers: int | None = None,
    definition: _core.Definition | None = None,
) -> Policy:
    """A policy by name, such as policy("k11", audience="public"), or by its numbers.

    `audience` is who will read the output: "public", "partners", "service" or "team" (the people who work there). With
    `workers_agreed` a team may see figures about fewer workers. A number given beside a name replaces the row's, and
    the policy then goes by its numbers. Fewer than 5 people is refused.
    """
    if audience not in AUDIENCES:
        raise failed("INVALID_ARGUMENT", detail="audience: " + ", ".join(AUDIENCES))
    people, workers, name = minimum_people, minimum_workers, None
    if id is not None:
        row = _row(id, definition if definition is not None else _core.definition)
        people = row.minimum_people if people is None else people
        workers = row.minimum_workers if workers is None else workers
        if (people, workers) == (row.minimum_people, row.minimum_workers):
            name = str(row.id)
    if people is None or workers is None:
        raise failed("POLICY_MISSING")
    if int(people) < LEAST_PEOPLE or int(workers) < 1:
        raise failed("POLICY_TOO_LOW")
    return Policy(name, int(people), int(workers), audience, bool(workers_agreed))


def _row(id: str, definition: _core.Definition) -> Any:
    full = id if id.startswith("policy-") else f"policy-{id}"
    for row in cast("Iterable[Any]", definition.showing_policies):
        if row.id == full:
            return row
    raise failed("NOT_FOUND", detail=say(f"policy {id!r}", f"règle {id!r}"))


class Published:
    """Figures with suppression applied. They cannot be merged, added up or turned back into counts."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        if document.get("format") != PUBLISHED:
            raise failed("FORMAT_UNSUPPORTED", path="/format")
        self._document = dict(document)

    @property
    def policy(self) -> Policy:
        return Policy(**self._document["policy"])

    @property
    def instrument(self) -> dict[str, str]:
        return dict(self._document["instrument"])

    @property
    def definition(self) -> dict[str, str]:
        return dict(self._document["definition"])

    @property
    def groupings(self) -> list[tuple[str, ...]]:
        return [tuple(g) for g in self._document["groupings"]]

    @property
    def checked(self) -> bool:
        """Whether a ledger of earlier releases was asked."""
        return bool(self._document["checked"])

    @property
    def simulated(self) -> bool:
        """Whether simulated answers are among those counted: figures nobody's answers stand behind."""
        return bool(self._document["simulated"])

    def __len__(self) -> int:
        return len(self._document["figures"])

    @property
    def rows(self) -> list[dict[str, Any]]:
        """One a figure; what is hidden has shown=False and no numbers. Texts that do not divide are empty."""
        return [dict(zip(COLUMNS, figure)) for figure in self._document["figures"]]

    # ---- frames

    def to_columns(self) -> dict[str, list[Any]]:
        """Columns of a tidy table, as lists; needs no other package."""
        return {name: [figure[i] for figure in self._document["figures"]] for i, name in enumerate(COLUMNS)}

    def to_frame(self) -> pandas.DataFrame:
        """A pandas frame: the same as to_pandas()."""
        return self.to_pandas()

    def to_pandas(self) -> pandas.DataFrame:
        import pandas as pd

        frame = pd.DataFrame(self.to_columns())
        return frame.astype({"people": "Int64", "mean": "Float64", "low": "Float64", "high": "Float64"})

    def to_polars(self) -> polars.DataFrame:
        import polars as pl

        return pl.DataFrame(
            self.to_columns(),
            schema_overrides={"people": pl.Int64, "mean": pl.Float64, "low": pl.Float64, "high": pl.Float64},
        )

    def to_arrow(self) -> pyarrow.Table:
        import pyarrow as pa

        kinds = {"grouping": pa.int64(), "shown": pa.bool_(), "people": pa.int64()}
        numbers = dict.fromkeys(("mean", "low", "high"), pa.float64())
        schema = pa.schema([(name, kinds.get(name, numbers.get(name, pa.string()))) for name in COLUMNS])
        return pa.table(self.to_columns(), schema=schema)

    # ---- files

    def to_json(self) -> str:
        """Format peersupport-published-1. The same figures give the same text."""
        document = {**self._document, "figures": self.rows}
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | bytes) -> Published:
        """Reads what to_json() wrote."""
        try:
            document = json.loads(text)
            figures = [[row[name] for name in COLUMNS] for row in document["figures"]]
            made = cls({**document, "figures": figures})
            made.policy, made.checked, made.simulated  # noqa: B018  # all must be there
        except (ValueError, KeyError, TypeError, RecursionError):
            raise failed("FORMAT_UNSUPPORTED", detail=PUBLISHED) from None
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return (Published.from_json, (self.to_json(),))

    def __eq__(self, other: object) -> bool:
        return self._document == other._document if isinstance(other, Published) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __add__(self, other: object) -> NoReturn:
        raise failed("PUBLISHED_FINAL")

    __radd__ = __add__

    # ---- people read

    def _title(self) -> str:
        hidden = sum(not figure[8] for figure in self._document["figures"])
        shown = len(self) - hidden
        return say(
            f"Published figures of {self.instrument['id']}: {shown} shown, {hidden} hidden, {self.policy}",
            f"Chiffres diffusés de {self.instrument['id']} : {shown} montrés, {hidden} cachés, {self.policy}",
        )

    def __repr__(self) -> str:
        return f"<{self._title()}>"

    def __str__(self) -> str:
        from ._published_page import warnings
        from ._published_view import PublishedView

        return "\n\n".join([self._title(), "\n".join(warnings(self)), PublishedView(self).text()])

    def _repr_html_(self) -> str:
        from ._published_page import warnings
        from ._published_view import PublishedView

        told = "".join(f"<p>{escape(text)}</p>\n" for text in [self._title(), *warnings(self)])
        return told + PublishedView(self).html()

    def to_html(
        self, *, instrument: _core.Instrument | None = None, definition: Any = None, simulated: bool = False
    ) -> str:
        """A page that stands alone, in the language of this context. Needs the extra `report`.

        instrument: as in publish(). simulated: that nobody gave these answers, where the tally did not say it.
        """
        from ._published_page import page

        return page(self, instrument, definition, simulated or self.simulated)


class Ledger:
    """What was released earlier, exactly. It holds every count, so it is private: keep it where the tally is."""

    def __init__(self) -> None:
        self._ledger = _core.ReleaseLedger()

    def __len__(self) -> int:
        return len(self._ledger)

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, Ledger) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        count = len(self)
        return say(f"<Ledger of {count} releases: private, holds exact counts>",
                   f"<Registre de {count} diffusions : privé, contient des comptes exacts>")  # fmt: skip

    def to_json(self) -> str:
        """Format peersupport-ledger-1."""
        releases = []
        for record in self._ledger.records():
            digest, people, populations, figures = record.plain()
            releases.append(
                {"instrument_digest": digest, "minimum_people": people, "populations": populations, "figures": figures}
            )
        return json.dumps({"format": LEDGER, "releases": releases}, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | bytes) -> Ledger:
        """Reads what to_json() wrote. Errors name every place that is wrong; LEDGER_MALFORMED: it contradicts itself."""
        records = [_core.ReleaseRecord(*release) for release in read_ledger(text)]
        made = cls()
        made._ledger = _core.ReleaseLedger.of(records)
        return made

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Ledger:
        """The ledger in a file; an empty one where there is no file yet."""
        file = Path(path)
        return cls.from_json(file.read_bytes()) if file.exists() else cls()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the file whole or not at all; others cannot read it (mode 600)."""
        file = Path(path)
        beside = file.with_name(file.name + ".new")
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            out.write(self.to_json())
        os.replace(beside, file)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Ledger.from_json, (self.to_json(),))


def publish(
    tally: Any,
    policy: Policy,
    *,
    by: Sequence[str] | Sequence[Sequence[str]] = ("unit",),
    ledger: Ledger | None = None,
    collection: Mapping[str, Any] | None = None,
    instrument: _core.Instrument | None = None,
) -> Published:
    """Figures of a tally that may be given away under the policy.

    `by` is one grouping, such as ("unit",), or several, such as [("unit",), ()]: out of "unit", "language" and "stratum".
    Form and wave always divide. With a ledger the release is checked against all earlier ones and kept; LEDGER_DIFFERENCE
    is raised, and nothing is released, where together they would single out too few people. `collection` tells the number
    of workers where the tally does not.
    """
    if not isinstance(policy, Policy):
        raise failed("POLICY_MISSING")
    groupings = _groupings(by)
    given = (policy.id or "", policy.minimum_people, policy.minimum_workers, policy.audience, policy.workers_agreed)
    unit, language, stratum = DIVIDERS
    flags = [(unit in grouping, language in grouping, stratum in grouping) for grouping in groupings]
    inner = getattr(tally, "_tally", tally)
    if instrument is None:
        from ._instrument import instrument as bundled

        instrument = bundled(inner.instrument_id)
    header, figures, record = _core.publish(inner, instrument, given, flags, _workers(collection))
    if ledger is not None:
        ledger._ledger.add(record)
    names = ("id", "version", "digest")
    return Published({
        "format": PUBLISHED,
        "library": _core.__version__,
        "instrument": dict(zip(names, header[:3])),
        "definition": dict(zip(names[1:], header[3:5])),
        "policy": policy._asdict(),
        "counted_by": header[5],
        "simulated": header[6],
        "groupings": [list(grouping) for grouping in groupings],
        "checked": ledger is not None,
        "figures": [list(figure) for figure in figures],
    })  # fmt: skip


def _groupings(by: Any) -> list[tuple[str, ...]]:
    asked = [by] if isinstance(by, str) or all(isinstance(name, str) for name in by) else list(by)
    found = []
    for grouping in asked:
        names = (grouping,) if isinstance(grouping, str) else tuple(grouping)
        if any(name not in (*DIVIDERS, *ALWAYS) for name in names):
            raise failed("GROUPING_UNKNOWN", detail=", ".join(DIVIDERS))
        found.append(tuple(name for name in DIVIDERS if name in names))
    return found


def _workers(collection: Mapping[str, Any] | None) -> list[tuple[str, str, str, int]]:
    heard = (collection or {}).get("heard") or ()
    return [
        (row["unit"], row["wave"], row["perspective"], row["workers"])
        for row in heard
        if row.get("workers") is not None
    ]
