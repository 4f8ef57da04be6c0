// SPDX-License-Identifier: Apache-2.0
// Distribution functions and quantiles in strict double arithmetic: the same bits on every platform. Relative error
// below 10⁻¹² for degrees of freedom from 0.5 to 10⁷ (of the smaller tail for a distribution function).
// Outside its domain a function returns NaN. Degrees of freedom need not be whole.
#pragma once

namespace peersupport::evidence {

/// Density of N(0, 1).
[[nodiscard]] double normal_density(double z) noexcept;
/// P(Z ≤ z).
[[nodiscard]] double normal_cdf(double z) noexcept;
/// z with P(Z ≤ z) = p, 0 < p < 1.
[[nodiscard]] double normal_quantile(double p) noexcept;
/// Two-sided p: P(|Z| ≥ |z|).
[[nodiscard]] double normal_tail(double z) noexcept;

/// P(T ≤ t), Student's t.
[[nodiscard]] double student_cdf(double t, double df) noexcept;
/// t with P(T ≤ t) = p, 0 < p < 1.
[[nodiscard]] double student_quantile(double p, double df) noexcept;
/// Two-sided p: P(|T| ≥ |t|).
[[nodiscard]] double student_tail(double t, double df) noexcept;

/// P(F ≤ f), f ≥ 0.
[[nodiscard]] double f_cdf(double f, double df1, double df2) noexcept;
/// P(F ≥ f).
[[nodiscard]] double f_tail(double f, double df1, double df2) noexcept;
/// f with P(F ≤ f) = p.
[[nodiscard]] double f_quantile(double p, double df1, double df2) noexcept;

/// P(X ≤ x), chi-square.
[[nodiscard]] double chi_square_cdf(double x, double df) noexcept;
/// P(X ≥ x).
[[nodiscard]] double chi_square_tail(double x, double df) noexcept;
/// x with P(X ≤ x) = p.
[[nodiscard]] double chi_square_quantile(double p, double df) noexcept;

/// Regularized incomplete beta function I_x(a, b), 0 ≤ x ≤ 1.
[[nodiscard]] double beta_cdf(double x, double a, double b) noexcept;
/// x with I_x(a, b) = p.
[[nodiscard]] double beta_quantile(double p, double a, double b) noexcept;

}  // namespace peersupport::evidence
