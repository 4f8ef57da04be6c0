// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// The sequence a step belongs to.
enum class improvement_cycle : std::uint8_t {
    innovation,
    test,
    model,
};

template <>
inline constexpr auto words_of<improvement_cycle> = std::to_array<std::string_view>(
    {"innovation", "test", "model"});

}  // namespace peersupport
