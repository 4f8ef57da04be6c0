// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/concordance.hpp"

#include "evidence/agreement_statistic.hpp"
#include "evidence/distribution.hpp"

#include <algorithm>
#include <vector>

namespace peersupport {
namespace evidence {
namespace {

constexpr std::string_view corrected = "kendall-w/ties-corrected", uncorrected = "kendall-w/ties-uncorrected";

constexpr std::string_view estimator_of(tied_ranks ties) noexcept {
    return ties == tied_ranks::corrected ? corrected : uncorrected;
}

concordance_result nothing(statistic_reason why, tied_ranks ties, std::int64_t n) {
    return {not_given(why, estimator_of(ties), n), not_a_number, not_a_number, not_a_number};
}

big_integer cube_less_self(std::int64_t t) noexcept { return big_integer(t) * t * t - t; }

/// From n units, m raters, Σ (2 R)² of the units' rank sums, and Σ over raters and ties of t³ − t.
concordance_result finish(std::int64_t n, std::int64_t m, const big_integer& doubled_squares, const big_integer& tied,
                          tied_ranks ties) {
    if (n < 2) return nothing(statistic_reason::too_few_rows, ties, n);
    if (m < 2) return nothing(statistic_reason::too_few_columns, ties, n);
    const big_integer mean = big_integer(m) * (big_integer(n) + 1);  // of 2 R
    const big_integer spread = 3 * (doubled_squares - n * (mean * mean));
    big_integer most = big_integer(m) * m * cube_less_self(n);
    if (ties == tied_ranks::corrected) most -= big_integer(m) * tied;
    if (most.sign() == 0) return nothing(statistic_reason::no_variance, ties, n);
    concordance_result to;
    to.w = without_bounds(quotient(spread, most), estimator_of(ties), n);
    to.degrees_of_freedom = static_cast<double>(n - 1);
    to.chi_square = static_cast<double>(m) * to.degrees_of_freedom * to.w.value;
    to.p = chi_square_tail(to.chi_square, to.degrees_of_freedom);
    return to;
}

/// Adds a rater's doubled mean ranks to the units' sums; returns Σ t³ − t of its ties.
big_integer add_ranks(const rating_values& r, std::span<const std::size_t> rows, std::size_t column,
                      std::vector<std::int64_t>& sums) {
    std::vector<std::pair<std::int64_t, std::size_t>> order(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) order[i] = {r.at(rows[i], column), i};
    std::ranges::sort(order);
    big_integer tied;
    for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
        while (to < order.size() && order[to].first == order[from].first) ++to;
        for (std::size_t i = from; i < to; ++i) sums[order[i].second] += static_cast<std::int64_t>(from + to + 1);
        tied += cube_less_self(static_cast<std::int64_t>(to - from));
    }
    return tied;
}

}  // namespace
}  // namespace evidence

concordance_result kendall_w(const rating_values& r, tied_ranks ties, bool leave_out_incomplete) {
    using namespace evidence;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < r.rows; ++row) {
        std::size_t there = 0;
        for (std::size_t j = 0; j < r.columns; ++j) there += r.at(row, j) != rating_values::missing;
        if (there == r.columns) rows.push_back(row);
        else if (there > 0 && !leave_out_incomplete) return nothing(statistic_reason::unbalanced, ties, 0);
    }
    constexpr std::size_t most = std::size_t{1} << 31;
    if (rows.size() >= most || r.columns >= most) return nothing(statistic_reason::too_large, ties, 0);
    std::vector<std::int64_t> sums(rows.size());
    big_integer tied, squares;
    for (std::size_t j = 0; j < r.columns; ++j) tied += add_ranks(r, rows, j, sums);
    for (const std::int64_t s : sums) squares += big_integer(s) * s;
    return finish(static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(r.columns), squares, tied, ties);
}

concordance_result kendall_w(const rating_tally& of, tied_ranks ties) {
    using namespace evidence;
    const std::size_t q = of.category_count(), m = of.design().columns;
    std::int64_t n = 0;
    for (const rating_block& b : of.blocks()) {
        if (b.ratings == 0) continue;
        if (b.ratings != static_cast<std::int64_t>(m)) return nothing(statistic_reason::unbalanced, ties, 0);
        n = b.units;
    }
    if (m >= 2 && !of.design().pairs) return nothing(statistic_reason::not_identified, ties, n);
    std::vector<big_integer> ranks(m * q);  // a rater's doubled mean rank of each category
    big_integer tied, squares;
    for (std::size_t j = 0; j < m; ++j) {
        big_integer below;
        for (std::size_t c = 0; c < q; ++c) {
            const std::int64_t count = of.complete_counts(j)[c];
            ranks[j * q + c] = 2 * below + count + 1;
            below += count;
            tied += cube_less_self(count);
            squares += ranks[j * q + c] * ranks[j * q + c] * count;
        }
    }
    for (std::size_t a = 0; a < m; ++a)
        for (std::size_t b = a + 1; b < m; ++b)
            for (std::size_t c = 0; c < q; ++c)
                for (std::size_t k = 0; k < q; ++k)
                    if (const std::int64_t count = of.joint(a, b)[c * q + k]; count != 0)
                        squares += 2 * (ranks[a * q + c] * ranks[b * q + k]) * count;
    return finish(n, static_cast<std::int64_t>(m), squares, tied, ties);
}

}  // namespace peersupport
