// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/tally_cell.hpp"

#include <span>

namespace peersupport::evidence {

/// Whether nobody stands twice in the same form, unit and wave. Cells ascend by key, people within a cell.
[[nodiscard]] bool people_once(std::span<const tally_cell> cells);
/// Whether nobody stands in the same form, unit and wave of both; each list holds everybody once.
[[nodiscard]] bool people_apart(std::span<const tally_cell> a, std::span<const tally_cell> b);

}  // namespace peersupport::evidence
