// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/intraclass_sums.hpp"
#include "peersupport/evidence/rating_tally.hpp"
#include "peersupport/evidence/statistic.hpp"

#include <cstdint>

namespace peersupport {

/// What the categories are, and with it how far two of them are apart. Krippendorff 2011, "Computing Krippendorff's
/// alpha-reliability".
enum class measurement_level : std::uint8_t {
    nominal = 0,   ///< 1 where they differ
    ordinal = 1,   ///< (ratings from the one to the other, half of those at the two ends)²
    interval = 2,  ///< (difference of the values)²
    ratio = 3,     ///< ((a − b) / (a + b))², values of 0 and more
};

struct krippendorff_result {
    statistic
        alpha;  ///< 1 − observed / expected; n counts units with two ratings or more; no interval (see resampling)
    double observed_disagreement = 0;
    double expected_disagreement = 0;
    std::int64_t pairable = 0;  ///< ratings in those units
};

/// Krippendorff's alpha of any number of raters with gaps; exact until the last division. Only the ratio level with
/// categories of many digits is finished in doubles of fixed order instead.
/// Reasons: too_few_rows (no unit with two ratings), no_expected_disagreement, not_identified (ratio level with a
/// negative category), too_large; else no_bound.
[[nodiscard]] krippendorff_result krippendorff_alpha(const rating_tally& of, measurement_level level);
/// At the interval level, of values of any number of categories.
[[nodiscard]] krippendorff_result krippendorff_alpha(const intraclass_sums& of);

}  // namespace peersupport
