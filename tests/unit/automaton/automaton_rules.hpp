// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "automaton.hpp"
#include "peersupport/review/rule_pack.hpp"
#include "review/compiled_rules.hpp"
#include "review/language/vocabulary.hpp"
#include "review/pattern/accented_word.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace peersupport::automaton_oracle {

using namespace review;

/// What packs look for in one language, as automata. Words, classes and patterns have the numbers that rule_set gives them.
struct automaton_rules {
    automaton patterns, phrases;
    std::vector<pattern_use> uses;
    std::vector<std::vector<symbol>> symbols;  ///< by word
    std::map<accented_word, std::uint32_t> accented;

    [[nodiscard]] std::vector<symbol> symbols_of(const token& t) const;
};

/// Every match, in texts whose tokens have these symbols.
[[nodiscard]] std::vector<match> matches_of(const automaton& by, std::span<const token> tokens, std::span<const phrase> phrases, const std::vector<std::vector<symbol>>& symbols);

/// `words`: those of the rule set.
[[nodiscard]] automaton_rules compile_automata(language of, const std::vector<rule_pack>& packs, vocabulary& words);

}  // namespace peersupport::automaton_oracle
