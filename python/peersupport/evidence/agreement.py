# SPDX-License-Identifier: Apache-2.0
"""Agreement of raters. Rows are units, columns are raters; None, NaN and null are "no rating".

Agreement says whether raters see the same; it is not a finding about any one of them. Every function also takes a
`RatingTally` in place of the ratings, and gives the same number to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from .. import _core
from .._errors import failed
from .._language import say
from .cells import as_array, declared_order, is_bytes, without_codes
from .decimals import scaled, scaled_exactly
from .matrix import values_of
from .ratings import MOST_RATERS, RatingTally
from .shapes import one_a_row, one_column
from .statistic import Statistic, StatisticTable

FORMS = ("1,1", "2,1", "3,1", "1,k", "2,k", "3,k")
LEVELS = ("nominal", "ordinal", "interval", "ratio")
WEIGHTS: dict[str, Callable[[int], int]] = {
    "unweighted": lambda d: int(d != 0),
    "linear": abs,
    "quadratic": lambda d: d * d,
}
GWET, BRENNAN_PREDIGER, FLEISS, SCOTT = range(4)
LARGEST_WEIGHT = 10**9


def _statistic(name: str, made: tuple[Any, dict[str, Any]], confidence: float, **more: Any) -> Statistic:
    found, figures = made
    details = {k: None if isinstance(v, float) and v != v else v for k, v in {**figures, **more}.items()}
    return Statistic(name, *found, confidence=confidence, details=details)


def _number(name: str, value: Any, among: Sequence[str]) -> int:
    if value not in among:
        raise ValueError(f"{name} is one of {', '.join(among)}")
    return among.index(value)


def _tally(x: Any, categories: Sequence[Any] | None, missing_codes: Iterable[Any], pairs: bool) -> RatingTally:
    if isinstance(x, RatingTally):
        if categories is not None and tuple(categories) != x.categories:
            raise failed("TALLY_OTHER")
        return x
    return RatingTally.from_ratings(x, categories, pairs=pairs, missing_codes=missing_codes)


def disagreement_weights(weights: Any, categories: int) -> list[int]:
    """Weights as whole numbers, row by row. None, "linear", "quadratic", or a categories × categories matrix: of
    disagreement when its diagonal is 0 (Cohen 1968), of agreement when its diagonal is 1."""
    import numpy as np

    if weights is None or isinstance(weights, str):
        among = tuple(WEIGHTS)
        weigh = WEIGHTS[among[_number("weights", weights or "unweighted", among)]]
        return [weigh(c - k) for c in range(categories) for k in range(categories)]
    matrix = np.asarray(weights, dtype=float)
    if matrix.shape != (categories, categories):
        raise failed(
            "INVALID_ARGUMENT",
            detail=say(
                f"weights has a row and a column a category, {categories} × {categories}",
                f"weights a une ligne et une colonne par catégorie, {categories} × {categories}",
            ),
        )
    diagonal = np.diag(matrix)
    agreement = bool((diagonal == 1).all() and (matrix <= 1).all())
    if not agreement and not (diagonal == 0).all():
        raise ValueError("weights have a diagonal of 0 (disagreement) or of 1 (agreement, at most 1 elsewhere)")
    found, unit = scaled(matrix)
    whole: Any = unit - found if agreement else found
    largest = int(whole.max(initial=0))
    if largest > LARGEST_WEIGHT:  # many digits: to nine of them
        whole = np.rint(whole / largest * LARGEST_WEIGHT).astype(np.int64)
    return [int(v) for v in whole.ravel()]


def _weights(t: RatingTally, weights: Any) -> list[int]:
    """Weights go by the places of the categories, so these need an order."""
    if not isinstance(weights, str) or weights != "unweighted":
        t._check_level("nominal" if weights is None else "ordinal")
    return disagreement_weights(weights, len(t.categories))


def cohen_kappa(
    x: Any,
    weights: Any = None,
    *,
    categories: Sequence[Any] | None = None,
    raters: tuple[int, int] = (0, 1),
    confidence: float = 0.95,
    missing_codes: Iterable[Any] = (),
) -> Statistic:
    """Cohen's kappa of two raters, from the units both rated.

    weights: None, "linear" (|c − k|), "quadratic" ((c − k)²) by the places of the categories, or a matrix.
    categories=None takes the categories that occur, as R and scikit-learn do; with weights this moves the number when
    a category of the scale was not used, so name the whole scale where there is one. Columns that declare an order
    (ordered Categorical, polars.Enum, ordered Arrow dictionary) name it themselves; other labels with weights need
    categories=. Interval: value ± z·SE (Fleiss, Cohen and Everitt 1969); `.standard_error_zero` and `.z` are those
    where kappa is 0.
    """
    if not isinstance(x, RatingTally):
        missing_codes = tuple(missing_codes)
        categories = declared_order(x, missing_codes) if categories is None else categories
        x = as_array(x)
        if x.shape[1] > 2 and tuple(raters) == (0, 1):
            raise ValueError("cohen_kappa compares two raters: name them by raters=(a, b), or use fleiss_kappa")
        if x.shape[1] < 2:
            raise failed(
                "INVALID_ARGUMENT",
                detail=say(
                    'the ratings of both raters go into one table, such as {"a": a, "b": b}',
                    'les évaluations des deux personnes vont dans un seul tableau, par exemple {"a": a, "b": b}',
                ),
            )
        x = x[:, list(raters)]
        raters = (0, 1)
    t = _tally(x, categories, missing_codes, True)
    numbers = _weights(t, weights)
    return _statistic(
        "cohen-kappa", _core.cohen_kappa(t._made, *raters, numbers, confidence), confidence, categories=t.categories
    )


def fleiss_kappa(
    x: Any,
    *,
    counts: bool = False,
    generalized: bool = False,
    categories: Sequence[Any] | None = None,
    confidence: float = 0.95,
    missing_codes: Iterable[Any] = (),
) -> Statistic:
    """Fleiss' kappa (Fleiss 1971) of units with the same number of ratings each.

    counts=True: x holds units × categories, how many ratings of the unit fell in each. generalized=True takes units
    with different numbers of ratings (Gwet 2014). `.by_category`, `.standard_error_zero` and `.z` (Fleiss, Nee and
    Landis 1979) hold where there is no agreement, so there is no interval; for one use `bootstrap` over units.
    """
    t = (
        RatingTally.from_counts(x, categories)
        if counts and not isinstance(x, RatingTally)
        else _tally(x, categories, missing_codes, False)
    )
    if generalized:
        return _statistic(
            "fleiss-kappa", _core.chance_corrected(t._made, FLEISS, [], confidence), confidence, categories=t.categories
        )
    return _statistic("fleiss-kappa", _core.fleiss_kappa(t._made), confidence, categories=t.categories)


def _corrected(
    name: str,
    model: int,
    x: Any,
    weights: Any,
    categories: Sequence[Any] | None,
    confidence: float,
    missing_codes: Iterable[Any],
) -> Statistic:
    t = _tally(x, categories, missing_codes, False)
    numbers = [] if weights is None else _weights(t, weights)
    return _statistic(
        name, _core.chance_corrected(t._made, model, numbers, confidence), confidence, categories=t.categories
    )


def gwet_ac1(
    x: Any,
    weights: Any = None,
    *,
    categories: Sequence[Any] | None = None,
    confidence: float = 0.95,
    missing_codes: Iterable[Any] = (),
) -> Statistic:
    """Gwet's AC1, with weights AC2 (Gwet 2008, 2014). Any number of raters, with gaps.

    `.observed` and `.expected` are p_a and p_e. The interval exists for two ratings a unit without weights; for more,
    use `bootstrap` over units. categories=None takes those that occur, or that the columns declare (see cohen_kappa):
    p_e depends on how many there are, so name the scale.
    """
    return _corrected("gwet-ac1", GWET, x, weights, categories, confidence, missing_codes)


def brennan_prediger(
    x: Any,
    weights: Any = None,
    *,
    categories: Sequence[Any] | None = None,
    confidence: float = 0.95,
    missing_codes: Iterable[Any] = (),
) -> Statistic:
    """Brennan and Prediger's coefficient (1981): chance agreement is one over the number of categories."""
    return _corrected("brennan-prediger", BRENNAN_PREDIGER, x, weights, categories, confidence, missing_codes)


def scott_pi(
    x: Any, *, categories: Sequence[Any] | None = None, confidence: float = 0.95, missing_codes: Iterable[Any] = ()
) -> Statistic:
    """Scott's pi (1955) of two raters, from the units both rated."""
    return _corrected("scott-pi", SCOTT, x, None, categories, confidence, missing_codes)


def krippendorff_alpha(
    x: Any,
    level: str = "ordinal",
    *,
    categories: Sequence[Any] | None = None,
    confidence: float = 0.95,
    missing_codes: Iterable[Any] = (),
) -> Statistic:
    """Krippendorff's alpha, 1 − D_o / D_e, of any number of raters with gaps.

    level: "nominal", "ordinal", "interval" or "ratio". `.observed_disagreement`, `.expected_disagreement`,
    `.pairable` (ratings in units with two or more). More than 64 different values need level="interval". No interval:
    use `bootstrap` over units. Categories nobody used change nothing. Labels have no interval or ratio level; at the
    ordinal level they need an order: categories=, or columns that declare one (see cohen_kappa). Krippendorff 2011.
    """
    number = _number("level", level, LEVELS)
    if not isinstance(x, RatingTally):
        missing_codes = tuple(missing_codes)
        if categories is None and level in ("nominal", "ordinal"):  # numbers need none, and labels have no other level
            categories = declared_order(x, missing_codes)
        x = as_array(x)
        if x.dtype.kind == "O":
            x = without_codes(x, missing_codes)
        many = x.dtype.kind in "iuf" and not is_bytes(x) and categories is None
        if (many or x.shape[1] > MOST_RATERS) and level == "interval":
            if x.dtype.kind == "O":
                raise failed("COLUMN_TYPE")
            whole, unit = scaled(without_codes(x, missing_codes))
            made, details = _core.krippendorff_interval(whole)
            for name in ("observed_disagreement", "expected_disagreement"):
                details[name] /= unit * unit
            return _statistic("krippendorff-alpha", (made, details), confidence, level=level)
    t = _tally(x, categories, missing_codes, False)
    t._check_level(level)
    return _statistic("krippendorff-alpha", _core.krippendorff_alpha(t._made, number), confidence, level=level)


def kendall_w(
    x: Any, *, ties: bool = True, missing: str = "refuse", confidence: float = 0.95, missing_codes: Iterable[Any] = ()
) -> Statistic:
    """Kendall's W: whether raters put the units in the same order (Kendall 1948).

    ties=True corrects for equal ranks. missing: "refuse" (the reason is unbalanced) or "listwise". `.chi_square`,
    `.df` and `.p` are Friedman's test, good for many units.
    """
    leave_out = bool(_number("missing", missing, ("refuse", "listwise")))
    if isinstance(x, RatingTally):
        return _statistic("kendall-w", _core.kendall_w_of_tally(x._made, ties), confidence)
    whole, _ = scaled(without_codes(values_of(x), tuple(missing_codes)))
    return _statistic("kendall-w", _core.kendall_w_of_values(whole, ties, leave_out), confidence)


def icc(
    x: Any,
    form: str = "2,1",
    *,
    group: Any = None,
    missing: str = "refuse",
    size: str = "k0",
    confidence: float = 0.95,
    missing_codes: Iterable[Any] = (),
) -> Statistic:
    """Intraclass correlation with its F interval. Shrout and Fleiss 1979, McGraw and Wong 1996.

    form: "1,1" (raters of its own for each unit), "2,1" (the same raters, agreement), "3,1" (consistency), and "1,k",
    "2,k", "3,k" of their mean. Forms 1 take gaps and units of any size, with k = k₀ (size="k0") or the mean number of
    ratings (size="mean", as R's multilevel); their interval is then approximate. Forms 2 and 3 need every cell:
    missing="refuse" gives the reason unbalanced, "listwise" leaves incomplete units out. What a mixed model would
    give for gaps (lme4, REML) is not offered. group: the unit of each value, for one column in long form: "1,1" and
    "1,k" are then ICC(1) and ICC(2) of groups. `.mean_square_units`, `.mean_square_raters`, `.mean_square_error`,
    `.f`, `.df1`, `.df2`, `.p`, `.raters` (k).
    """
    options = (
        _number("form", form.replace(" ", ""), FORMS),
        confidence,
        _number("missing", missing, ("refuse", "listwise")),
        _number("size", size, ("k0", "mean")),
    )
    unit: float
    if isinstance(x, RatingTally):
        unit, made = x._made.denominator, _core.icc_of_tally(x._made, *options)
    else:
        array = without_codes(values_of(x), tuple(missing_codes))
        if group is not None:
            unit, made = _icc_of_groups(array, group, options)
        else:
            whole, unit = (array, 1) if is_bytes(array) else scaled(array)
            made = _core.icc_of_values(whole, *options)
    for name in ("mean_square_units", "mean_square_raters", "mean_square_error"):
        made[1][name] /= unit * unit
    return _statistic("icc", made, confidence, form=form)


def _icc_of_groups(array: Any, group: Any, options: tuple[Any, ...]) -> tuple[float, Any]:
    from .._data import group_numbers

    if array.shape[1] != 1:
        raise one_column(array.shape)
    if options[0] not in (0, 3):
        raise ValueError('group= goes with form "1,1" or "1,k"')
    names, numbers = group_numbers(group)
    if len(numbers) != len(array):
        raise one_a_row("group", len(array), len(numbers))
    whole, unit = scaled(array)
    return unit, _core.icc_of_groups(whole.reshape(-1, 1), numbers, len(names), *options)


def rwg_j(x: Any, options: int = 5, *, group: Any = None, missing_codes: Iterable[Any] = ()) -> Any:
    """Agreement within a group of raters (rows) on items (columns), r_WG(J), against answers spread evenly.

    options: how many answers there were to choose from, one apart. James, Demaree and Wolf 1984: it rises with the
    number of items; `.agreement_star` is r*_WG(J) (Lindell, Brandt and Whitney 1999), which does not. Where raters
    differ more than evenly spread answers would, r_WG(J) is set to 0 and `.below_zero` is True. A rater with a gap is
    left out. group: the group of each row; then a table with one row a group.
    """
    import numpy as np

    from .._data import group_numbers

    whole, unit = scaled_exactly(without_codes(values_of(x), tuple(missing_codes)))
    names, numbers = ([None], np.zeros(len(whole), dtype=np.uint32)) if group is None else group_numbers(group)
    if len(numbers) != len(whole):
        raise one_a_row("group", len(whole), len(numbers))
    made = [
        _statistic("rwg-j", row, 0.95, items=whole.shape[1])
        for row in _core.within_group(whole, numbers, len(names), options, unit)
    ]
    if group is None:
        return made[0]
    columns: dict[str, list[Any]] = {"group": [None if name is None else str(name) for name in names]}
    for name in ("value", "agreement_star", "variance_share", "below_zero", "left_out", "estimator", "n", "reason"):
        columns[name] = [getattr(row, name) for row in made]
    return StatisticTable("rwg-j", columns, {"items": whole.shape[1], "options": options})
