// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace peersupport {

/// Where the French wording of a name comes from.
enum class wording_status : std::uint8_t {
    official,  ///< the row cites a French text of the body that set the term
    usage,     ///< in use among francophone peer workers; no body set it
    working,   ///< our translation, until the official wording is read or agreed
};

}  // namespace peersupport
