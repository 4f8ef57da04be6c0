// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// How sure we are that a code fits.
enum class confidence : std::uint8_t {
    high,
    medium,
    low,
};

template <>
inline constexpr auto words_of<confidence> = std::to_array<std::string_view>(
    {"high", "medium", "low"});

}  // namespace peersupport
