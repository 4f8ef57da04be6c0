// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Whether something belongs in a note or stays out of it.
enum class guideline_kind : std::uint8_t {
    include,
    leave_out,
};

template <>
inline constexpr auto words_of<guideline_kind> = std::to_array<std::string_view>(
    {"include", "leave-out"});

}  // namespace peersupport
