// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::tables {

/// SHA-256 of the canonical definition's RFC 8785 bytes; a test computes it anew.
inline constexpr std::string_view digest{
    "59d90f8a9c62e814e34f0a82b008fd6caa3052b0bceebccb367a576c6a54a165", 64};

}  // namespace peersupport::tables
