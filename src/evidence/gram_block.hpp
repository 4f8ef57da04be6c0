// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/gram_lanes.hpp"
#include "peersupport/evidence/gram.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport {

/// Rows at a time: two columns with their presence stay in the first-level cache.
inline constexpr std::size_t gram_block_rows = 2048;
/// From one column of a block to the next: not a power of two, so that columns do not fall on the same cache lines.
inline constexpr std::size_t gram_block_step = gram_block_rows + 64;

/// The columns of a block of rows as bytes and presence, and the sums over them.
struct gram_block {
    gram_block(std::size_t columns, std::span<const byte_points> points);

    /// Reads rows first … first + n − 1, n ≤ gram_block_rows.
    void read(const byte_matrix& cells, std::size_t first, std::size_t n);
    /// Adds what was read, n rows, to a gram's numbers.
    void add_to(gram& to, std::size_t n);

    [[nodiscard]] evidence::lane_column column(std::size_t i) const noexcept {
        return {x.data() + i * gram_block_step, m.data() + i * gram_block_step};
    }

    const evidence::gram_kernels& with;
    std::size_t columns;
    std::size_t rows = 0;  ///< padded
    std::size_t steps = 0;
    std::vector<evidence::point_table> tables;  ///< one, or one a column
    std::vector<std::uint8_t> x, m, raw, all, kept;
    std::vector<std::uint16_t> places;
    std::vector<evidence::cross_sums> crosses;
    std::vector<std::int64_t> products;

private:
    void transpose(const byte_matrix& cells, std::size_t first, std::size_t n);
    void add_whole(gram& to, std::int64_t n);
    void add_with_gaps(gram& to, bool also_complete);
    void add_kept(gram& to, std::size_t count, std::int64_t sign);
};

namespace evidence {

[[nodiscard]] point_table table_of(const byte_points& points) noexcept;

}  // namespace evidence
}  // namespace peersupport
