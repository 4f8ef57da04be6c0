// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/decimal.hpp"
#include "scoring/compiled.hpp"

#include <cstddef>
#include <utility>

namespace peersupport::evidence {

/// Ends between which every score of a scale lies, whichever items were answered. They need not be reached.
[[nodiscard]] std::pair<ratio, ratio> score_range(const scoring::compiled& in, std::size_t scale);

}  // namespace peersupport::evidence
