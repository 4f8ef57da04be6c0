// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/control_chart.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <functional>

namespace peersupport {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double d2 = 1.128;  // mean range of two values from a normal distribution, in its standard deviations
constexpr double most_whole = 9007199254740992.0;  // 2^53

bool are_possible(const chart_rules& r) noexcept {
    const auto possible = [](int length) { return length == 0 || (length >= 2 && length <= 100); };
    return possible(r.run_length) && possible(r.trend_length) && possible(r.alternating_length) &&
           possible(r.near_centre_length) && possible(r.away_length);
}

control_chart empty_chart(std::size_t periods, chart_baseline baseline) {
    control_chart to;
    to.centre = to.mean_moving_range = to.moving_range_upper = not_a_number;
    to.points.resize(periods);
    for (std::size_t i = 0; i < periods; ++i) {
        chart_point& p = to.points[i];
        p.value = p.lower = p.upper = p.sigma = not_a_number;
        p.why = statistic_reason::too_few_rows;
        p.baseline = i >= baseline.first && i < baseline.last;
    }
    return to;
}

bool is_given(const chart_point& p) noexcept { return p.why == statistic_reason::computed; }

/// |value − the one before| of neighbours of which both are given.
std::vector<double> moving_ranges(const std::vector<chart_point>& points,
                                  const std::function<double(std::size_t)>& value) {
    std::vector<double> to(points.size(), not_a_number);
    for (std::size_t i = 1; i < points.size(); ++i)
        if (is_given(points[i - 1]) && is_given(points[i])) to[i] = std::fabs(value(i) - value(i - 1));
    return to;
}

/// The mean moving range within the baseline; NaN without any.
double mean_range(const std::vector<chart_point>& points, const std::vector<double>& ranges) noexcept {
    double sum = 0, count = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i - 1].baseline && points[i].baseline && ranges[i] == ranges[i]) {
            sum += ranges[i];
            count += 1;
        }
    return count > 0 ? sum / count : not_a_number;
}

/// Counts the baseline; only points that are given belong to it.
void settle_baseline(control_chart& chart) noexcept {
    for (chart_point& p : chart.points) {
        p.baseline = p.baseline && is_given(p);
        chart.baseline_points += p.baseline;
    }
}

/// Limits from each point's sigma, and the signals. A chart whose baseline does not vary has no limits.
void finish(control_chart& chart, double lowest, double highest, const chart_rules& rules) {
    std::vector<chart_place> places;
    for (chart_point& p : chart.points) {
        if (!(p.sigma > 0)) p.sigma = not_a_number;
        p.lower = std::max(chart.centre - 3 * p.sigma, lowest);
        p.upper = std::min(chart.centre + 3 * p.sigma, highest);
        if (p.sigma != p.sigma) p.lower = p.upper = not_a_number;
        places.push_back({p.value, chart.centre, p.sigma, is_given(p)});
    }
    const std::vector<std::uint16_t> signals = chart_signals(places, rules);
    for (std::size_t i = 0; i < signals.size(); ++i) chart.points[i].signals = signals[i];
}

double mean_of_baseline(const control_chart& chart) noexcept {
    double sum = 0;
    for (const chart_point& p : chart.points)
        if (p.baseline) sum += p.value;
    return sum / static_cast<double>(chart.baseline_points);
}

void set_values(control_chart& chart, std::span<const double> values) noexcept {
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i])) {
            chart.points[i].value = values[i];
            chart.points[i].why = statistic_reason::computed;
        }
    settle_baseline(chart);
}

/// Laney: how far the standardised points vary from one period to the next, against chance alone.
void widen(control_chart& chart) {
    const auto z = [&](std::size_t i) { return (chart.points[i].value - chart.centre) / chart.points[i].sigma; };
    chart.mean_moving_range = mean_range(chart.points, moving_ranges(chart.points, z));
    if (!(chart.mean_moving_range > 0)) {
        chart.why = chart.mean_moving_range == 0 ? statistic_reason::no_variance : statistic_reason::too_few_rows;
        chart.sigma_z = not_a_number;
    } else {
        chart.sigma_z = chart.mean_moving_range / d2;
    }
    for (chart_point& p : chart.points) p.sigma *= chart.sigma_z;
}

/// A chart of events over something counted or measured: `size(i)` is NaN where nothing was counted.
template <class Size>
result<control_chart> rate_chart(std::span<const std::int64_t> events, Size size, double highest,
                                 chart_dispersion dispersion, chart_baseline baseline, const chart_rules& rules) {
    control_chart chart = empty_chart(events.size(), baseline);
    double counted = 0, of = 0;  // whole numbers below 2^53 where sizes are whole
    for (std::size_t i = 0; i < events.size(); ++i) {
        chart_point& p = chart.points[i];
        const double n = size(i), e = static_cast<double>(events[i]);
        if (n != n) continue;
        if (!(n >= 0) || events[i] < 0 || (n == 0 && events[i] > 0) || e > highest * n)
            return error(status::field_value);
        p.why = n == 0 ? statistic_reason::empty_subgroup : statistic_reason::computed;
        if (n == 0) continue;
        p.value = e / n;
        if (!p.baseline) continue;
        counted += e;
        of += n;
        if (!(counted < most_whole && of < most_whole)) return error(status::too_large);
    }
    settle_baseline(chart);
    if (chart.baseline_points < 2) chart.why = statistic_reason::too_few_rows;
    if (chart.baseline_points > 0) chart.centre = counted / of;
    const double spread = chart.centre * (highest > 1 ? 1 : 1 - chart.centre);
    if (spread == 0) chart.why = statistic_reason::no_variance;
    if (chart.why == statistic_reason::computed) {
        for (std::size_t i = 0; i < events.size(); ++i)
            if (is_given(chart.points[i])) chart.points[i].sigma = std::sqrt(spread / size(i));
        if (dispersion == chart_dispersion::laney) widen(chart);
    }
    finish(chart, 0, highest, rules);
    return chart;
}

}  // namespace

result<control_chart> xmr_chart(std::span<const double> values, const xmr_options& options, const chart_rules& rules) {
    if (!are_possible(rules) || !(options.limit_factor > 0 && options.range_factor > 0) ||
        !(options.lowest < options.highest) || options.baseline.first > options.baseline.last)
        return error(status::invalid_argument);
    control_chart chart = empty_chart(values.size(), options.baseline);
    set_values(chart, values);
    chart.moving_ranges = moving_ranges(chart.points, [&](std::size_t i) { return values[i]; });
    chart.mean_moving_range = mean_range(chart.points, chart.moving_ranges);
    if (chart.baseline_points > 0) chart.centre = mean_of_baseline(chart);
    if (chart.mean_moving_range > 0) {
        chart.moving_range_upper = options.range_factor * chart.mean_moving_range;
        for (chart_point& p : chart.points) p.sigma = options.limit_factor * chart.mean_moving_range / 3;
    } else {
        chart.why = chart.mean_moving_range == 0 ? statistic_reason::no_variance : statistic_reason::too_few_rows;
    }
    finish(chart, options.lowest, options.highest, rules);
    return chart;
}

result<control_chart> p_chart(std::span<const std::int64_t> events, std::span<const std::int64_t> n,
                              chart_dispersion dispersion, chart_baseline baseline, const chart_rules& rules) {
    if (events.size() != n.size()) return error(status::shape_mismatch);
    if (!are_possible(rules) || baseline.first > baseline.last) return error(status::invalid_argument);
    const auto size = [&](std::size_t i) { return n[i] < 0 ? not_a_number : static_cast<double>(n[i]); };
    return rate_chart(events, size, 1, dispersion, baseline, rules);
}

result<control_chart> u_chart(std::span<const std::int64_t> events, std::span<const double> exposure,
                              chart_dispersion dispersion, chart_baseline baseline, const chart_rules& rules) {
    if (events.size() != exposure.size()) return error(status::shape_mismatch);
    if (!are_possible(rules) || baseline.first > baseline.last) return error(status::invalid_argument);
    const auto size = [&](std::size_t i) { return exposure[i]; };
    return rate_chart(events, size, std::numeric_limits<double>::infinity(), dispersion, baseline, rules);
}

result<control_chart> ewma_chart(std::span<const double> values, const ewma_options& o) {
    if (!(o.weight > 0 && o.weight <= 1) || !(o.factor > 0) || o.sigma <= 0 || o.baseline.first > o.baseline.last)
        return error(status::invalid_argument);
    control_chart chart = empty_chart(values.size(), o.baseline);
    set_values(chart, values);
    const std::vector<double> ranges = moving_ranges(chart.points, [&](std::size_t i) { return values[i]; });
    chart.mean_moving_range = mean_range(chart.points, ranges);
    chart.centre = o.start == o.start ? o.start : chart.baseline_points > 0 ? mean_of_baseline(chart) : not_a_number;
    const double sigma = o.sigma == o.sigma ? o.sigma : chart.mean_moving_range / d2;
    if (!(sigma > 0)) chart.why = sigma == 0 ? statistic_reason::no_variance : statistic_reason::too_few_rows;
    double average = chart.centre, forgotten = 1;  // (1 − λ)^(2 i)
    for (chart_point& p : chart.points) {
        if (is_given(p)) {
            average = o.weight * p.value + (1 - o.weight) * average;
            p.value = average;
            forgotten *= (1 - o.weight) * (1 - o.weight);
        }
        const double settled = o.weight / (2 - o.weight) * (o.widening_limits ? 1 - forgotten : 1);
        p.sigma = o.factor / 3 * sigma * std::sqrt(settled);
    }
    constexpr double anything = std::numeric_limits<double>::infinity();
    finish(chart, -anything, anything, chart_rules{});
    return chart;
}

}  // namespace peersupport
