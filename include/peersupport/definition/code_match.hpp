// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// How a code of another system fits a row of the definition.
enum class code_match : std::uint8_t {
    equivalent,
    wider,
    narrower,
    related,
    none,
};

template <>
inline constexpr auto words_of<code_match> = std::to_array<std::string_view>(
    {"equivalent", "wider", "narrower", "related", "none"});

}  // namespace peersupport
