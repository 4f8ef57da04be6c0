// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/rule_pack.hpp"
#include "review/applied_profile.hpp"
#include "review/language/vocabulary.hpp"
#include "review/pattern/pattern_index.hpp"
#include "review/pattern/word_set.hpp"
#include "review/symbol_rows.hpp"

#include <array>
#include <cstdint>
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

/// What a pattern tells: of its rule, in which way. When only the first place counts, the rest is not looked for.
class pattern_topic {
public:
    static constexpr std::uint32_t ways = 16;

    pattern_topic(std::uint32_t rule, pattern_role role, std::uint16_t slot) noexcept : number_(rule * ways + way_of(role, slot)) {}
    explicit pattern_topic(std::uint32_t number) noexcept : number_(number) {}
    [[nodiscard]] std::uint32_t number() const noexcept { return number_; }
    [[nodiscard]] std::uint32_t rule() const noexcept { return number_ / ways; }
    [[nodiscard]] std::uint16_t bit() const noexcept { return static_cast<std::uint16_t>(1U << number_ % ways); }
    /// Whether one place tells all there is to tell.
    [[nodiscard]] bool told_once() const noexcept { return number_ % ways != 0; }

private:
    [[nodiscard]] static std::uint32_t way_of(pattern_role role, std::uint16_t slot) noexcept {
        constexpr std::uint32_t evidence = 1, partial = 2, unless = 3;
        if (role == pattern_role::evidence) return evidence;
        if (role == pattern_role::partial) return partial;
        return role == pattern_role::unless && slot < ways - unless ? unless + slot : 0;
    }
    std::uint32_t number_;
};

/// Patterns and words of one language.
struct language_rules {
    pattern_index phrases;     ///< of more than one word, that stand for a member of a class
    pattern_index finds;       ///< what rules look for
    pattern_index exceptions;  ///< what takes it back
    std::vector<word_set> sets;
    std::vector<symbol> set_members;
    std::vector<pattern_use> uses;             ///< by pattern number
    symbol_rows words;
    std::vector<std::uint32_t> class_context;  ///< by class
    std::vector<std::uint8_t> forms;           ///< by word: bits of word_form_kind

    symbol persons_words = 0;  ///< the class of what the person said
    std::array<symbol, 4> people{};  ///< the classes of those whom a word may stand for
    symbol possessive = 0;

    [[nodiscard]] std::uint32_t context_of(std::uint32_t word) const noexcept { return word < words.words ? words.rows[word].context : 0; }
    [[nodiscard]] std::span<const symbol> symbols_of(const token& t) const noexcept { return words.symbols_of(t); }
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
