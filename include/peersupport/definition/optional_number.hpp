// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace peersupport {

/// A whole number that a row may leave open. Lighter than std::optional, and a literal.
struct optional_number {
    std::int32_t value = 0;  ///< 0 when there is none
    bool given = false;

    constexpr optional_number() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): written as `.hours = 34` in a table
    constexpr optional_number(std::int32_t number) noexcept : value(number), given(true) {}
    friend constexpr bool operator==(optional_number, optional_number) = default;
};

}  // namespace peersupport
