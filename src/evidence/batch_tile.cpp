// SPDX-License-Identifier: Apache-2.0
#include "evidence/batch_tile.hpp"

#include <algorithm>

namespace peersupport::evidence {
namespace {

/// Few enough cells for the second-level cache; but where there are many groups, enough rows for each.
std::size_t rows_of_tile(std::size_t items, std::size_t groups) noexcept {
    const std::size_t small = std::clamp<std::size_t>(131072 / items, 64, 4096);
    return std::clamp<std::size_t>(groups * 64, small, std::max<std::size_t>(small, (std::size_t{1} << 21) / items));
}

}  // namespace

batch_tile::batch_tile(const counted_form& by, std::size_t groups, std::size_t rows)
    : by_(by),
      capacity_(std::clamp<std::size_t>(rows, 1, rows_of_tile(by.items.size(), groups))),
      classes_(by.items.size() * capacity_),
      run_of_group_(groups) {}

void batch_tile::read(const answers& of, const tally_rows& rows, std::size_t first, std::size_t n) {
    first_ = first;
    n_ = n;
    invalid_ = false;
    for (std::size_t i = 0; i < by_.items.size(); ++i)
        invalid_ |= read_classes(by_.items[i], of.columns[i], first, n, classes_.data() + i * capacity_);
    take_groups(rows);
    if (rows.skip_blank) leave_out_blank();
    put_in_order();
    if (!sorted_) gather();
}

void batch_tile::take_groups(const tally_rows& rows) {
    if (rows.group.empty()) group_.assign(n_, 0);
    else
        group_.assign(rows.group.begin() + static_cast<std::ptrdiff_t>(first_),
                      rows.group.begin() + static_cast<std::ptrdiff_t>(first_ + n_));
}

void batch_tile::leave_out_blank() {
    std::vector<std::uint8_t> answered(n_);
    for (std::size_t i = 0; i < by_.items.size(); ++i) {
        const std::uint8_t blank = by_.items[i].special(blank_class);
        const std::uint8_t* const column = classes_.data() + i * capacity_;
        for (std::size_t r = 0; r < n_; ++r) answered[r] |= column[r] != blank;
    }
    for (std::size_t r = 0; r < n_; ++r)
        if (!answered[r]) group_[r] = no_group;
}

/// A stable counting sort by group, groups in the order in which they first appear.
void batch_tile::put_in_order() {
    runs_.clear();
    std::size_t rows = 0;
    for (const std::uint32_t g : group_) {
        if (g == no_group) continue;
        std::uint32_t& run = run_of_group_[g];
        if (run == 0) {
            runs_.push_back({g, 0, 0});
            run = static_cast<std::uint32_t>(runs_.size());
        }
        ++runs_[run - 1].size;
        ++rows;
    }
    std::size_t at = 0;
    for (tile_run& run : runs_) {
        run.from = at;
        at += run.size;
        run.size = 0;
    }
    order_.resize(rows);
    sorted_ = rows == n_;
    for (std::uint32_t r = 0; r < n_; ++r) {
        if (group_[r] == no_group) continue;
        tile_run& run = runs_[run_of_group_[group_[r]] - 1];
        const std::size_t place = run.from + run.size++;
        order_[place] = r;
        sorted_ &= place == r;
    }
    for (const tile_run& run : runs_) run_of_group_[run.group] = 0;
}

void batch_tile::gather() {
    ordered_.resize(classes_.size());
    for (std::size_t i = 0; i < by_.items.size(); ++i) {
        const std::uint8_t* const from = classes_.data() + i * capacity_;
        std::uint8_t* const to = ordered_.data() + i * capacity_;
        for (std::size_t at = 0; at < order_.size(); ++at) to[at] = from[order_[at]];
    }
}

}  // namespace peersupport::evidence
