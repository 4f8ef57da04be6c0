// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::tables {

/// Of the canonical definition: major when a score or the meaning of an id moves, minor when
/// rows are added, patch when only wording is mended.
inline constexpr std::string_view version{"1.3.0", 5};

}  // namespace peersupport::tables
