// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace peersupport::review {

/// A pattern that was found.
struct pattern_match {
    std::uint32_t pattern;
    std::uint32_t last;        ///< where the last element that it needs begins
    std::uint32_t begin, end;  ///< the tokens to underline, the end not included
    friend auto operator<=>(const pattern_match&, const pattern_match&) = default;
};

}  // namespace peersupport::review
