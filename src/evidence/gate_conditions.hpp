// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/form_reliability.hpp"
#include "evidence/limit_findings.hpp"
#include "peersupport/evidence/integrity_profile.hpp"
#include "peersupport/evidence/integrity_request.hpp"

#include <cstddef>
#include <span>

namespace peersupport::evidence {

/// The impact gate of a unit whose cells, integrity and change are known.
[[nodiscard]] impact_gate gate_of(const assessment& at, const integrity_request& asked, const wave_table& table,
                                  std::size_t unit, const unit_profile& found, const limit_findings& limits,
                                  std::span<const form_reliability> reliability);

}  // namespace peersupport::evidence
