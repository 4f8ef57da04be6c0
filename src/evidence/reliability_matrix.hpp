// SPDX-License-Identifier: Apache-2.0
// What several reliability statistics ask of a covariance matrix first.
#pragma once

#include "peersupport/evidence/reliability.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace peersupport::evidence {

inline constexpr double not_given = std::numeric_limits<double>::quiet_NaN();
/// How far below 0 an eigenvalue of a correlation matrix may come out by rounding.
inline constexpr double rounding = 1e-9;

/// The correlations, row by row. A column without variance gives NaN.
[[nodiscard]] std::vector<double> correlations(const covariance_matrix& of);
/// Is the symmetric matrix positive semi-definite up to rounding? LDLᵀ with the largest pivot first: the diagonal left
/// over is never below −rounding, and where it is used up, nothing beside it is left either.
[[nodiscard]] bool is_positive(std::vector<double> matrix, std::size_t columns);
/// The diagonal of the inverse of a positive definite matrix; nothing where it is singular up to rounding.
[[nodiscard]] std::optional<std::vector<double>> inverse_diagonal(std::vector<double> matrix, std::size_t columns);

/// What stands in the way of any statistic of these columns together, or computed.
[[nodiscard]] statistic_reason obstacle(const covariance_matrix& of, const reliability_rule& by,
                                        std::size_t least_columns = 2);
/// The same without the variance of each column.
[[nodiscard]] statistic_reason obstacle_of_counts(const covariance_matrix& of, const reliability_rule& by,
                                                  std::size_t least_columns = 2);

[[nodiscard]] statistic refused(const covariance_matrix& of, statistic_reason why, std::string_view estimator);
[[nodiscard]] statistic without_bound(const covariance_matrix& of, double value, std::string_view estimator);

}  // namespace peersupport::evidence
