// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace peersupport {

/// How many got one score: the fraction as score_batch() gives it, before any division, and the answers it
/// stands on. 3/4 and 6/8 are different bins when the rule writes them differently.
struct score_bin {
    std::int32_t answered = 0;     ///< items answered, > 0
    std::int64_t numerator = 0;    ///< exact
    std::int64_t denominator = 1;  ///< exact, > 0
    std::int64_t people = 0;       ///< > 0
    friend bool operator==(const score_bin&, const score_bin&) = default;
    /// The order of bins: by answered, numerator, denominator.
    [[nodiscard]] static std::strong_ordering order(const score_bin& a, const score_bin& b) noexcept {
        if (const auto first = a.answered <=> b.answered; first != 0) return first;
        if (const auto second = a.numerator <=> b.numerator; second != 0) return second;
        return a.denominator <=> b.denominator;
    }
};

}  // namespace peersupport
