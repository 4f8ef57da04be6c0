// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport::evidence {

/// UTF-8 of at most 256 bytes without control characters; may be empty.
[[nodiscard]] bool is_key_text(std::string_view text) noexcept;

}  // namespace peersupport::evidence
