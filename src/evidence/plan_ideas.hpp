// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/limit_findings.hpp"
#include "peersupport/evidence/integrity_profile.hpp"

#include <string_view>

namespace peersupport::evidence {

/// The plan skeleton for a unit whose gaps and eroded items are known. For each item over a declared limit, in the
/// order of the limits, the idea that helps most with it comes first, whoever can change it; then what the organization
/// and the system can change.
[[nodiscard]] improvement_plan plan_of(const assessment& at, std::string_view wave, const unit_profile& found,
                                       const limit_findings& limits);

}  // namespace peersupport::evidence
