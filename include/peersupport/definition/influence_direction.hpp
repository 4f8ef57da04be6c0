// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Whether a factor helps peer support or hinders it.
enum class influence_direction : std::uint8_t {
    supports,
    hinders,
};

template <>
inline constexpr auto words_of<influence_direction> = std::to_array<std::string_view>(
    {"supports", "hinders"});

}  // namespace peersupport
