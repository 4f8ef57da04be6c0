// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace peersupport {

/// A figure with its 95 % interval, in points 0…100 (value scores), percent 0…100 (shares) or, for differences,
/// points −100…100.
struct figure {
    double value = 0;
    double low = 0;
    double high = 0;
    friend bool operator==(const figure&, const figure&) = default;
};

/// A share of people in percent, with its Wilson interval and the people it counts.
struct people_share {
    figure share;
    std::int64_t people = 0;
    friend bool operator==(const people_share&, const people_share&) = default;
};

}  // namespace peersupport
