// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace peersupport::review {

/// A stretch of tokens, the end not included.
struct token_range {
    std::uint32_t begin, end;
};

}  // namespace peersupport::review
