// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/counted_form.hpp"
#include "peersupport/evidence/tally_rows.hpp"
#include "peersupport/scoring/answers.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::evidence {

/// Rows of one group, side by side in a tile's order.
struct tile_run {
    std::uint32_t group = 0;
    std::size_t from = 0;
    std::size_t size = 0;
};

/// A few thousand rows of a batch as classes, column by column, in the order of their groups.
class batch_tile {
public:
    batch_tile(const counted_form& by, std::size_t groups, std::size_t rows);

    /// Rows a tile takes.
    [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }
    /// Reads rows first … first+n−1.
    void read(const answers& of, const tally_rows& rows, std::size_t first, std::size_t n);

    [[nodiscard]] std::size_t first() const noexcept { return first_; }
    [[nodiscard]] std::size_t rows() const noexcept { return n_; }
    [[nodiscard]] std::span<const tile_run> runs() const noexcept { return runs_; }
    /// The rows that count, by run, counted from first().
    [[nodiscard]] std::span<const std::uint32_t> order() const noexcept { return order_; }
    /// Classes of one item in that order.
    [[nodiscard]] const std::uint8_t* column(std::size_t item) const noexcept {
        return (sorted_ ? classes_ : ordered_).data() + item * capacity_;
    }
    [[nodiscard]] bool has_invalid() const noexcept { return invalid_; }
    /// Whether the row, counted from first(), counts.
    [[nodiscard]] bool counts(std::size_t row) const noexcept { return group_[row] != no_group; }
    /// The class of an item in a row, counted from first().
    [[nodiscard]] std::uint8_t class_of(std::size_t item, std::size_t row) const noexcept {
        return classes_[item * capacity_ + row];
    }

private:
    void take_groups(const tally_rows& rows);
    void leave_out_blank();
    void put_in_order();
    void gather();

    const counted_form& by_;
    std::size_t capacity_;
    std::size_t first_ = 0;
    std::size_t n_ = 0;
    bool invalid_ = false;
    bool sorted_ = false;  ///< rows stand in the order of their groups as they are
    std::vector<std::uint8_t> classes_;
    std::vector<std::uint8_t> ordered_;
    std::vector<std::uint32_t> group_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> run_of_group_;  ///< while sorting: run + 1, or 0
    std::vector<tile_run> runs_;
};

}  // namespace peersupport::evidence
