// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/wave_table.hpp"
#include "peersupport/evidence/integrity_profile.hpp"

namespace peersupport::evidence {

/// The plan skeleton for a unit whose gaps and eroded items are known. What helps with an item over a limit comes first,
/// whoever can change it; then what the organization and the system can change.
[[nodiscard]] improvement_plan plan_of(const assessment& at, const wave_table& table, std::size_t unit,
                                       const unit_profile& found);

}  // namespace peersupport::evidence
