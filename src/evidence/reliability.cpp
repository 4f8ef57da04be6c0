// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/reliability.hpp"

#include "evidence/distribution.hpp"
#include "evidence/reliability_matrix.hpp"

#include <cmath>

namespace peersupport {

using evidence::not_given, evidence::obstacle, evidence::refused, evidence::without_bound;

namespace {

/// Σ of the variances and Σ of all covariances of the columns that `in` takes.
struct sums_of_covariances {
    double variances = 0, all = 0;
};

template <class In>
sums_of_covariances sums_of(const covariance_matrix& of, In in) {
    sums_of_covariances s;
    for (std::size_t i = 0; i < of.columns(); ++i) {
        if (!in(i)) continue;
        s.variances = s.variances + of(i, i);
        s.all = s.all + of(i, i);
        for (std::size_t j = i + 1; j < of.columns(); ++j)
            if (in(j)) s.all = s.all + 2.0 * of(i, j);
    }
    return s;
}

double alpha_from(const sums_of_covariances& s, std::size_t columns) {
    const double k = static_cast<double>(columns);
    return k / (k - 1.0) * (1.0 - s.variances / s.all);
}

bool every(std::size_t) { return true; }

/// The sum of the columns has no variance, up to the rounding of adding covariances up.
bool vanishes(const sums_of_covariances& s) { return !(s.all > 1e-12 * s.variances); }

std::string_view alpha_name(const covariance_matrix& of) {
    return of.missing() == missing_rows::pairwise ? "alpha-pairwise/feldt" : "alpha-listwise/feldt";
}

covariance_matrix correlation_matrix(const covariance_matrix& of) {
    auto made = covariance_matrix::of(evidence::correlations(of), of.columns(), of.min_pairs());
    return made ? std::move(made).value() : of;
}

}  // namespace

statistic cronbach_alpha(const covariance_matrix& of, const reliability_rule& by) {
    const std::string_view name = alpha_name(of);
    if (const auto why = obstacle(of, by); why != statistic_reason::computed) return refused(of, why, name);
    const sums_of_covariances s = sums_of(of, every);
    if (vanishes(s)) return refused(of, statistic_reason::no_variance, name);
    const double alpha = alpha_from(s, of.columns()), tail = (1.0 - by.confidence) / 2.0;
    const double df1 = static_cast<double>(of.min_pairs() - 1), df2 = df1 * static_cast<double>(of.columns() - 1);
    return {alpha,
            1.0 - (1.0 - alpha) * evidence::f_quantile(1.0 - tail, df1, df2),
            1.0 - (1.0 - alpha) * evidence::f_quantile(tail, df1, df2),
            statistic_reason::computed,
            name,
            of.rows(),
            of.min_pairs()};
}

statistic standardized_alpha(const covariance_matrix& of, const reliability_rule& by) {
    constexpr std::string_view name = "alpha-standardized/none";
    if (const auto why = obstacle(of, by); why != statistic_reason::computed) return refused(of, why, name);
    const sums_of_covariances s = sums_of(correlation_matrix(of), every);
    if (vanishes(s)) return refused(of, statistic_reason::no_variance, name);
    return without_bound(of, alpha_from(s, of.columns()), name);
}

statistic guttman_lambda6(const covariance_matrix& of, const reliability_rule& by) {
    constexpr std::string_view name = "guttman-lambda6/none";
    if (const auto why = obstacle(of, by); why != statistic_reason::computed) return refused(of, why, name);
    const sums_of_covariances s = sums_of(of, every);
    if (vanishes(s)) return refused(of, statistic_reason::no_variance, name);
    const auto inverse = evidence::inverse_diagonal(evidence::correlations(of), of.columns());
    if (!inverse) return refused(of, statistic_reason::not_identified, name);
    double unexplained = 0;
    for (std::size_t i = 0; i < of.columns(); ++i) unexplained = unexplained + of(i, i) / (*inverse)[i];
    return without_bound(of, 1.0 - unexplained / s.all, name);
}

split_half_result split_half(const covariance_matrix& of, std::span<const std::uint8_t> second,
                             const reliability_rule& by) {
    constexpr std::string_view brown = "spearman-brown/none", lambda4 = "guttman-lambda4/none";
    const auto none = [&](statistic_reason why) {
        return split_half_result{refused(of, why, brown), refused(of, why, lambda4), not_given};
    };
    const auto of_second = [&](std::size_t i) { return i < second.size() && second[i] != 0; };
    std::size_t seconds = 0;
    for (std::size_t i = 0; i < of.columns(); ++i) seconds += of_second(i);
    if (seconds == 0 || seconds == of.columns()) return none(statistic_reason::too_few_columns);
    if (const auto why = obstacle(of, by); why != statistic_reason::computed) return none(why);
    const sums_of_covariances a = sums_of(of, [&](std::size_t i) { return !of_second(i); }), b = sums_of(of, of_second);
    const sums_of_covariances all = sums_of(of, every);
    if (vanishes(a) || vanishes(b) || vanishes(all)) return none(statistic_reason::no_variance);
    const double between = (all.all - a.all - b.all) / 2.0, r = between / std::sqrt(a.all * b.all);
    split_half_result to{without_bound(of, 2.0 * r / (1.0 + r), brown),
                         without_bound(of, 4.0 * between / all.all, lambda4), r};
    if (!(1.0 + r > 1e-12)) to.spearman_brown = refused(of, statistic_reason::mixed_signs, brown);
    return to;
}

namespace {

/// Item–rest correlation and alpha without the column, from the row and the whole.
void relate(item_analysis_row& to, const covariance_matrix& of, std::size_t i, const sums_of_covariances& all) {
    double row = 0;
    for (std::size_t j = 0; j < of.columns(); ++j) row = row + (j == i ? 0.0 : of(i, j));
    const sums_of_covariances rest{all.variances - of(i, i), all.all - of(i, i) - 2.0 * row};
    if (!(of(i, i) > 0) || vanishes(rest)) {
        to.why = statistic_reason::no_variance;
        if (vanishes(rest)) return;
    } else {
        to.item_rest = row / std::sqrt(of(i, i) * rest.all);
    }
    if (of.columns() > 2) to.alpha_if_deleted = alpha_from(rest, of.columns() - 1);
}

}  // namespace

std::vector<item_analysis_row> item_analysis(const covariance_matrix& of, std::span<const possible_range> ranges,
                                             const reliability_rule& by) {
    std::vector<item_analysis_row> rows(of.columns());
    statistic_reason why = evidence::obstacle_of_counts(of, by);
    if (why == statistic_reason::computed && of.missing() == missing_rows::pairwise && of.has_gaps() &&
        obstacle(of, by) == statistic_reason::not_positive)
        why = statistic_reason::not_positive;
    const sums_of_covariances all = sums_of(of, every);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        item_analysis_row& row = rows[i];
        row.n = of.pairs(i, i);
        row.mean = of.mean(i);
        row.sd = std::sqrt(of(i, i));
        row.difficulty = row.item_rest = row.alpha_if_deleted = not_given;
        row.why = why;
        if (ranges.size() == 1 || i < ranges.size()) {
            const possible_range range = ranges[ranges.size() == 1 ? 0 : i];
            if (range.high > range.low) row.difficulty = (row.mean - range.low) / (range.high - range.low);
        }
        if (why == statistic_reason::computed) relate(row, of, i, all);
    }
    return rows;
}

}  // namespace peersupport
