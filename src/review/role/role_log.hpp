// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/review/role_report.hpp"
#include "peersupport/review/role_description.hpp"
#include "review/compiled_rules.hpp"

#include <span>
#include <string_view>

namespace peersupport::review {

/// The row of activity codes with this id, with or without "activity-"; null when there is none.
[[nodiscard]] const activity_code* find_activity(const definition& by, std::string_view id) noexcept;

/// What a row of a log counts as: outside the role when a drift is done there; else what its code or the duties that stand
/// in it say; else nothing was recognized.
[[nodiscard]] role_entry entry_of(const role_activity& row, std::span<const role_finding> findings, const compiled_rules& rules, const definition& by);

}  // namespace peersupport::review
