// SPDX-License-Identifier: Apache-2.0
#include "review/note/note_elements.hpp"

#include "review/fingerprint.hpp"
#include "review/speaker.hpp"
#include "review/text_offsets.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace peersupport::review {
namespace {

const std::string* filled_field(const note& what, const std::vector<std::string>& names) {
    const auto at = std::ranges::find_if(names, [&](const std::string& name) {
        const auto field = find_note_field(name);
        return field && !what.field(*field).empty();
    });
    return at == names.end() ? nullptr : &*at;
}

bool is_no(std::string_view text) noexcept {
    constexpr std::array<std::string_view, 6> words{"no", "No", "non", "Non", "false", "0"};
    return std::ranges::find(words, text) != words.end();
}

/// Whether a rule speaks of this note at all.
bool concerns(const review_rule& rule, const note_report& in) noexcept {
    if (!rule.languages[static_cast<std::size_t>(in.in)]) return false;
    const auto asked_of = [&](note_kind kind) { return std::ranges::find(rule.notes, kind) != rule.notes.end(); };
    return rule.notes.empty() || asked_of(in.kind) || (in.late && asked_of(note_kind::late));
}

text_finding about_the_note(const review_rule& rule, std::size_t number, language in) {
    text_finding made;
    made.rule = number;
    made.severity = rule.severity;
    made.sureness = rule.sureness;
    made.field = rule.fields.empty() ? "text" : rule.fields.front();
    made.suggestions = rule.languages[static_cast<std::size_t>(in)]->suggest;
    made.fingerprint = fingerprint_of(rule.id);
    return made;
}

}  // namespace

void note_elements::clear(std::size_t rules) {
    shown_in_.assign(rules, {});
    called_for_.assign(rules, 0);
    where_.assign(rules, {});
    near_.assign(rules, {});
    words_ = 0;
    kinds_ = 0;
}

void note_elements::take(const text_review& from, const compiled_rules& rules, std::string_view field, bool persons) {
    const bool is_text = field == "text";
    const reading& read = from.read;
    text_offsets offsets(read.text);
    const auto place = [&](const rule_match& at) {
        return offsets.span(read.tokens[at.begin].begin, read.tokens[at.end - 1].end);
    };
    const auto counts = [&](const rule_match& e) {
        if (!rules.rules[e.rule].unquoted) return true;
        if (persons) return false;
        const auto spoken = spoken_at(read, e.begin, e.end);
        return !(spoken && spoken->quoted && spoken->by == speaker::person);
    };
    for (const rule_match& e : from.matches.evidence) {
        if (!shown_in_[e.rule].empty() || !counts(e)) continue;
        if (is_text && e.end > e.begin) where_[e.rule] = place(e);
        shown_in_[e.rule] = field;
    }
    for (const rule_match& p : from.matches.partial)
        if (is_text && near_[p.rule].byte_end == 0 && p.end > p.begin) near_[p.rule] = place(p);
    for (const rule_match& c : from.matches.called_for) called_for_[c.rule] = static_cast<std::uint8_t>(called_for_[c.rule] | 1U << c.slot);
    words_ += static_cast<std::size_t>(std::ranges::count_if(read.tokens, [](const token& t) { return (t.shape & shape::word) != 0; }));
    kinds_ = static_cast<std::uint8_t>(kinds_ | from.matches.kinds);
}

bool note_elements::answered(const note& what, const compiled_rules& rules, const note_report& in, std::size_t number) const {
    const review_rule& rule = rules.rules[number];
    const auto& lists = rule.languages[static_cast<std::size_t>(in.in)]->unless;
    const auto all = static_cast<std::uint8_t>((1U << lists.size()) - 1U);
    return filled_field(what, rule.unless_fields) || (!lists.empty() && called_for_[number] == all);
}

void note_elements::answer_cues(const note& what, const compiled_rules& rules, note_report& to) const {
    std::vector<std::uint8_t> spoken(rules.rules.size());
    std::erase_if(to.findings, [&](const text_finding& f) {
        const review_rule& rule = rules.rules[f.rule];
        if (!concerns(rule, to)) return true;
        if (rule.kind != review_kind::cue) return false;
        const std::string* said = filled_field(what, rule.cue_fields);
        if (answered(what, rules, to, f.rule) || (said && is_no(what.field(*find_note_field(*said))))) return true;
        if (f.suppressed_by == suppression::none) spoken[f.rule] = 1;
        return false;
    });
    for (std::size_t r = 0; r < rules.rules.size(); ++r) {
        const review_rule& rule = rules.rules[r];
        if (rule.kind != review_kind::cue || spoken[r] || !concerns(rule, to) || answered(what, rules, to, r)) continue;
        const std::string* said = filled_field(what, rule.cue_fields);
        if (rule.always || (said && !is_no(what.field(*find_note_field(*said))))) to.findings.push_back(about_the_note(rule, r, to.in));
    }
}

void note_elements::ask(const note& what, const compiled_rules& rules, const applied_profile& profile, note_report& to) const {
    for (std::size_t r = 0; r < rules.rules.size(); ++r) {
        const review_rule& rule = rules.rules[r];
        if (rule.kind != review_kind::absent) continue;
        note_element& element = to.elements.emplace_back();
        element.rule = r;
        if (const std::string* field = filled_field(what, rule.fields)) {
            element.state = element_state::present;
            element.field = *field;
            continue;
        }
        if (!shown_in_[r].empty()) {
            element = {r, element_state::present, std::string(shown_in_[r]), where_[r]};
            continue;
        }
        const request_level level = profile.at(to.kind, r).level;
        const bool asked = concerns(rule, to) && words_ >= rule.least_words && level != request_level::not_asked;
        element.state = asked ? element_state::missing : element_state::not_asked;
        if (!asked) continue;
        text_finding& made = to.findings.emplace_back(about_the_note(rule, r, to.in));
        if (level == request_level::recommended) made.severity = review_severity::info;
        made.span = near_[r];
    }
}

}  // namespace peersupport::review
