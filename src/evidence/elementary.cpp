// SPDX-License-Identifier: Apache-2.0
#include "evidence/elementary.hpp"

#include "scoring/graded_response.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace peersupport::evidence {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double ln2_high = 0.693147180369123816490, ln2_low = 1.90821492927058770002e-10;
constexpr double half_ln_2pi = 0.918938533204672741780;

/// ln(1+f) = f − (f²/2 − s·(f²/2 + R)), s = f/(2+f), R = 2s²/3 + 2s⁴/5 + …: what is added to f is small.
struct log_parts {
    double half_square, product;
};

log_parts parts_of(double f) noexcept {
    const double s = f / (2.0 + f), z = s * s;
    double r = 2.0 / 27.0;
    for (const double odd : {25.0, 23.0, 21.0, 19.0, 17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0}) r = r * z + 2.0 / odd;
    r = r * z;
    const double half = 0.5 * f * f;
    return {half, s * (half + r)};
}

/// Continued fraction of √π·e^(x²)·erfc(x), from behind with a number of terms that is enough from x = 1 on.
double tail_fraction(double x) noexcept {
    const int terms = x < 1.5 ? 160 : x < 3.0 ? 80 : 40;
    double t = x;
    for (int i = terms; i >= 1; --i) t = x + 0.5 * i / t;
    return 1.0 / t;
}

/// e^(−x²): the square in two parts, because one rounding of x² would be felt x² times over.
double gauss(double x) noexcept {
    const double head = std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & 0xFFFFFFFFF8000000u);
    return exponential(-head * head) * exponential(-(x - head) * (x + head));
}

}  // namespace

double exponential(double x) noexcept {
    constexpr double e_to_100 = 2.68811714181613544841e43, e_to_minus_100 = 3.72007597602083596296e-44;
    if (x != x) return x;
    if (x > 709.782712893383973096) return infinity;
    if (x < -745.2) return 0.0;
    if (x > 700.0) return scoring::exponential(x - 100.0) * e_to_100;
    if (x < -700.0) return scoring::exponential(x + 100.0) * e_to_minus_100;
    return scoring::exponential(x);
}

double exponential_minus_1(double x) noexcept {
    if (!(std::fabs(x) < 0.35)) return exponential(x) - 1.0;
    double sum = 1.0 / 87178291200.0;
    for (const double factorial :
         {6227020800.0, 479001600.0, 39916800.0, 3628800.0, 362880.0, 40320.0, 5040.0, 720.0, 120.0, 24.0, 6.0, 2.0})
        sum = sum * x + 1.0 / factorial;
    return x + sum * x * x;
}

double logarithm(double x) noexcept {
    if (!(x > 0)) return x == 0 ? -infinity : none;
    if (x == infinity) return x;
    int shift = 0;
    if (x < std::numeric_limits<double>::min()) x = x * 0x1p54, shift = -54;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    int k = static_cast<int>(bits >> 52) - 1023;
    double m = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFu) | 0x3FF0000000000000u);
    if (m > 1.41421356237309504880) m = m * 0.5, ++k;
    const double f = m - 1.0, n = k + shift;
    const log_parts p = parts_of(f);
    return n * ln2_high - ((p.half_square - (p.product + n * ln2_low)) - f);
}

double logarithm_of_1_plus(double x) noexcept {
    if (x > -0.29 && x < 0.41) {
        const log_parts p = parts_of(x);
        return x - (p.half_square - p.product);
    }
    const double u = 1.0 + x;
    if (!(u > 0) || u == infinity) return logarithm(u);
    const double lost = x > 1.0 ? 1.0 - (u - x) : x - (u - 1.0);
    return logarithm(u) + lost / u;
}

double power(double x, double y) noexcept {
    if (y == 0 || x == 1) return 1.0;
    return exponential(y * logarithm(x));
}

double error_function(double x) noexcept {
    const double a = std::fabs(x);
    if (!(a < 1.0)) return a != a ? x : x < 0 ? error_function_complement(a) - 1.0 : 1.0 - error_function_complement(a);
    // 2x/√π · Σ (−x²)ⁿ / (n!·(2n+1)); for |x| < 1 the terms shrink from the start.
    const double z = x * x;
    double term = 1.0, sum = 1.0;
    for (int n = 1; n <= 22; ++n) {
        term = -term * z / n;
        sum = sum + term / (2 * n + 1);
    }
    return 1.12837916709551257390 * x * sum;
}

double error_function_complement(double x) noexcept {
    if (x < 1.0) return 1.0 - error_function(x);
    if (x > 27.3) return x != x ? x : 0.0;
    return gauss(x) * 0.564189583547756286948 * tail_fraction(x);
}

double stirling_error(double x) noexcept {
    if (x == infinity) return 0.0;
    if (x < 16.0) {
        // Up to 16 by Γ(x+1) = Γ(x+m+1) / ((x+1)…(x+m)).
        double high = x, product = 1.0;
        while (high < 16.0) high = high + 1.0, product = product * (high / 16.0);
        const double m = std::floor(high - x + 0.5);
        return stirling_error(high) + ((high + 0.5) * logarithm(high / 16.0) - (x + 0.5) * logarithm(x / 16.0)) - m -
               logarithm(product);
    }
    const double z = 1.0 / (x * x);
    double sum = 43867.0 / 244188.0;
    for (const double c : {-3617.0 / 122400.0, 1.0 / 156.0, -691.0 / 360360.0, 1.0 / 1188.0, -1.0 / 1680.0,
                           1.0 / 1260.0, -1.0 / 360.0, 1.0 / 12.0})
        sum = sum * z + c;
    return sum / x;
}

double log_gamma(double x) noexcept {
    if (!(x > 0)) return x == 0 ? infinity : none;
    if (x < 0.5) return log_gamma(x + 1.0) - logarithm(x);
    if (x == 1.0 || x == 2.0) return 0.0;
    if (x < 3.0) {
        // ln Γ(1+w) by its Taylor series would need zeta values; the recurrence is enough for the bound promised.
        return log_gamma(x + 8.0) - logarithm(x * (x + 1) * (x + 2) * (x + 3) * (x + 4) * (x + 5) * (x + 6) * (x + 7));
    }
    return stirling_error(x) + (x - 0.5) * logarithm(x) - x + half_ln_2pi;
}

double deviance_term(double x, double m) noexcept {
    if (x == 0) return m;
    const double d = x - m;
    if (std::fabs(d) >= 0.1 * (x + m)) return x * logarithm(x / m) + m - x;
    // x·ln(x/m) + m − x with v = d/(x+m): d·v + 2x·v·(v²/3 + v⁴/5 + …).
    const double v = d / (x + m), z = v * v;
    double sum = 1.0 / 23.0;
    for (const double odd : {21.0, 19.0, 17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0}) sum = sum * z + 1.0 / odd;
    return d * v + 2.0 * x * v * (sum * z);
}

}  // namespace peersupport::evidence
