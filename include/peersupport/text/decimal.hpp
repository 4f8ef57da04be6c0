// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace peersupport {

/// An exact decimal: mantissa × 10^exponent, |mantissa| ≤ 2^53, |exponent| ≤ 22.
/// One IEEE operation turns it into the correctly rounded double (Clinger 1990),
/// which is why longer decimals are refused where files are read.
struct decimal {
    std::int64_t mantissa = 0;
    std::int32_t exponent = 0;
    friend constexpr bool operator==(const decimal&, const decimal&) = default;
};

/// A fraction of whole numbers; the denominator is positive.
struct ratio {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    friend constexpr bool operator==(const ratio&, const ratio&) = default;
};

}  // namespace peersupport
