// SPDX-License-Identifier: Apache-2.0
// Reads blocks of the caller's columns, whatever their type and stride.
#pragma once

#include "peersupport/scoring/answers.hpp"
#include "scoring/compiled.hpp"
#include "scoring/lanes.hpp"

#include <cstddef>
#include <cstdint>

namespace peersupport::scoring {

/// Codes of rows first … first+n−1. Cells that hold none become no_answer, out_of_range or not_whole.
void read_codes(const answer_column& from, std::size_t first, std::size_t n, std::int32_t* to) noexcept;

/// The same as classes of a lane table, blank_class or invalid_class; n ≤ block_rows.
void read_classes(const kernels& with, const answer_column& from, const lane_table& table, std::size_t first, std::size_t n,
                  std::uint8_t* to) noexcept;

/// The column's own bytes when they are classes already; else null.
[[nodiscard]] const std::uint8_t* own_classes(const answer_column& from, const lane_table& table, std::size_t first) noexcept;

}  // namespace peersupport::scoring
