// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/gram.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace peersupport::evidence {

/// All sums aₙ + bₙ of numbers of at most gram::most in size are again at most gram::most, which
/// leaves the sums their sign. Without a branch, so that it runs in vectors.
[[nodiscard]] inline bool sums_stay_within(std::span<const std::int64_t> a, std::span<const std::int64_t> b) noexcept {
    constexpr auto most = static_cast<std::uint64_t>(gram::most);
    std::uint64_t outside = 0;
    for (std::size_t n = 0; n < a.size(); ++n) {
        const std::uint64_t sum = static_cast<std::uint64_t>(a[n]) + static_cast<std::uint64_t>(b[n]);
        outside |= (most - sum) | (sum + most);
    }
    return outside >> 63 == 0;
}

}  // namespace peersupport::evidence
