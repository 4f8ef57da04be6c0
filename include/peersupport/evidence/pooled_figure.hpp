// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace peersupport {

/// A mean over units, in points 0…100 to one decimal, with its 95 % interval between units. Where a part of what it
/// stands on is hidden it is a whole number without an interval: closer figures would give the hidden parts away.
struct pooled_figure {
    double value = 0;
    std::optional<double> low;  ///< both or none
    std::optional<double> high;
    friend bool operator==(const pooled_figure&, const pooled_figure&) = default;
};

}  // namespace peersupport
