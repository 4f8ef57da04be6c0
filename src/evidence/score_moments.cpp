// SPDX-License-Identifier: Apache-2.0
#include "evidence/score_moments.hpp"

#include "evidence/distribution.hpp"
#include "evidence/interval_moments.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace peersupport::evidence {
namespace {

__extension__ typedef __int128 wide;

struct denominator_sum {
    std::int64_t denominator = 1;
    wide sum = 0;  // Σ people × numerator: at most 2^40 × 2^53
};

std::vector<denominator_sum> sums_of(std::span<const score_bin> bins) {
    std::vector<denominator_sum> sums;
    for (const score_bin& b : bins) {
        const auto at = std::ranges::lower_bound(sums, b.denominator, {}, &denominator_sum::denominator);
        const wide part = wide{b.people} * b.numerator;
        if (at != sums.end() && at->denominator == b.denominator) at->sum += part;
        else sums.insert(at, {b.denominator, part});
    }
    return sums;
}

double score_of(const score_bin& b) noexcept {
    return static_cast<double>(b.numerator) / static_cast<double>(b.denominator);
}

double square(double x) noexcept { return x * x; }

/// The mean with the respondents added at each end.
bounded_mean with_ends(const score_moments& of, const interval_rule& by) noexcept {
    return bounded({of.people, of.mean, of.squares}, {0, full_score, by.ends, by.confidence});
}

}  // namespace

double one_decimal(double x) noexcept {
    const double up = std::floor(std::fabs(x) * 10 + 0.5) / 10;
    return x < 0 ? 0 - up : up;
}

score_moments moments_of(std::span<const score_bin> bins) {
    score_moments to;
    for (const score_bin& b : bins) to.people += b.people;
    if (to.people == 0) return to;
    double sum = 0;
    for (const denominator_sum& s : sums_of(bins))
        sum += static_cast<double>(s.sum) / static_cast<double>(s.denominator);
    to.mean = sum / static_cast<double>(to.people);
    for (const score_bin& b : bins) to.squares += static_cast<double>(b.people) * square(score_of(b) - to.mean);
    return to;
}

figure mean_figure(const score_moments& of, const interval_rule& by) {
    const bounded_mean m = with_ends(of, by);
    const double half = student_quantile(0.5 + by.confidence / 2, m.df) * std::sqrt(m.error_variance);
    return {of.mean, std::max(0.0, m.mean - half), std::min(full_score, m.mean + half)};
}

figure units_figure(std::span<const score_moments> units, double mean, double confidence) {
    if (units.size() < 2) return {mean, 0, full_score};
    double squares = 0, people = 0;
    for (const score_moments& u : units) {
        squares += square(static_cast<double>(u.people) * (u.mean - mean));
        people += static_cast<double>(u.people);
    }
    const auto count = static_cast<double>(units.size());
    const double error = std::sqrt(count / (count - 1) * squares) / people;
    const double half = student_quantile(0.5 + confidence / 2, count - 1) * error;
    return {mean, std::max(0.0, mean - half), std::min(full_score, mean + half)};
}

mean_difference difference_of(const score_moments& first, const score_moments& second, const interval_rule& by) {
    mean_difference to;
    to.difference.value = first.mean - second.mean;
    const auto found = welch_of(with_ends(first, by), with_ends(second, by), by.confidence);
    if (!found) {  // only without ends: everybody in each group scored the same
        to.difference.low = to.difference.high = to.difference.value;
        to.p = to.difference.value == 0 ? 1 : 0;
        return to;
    }
    to.difference.low = std::max(-full_score, found->centre - found->half);
    to.difference.high = std::min(full_score, found->centre + found->half);
    to.p = found->p;
    return to;
}

std::vector<double> holm(std::span<const double> p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
    std::vector<double> adjusted(p.size());
    double highest = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        highest = std::max(highest, std::min(1.0, static_cast<double>(p.size() - k) * p[order[k]]));
        adjusted[order[k]] = highest;
    }
    return adjusted;
}

figure share_figure(std::int64_t part, std::int64_t of, double confidence) {
    const statistic share = wilson_interval(part, of, confidence);
    return {full_score * static_cast<double>(part) / static_cast<double>(of), full_score * share.low,
            full_score * share.high};
}

}  // namespace peersupport::evidence
