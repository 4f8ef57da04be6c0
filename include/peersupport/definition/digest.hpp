// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::tables {

/// SHA-256 of the canonical definition's RFC 8785 bytes; a test computes it anew.
inline constexpr std::string_view digest{
    "d4d203b6395645c596dd8399c2f42fa47ac75a6a70367b5dae43f6c6ef5e34be", 64};

}  // namespace peersupport::tables
