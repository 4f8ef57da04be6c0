// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/gram_covariance.hpp"
#include "peersupport/evidence/statistic.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport {

/// What reliability is asked with.
struct reliability_rule {
    double confidence = 0.95;
    /// Least number of rows behind every pair of columns. Looked at only where there are gaps: with few rows behind
    /// some pairs, pairwise alpha can come out at 25.
    std::int64_t min_pairs = 10;
};

/// Cronbach's alpha: k/(k−1) · (1 − Σ variances / Σ of all covariances). Interval: L. S. Feldt 1965, F with n−1 and
/// (n−1)(k−1) degrees of freedom, n the rows used, with gaps the smallest pair count.
/// Reasons: too_few_columns (k < 2), too_few_rows (n < 3), never_together (min_pairs), no_variance (of a column or of
/// the sum), not_positive (pairwise covariances with a negative eigenvalue beyond rounding).
[[nodiscard]] statistic cronbach_alpha(const covariance_matrix& of, const reliability_rule& by = {});
/// The same of the correlations: alpha of the sum of standardized columns. No interval.
[[nodiscard]] statistic standardized_alpha(const covariance_matrix& of, const reliability_rule& by = {});
/// Guttman's λ6: 1 − Σ (variance that the other columns do not explain) / Σ of all covariances. No interval.
/// not_identified: the covariances are singular.
[[nodiscard]] statistic guttman_lambda6(const covariance_matrix& of, const reliability_rule& by = {});

/// McDonald's omega of one factor, with the standardized loadings it came from.
struct omega_result {
    statistic omega;
    std::vector<double> loadings;  ///< of the standardized columns; empty where omega is not given
};
/// One factor by least squares on the correlations (minres: H. H. Harman and W. H. Jones 1966), loading by loading
/// until nothing moves by more than 10⁻¹⁴. ω = (Σλ)² / ((Σλ)² + Σψ), λ and ψ times the columns' standard deviations and
/// variances unless `standardized`. This is not psych's omega_total, which has several factors.
/// Reasons besides alpha's: too_few_columns (k < 3), not_identified (no convergence, or a loading of 1 and more),
/// mixed_signs.
[[nodiscard]] omega_result mcdonald_omega(const covariance_matrix& of, bool standardized = false,
                                          const reliability_rule& by = {});

/// Two halves of the columns.
struct split_half_result {
    statistic spearman_brown;  ///< 2r/(1+r), r the correlation of the halves' sums
    statistic lambda4;         ///< Guttman's λ4 of this split: 4·cov(A, B)/variance of the sum
    double correlation = 0;    ///< r; NaN where not given
};
/// `second` holds a byte a column: 1 when it belongs to the second half. too_few_columns when a half is empty.
[[nodiscard]] split_half_result split_half(const covariance_matrix& of, std::span<const std::uint8_t> second,
                                           const reliability_rule& by = {});

/// One column among the others. What is not given is NaN, and `why` says what stands in the way.
struct item_analysis_row {
    std::int64_t n = 0;
    double mean = 0, sd = 0;
    double difficulty = 0;  ///< (mean − lowest)/(highest − lowest) of the possible range; NaN without one
    double item_rest = 0;   ///< correlation with the sum of the other columns
    double alpha_if_deleted = 0;
    statistic_reason why = statistic_reason::computed;  ///< of item_rest and alpha_if_deleted
};

/// The possible range of a column.
struct possible_range {
    double low = 0;
    double high = 0;
};
/// A row a column. `ranges` is empty, or one for all, or one a column. A column without variance stands with its n and
/// mean; the others are then still analysed without it taking part in their reasons, only in their sums.
[[nodiscard]] std::vector<item_analysis_row> item_analysis(const covariance_matrix& of,
                                                           std::span<const possible_range> ranges,
                                                           const reliability_rule& by = {});

/// The standard error of measurement and the smallest change that is more than error.
struct measurement_error {
    statistic sem;
    statistic mdc;  ///< multiplier·√2·SEM; 1.96 is the custom for MDC95
};
/// √ of the residual mean square of a two-way table (columns are occasions or raters): mean variance − mean covariance.
/// J. P. Weir 2005. Interval by chi-square with (n−1)(k−1) degrees of freedom.
[[nodiscard]] measurement_error sem_of_residuals(const covariance_matrix& of, const reliability_rule& by = {},
                                                 double multiplier = 1.96);
/// SD·√(1 − reliability): the other definition; gives another number. No interval.
[[nodiscard]] measurement_error sem_of_reliability(double sd, double reliability, double multiplier = 1.96);

}  // namespace peersupport
