// SPDX-License-Identifier: Apache-2.0
#include "evidence/whole_program.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace peersupport::evidence {
namespace {

__extension__ typedef __int128 wide;

constexpr std::int64_t most = std::int64_t{1} << 62;
constexpr std::size_t none = static_cast<std::size_t>(-1);

}  // namespace

whole_program::whole_program(std::vector<whole_row> rows, std::vector<std::int64_t> known, std::int64_t& work)
    : rows_(std::move(rows)),
      right_(rows_.size()),
      basis_(rows_.size(), known.size()),
      row_of_(known.size(), none),
      rows_of_(known.size()),
      work_(&work),
      pivots_left_(64 + 8 * (rows_.size() + known.size())) {
    for (const std::int64_t x : known) seen_.push_back({x, x, false});
    write_rows(known);
    take_slack();
    write_gain();
    find_start();
}

void whole_program::write_rows(const std::vector<std::int64_t>& known) {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        for (const whole_entry& e : rows_[r]) {
            rows_of_[e.column].push_back(r);
            right_[r] += e.value * known[e.column];
        }
        if (right_[r] < 0) negate(r);
    }
}

void whole_program::negate(std::size_t row) noexcept {
    for (whole_entry& e : rows_[row]) e.value = -e.value;
    right_[row] = -right_[row];
}

std::int64_t whole_program::value(std::size_t row, std::size_t column) const noexcept {
    const auto found = std::lower_bound(rows_[row].begin(), rows_[row].end(), column,
                                        [](const whole_entry& e, std::size_t c) { return e.column < c; });
    return found == rows_[row].end() || found->column != column ? 0 : found->value;
}

// Rows whose entry came to zero are forgotten here, those that came again are there once.
const std::vector<std::size_t>& whole_program::rows_with(std::size_t column) {
    std::vector<std::size_t>& rows = rows_of_[column];
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::erase_if(rows, [&](std::size_t r) { return value(r, column) == 0; });
    *work_ -= static_cast<std::int64_t>(rows.size());
    return rows;
}

// A variable of one row only can stand for it from the start.
void whole_program::take_slack() {
    for (std::size_t r = 0; r < rows_.size(); ++r)
        for (const whole_entry& e : rows_[r]) {
            if (rows_of_[e.column].size() != 1 || (e.value < 0 && right_[r] != 0)) continue;
            const std::size_t column = e.column;
            if (e.value < 0) negate(r);
            basis_[r] = column;
            row_of_[column] = r;
            break;
        }
}

void whole_program::write_gain() {
    std::vector<std::int64_t> gain(row_of_.size());
    std::int64_t artificial = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        if (basis_[r] != row_of_.size()) continue;
        artificial += right_[r];
        for (const whole_entry& e : rows_[r]) gain[e.column] += e.value;
    }
    whole_row row;
    for (std::size_t c = 0; c < gain.size(); ++c) {
        if (gain[c] == 0) continue;
        row.push_back({c, gain[c]});
        rows_of_[c].push_back(rows_.size());
    }
    rows_.push_back(std::move(row));
    right_.push_back(artificial);
}

// to = (by · x − factor · y) ÷ denominator. Nearly always the denominator is 1, and a division of 128 bits costs as
// much as a whole short row.
bool whole_program::set(std::int64_t& to, std::int64_t x, std::int64_t by, std::int64_t y, std::int64_t factor) {
    wide above = wide{x} * by - wide{factor} * y;
    if (denominator_ != 1) {
        if (above < most && above > -most) above = static_cast<std::int64_t>(above) / denominator_;
        else above /= denominator_;
    }
    if (above >= most || above <= -most) broken_ = true;
    else to = static_cast<std::int64_t>(above);
    return !broken_;
}

void whole_program::combine(std::size_t row, std::size_t with, std::int64_t by, std::int64_t factor) {
    const whole_row &a = rows_[row], &b = rows_[with];
    *work_ -= static_cast<std::int64_t>(a.size() + (factor != 0 ? b.size() : 0));
    spare_.clear();
    auto y = factor != 0 ? b.begin() : b.end();
    for (auto x = a.begin(); x != a.end() || y != b.end();) {
        const bool mine = x != a.end() && (y == b.end() || x->column <= y->column);
        const bool theirs = y != b.end() && (!mine || y->column == x->column);
        whole_entry e{mine ? x->column : y->column, 0};
        if (!set(e.value, mine ? x->value : 0, by, theirs ? y->value : 0, factor)) return;
        if (e.value != 0) {
            spare_.push_back(e);
            if (!mine) rows_of_[e.column].push_back(row);
        }
        if (mine) ++x;
        if (theirs) ++y;
    }
    std::swap(rows_[row], spare_);
    (void)set(right_[row], right_[row], by, right_[with], factor);
}

bool whole_program::pivot(std::size_t row, std::size_t column) {
    if (pivots_left_ == 0 || broken_ || *work_ <= 0) return false;
    --pivots_left_;
    const std::int64_t by = value(row, column);
    touched_ = rows_with(column);
    if (by != denominator_) {  // then all rows are scaled
        touched_.resize(rows_.size());
        std::iota(touched_.begin(), touched_.end(), std::size_t{0});
    }
    for (const std::size_t r : touched_) {
        if (r != row) combine(r, row, by, value(r, column));
        if (broken_) return false;
    }
    const bool whole = by == 1 && denominator_ == 1;
    const std::size_t left = basis_[row];
    if (left != row_of_.size()) row_of_[left] = none;
    denominator_ = by;
    basis_[row] = column;
    row_of_[column] = row;
    if (started_) whole ? see_touched(left) : see_all();
    return true;
}

// The row whose variable reaches zero first when the column's grows; the lowest variable among equals.
std::size_t whole_program::leaving(std::size_t column) {
    std::size_t best = none;
    std::int64_t least = 0;
    for (const std::size_t r : rows_with(column)) {
        const std::int64_t by = r < basis_.size() ? value(r, column) : 0;
        if (by <= 0) continue;
        const wide here = best == none ? 0 : wide{right_[r]} * least;
        const wide there = best == none ? 1 : wide{right_[best]} * by;
        if (here > there || (here == there && basis_[r] > basis_[best])) continue;
        best = r;
        least = by;
    }
    return best;
}

// One step that lowers the sum of the artificial variables; false when no column can.
bool whole_program::reduce_artificial() {
    for (const whole_entry& e : rows_.back())
        if (e.value > 0) {
            const std::size_t column = e.column, row = leaving(column);
            return row != none && pivot(row, column);
        }
    return false;
}

void whole_program::find_start() {
    while (reduce_artificial()) {
    }
    if (right_.back() != 0) broken_ = true;  // the pivots or the work ran out
    if (!broken_) drop_artificial();
    rows_.back().clear();
    started_ = !broken_;
    if (started_) see_all();
}

// What is still artificial is zero: another variable takes its place, or the row says nothing new.
void whole_program::drop_artificial() {
    for (std::size_t r = 0; r < basis_.size() && !broken_; ++r) {
        if (basis_[r] != row_of_.size() || rows_[r].empty()) continue;
        if (rows_[r].front().value < 0) negate(r);
        if (!pivot(r, rows_[r].front().column)) broken_ = true;
    }
}

void whole_program::see(std::size_t place, std::int64_t x) noexcept {
    seen_[place].low = std::min(seen_[place].low, x);
    seen_[place].high = std::max(seen_[place].high, x);
}

void whole_program::see_touched(std::size_t left) {
    see(left, 0);
    for (const std::size_t r : touched_)
        if (r < basis_.size() && basis_[r] != row_of_.size()) see(basis_[r], right_[r]);
}

// Only a solution in whole numbers counts: people come whole, and a reader knows it.
void whole_program::see_all() {
    for (std::size_t r = 0; r < basis_.size(); ++r)
        if (right_[r] % denominator_ != 0) return;
    for (std::size_t c = 0; c < row_of_.size(); ++c) see(c, row_of_[c] == none ? 0 : right_[row_of_[c]] / denominator_);
}

// The known solution plus any number of whole steps in this direction.
void whole_program::see_without_end(std::size_t column) {
    seen_[column].unbounded = true;
    for (const std::size_t r : rows_with(column))
        if (r < basis_.size() && basis_[r] != row_of_.size()) seen_[basis_[r]].unbounded = true;
}

void whole_program::climb(std::size_t place, std::int64_t enough) {
    while (!seen_[place].spans(enough)) {
        std::size_t column = place;
        if (const std::size_t row = row_of_[place]; row != none) {
            const auto falls =
                std::find_if(rows_[row].begin(), rows_[row].end(), [](const auto& e) { return e.value < 0; });
            if (falls == rows_[row].end()) return;
            column = falls->column;
        }
        const std::size_t out = leaving(column);
        if (out == none) see_without_end(column);
        else if (!pivot(out, column)) return;
    }
}

void whole_program::descend(std::size_t place, std::int64_t enough) {
    while (!seen_[place].spans(enough) && row_of_[place] != none) {
        const whole_row& row = rows_[row_of_[place]];
        const auto rises = std::find_if(row.begin(), row.end(),
                                        [&](const whole_entry& e) { return e.column != place && e.value > 0; });
        if (rises == row.end()) return;
        const std::size_t column = rises->column;
        if (!pivot(leaving(column), column)) return;
    }
}

proved_range whole_program::range_of(std::size_t place, std::int64_t enough) {
    if (started_) {
        pivots_left_ = 64 + 8 * (basis_.size() + row_of_.size());
        climb(place, enough);
        descend(place, enough);
    }
    return seen_[place];
}

}  // namespace peersupport::evidence
