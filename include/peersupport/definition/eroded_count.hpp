// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// How often an item about an eroded value was met, to be counted.
enum class eroded_count : std::uint8_t {
    ever,  ///< any answer above the lowest frequency
    often,  ///< one of the highest frequencies; how many is row `integrity-often-options`
};

template <>
inline constexpr auto words_of<eroded_count> = std::to_array<std::string_view>(
    {"ever", "often"});

}  // namespace peersupport
