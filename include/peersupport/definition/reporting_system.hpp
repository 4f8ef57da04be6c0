// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// The reporting standard a code belongs to.
enum class reporting_system : std::uint8_t {
    ohrs,
    cds_mh,
    ocan,
    opoc,
    mha_pds,
};

template <>
inline constexpr auto words_of<reporting_system> = std::to_array<std::string_view>(
    {"ohrs", "cds-mh", "ocan", "opoc", "mha-pds"});

}  // namespace peersupport
