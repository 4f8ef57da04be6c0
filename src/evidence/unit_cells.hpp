// SPDX-License-Identifier: Apache-2.0
// What people of each perspective report in one unit: cells, items, eroded items, modules and outcomes.
#pragma once

#include "evidence/wave_table.hpp"
#include "peersupport/evidence/integrity_profile.hpp"

#include <cstddef>

namespace peersupport::evidence {

/// Fills heard, cells, items, eroded, modules and outcomes of a unit (its place in the table).
void write_cells(const assessment& at, const wave_table& table, std::size_t unit, unit_profile& to);

/// The figure of a value where it is shown, else none.
[[nodiscard]] std::optional<figure> mean_of(const assessment& at, const wave_table& table, std::size_t form,
                                            std::size_t unit, std::size_t value);

/// Scores of one item as bins of 0 … 100, ascending; one denominator.
[[nodiscard]] std::vector<score_bin> item_bins(const tally_item& item, const item_counts& counts);

/// Whether a form asks about outcomes or harm: a receivers' module with a scale of that id.
[[nodiscard]] bool is_outcome_form(const instrument& by, const read_form& form) noexcept;

}  // namespace peersupport::evidence
