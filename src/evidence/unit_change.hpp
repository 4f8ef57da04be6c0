// SPDX-License-Identifier: Apache-2.0
// Change of a unit against a baseline, and its values over the waves.
#pragma once

#include "evidence/wave_table.hpp"
#include "peersupport/evidence/integrity_profile.hpp"
#include "peersupport/evidence/integrity_request.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace peersupport::evidence {

/// A stored baseline and what of it may be shown.
struct baseline_table {
    const snapshot* stored = nullptr;
    wave_table then;
};

/// `from` may be null: there is none.
[[nodiscard]] unit_change change_of(const assessment& at, const wave_table& table, std::size_t unit,
                                    const baseline_table* from);

/// `tables`: one for each wave, in time. A wave that the baseline (may be null) has with other answers is hidden.
[[nodiscard]] std::vector<value_series> series_of(const assessment& at, std::span<const wave_table> tables,
                                                  const baseline_table* from, std::string_view unit);

/// Process series of the tally and of the request, ascending by id.
[[nodiscard]] std::vector<process_result> process_of(const assessment& at, const integrity_request& asked,
                                                     std::string_view unit);

/// Whether two definitions read the same instrument in the same way: their first number is the same.
[[nodiscard]] bool same_major(std::string_view first, std::string_view second) noexcept;

}  // namespace peersupport::evidence
