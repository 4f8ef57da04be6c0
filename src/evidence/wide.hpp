// SPDX-License-Identifier: Apache-2.0
// Sums of 128 bits as the public headers hold them.
#pragma once

#include "evidence/big_integer.hpp"
#include "peersupport/evidence/intraclass_sums.hpp"

namespace peersupport::evidence {

__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 unsigned_wide;

[[nodiscard]] constexpr wide value_of(const wide_sum& s) noexcept {
    return static_cast<wide>(static_cast<unsigned_wide>(static_cast<std::uint64_t>(s.high)) << 64 | s.low);
}
[[nodiscard]] constexpr wide_sum sum_of(wide v) noexcept {
    return {static_cast<std::uint64_t>(v), static_cast<std::int64_t>(v >> 64)};
}
/// The same number, for exact arithmetic.
[[nodiscard]] inline big_integer whole(const wide_sum& s) noexcept {
    const bool negative = s.high < 0;
    const wide v = value_of(s);
    const unsigned_wide magnitude = negative ? ~static_cast<unsigned_wide>(v) + 1 : static_cast<unsigned_wide>(v);
    constexpr std::uint64_t part = (std::uint64_t{1} << 62) - 1;
    const auto limb = [&](int at) {
        return big_integer(static_cast<std::int64_t>(static_cast<std::uint64_t>(magnitude >> at) & part));
    };
    const big_integer step = std::int64_t{1} << 62, to = (limb(124) * step + limb(62)) * step + limb(0);
    return negative ? big_integer(0) - to : to;
}

}  // namespace peersupport::evidence
