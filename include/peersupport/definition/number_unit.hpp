// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// The unit of a number in the rules of service integrity.
enum class number_unit : std::uint8_t {
    none,
    people,
    workers,
    units,  ///< services, programmes, sites, agencies
    items,
    points,  ///< of a score from 0 to 100
    percent,
    hundredths,  ///< of a whole: 25 is a quarter
    days,
    waves,  ///< survey rounds
    options,  ///< answer options of an item
    ideas,  ///< change ideas
};

template <>
inline constexpr auto words_of<number_unit> = std::to_array<std::string_view>(
    {"none", "people", "workers", "units", "items", "points",
     "percent", "hundredths", "days", "waves", "options", "ideas"});

}  // namespace peersupport
