// SPDX-License-Identifier: Apache-2.0
// Means, intervals and tests of bounded scores from their exact bins (docs/evidence.md, "Intervals" and "Views").
#pragma once

#include "peersupport/evidence/figure.hpp"
#include "peersupport/evidence/score_bin.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::evidence {

/// The highest possible score; the lowest is 0.
inline constexpr double full_score = 100;

/// What a mean and its interval need of the scores of a group.
struct score_moments {
    std::int64_t people = 0;
    double mean = 0;
    double squares = 0;  ///< Σ (score − mean)²
};

/// Bins ascending by score_bin::order, each there once: then the result depends on nothing but the scores. Sums of each
/// denominator are exact; those of different denominators are added in ascending order.
[[nodiscard]] score_moments moments_of(std::span<const score_bin> bins);

/// To one decimal, halves away from 0.
[[nodiscard]] double one_decimal(double x) noexcept;

/// How an interval is made.
struct interval_rule {
    double ends = 0.25;  ///< respondents added at each end of the possible range
    double confidence = 0.95;
};

/// The plain mean with the bounded-mean interval, clipped to 0…100. People at least 2.
[[nodiscard]] figure mean_figure(const score_moments& of, const interval_rule& by);

/// The mean of people over units, `mean`, with an interval by units: the mean is a ratio of two sums over units, its
/// variance by linearisation (W. G. Cochran 1977, 6.5), t with units − 1 degrees of freedom, clipped. Of one unit:
/// 0…100.
[[nodiscard]] figure units_figure(std::span<const score_moments> units, double mean, double confidence);

/// A difference of two means, with its interval and two-sided p.
struct mean_difference {
    figure difference;  ///< clipped to −100…100
    double p = 1;
};

/// first − second by Welch's test on the two ended means. Both of at least 2 people.
[[nodiscard]] mean_difference difference_of(const score_moments& first, const score_moments& second,
                                            const interval_rule& by);

/// Holm's adjusted p values, in the order given.
[[nodiscard]] std::vector<double> holm(std::span<const double> p);

/// A share in percent with the Wilson interval; of > 0.
[[nodiscard]] figure share_figure(std::int64_t part, std::int64_t of, double confidence);

}  // namespace peersupport::evidence
