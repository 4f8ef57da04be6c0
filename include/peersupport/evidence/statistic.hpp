// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"

#include <cstdint>
#include <string_view>

namespace peersupport {

/// Why a statistic was not given. Numbers are stable: they stand in files and in the C ABI.
enum class statistic_reason : std::uint8_t {
    computed = 0,                 ///< it was given
    too_few_rows = 1,             ///< fewer people or units than the statistic needs
    too_few_columns = 2,          ///< fewer items or raters than the statistic needs
    no_variance = 3,              ///< everybody answered the same, so there is nothing to relate
    no_expected_disagreement = 4, ///< all ratings fall in one category: agreement by chance cannot be told apart
    never_together = 5,           ///< two columns were never, or hardly ever, answered by the same rows
    not_positive = 6,             ///< pairwise covariances contradict each other (not positive semi-definite)
    not_identified = 7,           ///< the model has no single solution for this input
    no_bound = 8,                 ///< value known, interval not defined here (low and high are NaN)
    code_outside = 9,             ///< a code outside the categories that were named
    unbalanced = 10,              ///< this form of the statistic needs every cell
    too_large = 11,               ///< exact sums would pass the limit of the arithmetic
    empty_subgroup = 12,          ///< a subgroup without observations
    mixed_signs = 13,             ///< correlations or loadings of different sign: key the items first
};
inline constexpr std::uint8_t statistic_reason_count = 14;

/// The reason's id, e.g. "no-variance".
[[nodiscard]] std::string_view id_of(statistic_reason) noexcept;
/// A few plain words for people.
[[nodiscard]] std::string_view text_of(statistic_reason, language) noexcept;

/// One statistic with its interval and what it stands on. Where `why` is neither computed nor no_bound, value, low and high are NaN.
struct statistic {
    double value = 0;
    double low = 0;
    double high = 0;
    statistic_reason why = statistic_reason::computed;
    std::string_view estimator;      ///< id of the estimator and interval, e.g. "alpha-pairwise/feldt"; static text
    std::int64_t n = 0;              ///< rows (people, units) it used
    std::int64_t min_pairs = 0;      ///< smallest number of rows behind any pair of columns; 0 where pairs play no part
};

}  // namespace peersupport
