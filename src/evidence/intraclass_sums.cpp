// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/intraclass_sums.hpp"

#include "evidence/wide.hpp"

#include <algorithm>

namespace peersupport {
namespace {

using evidence::wide;

constexpr wide most = wide{1} << 125;
constexpr std::size_t most_values = std::size_t{1} << 30;  // of one call: sums of squares of one unit stay below 2^125
constexpr wide most_total = wide{1} << 62;                 // of one unit: its square stays below 2^124

/// to += v; false when the sum would pass ±2^125.
bool increase(wide_sum& to, wide v) noexcept {
    const wide sum = evidence::value_of(to) + v;  // both are within ±2^125
    if (sum > most || sum < -most) return false;
    to = evidence::sum_of(sum);
    return true;
}

bool increase(wide_sum& to, const wide_sum& from) noexcept { return increase(to, evidence::value_of(from)); }

bool within_range(std::int64_t v) noexcept {
    return v >= -intraclass_sums::largest_value && v <= intraclass_sums::largest_value;
}

/// One unit: how many ratings, their sum and sum of squares.
struct unit_sums {
    std::int64_t ratings = 0;
    wide sum = 0;
    wide squares = 0;

    void add(std::int64_t x) noexcept {
        ++ratings;
        sum += x;
        squares += wide{x} * x;
    }
};

bool add_unit(intraclass_block& to, const unit_sums& unit) noexcept {
    if (unit.sum > most_total || unit.sum < -most_total || unit.squares > most || to.units == INT64_MAX) return false;
    ++to.units;
    return increase(to.sum, unit.sum) && increase(to.squares, unit.squares) &&
           increase(to.squared_totals, unit.sum * unit.sum);
}

}  // namespace

intraclass_block& intraclass_sums::block_of(std::int64_t ratings) {
    const auto at = std::ranges::lower_bound(blocks_, ratings, {}, &intraclass_block::ratings);
    if (at != blocks_.end() && at->ratings == ratings) return *at;
    return *blocks_.insert(at, {ratings, 0, {}, {}, {}});
}

status intraclass_sums::add(const rating_values& r) {
    if (r.columns != columns_ || columns_ == 0) return status::shape_mismatch;
    if (r.columns >= most_values) return status::too_large;
    for (std::size_t row = 0; row < r.rows; ++row) {
        unit_sums unit;
        for (std::size_t j = 0; j < columns_; ++j) {
            const std::int64_t x = r.at(row, j);
            if (x == rating_values::missing) continue;
            if (!within_range(x)) return status::too_large;
            unit.add(x);
        }
        if (unit.ratings == 0) continue;
        if (!add_unit(block_of(unit.ratings), unit)) return status::too_large;
        if (unit.ratings != static_cast<std::int64_t>(columns_)) continue;
        for (std::size_t j = 0; j < columns_; ++j)
            if (!increase(column_totals_[j], r.at(row, j))) return status::too_large;
    }
    return status::ok;
}

status intraclass_sums::add_groups(std::span<const std::int64_t> values, std::span<const std::uint32_t> group,
                                   std::size_t groups) {
    if (columns_ != 0) return status::invalid_argument;
    if (values.size() != group.size()) return status::shape_mismatch;
    if (values.size() >= most_values) return status::too_large;
    std::vector<unit_sums> units(groups);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (group[i] >= groups) return status::invalid_argument;
        if (values[i] == rating_values::missing) continue;
        if (!within_range(values[i])) return status::too_large;
        units[group[i]].add(values[i]);
    }
    for (const unit_sums& unit : units)
        if (unit.ratings > 0 && !add_unit(block_of(unit.ratings), unit)) return status::too_large;
    return status::ok;
}

status intraclass_sums::merge(const intraclass_sums& other) {
    if (columns_ != other.columns_) return status::shape_mismatch;
    intraclass_sums to = *this;
    for (const intraclass_block& from : other.blocks_) {
        intraclass_block& block = to.block_of(from.ratings);
        if (from.units > INT64_MAX - block.units) return status::too_large;
        block.units += from.units;
        if (!increase(block.sum, from.sum) || !increase(block.squares, from.squares) ||
            !increase(block.squared_totals, from.squared_totals))
            return status::too_large;
    }
    for (std::size_t j = 0; j < columns_; ++j)
        if (!increase(to.column_totals_[j], other.column_totals_[j])) return status::too_large;
    *this = std::move(to);
    return status::ok;
}

result<intraclass_sums> intraclass_sums::of(const rating_tally& tally) {
    const std::size_t q = tally.category_count(), columns = tally.design().columns;
    const auto& value = tally.design().categories;
    intraclass_sums to(columns);
    for (const rating_block& b : tally.blocks()) {
        if (b.ratings == 0) continue;
        wide_sum sum, squares, products;  // products of the two ratings of each unordered pair
        bool fits = true;
        for (std::size_t c = 0; c < q; ++c) {
            fits = fits && increase(sum, wide{b.counts[c]} * value[c]) &&
                   increase(squares, wide{b.counts[c]} * value[c] * value[c]);
            for (std::size_t k = c; k < q; ++k)
                fits = fits && increase(products, wide{b.pairs[tally.place_of_pair(c, k)]} * value[c] * value[k]);
        }
        wide_sum squared_totals = squares;
        if (!fits || !increase(squared_totals, products) || !increase(squared_totals, products))
            return error(status::too_large);
        to.blocks_.push_back({b.ratings, b.units, sum, squares, squared_totals});
    }
    for (std::size_t j = 0; j < columns; ++j)
        for (std::size_t c = 0; c < q; ++c)
            if (!increase(to.column_totals_[j], wide{tally.complete_counts(j)[c]} * value[c]))
                return error(status::too_large);
    return to;
}

}  // namespace peersupport
