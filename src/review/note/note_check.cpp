// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/note_check.hpp"

#include "review/compiled_rules.hpp"
#include "review/fingerprint.hpp"
#include "review/text_offsets.hpp"
#include "review/text_review.hpp"
#include "text/utf8_check.hpp"

#include <algorithm>
#include <cstdint>
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

/// What the texts of a note show, rule by rule.
struct shown {
    std::vector<std::uint8_t> evidence;    ///< by rule
    std::vector<std::uint8_t> called_for;  ///< by rule: a bit for each list of `unless`
    std::vector<text_span> where, near;    ///< in the text

    void clear(std::size_t rules) {
        evidence.assign(rules, 0);
        called_for.assign(rules, 0);
        where.assign(rules, {});
        near.assign(rules, {});
    }
};

}  // namespace

struct note_checker::state {
    explicit state(rule_set of) : rules(std::move(of)) {}

    rule_set rules;
    review::text_review review;
    shown seen;

    void read_all(const note& what, note_report& to);
    void take_elements(bool is_text);
    void drop_answered_cues(const note& what, note_report& to) const;
    void ask_for_elements(const note& what, note_report& to);
};

void note_checker::state::take_elements(bool is_text) {
    const auto& m = review.matches;
    const auto place = [&](const review::rule_match& at) {
        review::text_offsets offsets(review.read.text);
        return offsets.span(review.read.tokens[at.begin].begin, review.read.tokens[at.end - 1].end);
    };
    for (const auto& e : m.evidence) {
        if (is_text && !seen.evidence[e.rule] && e.end > e.begin) seen.where[e.rule] = place(e);
        seen.evidence[e.rule] = 1;
    }
    for (const auto& p : m.partial)
        if (is_text && seen.near[p.rule].byte_end == 0 && p.end > p.begin) seen.near[p.rule] = place(p);
    for (const auto& c : m.called_for) seen.called_for[c.rule] = static_cast<std::uint8_t>(seen.called_for[c.rule] | 1U << c.slot);
}

void note_checker::state::read_all(const note& what, note_report& to) {
    seen.clear(rules.rules().size());
    review.run(what.text, "text", false, what.written_in, rules.compiled(), to.findings);
    to.in = review.read.in;
    take_elements(true);
    for (const note_field field : prose) {
        if (what.field(field).empty()) continue;
        review.run(what.field(field), name_of(field), field == note_field::persons_words, to.in, rules.compiled(), to.findings);
        take_elements(false);
    }
}

/// A cue says nothing where the note has all it calls for, and speaks once.
void note_checker::state::drop_answered_cues(const note& what, note_report& to) const {
    std::vector<std::uint8_t> spoken(rules.rules().size());
    const auto has_field = [&](const std::vector<std::string>& names) {
        return std::ranges::any_of(names, [&](const std::string& name) {
            const auto field = find_note_field(name);
            return field && !what.field(*field).empty();
        });
    };
    std::erase_if(to.findings, [&](const text_finding& f) {
        const review_rule& rule = rules.rules()[f.rule];
        if (rule.kind != review_kind::cue) return false;
        if (!rule.notes.empty() && std::ranges::find(rule.notes, to.kind) == rule.notes.end()) return true;
        const auto& lists = rule.languages[static_cast<std::size_t>(to.in)]->unless;
        const auto all = static_cast<std::uint8_t>((1U << lists.size()) - 1U);
        if (has_field(rule.unless_fields) || (!lists.empty() && seen.called_for[f.rule] == all)) return true;
        if (f.suppressed_by != suppression::none) return false;
        return std::exchange(spoken[f.rule], 1) != 0;
    });
}

void note_checker::state::ask_for_elements(const note& what, note_report& to) {
    for (std::size_t r = 0; r < rules.rules().size(); ++r) {
        const review_rule& rule = rules.rules()[r];
        if (rule.kind != review_kind::absent) continue;
        note_element& element = to.elements.emplace_back();
        element.rule = r;
        const bool asked = rule.notes.empty() || std::ranges::find(rule.notes, to.kind) != rule.notes.end();
        element.state = asked ? element_state::missing : element_state::not_asked;
        for (const std::string& name : rule.fields)
            if (const auto field = find_note_field(name); field && !what.field(*field).empty()) {
                element.state = element_state::present;
                element.field = name;
            }
        if (element.field.empty() && seen.evidence[r]) {
            element = {r, element_state::present, "text", seen.where[r]};
        }
        if (element.state != element_state::missing || !rule.languages[static_cast<std::size_t>(to.in)]) continue;
        text_finding& made = to.findings.emplace_back();
        made.rule = r;
        made.severity = rule.severity;
        made.sureness = rule.sureness;
        made.field = rule.fields.empty() ? "text" : rule.fields.front();
        made.span = seen.near[r];
        made.suggestions = rule.languages[static_cast<std::size_t>(to.in)]->suggest;
        made.fingerprint = review::fingerprint_of(rule.id);
    }
}

note_checker::note_checker(rule_set rules) : state_(std::make_unique<state>(std::move(rules))) {}
note_checker::note_checker(note_checker&&) noexcept = default;
note_checker& note_checker::operator=(note_checker&&) noexcept = default;
note_checker::~note_checker() = default;
const rule_set& note_checker::rules() const noexcept { return state_->rules; }

result<note_report> note_checker::check(const note& what, const note_check_options& options) {
    if (auto problems = unreadable(what)) return *std::move(problems);
    note_report report;
    report.profile = options.profile;
    report.kind = what.kind.value_or(options.profile == "group" ? note_kind::group : options.profile == "minimal-record" ? note_kind::minimal : note_kind::individual);
    state_->read_all(what, report);
    state_->drop_answered_cues(what, report);
    state_->ask_for_elements(what, report);
    return report;
}

std::array<std::size_t, 3> note_report::counts() const noexcept {
    std::array<std::size_t, 3> by{};
    for (const text_finding& f : findings)
        if (f.suppressed_by == suppression::none) ++by[static_cast<std::size_t>(f.severity)];
    return by;
}

}  // namespace peersupport
