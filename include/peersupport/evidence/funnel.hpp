// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/statistic.hpp"
#include "peersupport/text/result.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace peersupport {

/// How much more units may differ than chance alone would have it. Spiegelhalter 2005.
enum class funnel_dispersion : std::uint8_t {
    none = 0,
    multiplicative = 1,  ///< φ: mean of z²
    winsorized = 2,      ///< φ: the same after the outer z are pulled in to their quantiles (type 7)
};

struct funnel_options {
    double target = 0;  ///< the line; NaN: of all units together
    funnel_dispersion dispersion = funnel_dispersion::none;
    double winsorized_share = 0.1;  ///< at each end, 0…0.5
};

/// One unit, in the order given.
struct funnel_point {
    double value = 0;  ///< NaN where `why` is not computed
    double z = 0;      ///< (value − target) / standard error at the target, without φ
    double standard_error = 0;
    statistic_reason why = statistic_reason::computed;  ///< empty_subgroup: nobody counted
};

/// Whether single units differ from a line more than their size explains. It puts no unit before another.
struct funnel {
    double target = 0;
    double phi = 1;          ///< as computed; limits use the larger of φ and 1
    double mean_square = 0;  ///< of all z: φ without winsorizing; NaN without units
    std::vector<funnel_point> points;
    statistic_reason why = statistic_reason::computed;  ///< too_few_rows: no unit; no_variance: the target is 0 or 1
};

/// Shares. Errors: shape_mismatch, field_value (events outside 0…n), invalid_argument, too_large (a sum past 2^53).
[[nodiscard]] result<funnel> funnel_of_shares(std::span<const std::int64_t> events, std::span<const std::int64_t> n,
                                              const funnel_options& options);
/// Means of n people with one common standard deviation. NaN or n = 0: nobody counted. The line of all together
/// weighs by n. Errors as for shares.
[[nodiscard]] result<funnel> funnel_of_means(std::span<const double> means, std::span<const std::int64_t> n,
                                             double deviation, const funnel_options& options);

/// The limits at one size: target ± z(p) · √max(φ, 1) · standard error, clipped to [lowest, highest].
struct funnel_limit {
    double lower = 0;
    double upper = 0;
};
/// `inside` is the share of units that chance alone leaves inside, e.g. 0.95 and 0.998. NaN without limits.
[[nodiscard]] funnel_limit limit_of(const funnel& of, double standard_error, double inside, double lowest,
                                    double highest) noexcept;
/// −1, 0, 1: below, within, above the limits.
[[nodiscard]] int position_of(const funnel& of, const funnel_point& point, double inside) noexcept;

}  // namespace peersupport
