// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Where drift usually starts. A hint for the conversation, never a finding about somebody.
enum class drift_origin : std::uint8_t {
    organization,
    worker,
    either,
};

template <>
inline constexpr auto words_of<drift_origin> = std::to_array<std::string_view>(
    {"organization", "worker", "either"});

}  // namespace peersupport
