// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/compiled_rules.hpp"
#include "review/reading.hpp"

#include <cstdint>
#include <vector>

namespace peersupport::review {

/// A pattern of a rule that stands in a text and is not taken back by an exception.
struct rule_match {
    std::uint32_t rule;
    std::uint16_t slot;          ///< among the rule's patterns
    std::uint32_t begin, end;    ///< tokens to underline
};

/// What the patterns of a text's language say of it.
struct rule_matches {
    std::vector<rule_match> finds;      ///< ascending by place, then rule; the longest of those that overlap
    std::vector<rule_match> evidence;   ///< what shows an element
    std::vector<rule_match> partial;    ///< what comes near one
    std::vector<rule_match> called_for; ///< what a cue calls for; slot: in which list

    void collect(const reading& from, const compiled_rules& rules);

private:
    void take_back();
    void keep_longest(const std::vector<review_rule>& rules);
    std::vector<rule_match> covers_, exceptions_, evidence_covers_, called_covers_;
};

}  // namespace peersupport::review
