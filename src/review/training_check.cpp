// SPDX-License-Identifier: Apache-2.0
// Whether peers learned what the role is, and supervisors how to supervise it.
#include "review/programme_snapshot.hpp"
#include "review/rule_names.hpp"

#include <utility>

namespace peersupport::review {

namespace {

/// One training that somebody who began on a day should have had by a later one.
struct training_duty {
    std::string_view component;
    std::string_view missing_rule;
    std::string_view late_rule;
    time_span limit;
};

/// Who should have had it, and when it was completed.
struct training_case {
    date started;
    const std::vector<training_record>& records;
    finding_draft draft;
};

std::optional<date> first_record(const programme_snapshot& at, const training_case& of, std::string_view component) {
    std::optional<date> first;
    for (const training_record& record : of.records)
        if (record.component == component && record.day <= at.as_of && (!first || record.day < *first))
            first = record.day;
    return first;
}

void look_at(const programme_snapshot& at, finding_list& findings, const training_duty& duty, training_case&& one,
             training_count& count) {
    ++count.need;
    const auto done = first_record(at, one, duty.component);
    if (done) ++count.have;
    // Without a record only time that has passed can be held against the programme.
    const date until = done.value_or(at.as_of);
    if (until <= later_by(one.started, duty.limit)) return;
    one.draft.number("days", days_between(one.started, until))
        .number("limit", duty.limit.count)
        .span("limit_span", duty.limit);
    findings.add(done ? duty.late_rule : duty.missing_rule, std::move(one.draft));
}

/// The duty, when the definition has the component.
std::optional<training_duty> duty_of(const programme_snapshot& at, const finding_list& findings,
                                     std::string_view component, std::string_view missing, std::string_view late) {
    if (at.by.find<training_component>(component) == nullptr) return std::nullopt;
    // Without a limit nothing can be called late, and so nothing missing either.
    constexpr time_span for_ever{9999, interval_unit::year};
    const bool has_limit = at.by.find<programme_rule>(late) != nullptr;
    return training_duty{component, missing, late, has_limit ? findings.limit_of(late) : for_ever};
}

void check_core_skills(const programme_snapshot& at, finding_list& findings, training_count& count) {
    const auto duty = duty_of(at, findings, known::core_skills, rules::core_skills_missing, rules::core_skills_late);
    for (std::size_t i = 0; duty && i < at.what.positions.size(); ++i) {
        const programme_position& position = at.what.positions[i];
        if (!at.is_filled(i) || position.role == known::system_lead || position.role == known::evaluator) continue;
        finding_draft draft({programme_member::positions, i});
        draft.id("position", position.id).id("agency", at.agency_id(position.agency));
        look_at(at, findings, *duty, {*position.started, position.training, std::move(draft)}, count);
    }
}

void check_supervision(const programme_snapshot& at, finding_list& findings, training_count& count) {
    const auto duty = duty_of(at, findings, known::supervision_training, rules::supervision_training_missing,
                              rules::supervision_training_late);
    for (std::size_t i = 0; duty && i < at.what.supervisors.size(); ++i) {
        const programme_supervisor& supervisor = at.what.supervisors[i];
        if (at.supervised[i] == 0) continue;
        finding_draft draft({programme_member::supervisors, i});
        draft.id("supervisor", supervisor.id).id("agency", at.agency_id(supervisor.agency));
        look_at(at, findings, *duty, {supervisor.started, supervisor.training, std::move(draft)}, count);
    }
}

}  // namespace

void check_training(const programme_snapshot& at, finding_list& findings, programme_report& report) {
    check_core_skills(at, findings, report.core_skills);
    check_supervision(at, findings, report.supervision);
}

}  // namespace peersupport::review
