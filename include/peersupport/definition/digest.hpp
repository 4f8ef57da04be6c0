// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::tables {

/// SHA-256 of the canonical definition's RFC 8785 bytes; a test computes it anew.
inline constexpr std::string_view digest{
    "28292a99a1cb675e5f136e5fbdb734d6542de399db2e249cc0701bde9870b2af", 64};

}  // namespace peersupport::tables
