// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/reading.hpp"

#include <cstdint>
#include <optional>

namespace peersupport::review {

/// A day as it is written: 2026-03-12, 12 mars, March 12.
struct calendar_day {
    std::uint32_t begin = 0, end = 0;  ///< tokens
    int year = 0;                      ///< 0: not written
    int month = 0, day = 0;

    /// Whether some calendar has it; leap years are not doubted where no year stands.
    [[nodiscard]] bool exists() const noexcept;
    /// Days in a year without a leap day, from 0, so that two days without a year can be held side by side.
    [[nodiscard]] int day_of_year() const noexcept;
};

/// The day that begins at token t.
[[nodiscard]] std::optional<calendar_day> calendar_day_at(const reading& in, std::uint32_t t) noexcept;

}  // namespace peersupport::review
