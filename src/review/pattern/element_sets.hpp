// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "review/language/token.hpp"
#include "review/language/vocabulary.hpp"
#include "review/pattern/accented_word.hpp"
#include "review/pattern/pattern.hpp"
#include "review/pattern/word_frequency.hpp"
#include "review/pattern/word_set_table.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace peersupport::review {

/// Knows which symbols an element of a pattern stands for: the words of a vocabulary with their forms, and classes.
class element_sets {
public:
    element_sets(language of, vocabulary& words) : language_(of), words_(words) {}

    /// Makes a class known by name.
    std::uint32_t name_class(std::string_view name);
    void belongs(std::uint32_t word, symbol to);
    /// From now on classes cost as much as their members.
    void weigh_classes();

    /// The sets that a word, a number or a class takes one after the other; empty when nothing can match it. Nothing
    /// when it names a class nobody has made known. Good until the next call.
    [[nodiscard]] std::optional<std::span<const std::uint32_t>> sets_of(const pattern_element& e);
    /// One set of what stands in a group one word long each; the others are left to the caller.
    [[nodiscard]] std::optional<std::uint32_t> set_of_single_ways(const pattern_element& group, std::vector<const pattern*>& others);
    /// How dear it is to look wherever something of this set stands.
    [[nodiscard]] std::uint64_t cost_of(std::uint32_t set);
    /// The forms of a member that is one plain word; nothing for other members.
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> plain_forms(const pattern& member);

    word_set_table table;
    word_frequency frequency;  ///< a word that stands in many texts is a poor place to look from
    std::vector<std::vector<symbol>> classes_of;       ///< of a word
    std::map<accented_word, std::uint32_t> accented;
    std::vector<std::uint8_t> forms;                   ///< of a word: bits of word_form_kind
    [[nodiscard]] std::size_t class_count() const noexcept { return classes_.size(); }
    [[nodiscard]] std::size_t word_count() const noexcept { return words_.size(); }

private:
    struct gathered {
        std::vector<symbol> symbols;
        std::uint32_t shapes = 0;
    };
    [[nodiscard]] std::vector<token> cut(const std::string& text);
    [[nodiscard]] std::vector<std::uint32_t> forms_of(std::uint32_t word, inflection by);
    [[nodiscard]] bool gather_class(const pattern_element& e, gathered& to) const;
    /// Whether the element is one word long; false in `known` for an unknown class.
    [[nodiscard]] bool gather_single(const pattern_element& e, gathered& to, bool& known);
    void gather_word(const token& word, bool exact, inflection by, gathered& to);

    language language_;
    vocabulary& words_;
    std::map<std::string, std::uint32_t, std::less<>> classes_;
    [[nodiscard]] std::uint64_t cost_of_word(std::uint32_t word);

    std::vector<std::uint32_t> accented_words_;  ///< by number
    std::vector<std::uint32_t> word_costs_;   ///< 0: not known yet
    std::vector<std::uint64_t> class_costs_, set_costs_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> known_;  ///< words that were cut before, as written
    struct single_ways {
        std::uint32_t set;
        std::vector<std::uint32_t> others;  ///< ways that are not one word long
    };
    std::unordered_map<std::string, single_ways> known_groups_;  ///< patterns and their exceptions share most of theirs
    std::uint32_t one_set_ = 0;
};

}  // namespace peersupport::review
