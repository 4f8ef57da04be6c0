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

/// Numbers of less than 2^20: sums of squares of 2^20 of them fit 64 bits.
constexpr std::uint64_t narrow = std::uint64_t{1} << 20;
constexpr std::size_t most_narrow = std::size_t{1} << 20;

/// Of some rows of bytes.
struct row_sums {
    std::int64_t sum = 0, squares = 0, squared_totals = 0;
};

/// With a number of columns that compilers know, everything stays in registers; 0: any.
template <class Number, std::size_t Columns>
row_sums sum_known(const byte_values& r, std::size_t from, std::size_t to, std::int64_t* totals) noexcept {
    const std::size_t columns = Columns > 0 ? Columns : r.columns;
    std::int64_t known[std::max<std::size_t>(Columns, 1)] = {};
    std::int64_t* const each = Columns > 0 ? known : totals;
    row_sums found;
    for (std::size_t row = from; row < to; ++row) {
        const std::uint8_t* const first = r.data + static_cast<std::ptrdiff_t>(row) * r.row_stride;
        std::int32_t unit = 0, squares = 0;
        for (std::size_t j = 0; j < columns; ++j) {
            const std::int32_t x = static_cast<Number>(first[static_cast<std::ptrdiff_t>(j) * r.column_stride]);
            unit += x;
            squares += x * x;
            each[j] += x;
        }
        found.sum += unit;
        found.squares += squares;
        found.squared_totals += std::int64_t{unit} * unit;
    }
    for (std::size_t j = 0; j < Columns; ++j) totals[j] += known[j];
    return found;
}

template <class Number>
row_sums sum_rows(const byte_values& r, std::size_t from, std::size_t to, std::span<std::int64_t> totals) noexcept {
    switch (r.columns) {
        case 2: return sum_known<Number, 2>(r, from, to, totals.data());
        case 3: return sum_known<Number, 3>(r, from, to, totals.data());
        case 4: return sum_known<Number, 4>(r, from, to, totals.data());
        case 5: return sum_known<Number, 5>(r, from, to, totals.data());
        case 6: return sum_known<Number, 6>(r, from, to, totals.data());
        default: return sum_known<Number, 0>(r, from, to, totals.data());
    }
}

}  // namespace

/// One unit: how many ratings, their sum and sum of squares.
struct intraclass_sums::unit_sums {
    std::int64_t ratings = 0;
    wide sum = 0;
    wide squares = 0;

    void add(std::int64_t x) noexcept {
        ++ratings;
        sum += x;
        squares += wide{x} * x;
    }
};

status intraclass_sums::add_unit(const unit_sums& unit) {
    if (unit.ratings == 0) return status::ok;
    intraclass_block& to = block_of(unit.ratings);
    if (unit.sum > most_total || unit.sum < -most_total || unit.squares > most || to.units == INT64_MAX)
        return status::too_large;
    ++to.units;
    const bool fits = increase(to.sum, unit.sum) && increase(to.squares, unit.squares) &&
                      increase(to.squared_totals, unit.sum * unit.sum);
    return fits ? status::ok : status::too_large;
}

status intraclass_sums::add_columns(std::span<const std::int64_t> totals) {
    for (std::size_t j = 0; j < columns_; ++j)
        if (!increase(column_totals_[j], totals[j])) return status::too_large;
    return status::ok;
}

intraclass_block& intraclass_sums::block_of(std::int64_t ratings) {
    const auto at = std::ranges::lower_bound(blocks_, ratings, {}, &intraclass_block::ratings);
    if (at != blocks_.end() && at->ratings == ratings) return *at;
    return *blocks_.insert(at, {ratings, 0, {}, {}, {}});
}

status intraclass_sums::add(const rating_values& r) {
    if (r.columns != columns_ || columns_ == 0) return status::shape_mismatch;
    if (r.columns >= most_values) return status::too_large;
    std::vector<std::int64_t> totals(columns_);  // of narrow units: 2^40 rows of them fit
    for (std::size_t row = 0; row < r.rows; ++row) {
        std::int64_t ratings = 0;
        std::uint64_t sum = 0, squares = 0, bits = 0;  // of no use, but no error either, when a number is not narrow
        for (std::size_t j = 0; j < columns_; ++j) {
            const std::int64_t x = r.at(row, j);
            if (x == rating_values::missing) continue;
            const auto u = static_cast<std::uint64_t>(x);
            ++ratings;
            sum += u;
            squares += u * u;
            bits |= x < 0 ? ~u : u;
        }
        const bool complete = ratings == static_cast<std::int64_t>(columns_);
        if (bits < narrow && columns_ <= most_narrow) {
            const auto s = static_cast<std::int64_t>(sum);
            if (const status done = add_unit({ratings, s, static_cast<std::int64_t>(squares)}); done != status::ok)
                return done;
            if (complete)
                for (std::size_t j = 0; j < columns_; ++j) totals[j] += r.at(row, j);
            continue;
        }
        unit_sums unit;
        for (std::size_t j = 0; j < columns_; ++j) {
            const std::int64_t x = r.at(row, j);
            if (x == rating_values::missing) continue;
            if (!within_range(x) || (complete && !increase(column_totals_[j], x))) return status::too_large;
            unit.add(x);
        }
        if (const status done = add_unit(unit); done != status::ok) return done;
    }
    return add_columns(totals);
}

/// Sums of 64 bits over as many rows as are sure to fit.
template <class Number>
status intraclass_sums::add_numbers(const byte_values& r) {
    const std::uint64_t widest = 256 * static_cast<std::uint64_t>(columns_);  // |sum| of one row
    const std::size_t most_rows = std::max<std::size_t>(1, (std::size_t{1} << 62) / (widest * widest));
    std::vector<std::int64_t> totals(columns_);
    for (std::size_t from = 0; from < r.rows;) {
        const std::size_t rows = std::min(r.rows - from, most_rows);
        const row_sums found = sum_rows<Number>(r, from, from + rows, totals);
        intraclass_block& block = block_of(static_cast<std::int64_t>(columns_));
        if (static_cast<std::int64_t>(rows) > INT64_MAX - block.units) return status::too_large;
        block.units += static_cast<std::int64_t>(rows);
        if (!increase(block.sum, found.sum) || !increase(block.squares, found.squares) ||
            !increase(block.squared_totals, found.squared_totals))
            return status::too_large;
        from += rows;
    }
    return add_columns(totals);
}

status intraclass_sums::add(const byte_values& r) {
    constexpr std::size_t most_columns = std::size_t{1} << 14;  // squares of a row stay below 2^30
    if (r.columns != columns_ || columns_ == 0) return status::shape_mismatch;
    if (columns_ > most_columns) return status::too_large;
    return r.is_signed ? add_numbers<std::int8_t>(r) : add_numbers<std::uint8_t>(r);
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
        if (const status done = add_unit(unit); done != status::ok) return done;
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
