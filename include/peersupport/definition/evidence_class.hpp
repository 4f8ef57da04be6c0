// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// What kind of knowledge stands behind a change idea.
enum class evidence_class : std::uint8_t {
    trial,
    study,
    standard,
    guidance,
    practice,
    consensus,
};

template <>
inline constexpr auto words_of<evidence_class> = std::to_array<std::string_view>(
    {"trial", "study", "standard", "guidance", "practice", "consensus"});

}  // namespace peersupport
