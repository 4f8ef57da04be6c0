// SPDX-License-Identifier: Apache-2.0
#include "review/text_review.hpp"

#include "review/fingerprint.hpp"
#include "review/polarity.hpp"
#include "review/speaker.hpp"
#include "review/suggestion.hpp"
#include "review/text_offsets.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

constexpr std::size_t most_open_questions = 64;

constexpr std::uint8_t bit(finding_context c) noexcept { return static_cast<std::uint8_t>(c); }

std::uint8_t context_of(const reading& in, const rule_match& found, bool persons) {
    std::uint8_t bits = 0;
    if (persons) bits |= bit(finding_context::persons_words);
    else if (const auto spoken = spoken_at(in, found.begin, found.end)) {
        if (spoken->by == speaker::person) bits |= bit(finding_context::persons_words);
        if (spoken->by == speaker::third) bits |= bit(finding_context::others_words);
        if (spoken->by == speaker::author) bits |= bit(finding_context::authors_words);
    }
    if (is_negated(in, found.begin, found.end)) bits |= bit(finding_context::negated);
    if (is_hypothetical(in, found.begin)) bits |= bit(finding_context::hypothetical);
    if (is_mentioned(in, found.begin)) bits |= bit(finding_context::mentioned);
    if (is_about_others(in, found.begin)) bits |= bit(finding_context::about_others);
    return bits;
}

/// What of the context takes the weight from a finding, by its rule.
suppression weigh(const review_rule& rule, std::uint8_t context) noexcept {
    const auto has = [&](finding_context c) { return (context & bit(c)) != 0; };
    const bool persons = has(finding_context::persons_words), others = has(finding_context::others_words) || has(finding_context::authors_words);
    if (rule.quotation != review_quotation::keep && (persons || (others && rule.quotation == review_quotation::any))) return suppression::quotation;
    if (rule.mention == review_context::suppress && has(finding_context::mentioned)) return suppression::mention;
    if (rule.negation == review_context::suppress && has(finding_context::negated)) return suppression::negation;
    if (rule.hypothesis == review_context::suppress && has(finding_context::hypothetical)) return suppression::hypothesis;
    return suppression::none;
}

}  // namespace

/// A question is asked once in a sentence.
bool text_review::ask_once(const rule_match& found) {
    const std::pair<std::uint32_t, std::uint32_t> question{found.rule, read.tokens[found.begin].sentence};
    if (std::ranges::find(asked_, question) != asked_.end()) return false;
    // Finds come in the order of the text: what was asked in sentences long past is never asked for again.
    if (asked_.size() >= most_open_questions) asked_.erase(asked_.begin());
    asked_.push_back(question);
    return true;
}

void text_review::run(std::string_view text, std::string_view field, bool persons, std::optional<language> given, const compiled_rules& rules,
                      std::vector<text_finding>& to) {
    read.read(text, rules, given);
    matches.collect(read, rules, evidence_places::first);
    text_offsets offsets(text);
    asked_.clear();
    for (const rule_match& found : matches.finds) {
        const review_rule& rule = rules.rules[found.rule];
        if (rule.kind == review_kind::cue && !ask_once(found)) continue;
        text_finding& made = to.emplace_back();
        made.rule = found.rule;
        made.field = field;
        made.severity = rule.severity;
        made.sureness = rule.sureness;
        if (found.slot != no_pattern) {
            const review_pattern& said = rule.languages[static_cast<std::size_t>(read.in)]->patterns[found.slot];
            made.severity = said.severity.value_or(rule.severity);
            made.sureness = said.sureness.value_or(rule.sureness);
        }
        made.span = offsets.span(read.tokens[found.begin].begin, read.tokens[found.end - 1].end);
        made.context = context_of(read, found, persons);
        made.suppressed_by = weigh(rule, made.context);
        if (made.suppressed_by != suppression::none) made.severity = review_severity::info;
        made.suggestions = suggestions_for(found, read, rules);
        made.fingerprint = fingerprint_of(rule.id, read, found.begin, found.end);
    }
}

}  // namespace peersupport::review
