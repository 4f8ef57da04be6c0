// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// What a sentence to a person who uses peer support is about.
enum class guidance_kind : std::uint8_t {
    expect,
    may_refuse,
    may_ask,
    tell,
};

template <>
inline constexpr auto words_of<guidance_kind> = std::to_array<std::string_view>(
    {"expect", "may-refuse", "may-ask", "tell"});

}  // namespace peersupport
