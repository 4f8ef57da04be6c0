// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/statistic.hpp"

#include <cstdint>
#include <span>

namespace peersupport {

/// Real numbers made whole: value = whole / scale, scale a power of ten or of two. Sums of them are exact and do not
/// depend on their order.
struct scaled_numbers {
    std::span<const std::int64_t> whole;
    double scale = 1;
};

/// A share x of n, 0…1, with E. B. Wilson's 1927 interval; `corrected` with continuity correction (R. G. Newcombe 1998,
/// method 4). too_few_rows: n < 1. code_outside: x outside 0…n.
[[nodiscard]] statistic wilson_interval(std::int64_t x, std::int64_t n, double confidence = 0.95,
                                        bool corrected = false);
/// The same with C. J. Clopper and E. S. Pearson's 1934 exact interval.
[[nodiscard]] statistic clopper_pearson_interval(std::int64_t x, std::int64_t n, double confidence = 0.95);

/// How the interval of a mean of bounded scores is made.
struct mean_rule {
    double low = 0;      ///< lowest possible score
    double high = 100;   ///< highest possible score
    double ends = 0.25;  ///< respondents added at each end of the possible range; 0 gives Student's interval
    double confidence = 0.95;
};

/// A mean with its interval: Student's t on the scores and `ends` respondents at each end, n − 1 degrees of freedom,
/// clipped to the possible range where ends > 0. Plain t misses the mean of skewed scores far too often for n below 40.
/// The value is the plain mean. too_few_rows: no score. no_bound: one score, or no variance and ends = 0.
/// code_outside: ends > 0 and a score outside the range. too_large: n · scores beyond 128 bits.
[[nodiscard]] statistic mean_interval(const scaled_numbers& scores, const mean_rule& by = {});

/// A difference of two means.
struct mean_gap {
    statistic gap;  ///< first − second
    double t = 0, df = 0;
    double p = 0;  ///< two-sided
};
/// B. L. Welch's 1947 test and interval for two means; with ends > 0 on the two bounded means, clipped to what is
/// possible. The value is the difference of the plain means. too_few_rows: fewer than two scores in a group. no_bound:
/// neither group varies.
[[nodiscard]] mean_gap welch_gap(const scaled_numbers& first, const scaled_numbers& second, const mean_rule& by = {});

}  // namespace peersupport
