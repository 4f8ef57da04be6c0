// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/result.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace peersupport {

/// A day of the Gregorian calendar. Has no default: a day that nobody stated is a missing std::optional.
struct date {
    std::int16_t year;
    std::int8_t month;
    std::int8_t day;
    friend constexpr auto operator<=>(const date&, const date&) = default;
};

/// The years read from files; outside them a date is taken for a typing mistake.
inline constexpr std::int16_t earliest_year = 1900;
inline constexpr std::int16_t latest_year = 2200;

/// Whether the day exists and its year lies within earliest_year…latest_year.
[[nodiscard]] bool is_valid(const date& day) noexcept;

/// Reads exactly YYYY-MM-DD. Errors: date_malformed with the offset of the first byte that does not fit,
/// date_out_of_range (no such day, or outside 1900…2200). Throws std::bad_alloc only.
[[nodiscard]] result<date> parse_date(std::string_view text);

/// YYYY-MM-DD, for a valid day.
[[nodiscard]] std::string to_text(const date& day);

/// How many days `to` is after `from`; negative when it is before. Both valid.
[[nodiscard]] std::int32_t days_between(const date& from, const date& to) noexcept;

}  // namespace peersupport
