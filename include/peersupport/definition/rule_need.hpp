// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// What a finding of the programme check asks for.
enum class rule_need : std::uint8_t {
    missing,
    check,
    say,
};

template <>
inline constexpr auto words_of<rule_need> = std::to_array<std::string_view>(
    {"missing", "check", "say"});

}  // namespace peersupport
