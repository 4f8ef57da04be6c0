// SPDX-License-Identifier: Apache-2.0
#include "exchange/note_profile_reader.hpp"

#include "exchange/field_reader.hpp"
#include "exchange/rule_words.hpp"

namespace peersupport::exchange {

namespace {

constexpr std::size_t most_changes = 500;
constexpr bounds hours_allowed{1, 24 * 365};

void read_kinds(field_reader& fields, std::vector<note_kind>& to) {
    if (const auto notes = fields.array("notes", presence::optional, {0, note_kinds}))
        for (const json_value note : json_elements(*notes))
            if (const auto kind = read_word(fields.problems(), note, note_kind_words)) to.push_back(*kind);
}

/// {"individual": {"required": ["REQ-001"], "recommended": [], "not_asked": []}}
void read_asked(problem_list& problems, json_value from, std::vector<element_request>& to) {
    field_reader kinds(problems, from);
    for (const auto& kind : note_kind_words) {
        const auto levels = kinds.find(kind.text, presence::optional);
        if (!levels) continue;
        field_reader by_level(problems, *levels);
        for (const auto& level : request_words) {
            std::vector<std::string> rules;
            by_level.strings(level.text, presence::optional, {0, most_changes}, rules);
            for (std::string& rule : rules) to.push_back({kind.value, std::move(rule), level.value});
        }
        by_level.finish();
    }
    kinds.finish();
}

/// {"rule": "JUDG-008", "change": "off" or a severity, "why": {…}}
void read_change(problem_list& problems, json_value from, rule_change& to) {
    field_reader fields(problems, from);
    fields.string("rule", presence::required, to.rule);
    if (const auto change = fields.find("change", presence::required); change && !(change->kind() == json_kind::string && change->text() == "off"))
        to.severity = read_word(problems, *change, severity_words);
    read_kinds(fields, to.notes);
    fields.text("why", presence::required, to.why);
    fields.strings("sources", presence::optional, {0, 20}, to.sources);
    fields.finish();
}

void read_late(problem_list& problems, json_value from, late_entry& to) {
    field_reader fields(problems, from);
    fields.integer("hours", presence::required, hours_allowed, to.hours);
    fields.boolean("working_days", presence::optional, to.working_days);
    fields.text("why", presence::optional, to.why);
    fields.strings("sources", presence::optional, {0, 20}, to.sources);
    fields.finish();
}

}  // namespace

void read_note_profile(problem_list& problems, json_value from, note_profile& to) {
    field_reader fields(problems, from);
    fields.string("id", presence::required, to.id);
    fields.string("extends", presence::optional, to.extends);
    fields.text("name", presence::required, to.name);
    fields.text("description", presence::required, to.description);
    fields.text("adopted_by", presence::required, to.adopted_by);
    if (const auto asked = fields.find("asked", presence::optional)) read_asked(problems, *asked, to.asked);
    if (const auto changes = fields.array("changes", presence::optional, {0, most_changes}))
        for (const json_value change : json_elements(*changes)) read_change(problems, change, to.changes.emplace_back());
    if (const auto late = fields.find("late_entry", presence::optional)) read_late(problems, *late, to.late.emplace());
    fields.finish();
}

}  // namespace peersupport::exchange
