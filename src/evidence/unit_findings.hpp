// SPDX-License-Identifier: Apache-2.0
// What follows from a unit's shown cells: integrity, level, views and gaps. Never reads a cell that is not shown.
#pragma once

#include "evidence/limit_findings.hpp"
#include "evidence/wave_table.hpp"
#include "peersupport/definition/cut_set.hpp"
#include "peersupport/evidence/integrity_profile.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace peersupport::evidence {

/// Receivers' values in form order; none where not shown.
using value_figures = std::vector<std::optional<figure>>;

[[nodiscard]] value_figures receiver_figures(const assessment& at, const wave_table& table, std::size_t unit);

/// Established when every value is shown; else the reason, by the values' showing.
[[nodiscard]] unit_integrity integrity_of(const assessment& at, const value_figures& figures,
                                          std::span<const showing> values, bool overall);

/// The level of the lowest value, held down by declared limits.
[[nodiscard]] unit_level level_of(const assessment& at, const value_figures& figures, const unit_profile& found,
                                  const limit_findings& limits, const cut_set& cuts);

[[nodiscard]] std::vector<integrity_view> views_of(const assessment& at, const wave_table& table, std::size_t unit);

/// Gaps of values and items, largest first; of equals values first, then in form order.
[[nodiscard]] std::vector<practice_gap> gaps_of(const assessment& at, const unit_profile& found);

}  // namespace peersupport::evidence
