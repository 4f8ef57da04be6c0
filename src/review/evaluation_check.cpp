// SPDX-License-Identifier: Apache-2.0
// A baseline, integrity before impact, and improvement that follows.
#include "review/programme_snapshot.hpp"
#include "review/rule_names.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::review {

namespace {

/// What is known of evaluation on the day: everything later is left out.
struct evaluation_state {
    const programme_baseline* baseline = nullptr;
    std::optional<date> known;   ///< the first
    std::optional<date> impact;  ///< the first
};

void take_first(std::optional<date>& first, const date& day, const date& as_of) {
    if (day <= as_of && (!first || day < *first)) first = day;
}

evaluation_state state_of(const programme_snapshot& at) {
    evaluation_state out;
    if (at.what.baseline && at.what.baseline->day <= at.as_of) out.baseline = &*at.what.baseline;
    if (!at.what.evaluation) return out;
    for (const integrity_evaluation& each : at.what.evaluation->integrity)
        if (each.known) take_first(out.known, *each.known, at.as_of);
    for (const impact_evaluation& each : at.what.evaluation->impact) take_first(out.impact, each.from, at.as_of);
    return out;
}

evaluation_order order_of(const evaluation_state& state) noexcept {
    if (!state.impact) return evaluation_order::no_impact_claimed;
    if (!state.known) return evaluation_order::integrity_not_known;
    return *state.impact < *state.known ? evaluation_order::impact_first : evaluation_order::integrity_first;
}

void check_perspectives(const programme_snapshot& at, finding_list& findings, const std::vector<std::string>& asked,
                        finding_draft&& draft) {
    const bool people = std::any_of(asked.begin(), asked.end(), [&](const std::string& id) {
        const perspective* row = at.by.find<perspective>(id);
        return row != nullptr && row->receives_support;
    });
    if (people) return;
    draft.ids("perspectives", asked);
    findings.add(rules::perspective_missing, std::move(draft));
}

void check_baseline(const programme_snapshot& at, finding_list& findings, const evaluation_state& state) {
    const place where{programme_member::baseline};
    if (state.baseline == nullptr) return findings.add(rules::no_baseline, finding_draft(where));
    check_perspectives(at, findings, state.baseline->perspectives, finding_draft(where, "baseline"));
    const programme_improvement* first = nullptr;
    for (const programme_improvement& cycle : at.what.improvement)
        if (cycle.started <= at.as_of && (first == nullptr || cycle.started < first->started)) first = &cycle;
    if (first == nullptr || first->started >= state.baseline->day) return;
    finding_draft draft(where);
    draft.id("cycle", first->id).number("days", days_between(first->started, state.baseline->day));
    findings.add(rules::baseline_after_change, std::move(draft));
}

void check_impact(const programme_snapshot& at, finding_list& findings, const evaluation_state& state) {
    const auto& impact = at.what.evaluation->impact;
    for (std::size_t i = 0; i < impact.size(); ++i) {
        if (impact[i].from > at.as_of || (state.known && impact[i].from >= *state.known)) continue;
        finding_draft draft({programme_member::evaluation, place::none, "impact", i}, state.known ? "" : "not-known");
        if (state.known) draft.number("days", days_between(impact[i].from, *state.known));
        findings.add(rules::impact_before_integrity, std::move(draft));
    }
}

/// Whether a cycle began between what was learned and the end of the period.
bool is_followed(const programme_snapshot& at, const date& known) {
    return std::any_of(at.what.improvement.begin(), at.what.improvement.end(), [&](const programme_improvement& cycle) {
        return cycle.started >= known && cycle.started <= at.end;
    });
}

void check_integrity(const programme_snapshot& at, finding_list& findings) {
    const auto& integrity = at.what.evaluation->integrity;
    for (std::size_t i = 0; i < integrity.size(); ++i) {
        const integrity_evaluation& each = integrity[i];
        const place where{programme_member::evaluation, place::none, "integrity", i};
        if (each.from > at.as_of) continue;
        check_perspectives(at, findings, each.perspectives, finding_draft(where, "integrity"));
        if (!each.known || *each.known > at.end || is_followed(at, *each.known)) continue;
        finding_draft draft(where);
        draft.number("days", days_between(*each.known, at.end));
        findings.add(rules::no_improvement_cycle, std::move(draft));
    }
}

void check_cycles(const programme_snapshot& at, finding_list& findings) {
    const time_span limit = findings.limit_of(rules::cycle_open);
    for (std::size_t i = 0; i < at.what.improvement.size(); ++i) {
        const programme_improvement& cycle = at.what.improvement[i];
        const bool decided = cycle.decided && *cycle.decided <= at.as_of;
        if (decided || at.as_of <= later_by(cycle.started, limit)) continue;
        finding_draft draft({programme_member::improvement, i});
        draft.id("cycle", cycle.id)
            .number("days", days_between(cycle.started, at.as_of))
            .number("limit", limit.count)
            .span("limit_span", limit);
        findings.add(rules::cycle_open, std::move(draft));
    }
}

}  // namespace

void check_evaluation(const programme_snapshot& at, finding_list& findings, programme_report& report) {
    const evaluation_state state = state_of(at);
    if (state.baseline != nullptr) report.evaluation.baseline = state.baseline->day;
    report.evaluation.integrity_known = state.known;
    report.evaluation.impact_from = state.impact;
    report.evaluation.order = order_of(state);
    check_baseline(at, findings, state);
    const place where{programme_member::evaluation};
    if (!at.what.evaluation) {
        findings.add(rules::evaluator_absent, finding_draft(where, "no-evaluation"));
    } else {
        if (!at.what.evaluation->evaluator) findings.add(rules::evaluator_absent, finding_draft(where));
        check_impact(at, findings, state);
        check_integrity(at, findings);
    }
    check_cycles(at, findings);
}

void check_citation(const programme_snapshot& at, finding_list& findings) {
    const auto& cited = at.what.definition;
    std::string_view variant;
    if (!cited) variant = "none";
    else if (cited->version != at.by.version()) variant = "version";
    else if (!cited->digest.empty() && cited->digest != at.by.digest()) variant = "digest";
    else return;
    findings.add(rules::definition_other, finding_draft({programme_member::definition}, variant));
}

}  // namespace peersupport::review
