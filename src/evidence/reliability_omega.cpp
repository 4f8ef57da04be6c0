// SPDX-License-Identifier: Apache-2.0
#include "evidence/reliability_matrix.hpp"
#include "peersupport/evidence/reliability.hpp"

#include <algorithm>
#include <cmath>

namespace peersupport {
namespace {

constexpr int most_rounds = 20000;
constexpr double settled = 1e-14;

/// Standardized loadings of one factor, or nothing when the iteration does not settle or a loading passes 1.
/// Given the others, the least-squares loading of column i is Σ rᵢⱼλⱼ / Σ λⱼ² over j ≠ i.
std::vector<double> loadings_of(const std::vector<double>& r, std::size_t k) {
    std::vector<double> loading(k);
    double total = 0;
    for (const double v : r) total = total + v;
    if (!(total > 0)) return {};
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) loading[i] = loading[i] + r[i * k + j];
        loading[i] = loading[i] / std::sqrt(total);  // centroid: where to start
    }
    for (int round = 0; round < most_rounds; ++round) {
        double moved = 0;
        for (std::size_t i = 0; i < k; ++i) {
            double up = 0, down = 0;
            for (std::size_t j = 0; j < k; ++j) {
                if (j == i) continue;
                up = up + r[i * k + j] * loading[j];
                down = down + loading[j] * loading[j];
            }
            if (!(down > 1e-12)) return {};
            const double next = up / down;
            moved = std::max(moved, std::fabs(next - loading[i]));
            loading[i] = next;
        }
        if (!(moved < 10.0)) return {};
        if (moved <= settled) {
            const bool proper = std::ranges::all_of(loading, [](double l) { return std::fabs(l) < 1.0; });
            return proper ? loading : std::vector<double>{};
        }
    }
    return {};
}

bool mixed(const std::vector<double>& loading) {
    return std::ranges::any_of(loading, [](double l) { return l > 0; }) &&
           std::ranges::any_of(loading, [](double l) { return l < 0; });
}

}  // namespace

omega_result mcdonald_omega(const covariance_matrix& of, bool standardized, const reliability_rule& by) {
    const std::string_view name =
        standardized ? "omega-one-factor-minres-standardized/none" : "omega-one-factor-minres/none";
    if (const auto why = evidence::obstacle(of, by, 3); why != statistic_reason::computed)
        return {evidence::refused(of, why, name), {}};
    std::vector<double> loading = loadings_of(evidence::correlations(of), of.columns());
    if (loading.empty()) return {evidence::refused(of, statistic_reason::not_identified, name), {}};
    if (mixed(loading)) return {evidence::refused(of, statistic_reason::mixed_signs, name), std::move(loading)};
    double common = 0, unique = 0;
    for (std::size_t i = 0; i < of.columns(); ++i) {
        const double variance = standardized ? 1.0 : of(i, i);
        common = common + loading[i] * std::sqrt(variance);
        unique = unique + (1.0 - loading[i] * loading[i]) * variance;
    }
    return {evidence::without_bound(of, common * common / (common * common + unique), name), std::move(loading)};
}

}  // namespace peersupport
