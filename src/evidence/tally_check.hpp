// SPDX-License-Identifier: Apache-2.0
// Whether what was read as a tally could have been counted at all.
#pragma once

#include "peersupport/evidence/series_count.hpp"
#include "peersupport/evidence/tally_cell.hpp"
#include "peersupport/evidence/tally_header.hpp"

namespace peersupport::evidence {

[[nodiscard]] bool is_sound(const tally_header& header) noexcept;
/// The cell's form is that form, and its lists have the form's sizes.
[[nodiscard]] bool is_sound(const tally_cell& cell, const tally_form& form, const tally_header& header);
[[nodiscard]] bool is_sound(const series_count& point) noexcept;

}  // namespace peersupport::evidence
