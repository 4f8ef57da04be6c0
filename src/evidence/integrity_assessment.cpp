// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/integrity_assessment.hpp"

#include "evidence/gate_conditions.hpp"
#include "evidence/integrity_check.hpp"
#include "evidence/integrity_messages.hpp"
#include "evidence/plan_ideas.hpp"
#include "evidence/region_cells.hpp"
#include "evidence/unit_cells.hpp"
#include "evidence/unit_change.hpp"
#include "evidence/unit_findings.hpp"

#include <algorithm>

namespace peersupport {
namespace evidence {
namespace {

/// What every unit's part is made from.
struct unit_sources {
    const integrity_request& asked;
    std::vector<wave_table> waves;
    std::size_t wave = 0;
    std::optional<baseline_table> baseline;
    std::vector<form_reliability> reliability;
    const cut_set* cuts = nullptr;
    [[nodiscard]] const wave_table& now() const noexcept { return waves[wave]; }
};

std::optional<std::vector<feedback_entry>> done_in(const integrity_request& asked, std::string_view unit) {
    std::vector<feedback_entry> to;
    for (const feedback_entry& e : asked.done)
        if (e.unit.empty() || e.unit == unit) to.push_back(e);
    return to.empty() ? std::nullopt : std::optional(std::move(to));
}

unit_profile unit_of(const assessment& at, const unit_sources& with, std::size_t unit) {
    const wave_table& table = with.now();
    unit_profile to;
    to.unit = table.units[unit];
    to.wave = table.wave;
    write_cells(at, table, unit, to);
    const value_figures figures = receiver_figures(at, table, unit);
    const limit_findings limits = limits_of(at, table.counts[0][unit], to);
    to.integrity = integrity_of(at, figures, table.counts[0][unit].values, with.asked.overall);
    if (with.cuts != nullptr) to.level = level_of(at, figures, to, limits, *with.cuts);
    to.views = views_of(at, table, unit);
    to.gaps = gaps_of(at, to);
    const baseline_table* const baseline = with.baseline ? &*with.baseline : nullptr;
    to.change = change_of(at, table, unit, baseline);
    to.series = series_of(at, with.waves, baseline, to.unit);
    to.process = process_of(at, with.asked, to.unit);
    to.gate = gate_of(at, with.asked, table, unit, to, limits, with.reliability);
    to.improvement = plan_of(at, table.wave, to, limits);
    to.done = done_in(with.asked, to.unit);
    return to;
}

/// Whether a baseline comes before the wave assessed, as far as that can be told.
bool is_before(const assessment& at, const snapshot& baseline, const unit_sources& with) {
    if (baseline.wave == with.now().wave) return false;
    for (std::size_t w = with.wave; w < with.waves.size(); ++w)
        if (with.waves[w].wave == baseline.wave) return false;
    const collection_wave* then = find_wave(baseline.collection, baseline.wave);
    const collection_wave* now = at.how == nullptr ? nullptr : find_wave(*at.how, with.now().wave);
    return then == nullptr || now == nullptr || then->from < now->from;
}

unit_sources sources_of(const assessment& at, const integrity_request& asked,
                        const std::vector<std::string_view>& waves) {
    unit_sources to{asked, {}, waves.size() - 1,
                    {},    {}, asked.cut_set.empty() ? nullptr : find_cut_set(at.against, asked.cut_set)};
    for (const std::string_view wave : waves) to.waves.push_back(table_of(at, wave));
    if (!asked.wave.empty())
        to.wave = static_cast<std::size_t>(std::ranges::find(waves, std::string_view(asked.wave)) - waves.begin());
    if (asked.baseline && is_before(at, *asked.baseline, to))
        to.baseline = baseline_table{&*asked.baseline, table_of(at, *asked.baseline)};
    to.reliability = reliability_of(at, to.now().wave);
    return to;
}

profile_cut_set head_of(const cut_set& cuts) {
    return {std::string(cuts.id),    owned(cuts.name),       cuts.sometimes_from, cuts.often_from,
            cuts.nearly_always_from, owned(cuts.adopted_by), cuts.standing};
}

void write_head(const assessment& at, const unit_sources& with, integrity_profile& to) {
    const co_production& made = at.by.co_production;
    to.instrument = {{at.by.id, at.by.version, at.from.header().instrument_digest},
                     at.by.name,
                     at.by.standing,
                     !made.co_written_by.empty() && !made.tested_by.empty() && !made.adopted_by.empty(),
                     at.by.citation};
    to.definition = used(at.against.identity());
    to.policy = at.policy;
    if (with.cuts != nullptr) to.cut_set = head_of(*with.cuts);
    if (at.how != nullptr)
        to.collection = {at.how->id,        at.how->consent,   at.how->modes,
                         at.how->collector, at.how->simulated, is_described(*at.how)};
    to.collection.simulated = to.collection.simulated || at.from.simulated();
    to.wave = with.now().wave;
    for (const wave_table& w : with.waves) to.waves.emplace_back(w.wave);
    to.counted_by = at.from.header().counted_by;
    for (const read_value& v : at.structure.values) to.values.push_back({std::string(v.id), v.name});
}

}  // namespace
}  // namespace evidence

result<integrity_profile> assess_integrity(const tally& from, const instrument& by, const definition& against,
                                           const integrity_request& asked) {
    using namespace evidence;
    error problems;
    check_instrument(from, by, problems);
    const collection* how = asked.collection ? &*asked.collection : nullptr;
    if (how != nullptr) check_collection(*how, "/collection", problems);
    if (asked.period &&
        (!is_valid(asked.period->from) || !is_valid(asked.period->to) || asked.period->to <= asked.period->from))
        problems.add(status::date_out_of_range, "/period");
    if (problems.total > 0) return problems;
    const auto waves = waves_of(from, how, asked.period ? &*asked.period : nullptr);
    check_request(from, against, asked, waves, problems);
    if (problems.total > 0) return problems;
    const assessment at{
        from, by, against, asked.policy, how, structure_of(by, from.header(), against), rules_of(against)};
    if (at.structure.core.empty()) return error(status::no_values, "/instrument");
    const unit_sources with = sources_of(at, asked, waves);
    const std::vector<std::string_view>& units = with.now().units;
    if (!asked.own_unit.empty() && std::ranges::find(units, std::string_view(asked.own_unit)) == units.end())
        return error(status::unit_unknown, "/own_unit");
    integrity_profile to;
    write_head(at, with, to);
    for (std::size_t u = 0; u < units.size(); ++u)
        if (asked.own_unit.empty() || units[u] == asked.own_unit) to.units.push_back(unit_of(at, with, u));
    to.region = region_of(at, with.now(), asked);
    if (!asked.stratifier.empty()) to.equity = equity_of(at, with.now(), asked);
    to.messages = messages_of(at, asked, to);
    return to;
}

}  // namespace peersupport
