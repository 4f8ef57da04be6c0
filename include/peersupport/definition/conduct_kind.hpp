// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Conduct is the same for everyone; a boundary is made together.
enum class conduct_kind : std::uint8_t {
    conduct,
    boundary,
};

template <>
inline constexpr auto words_of<conduct_kind> = std::to_array<std::string_view>(
    {"conduct", "boundary"});

}  // namespace peersupport
