// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/note_profile.hpp"
#include "peersupport/review/review_rule.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace peersupport {

/// Words that patterns name together: <person>, <medication>.
using word_classes = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Rules with the words they use: the library's own or an organization's (docs/rule-format.md).
struct rule_pack {
    std::string id;
    std::string version;
    std::string digest;  ///< SHA-256 of the bytes it was read from
    std::vector<review_rule> rules;
    std::array<word_classes, 2> classes;  ///< by language
    /// Words by which the context of a term is told: negation, speech_verb, …; by language.
    std::array<word_classes, 2> context;
    /// Patterns by which the kind of a note is told when nobody says it: group, crisis, late; by language.
    std::array<word_classes, 2> note_kinds;
    std::vector<note_profile> profiles;
};

}  // namespace peersupport
