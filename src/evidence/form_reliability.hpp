// SPDX-License-Identifier: Apache-2.0
// How far the items of each value hang together, of the receivers' form in one wave and language, over units.
#pragma once

#include "evidence/wave_table.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace peersupport::evidence {

struct form_reliability {
    std::string_view language;    ///< empty: not known
    std::int64_t people = 0;      ///< behind the value that the fewest answered
    std::optional<double> lower;  ///< the lowest of the values' lower Feldt bounds; none where a value has none
};

/// One for each language, ascending; none without cross-products.
[[nodiscard]] std::vector<form_reliability> reliability_of(const assessment& at, std::string_view wave);

}  // namespace peersupport::evidence
