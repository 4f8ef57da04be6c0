// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/role_check.hpp"

#include "peersupport/text/wiped_string.hpp"
#include "review/compiled_rules.hpp"
#include "review/fingerprint.hpp"
#include "review/reading.hpp"
#include "review/role/duty_polarity.hpp"
#include "review/role/excluded_lines.hpp"
#include "review/role/role_components.hpp"
#include "review/role/role_log.hpp"
#include "review/rule_matches.hpp"
#include "review/text_offsets.hpp"
#include "text/number_text.hpp"
#include "text/utf8_check.hpp"

#include <algorithm>
#include <utility>

namespace peersupport {

namespace {

constexpr std::size_t most_text_bytes = std::size_t{1} << 20;
constexpr std::size_t most_rows = 10000;
constexpr std::int64_t most_minutes = 366 * 24 * 60;
constexpr std::string_view limits_section = "out-of-scope", activity_field = "activity";
constexpr std::int32_t worst = 4;  ///< severity of drift

const role* find_role(const definition& by, std::string_view id) {
    if (const role* row = by.find<role>(id)) return row;
    return by.find<role>(wiped_string("role-") += id);
}

bool is_component(const definition& by, std::string_view section) { return by.find<job_description_component>(wiped_string("jd-") += section) != nullptr; }

std::optional<error> unreadable(const role_description& what, const definition& by) {
    error problems;
    const auto look = [&](std::string_view text, const std::string& path) {
        if (text.size() > most_text_bytes) problems.add(status::too_large, path);
        else if (const std::size_t at = first_invalid_utf8(text); at != std::string_view::npos) problems.add(status::json_not_utf8, path, at);
    };
    look(what.text, "/text");
    if (!find_role(by, what.role)) problems.add(status::not_found, "/role");
    for (std::size_t i = 0; i < what.sections.size(); ++i) {
        // A name that is none of ours may be anything, so its place is told and not it.
        const bool known = is_component(by, what.sections[i].name);
        if (!known) problems.add(status::field_unknown, "/sections");
        look(what.sections[i].text, known ? "/sections/" + std::string(what.sections[i].name) : "/sections");
    }
    if (what.activities.size() > most_rows) problems.add(status::too_large, "/activities");
    for (std::size_t i = 0; i < std::min(what.activities.size(), most_rows); ++i) {
        const role_activity& row = what.activities[i];
        const std::string path = "/activities/" + number_text(i);
        look(row.activity, path + "/activity");
        if (row.minutes < 0 || row.minutes > most_minutes) problems.add(status::field_value, path + "/minutes");
        if (!row.code.empty() && !review::find_activity(by, row.code)) problems.add(status::not_found, path + "/code");
    }
    if (problems.total) return problems;
    return std::nullopt;
}

role_fit fit_of(const duty& row, std::string_view role) noexcept {
    if (std::ranges::find(row.core_roles, role) != row.core_roles.end()) return role_fit::core;
    return std::ranges::find(row.optional_roles, role) != row.optional_roles.end() ? role_fit::optional : role_fit::unusual;
}

}  // namespace

struct role_checker::state {
    state(rule_set of, const definition& from) : rules(std::move(of)), by(&from) {}

    rule_set rules;
    const definition* by;
    review::reading read;
    review::rule_matches matches;
    review::role_components components;
    std::vector<review::token_range> excluded;

    void tell_language(const role_description& what, role_report& to);
    void read_part(std::string_view text, std::string_view field, std::size_t entry, role_report& to);
    void describe(const role_description& what, role_report& to);
    void count(const role_description& what, role_report& to);
    [[nodiscard]] role_finding made_of(const review::rule_match& found, review::text_offsets& offsets, const role_report& to) const;
    void weigh(role_finding& made, std::string_view role) const;
};

void role_checker::state::tell_language(const role_description& what, role_report& to) {
    if (what.written_in) {
        to.in = *what.written_in;
        return;
    }
    wiped_string all(what.text.substr(0, most_text_bytes));
    for (const role_section& part : what.sections) all.append("\n").append(part.text);
    for (const role_activity& row : what.activities) all.append("\n").append(row.activity);
    to.in = read.tell_language(all, rules.compiled());
}

/// Severity 4 is never made less by a condition; what the peer does not do, or only helps with, weighs nothing.
void role_checker::state::weigh(role_finding& made, std::string_view role) const {
    const drift* row = by->find<drift>(made.row);
    if (made.polarity != duty_polarity::does) made.found.suppressed_by = suppression::polarity;
    else if (row && std::ranges::find(row->roles_exempt, role) != row->roles_exempt.end()) made.found.suppressed_by = suppression::exemption;
    if (row) made.found.severity = row->severity == worst ? review_severity::error : review_severity::warning;
    const bool less = made.conditional && !(row && row->severity == worst);
    if (less || made.found.suppressed_by != suppression::none) made.found.severity = review_severity::info;
}

role_finding role_checker::state::made_of(const review::rule_match& found, review::text_offsets& offsets, const role_report& to) const {
    const review_rule& rule = rules.compiled().rules[found.rule];
    const review_language& said = *rule.languages[static_cast<std::size_t>(to.in)];
    role_finding made;
    made.found.rule = found.rule;
    made.found.severity = rule.severity;
    made.found.sureness = rule.sureness;
    made.row = rule.row;
    if (found.slot != review::no_pattern) {
        const review_pattern& pattern = said.patterns[found.slot];
        made.found.severity = pattern.severity.value_or(rule.severity);
        made.found.sureness = pattern.sureness.value_or(rule.sureness);
        if (!pattern.row.empty()) made.row = pattern.row;
    }
    made.found.span = offsets.span(read.tokens[found.begin].begin, read.tokens[found.end - 1].end);
    made.found.fingerprint = review::fingerprint_of(rule.id, read, found.begin, found.end);
    made.conditional = review::is_conditional(read, found.begin);
    made.polarity = rule.negation == review_context::keep ? duty_polarity::does : review::polarity_of(read, excluded, found.begin, found.end);
    if (rule.category == review_category::drift) weigh(made, to.role);
    else if (made.polarity == duty_polarity::does_not || made.polarity == duty_polarity::others) made.found.suppressed_by = suppression::polarity;
    if (rule.category == review_category::drift && made.polarity == duty_polarity::does) made.found.suggestions = said.suggest;
    if (const duty* row = by->find<duty>(made.row)) made.fit = fit_of(*row, to.role);
    return made;
}

void role_checker::state::read_part(std::string_view text, std::string_view field, std::size_t entry, role_report& to) {
    const review::compiled_rules& compiled = rules.compiled();
    read.read(text, compiled, to.in);
    matches.collect(read, compiled, review::evidence_places::all);
    review::find_excluded_lines(read, excluded);
    if (field == limits_section) excluded.assign(1, {0, static_cast<std::uint32_t>(read.tokens.size())});
    review::text_offsets offsets(text);
    for (const review::rule_match& found : matches.finds) {
        role_finding& made = to.findings.emplace_back(made_of(found, offsets, to));
        made.found.field = field;
        made.entry = entry;
    }
    if (!entry) components.take(read, matches, excluded, compiled, field);
}

void role_checker::state::describe(const role_description& what, role_report& to) {
    const review::compiled_rules& compiled = rules.compiled();
    components.clear(compiled, *by);
    if (!what.text.empty()) read_part(what.text, "text", 0, to);
    for (const role_section& part : what.sections) {
        read_part(part.text, part.name, 0, to);
        components.take_section(part.name, part.text);
    }
    components.take_findings(to.findings, compiled, *by);
    if (!what.text.empty() || !what.sections.empty()) to.components = std::move(components).finish(*by);
}

void role_checker::state::count(const role_description& what, role_report& to) {
    for (std::size_t i = 0; i < what.activities.size(); ++i) {
        const std::size_t first = to.findings.size();
        read_part(what.activities[i].activity, activity_field, i + 1, to);
        const auto here = std::span<const role_finding>(to.findings).subspan(first);
        const role_entry& entry = to.entries.emplace_back(review::entry_of(what.activities[i], here, rules.compiled(), *by));
        to.minutes[static_cast<std::size_t>(entry.kind)] += entry.minutes;
    }
}

role_checker::role_checker(rule_set rules, const definition& by) : state_(std::make_unique<state>(std::move(rules), by)) {}
role_checker::role_checker(role_checker&&) noexcept = default;
role_checker& role_checker::operator=(role_checker&&) noexcept = default;
role_checker::~role_checker() = default;
const rule_set& role_checker::rules() const noexcept { return state_->rules; }

result<role_report> role_checker::check(const role_description& what) {
    if (auto problems = unreadable(what, *state_->by)) return *std::move(problems);
    role_report report;
    report.role = find_role(*state_->by, what.role)->id;
    report.definition = state_->by->digest();
    state_->tell_language(what, report);
    state_->describe(what, report);
    state_->count(what, report);
    return report;
}

std::int64_t role_report::total_minutes() const noexcept {
    std::int64_t total = 0;
    for (const std::int64_t part : minutes) total += part;
    return total;
}

double role_report::share(activity_kind kind) const noexcept {
    const std::int64_t total = total_minutes();
    return total == 0 ? 0.0 : static_cast<double>(minutes[static_cast<std::size_t>(kind)]) / static_cast<double>(total);
}

}  // namespace peersupport
