// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// What a part of the constellation is.
enum class constellation_kind : std::uint8_t {
    hub,
    network,
    table,
    group,
    host,
    ring,
    members,
};

template <>
inline constexpr auto words_of<constellation_kind> = std::to_array<std::string_view>(
    {"hub", "network", "table", "group", "host", "ring", "members"});

}  // namespace peersupport
