// SPDX-License-Identifier: Apache-2.0
#include "evidence/unit_cells.hpp"

#include "evidence/eroded_share.hpp"

#include <algorithm>
#include <cmath>

namespace peersupport::evidence {
namespace {

std::int64_t answered(const item_counts& of) noexcept {
    std::int64_t n = 0;
    for (const std::int64_t a : of.answers) n += a;
    return n;
}

/// A count that may stand beside what readers know.
bool is_open(std::int64_t count, std::int64_t k) noexcept { return count == 0 || count >= k; }

std::optional<std::int64_t> if_open(std::optional<std::int64_t> count, std::int64_t k) noexcept {
    return count && is_open(*count, k) ? count : std::nullopt;
}

/// Beside the people who answered a total says how many did not: where those are few, they could be asked why.
void close_few(heard_people& to, std::int64_t k) {
    const auto is_few = [&](const std::optional<std::int64_t>& whole, const std::optional<std::int64_t>& part) {
        return whole && part && *whole > *part && *whole - *part < k;
    };
    if (is_few(to.responded, to.people)) to.responded.reset();
    const std::optional<std::int64_t> answered = to.responded ? to.responded : to.people;
    const std::optional<std::int64_t> told =
        answered && to.refused ? std::optional(*answered + *to.refused) : std::nullopt;
    if (is_few(to.invited, answered) || is_few(to.invited, to.people) || is_few(to.invited, told)) to.invited.reset();
    if (is_few(to.eligible, to.people) || is_few(to.eligible, answered) || is_few(to.eligible, to.invited))
        to.eligible.reset();
}

heard_people heard_in(const assessment& at, const wave_table& table, const read_form& form, const group_counts& group,
                      showing shown, std::string_view unit) {
    heard_people to;
    to.perspective = form.perspective;
    to.form = form.asked->id;
    to.showing = shown;
    const std::int64_t k = at.policy.minimum_people;
    const collection_heard* stated = stated_of(at, unit, table.wave, form.perspective);
    if (stated != nullptr) {
        // Beside hidden answers they would say how many people there are at most.
        if (shown == showing::shown || shown == showing::nobody) {
            to.eligible = if_open(stated->eligible, k);
            to.invited = if_open(stated->invited, k);
        }
        to.leavers_invited = stated->leavers_invited;
    }
    if (shown != showing::shown) return to;
    to.people = group.people;
    if (form.receives)
        if (const auto workers = workers_of(group, stated); workers && *workers >= at.policy.minimum_workers)
            to.workers = workers;
    if (stated == nullptr) return to;
    to.responded = if_open(stated->responded, k);
    to.refused = if_open(stated->refused, k);
    close_few(to, k);
    const std::int64_t responded = to.responded.value_or(group.people);
    if (to.invited && *to.invited > 0 && responded <= *to.invited)
        to.response_rate = share_figure(responded, *to.invited, at.rules.interval.confidence);
    return to;
}

std::optional<response_bounds> bounds_of(const score_moments& m, const heard_people& heard) {
    const auto all = heard.invited ? heard.invited : heard.eligible;
    if (!all || *all < m.people) return std::nullopt;
    const auto size = static_cast<double>(*all), n = static_cast<double>(m.people);
    return response_bounds{n * m.mean / size, (n * m.mean + full_score * (size - n)) / size};
}

std::optional<complete_case> complete_of(std::span<const score_bin> bins, std::size_t items, std::int64_t people,
                                         std::int64_t k) {
    std::vector<score_bin> complete;
    for (const score_bin& b : bins)
        if (b.answered == static_cast<std::int32_t>(items)) complete.push_back(b);
    const score_moments m = moments_of(complete);
    // Beside the mean of all it would give away the mean of the few who left something out.
    if (m.people < k || !is_open(people - m.people, k)) return std::nullopt;
    return complete_case{m.people, m.mean};
}

void write_shares(const assessment& at, const value_place& value, const group_counts& group, integrity_cell& to) {
    std::int64_t all = 0, apart = 0, declined = 0;
    for (const std::size_t i : value.items) {
        const item_counts& c = group.items[i];
        all += answered(c) + c.does_not_apply + c.declined + c.blank + c.invalid;
        apart += c.does_not_apply;
        declined += c.declined;
    }
    const auto share = [&](std::int64_t n) -> std::optional<double> {
        if (all == 0 || !is_open(n, at.policy.minimum_people)) return std::nullopt;
        return full_score * static_cast<double>(n) / static_cast<double>(all);
    };
    to.does_not_apply = share(apart);
    to.declined = share(declined);
}

integrity_cell cell_in(const assessment& at, const wave_table& table, std::size_t place, std::size_t unit,
                       std::size_t value, const heard_people& heard) {
    const read_form& form = at.structure.core[place];
    const unit_counts& of = table.counts[place][unit];
    integrity_cell to;
    to.perspective = form.perspective;
    to.value = at.structure.values[value].id;
    to.showing = of.values[value];
    if (to.showing != showing::shown) return to;
    const auto bins = bins_of(form, of.group, value);
    const score_moments m = moments_of(bins);
    const value_place& where = *find_value(form, value);
    to.people = m.people;
    to.mean = mean_figure(m, at.rules.interval);
    to.complete_case = complete_of(bins, where.items.size(), m.people, at.policy.minimum_people);
    to.if_not_heard = bounds_of(m, heard);
    for (const language_count& l : of.group.languages)  // a few would be known by the language they speak
        if (l.responses >= at.policy.minimum_people) to.languages.emplace_back(l.language);
    write_shares(at, where, of.group, to);
    return to;
}

const item& asked_item(const instrument& by, const read_form& form, std::size_t place) {
    return by.items[form.asked->items[place]];
}

/// The answers only when no count of them is small: beside the total one hidden count would be known.
void write_answers(const assessment& at, const read_form& form, std::size_t place, const item_counts& counts,
                   item_result& to) {
    const std::int64_t k = at.policy.minimum_people;
    const std::int64_t blank = counts.blank + counts.invalid;
    bool open = is_open(counts.does_not_apply, k) && is_open(counts.declined, k) && is_open(blank, k);
    for (const std::int64_t n : counts.answers) open = open && is_open(n, k);
    if (!open) return;
    const tally_item& codes = form.counted->items[place];
    const response_scale& scale = at.by.response_scales[asked_item(at.by, form, place).response_scale];
    to.answers.emplace();
    for (std::size_t i = 0; i < codes.codes.size(); ++i) {
        const auto option = std::ranges::find(scale.options, codes.codes[i], &answer_option::code);
        to.answers->push_back(
            {codes.codes[i], option == scale.options.end() ? localized_string{} : option->label, counts.answers[i]});
    }
    to.does_not_apply = counts.does_not_apply;
    to.declined = counts.declined;
    to.blank = blank;
}

item_result item_in(const assessment& at, const read_form& form, const unit_counts& of, const value_place& value,
                    std::size_t place) {
    const item& asked = asked_item(at.by, form, place);
    item_result to;
    to.perspective = form.perspective;
    to.item = asked.id;
    to.value = at.structure.values[value.value].id;
    to.topic = asked.topic;
    to.eroded = asked.reverse;
    to.showing = of.values[value.value];
    if (to.showing != showing::shown) return to;
    const item_counts& counts = of.group.items[place];
    const std::int64_t people = answered(counts);
    if (people < at.policy.minimum_people) {
        to.showing = people == 0 ? showing::nobody : showing::too_few_people;
        return to;
    }
    to.people = people;
    // Whole points: a closer figure would give back the answers that are not shown.
    to.gap = std::floor(full_score -
                        mean_figure(moments_of(item_bins(form.counted->items[place], counts)), at.rules.interval).high +
                        0.5);
    write_answers(at, form, place, counts, to);
    return to;
}

std::string facet_of(const assessment& at, const item& asked) {
    for (const eroded_limit& limit : at.against.eroded_limits())
        for (const std::size_t f : asked.facets)
            if (at.by.facets[f].id == limit.facet) return std::string(limit.facet);
    return {};
}

/// For a line of the core form and for the report of harm alike.
template <class Result>
void write_eroded(const assessment& at, const eroded_counts& counts, Result& to) {
    const shown_eroded s = show(counts, at.policy.minimum_people, at.rules.interval.confidence);
    to.people = counts.people;
    to.ever = s.ever;
    to.often = s.often;
    to.ever_met = s.ever_met;
    to.often_met = s.often_met;
}

eroded_result eroded_in(const assessment& at, const read_form& form, const unit_counts& of, const item_result& found,
                        std::size_t place) {
    const item& asked = asked_item(at.by, form, place);
    eroded_result to;
    to.item = asked.id;
    to.facet = facet_of(at, asked);
    to.value = found.value;
    to.topic = asked.topic;
    to.showing = found.showing;
    if (to.showing != showing::shown) return to;
    const eroded_counts counts = eroded_of(form.counted->items[place], of.group.items[place], at.rules.often_options);
    write_eroded(at, counts, to);
    return to;
}

showing module_showing(const assessment& at, const wave_table& table, const read_form& form, std::size_t unit,
                       const group_counts& group, std::int64_t people) {
    if (people == 0) return showing::nobody;
    const auto stated = stated_of(at, table.units[unit], table.wave, form.perspective);
    const showing workers = worker_rule(at.policy, form.receives, workers_of(group, stated));
    if (workers != showing::shown) return workers;
    // The same people mostly answer both forms: a count of one would be a count of the other.
    for (std::size_t c = 0; c < at.structure.core.size(); ++c)
        if (at.structure.core[c].perspective == form.perspective &&
            table.counts[c][unit].heard == showing::hidden_to_protect)
            return showing::hidden_to_protect;
    return people >= at.policy.minimum_people ? showing::shown : showing::too_few_people;
}

module_result module_in(const assessment& at, const wave_table& table, const read_form& form, std::size_t unit,
                        const group_counts& group, std::size_t place) {
    const scale& s = at.by.scales[form.asked->scales[place]];
    module_result to{std::string(form.perspective), form.asked->id, s.id, s.name, showing::nobody, {}, {}};
    if (group.scales.empty()) return to;
    const score_moments m = moments_of(group.scales[place].bins);
    to.showing = module_showing(at, table, form, unit, group, m.people);
    if (to.showing != showing::shown) return to;
    to.people = m.people;
    to.mean = mean_figure(m, at.rules.interval);
    return to;
}

harm_report harm_in(const assessment& at, const wave_table& table, const read_form& form, std::size_t unit,
                    const group_counts& group, const scale& harm) {
    harm_report to;
    const auto in_form = std::ranges::find(form.asked->items, harm.items.front());
    if (in_form == form.asked->items.end() || group.items.empty()) return to;
    const auto place = static_cast<std::size_t>(in_form - form.asked->items.begin());
    const eroded_counts counts = eroded_of(form.counted->items[place], group.items[place], at.rules.often_options);
    to.showing = module_showing(at, table, form, unit, group, counts.people);
    if (to.showing != showing::shown) return to;
    write_eroded(at, counts, to);
    return to;
}

void write_modules(const assessment& at, const wave_table& table, std::size_t unit, unit_profile& to) {
    for (const read_form& form : at.structure.modules) {
        const bool outcomes = is_outcome_form(at.by, form);
        if (outcomes && !to.outcomes) to.outcomes.emplace();
        if (form.counted == nullptr && !outcomes) continue;
        const group_counts group = form.counted == nullptr
                                       ? group_counts{}
                                       : counts_of(cells_of(at.from, form.asked->id, table.units[unit], table.wave));
        for (std::size_t s = 0; s < form.asked->scales.size(); ++s) {
            const scale& of = at.by.scales[form.asked->scales[s]];
            if (!is_0_to_100(of)) continue;
            if (outcomes && of.id == "harm" && !of.items.empty())
                to.outcomes->harm = harm_in(at, table, form, unit, group, of);
            else (outcomes ? to.outcomes->scales : to.modules).push_back(module_in(at, table, form, unit, group, s));
        }
    }
}

void write_form(const assessment& at, const wave_table& table, std::size_t place, std::size_t unit, unit_profile& to) {
    const read_form& form = at.structure.core[place];
    const unit_counts& of = table.counts[place][unit];
    const heard_people heard = heard_in(at, table, form, of.group, of.heard, table.units[unit]);
    to.heard.push_back(heard);
    for (const value_place& v : form.values) {
        to.cells.push_back(cell_in(at, table, place, unit, v.value, heard));
        for (const std::size_t i : v.items) {
            to.items.push_back(item_in(at, form, of, v, i));
            if (place == 0 && to.items.back().eroded) to.eroded.push_back(eroded_in(at, form, of, to.items.back(), i));
        }
    }
}

}  // namespace

std::vector<score_bin> item_bins(const tally_item& item, const item_counts& counts) {
    const auto [low, high] = std::ranges::minmax_element(item.points);
    std::vector<score_bin> bins;
    if (item.points.empty() || *low == *high) return bins;
    for (std::size_t i = 0; i < counts.answers.size(); ++i)
        if (counts.answers[i] > 0)
            bins.push_back({1, std::int64_t{100} * (item.points[i] - *low), *high - *low, counts.answers[i]});
    std::ranges::sort(bins, {}, &score_bin::numerator);
    return bins;
}

bool is_outcome_form(const instrument& by, const read_form& form) noexcept {
    return form.receives && form.asked->kind == form_kind::module &&
           std::ranges::any_of(form.asked->scales, [&](std::size_t s) {
               return by.scales[s].id == "outcomes" || by.scales[s].id == "harm";
           });
}

std::optional<figure> mean_of(const assessment& at, const wave_table& table, std::size_t form, std::size_t unit,
                              std::size_t value) {
    const unit_counts& of = table.counts[form][unit];
    if (of.values[value] != showing::shown) return std::nullopt;
    return mean_figure(moments_of(bins_of(at.structure.core[form], of.group, value)), at.rules.interval);
}

void write_cells(const assessment& at, const wave_table& table, std::size_t unit, unit_profile& to) {
    for (std::size_t place = 0; place < at.structure.core.size(); ++place) write_form(at, table, place, unit, to);
    write_modules(at, table, unit, to);
}

}  // namespace peersupport::evidence
