// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/release_group.hpp"

#include <optional>

namespace peersupport::evidence {

struct published_mean {
    std::optional<double> mean;
    std::optional<double> low;
    std::optional<double> high;
};

enum class interval_kind : std::uint8_t {
    none,      ///< the mean only
    by_people, ///< the bounded-mean interval of one unit
    by_units,  ///< the units are what varies
};

/// The mean of one scale (its place in the form) in a group, to one decimal.
[[nodiscard]] published_mean mean_of(const tally& of, const release_group& group, std::size_t scale,
                                     interval_kind kind);

}  // namespace peersupport::evidence
