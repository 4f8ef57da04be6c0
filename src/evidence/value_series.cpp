// SPDX-License-Identifier: Apache-2.0
#include "evidence/unit_change.hpp"
#include "peersupport/evidence/control_chart.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace peersupport::evidence {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

const unit_counts* find_unit(const wave_table& table, std::string_view unit) {
    const auto place = std::ranges::find(table.units, unit);
    return place == table.units.end() ? nullptr
                                      : &table.counts[0][static_cast<std::size_t>(place - table.units.begin())];
}

/// Whether a baseline shows the same wave of a value with other answers. Both together would tell what a late answer
/// says.
bool differs(const assessment& at, const baseline_table* from, std::string_view wave, std::string_view unit,
             const unit_counts& now, std::size_t value) {
    if (from == nullptr || from->stored->wave != wave) return false;
    const unit_counts* then = find_unit(from->then, unit);
    if (then == nullptr || then->values[value] != showing::shown) return false;
    return !std::ranges::equal(bins_of(at.structure.receivers(), then->group, value),
                               bins_of(at.structure.receivers(), now.group, value));
}

wave_point point_in(const assessment& at, const wave_table& table, const baseline_table* from, std::string_view unit,
                    std::size_t value) {
    wave_point to;
    to.wave = table.wave;
    const unit_counts* of = find_unit(table, unit);
    if (of == nullptr) return to;
    to.showing = of->values[value];
    if (to.showing != showing::shown) return to;
    if (differs(at, from, table.wave, unit, *of, value)) {
        to.showing = showing::hidden_to_protect;
        return to;
    }
    const score_moments m = moments_of(bins_of(at.structure.receivers(), of->group, value));
    to.people = m.people;
    to.mean = mean_figure(m, at.rules.interval);
    return to;
}

/// Stretches of points that a rule marks.
void write_signals(const std::vector<chart_point>& points, integrity_chart& to) {
    for (std::uint8_t rule = 0; rule < chart_rule_count; ++rule)
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto marked = [&](std::size_t p) {
                return p < points.size() && (points[p].signals >> rule & 1) != 0;
            };
            if (!marked(i)) continue;
            std::size_t last = i;
            while (marked(last + 1)) ++last;
            to.signals.push_back({std::string(id_of(static_cast<chart_rule>(rule))), i, last});
            i = last;
        }
}

/// The chart in the unit of its points times `unit`; none without limits.
std::optional<integrity_chart> drawn(const result<control_chart>& chart, double unit) {
    if (!chart || chart->why != statistic_reason::computed) return std::nullopt;
    integrity_chart to;
    to.centre = unit * chart->centre;
    for (const chart_point& p : chart->points) {
        to.lower.push_back(unit * (std::isnan(p.lower) ? chart->centre : p.lower));
        to.upper.push_back(unit * (std::isnan(p.upper) ? chart->centre : p.upper));
    }
    write_signals(chart->points, to);
    return to;
}

std::optional<integrity_chart> chart_of(const assessment& at, const std::vector<wave_point>& points) {
    std::vector<double> means;
    for (const wave_point& p : points) means.push_back(p.mean ? p.mean->value : gap);
    const auto shown = std::ranges::count_if(points, [](const wave_point& p) { return p.mean.has_value(); });
    if (static_cast<std::size_t>(shown) < at.rules.waves_for_chart) return std::nullopt;
    xmr_options options;
    options.lowest = 0;
    options.highest = full_score;
    return drawn(xmr_chart(means, options, making_data_count), 1);
}

using period_counts = std::map<std::string_view, process_count>;

void add(period_counts& to, std::string_view period, std::int64_t events, std::int64_t of) {
    process_count& at = to[period];
    at.period = period;
    at.events += events;
    at.of += of;
}

/// A period is a text that begins with a day, a month or a year; it is in the span of days when its first day may be.
bool is_within(std::string_view period, const std::optional<day_period>& days) {
    if (!days) return true;
    const std::string from = to_text(days->from), to = to_text(days->to);
    return period.compare(std::string_view(from).substr(0, period.size())) >= 0 && period < std::string_view(to);
}

process_result result_of(std::string_view series, const period_counts& counts, std::size_t points_for_chart) {
    process_result to;
    to.series = series;
    std::vector<std::int64_t> events, of;
    for (const auto& [period, count] : counts) {
        const bool any = count.of > 0;
        to.points.push_back(
            {count, any ? std::optional(full_score * static_cast<double>(count.events) / static_cast<double>(count.of))
                        : std::nullopt});
        events.push_back(count.events);
        of.push_back(any ? count.of : -1);
    }
    if (counts.size() >= points_for_chart)
        to.chart = drawn(p_chart(events, of, chart_dispersion::binomial_or_poisson, {}, making_data_count), full_score);
    return to;
}

}  // namespace

std::vector<value_series> series_of(const assessment& at, std::span<const wave_table> tables,
                                    const baseline_table* from, std::string_view unit) {
    std::vector<value_series> to;
    for (std::size_t v = 0; v < at.structure.values.size(); ++v) {
        value_series series;
        series.value = at.structure.values[v].id;
        for (const wave_table& table : tables) series.points.push_back(point_in(at, table, from, unit, v));
        series.chart = chart_of(at, series.points);
        to.push_back(std::move(series));
    }
    return to;
}

std::vector<process_result> process_of(const assessment& at, const integrity_request& asked, std::string_view unit) {
    std::map<std::string_view, period_counts> series;
    for (const series_count& c : at.from.series())
        if (c.unit == unit && is_within(c.period, asked.period)) add(series[c.series], c.period, c.events, c.of);
    for (const process_series& s : asked.process)
        for (const process_count& c : s.points)
            if (s.unit == unit && is_within(c.period, asked.period)) add(series[s.series], c.period, c.events, c.of);
    std::vector<process_result> to;
    for (const auto& [id, counts] : series) to.push_back(result_of(id, counts, at.rules.waves_for_chart));
    return to;
}

}  // namespace peersupport::evidence
