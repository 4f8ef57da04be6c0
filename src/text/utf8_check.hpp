// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace peersupport {

/// The offset of the first byte that does not belong to well-formed UTF-8 (Unicode table 3-7: no overlong
/// forms, no surrogates, nothing above U+10FFFF), or npos.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text) noexcept;

}  // namespace peersupport
