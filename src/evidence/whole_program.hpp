// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::evidence {

/// The least and largest value a place was seen to take; `unbounded`: the largest can be as large as one likes.
struct proved_range {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool unbounded = false;
    [[nodiscard]] bool spans(std::int64_t enough) const noexcept { return unbounded || high - low >= enough; }
};

/// Whole numbers x ≥ 0 with rows · x = right-hand sides, of which one solution is known. Simplex over integers with
/// one common denominator (Edmonds 1967; Bareiss 1968): exact, the same everywhere; where a number would pass 2^62 or
/// the pivots run out, it stops, and what was proved until then stands. Bland's rule, so it cannot circle.
class whole_program {
public:
    /// `coefficients`: row by row, each −1, 0 or 1; `known`: a solution, 0 … 2^40 each.
    whole_program(std::vector<std::int64_t> coefficients, std::vector<std::int64_t> known);

    /// What x[place] can be, proved by whole-number solutions. Stops as soon as the range spans `enough`.
    [[nodiscard]] proved_range range_of(std::size_t place, std::int64_t enough);

private:
    [[nodiscard]] std::int64_t& at(std::size_t row, std::size_t column) noexcept {
        return table_[row * width_ + column];
    }
    [[nodiscard]] std::int64_t right(std::size_t row) noexcept { return at(row, columns_); }
    void negate(std::size_t row) noexcept;
    [[nodiscard]] bool pivot(std::size_t row, std::size_t column);
    [[nodiscard]] std::size_t leaving(std::size_t column);
    void find_start();
    [[nodiscard]] bool reduce_artificial();
    void drop_artificial();
    void see(std::size_t place, proved_range& seen);
    void climb(std::size_t place, std::int64_t enough, proved_range& seen);
    void descend(std::size_t place, std::int64_t enough, proved_range& seen);
    [[nodiscard]] std::size_t row_of(std::size_t place) const noexcept;

    std::size_t columns_;
    std::size_t width_;                // columns and the right-hand side
    std::size_t rows_;
    std::vector<std::int64_t> known_;
    std::vector<std::int64_t> table_;  // numerators over denominator_
    std::vector<std::size_t> basis_;   // of each row: its variable, or columns_ for an artificial one
    std::int64_t denominator_ = 1;
    std::size_t pivots_left_ = 0;
    bool broken_ = false;              // a number grew too large
};

}  // namespace peersupport::evidence
