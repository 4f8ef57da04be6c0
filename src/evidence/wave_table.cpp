// SPDX-License-Identifier: Apache-2.0
#include "evidence/wave_table.hpp"

#include "peersupport/evidence/suppression.hpp"

#include <algorithm>
#include <set>

namespace peersupport::evidence {
namespace {

std::vector<std::string_view> units_in(const assessment& at, std::string_view wave) {
    std::set<std::string_view> units;
    for (const tally_cell& c : at.from.cells())
        if (c.key.wave == wave) units.insert(c.key.unit);
    if (at.how != nullptr)
        for (const collection_heard& h : at.how->heard)
            if (h.wave == wave) units.insert(h.unit);
    return {units.begin(), units.end()};
}

/// The workers of all units together; a unit that names none adds those stated, and what is not known adds none.
showing pooled_workers(const assessment& at, const read_form& form, const wave_table& table, std::size_t place) {
    std::int64_t known = static_cast<std::int64_t>(table.pooled[place].workers.size());
    bool all_known = true;
    for (std::size_t u = 0; u < table.units.size(); ++u) {
        const group_counts& group = table.counts[place][u].group;
        if (group.responses == 0) continue;
        const auto workers = workers_of(group, stated_of(at, table.units[u], table.wave, form.perspective));
        all_known = all_known && workers.has_value();
        if (workers) known += *workers - static_cast<std::int64_t>(group.workers.size());
    }
    const showing by_known = worker_rule(at.policy, form.receives, known);
    return by_known == showing::shown || all_known ? by_known : showing::no_worker_count;
}

/// One value of one form over all units.
struct value_table {
    suppression_table table;
    std::vector<showing> workers;      // by unit
    showing region = showing::nobody;  // by workers; nobody: no region
};

value_table value_table_of(const assessment& at, const wave_table& wave, std::size_t place, std::size_t value,
                           const std::vector<bool>& forced) {
    const read_form& form = at.structure.core[place];
    value_table to;
    std::int64_t all = 0, answering = 0, largest = 0;
    for (std::size_t u = 0; u < wave.units.size(); ++u) {
        const group_counts& group = wave.counts[place][u].group;
        const std::int64_t n = scored(form, group, value);
        const auto workers = workers_of(group, stated_of(at, wave.units[u], wave.wave, form.perspective));
        to.workers.push_back(n == 0 ? showing::shown : worker_rule(at.policy, form.receives, workers));
        const bool hide = n > 0 && (to.workers.back() != showing::shown || forced[u]);
        to.table.cells.push_back({n, hide ? cell_rule::must_be_hidden : cell_rule::may_be_shown});
        all += n;
        largest = std::max(largest, n);
        answering += n > 0;
    }
    if (answering < at.rules.region_units || wave.units.size() < 2) return to;
    to.region = pooled_workers(at, form, wave, place);
    // A person who answered in two units counts twice in the sum; the policy asks for different people.
    // The largest unit knows its own answers: those of the others have to be enough too.
    const bool hide = to.region != showing::shown || wave.pooled[place].people < at.policy.minimum_people ||
                      all - largest < at.policy.minimum_people;
    suppression_sum sum{to.table.cells.size(), {}};
    for (std::size_t u = 0; u < wave.units.size(); ++u) sum.parts.push_back(u);
    to.table.cells.push_back({all, hide ? cell_rule::must_be_hidden : cell_rule::may_be_shown});
    to.table.sums.push_back(std::move(sum));
    return to;
}

/// As a reader is told. Where the region is shown, small cells and those that protect them must look the same.
showing told(cell_state state, showing by_workers, std::int64_t people, bool summed) noexcept {
    if (people == 0) return showing::nobody;
    if (by_workers != showing::shown) return by_workers;
    if (state == cell_state::shown) return showing::shown;
    return state == cell_state::too_few && !summed ? showing::too_few_people : showing::hidden_to_protect;
}

std::vector<cell_state> states_of(const value_table& of, std::int64_t minimum_people) {
    auto states = suppress(of.table, minimum_people);
    if (states) return std::move(states).value();
    return std::vector<cell_state>(of.table.cells.size(), cell_state::protecting);  // too large to prove: show nothing
}

/// Writes what becomes of one value; true when a unit protects here that was not forced before.
bool write_value(const assessment& at, wave_table& to, std::size_t place, std::size_t value,
                 std::vector<bool>& forced) {
    const value_table table = value_table_of(at, to, place, value, forced);
    const std::vector<cell_state> states = states_of(table, at.policy.minimum_people);
    const std::size_t units = to.units.size();
    const bool has_region = states.size() > units;
    const bool summed = has_region && states[units] == cell_state::shown;
    bool more = false;
    for (std::size_t u = 0; u < units; ++u) {
        to.counts[place][u].values[value] = told(states[u], table.workers[u], table.table.cells[u].people, summed);
        if (states[u] == cell_state::protecting && !forced[u]) more = forced[u] = true;
    }
    to.region[place][value] =
        has_region ? told(states[units], table.region, table.table.cells[units].people, false) : showing::nobody;
    return more;
}

showing heard_of(const assessment& at, const wave_table& wave, std::size_t place, std::size_t unit) {
    const read_form& form = at.structure.core[place];
    const unit_counts& of = wave.counts[place][unit];
    if (of.group.responses == 0) return showing::nobody;
    const showing workers = worker_rule(
        at.policy, form.receives, workers_of(of.group, stated_of(at, wave.units[unit], wave.wave, form.perspective)));
    if (workers != showing::shown) return workers;
    if (std::ranges::find(of.values, showing::hidden_to_protect) != of.values.end()) return showing::hidden_to_protect;
    if (of.group.responses >= at.policy.minimum_people) return showing::shown;
    const bool summed = std::ranges::find(wave.region[place], showing::shown) != wave.region[place].end();
    return summed ? showing::hidden_to_protect : showing::too_few_people;
}

void count_units(const assessment& at, wave_table& to) {
    for (const read_form& form : at.structure.core) {
        std::vector<unit_counts> each(to.units.size());
        std::vector<const tally_cell*> all;
        for (std::size_t u = 0; u < to.units.size(); ++u) {
            each[u].values.resize(at.structure.values.size(), showing::nobody);
            if (form.counted == nullptr) continue;
            const auto cells = cells_of(at.from, form.asked->id, to.units[u], to.wave);
            for (const tally_cell& c : cells) all.push_back(&c);
            each[u].group = counts_of(cells);
        }
        to.counts.push_back(std::move(each));
        to.pooled.push_back(counts_of(std::span<const tally_cell* const>(all)));
    }
}

void decide(const assessment& at, wave_table& to) {
    to.region.assign(at.structure.core.size(), std::vector<showing>(at.structure.values.size(), showing::nobody));
    for (std::size_t place = 0; place < at.structure.core.size(); ++place) {
        // A unit that protects in one value is hidden in all: its people are about the same in each, so one would give
        // away another. Each turn hides at least one unit more.
        std::vector<bool> forced(to.units.size(), false);
        for (bool again = true; again;) {
            again = false;
            for (std::size_t v = 0; v < at.structure.values.size(); ++v)
                if (write_value(at, to, place, v, forced)) again = true;
        }
        for (std::size_t u = 0; u < to.units.size(); ++u) to.counts[place][u].heard = heard_of(at, to, place, u);
    }
}

/// The receivers of one unit as they were stored.
group_counts stored_group(const assessment& at, const snapshot& stored, std::string_view unit, std::size_t place) {
    const read_form& form = at.structure.receivers();
    group_counts to;
    to.scales.resize(form.asked->scales.size());
    std::int64_t workers = 0;
    for (const snapshot_cell& c : stored.cells) {
        if (c.unit != unit || c.form != form.asked->id) continue;
        for (const value_place& v : form.values)
            if (at.structure.values[v.value].id == c.value) {
                add_bins(to.scales[v.scale].bins, c.bins);
                to.scales[v.scale].reasons[static_cast<std::size_t>(reason::scored)] += c.people;
            }
        workers = std::max(workers, c.workers.value_or(0));
    }
    for (const scale_counts& s : to.scales)
        to.responses = std::max(to.responses, s.reasons[static_cast<std::size_t>(reason::scored)]);
    to.people = to.responses;
    // Only their number was stored, so each unit's workers get keys of their own.
    for (std::int64_t w = 0; w < std::min<std::int64_t>(workers, to.responses); ++w)
        to.workers.push_back(static_cast<std::uint64_t>(place) << 32 | static_cast<std::uint64_t>(w));
    to.worker_responses = to.workers.empty() ? 0 : to.responses;
    return to;
}

}  // namespace

wave_table table_of(const assessment& at, std::string_view wave) {
    wave_table to;
    to.wave = wave;
    to.units = units_in(at, wave);
    count_units(at, to);
    decide(at, to);
    return to;
}

wave_table table_of(const assessment& at, const snapshot& stored) {
    assessment then = at;
    then.how = &stored.collection;
    wave_table to;
    to.wave = stored.wave;
    std::set<std::string_view> units;
    for (const snapshot_cell& c : stored.cells) units.insert(c.unit);
    to.units.assign(units.begin(), units.end());
    const unit_counts none{{}, showing::nobody, std::vector<showing>(at.structure.values.size(), showing::nobody)};
    to.counts.assign(at.structure.core.size(), std::vector<unit_counts>(to.units.size(), none));
    to.pooled.resize(at.structure.core.size());
    for (std::size_t u = 0; u < to.units.size(); ++u) {
        to.counts[0][u].group = stored_group(at, stored, to.units[u], u);
        const group_counts& group = to.counts[0][u].group;
        to.pooled[0].responses += group.responses;
        to.pooled[0].people += group.people;
        to.pooled[0].workers.insert(to.pooled[0].workers.end(), group.workers.begin(), group.workers.end());
    }
    decide(then, to);
    return to;
}

const value_place* find_value(const read_form& form, std::size_t value) noexcept {
    const auto at = std::ranges::find(form.values, value, &value_place::value);
    return at == form.values.end() ? nullptr : &*at;
}

std::span<const score_bin> bins_of(const read_form& form, const group_counts& group, std::size_t value) noexcept {
    const value_place* place = find_value(form, value);
    if (place == nullptr || group.scales.empty()) return {};
    return group.scales[place->scale].bins;
}

std::int64_t scored(const read_form& form, const group_counts& group, std::size_t value) noexcept {
    const value_place* place = find_value(form, value);
    if (place == nullptr || group.scales.empty()) return 0;
    return group.scales[place->scale].reasons[static_cast<std::size_t>(reason::scored)];
}

std::optional<std::int64_t> workers_of(const group_counts& group, const collection_heard* stated) noexcept {
    const auto named = static_cast<std::int64_t>(group.workers.size());
    if (group.responses > 0 && group.worker_responses == group.responses) return named;
    if (stated != nullptr && stated->workers) return std::max(named, *stated->workers);
    return named > 0 ? std::optional(named) : std::nullopt;
}

showing worker_rule(const integrity_policy& policy, bool receives, std::optional<std::int64_t> workers) noexcept {
    // Staff answer for themselves: the people of their cell are its workers, and the policy on people covers them.
    if (!receives || (policy.audience == readership::team && policy.workers_agreed)) return showing::shown;
    if (!workers) return showing::no_worker_count;
    return *workers >= policy.minimum_workers ? showing::shown : showing::too_few_workers;
}

const collection_heard* stated_of(const assessment& at, std::string_view unit, std::string_view wave,
                                  std::string_view perspective) noexcept {
    return at.how == nullptr ? nullptr : find_heard(*at.how, unit, wave, perspective);
}

}  // namespace peersupport::evidence
