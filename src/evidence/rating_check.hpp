// SPDX-License-Identifier: Apache-2.0
// What must hold of a rating tally's design.
#pragma once

#include "peersupport/evidence/rating_tally.hpp"

namespace peersupport::evidence {

/// How many numbers the joint tables of a design hold.
[[nodiscard]] constexpr std::size_t joint_numbers(const rating_design& d) noexcept {
    if (!d.pairs || d.columns == 0) return 0;
    return d.columns * (d.columns - 1) / 2 * d.categories.size() * d.categories.size();
}

[[nodiscard]] status check_design(const rating_design& d) noexcept;

}  // namespace peersupport::evidence
