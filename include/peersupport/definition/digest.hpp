// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::tables {

/// SHA-256 of the canonical definition's RFC 8785 bytes; a test computes it anew.
inline constexpr std::string_view digest{
    "f146d71d2028ee89cc2a5d0e1b3b95ef4f50dddbffe15839d15b9d7d0e8f8a80", 64};

}  // namespace peersupport::tables
