// SPDX-License-Identifier: Apache-2.0
#include "evidence/reliability_matrix.hpp"

#include <algorithm>
#include <cmath>

namespace peersupport::evidence {

std::vector<double> correlations(const covariance_matrix& of) {
    const std::size_t k = of.columns();
    std::vector<double> r(k * k);
    for (std::size_t i = 0; i < k; ++i)
        for (std::size_t j = i; j < k; ++j)
            r[i * k + j] = r[j * k + i] = i == j && of(i, i) > 0 ? 1.0 : of(i, j) / std::sqrt(of(i, i) * of(j, j));
    return r;
}

bool is_positive(std::vector<double> a, std::size_t k) {
    const auto at = [&](std::size_t i, std::size_t j) -> double& { return a[i * k + j]; };
    for (std::size_t p = 0; p < k; ++p) {
        std::size_t pivot = p;
        for (std::size_t i = p; i < k; ++i) {
            if (!(at(i, i) >= -rounding)) return false;
            if (at(i, i) > at(pivot, pivot)) pivot = i;
        }
        if (at(pivot, pivot) <= rounding) {
            for (std::size_t i = p; i < k; ++i)
                for (std::size_t j = p; j < i; ++j)
                    if (!(std::fabs(at(i, j)) <= rounding)) return false;
            return true;
        }
        for (std::size_t c = 0; c < k; ++c) std::swap(at(p, c), at(pivot, c));
        for (std::size_t r = 0; r < k; ++r) std::swap(at(r, p), at(r, pivot));
        for (std::size_t i = p + 1; i < k; ++i) {
            const double factor = at(i, p) / at(p, p);
            for (std::size_t j = p + 1; j < k; ++j) at(i, j) = at(i, j) - factor * at(p, j);
        }
    }
    return true;
}

std::optional<std::vector<double>> inverse_diagonal(std::vector<double> a, std::size_t k) {
    // Cholesky's L in the lower triangle, then the columns of its inverse.
    const auto at = [&](std::size_t i, std::size_t j) -> double& { return a[i * k + j]; };
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double left = at(i, j);
            for (std::size_t c = 0; c < j; ++c) left = left - at(i, c) * at(j, c);
            if (i == j && !(left > rounding)) return std::nullopt;
            at(i, j) = i == j ? std::sqrt(left) : left / at(j, j);
        }
    }
    std::vector<double> diagonal(k), column(k);
    for (std::size_t j = 0; j < k; ++j) {
        for (std::size_t i = j; i < k; ++i) {
            double left = i == j ? 1.0 : 0.0;
            for (std::size_t c = j; c < i; ++c) left = left - at(i, c) * column[c];
            column[i] = left / at(i, i);
            diagonal[j] = diagonal[j] + column[i] * column[i];
        }
    }
    return diagonal;
}

statistic_reason obstacle_of_counts(const covariance_matrix& of, const reliability_rule& by,
                                    std::size_t least_columns) {
    if (of.columns() < least_columns) return statistic_reason::too_few_columns;
    if (of.rows() < 3) return statistic_reason::too_few_rows;
    if (of.has_gaps() && of.min_pairs() < std::max<std::int64_t>(by.min_pairs, 3))
        return statistic_reason::never_together;
    return statistic_reason::computed;
}

statistic_reason obstacle(const covariance_matrix& of, const reliability_rule& by, std::size_t least_columns) {
    if (const auto why = obstacle_of_counts(of, by, least_columns); why != statistic_reason::computed) return why;
    for (std::size_t i = 0; i < of.columns(); ++i)
        if (!(of(i, i) > 0)) return statistic_reason::no_variance;
    // The covariances of the same rows for all pairs cannot contradict each other; a matrix that was given can.
    if (of.missing() == missing_rows::pairwise && !is_positive(correlations(of), of.columns()))
        return statistic_reason::not_positive;
    return statistic_reason::computed;
}

statistic refused(const covariance_matrix& of, statistic_reason why, std::string_view estimator) {
    return {not_given, not_given, not_given, why, estimator, of.rows(), of.min_pairs()};
}

statistic without_bound(const covariance_matrix& of, double value, std::string_view estimator) {
    return {value, not_given, not_given, statistic_reason::no_bound, estimator, of.rows(), of.min_pairs()};
}

}  // namespace peersupport::evidence
