// SPDX-License-Identifier: Apache-2.0
#include "review/role/role_components.hpp"

#include "review/polarity.hpp"
#include "review/text_offsets.hpp"

#include <algorithm>
#include <tuple>

namespace peersupport::review {
namespace {

constexpr std::string_view prefix = "jd-";
constexpr std::string_view limits = "jd-out-of-scope", duties = "jd-in-scope", non_coercion = "jd-non-coercion";
constexpr std::string_view coercion = "drift-class-coercion-control";
constexpr std::size_t least_duties = 2;  ///< fewer are no list of duties

bool is_within(std::span<const token_range> ranges, std::uint32_t at) noexcept {
    return std::ranges::any_of(ranges, [&](const token_range& r) { return r.begin <= at && at < r.end; });
}

text_span span_of(const reading& in, const rule_match& at) {
    text_offsets offsets(in.text);
    return offsets.span(in.tokens[at.begin].begin, in.tokens[at.end - 1].end);
}

}  // namespace

void role_components::clear(const compiled_rules& rules, const definition& by) {
    of_rule_.assign(rules.rules.size(), {});
    for (std::size_t r = 0; r < rules.rules.size(); ++r) {
        const review_rule& rule = rules.rules[r];
        const auto* row = rule.category == review_category::part ? by.find<job_description_component>(rule.row) : nullptr;
        if (row) of_rule_[r] = {r, rule.row, row->level, component_state::missing, {}, {}};
    }
}

void role_components::take(const reading& in, const rule_matches& from, std::span<const token_range> excluded, const compiled_rules& rules, std::string_view field) {
    const auto note = [&](const rule_match& at, component_state state) {
        role_component& component = of_rule_[at.rule];
        if (component.row.empty() || component.state <= state || at.end <= at.begin) return;
        const bool kept = rules.rules[at.rule].negation == review_context::keep;
        if (!kept && (is_within(excluded, at.begin) || is_negated(in, at.begin, at.end))) return;
        component.state = state;
        component.field = field;
        component.span = span_of(in, at);
    };
    for (const rule_match& e : from.evidence) note(e, component_state::present);
    for (const rule_match& p : from.partial) note(p, component_state::near);
}

void role_components::take_section(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    for (role_component& component : of_rule_) {
        if (component.row.empty() || std::string_view(component.row).substr(prefix.size()) != name) continue;
        component.state = component_state::present;
        component.field = name;
        component.span = {};
    }
}

void role_components::show(std::string_view row, const role_finding& by) {
    for (role_component& component : of_rule_) {
        if (component.row != row || component.state == component_state::present) continue;
        component.state = component_state::present;
        component.field = by.found.field;
        component.span = by.found.span;
    }
}

void role_components::take_findings(std::span<const role_finding> findings, const compiled_rules& rules, const definition& by) {
    const role_finding* duty = nullptr;
    std::size_t count = 0;
    for (const role_finding& f : findings) {
        if (f.entry) continue;
        const review_category category = rules.rules[f.found.rule].category;
        if (category == review_category::duty && f.polarity != duty_polarity::does_not) {
            if (!duty) duty = &f;
            ++count;
        }
        if (category != review_category::drift || f.polarity != duty_polarity::does_not) continue;
        show(limits, f);
        if (const auto* row = by.find<drift>(f.row); row && row->drift_class == coercion) show(non_coercion, f);
    }
    if (count >= least_duties) show(duties, *duty);
}

std::vector<role_component> role_components::finish(const definition& by) && {
    std::erase_if(of_rule_, [](const role_component& c) { return c.row.empty(); });
    const auto order = by.job_description_components();
    const auto place = [&](const role_component& c) { return std::ranges::find(order, c.row, &job_description_component::id) - order.begin(); };
    std::ranges::sort(of_rule_, {}, [&](const role_component& c) { return std::tuple(c.level, place(c)); });
    return std::move(of_rule_);
}

}  // namespace peersupport::review
