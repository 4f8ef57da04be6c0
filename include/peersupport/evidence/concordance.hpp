// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/intraclass_sums.hpp"
#include "peersupport/evidence/rating_tally.hpp"
#include "peersupport/evidence/statistic.hpp"

#include <cstdint>

namespace peersupport {

/// Whether Kendall's W is corrected for equal ranks.
enum class tied_ranks : std::uint8_t { corrected = 0, uncorrected = 1 };

/// Kendall's coefficient of concordance W: do raters put the units in the same order? Kendall 1948. No interval.
struct concordance_result {
    statistic w;            ///< 0…1; n counts units
    double chi_square = 0;  ///< raters · (n − 1) · W, Friedman's test
    double degrees_of_freedom = 0;
    double p = 0;  ///< good for many units only
};

/// Units with a gap: unbalanced, or left out. Reasons: too_few_rows (under two units), too_few_columns (under two
/// raters), no_variance (a rater gave all units the same, corrected for ties and all did), unbalanced, too_large; else
/// no_bound.
[[nodiscard]] concordance_result kendall_w(const rating_values& ratings, tied_ranks ties, bool leave_out_incomplete);
/// From a tally with `pairs` in which every unit is complete. Reasons also: not_identified (a tally without pairs).
[[nodiscard]] concordance_result kendall_w(const rating_tally& of, tied_ranks ties);

}  // namespace peersupport
