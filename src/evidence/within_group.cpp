// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/within_group.hpp"

#include "evidence/agreement_statistic.hpp"
#include "evidence/wide.hpp"

#include <algorithm>

namespace peersupport {
namespace evidence {
namespace {

constexpr std::string_view estimator = "rwg-j/no-interval";

/// Sums over the complete raters of a group: of each item, and what lies between its ends.
struct group_sums {
    std::int64_t raters = 0;
    std::int64_t left_out = 0;
    std::int64_t lowest = INT64_MAX, highest = INT64_MIN;
    std::vector<wide> sums, squares;
};

bool add_rater(group_sums& to, const rating_values& r, std::size_t row) noexcept {
    for (std::size_t j = 0; j < r.columns; ++j)
        if (r.at(row, j) == rating_values::missing) {
            ++to.left_out;
            return true;
        }
    ++to.raters;
    for (std::size_t j = 0; j < r.columns; ++j) {
        const std::int64_t x = r.at(row, j);
        if (x > intraclass_sums::largest_value || x < -intraclass_sums::largest_value) return false;
        to.lowest = std::min(to.lowest, x);
        to.highest = std::max(to.highest, x);
        to.sums[j] += x;
        to.squares[j] += wide{x} * x;
    }
    return true;
}

within_group_result finish(const group_sums& g, std::int64_t options, std::int64_t unit) {
    within_group_result to;
    to.left_out = g.left_out;
    to.agreement_star = to.variance_share = not_a_number;
    to.agreement = not_given(statistic_reason::too_few_rows, estimator, g.raters);
    if (g.raters < 2) return to;
    if (wide{g.highest} - g.lowest > wide{options - 1} * unit) {
        to.agreement.why = statistic_reason::code_outside;
        return to;
    }
    // ρ = spread / even, both times J · n(n − 1) · 12
    const auto items = static_cast<std::int64_t>(g.sums.size());
    big_integer spread, n = g.raters;
    for (std::size_t j = 0; j < g.sums.size(); ++j) {
        const big_integer sum = whole(sum_of(g.sums[j]));
        spread += n * whole(sum_of(g.squares[j])) - sum * sum;
    }
    spread = spread * 12;
    const big_integer even = (big_integer(options) * options - 1) * items * n * (n - 1) * (big_integer(unit) * unit);
    const big_integer same = even - spread;
    to.variance_share = quotient(spread, even);
    to.agreement_star = quotient(same, even);
    to.below_zero = same.sign() < 0;
    const double value = to.below_zero ? 0 : quotient(same * items, same * items + spread);
    to.agreement = without_bounds(value, estimator, g.raters);
    return to;
}

}  // namespace
}  // namespace evidence

result<std::vector<within_group_result>> within_group_agreement(const rating_values& r,
                                                                std::span<const std::uint32_t> group,
                                                                std::size_t groups, std::int64_t options,
                                                                std::int64_t unit) {
    constexpr std::size_t most_rows = std::size_t{1} << 30;  // sums of squares stay below 2^126
    constexpr std::int64_t most = 1'000'000'000;
    if (options < 2 || options > most || unit < 1 || unit > most || r.columns == 0)
        return error(status::invalid_argument);
    if (group.size() != r.rows) return error(status::shape_mismatch);
    if (r.rows >= most_rows) return error(status::too_large);
    std::vector<evidence::group_sums> sums(groups);
    for (evidence::group_sums& g : sums) {
        g.sums.resize(r.columns);
        g.squares.resize(r.columns);
    }
    for (std::size_t row = 0; row < r.rows; ++row) {
        if (group[row] >= groups) return error(status::invalid_argument);
        if (!evidence::add_rater(sums[group[row]], r, row)) return error(status::too_large);
    }
    std::vector<within_group_result> to;
    to.reserve(groups);
    for (const evidence::group_sums& g : sums) to.push_back(evidence::finish(g, options, unit));
    return to;
}

}  // namespace peersupport
