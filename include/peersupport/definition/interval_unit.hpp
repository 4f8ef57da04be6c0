// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// The unit of how often something happens, or of a limit.
enum class interval_unit : std::uint8_t {
    none,
    day,
    week,
    month,
    quarter,
    year,
};

template <>
inline constexpr auto words_of<interval_unit> = std::to_array<std::string_view>(
    {"none", "day", "week", "month", "quarter", "year"});

}  // namespace peersupport
