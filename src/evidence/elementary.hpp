// SPDX-License-Identifier: Apache-2.0
// Elementary functions from additions, multiplications, divisions and square roots only: the same bits on every
// platform, which <cmath> does not promise. Errors are bounded for finite arguments; NaN stays NaN.
#pragma once

namespace peersupport::evidence {

inline constexpr double pi = 3.14159265358979323846;

/// e^x, within 2 units in the last place; 0 below −745.2, infinity above 709.8.
[[nodiscard]] double exponential(double x) noexcept;
/// e^x − 1, within 4 units in the last place, also near 0.
[[nodiscard]] double exponential_minus_1(double x) noexcept;
/// ln x, within 1 unit in the last place; NaN below 0, −infinity at 0.
[[nodiscard]] double logarithm(double x) noexcept;
/// ln(1 + x), within 2 units in the last place, also near 0.
[[nodiscard]] double logarithm_of_1_plus(double x) noexcept;
/// x^y for x ≥ 0, within |y·ln x| + 2 units in the last place.
[[nodiscard]] double power(double x, double y) noexcept;
/// Error function 2/√π ∫₀ˣ e^(−t²) dt.
[[nodiscard]] double error_function(double x) noexcept;
/// 1 − erf x without its cancellation.
[[nodiscard]] double error_function_complement(double x) noexcept;
/// ln Γ(x) for x > 0; absolute error below 4·10⁻¹⁵·max(1, |result|).
[[nodiscard]] double log_gamma(double x) noexcept;
/// What Stirling's formula leaves out: ln Γ(x+1) − (x+½)·ln x + x − ½·ln 2π, for x > 0. C. Loader 2000, "Fast and
/// accurate computation of binomial probabilities".
[[nodiscard]] double stirling_error(double x) noexcept;
/// x·ln(x/m) + m − x for x ≥ 0, m > 0, without cancellation where x is near m. Loader 2000.
[[nodiscard]] double deviance_term(double x, double m) noexcept;

}  // namespace peersupport::evidence
