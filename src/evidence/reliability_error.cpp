// SPDX-License-Identifier: Apache-2.0
#include "evidence/distribution.hpp"
#include "evidence/reliability_matrix.hpp"
#include "peersupport/evidence/reliability.hpp"

#include <cmath>

namespace peersupport {
namespace {

constexpr double root_2 = 1.41421356237309504880;

}  // namespace

measurement_error sem_of_residuals(const covariance_matrix& of, const reliability_rule& by, double multiplier) {
    constexpr std::string_view name = "sem-residual/chi-square", change = "mdc-of-sem-residual/chi-square";
    const auto none = [&](statistic_reason why) {
        return measurement_error{evidence::refused(of, why, name), evidence::refused(of, why, change)};
    };
    if (const auto why = evidence::obstacle_of_counts(of, by); why != statistic_reason::computed) return none(why);
    const std::size_t k = of.columns();
    double variances = 0, covariances = 0;
    for (std::size_t i = 0; i < k; ++i) {
        variances = variances + of(i, i);
        for (std::size_t j = i + 1; j < k; ++j) covariances = covariances + of(i, j);
    }
    if (!(variances > 0)) return none(statistic_reason::no_variance);
    const double columns = static_cast<double>(k);
    const double residual = variances / columns - covariances / (columns * (columns - 1.0) / 2.0);
    if (residual < 0 && of.has_gaps()) return none(statistic_reason::not_positive);
    const double sem = residual > 0 ? std::sqrt(residual) : 0.0;
    const double df = static_cast<double>(of.min_pairs() - 1) * (columns - 1.0), tail = (1.0 - by.confidence) / 2.0;
    const double low = sem * std::sqrt(df / evidence::chi_square_quantile(1.0 - tail, df));
    const double high = sem * std::sqrt(df / evidence::chi_square_quantile(tail, df));
    const double detectable = multiplier * root_2;
    const auto given = [&](double v, double l, double h, std::string_view id) {
        return statistic{v, l, h, statistic_reason::computed, id, of.rows(), of.min_pairs()};
    };
    return {given(sem, low, high, name), given(detectable * sem, detectable * low, detectable * high, change)};
}

measurement_error sem_of_reliability(double sd, double reliability, double multiplier) {
    constexpr std::string_view name = "sem-sd-root-1-minus-r/none", change = "mdc-of-sem-sd-root-1-minus-r/none";
    using evidence::not_given;
    if (!(sd >= 0) || !(reliability <= 1)) {
        const statistic none{not_given, not_given, not_given, statistic_reason::not_identified, name, 0, 0};
        return {none, none};
    }
    const double sem = sd * std::sqrt(1.0 - reliability);
    return {{sem, not_given, not_given, statistic_reason::no_bound, name, 0, 0},
            {multiplier * root_2 * sem, not_given, not_given, statistic_reason::no_bound, change, 0, 0}};
}

}  // namespace peersupport
