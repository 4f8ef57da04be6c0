// SPDX-License-Identifier: Apache-2.0
#include "evidence/gate_conditions.hpp"

#include "evidence/unit_findings.hpp"

#include <algorithm>

namespace peersupport::evidence {
namespace {

struct unit_reliability {
    std::optional<std::int64_t> people;
    std::optional<double> lower;
};

/// The weakest of the languages in which the unit's people answered, or the study that was given.
unit_reliability reliability_in(const assessment& at, const integrity_request& asked, const wave_table& table,
                                std::size_t unit, std::span<const form_reliability> known) {
    if (asked.reliability) return {asked.reliability->people, asked.reliability->lower};
    unit_reliability to;
    for (const tally_cell& c : cells_of(at.from, at.structure.receivers().asked->id, table.units[unit], table.wave)) {
        const auto found = std::ranges::find(known, std::string_view(c.key.language), &form_reliability::language);
        if (found == known.end()) return {};
        to.lower = !to.people                 ? found->lower
                   : to.lower && found->lower ? std::optional(std::min(*to.lower, *found->lower))
                                              : std::nullopt;
        to.people = std::min(to.people.value_or(found->people), found->people);
    }
    return to;
}

std::optional<double> lowest_end(const assessment& at, const unit_profile& found) {
    std::optional<double> lowest;
    for (const integrity_cell& c : found.cells)
        if (c.perspective == at.structure.receivers().perspective && c.mean)
            lowest = std::min(lowest.value_or(full_score), c.mean->low);
    return lowest;
}

bool collection_known(const assessment& at, const wave_table& table, std::size_t unit) {
    if (at.how == nullptr || !is_described(*at.how)) return false;
    const auto stated = stated_of(at, table.units[unit], table.wave, at.structure.receivers().perspective);
    return stated != nullptr && (stated->invited || stated->eligible);
}

void look_at(gate_condition& to, std::optional<double> found) {
    to.found = found;
    if (to.limit && found) to.met = *found >= *to.limit;
}

/// Nothing is said alongside peer support where people reported no outcomes that may be shown.
named_text statement_of(const assessment& at, bool open, const unit_profile& found) {
    const bool reported = found.outcomes && std::ranges::any_of(found.outcomes->scales, [](const module_result& m) {
                              return m.showing == showing::shown;
                          });
    named_text to{open && reported ? "msg-impact-alongside" : "msg-impact-withheld", {}};
    if (open && !reported && at.against.find<integrity_message>("msg-impact-no-outcomes") != nullptr)
        to.id = "msg-impact-no-outcomes";
    to.text = message_text(at.against, to.id);
    return to;
}

/// A reliability from few people is none, and would say something of those few.
bool enough_people(const assessment& at, const unit_reliability& known) {
    const impact_condition* row = at.against.find<impact_condition>("impact-reliability-people");
    const std::int64_t least = row != nullptr && row->limit.given ? row->limit.value : at.policy.minimum_people;
    return known.people && *known.people >= std::max<std::int64_t>(least, at.policy.minimum_people);
}

}  // namespace

impact_gate gate_of(const assessment& at, const integrity_request& asked, const wave_table& table, std::size_t unit,
                    const unit_profile& found, const limit_findings& limits,
                    std::span<const form_reliability> reliability) {
    const unit_reliability known = reliability_in(at, asked, table, unit, reliability);
    impact_gate to;
    for (const impact_condition& row : at.against.impact_conditions()) {
        gate_condition c{std::string(row.id), owned(row.name), std::nullopt,
                         std::nullopt,        std::nullopt,    owned(row.advice)};
        if (row.limit.given)
            c.limit = static_cast<double>(row.limit.value) / (row.unit == number_unit::hundredths ? 100 : 1);
        if (row.id == "impact-values-established") {
            c.limit = static_cast<double>(at.structure.values.size());
            look_at(c, static_cast<double>(found.integrity.values_established));
        } else if (row.id == "impact-lower-ends") {
            look_at(c, lowest_end(at, found));
            if (!found.integrity.established && c.met.value_or(false))
                c.met.reset();  // one that is not shown may be lower
        } else if (row.id == "impact-baseline") {
            c.met = found.change.measured;
        } else if (row.id == "impact-collection-described") {
            c.met = collection_known(at, table, unit);
        } else if (row.id == "impact-reliability-people") {
            if (known.people) c.met = c.limit && static_cast<double>(*known.people) >= *c.limit;
            // The number itself would give away how many people of other units answered in a language.
            if (asked.reliability) c.found = static_cast<double>(*known.people);
            else if (c.met.value_or(false)) c.found = c.limit;  // so many at least
        } else if (row.id == "impact-limits") {
            c.met = limits.within();
        } else if (row.id == "impact-reliability") {
            look_at(c, enough_people(at, known) ? known.lower : std::nullopt);
        }
        to.conditions.push_back(std::move(c));
    }
    to.open = !to.conditions.empty() &&
              std::ranges::all_of(to.conditions, [](const gate_condition& c) { return c.met.value_or(false); });
    to.statement = statement_of(at, to.open, found);
    return to;
}

}  // namespace peersupport::evidence
