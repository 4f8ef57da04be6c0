// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/rating_tally.hpp"
#include "peersupport/evidence/statistic.hpp"

#include <cstdint>
#include <span>

namespace peersupport {

/// What agreement by chance is taken to be; π is the mean over units of each category's share.
enum class chance_model : std::uint8_t {
    gwet = 0,              ///< Σ π(1 − π) / (q − 1): AC1, with weights AC2. Gwet 2008
    brennan_prediger = 1,  ///< 1 / q. Brennan and Prediger 1981
    fleiss = 2,            ///< Σ π²: Fleiss' kappa for any number of ratings a unit. Gwet 2014
    scott = 3,             ///< as fleiss, two raters, from the units both rated. Scott 1955
};

struct agreement_result {
    statistic coefficient;  ///< (observed − expected) / (1 − expected)
    double observed = 0;    ///< mean over units with two ratings or more of the weighted share of agreeing pairs
    double expected = 0;
    double standard_error = 0;  ///< over units; known for two ratings a unit without weights, else NaN
};

/// Agreement corrected for chance, of any number of raters with gaps. `weights` are disagreement weights as for
/// cohen_kappa(); empty means unweighted. The interval (t, n − 1 degrees of freedom, Gwet 2014) exists where every
/// unit has two ratings and there are no weights; else the reason is no_bound.
/// Reasons: too_few_rows (no unit with two ratings), too_few_columns (scott without exactly two raters, or one category
/// for gwet), no_expected_disagreement, too_large. Errors: shape_mismatch, field_value (weights).
[[nodiscard]] result<agreement_result> chance_corrected(const rating_tally& of, chance_model model,
                                                        std::span<const std::int64_t> weights, double confidence);

}  // namespace peersupport
