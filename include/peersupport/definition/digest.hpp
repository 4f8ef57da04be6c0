// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::tables {

/// SHA-256 of the canonical definition's RFC 8785 bytes; a test computes it anew.
inline constexpr std::string_view digest{
    "cd5e3f5fa5038299b7cb0bf04bb967ed9e103fcbdfc4379a004e2b87a3b91ba9", 64};

}  // namespace peersupport::tables
