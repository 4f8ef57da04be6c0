// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace peersupport::evidence {

/// The least and largest value a place was seen to take; `unbounded`: the largest can be as large as one likes.
struct proved_range {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool unbounded = false;
    [[nodiscard]] bool spans(std::int64_t enough) const noexcept { return unbounded || high - low >= enough; }
};

/// The places of one row whose coefficient is not zero, ascending.
struct whole_entry {
    std::size_t column = 0;
    std::int64_t value = 0;
};
using whole_row = std::vector<whole_entry>;

/// Whole numbers x ≥ 0 with rows · x = right-hand sides, of which one solution is known. Simplex over integers with
/// one common denominator (Edmonds 1967; Bareiss 1968): exact, the same everywhere; where a number would pass 2^62 or
/// the pivots run out, it stops, and what was proved until then stands. Bland's rule, so it cannot circle.
/// Every whole solution that is met on the way counts for all places, not only for the one it was looked for.
class whole_program {
public:
    /// Coefficients −1 or 1 each; `known`: a solution, 0 … 2^40 each. `work`: how many entries may still be touched; it
    /// outlives the program and goes down with every pivot, so that a table too hard ends at the same place everywhere.
    whole_program(std::vector<whole_row> rows, std::vector<std::int64_t> known, std::int64_t& work);

    /// What x[place] can be, proved by whole-number solutions. Stops as soon as the range spans `enough`.
    [[nodiscard]] proved_range range_of(std::size_t place, std::int64_t enough);
    /// What was seen of x[place] so far.
    [[nodiscard]] const proved_range& seen(std::size_t place) const noexcept { return seen_[place]; }

private:
    void write_rows(const std::vector<std::int64_t>& known);
    void write_gain();
    void negate(std::size_t row) noexcept;
    [[nodiscard]] std::int64_t value(std::size_t row, std::size_t column) const noexcept;
    [[nodiscard]] const std::vector<std::size_t>& rows_with(std::size_t column);
    [[nodiscard]] bool set(std::int64_t& to, std::int64_t x, std::int64_t by, std::int64_t y, std::int64_t factor);
    void combine(std::size_t row, std::size_t with, std::int64_t by, std::int64_t factor);
    [[nodiscard]] bool pivot(std::size_t row, std::size_t column);
    [[nodiscard]] std::size_t leaving(std::size_t column);
    void take_slack();
    void find_start();
    [[nodiscard]] bool reduce_artificial();
    void drop_artificial();
    void see_touched(std::size_t left);
    void see_all();
    void see_without_end(std::size_t column);
    void see(std::size_t place, std::int64_t x) noexcept;
    void climb(std::size_t place, std::int64_t enough);
    void descend(std::size_t place, std::int64_t enough);

    std::vector<whole_row> rows_;  // numerators over denominator_; the last: how much less is artificial for one more
    std::vector<std::int64_t> right_;                // of each row, the same
    std::vector<std::size_t> basis_;                 // of each row: its variable, or columns for an artificial one
    std::vector<std::size_t> row_of_;                // of each variable: its row, or none
    std::vector<std::vector<std::size_t>> rows_of_;  // of each column: rows that held it once
    std::vector<proved_range> seen_;
    std::vector<std::size_t> touched_;  // rows of the last pivot
    whole_row spare_;
    std::int64_t* work_;
    std::int64_t denominator_ = 1;
    std::size_t pivots_left_ = 0;
    bool started_ = false;  // the solution at hand has nothing artificial
    bool broken_ = false;   // a number grew too large, or the work was used up
};

}  // namespace peersupport::evidence
