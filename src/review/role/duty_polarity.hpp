// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/role_report.hpp"
#include "review/finder/token_range.hpp"
#include "review/reading.hpp"

#include <cstdint>
#include <span>

namespace peersupport::review {

/// Who does what stands at tokens begin … end − 1, told from its clause and from the lists it stands in. Settled before
/// anything is said about it: "does not give medication" is a limit of the role, not drift.
[[nodiscard]] duty_polarity polarity_of(const reading& in, std::span<const token_range> excluded, std::uint32_t begin, std::uint32_t end) noexcept;

/// Whether its sentence says when, or who agrees.
[[nodiscard]] bool is_conditional(const reading& in, std::uint32_t begin) noexcept;

}  // namespace peersupport::review
