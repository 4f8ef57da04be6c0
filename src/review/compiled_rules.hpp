// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/rule_pack.hpp"
#include "review/applied_profile.hpp"
#include "review/language/vocabulary.hpp"
#include "review/pattern/automaton.hpp"
#include "review/pattern/pattern_compiler.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace peersupport::review {

/// What a match of a pattern means for its rule.
enum class pattern_role : std::uint8_t {
    find,
    cancel,    ///< takes back a find of the same pattern that lies within it
    except,    ///< takes back any find of the rule that lies within it
    evidence,
    cancel_evidence,
    partial,
    unless,
    cancel_unless,
    kind,  ///< tells the kind of a note; slot: note_kind
};

struct pattern_use {
    std::uint32_t rule;
    pattern_role role;
    std::uint16_t slot;  ///< place among the rule's patterns, or which of the lists of `unless`
};

/// Patterns and words of one language.
struct language_rules {
    automaton patterns, phrases;
    std::vector<pattern_use> uses;             ///< by pattern number
    std::vector<std::uint32_t> symbol_first;   ///< by word; one more at the end
    std::vector<symbol> symbols;               ///< the word itself, then its classes
    std::vector<std::uint32_t> context;        ///< by word: bits of word_context
    std::vector<std::uint32_t> class_context;  ///< by class
    std::vector<std::uint8_t> forms;           ///< by word: bits of word_form_kind
    std::map<accented_word, std::vector<symbol>> accented;
    std::vector<bool> has_accented;  ///< by word

    symbol persons_words = 0;  ///< the class of what the person said
    std::array<symbol, 4> people{};  ///< the classes of those whom a word may stand for
    symbol possessive = 0;

    [[nodiscard]] std::uint32_t context_of(std::uint32_t word) const noexcept { return word < context.size() ? context[word] : 0; }
    [[nodiscard]] std::span<const symbol> symbols_of(const token& t) const noexcept {
        if (t.word == 0 || t.word + 1 >= symbol_first.size()) return {};
        if (has_accented[t.word])
            if (const auto at = accented.find({t.word, t.accents}); at != accented.end()) return at->second;
        return std::span(symbols).subspan(symbol_first[t.word], symbol_first[t.word + 1] - symbol_first[t.word]);
    }
};

struct compiled_rules {
    std::vector<review_rule> rules;
    std::vector<std::uint32_t> with_finder;  ///< rules
    std::string digest;
    vocabulary words;
    std::array<language_rules, 2> languages;
    std::vector<note_profile> profiles;
    std::vector<applied_profile> applied;  ///< by profile
    applied_profile without_profile;       ///< every rule as it stands
};

}  // namespace peersupport::review
