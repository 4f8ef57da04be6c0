// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/date.hpp"

#include <cstdint>

namespace peersupport {

/// What stands for a day that nobody stated.
inline constexpr std::int32_t no_day = INT32_MIN;

/// Days since 1970-01-01, negative before it; the day is valid.
[[nodiscard]] std::int32_t day_number(const date& day) noexcept;
/// The day with this number; the number is one that day_number() gives.
[[nodiscard]] date date_of(std::int32_t number) noexcept;
/// Whether the number is no_day or stands for a day of the years that are read from files.
[[nodiscard]] bool is_day_number(std::int32_t number) noexcept;

}  // namespace peersupport
