// SPDX-License-Identifier: Apache-2.0
#include "evidence/unit_findings.hpp"

#include "evidence/unit_cells.hpp"

#include <algorithm>

namespace peersupport::evidence {
namespace {

std::string reason_of(std::span<const showing> values) {
    const auto has = [&](showing s) { return std::ranges::find(values, s) != values.end(); };
    if (has(showing::nobody) || has(showing::too_few_people)) return "msg-too-few-heard";
    if (has(showing::no_worker_count)) return "msg-no-worker-count";
    if (has(showing::too_few_workers)) return "msg-too-few-workers";
    return "msg-hidden-to-protect";
}

/// The mean of the values; its ends are the means of their ends, which is never too narrow however the values hang
/// together.
figure overall_of(const value_figures& figures) {
    figure sum;
    for (const auto& f : figures) {
        sum.value += f->value;
        sum.low += f->low;
        sum.high += f->high;
    }
    const auto n = static_cast<double>(figures.size());
    return {sum.value / n, sum.low / n, sum.high / n};
}

struct view_test {
    std::size_t view = 0;
    double p = 1;
};

integrity_view view_of(const assessment& at, const wave_table& table, std::size_t unit, std::size_t place,
                       std::size_t value, std::vector<view_test>& tests, std::size_t number) {
    const unit_counts& staff = table.counts[place][unit];
    const unit_counts& people = table.counts[0][unit];
    integrity_view to;
    to.perspective = at.structure.core[place].perspective;
    to.value = at.structure.values[value].id;
    to.showing = people.values[value] != showing::shown ? people.values[value] : staff.values[value];
    if (to.showing != showing::shown) return to;
    const mean_difference d =
        difference_of(moments_of(bins_of(at.structure.core[place], staff.group, value)),
                      moments_of(bins_of(at.structure.core[0], people.group, value)), at.rules.interval);
    to.difference = d.difference;
    to.p = d.p;
    tests.push_back({number, d.p});
    return to;
}

void judge(const assessment& at, integrity_view& view, double adjusted) {
    const figure& d = *view.difference;
    view.adjusted = adjusted;
    // A difference that is sure but surely small is similar, so this comes first.
    if (d.low >= -at.rules.views_margin && d.high <= at.rules.views_margin) {
        view.verdict = view_verdict::similar;
    } else if (adjusted <= at.rules.views_error) {
        view.verdict = view_verdict::different;
        view.higher = d.low + d.high > 0 ? higher_side::staff : higher_side::person;
    } else {
        view.verdict = view_verdict::cannot_tell;
    }
}

}  // namespace

value_figures receiver_figures(const assessment& at, const wave_table& table, std::size_t unit) {
    value_figures to;
    for (std::size_t v = 0; v < at.structure.values.size(); ++v) to.push_back(mean_of(at, table, 0, unit, v));
    return to;
}

unit_integrity integrity_of(const assessment& at, const value_figures& figures, std::span<const showing> values,
                            bool overall) {
    unit_integrity to;
    std::size_t lowest = 0;
    for (std::size_t v = 0; v < figures.size(); ++v) {
        if (!figures[v]) continue;
        ++to.values_established;
        if (!figures[lowest] || figures[v]->value < figures[lowest]->value) lowest = v;
    }
    to.established = static_cast<std::size_t>(to.values_established) == figures.size();
    if (!to.established) {
        to.reason = reason_of(values);
        return to;
    }
    to.lowest = lowest_value{std::string(at.structure.values[lowest].id), *figures[lowest]};
    if (overall) to.overall = overall_of(figures);
    return to;
}

std::vector<integrity_view> views_of(const assessment& at, const wave_table& table, std::size_t unit) {
    std::vector<integrity_view> to;
    std::vector<view_test> tests;
    for (std::size_t place = 1; place < at.structure.core.size(); ++place) {
        if (at.structure.core[place].receives) continue;  // families beside people: not staff
        for (const value_place& v : at.structure.core[place].values)
            to.push_back(view_of(at, table, unit, place, v.value, tests, to.size()));
    }
    std::vector<double> p;
    for (const view_test& t : tests) p.push_back(t.p);
    const std::vector<double> adjusted = holm(p);
    for (std::size_t t = 0; t < tests.size(); ++t) judge(at, to[tests[t].view], adjusted[t]);
    return to;
}

std::vector<practice_gap> gaps_of(const assessment& at, const unit_profile& found) {
    const std::string_view receivers = at.structure.receivers().perspective;
    std::vector<practice_gap> to;
    for (const integrity_cell& c : found.cells)
        if (c.perspective == receivers && c.mean && c.mean->high < full_score)
            to.push_back({gap_kind::value, c.value, c.value, full_score - c.mean->high});
    for (const item_result& i : found.items)
        if (i.perspective == receivers && i.gap && *i.gap > 0) to.push_back({gap_kind::item, i.item, i.value, *i.gap});
    std::ranges::stable_sort(to, std::ranges::greater{}, &practice_gap::size);
    return to;
}

}  // namespace peersupport::evidence
