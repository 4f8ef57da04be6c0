// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Whether every peer role needs a competency, or some roles do.
enum class competency_kind : std::uint8_t {
    core,
    special,
};

template <>
inline constexpr auto words_of<competency_kind> = std::to_array<std::string_view>(
    {"core", "special"});

}  // namespace peersupport
