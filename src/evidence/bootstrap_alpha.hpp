// SPDX-License-Identifier: Apache-2.0
// Alpha of a resample: from sums, and straight from bytes and weights.
#pragma once

#include "evidence/gram_lanes.hpp"
#include "peersupport/evidence/gram.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::evidence {

__extension__ typedef __int128 wide;

struct pair_sums {
    std::int64_t n, first, second;
    wide product;
};
/// Adds the covariance of a pair; false when there is none, or a column does not vary.
[[nodiscard]] bool add_covariance(const pair_sums& s, bool same, double& variances, double& all) noexcept;
[[nodiscard]] double alpha_of_covariances(double variances, double all, std::size_t columns) noexcept;

/// Complete rows: n, Σ over rows and columns, Σ of squared cells, Σ of squared row sums, Σ of squared column sums.
struct total_sums {
    std::int64_t n, sum;
    wide squares, squared_totals, squared_sums;
};
/// k/(k−1) · (1 − (n·Σx² − Σ(Σx)²)/(n·Σt² − (Σt)²)): exact until the last division.
[[nodiscard]] double alpha_of_totals(const total_sums& s, std::size_t columns) noexcept;

/// Columns of bytes, for weights of one byte a row.
struct byte_sample {
    std::size_t rows = 0, columns = 0, step = 0;                 ///< step: padded rows
    std::size_t most = 0;                                        ///< the greatest number of points
    std::vector<std::uint8_t> x, m;                              ///< column by column, `step` apart; padded with 0
    std::vector<std::int16_t> squares, totals_low, totals_high;  ///< of each row; empty where they pass 16 bits

    static constexpr std::size_t most_rows = std::size_t{1} << 15;

    void read(const byte_matrix& cells, std::span<const byte_points> points, bool complete_rows);
    [[nodiscard]] bool has_totals() const noexcept { return !squares.empty(); }
};

/// What a weighted pass needs for itself.
struct weighted_room {
    std::vector<std::uint8_t> x, m;
    std::vector<cross_sums> crosses;
    std::vector<std::int64_t> products;
};
[[nodiscard]] double weighted_alpha_listwise(const byte_sample& of, const std::uint8_t* weights,
                                             std::size_t most_weight, weighted_room& room);
/// NaN also where an item does not vary. Weights times points must stay below 256.
[[nodiscard]] double weighted_alpha_pairwise(const byte_sample& of, const std::uint8_t* weights,
                                             std::size_t most_weight, weighted_room& room);

}  // namespace peersupport::evidence
