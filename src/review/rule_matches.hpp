// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/compiled_rules.hpp"
#include "review/finder/token_range.hpp"
#include "review/reading.hpp"

#include <cstdint>
#include <vector>

namespace peersupport::review {

/// The slot of what a finder found.
inline constexpr std::uint16_t no_pattern = 0xFFFF;

/// A pattern of a rule that stands in a text and is not taken back by an exception.
struct rule_match {
    std::uint32_t rule;
    std::uint16_t slot;          ///< among the rule's patterns, or no_pattern
    std::uint32_t begin, end;    ///< tokens to underline
};

/// How many of the places that show an element are wanted.
enum class evidence_places : std::uint8_t {
    first,  ///< the first of each rule, unless the rule asks who said it
    all,
};

/// What the patterns of a text's language say of it.
struct rule_matches {
    std::vector<rule_match> finds;      ///< ascending by place, then rule; the longest of those that overlap
    std::vector<rule_match> evidence;   ///< what shows an element, ascending by place
    std::vector<rule_match> partial;    ///< what comes near one
    std::vector<rule_match> called_for; ///< what a cue calls for; slot: in which list
    std::uint8_t kinds = 0;             ///< what kinds of note the text tells of: a bit by note_kind

    void collect(reading& from, const compiled_rules& rules, evidence_places wanted);

private:
    /// What a sentence adds, and where that begins in the lists.
    struct beginnings {
        std::size_t finds, evidence, partial, called_for;
    };
    void clear(std::size_t rules);
    void run_finders(const reading& from, const compiled_rules& rules);
    void read_sentence(reading& from, const compiled_rules& rules, std::uint32_t begin, std::uint32_t end);
    void find(reading& from, const language_rules& by, std::uint32_t begin, std::uint32_t end);
    void take(const pattern_match& found, const language_rules& by);
    void find_exceptions(reading& from, const language_rules& by, const beginnings& here, std::uint32_t begin, std::uint32_t end);
    void take_back(const beginnings& here);
    void settle(const std::vector<review_rule>& rules, const beginnings& here);
    void keep_longest(const std::vector<review_rule>& rules);

    std::vector<token_range> ranges_;
    std::vector<rule_match> found_by_finders_;
    std::size_t next_by_finder_ = 0;
    std::vector<pattern_match> matches_;    ///< of the sentence
    std::vector<std::uint16_t> settled_;    ///< by rule: topics of which enough is known
    std::vector<std::uint32_t> concerned_;  ///< by rule: the last sentence in which it found something
    std::uint32_t sentence_ = 0;
    std::vector<rule_match> covers_, exceptions_, evidence_covers_, called_covers_;
};

}  // namespace peersupport::review
