// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/intraclass_sums.hpp"
#include "peersupport/evidence/statistic.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport {

/// Agreement within one group of raters about one thing, against answers spread evenly over the options.
struct within_group_result {
    statistic agreement;  ///< r_WG(J): J(1 − ρ) / (J(1 − ρ) + ρ); James, Demaree and Wolf 1984. Rises with J
    double agreement_star =
        0;  ///< r*_WG(J) = 1 − ρ; Lindell, Brandt and Whitney 1999. Does not rise with J; may be below 0
    double variance_share = 0;  ///< ρ: mean item variance (n − 1) / variance of even answers, (A² − 1) / 12
    bool below_zero = false;    ///< ρ > 1: the formula leaves its range, and r_WG(J) is set to 0, as usual
    std::int64_t left_out = 0;  ///< raters of the group with a gap
};

/// One result a group, in the order of their numbers. Columns are the J items; a rater with a gap is left out.
/// `options` A ≥ 2 is the number of answers to choose from, one `unit` apart. No interval.
/// Reasons: too_few_rows (under two complete raters), code_outside (answers lie further apart than the options),
/// too_large; else no_bound. Errors: shape_mismatch, invalid_argument.
[[nodiscard]] result<std::vector<within_group_result>> within_group_agreement(const rating_values& ratings,
                                                                              std::span<const std::uint32_t> group,
                                                                              std::size_t groups, std::int64_t options,
                                                                              std::int64_t unit);

}  // namespace peersupport
