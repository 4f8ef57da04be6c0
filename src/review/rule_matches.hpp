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

/// What the patterns of a text's language say of it.
struct rule_matches {
    std::vector<rule_match> finds;      ///< ascending by place, then rule; the longest of those that overlap
    std::vector<rule_match> evidence;   ///< what shows an element
    std::vector<rule_match> partial;    ///< what comes near one
    std::vector<rule_match> called_for; ///< what a cue calls for; slot: in which list
    std::uint8_t kinds = 0;             ///< what kinds of note the text tells of: a bit by note_kind

    void collect(reading& from, const compiled_rules& rules);

private:
    void run_finders(const reading& from, const compiled_rules& rules);
    void find_exceptions(reading& from, const compiled_rules& rules);
    void take_back();
    void keep_longest(const std::vector<review_rule>& rules);
    std::vector<token_range> ranges_;
    std::vector<std::uint64_t> concerned_;  ///< by rule: sentences in which it found something, a bit for every 64th
    std::vector<std::uint8_t> within_;     ///< sentences in which
    std::vector<rule_match> covers_, exceptions_, evidence_covers_, called_covers_;
};

}  // namespace peersupport::review
