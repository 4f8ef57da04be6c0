// SPDX-License-Identifier: Apache-2.0
#include "evidence/bootstrap_sums.hpp"

#include "evidence/bootstrap_alpha.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace peersupport::evidence {
namespace {

__extension__ typedef __int128 wide;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr int split_at = 40;
constexpr std::int64_t low_part = (std::int64_t{1} << split_at) - 1;

std::size_t triangle(std::size_t k) noexcept { return k * (k + 1) / 2; }

void add_wide(std::int64_t weight, wide v, std::int64_t* to) noexcept {
    to[0] += weight * (static_cast<std::int64_t>(v) & low_part);
    to[1] += weight * static_cast<std::int64_t>(v >> split_at);
}

wide whole(const std::int64_t* parts) noexcept { return (static_cast<wide>(parts[1]) << split_at) + parts[0]; }

wide product(std::int64_t a, std::int64_t b) noexcept { return static_cast<wide>(a) * b; }

bool complete(const std::uint8_t* there, std::size_t k) noexcept {
    return std::all_of(there, there + k, [](std::uint8_t t) { return t != 0; });
}

/// n; Σx (k); then Σx² of each and Σxy of each pair, for one or two columns.
void add_moments(const std::int64_t* x, std::size_t k, std::int64_t weight, std::int64_t* sums) noexcept {
    sums[0] += weight;
    std::int64_t* squares = sums + 1 + k;
    for (std::size_t i = 0; i < k; ++i) {
        sums[1 + i] += weight * x[i];
        for (std::size_t j = i; j < k; ++j, squares += 2) add_wide(weight, product(x[i], x[j]), squares);
    }
}

/// n; Σ of squares of all cells; Σ of squared row sums; Σx (k).
void add_listwise(const std::int64_t* x, std::size_t k, std::int64_t weight, std::int64_t* sums) noexcept {
    wide squares = 0;
    std::int64_t total = 0;
    sums[0] += weight;
    for (std::size_t i = 0; i < k; ++i) {
        squares += product(x[i], x[i]);
        total += x[i];
        sums[5 + i] += weight * x[i];
    }
    add_wide(weight, squares, sums + 1);
    add_wide(weight, product(total, total), sums + 3);
}

/// For each pair i ≤ j: n, Σxᵢ, Σxⱼ, Σxᵢxⱼ (two parts).
void add_pairwise(const std::int64_t* x, const std::uint8_t* there, std::size_t k, std::int64_t weight,
                  std::int64_t* sums) noexcept {
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = i; j < k; ++j, sums += 5) {
            if (!there[i] || !there[j]) continue;
            sums[0] += weight;
            sums[1] += weight * x[i];
            sums[2] += weight * x[j];
            add_wide(weight, product(x[i], x[j]), sums + 3);
        }
    }
}

double variance_of(std::int64_t n, std::int64_t sum, wide squares, double scale, bool plug_in) noexcept {
    const std::int64_t degrees = plug_in ? n : n - 1;
    if (degrees < 1) return none;
    const wide deviations = static_cast<wide>(n) * squares - product(sum, sum);
    return static_cast<double>(deviations) / (static_cast<double>(n) * static_cast<double>(degrees)) / scale / scale;
}

double correlation_of(std::span<const std::int64_t> s) noexcept {
    const wide n = s[0];
    const wide x = n * whole(&s[3]) - product(s[1], s[1]), y = n * whole(&s[7]) - product(s[2], s[2]);
    if (s[0] < 2 || x <= 0 || y <= 0) return none;
    return static_cast<double>(n * whole(&s[5]) - product(s[1], s[2])) /
           (std::sqrt(static_cast<double>(x)) * std::sqrt(static_cast<double>(y)));
}

double pairwise_of(std::span<const std::int64_t> s, std::size_t k) noexcept {
    double variances = 0, all = 0;
    const std::int64_t* at = s.data();
    for (std::size_t i = 0; i < k; ++i)
        for (std::size_t j = i; j < k; ++j, at += 5)
            if (!add_covariance({at[0], at[1], at[2], whole(at + 3)}, i == j, variances, all)) return none;
    return alpha_of_covariances(variances, all, k);
}

}  // namespace

bool add_covariance(const pair_sums& s, bool same, double& variances, double& all) noexcept {
    if (s.n < 2) return false;
    const double n = static_cast<double>(s.n);
    const double c = static_cast<double>(static_cast<wide>(s.n) * s.product - product(s.first, s.second)) /
                     (n * static_cast<double>(s.n - 1));
    all = all + (same ? c : 2.0 * c);
    if (same) variances = variances + c;
    return !same || c > 0;
}

double alpha_of_covariances(double variances, double all, std::size_t columns) noexcept {
    const double k = static_cast<double>(columns);
    return all > 1e-12 * variances ? k / (k - 1.0) * (1.0 - variances / all) : none;
}

double alpha_of_totals(const total_sums& s, std::size_t columns) noexcept {
    const wide n = s.n;
    const wide within = n * s.squares - s.squared_sums, total = n * s.squared_totals - static_cast<wide>(s.sum) * s.sum;
    if (s.n < 3 || total <= 0) return none;
    const double k = static_cast<double>(columns);
    return k * static_cast<double>(total - within) / ((k - 1.0) * static_cast<double>(total));
}

std::size_t sum_count(bootstrap_statistic what, std::size_t k) noexcept {
    if (what == bootstrap_statistic::alpha_listwise) return 5 + k;
    if (what == bootstrap_statistic::alpha_pairwise) return 5 * triangle(k);
    return 1 + k + 2 * triangle(k);
}

bool fits_columns(bootstrap_statistic what, std::size_t k) noexcept {
    if (what == bootstrap_statistic::correlation) return k == 2;
    if (what >= bootstrap_statistic::alpha_listwise) return k >= 2 && k <= gram::most_columns;
    return k == 1;
}

void add_row(const resampled_rows& of, std::size_t row, std::int64_t weight, std::span<std::int64_t> sums) noexcept {
    const std::int64_t* x = of.value.data() + row * of.columns;
    const std::uint8_t* there = of.there.data() + row * of.columns;
    if (of.what == bootstrap_statistic::alpha_pairwise) return add_pairwise(x, there, of.columns, weight, sums.data());
    if (!complete(there, of.columns)) return;
    if (of.what == bootstrap_statistic::alpha_listwise) add_listwise(x, of.columns, weight, sums.data());
    else add_moments(x, of.columns, weight, sums.data());
}

double statistic_of(bootstrap_statistic what, std::size_t k, double scale, std::span<const std::int64_t> s) noexcept {
    switch (what) {
        case bootstrap_statistic::mean:
            return s[0] < 1 ? none : static_cast<double>(s[1]) / static_cast<double>(s[0]) / scale;
        case bootstrap_statistic::variance: return variance_of(s[0], s[1], whole(&s[2]), scale, false);
        case bootstrap_statistic::plug_in_variance: return variance_of(s[0], s[1], whole(&s[2]), scale, true);
        case bootstrap_statistic::correlation: return correlation_of(s);
        case bootstrap_statistic::alpha_pairwise: return pairwise_of(s, k);
        case bootstrap_statistic::alpha_listwise: break;
    }
    total_sums t{s[0], 0, whole(&s[1]), whole(&s[3]), 0};
    for (std::size_t i = 0; i < k; ++i) {
        const wide squared = product(s[5 + i], s[5 + i]);
        t.sum += s[5 + i];
        t.squared_sums += squared;
    }
    return alpha_of_totals(t, k);
}

bool sums_fit(const resampled_rows& of, double weights) noexcept {
    double most = 0;
    for (std::size_t c = 0; c < of.value.size(); ++c)
        if (of.there[c]) most = std::max(most, std::fabs(static_cast<double>(of.value[c])));
    const double k = static_cast<double>(of.columns);
    const double total = most * (of.what == bootstrap_statistic::alpha_listwise ? k : 1.0);
    const double high = total * total * 0x1p-40 + 1.0;
    // 64 bits for each sum, 126 bits for n·Σx² and (Σx)².
    return weights * std::max({most, high, 0x1p40}) < 0x1p62 && weights * weights * total * total < 0x1p124;
}

}  // namespace peersupport::evidence
