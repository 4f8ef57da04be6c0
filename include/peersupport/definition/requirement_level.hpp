// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// How much something is asked for.
enum class requirement_level : std::uint8_t {
    must,
    should,
    could,
    role,
};

template <>
inline constexpr auto words_of<requirement_level> = std::to_array<std::string_view>(
    {"must", "should", "could", "role"});

}  // namespace peersupport
