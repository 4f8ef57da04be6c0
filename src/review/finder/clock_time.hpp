// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/reading.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace peersupport::review {

/// A time of day as it is written.
struct clock_time {
    std::uint32_t begin = 0, end = 0;  ///< tokens
    int hour = 0, minute = 0;          ///< as written; am and pm reckoned in
    bool half_known = false;           ///< whether morning or afternoon is certain
    [[nodiscard]] bool exists() const noexcept { return hour < 24 && minute < 60; }
    [[nodiscard]] int minutes() const noexcept { return hour * 60 + minute; }
};

/// The time of day that begins at token t: 14:30, 2:30 pm, 2 pm, 14 h 30, 14h.
[[nodiscard]] std::optional<clock_time> clock_at(const reading& in, std::uint32_t t) noexcept;

}  // namespace peersupport::review
