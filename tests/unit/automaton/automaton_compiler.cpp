// SPDX-License-Identifier: Apache-2.0
#include "automaton_compiler.hpp"

#include "review/language/tokenizer.hpp"
#include "review/pattern/word_forms.hpp"

#include <algorithm>
#include <array>

namespace peersupport::automaton_oracle {

using namespace review;
namespace {

struct shape_class {
    std::string_view name;
    std::uint32_t any_of;
};
constexpr std::array shape_classes{
    shape_class{"name", shape::name},          shape_class{"capital", shape::capital},
    shape_class{"acronym", shape::all_capitals}, shape_class{"letter", shape::single},
    shape_class{"word", shape::word},
};

bool are_letters(std::string_view text) noexcept {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::string small(std::string_view text) {
    std::string made(text);
    for (char& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return made;
}

/// As the tokenizer names a clitic; empty when the text is none.
std::string clitic_of(std::string_view text) {
    constexpr std::string_view typographic = "’";
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const bool curly = text.substr(at, typographic.size()) == typographic;
        plain += curly ? '\'' : text[at];
        at += curly ? typographic.size() : 1;
    }
    const std::string_view all(plain);
    if (all == "n't") return "n't";
    if (all.size() > 1 && all.front() == '\'' && are_letters(all.substr(1))) return small(all);
    if (all.size() > 1 && all.back() == '\'' && are_letters(all.substr(0, all.size() - 1))) return small(all.substr(0, all.size() - 1));
    return {};
}

std::uint32_t digits_of(const pattern_element& e) noexcept {
    if (e.high == 0) return shape::number;
    std::uint32_t any = 0;
    for (unsigned count = e.low; count <= e.high; ++count) any |= shape::digits(count);
    return any;
}

}  // namespace

std::uint32_t automaton_compiler::name_class(std::string_view name) {
    if (const auto at = classes_.find(name); at != classes_.end()) return at->second;
    const auto number = static_cast<std::uint32_t>(classes_.size());
    classes_.emplace(name, number);
    return number;
}

void automaton_compiler::belongs(std::uint32_t word, symbol to) {
    if (classes_of_.size() <= word) classes_of_.resize(word + 1);
    auto& of = classes_of_[word];
    if (std::ranges::find(of, to) == of.end()) of.push_back(to);
}

std::vector<std::uint32_t> automaton_compiler::forms_of(std::uint32_t word, inflection by) {
    if (by == inflection::none) return {word};
    const std::string base(words_.text(word));
    const bool noun = by == inflection::noun;
    const std::vector<word_form> forms = language_ == language::fr ? (noun ? french_noun_forms(base) : french_verb_forms(base))
                                                                   : (noun ? english_noun_forms(base) : english_verb_forms(base));
    std::vector<std::uint32_t> numbers;
    for (const word_form& form : forms) {
        const std::uint32_t number = words_.add(form.text);
        if (forms_.size() <= number) forms_.resize(number + 1);
        forms_[number] = static_cast<std::uint8_t>(forms_[number] | 1U << static_cast<unsigned>(form.kind));
        numbers.push_back(number);
    }
    return numbers;
}

/// An element's words. A clitic that stands alone ("d'", "'s", "n't") is the one word it is beside another.
std::vector<token> automaton_compiler::cut(const std::string& text) {
    std::vector<token> made;
    const std::string clitic = clitic_of(text);
    if (clitic.empty()) tokenize_and_learn(text, words_, made);
    else made.push_back({0, 0, words_.add(clitic), shape::word, 0, 0, 0});
    return made;
}

void automaton_compiler::word(automaton_builder& to, node from, const pattern_element& e, node end) {
    const std::vector<token> words = cut(e.text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool last = i + 1 == words.size();
        const node next = last ? end : to.add_node();
        if (e.exact) {
            const accented_word key{words[i].word, words[i].accents};
            const auto number = accented_.emplace(key, static_cast<std::uint32_t>(accented_.size())).first->second;
            to.add_edge(from, accent_symbols + number, next);
        } else {
            for (const std::uint32_t form : forms_of(words[i].word, last ? e.forms : inflection::none)) to.add_edge(from, form, next);
        }
        from = next;
    }
}

bool automaton_compiler::word_class(automaton_builder& to, node from, const pattern_element& e, node end) const {
    for (const shape_class& known : shape_classes)
        if (e.text == known.name) {
            to.add_shape_edge(from, known.any_of, end);
            return true;
        }
    const auto at = classes_.find(e.text);
    if (at == classes_.end()) return false;
    to.add_edge(from, class_symbols + at->second, end);
    if (e.text == "person") to.add_shape_edge(from, shape::name, end);
    return true;
}

/// Every way from one node to another.
bool automaton_compiler::build(automaton_builder& to, node from, const pattern_element& e, node end) {
    switch (e.kind) {
        case element_kind::word: word(to, from, e, end); break;
        case element_kind::number: to.add_shape_edge(from, digits_of(e), end); break;
        case element_kind::word_class:
            if (!word_class(to, from, e, end)) return false;
            break;
        case element_kind::group:
            for (const pattern& way : e.ways)
                if (!chain(to, from, way, end)) return false;
            break;
        case element_kind::gap:
            to.set_gap(end, e.low);
            to.add_epsilon(from, end);
            return true;
        case element_kind::open:
            to.set_open(end);
            to.add_epsilon(from, end);
            return true;
        case element_kind::close:
            to.set_close(end);
            to.add_epsilon(from, end);
            return true;
        case element_kind::begin: return true;
    }
    if (e.optional) to.add_epsilon(from, end);
    return true;
}

bool automaton_compiler::chain(automaton_builder& to, node from, const pattern& way, node end) {
    for (std::size_t i = 0; i < way.size(); ++i) {
        const bool last = i + 1 == way.size();
        // A gap or a bracket changes the node it leads to, so that node is never shared with another way.
        const bool own = way[i].kind == element_kind::gap || way[i].kind == element_kind::open || way[i].kind == element_kind::close;
        const node next = last && !own ? end : to.add_node();
        if (!build(to, from, way[i], next)) return false;
        if (last && own) to.add_epsilon(next, end);
        from = next;
    }
    return true;
}

bool automaton_compiler::extend(automaton_builder& to, node& at, const pattern_element& e) {
    if (e.kind == element_kind::begin) {
        at = to.sentence_root();
        return true;
    }
    const auto [next, made] = to.child(at, e.written);
    if (made && !build(to, at, e, next)) return false;
    at = next;
    return true;
}

bool automaton_compiler::add_from(node at, std::span<const pattern_element> rest, std::uint32_t number) {
    for (const pattern_element& e : rest)
        if (!extend(patterns_, at, e)) return false;
    patterns_.accept(at, number);
    return true;
}

/// "(^|and) met" is two patterns: one at the beginning of a sentence, one anywhere.
bool automaton_compiler::add(const pattern& what, std::uint32_t number) {
    const auto begins = [](const pattern& way) { return way.size() == 1 && way[0].kind == element_kind::begin; };
    const std::span<const pattern_element> all(what);
    if (what[0].kind != element_kind::group || std::ranges::none_of(what[0].ways, begins)) return add_from(patterns_.root(), all, number);
    pattern anywhere = what;
    std::erase_if(anywhere[0].ways, begins);
    anywhere[0].written += " without ^";
    if (!add_from(patterns_.sentence_root(), all.subspan(1), number)) return false;
    return anywhere[0].ways.empty() || add_from(patterns_.root(), anywhere, number);
}

bool automaton_compiler::add_member(std::uint32_t of, const pattern& member) {
    const symbol to = class_symbols + of;
    if (member.size() == 1 && member[0].kind == element_kind::word && !member[0].exact) {
        const std::vector<token> words = cut(member[0].text);
        if (words.size() == 1) {
            for (const std::uint32_t form : forms_of(words[0].word, member[0].forms)) belongs(form, to);
            return true;
        }
    }
    node at = phrases_.root();
    for (const pattern_element& e : member)
        if (!extend(phrases_, at, e)) return false;
    phrases_.accept(at, to);
    return true;
}

automaton_compiler::compiled automaton_compiler::finish() && {
    classes_of_.resize(words_.size());
    return {std::move(patterns_).finish(), std::move(phrases_).finish(), std::move(classes_of_), std::move(accented_),
            std::move(forms_)};
}

}  // namespace peersupport::automaton_oracle
