// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "automaton_builder.hpp"
#include "peersupport/text/language.hpp"
#include "review/language/vocabulary.hpp"
#include "review/pattern/accented_word.hpp"
#include "review/pattern/pattern.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peersupport::automaton_oracle {

using namespace review;

/// Turns patterns into an automaton over a vocabulary, and classes into symbols of words and phrases.
class automaton_compiler {
public:
    automaton_compiler(language of, vocabulary& words) : language_(of), words_(words) {}

    /// Makes a class known by name. Its members are compiled by compile_classes().
    std::uint32_t name_class(std::string_view name);
    /// Adds a member to a class. False when it names a class nobody has made known.
    [[nodiscard]] bool add_member(std::uint32_t of, const pattern& member);
    /// Adds a pattern under a number. False when it names a class nobody has made known.
    [[nodiscard]] bool add(const pattern& what, std::uint32_t number);

    struct compiled {
        automaton patterns;
        automaton phrases;                        ///< its pattern numbers are classes
        std::vector<std::vector<symbol>> classes_of;  ///< of a word
        std::map<accented_word, std::uint32_t> accented;
        std::vector<std::uint8_t> forms;  ///< of a word: bits of word_form_kind
    };
    [[nodiscard]] compiled finish() &&;

private:
    using node = automaton_builder::node_number;
    bool add_from(node at, std::span<const pattern_element> rest, std::uint32_t number);
    bool extend(automaton_builder& to, node& at, const pattern_element& e);
    bool build(automaton_builder& to, node from, const pattern_element& e, node end);
    bool chain(automaton_builder& to, node from, const pattern& way, node end);
    [[nodiscard]] std::vector<token> cut(const std::string& text);
    void word(automaton_builder& to, node from, const pattern_element& e, node end);
    [[nodiscard]] bool word_class(automaton_builder& to, node from, const pattern_element& e, node end) const;
    [[nodiscard]] std::vector<std::uint32_t> forms_of(std::uint32_t word, inflection by);
    void belongs(std::uint32_t word, symbol to);

    language language_;
    vocabulary& words_;
    automaton_builder patterns_, phrases_;
    std::map<std::string, std::uint32_t, std::less<>> classes_;
    std::vector<std::vector<symbol>> classes_of_;
    std::map<accented_word, std::uint32_t> accented_;
    std::vector<std::uint8_t> forms_;
};

}  // namespace peersupport::automaton_oracle
