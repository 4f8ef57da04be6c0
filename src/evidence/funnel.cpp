// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/funnel.hpp"

#include "evidence/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace peersupport {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t most = std::int64_t{1} << 53;

/// Quantile of sorted values by linear interpolation: type 7 of Hyndman and Fan 1996.
double quantile(const std::vector<double>& sorted, double p) noexcept {
    const double place = p * static_cast<double>(sorted.size() - 1), below = std::floor(place);
    const auto at = static_cast<std::size_t>(below);
    if (at + 1 >= sorted.size()) return sorted.back();
    return sorted[at] + (place - below) * (sorted[at + 1] - sorted[at]);
}

double mean_square(const std::vector<double>& z, double lowest, double highest) noexcept {
    double sum = 0;
    for (const double v : z) {
        const double kept = std::clamp(v, lowest, highest);
        sum += kept * kept;
    }
    return sum / static_cast<double>(z.size());
}

/// z, φ and the reason, once values, target and standard errors stand.
void finish(funnel& to, const funnel_options& o) {
    std::vector<double> z;
    for (funnel_point& p : to.points) {
        const bool given = p.why == statistic_reason::computed;
        p.z = given && p.standard_error > 0 ? (p.value - to.target) / p.standard_error : not_a_number;
        if (p.z == p.z) z.push_back(p.z);
    }
    to.phi = 1;
    to.mean_square = not_a_number;
    if (z.empty()) {
        const bool any =
            std::ranges::any_of(to.points, [](const funnel_point& p) { return p.why == statistic_reason::computed; });
        to.why = any ? statistic_reason::no_variance : statistic_reason::too_few_rows;
        return;
    }
    constexpr double anything = std::numeric_limits<double>::infinity();
    to.mean_square = mean_square(z, -anything, anything);
    if (o.dispersion == funnel_dispersion::multiplicative) to.phi = to.mean_square;
    if (o.dispersion != funnel_dispersion::winsorized) return;
    std::vector<double> sorted = z;
    std::ranges::sort(sorted);
    to.phi = mean_square(z, quantile(sorted, o.winsorized_share), quantile(sorted, 1 - o.winsorized_share));
}

bool is_possible(const funnel_options& o) noexcept { return o.winsorized_share >= 0 && o.winsorized_share < 0.5; }

}  // namespace

result<funnel> funnel_of_shares(std::span<const std::int64_t> events, std::span<const std::int64_t> n,
                                const funnel_options& o) {
    if (events.size() != n.size()) return error(status::shape_mismatch);
    if (!is_possible(o) || o.target < 0 || o.target > 1) return error(status::invalid_argument);
    funnel to;
    to.points.resize(n.size());
    std::int64_t counted = 0, of = 0;
    for (std::size_t i = 0; i < n.size(); ++i) {
        if (n[i] < 0 || events[i] < 0 || events[i] > n[i]) return error(status::field_value);
        if (n[i] > most - of) return error(status::too_large);
        counted += events[i];
        of += n[i];
    }
    to.target = o.target == o.target ? o.target
                : of > 0             ? static_cast<double>(counted) / static_cast<double>(of)
                                     : not_a_number;
    for (std::size_t i = 0; i < n.size(); ++i) {
        funnel_point& p = to.points[i];
        const auto size = static_cast<double>(n[i]);
        p.why = n[i] == 0 ? statistic_reason::empty_subgroup : statistic_reason::computed;
        p.value = n[i] == 0 ? not_a_number : static_cast<double>(events[i]) / size;
        p.standard_error = n[i] == 0 ? not_a_number : std::sqrt(to.target * (1 - to.target) / size);
    }
    finish(to, o);
    return to;
}

result<funnel> funnel_of_means(std::span<const double> means, std::span<const std::int64_t> n, double deviation,
                               const funnel_options& o) {
    if (means.size() != n.size()) return error(status::shape_mismatch);
    if (!is_possible(o) || !(deviation > 0)) return error(status::invalid_argument);
    funnel to;
    to.points.resize(n.size());
    double sum = 0;
    std::int64_t of = 0;
    for (std::size_t i = 0; i < n.size(); ++i) {
        if (n[i] < 0) return error(status::field_value);
        if (n[i] > most - of) return error(status::too_large);
        if (n[i] == 0 || means[i] != means[i]) {
            to.points[i] = {not_a_number, not_a_number, not_a_number, statistic_reason::empty_subgroup};
            continue;
        }
        const auto size = static_cast<double>(n[i]);
        to.points[i] = {means[i], 0, deviation / std::sqrt(size), statistic_reason::computed};
        sum += size * means[i];
        of += n[i];
    }
    to.target = o.target == o.target ? o.target : of > 0 ? sum / static_cast<double>(of) : not_a_number;
    finish(to, o);
    return to;
}

funnel_limit limit_of(const funnel& of, double standard_error, double inside, double lowest, double highest) noexcept {
    if (of.why != statistic_reason::computed || !(standard_error > 0) || !(inside > 0 && inside < 1))
        return {not_a_number, not_a_number};
    const double reach =
        evidence::normal_quantile(0.5 + inside / 2) * std::sqrt(std::max(of.phi, 1.0)) * standard_error;
    return {std::max(of.target - reach, lowest), std::min(of.target + reach, highest)};
}

int position_of(const funnel& of, const funnel_point& point, double inside) noexcept {
    const double reach = evidence::normal_quantile(0.5 + inside / 2) * std::sqrt(std::max(of.phi, 1.0));
    return point.z > reach ? 1 : point.z < -reach ? -1 : 0;
}

}  // namespace peersupport
