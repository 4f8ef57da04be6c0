// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/decimal.hpp"

namespace peersupport {

/// The correctly rounded double of a decimal (Clinger's fast path: mantissa and power are both exact).
[[nodiscard]] double to_double(decimal d) noexcept;

}  // namespace peersupport
