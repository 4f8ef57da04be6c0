// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>

namespace peersupport {

/// What the responses of one cell have in common. Cells are kept ascending by it, member by member, byte by byte.
/// Each part is UTF-8 text of at most 256 bytes without control characters.
struct tally_key {
    std::string form;      ///< id of a form of the tally
    std::string unit;      ///< never empty
    std::string wave;      ///< empty: not divided by wave
    std::string language;  ///< "en", "fr", or empty: not known
    std::string stratum;   ///< a self-identified group of one stratifier; empty: not asked
    friend auto operator<=>(const tally_key&, const tally_key&) = default;
};

/// Whether every part is text as described (the form is not looked up).
[[nodiscard]] bool is_well_formed(const tally_key& key) noexcept;

}  // namespace peersupport
