// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/decimal.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace peersupport::exchange {

/// Reads a number that follows JSON's grammar as an exact decimal; nothing when it does not fit the
/// mantissa and exponent of `decimal`. Equal values give equal decimals (1.50 = 1.5 = 15e-1): the exponent
/// is as close to zero as the mantissa allows.
[[nodiscard]] std::optional<decimal> parse_decimal(std::string_view number) noexcept;

/// Compares by value, exactly; both sides within the bounds of `decimal`.
[[nodiscard]] std::strong_ordering compare(const decimal& a, const decimal& b) noexcept;

/// Appends the decimal as a JSON number.
void append_decimal(std::string& out, const decimal& value);

}  // namespace peersupport::exchange
