# SPDX-License-Identifier: Apache-2.0
"""Where estimators come from, as the functions' own descriptions name it."""

from __future__ import annotations

from .. import _core
from .._language import say

# by how the name of an estimator begins; a longer name comes before what it begins with
SOURCES = (
    ("alpha-pairwise/feldt", "L. S. Feldt 1965, interval"),
    ("alpha-listwise/feldt", "L. S. Feldt 1965, interval"),
    ("omega-one-factor-minres", "H. H. Harman and W. H. Jones 1966, minres"),
    ("icc-", "P. E. Shrout and J. L. Fleiss 1979; K. O. McGraw and S. P. Wong 1996"),
    ("cohen-kappa/", "J. L. Fleiss, J. Cohen and B. S. Everitt 1969, interval"),
    ("fleiss-kappa-generalized/", "K. L. Gwet 2014"),
    ("fleiss-kappa/", "J. L. Fleiss 1971"),
    ("gwet-ac/", "K. L. Gwet 2008, 2014"),
    ("brennan-prediger/", "R. L. Brennan and D. J. Prediger 1981"),
    ("scott-pi/", "W. A. Scott 1955"),
    ("krippendorff-alpha-", "K. Krippendorff 2011"),
    ("kendall-w/", "M. G. Kendall 1948"),
    ("rwg-j/", "L. R. James, R. G. Demaree and G. Wolf 1984"),
    ("share/wilson-corrected", "R. G. Newcombe 1998, method 4"),
    ("share/wilson", "E. B. Wilson 1927"),
    ("share/clopper-pearson", "C. J. Clopper and E. S. Pearson 1934"),
    ("gap/", "B. L. Welch 1947"),
    ("bootstrap/bca", "B. Efron 1987"),
    ("sem-residual/", "J. P. Weir 2005"),
    ("mdc-of-sem-residual/", "J. P. Weir 2005"),
    ("bland-altman-bias/", "J. M. Bland and D. G. Altman 1986"),
)


def citation(estimator: str) -> str:
    """The estimator, who it is from, and what computed it."""
    source = next((f" ({told})" for begin, told in SOURCES if estimator.startswith(begin)), "")
    return f"{estimator}{source}. {say('Computed with', 'Calculé avec')} peersupport {_core.__version__}."
