// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::tables {

/// SHA-256 of the canonical definition's RFC 8785 bytes; a test computes it anew.
inline constexpr std::string_view digest{
    "e073471aefdd1b1dd4b4a09c43c6d1c5128808f8da7fa90c09b4d5ceb2e0dc1d", 64};

}  // namespace peersupport::tables
