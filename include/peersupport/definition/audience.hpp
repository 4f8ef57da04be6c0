// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Who a text about the role is written for.
enum class audience : std::uint8_t {
    everyone,
    staff,
    applicants,
    people_supported,
    funders,
};

template <>
inline constexpr auto words_of<audience> = std::to_array<std::string_view>(
    {"everyone", "staff", "applicants", "people-supported", "funders"});

}  // namespace peersupport
