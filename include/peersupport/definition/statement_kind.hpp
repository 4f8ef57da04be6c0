// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Whether a sentence says what peer support is, or what it is not.
enum class statement_kind : std::uint8_t {
    is,
    is_not,
};

template <>
inline constexpr auto words_of<statement_kind> = std::to_array<std::string_view>(
    {"is", "is-not"});

}  // namespace peersupport
