// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"

#include <array>
#include <string_view>

namespace peersupport {

/// The words in which an enumeration stands in files, in the order of its enumerators.
template <class Enum>
inline constexpr auto words_of = nullptr;

template <>
inline constexpr auto words_of<standing> =
    std::to_array<std::string_view>({"published", "derived", "proposed"});

}  // namespace peersupport
