// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Where the French wording of a name comes from.
enum class wording_status : std::uint8_t {
    official,  ///< the row cites a French text of the body that set the term
    usage,     ///< in use among francophone peer workers; no body set it
    working,   ///< our translation, until the official wording is read or agreed
};

template <>
inline constexpr auto words_of<wording_status> =
    std::to_array<std::string_view>({"official", "usage", "working"});

}  // namespace peersupport
