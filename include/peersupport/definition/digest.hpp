// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::tables {

/// SHA-256 of the canonical definition's RFC 8785 bytes; a test computes it anew.
inline constexpr std::string_view digest{
    "75540bc2fa5862929b44e6cb69a92f6a7a9e9189756fbb9154ff80a5aec92e37", 64};

}  // namespace peersupport::tables
