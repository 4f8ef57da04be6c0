// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/interval.hpp"

#include "evidence/distribution.hpp"
#include "evidence/interval_moments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace peersupport {
namespace evidence {
namespace {

__extension__ typedef __int128 wide;

double square(double x) noexcept { return x * x; }

}  // namespace

exact_moments exact_moments_of(const scaled_numbers& scores) noexcept {
    exact_moments to;
    to.n = static_cast<std::int64_t>(scores.whole.size());
    if (to.n == 0) return to;
    const auto [least, greatest] = std::ranges::minmax(scores.whole);
    to.least = static_cast<double>(least) / scores.scale;
    to.greatest = static_cast<double>(greatest) / scores.scale;
    const double most = std::max(std::fabs(static_cast<double>(least)), std::fabs(static_cast<double>(greatest)));
    const double n = static_cast<double>(to.n);
    to.fits = n * n * most * most < 0x1p126;
    if (!to.fits) return to;
    wide sum = 0, squares = 0;
    for (const std::int64_t v : scores.whole) {
        sum += v;
        squares += static_cast<wide>(v) * v;
    }
    to.mean = static_cast<double>(sum) / n / scores.scale;
    to.squares = static_cast<double>(static_cast<wide>(to.n) * squares - sum * sum) / n / scores.scale / scores.scale;
    return to;
}

bounded_mean bounded(const exact_moments& of, const mean_rule& by) noexcept {
    const double n = static_cast<double>(of.n), size = n + 2.0 * by.ends;
    const double mean = (n * of.mean + by.ends * (by.low + by.high)) / size;
    const double squares =
        of.squares + n * square(of.mean - mean) + by.ends * (square(mean - by.low) + square(by.high - mean));
    return {mean, squares / (size - 1.0) / size, n - 1.0};
}

std::optional<welch_test> welch_of(const bounded_mean& first, const bounded_mean& second, double confidence) noexcept {
    const double a = first.error_variance, b = second.error_variance, variance = a + b;
    if (!(variance > 0)) return std::nullopt;
    welch_test to;
    const double error = std::sqrt(variance);
    to.centre = first.mean - second.mean;
    to.df = square(variance) / (square(a) / first.df + square(b) / second.df);
    to.t = to.centre / error;
    to.p = student_tail(to.t, to.df);
    to.half = student_quantile(0.5 + confidence / 2.0, to.df) * error;
    return to;
}

}  // namespace evidence

namespace {

using evidence::bounded, evidence::exact_moments, evidence::exact_moments_of;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

statistic refused(statistic_reason why, std::string_view name, std::int64_t n) {
    return {none, none, none, why, name, n, 0};
}

bool outside(const exact_moments& m, const mean_rule& by) {
    return by.ends > 0 && (m.least < by.low || m.greatest > by.high);
}

statistic_reason obstacle(const exact_moments& m, const mean_rule& by, std::int64_t least) {
    if (m.n < least) return statistic_reason::too_few_rows;
    if (!m.fits) return statistic_reason::too_large;
    return outside(m, by) ? statistic_reason::code_outside : statistic_reason::computed;
}

statistic_reason obstacle(std::int64_t x, std::int64_t n) {
    if (n < 1) return statistic_reason::too_few_rows;
    return x < 0 || x > n ? statistic_reason::code_outside : statistic_reason::computed;
}

}  // namespace

statistic wilson_interval(std::int64_t x, std::int64_t n, double confidence, bool corrected) {
    const std::string_view name = corrected ? "share/wilson-corrected" : "share/wilson";
    if (const auto why = obstacle(x, n); why != statistic_reason::computed) return refused(why, name, n);
    const double z = evidence::normal_quantile(0.5 + confidence / 2.0), size = static_cast<double>(n), zz = z * z;
    const double p = static_cast<double>(x) / size, q = static_cast<double>(n - x) / size;
    double low, high;
    if (corrected) {
        const double down = 2.0 * (size + zz), centre = 2.0 * size * p + zz;
        low = (centre - 1.0 - z * std::sqrt(zz - 2.0 - 1.0 / size + 4.0 * p * (size * q + 1.0))) / down;
        high = (centre + 1.0 + z * std::sqrt(zz + 2.0 - 1.0 / size + 4.0 * p * (size * q - 1.0))) / down;
    } else {
        const double spread = z * std::sqrt(size * p * q + zz / 4.0), centre = size * p + zz / 2.0;
        low = (centre - spread) / (size + zz);
        high = (centre + spread) / (size + zz);
    }
    low = x == 0 ? 0.0 : std::max(0.0, low);
    high = x == n ? 1.0 : std::min(1.0, high);
    return {p, low, high, statistic_reason::computed, name, n, 0};
}

statistic clopper_pearson_interval(std::int64_t x, std::int64_t n, double confidence) {
    constexpr std::string_view name = "share/clopper-pearson";
    if (const auto why = obstacle(x, n); why != statistic_reason::computed) return refused(why, name, n);
    const double tail = (1.0 - confidence) / 2.0, there = static_cast<double>(x), rest = static_cast<double>(n - x);
    const double low = x == 0 ? 0.0 : evidence::beta_quantile(tail, there, rest + 1.0);
    const double high = x == n ? 1.0 : evidence::beta_quantile(1.0 - tail, there + 1.0, rest);
    return {there / static_cast<double>(n), low, high, statistic_reason::computed, name, n, 0};
}

statistic mean_interval(const scaled_numbers& scores, const mean_rule& by) {
    const std::string_view name = by.ends > 0 ? "mean/bounded-t" : "mean/t";
    const exact_moments m = exact_moments_of(scores);
    if (const auto why = obstacle(m, by, 1); why != statistic_reason::computed) return refused(why, name, m.n);
    if (m.n == 1 || (by.ends == 0 && m.squares == 0))
        return {m.mean, none, none, statistic_reason::no_bound, name, m.n, 0};
    const evidence::bounded_mean e = bounded(m, by);
    const double half = evidence::student_quantile(0.5 + by.confidence / 2.0, e.df) * std::sqrt(e.error_variance);
    const bool clip = by.ends > 0;
    return {m.mean,
            clip ? std::max(by.low, e.mean - half) : e.mean - half,
            clip ? std::min(by.high, e.mean + half) : e.mean + half,
            statistic_reason::computed,
            name,
            m.n,
            0};
}

mean_gap welch_gap(const scaled_numbers& first, const scaled_numbers& second, const mean_rule& by) {
    const std::string_view name = by.ends > 0 ? "gap/bounded-welch" : "gap/welch";
    const exact_moments a = exact_moments_of(first), b = exact_moments_of(second);
    mean_gap to{refused(statistic_reason::computed, name, a.n + b.n), none, none, none};
    for (const exact_moments& m : {a, b})
        if (to.gap.why = obstacle(m, by, 2); to.gap.why != statistic_reason::computed) return to;
    to.gap.value = a.mean - b.mean;
    const auto found = evidence::welch_of(bounded(a, by), bounded(b, by), by.confidence);
    if (!found) {
        to.gap.why = statistic_reason::no_bound;
        return to;
    }
    to.df = found->df;
    to.t = found->t;
    to.p = found->p;
    const double low = found->centre - found->half, high = found->centre + found->half, most = by.high - by.low;
    to.gap.low = by.ends > 0 ? std::max(-most, low) : low;
    to.gap.high = by.ends > 0 ? std::min(most, high) : high;
    return to;
}

}  // namespace peersupport
