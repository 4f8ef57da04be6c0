// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/signature.hpp"
#include "review/pattern/symbol.hpp"

#include <cstdint>

namespace peersupport::review {

/// Which tokens an element of a pattern takes: those with one of its symbols, or of one of its shapes.
struct word_set {
    signature told;                      ///< of all its symbols
    std::uint32_t first = 0, count = 0;  ///< symbols, ascending
    std::uint32_t first_slot = 0, slot_mask = 0;  ///< the same symbols by hash, where they are many; 0: few
    std::uint32_t shapes = 0;
    bool has_class = false;  ///< a phrase may stand for it
};

}  // namespace peersupport::review
