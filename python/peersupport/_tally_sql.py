# SPDX-License-Identifier: Apache-2.0
"""The text of a query that counts a table of answers where only SQL may run. Its dialect is DuckDB's."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from . import _core
from ._counted_form import CountedForm, CountedScale, Item
from ._errors import failed
from ._tally import _Work
from ._tally_rows import BLANKS, NO, PERSPECTIVES, Columns, Waves
from ._tally_source import SIMULATED, Source

VERSION = 1
COLUMNS = ("form", "unit", "wave", "language", "stratum", "part", "name", "other", "a", "b", "c", "d", "e", "n")
WIDTH = 116
EXPLAINED = """\
-- Counts of answers to {instrument}, for peersupport.duckdb.from_sql(). Whole numbers only, but a count of one
-- response is that response: the result is personal information and stays where the answers may be.
-- n counts what `part` says, about `name` and `other`; a to e say more:
--   responses    n: responses of the cell. a, b: first and last day, counted from 1970-01-01
--   answers      item. n: responses with the code a
--   no-answers   item, why. n: responses without an answer to it
--   scores       scale. n: responses with these sums of its items. a: answered, b: left out, c: points,
--                d: what the points are divided by, e: weight of all that apply
--   no-scores    scale, why. n: responses without a score
--   complete     item, item. n: responses without any gap. a, b: sums of their points, c: of the products
--   incomplete   item, item. the same of responses with a gap that answered both
--   refused      column. n: rows in which it holds what it may not hold
--   no-form      perspective. n: rows of which the table holds no form
--   simulated    n: rows that say that nobody gave them
--   end          digest of what is counted. n: all rows above. a: version of this list, b: sum of their n
"""


class Asked(NamedTuple):
    """What the query is to count."""

    table: str | Sequence[str]
    columns: Columns
    waves: Waves | None
    items: dict[str, str]  # columns by item, where another
    gram: bool
    digest: str
    simulated: bool = False  # whether the table has a column that says so


def digest_of(plan: _core.TallyPlan) -> str:
    """Of all that a tally of the plan is a tally of: instrument, definition, forms, rules, the way to count."""
    return hashlib.sha256(_core.Tally(plan, 0, 0).to_bytes()).hexdigest()


def forms_in(plan: _core.TallyPlan, asked: Asked, present: Iterable[str] | None, every: bool) -> list[str]:
    """The forms whose columns are all there, found as peersupport.tally finds them."""
    items = {i for _, _, ids in plan.forms for i in ids}
    columns = {asked.items.get(i, i) for i in items}
    work = _Work(plan, asked.items, (0, 0), False, 1, every)
    if present is None:
        names = columns | {name for name in asked.columns if name is not None}
    else:
        names = set(present)
    source = Source(list(names), 0)
    asked.columns.check(source)
    there = [plan.forms[n] for n in work._forms_in(source)]
    if asked.columns.perspective is None and len({perspective for _, perspective, _ in there}) > 1:
        raise failed("COLUMN_MISSING", path="/perspective", detail="perspective")
    if asked.waves is not None and asked.columns.date is None:
        raise failed("COLUMN_MISSING", detail="date")
    return [form for form, _, _ in there]


def query(instrument: str, forms: Sequence[CountedForm], asked: Asked) -> str:
    """The whole text. `forms`: those whose items the table holds."""
    for form in forms:
        form.refuse_what_sums_do_not_tell()
    return _Query(forms, asked).text(EXPLAINED.format(instrument=instrument))


def identifier(name: str) -> str:
    return '"' + _checked(name).replace('"', '""') + '"'


def literal(text: str) -> str:
    return "'" + _checked(text).replace("'", "''") + "'"


def _checked(text: str) -> str:
    if not isinstance(text, str) or not text or "\0" in text:
        raise failed("INVALID_ARGUMENT", detail="a name is text, not empty, without U+0000")
    return text


def _values(name: str, columns: str, rows: Iterable[Sequence[object]]) -> str:
    """A table of what the instrument says, as a step of the query."""
    lines = [""]
    for row in rows:
        cell = "(" + ", ".join(literal(v) if isinstance(v, str) else str(v).upper() for v in row) + "), "
        if lines[-1] and len(lines[-1]) + len(cell) > WIDTH:
            lines.append("")
        lines[-1] += cell
    if not lines[-1]:
        none = ", ".join(f"0 AS {column}" for column in columns.split(", "))
        return f"{name} AS (SELECT {none} WHERE FALSE)"
    return f"{name} ({columns}) AS (VALUES\n  " + "\n  ".join(line.rstrip() for line in lines).rstrip(",") + "\n)"


class _Query:
    def __init__(self, forms: Sequence[CountedForm], asked: Asked) -> None:
        self._forms, self._asked = forms, asked
        items: dict[str, Item] = {}
        scales: dict[str, CountedScale] = {}
        for form in forms:
            items.update(form.item)
            scales.update(form.scale)
        self._items, self._scales = list(items.values()), list(scales.values())
        self._item = {item.id: n for n, item in enumerate(self._items, 1)}
        self._scale = {scale.id: n for n, scale in enumerate(self._scales, 1)}
        self._gated = any(scale.gated for scale in self._scales)

    def text(self, explained: str) -> str:
        steps = [self._source(), *self._instrument(), self._answers(), self._responses(), *_CELLS, self._scored()]
        steps += [_GAPS, _PAIRS] if self._asked.gram else []
        steps.append(_COUNTS.format(pairs=_PAIR_COUNTS if self._asked.gram else ""))
        named = _NAMED.format(wrong=self._wrong(), digest=literal(self._asked.digest), version=VERSION)
        return explained + "WITH\n" + ",\n".join([*steps, named])

    def _source(self) -> str:
        """The table's rows with a number each, so that a response can be followed through the query."""
        of = self._asked.columns
        parts = [self._asked.table] if isinstance(self._asked.table, str) else list(self._asked.table)
        if not parts or [p.casefold() for p in parts] == ["ps_source"]:  # a step may not read itself
            raise failed("INVALID_ARGUMENT", path="/table")
        table = ".".join(map(identifier, parts))
        columns = [
            "row_number() OVER () AS response",
            f"{_text(of.unit)} AS unit",
            f"{self._wave()} AS wave",
            f"{_text(of.language)} AS language",
            f"{_text(of.stratum)} AS stratum",
            f"{_text(of.perspective)} AS perspective",
            f"{_day(of.date)} AS day",
        ]
        if self._asked.simulated:
            columns.append(f"{_says_yes(SIMULATED)} AS simulated")
        for item in self._items:
            column = identifier(self._asked.items.get(item.id, item.id))
            columns.append(f"CAST(given.{column} AS DOUBLE) AS item_{self._item[item.id]}")
        return _SOURCE.format(columns=",\n    ".join(columns), table=table)

    def _wave(self) -> str:
        """The name of the wave; NULL for a row outside all of them."""
        if self._asked.waves is None:
            return f"coalesce({_text(self._asked.columns.wave)}, '')"
        lines = []
        for first, end, name in self._asked.waves._rows:
            day = _date(self._asked.columns.date)
            lines.append(f"WHEN {day} >= {_literal_day(first)} AND {day} < {_literal_day(end)} THEN {literal(name)}")
        return "CASE " + " ".join(lines) + " END" if lines else "CAST(NULL AS VARCHAR)"

    def _instrument(self) -> list[str]:
        item, scale = self._item, self._scale
        options = [
            (item[i.id], code, kind, points)
            for i in self._items
            for code, kind, points in [
                *((c, "answer", p) for c, p in zip(i.codes, i.points)),
                *((c, kind, 0) for c, kind in i.kinds.items()),
            ]
        ]
        shared = [f.perspective for f in self._forms]
        steps = [
            "-- What the instrument says: items, what each code of an item means, forms, scales.\n"
            + _values("ps_items", "item, name", [(n, i) for i, n in item.items()]),
            _values("ps_options", "item, code, kind, points", options),
            _values("ps_forms", "form, perspective, may_be_blank",
                    [(f.id, f.perspective, shared.count(f.perspective) == 1) for f in self._forms]),
            _values("ps_form_items", "form, item", [(f.id, item[i.id]) for f in self._forms for i in f.items]),
        ]  # fmt: skip
        weights = [(scale[s.id], item[i.id], i.weight, s.least(i), s.worth(i)) for s in self._scales for i in s.items]
        needed = [(scale[s.id], *of) for s in self._scales for of in s.needed.items()]
        steps += [
            _values("ps_scales", "scale, name", [(n, s) for s, n in scale.items()]),
            _values("ps_form_scales", "form, scale", [(f.id, scale[s.id]) for f in self._forms for s in f.scales]),
            "-- An answer adds weight * points - least to a scale's points, and worth to what they are divided by.\n"
            + _values("ps_scale_items", "scale, item, weight, least, worth", weights),
            "-- Answers that a score needs, by how many of the scale's items apply.\n"
            + _values("ps_needed", "scale, applicable, needed", needed),
        ]
        return [*steps, _values("ps_gates", "scale, item, gate, opened_by", self._gates())] if self._gated else steps

    def _gates(self) -> list[tuple[int, int, int, int]]:
        gated = [(s, i, i.gate) for s in self._scales if s.gated for i in s.items]
        return [
            (self._scale[s.id], self._item[i.id], self._item[gate[0]], code)
            for s, i, gate in gated if gate is not None for code in gate[1]
        ]  # fmt: skip

    def _answers(self) -> str:
        each = [f"SELECT response, {n} AS item, item_{n} AS code FROM ps_source" for n in self._item.values()]
        return _ANSWERS.format(each="\n    UNION ALL ".join(each))

    def _responses(self) -> str:
        divided = self._asked.columns.perspective is not None
        return _RESPONSES.format(on="f.perspective = s.perspective" if divided else "TRUE")

    def _scored(self) -> str:
        return _SCORED.format(kind=_GATED_KIND if self._gated else "g.kind", gates=_GATES if self._gated else "")

    def _wrong(self) -> str:
        """Rows that belong to no cell, counted, so that they are never left out unseen."""
        known = ", ".join(map(literal, PERSPECTIVES))
        of = self._asked.columns
        tests = [("refused", of.unit, "unit IS NULL OR unit = ''")]
        if of.language is not None:
            tests.append(("refused", of.language, "language NOT IN ('en', 'fr')"))
        if of.perspective is not None:
            tests.append(("refused", of.perspective, f"perspective IS NULL OR perspective NOT IN ({known})"))
            lost = [p for p in PERSPECTIVES if all(p != f.perspective for f in self._forms)]
            tests += [("no-form", p, f"perspective = {literal(p)}") for p in lost]
        if self._asked.waves is not None and of.date is not None:
            tests.append(("refused", of.date, "day IS NULL"))
        if self._asked.simulated:
            tests.append(("simulated", SIMULATED, "simulated"))
        return "".join(_WRONG.format(part=part, name=literal(name), test=test) for part, name, test in tests)


def _text(column: str | None) -> str:
    """Compared byte by byte, whatever collation the column has."""
    return "CAST(NULL AS VARCHAR)" if column is None else f'CAST(given.{identifier(column)} AS VARCHAR) COLLATE "C"'


def _says_yes(column: str) -> str:
    """The rule of says_yes. What is no text is a number that can be 0 or NaN, or else its name says it."""
    text = _text(column)
    blanks = " || ".join(f"chr({ord(c)})" for c in BLANKS)
    no = ", ".join(f"'{word}'" for word in NO)
    return (
        f"lower(trim({text},\n      {blanks}))\n      NOT IN ({no})\n"
        f"      AND (typeof(given.{identifier(column)}) = 'VARCHAR'\n"
        f"        OR coalesce(TRY_CAST({text} AS DOUBLE)\n          NOT IN (0, CAST('nan' AS DOUBLE)), TRUE))"
    )


def _date(column: str | None) -> str:
    return "CAST(NULL AS DATE)" if column is None else f"CAST(given.{identifier(column)} AS DATE)"


def _day(column: str | None) -> str:
    return f"{_date(column)} - DATE '1970-01-01'"


def _literal_day(number: int) -> str:
    return f"DATE '{(datetime.date(1970, 1, 1) + datetime.timedelta(days=number)).isoformat()}'"


_SOURCE = """-- The table's rows, numbered.
ps_source AS MATERIALIZED (
  SELECT {columns}
  FROM {table} AS given
)"""
_ANSWERS = """-- One row an answer. NaN is an empty cell, as in a data frame.
ps_answers AS MATERIALIZED (
  SELECT x.response, x.item, o.code, CAST(o.points AS BIGINT) AS points,
    CASE WHEN x.code IS NULL OR isnan(x.code) THEN 'blank' ELSE coalesce(o.kind, 'invalid') END AS kind
  FROM (
    {each}
  ) AS x LEFT JOIN ps_options AS o ON o.item = x.item AND o.code = x.code
)"""
_RESPONSES = """-- One row a completed form. Of several forms of a perspective, one left wholly empty is no response.
ps_responses AS MATERIALIZED (
  SELECT s.response, f.form, s.unit, s.wave, coalesce(s.language, '') AS language,
    coalesce(s.stratum, '') AS stratum, s.day
  FROM ps_source AS s JOIN ps_forms AS f ON {on}
  WHERE s.wave IS NOT NULL AND (f.may_be_blank OR EXISTS (
    SELECT 1 FROM ps_answers AS a JOIN ps_form_items AS i ON i.item = a.item
    WHERE a.response = s.response AND i.form = f.form AND a.kind <> 'blank'))
)"""
_CELLS = (
    """-- What is counted together.
ps_cells AS MATERIALIZED (
  SELECT row_number() OVER () AS cell, form, unit, wave, language, stratum, count(*) AS responses,
    min(day) AS first_day, max(day) AS last_day
  FROM ps_responses GROUP BY form, unit, wave, language, stratum
)""",
    """ps_given AS MATERIALIZED (
  SELECT c.cell, c.form, r.response, a.item, a.kind, a.code, a.points
  FROM ps_responses AS r
  JOIN ps_cells AS c ON c.form = r.form AND c.unit = r.unit AND c.wave = r.wave AND c.language = r.language
    AND c.stratum = r.stratum
  JOIN ps_form_items AS i ON i.form = r.form
  JOIN ps_answers AS a ON a.response = r.response AND a.item = i.item
)""",
)
_GATES = """
    LEFT JOIN (SELECT DISTINCT scale, item, gate FROM ps_gates) AS w ON w.scale = i.scale AND w.item = i.item
    LEFT JOIN ps_given AS h ON h.cell = g.cell AND h.response = g.response AND h.item = w.gate
    LEFT JOIN ps_gates AS p ON p.scale = i.scale AND p.item = i.item AND p.opened_by = h.code"""
_GATED_KIND = """CASE WHEN w.gate IS NULL OR g.kind IN ('does-not-apply', 'invalid') THEN g.kind
      WHEN h.kind = 'invalid' THEN 'invalid' WHEN h.kind IN ('declined', 'blank') THEN 'blank'
      WHEN p.gate IS NULL THEN 'closed' ELSE g.kind END"""
_SCORED = """-- One row a scale of a completed form: why it has no score, or the sums that its score follows from.
ps_sums AS (
  SELECT g.cell, g.response, i.scale, i.weight, i.least, i.worth, g.points, {kind} AS kind
  FROM ps_given AS g
    JOIN ps_form_scales AS f ON f.form = g.form
    JOIN ps_scale_items AS i ON i.scale = f.scale AND i.item = g.item{gates}
),
ps_added AS (
  SELECT cell, response, scale,
    count(*) FILTER (WHERE kind = 'invalid') AS invalid,
    count(*) FILTER (WHERE kind = 'closed') AS closed,
    count(*) FILTER (WHERE kind = 'does-not-apply') AS other,
    count(*) FILTER (WHERE kind = 'answer') AS answered,
    count(*) FILTER (WHERE kind IN ('declined', 'blank')) AS unanswered,
    sum(weight * points - least) FILTER (WHERE kind = 'answer') AS points,
    sum(worth) FILTER (WHERE kind = 'answer') AS out_of,
    sum(weight) FILTER (WHERE kind IN ('answer', 'declined', 'blank')) AS asked
  FROM ps_sums GROUP BY cell, response, scale
),
ps_scored AS (
  SELECT s.cell, s.scale, s.answered, s.unanswered, s.points, s.out_of, s.asked,
    CASE WHEN s.invalid > 0 THEN 'invalid-code'
      WHEN s.answered + s.unanswered = 0 AND s.closed > 0 AND s.other = 0 THEN 'gate-closed'
      WHEN s.answered + s.unanswered = 0 THEN 'not-applicable'
      WHEN s.answered < n.needed THEN 'too-few-answered' ELSE '' END AS why
  FROM ps_added AS s LEFT JOIN ps_needed AS n ON n.scale = s.scale AND n.applicable = s.answered + s.unanswered
)"""
_GAPS = """ps_gaps AS MATERIALIZED (
  SELECT cell, response, count(*) FILTER (WHERE kind = 'answer') = count(*) AS complete
  FROM ps_given GROUP BY cell, response
)"""
_PAIRS = """-- Every two items of a completed form that were both answered.
ps_pairs AS (
  SELECT x.cell, t.complete, x.item AS first, y.item AS second, count(*) AS n, sum(x.points) AS sum_first,
    sum(y.points) AS sum_second, sum(x.points * y.points) AS product
  FROM ps_given AS x
    JOIN ps_given AS y ON y.cell = x.cell AND y.response = x.response AND x.item <= y.item
    JOIN ps_gaps AS t ON t.cell = x.cell AND t.response = x.response
  WHERE x.kind = 'answer' AND y.kind = 'answer'
  GROUP BY x.cell, t.complete, x.item, y.item
)"""
_PAIR_COUNTS = """
  UNION ALL SELECT cell, CASE WHEN complete THEN 'complete' ELSE 'incomplete' END, first, second, '', sum_first,
    sum_second, product, NULL, NULL, n FROM ps_pairs"""
_COUNTS = """ps_counts (cell, part, what, second, why, a, b, c, d, e, n) AS (
  SELECT cell, 'responses', NULL, NULL, '', first_day, last_day, NULL, NULL, NULL, responses FROM ps_cells
  UNION ALL SELECT cell, 'answers', item, NULL, '', code, NULL, NULL, NULL, NULL, count(*)
    FROM ps_given WHERE kind = 'answer' GROUP BY cell, item, code
  UNION ALL SELECT cell, 'no-answers', item, NULL, kind, NULL, NULL, NULL, NULL, NULL, count(*)
    FROM ps_given WHERE kind <> 'answer' GROUP BY cell, item, kind
  UNION ALL SELECT cell, 'scores', scale, NULL, '', answered, unanswered, points, out_of, asked, count(*)
    FROM ps_scored WHERE why = '' GROUP BY cell, scale, answered, unanswered, points, out_of, asked
  UNION ALL SELECT cell, 'no-scores', scale, NULL, why, NULL, NULL, NULL, NULL, NULL, count(*)
    FROM ps_scored WHERE why <> '' GROUP BY cell, scale, why{pairs}
)"""
_NAMED = """-- The counts with names in place of numbers, and the rows of the table that belong to no cell.
ps_named (form, unit, wave, language, stratum, part, name, other, a, b, c, d, e, n) AS MATERIALIZED (
  SELECT c.form, c.unit, c.wave, c.language, c.stratum, k.part, coalesce(s.name, i.name, ''), coalesce(j.name, k.why),
    k.a, k.b, k.c, k.d, k.e, k.n
  FROM ps_counts AS k JOIN ps_cells AS c ON c.cell = k.cell
    LEFT JOIN ps_items AS i ON i.item = k.what AND k.part NOT IN ('scores', 'no-scores')
    LEFT JOIN ps_items AS j ON j.item = k.second
    LEFT JOIN ps_scales AS s ON s.scale = k.what AND k.part IN ('scores', 'no-scores'){wrong}
)
SELECT form, unit, wave, language, stratum, part, name, other, CAST(a AS BIGINT) AS a, CAST(b AS BIGINT) AS b,
  CAST(c AS BIGINT) AS c, CAST(d AS BIGINT) AS d, CAST(e AS BIGINT) AS e, CAST(n AS BIGINT) AS n
FROM ps_named
UNION ALL SELECT '', '', '', '', '', 'end',
  {digest}, '',
  {version}, CAST(coalesce(sum(n), 0) AS BIGINT), NULL, NULL,
  NULL, count(*) FROM ps_named
"""
_WRONG = """
  UNION ALL SELECT '', '', '', '', '', '{part}', {name}, '', NULL, NULL, NULL, NULL, NULL, count(*)
    FROM ps_source
    WHERE {test}
    HAVING count(*) > 0"""
