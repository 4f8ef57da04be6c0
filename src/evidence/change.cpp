// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/change.hpp"

#include "evidence/interval_moments.hpp"

#include <cmath>
#include <limits>

namespace peersupport {
namespace {

using namespace std::string_view_literals;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double root_2 = 1.41421356237309504880;
constexpr std::string_view ids[change_kind_count] = {"better-past-cut"sv, "better"sv, "no-reliable-change"sv, "worse"sv,
                                                     "not-known"sv};

change_kind kind_of(double before, double after, const change_rule& by, double threshold) noexcept {
    const double change = by.higher_is_better ? after - before : before - after;
    if (change <= -threshold) return change_kind::worse;
    if (change < threshold) return change_kind::no_reliable_change;
    if (!by.has_cut) return change_kind::better;
    // Past the cut means that it was crossed: on the far side now, not so before.
    const bool was = by.higher_is_better ? before > by.cut : before < by.cut;
    const bool is = by.higher_is_better ? after > by.cut : after < by.cut;
    return is && !was ? change_kind::better_past_cut : change_kind::better;
}

}  // namespace

std::string_view id_of(change_kind k) noexcept {
    const auto at = static_cast<std::size_t>(k);
    return at < change_kind_count ? ids[at] : ids[static_cast<std::size_t>(change_kind::not_known)];
}

change_error error_of(const change_rule& by) noexcept {
    if (!(by.reliability >= 0 && by.reliability <= 1)) return {none, none, none, statistic_reason::not_identified};
    const double sem = by.sd * std::sqrt(1.0 - by.reliability);
    if (!(sem > 0)) return {none, none, none, statistic_reason::no_variance};
    const double difference = root_2 * sem;
    return {sem, difference, by.multiplier * difference, statistic_reason::computed};
}

std::vector<reliable_change_row> reliable_change(std::span<const double> before, std::span<const double> after,
                                                 const change_rule& by) {
    const change_error error = error_of(by);
    if (error.why != statistic_reason::computed || before.size() != after.size()) return {};
    std::vector<reliable_change_row> rows(before.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const double change = after[r] - before[r];
        if (!(std::fabs(change) <= std::numeric_limits<double>::max())) {
            rows[r] = {none, change_kind::not_known};
            continue;
        }
        rows[r] = {change / error.difference, kind_of(before[r], after[r], by, error.threshold)};
    }
    return rows;
}

std::array<double, 3> change_cuts(const group_norm& clinical, const group_norm& functional) noexcept {
    const double towards = functional.mean >= clinical.mean ? 1.0 : -1.0;
    const double a = clinical.mean + towards * 2.0 * clinical.sd, b = functional.mean - towards * 2.0 * functional.sd;
    const double c = (clinical.sd * functional.mean + functional.sd * clinical.mean) / (clinical.sd + functional.sd);
    return {a, b, c};
}

bland_altman limits_of_agreement(const scaled_numbers& differences, double multiplier, double confidence) {
    bland_altman to;
    to.bias = mean_interval(differences, {0, 0, 0, confidence});
    to.bias.estimator = "bland-altman-bias/t"sv;
    const evidence::exact_moments m = evidence::exact_moments_of(differences);
    if (to.bias.why != statistic_reason::computed && to.bias.why != statistic_reason::no_bound) {
        to.sd = to.low = to.high = none;
    } else if (m.n < 2) {
        to.bias = {none, none, none, statistic_reason::too_few_rows, to.bias.estimator, m.n, 0};
        to.sd = to.low = to.high = none;
    } else {
        to.sd = std::sqrt(m.squares / static_cast<double>(m.n - 1));
        to.low = m.mean - multiplier * to.sd;
        to.high = m.mean + multiplier * to.sd;
    }
    return to;
}

}  // namespace peersupport
