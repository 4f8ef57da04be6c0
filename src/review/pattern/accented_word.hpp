// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace peersupport::review {

/// A word whose accents a pattern insists on.
struct accented_word {
    std::uint32_t word;
    std::uint32_t accents;
    friend auto operator<=>(const accented_word&, const accented_word&) = default;
};

}  // namespace peersupport::review
