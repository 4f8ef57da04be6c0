// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/note_check.hpp"

#include "peersupport/text/date.hpp"
#include "review/compiled_rules.hpp"
#include "review/fingerprint.hpp"
#include "review/note/field_times.hpp"
#include "review/note/note_elements.hpp"
#include "review/note/note_kind_told.hpp"
#include "review/text_review.hpp"
#include "text/utf8_check.hpp"

#include <algorithm>
#include <utility>

namespace peersupport {

namespace {

constexpr std::size_t most_text_bytes = std::size_t{1} << 20;

/// Fields in which people write sentences; the others hold dates, names of things, or yes and no.
constexpr std::array prose{note_field::persons_words, note_field::goal,      note_field::choices,    note_field::shared,
                           note_field::strengths,     note_field::response,  note_field::next_step,  note_field::follow_ups,
                           note_field::consent,       note_field::reviewed_together};

std::optional<error> unreadable(const note& what) {
    error problems;
    const auto look = [&](std::string_view text, std::string_view field) {
        if (text.size() > most_text_bytes) problems.add(status::too_large, std::string(field));
        else if (const std::size_t at = first_invalid_utf8(text); at != std::string_view::npos) problems.add(status::json_not_utf8, std::string(field), at);
    };
    look(what.text, {});
    for (std::size_t i = 0; i < note_fields; ++i) look(what.fields[i], name_of(static_cast<note_field>(i)));
    if (problems.total) return problems;
    return std::nullopt;
}

}  // namespace

struct note_checker::state {
    explicit state(rule_set of) : rules(std::move(of)) {}

    rule_set rules;
    review::text_review review;
    review::note_elements elements;

    void read_all(const note& what, note_report& to);
    void hold_fields_together(const note& what, std::string_view now, note_report& to) const;
};

void note_checker::state::read_all(const note& what, note_report& to) {
    const review::compiled_rules& by = rules.compiled();
    elements.clear(by.rules.size());
    review.run(what.text, "text", false, what.written_in, by, to.findings);
    to.in = review.read.in;
    elements.take(review, by, "text", false);
    for (const note_field field : prose) {
        if (what.field(field).empty()) continue;
        const bool persons = field == note_field::persons_words;
        review.run(what.field(field), name_of(field), persons, to.in, by, to.findings);
        elements.take(review, by, name_of(field), persons);
    }
}

/// What the fields' dates and times say about each other is for the rule that finds such things in texts.
void note_checker::state::hold_fields_together(const note& what, std::string_view now, note_report& to) const {
    const auto field = review::impossible_field(what, now);
    if (!field) return;
    const review::compiled_rules& by = rules.compiled();
    for (const std::uint32_t r : by.with_finder) {
        const review_rule& rule = by.rules[r];
        if (rule.finder != review_finder::impossible_times || !rule.languages[static_cast<std::size_t>(to.in)]) continue;
        text_finding& made = to.findings.emplace_back();
        made.rule = r;
        made.severity = rule.severity;
        made.sureness = rule.sureness;
        made.field = name_of(*field);
        made.suggestions = rule.languages[static_cast<std::size_t>(to.in)]->suggest;
        made.fingerprint = review::fingerprint_of(rule.id);
    }
}

namespace {

/// A note that speaks of somebody's safety is one of a crisis.
std::uint8_t told_by_findings(const review::compiled_rules& rules, const note_report& in) noexcept {
    const bool safety = std::ranges::any_of(in.findings, [&](const text_finding& f) {
        return rules.rules[f.rule].category == review_category::safe && f.suppressed_by == suppression::none;
    });
    return safety ? static_cast<std::uint8_t>(1U << static_cast<unsigned>(note_kind::crisis)) : std::uint8_t{0};
}

/// What the profile and the baseline make of findings. Nothing is hidden; it only loses its weight.
void weigh(const review::compiled_rules& rules, const review::applied_profile& profile, const baseline* left_alone, const std::optional<date>& today, note_report& to) {
    for (text_finding& f : to.findings) {
        if (f.suppressed_by != suppression::none) continue;
        const review::rule_setting& setting = profile.at(to.kind, f.rule);
        if (setting.severity) f.severity = *setting.severity;
        if (setting.off) f.suppressed_by = suppression::profile;
        else if (left_alone && left_alone->find(f.fingerprint, rules.rules[f.rule].id, today)) f.suppressed_by = suppression::baseline;
        if (f.suppressed_by != suppression::none) f.severity = review_severity::info;
    }
}

}  // namespace

note_checker::note_checker(rule_set rules) : state_(std::make_unique<state>(std::move(rules))) {}
note_checker::note_checker(note_checker&&) noexcept = default;
note_checker& note_checker::operator=(note_checker&&) noexcept = default;
note_checker::~note_checker() = default;
const rule_set& note_checker::rules() const noexcept { return state_->rules; }

result<note_report> note_checker::check(const note& what, const note_check_options& options) {
    const review::compiled_rules& by = state_->rules.compiled();
    const auto profile = std::ranges::find(by.profiles, options.profile, &note_profile::id);
    const bool none = options.profile.empty() || by.profiles.empty();
    if (profile == by.profiles.end() && !none) return error(status::not_found, "/profile");
    std::optional<date> today;
    if (!options.now.empty()) {
        const auto day = parse_date(options.now.substr(0, 10));
        if (!day) return error(day.problems().code(), "/now");
        today = *day;
    }
    if (auto problems = unreadable(what)) return *std::move(problems);
    const review::applied_profile& applied = none ? by.without_profile : by.applied[static_cast<std::size_t>(profile - by.profiles.begin())];
    note_report report;
    report.profile = options.profile;
    state_->read_all(what, report);
    const auto hours = review::hours_until_written(what, applied.late.working_days);
    report.late = (hours && *hours > applied.late.hours) || what.kind == note_kind::late;
    report.kind = review::kind_told(what, state_->elements.kinds() | told_by_findings(by, report), report.late);
    report.late = report.late || report.kind == note_kind::late;
    state_->elements.answer_cues(what, by, report);
    state_->hold_fields_together(what, options.now, report);
    state_->elements.ask(what, by, applied, report);
    weigh(by, applied, options.left_alone, today, report);
    return report;
}

std::array<std::size_t, 3> note_report::counts() const noexcept {
    std::array<std::size_t, 3> by{};
    for (const text_finding& f : findings)
        if (f.suppressed_by == suppression::none) ++by[static_cast<std::size_t>(f.severity)];
    return by;
}

}  // namespace peersupport
