// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/tally_plan.hpp"
#include "peersupport/scoring/answers.hpp"
#include "peersupport/text/status.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace peersupport {

/// Writes 1 where a row has something other than blank in an item of header().forms[form], 0 where the form was left
/// empty. Returns ok, invalid_argument or shape_mismatch (columns; `answered` has one place a row).
[[nodiscard]] status answered_rows(const tally_plan& by, std::size_t form, const answers& of,
                                   std::span<std::uint8_t> answered) noexcept;

}  // namespace peersupport
