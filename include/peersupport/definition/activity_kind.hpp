// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// What an entry of an activity log is to the role.
enum class activity_kind : std::uint8_t {
    direct,
    indirect,
    legitimizing,
    outside,
    review,
};

template <>
inline constexpr auto words_of<activity_kind> = std::to_array<std::string_view>(
    {"direct", "indirect", "legitimizing", "outside", "review"});

}  // namespace peersupport
