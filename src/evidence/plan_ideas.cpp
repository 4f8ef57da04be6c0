// SPDX-License-Identifier: Apache-2.0
#include "evidence/plan_ideas.hpp"

#include "peersupport/text/day_number.hpp"

#include <algorithm>
#include <tuple>

namespace peersupport::evidence {
namespace {

/// Organization and system first, single workers last.
int tier_of(std::string_view level) noexcept {
    if (level == "level-organization" || level == "level-system") return 0;
    return level == "level-peer-worker" ? 2 : 1;
}

bool met_often(const eroded_result& e) noexcept {
    return e.often_met != how_many::not_known && e.often_met != how_many::nobody;
}

/// An idea and the gaps it serves.
struct served_gaps {
    const change_idea* row = nullptr;
    std::vector<std::string> values;
    std::vector<std::string> items;
    bool limit = false;  // helps with an item over a declared limit
    double size = 0;     // points of the value gaps together
    [[nodiscard]] auto rank() const noexcept {
        const auto served = static_cast<std::ptrdiff_t>(values.size() + items.size());
        return std::tuple(!limit, tier_of(row->level), -served, row->evidence_class, -size);
    }
};

/// The gaps that are about what an item asks: those of its facets, and where there is none those of its value.
std::vector<const gap*> gaps_about(const assessment& at, const eroded_result& e) {
    const auto asked = std::ranges::find(at.by.items, std::string_view(e.item), &item::id);
    std::vector<const gap*> by_facet, by_value;
    for (const gap& g : at.against.gaps()) {
        const bool has = asked != at.by.items.end() && std::ranges::any_of(asked->facets, [&](std::size_t f) {
                             return at.by.facets[f].id == g.facet;
                         });
        if (has) by_facet.push_back(&g);
        if (std::ranges::find(g.values, std::string_view(e.value)) != g.values.end()) by_value.push_back(&g);
    }
    return by_facet.empty() ? by_value : by_facet;
}

/// An eroded item that some people met often, and what stands about it in the definition.
struct met_item {
    const eroded_result* found = nullptr;
    std::vector<const gap*> gaps;
    bool limit = false;  ///< over a declared limit

    [[nodiscard]] bool is_in(const change_idea& row) const {
        return std::ranges::any_of(gaps,
                                   [&](const gap* g) { return std::ranges::find(row.gaps, g->id) != row.gaps.end(); });
    }
};

std::vector<met_item> met_items(const assessment& at, const unit_profile& found, const limit_findings& limits) {
    std::vector<met_item> to;
    for (const eroded_result& e : found.eroded) {
        const bool limit =
            std::ranges::any_of(limits.passed, [&](const passed_limit& p) { return p.limit.item == e.item; });
        if (limit || met_often(e)) to.push_back({&e, gaps_about(at, e), limit});
    }
    return to;
}

served_gaps served_by(const change_idea& row, const unit_profile& found, std::span<const met_item> met) {
    served_gaps to;
    to.row = &row;
    for (const std::string_view value : row.values) {
        bool serves = false;
        for (const practice_gap& g : found.gaps)
            if (g.kind == gap_kind::value && g.value == value) {
                to.size += g.size;
                serves = true;
            }
        for (const met_item& m : met)
            if (m.found->value == value && m.is_in(row)) {
                to.items.push_back(m.found->item);
                to.limit = to.limit || m.limit;
                serves = true;
            }
        if (serves) to.values.emplace_back(value);
    }
    return to;
}

planned_idea planned(served_gaps&& of) {
    const change_idea& row = *of.row;
    return {std::string(row.id),
            std::move(of.values),
            std::move(of.items),
            std::string(row.level),
            owned(row.text),
            owned(row.process_measure),
            owned(row.outcome_measure),
            row.evidence_class,
            owned(row.evidence),
            row.standing};
}

/// Every item over a limit has its idea before another has a second one.
void bring_forward(std::vector<served_gaps>& ranked, const limit_findings& limits) {
    auto next = ranked.begin();
    for (const passed_limit& p : limits.passed) {
        const auto helps = [&](const served_gaps& s) {
            return std::ranges::find(s.items, p.limit.item) != s.items.end();
        };
        if (std::any_of(ranked.begin(), next, helps)) continue;
        const auto best = std::find_if(next, ranked.end(), helps);
        if (best != ranked.end()) next = std::rotate(next, best, best + 1);
    }
}

std::vector<planned_idea> ideas_for(const assessment& at, const unit_profile& found, const limit_findings& limits) {
    const std::vector<met_item> met = met_items(at, found, limits);
    std::vector<served_gaps> serving;
    for (const change_idea& row : at.against.change_ideas())
        if (served_gaps s = served_by(row, found, met); !s.values.empty()) serving.push_back(std::move(s));
    std::ranges::stable_sort(serving, [](const served_gaps& a, const served_gaps& b) { return a.rank() < b.rank(); });
    bring_forward(serving, limits);
    std::vector<planned_idea> to;
    for (std::size_t i = 0; i < serving.size() && i < at.rules.plan_ideas; ++i)
        to.push_back(planned(std::move(serving[i])));
    return to;
}

/// As many days after the wave's end as it is long, for each wave to wait.
std::string look_again(const assessment& at, std::string_view wave) {
    const collection_wave* w = at.how == nullptr ? nullptr : find_wave(*at.how, wave);
    if (w == nullptr) return {};
    const std::int64_t end = day_number(w->to), length = end - day_number(w->from);
    const std::int64_t then = end + length * at.rules.look_again_waves;
    if (then > INT32_MAX || !is_day_number(static_cast<std::int32_t>(then))) return {};
    return to_text(date_of(static_cast<std::int32_t>(then)));
}

}  // namespace

improvement_plan plan_of(const assessment& at, std::string_view wave, const unit_profile& found,
                         const limit_findings& limits) {
    improvement_plan to;
    for (const improvement_step& row : at.against.improvement_steps()) {
        if (row.id == "step-aim") to.aim = owned(row.text);
        if (row.cycle == improvement_cycle::innovation)
            to.steps.push_back({std::string(row.id), owned(row.name), owned(row.text)});
    }
    to.ideas = ideas_for(at, found, limits);
    for (const balancing_measure& row : at.against.balancing_measures())
        to.balancing.push_back({std::string(row.id), owned(row.name), owned(row.text)});
    for (const level_of_influence& row : at.against.levels_of_influence())
        to.reflection.push_back({std::string(row.id), owned(row.name), owned(row.reflection)});
    to.look_again = look_again(at, wave);
    return to;
}

}  // namespace peersupport::evidence
