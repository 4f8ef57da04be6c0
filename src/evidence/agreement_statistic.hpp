// SPDX-License-Identifier: Apache-2.0
// What the agreement statistics share: results without a value or without an interval, and exact weighted counts.
#pragma once

#include "evidence/big_integer.hpp"
#include "peersupport/evidence/rating_tally.hpp"
#include "peersupport/evidence/statistic.hpp"

#include <limits>
#include <span>
#include <string_view>

namespace peersupport::evidence {

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

[[nodiscard]] inline statistic not_given(statistic_reason why, std::string_view estimator, std::int64_t n) noexcept {
    return {not_a_number, not_a_number, not_a_number, why, estimator, n, 0};
}
/// A value without an interval; NaN, which only an overflow gives, is too_large.
[[nodiscard]] inline statistic without_bounds(double value, std::string_view estimator, std::int64_t n) noexcept {
    if (value != value) return not_given(statistic_reason::too_large, estimator, n);
    return {value, not_a_number, not_a_number, statistic_reason::no_bound, estimator, n, 0};
}
/// A value with low and high where both are numbers.
[[nodiscard]] inline statistic with_bounds(double value, double low, double high, std::string_view estimator,
                                           std::int64_t n) noexcept {
    if (value != value || low != low || high != high) return without_bounds(value, estimator, n);
    return {value, low, high, statistic_reason::computed, estimator, n, 0};
}

/// Disagreement weights: q × q whole numbers 0…10⁹ with zeros on the diagonal, not all zero unless q is 1.
[[nodiscard]] status check_weights(std::span<const std::int64_t> weights, std::size_t categories) noexcept;

}  // namespace peersupport::evidence
