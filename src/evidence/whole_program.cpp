// SPDX-License-Identifier: Apache-2.0
#include "evidence/whole_program.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::evidence {
namespace {

__extension__ typedef __int128 wide;

constexpr std::int64_t most = std::int64_t{1} << 62;
constexpr std::size_t none = static_cast<std::size_t>(-1);

}  // namespace

whole_program::whole_program(std::vector<std::int64_t> coefficients, std::vector<std::int64_t> known)
    : columns_(known.size()),
      width_(columns_ + 1),
      rows_(columns_ == 0 ? 0 : coefficients.size() / columns_),
      known_(std::move(known)),
      table_(rows_ * width_),
      basis_(rows_, columns_),
      pivots_left_(64 + 8 * (rows_ + columns_)) {
    for (std::size_t r = 0; r < rows_; ++r) {
        std::int64_t sum = 0;
        for (std::size_t c = 0; c < columns_; ++c) {
            at(r, c) = coefficients[r * columns_ + c];
            sum += at(r, c) * known_[c];
        }
        at(r, columns_) = sum;
        if (sum < 0) negate(r);
    }
    find_start();
}

void whole_program::negate(std::size_t row) noexcept {
    for (std::size_t c = 0; c < width_; ++c) at(row, c) = -at(row, c);
}

bool whole_program::pivot(std::size_t row, std::size_t column) {
    if (pivots_left_ == 0 || broken_) return false;
    --pivots_left_;
    const std::int64_t by = at(row, column);
    for (std::size_t r = 0; r < rows_; ++r) {
        const std::int64_t factor = at(r, column);
        if (r == row || (factor == 0 && by == denominator_)) continue;
        for (std::size_t c = 0; c < width_; ++c) {
            const wide value = (wide{at(r, c)} * by - wide{factor} * at(row, c)) / denominator_;
            if (value >= most || value <= -most) {
                broken_ = true;
                return false;
            }
            at(r, c) = static_cast<std::int64_t>(value);
        }
    }
    denominator_ = by;
    basis_[row] = column;
    return true;
}

// The row whose variable reaches zero first when the column's grows; the lowest variable among equals.
std::size_t whole_program::leaving(std::size_t column) {
    std::size_t best = none;
    for (std::size_t r = 0; r < rows_; ++r) {
        if (at(r, column) <= 0) continue;
        if (best == none) {
            best = r;
            continue;
        }
        const wide here = static_cast<wide>(right(r)) * at(best, column);
        const wide there = static_cast<wide>(right(best)) * at(r, column);
        if (here < there || (here == there && basis_[r] < basis_[best])) best = r;
    }
    return best;
}

// One step that lowers the sum of the artificial variables; false when no column can.
bool whole_program::reduce_artificial() {
    for (std::size_t c = 0; c < columns_; ++c) {
        wide gain = 0;
        for (std::size_t r = 0; r < rows_; ++r)
            if (basis_[r] == columns_) gain += at(r, c);
        if (gain <= 0) continue;
        const std::size_t row = leaving(c);
        return row != none && pivot(row, c);
    }
    return false;
}

void whole_program::find_start() {
    while (reduce_artificial()) {}
    if (!broken_) drop_artificial();
}

// What is still artificial is zero: another variable takes its place, or the row says nothing new and goes.
void whole_program::drop_artificial() {
    for (std::size_t r = 0; r < rows_;) {
        if (basis_[r] != columns_) {
            ++r;
            continue;
        }
        if (right(r) != 0) broken_ = true;  // the pivots ran out
        if (broken_) return;
        std::size_t column = 0;
        while (column < columns_ && at(r, column) == 0) ++column;
        if (column < columns_) {
            if (at(r, column) < 0) negate(r);
            if (!pivot(r, column)) broken_ = true;
            continue;
        }
        const std::size_t last = rows_ - 1;
        if (r != last) {
            for (std::size_t c = 0; c < width_; ++c) at(r, c) = at(last, c);
            basis_[r] = basis_[last];
        }
        rows_ = last;
        basis_.pop_back();
    }
}

std::size_t whole_program::row_of(std::size_t place) const noexcept {
    const auto found = std::find(basis_.begin(), basis_.end(), place);
    return found == basis_.end() ? none : static_cast<std::size_t>(found - basis_.begin());
}

// Only a solution in whole numbers counts: people come whole, and a reader knows it.
void whole_program::see(std::size_t place, proved_range& seen) {
    if (denominator_ != 1)
        for (std::size_t r = 0; r < rows_; ++r)
            if (right(r) % denominator_ != 0) return;
    const std::size_t row = row_of(place);
    const std::int64_t value = row == none ? 0 : right(row) / denominator_;
    seen.low = std::min(seen.low, value);
    seen.high = std::max(seen.high, value);
}

void whole_program::climb(std::size_t place, std::int64_t enough, proved_range& seen) {
    while (!seen.spans(enough)) {
        const std::size_t row = row_of(place);
        std::size_t column = place;
        if (row != none)
            for (column = 0; column < columns_ && at(row, column) >= 0;) ++column;
        if (column == columns_) return;
        const std::size_t out = leaving(column);
        if (out == none) {
            seen.unbounded = true;  // the known solution plus any number of whole steps in this direction
            return;
        }
        if (!pivot(out, column)) return;
        see(place, seen);
    }
}

void whole_program::descend(std::size_t place, std::int64_t enough, proved_range& seen) {
    while (!seen.spans(enough)) {
        const std::size_t row = row_of(place);
        if (row == none) return;  // it is zero
        // A column that is basic has a zero in every row but its own, so the variable itself is passed over.
        std::size_t column = 0;
        while (column < columns_ && (column == place || at(row, column) <= 0)) ++column;
        if (column == columns_) return;
        if (!pivot(leaving(column), column)) return;
        see(place, seen);
    }
}

proved_range whole_program::range_of(std::size_t place, std::int64_t enough) {
    proved_range seen{known_[place], known_[place], false};
    if (broken_) return seen;
    pivots_left_ = 64 + 8 * (rows_ + columns_);
    see(place, seen);
    climb(place, enough, seen);
    if (!broken_) descend(place, enough, seen);
    return seen;
}

}  // namespace peersupport::evidence
