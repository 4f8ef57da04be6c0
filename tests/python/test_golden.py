# SPDX-License-Identifier: Apache-2.0
"""What people see, compared with files they can read. PEERSUPPORT_GOLDEN=write writes them anew."""
from __future__ import annotations

import numpy as np
import peersupport as ps
import pytest


@pytest.fixture
def scores(bfi):
    matrix = np.tile(np.arange(1.0, 7.0), 100)[: 20 * 25].reshape(20, 25)
    matrix[3, :3] = np.nan
    matrix[4, 7] = 9
    return ps.score(matrix, bfi, invalid="mark")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_scores(golden, scores, language):
    ps.set_language(language)
    golden(f"scores.{language}.txt", repr(scores))
    golden(f"scores.{language}.html", scores._repr_html_())
    golden("column.txt", repr(scores["agreeableness"]))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_instruments(golden, language):
    ps.set_language(language)
    golden(f"instruments.{language}.txt", repr(ps.instruments()))
    golden(f"instruments.{language}.html", ps.instruments()._repr_html_())
    golden(f"integrity-survey.{language}.html", ps.instrument("integrity-survey")._repr_html_())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_errors(golden, bfi, language):
    ps.set_language(language)
    matrix = np.full((30, 25), 3.0)
    matrix[5:25, 1] = 8
    with pytest.raises(ps.Error) as caught:
        ps.score(matrix, bfi)
    golden(f"error.{language}.txt", str(caught.value))


def test_html_is_escaped(bfi):
    import json

    changed = json.loads(bfi.to_json())
    changed["about"] = {"en": "<script>alert(1)</script>", "fr": "« & »"}
    assert "<script" not in ps.load_instrument(changed)._repr_html_()
