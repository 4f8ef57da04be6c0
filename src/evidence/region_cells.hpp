// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/wave_table.hpp"
#include "peersupport/evidence/integrity_profile.hpp"
#include "peersupport/evidence/integrity_request.hpp"

#include <optional>

namespace peersupport::evidence {

/// The units together; none with fewer than two, or with so few that leaving the others unnamed would name them.
[[nodiscard]] std::optional<region_profile> region_of(const assessment& at, const wave_table& table,
                                                      const integrity_request& asked);

/// The strata of the tally, over units; nothing where unnamed units would be too few.
[[nodiscard]] equity_profile equity_of(const assessment& at, const wave_table& table, const integrity_request& asked);

}  // namespace peersupport::evidence
