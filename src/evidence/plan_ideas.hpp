// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/wave_table.hpp"
#include "peersupport/evidence/integrity_profile.hpp"

namespace peersupport::evidence {

/// The plan skeleton for a unit whose gaps and eroded items are known.
[[nodiscard]] improvement_plan plan_of(const assessment& at, const wave_table& table, const unit_profile& found);

}  // namespace peersupport::evidence
