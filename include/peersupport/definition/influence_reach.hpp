// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// How far a factor reaches: system, organization or team.
enum class influence_reach : std::uint8_t {
    macro,
    meso,
    micro,
};

template <>
inline constexpr auto words_of<influence_reach> = std::to_array<std::string_view>(
    {"macro", "meso", "micro"});

}  // namespace peersupport
