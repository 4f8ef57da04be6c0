// SPDX-License-Identifier: Apache-2.0
#include "evidence/distribution.hpp"
#include "peersupport/evidence/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace peersupport {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Type 7: linear between order statistics, the first at 0 and the last at 1.
double quantile(const std::vector<double>& sorted, double level) {
    const double at = level * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    if (below + 1 >= sorted.size()) return sorted.back();
    const double part = at - static_cast<double>(below);
    // Equal neighbours give themselves, without rounding.
    return sorted[below] == sorted[below + 1] ? sorted[below]
                                              : sorted[below] + part * (sorted[below + 1] - sorted[below]);
}

double deviation(const std::vector<double>& sorted) {
    double sum = 0, squares = 0;
    for (const double v : sorted) sum = sum + v;
    const double n = static_cast<double>(sorted.size()), mean = sum / n;
    for (const double v : sorted) squares = squares + (v - mean) * (v - mean);
    return std::sqrt(squares / (n - 1.0));
}

/// The replicates that exist, ascending; fills in what needs no levels. An empty vector: no interval.
std::vector<double> usable(double value, std::span<const double> replicates, std::int64_t units, bootstrap_result& to) {
    to.estimate.value = value;
    to.estimate.low = to.estimate.high = to.low_level = to.high_level = to.se = none;
    to.estimate.n = units;
    std::vector<double> sorted;
    std::ranges::copy_if(replicates, std::back_inserter(sorted), [](double v) { return v == v; });
    std::ranges::sort(sorted);
    to.undefined = static_cast<std::int64_t>(replicates.size() - sorted.size());
    to.estimate.why = !(value == value) ? statistic_reason::no_variance : statistic_reason::computed;
    if (units < 2) to.estimate.why = value == value ? statistic_reason::no_bound : statistic_reason::too_few_rows;
    if (to.estimate.why != statistic_reason::computed) return {};
    to.estimate.why = statistic_reason::no_bound;
    if (sorted.size() < 2 || static_cast<std::size_t>(to.undefined) * 10 > replicates.size()) return {};
    to.se = deviation(sorted);
    return sorted.front() == sorted.back() ? std::vector<double>{} : sorted;
}

void take(const std::vector<double>& sorted, bootstrap_result& to) {
    to.estimate.low = quantile(sorted, to.low_level);
    to.estimate.high = quantile(sorted, to.high_level);
    to.estimate.why = statistic_reason::computed;
}

/// Σd³ / (6·(Σd²)^1.5), d = mean − value without the unit. NaN where nothing varies or something is undefined.
double acceleration(std::span<const double> jackknife) {
    double sum = 0, squares = 0, cubes = 0;
    for (const double v : jackknife) sum = sum + v;
    const double mean = sum / static_cast<double>(jackknife.size());
    for (const double v : jackknife) {
        const double d = mean - v;
        squares = squares + d * d;
        cubes = cubes + d * d * d;
    }
    return squares > 0 ? cubes / (6.0 * squares * std::sqrt(squares)) : none;
}

}  // namespace

bootstrap_result percentile_interval(double value, std::span<const double> replicates, std::int64_t units,
                                     double confidence) {
    bootstrap_result to;
    to.estimate.estimator = "bootstrap/percentile";
    const std::vector<double> sorted = usable(value, replicates, units, to);
    if (sorted.empty()) return to;
    to.low_level = (1.0 - confidence) / 2.0;
    to.high_level = 1.0 - to.low_level;
    take(sorted, to);
    return to;
}

bootstrap_result bca_interval(double value, std::span<const double> replicates, std::span<const double> jackknife,
                              double confidence, bootstrap_ties ties) {
    bootstrap_result to;
    to.estimate.estimator = ties == bootstrap_ties::strict ? "bootstrap/bca" : "bootstrap/bca-half-ties";
    const std::vector<double> sorted = usable(value, replicates, static_cast<std::int64_t>(jackknife.size()), to);
    to.bias = to.acceleration = none;
    if (sorted.empty()) return to;
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
    double below = static_cast<double>(first - sorted.begin());
    if (ties == bootstrap_ties::half) below = below + 0.5 * static_cast<double>(last - first);
    const double share = below / static_cast<double>(sorted.size());
    to.acceleration = acceleration(jackknife);
    if (!(share > 0 && share < 1) || !(to.acceleration == to.acceleration)) return to;
    to.bias = evidence::normal_quantile(share);
    const double z = evidence::normal_quantile(0.5 + confidence / 2.0);
    const auto level = [&](double at) {
        const double moved = to.bias + at;
        return evidence::normal_cdf(to.bias + moved / (1.0 - to.acceleration * moved));
    };
    to.low_level = level(-z);
    to.high_level = level(z);
    take(sorted, to);
    return to;
}

}  // namespace peersupport
