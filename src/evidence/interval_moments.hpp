// SPDX-License-Identifier: Apache-2.0
// Exact mean and variance of scaled whole numbers, and the mean with respondents at both ends.
#pragma once

#include "peersupport/evidence/interval.hpp"

#include <optional>

namespace peersupport::evidence {

struct exact_moments {
    std::int64_t n = 0;
    double mean = 0;
    double squares = 0;  ///< Σ (score − mean)²
    double least = 0, greatest = 0;
    bool fits = true;  ///< the sums were exact
};

[[nodiscard]] exact_moments exact_moments_of(const scaled_numbers& scores) noexcept;

/// The mean with `ends` respondents at each end of the possible range.
struct bounded_mean {
    double mean = 0;
    double error_variance = 0;  ///< of the mean
    double df = 0;
};
[[nodiscard]] bounded_mean bounded(const exact_moments& of, const mean_rule& by) noexcept;

/// B. L. Welch's test of first − second.
struct welch_test {
    double centre = 0;  ///< difference of the two means
    double half = 0;    ///< half the width of its interval
    double t = 0, df = 0;
    double p = 1;  ///< two-sided
};

/// Nothing where neither mean has an error.
[[nodiscard]] std::optional<welch_test> welch_of(const bounded_mean& first, const bounded_mean& second,
                                                 double confidence) noexcept;

}  // namespace peersupport::evidence
