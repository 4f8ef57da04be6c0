// SPDX-License-Identifier: Apache-2.0
// The whole-number sums a bootstrap statistic is a function of. Squares and products are split into two parts at 2^40,
// so that weighted sums of them stay in 64 bits.
#pragma once

#include "peersupport/evidence/bootstrap.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::evidence {

/// Columns, rows and units that are resampled.
struct resampled_rows {
    bootstrap_statistic what;
    std::size_t columns = 0, rows = 0, units = 0;
    double scale = 1;
    std::vector<std::int64_t> value;  ///< row by row
    std::vector<std::uint8_t> there;  ///< row by row
    std::vector<std::uint32_t> unit;  ///< of each row; empty: row r is unit r

    [[nodiscard]] std::size_t unit_of(std::size_t row) const noexcept { return unit.empty() ? row : unit[row]; }
};

/// How many sums.
[[nodiscard]] std::size_t sum_count(bootstrap_statistic what, std::size_t columns) noexcept;
[[nodiscard]] bool fits_columns(bootstrap_statistic what, std::size_t columns) noexcept;
/// Adds `weight` times a row to the sums.
void add_row(const resampled_rows& of, std::size_t row, std::int64_t weight, std::span<std::int64_t> sums) noexcept;
/// The statistic of those sums, NaN where it does not exist.
[[nodiscard]] double statistic_of(bootstrap_statistic what, std::size_t columns, double scale,
                                  std::span<const std::int64_t> sums) noexcept;
/// No weighted sum can pass 2^62 while the weights of all rows add up to at most `weights`.
[[nodiscard]] bool sums_fit(const resampled_rows& of, double weights) noexcept;

}  // namespace peersupport::evidence
