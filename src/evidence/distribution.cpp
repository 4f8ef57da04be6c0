// SPDX-License-Identifier: Apache-2.0
#include "evidence/distribution.hpp"

#include "evidence/elementary.hpp"

#include <cmath>
#include <limits>

namespace peersupport::evidence {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double root_half = 0.707106781186547524401;
constexpr double least = 1e-300;  // stands in for 0 in a continued fraction (modified Lentz)
constexpr int most_terms = 2'000'000;

/// Both tails of a distribution and its density times the derivative of the place with respect to the search variable.
struct tails {
    double lower, upper, slope;
};

double away_from_zero(double x) noexcept { return std::fabs(x) < least ? least : x; }

/// Γ(a+b+1)/(Γ(a+1)Γ(b+1))·x^a·y^b, y = 1−x (Loader 2000).
double beta_term(double x, double y, double a, double b) noexcept {
    const double n = a + b;
    const double log_term =
        stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance_term(a, n * x) - deviance_term(b, n * y);
    return exponential(log_term) * std::sqrt(n / (2.0 * pi * a * b));
}

/// I_x(a, b)·B(a, b)/(x^a·y^b) by the continued fraction of Didonato and Morris 1992 (ACM Algorithm 708, BFRAC),
/// modified Lentz. `ahead` = a − (a+b)·x ≥ 0 is given: near x = 1 it cannot be had from x.
double beta_fraction(double x, double y, double a, double b, double ahead) noexcept {
    const double first = 1.0 + ahead;
    double h = first / (1.0 + 1.0 / a), c = h, d = 0.0;
    for (int n = 1; n < most_terms; ++n) {
        const double t = (n - 1) / a, s = a + 2.0 * n - 1.0, w = n * (b - n) * x;
        const double up = (1.0 + t) * (1.0 + t + b / a) * (a / s) * (a / s) * (w * x);
        const double next = 1.0 + n / a;
        const double down = n + w / s + next / (next + (n + 1) / a) * (first + n * (1.0 + y));
        d = 1.0 / away_from_zero(down + up * d);
        c = away_from_zero(down + up / c);
        const double step = d * c;
        h = h * step;
        if (std::fabs(step - 1.0) <= epsilon) break;
    }
    return 1.0 / h;
}

/// I_x(a, b), its complement and x·y·density. y = 1−x is given because x may be too near 1 to tell.
tails beta_tails(double x, double y, double a, double b) noexcept {
    if (x <= 0) return {0.0, 1.0, 0.0};
    if (y <= 0) return {1.0, 0.0, 0.0};
    const double term = beta_term(x, y, a, b);
    const double slope = term * (a / (a + b)) * b;  // x^a·y^b/B(a, b)
    const double ahead = x < y ? a - (a + b) * x : (a + b) * y - b;
    if (ahead >= 0) {
        const double lower = slope * beta_fraction(x, y, a, b, ahead);
        return {lower, 1.0 - lower, slope};
    }
    const double upper = slope * beta_fraction(y, x, b, a, -ahead);
    return {1.0 - upper, upper, slope};
}

/// P(a, x), Q(a, x) and x·density of the gamma distribution with shape a.
tails gamma_tails(double x, double a) noexcept {
    if (x <= 0) return {0.0, 1.0, 0.0};
    if (x == infinity) return {1.0, 0.0, 0.0};
    const double term = exponential(-stirling_error(a) - deviance_term(a, x)) / std::sqrt(2.0 * pi * a);
    if (x < a + 1.0) {
        double part = 1.0, sum = 1.0;
        for (int n = 1; n < most_terms && part > sum * (epsilon / 4); ++n) {
            part = part * (x / (a + n));
            sum = sum + part;
        }
        const double lower = term * sum;
        return {lower, 1.0 - lower, term * a};
    }
    double b = x + 1.0 - a, c = 1.0 / least, d = 1.0 / away_from_zero(b), h = d;
    for (int n = 1; n < most_terms; ++n) {
        const double up = -n * (n - a);
        b = b + 2.0;
        d = 1.0 / away_from_zero(up * d + b);
        c = away_from_zero(b + up / c);
        const double step = d * c;
        h = h * step;
        if (std::fabs(step - 1.0) <= epsilon) break;
    }
    const double upper = term * a * h;
    return {1.0 - upper, upper, term * a};
}

/// Finds s with tails_at(s).lower = p, q = 1−p. Newton on the logarithm of the smaller tail, which is concave for the
/// distributions used here; a step that leaves the bracket becomes a bisection. Newton's error after a step is about
/// step²·c, with c = step/(step before)²: once that is below the last digit no further look is needed.
template <class TailsAt>
double solve(TailsAt tails_at, double p, double q, double start) noexcept {
    const bool low = p <= q;
    const double target = low ? p : q;
    double left = -1500.0, right = 1500.0, s = start, before = 0.0;
    for (int step = 0; step < 300; ++step) {
        const tails t = tails_at(s);
        const double at = low ? t.lower : t.upper;
        const bool beyond = low ? at > target : at < target;
        if (at == target) return s;
        (beyond ? right : left) = s;
        const double change = at > 0 && t.slope > 0 ? logarithm(target / at) * at / t.slope : none;
        double next = low ? s + change : s - change;
        if (!(next > left && next < right)) next = 0.5 * (left + right);
        const double moved = std::fabs(next - s);
        s = next;
        if (moved < before && moved * (moved / before) * (moved / before) <= epsilon / 8) break;
        if (moved <= 2.0 * epsilon * std::fabs(s) + epsilon / 4 || right - left <= 4.0 * epsilon * std::fabs(s)) break;
        before = moved;
    }
    return s;
}

/// The normal quantile to three digits (Abramowitz and Stegun 26.2.23), of the tail p ≤ 1/2.
double rough_normal(double tail) noexcept {
    const double t = std::sqrt(-2.0 * logarithm(tail));
    return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/// ln(x/y) with I_x(a, b) = p. The logit of a beta variable is about normal with this mean and variance.
double beta_logit(double p, double q, double a, double b) noexcept {
    const auto at = [a, b](double s) noexcept {
        const double e = exponential(-std::fabs(s)), small = e / (1.0 + e), large = 1.0 / (1.0 + e);
        return s < 0 ? beta_tails(small, large, a, b) : beta_tails(large, small, a, b);
    };
    const double z = p < q ? -rough_normal(p) : rough_normal(q);
    return solve(at, p, q, logarithm(a / b) + z * std::sqrt(1.0 / a + 1.0 / b));
}

bool is_df(double df) noexcept { return df > 0 && df < infinity; }
bool inside(double p) noexcept { return p > 0 && p < 1; }

tails f_tails(double f, double df1, double df2) noexcept {
    if (!(f >= 0) || !is_df(df1) || !is_df(df2)) return {none, none, none};
    if (f == infinity) return {1.0, 0.0, 0.0};
    const double up = df1 * f, all = up + df2;
    return beta_tails(up / all, df2 / all, 0.5 * df1, 0.5 * df2);
}

}  // namespace

double normal_density(double z) noexcept { return exponential(-0.5 * z * z) * 0.398942280401432677940; }
double normal_cdf(double z) noexcept { return 0.5 * error_function_complement(-z * root_half); }
double normal_tail(double z) noexcept { return error_function_complement(std::fabs(z) * root_half); }

double normal_quantile(double p) noexcept {
    if (!inside(p)) return p == 0 ? -infinity : p == 1 ? infinity : none;
    const double middle = p - 0.5;
    if (middle == 0) return 0.0;
    const double tail = middle < 0 ? p : 1.0 - p;
    // Halley's steps, each of which triples the digits.
    double z = rough_normal(tail);
    for (int step = 0; step < 4; ++step) {
        const bool central = tail > 0.1;
        const double excess = central ? 0.5 * error_function(z * root_half) - std::fabs(middle)
                                      : tail - 0.5 * error_function_complement(z * root_half);
        const double ratio = excess / normal_density(z);
        z = z - ratio / (1.0 + 0.5 * z * ratio);
    }
    return middle < 0 ? -z : z;
}

double student_tail(double t, double df) noexcept {
    if (t != t || !is_df(df)) return none;
    const double square = t * t;
    if (square == infinity) return 0.0;
    return beta_tails(df / (df + square), square / (df + square), 0.5 * df, 0.5).lower;
}

double student_cdf(double t, double df) noexcept {
    const double tail = 0.5 * student_tail(t, df);
    return t > 0 ? 1.0 - tail : tail;
}

double student_quantile(double p, double df) noexcept {
    if (!is_df(df) || !inside(p)) return is_df(df) && (p == 0 || p == 1) ? (p == 0 ? -infinity : infinity) : none;
    const double middle = p - 0.5;
    if (middle == 0) return 0.0;
    const double tail = 2.0 * (middle < 0 ? p : 1.0 - p);
    const double s = beta_logit(tail, 2.0 * std::fabs(middle), 0.5 * df, 0.5);
    const double t = std::sqrt(df) * exponential(-0.5 * s);
    return middle < 0 ? -t : t;
}

double f_cdf(double f, double df1, double df2) noexcept { return f_tails(f, df1, df2).lower; }
double f_tail(double f, double df1, double df2) noexcept { return f_tails(f, df1, df2).upper; }

double f_quantile(double p, double df1, double df2) noexcept {
    if (!is_df(df1) || !is_df(df2)) return none;
    if (!inside(p)) return p == 0 ? 0.0 : p == 1 ? infinity : none;
    return df2 / df1 * exponential(beta_logit(p, 1.0 - p, 0.5 * df1, 0.5 * df2));
}

double chi_square_cdf(double x, double df) noexcept {
    return x >= 0 && is_df(df) ? gamma_tails(0.5 * x, 0.5 * df).lower : none;
}
double chi_square_tail(double x, double df) noexcept {
    return x >= 0 && is_df(df) ? gamma_tails(0.5 * x, 0.5 * df).upper : none;
}

double chi_square_quantile(double p, double df) noexcept {
    if (!is_df(df)) return none;
    if (!inside(p)) return p == 0 ? 0.0 : p == 1 ? infinity : none;
    const auto at = [df](double s) noexcept { return gamma_tails(exponential(s), 0.5 * df); };
    return 2.0 * exponential(solve(at, p, 1.0 - p, logarithm(0.5 * df)));
}

double beta_cdf(double x, double a, double b) noexcept {
    return x >= 0 && x <= 1 && is_df(a) && is_df(b) ? beta_tails(x, 1.0 - x, a, b).lower : none;
}

double beta_quantile(double p, double a, double b) noexcept {
    if (!is_df(a) || !is_df(b)) return none;
    if (!inside(p)) return p == 0 || p == 1 ? p : none;
    const double s = beta_logit(p, 1.0 - p, a, b);
    const double e = exponential(-std::fabs(s));
    return s < 0 ? e / (1.0 + e) : 1.0 / (1.0 + e);
}

}  // namespace peersupport::evidence
