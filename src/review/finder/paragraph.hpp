// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/reading.hpp"

#include <cstdint>

namespace peersupport::review {

/// What is told in one paragraph is no part of a date or a time in the one before.
[[nodiscard]] inline bool begins_paragraph(const reading& in, std::uint32_t t) noexcept {
    return t < in.tokens.size() && (in.tokens[t].shape & shape::paragraph) != 0;
}

}  // namespace peersupport::review
