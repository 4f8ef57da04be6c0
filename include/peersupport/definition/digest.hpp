// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::tables {

/// SHA-256 of the canonical definition's RFC 8785 bytes; a test computes it anew.
inline constexpr std::string_view digest{
    "ffc5f7808f766009a187b42e2d2e768eb25820dd82fe573f21b058a4fdc3228d", 64};

}  // namespace peersupport::tables
