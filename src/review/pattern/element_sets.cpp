// SPDX-License-Identifier: Apache-2.0
#include "review/pattern/element_sets.hpp"

#include "review/language/tokenizer.hpp"
#include "review/pattern/word_forms.hpp"

#include <algorithm>
#include <array>

namespace peersupport::review {
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

// How often what cannot be counted stands in a text, beside a word that examples have not: its cost is 1.
constexpr std::uint64_t each_place = 4, class_cost = 400, phrase_cost = 100, name_cost = 2500, number_cost = 2500, shape_cost = 20000;

bool are_letters(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
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

std::uint32_t element_sets::name_class(std::string_view name) {
    if (const auto at = classes_.find(name); at != classes_.end()) return at->second;
    const auto number = static_cast<std::uint32_t>(classes_.size());
    classes_.emplace(name, number);
    return number;
}

void element_sets::belongs(std::uint32_t word, symbol to) {
    if (classes_of.size() <= word) classes_of.resize(word + 1);
    auto& of = classes_of[word];
    if (std::find(of.begin(), of.end(), to) == of.end()) of.push_back(to);
}

std::uint64_t element_sets::cost_of_word(std::uint32_t word) {
    if (word_costs_.size() <= word) word_costs_.resize(words_.size() + 1);
    std::uint32_t& cost = word_costs_[word];
    if (cost == 0) cost = static_cast<std::uint32_t>(1 + each_place * frequency.count_of(words_.text(word)));
    return cost;
}

void element_sets::weigh_classes() {
    class_costs_.assign(classes_.size(), phrase_cost);
    for (std::uint32_t word = 1; word < classes_of.size(); ++word)
        for (const symbol s : classes_of[word]) class_costs_[s - class_symbols] += cost_of_word(word);
    set_costs_.clear();
}

std::uint64_t element_sets::cost_of(std::uint32_t set) {
    if (set_costs_.size() <= set) set_costs_.resize(table.sets.size());
    if (set_costs_[set]) return set_costs_[set];
    const word_set& all = table.sets[set];
    std::uint64_t cost = 0;
    if (all.shapes & shape::name) cost += name_cost;
    if (all.shapes & (~(shape::digits(1) - 1U) | shape::number)) cost += number_cost;
    if (all.shapes & (shape::word | shape::capital | shape::all_capitals | shape::single)) cost += shape_cost;
    for (std::uint32_t i = all.first; i < all.first + all.count; ++i) {
        const symbol s = table.members[i];
        if (s < accent_symbols) cost += cost_of_word(s);
        else if (s < class_symbols) cost += cost_of_word(accented_words_[s - accent_symbols]);
        else cost += s - class_symbols < class_costs_.size() ? class_costs_[s - class_symbols] : class_cost;
    }
    return set_costs_[set] = cost;
}

std::vector<std::uint32_t> element_sets::forms_of(std::uint32_t word, inflection by) {
    if (by == inflection::none) return {word};
    const std::string base(words_.text(word));
    const bool noun = by == inflection::noun;
    const std::vector<word_form> all = language_ == language::fr ? (noun ? french_noun_forms(base) : french_verb_forms(base))
                                                                 : (noun ? english_noun_forms(base) : english_verb_forms(base));
    std::vector<std::uint32_t> numbers;
    for (const word_form& form : all) {
        const std::uint32_t number = words_.add(form.text);
        if (forms.size() <= number) forms.resize(number + 1);
        forms[number] = static_cast<std::uint8_t>(forms[number] | 1U << static_cast<unsigned>(form.kind));
        numbers.push_back(number);
    }
    return numbers;
}

/// An element's words. A clitic that stands alone ("d'", "'s", "n't") is the one word it is beside another.
std::vector<token> element_sets::cut(const std::string& text) {
    std::vector<token> made;
    const std::string clitic = clitic_of(text);
    if (clitic.empty()) tokenize_and_learn(text, words_, made);
    else made.push_back({0, 0, words_.add(clitic), shape::word, 0, 0, 0});
    return made;
}

void element_sets::gather_word(const token& word, bool exact, inflection by, gathered& to) {
    if (exact) {
        const accented_word key{word.word, word.accents};
        const auto [at, made] = accented.emplace(key, static_cast<std::uint32_t>(accented.size()));
        if (made) accented_words_.push_back(key.word);
        to.symbols.push_back(accent_symbols + at->second);
        return;
    }
    for (const std::uint32_t form : forms_of(word.word, by)) to.symbols.push_back(form);
}

bool element_sets::gather_class(const pattern_element& e, gathered& to) const {
    for (const shape_class& known : shape_classes)
        if (e.text == known.name) {
            to.shapes |= known.any_of;
            return true;
        }
    const auto at = classes_.find(e.text);
    if (at == classes_.end()) return false;
    to.symbols.push_back(class_symbols + at->second);
    if (e.text == "person") to.shapes |= shape::name;
    return true;
}

std::optional<std::span<const std::uint32_t>> element_sets::sets_of(const pattern_element& e) {
    gathered one;
    if (e.kind == element_kind::word_class) {
        if (!gather_class(e, one)) return std::nullopt;
        one_set_ = table.number_of(one.symbols, one.shapes);
        return std::span(&one_set_, 1);
    }
    if (e.kind == element_kind::number) {
        one_set_ = table.number_of(one.symbols, digits_of(e));
        return std::span(&one_set_, 1);
    }
    const auto [known, made] = known_.try_emplace(e.written);
    if (!made) return known->second;
    std::vector<std::uint32_t>& sets = known->second;
    const std::vector<token> words = cut(e.text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        one = {};
        gather_word(words[i], e.exact, i + 1 == words.size() ? e.forms : inflection::none, one);
        sets.push_back(table.number_of(one.symbols, one.shapes));
    }
    return sets;
}

bool element_sets::gather_single(const pattern_element& e, gathered& to, bool& known) {
    if (e.optional) return false;
    if (e.kind == element_kind::number) {
        to.shapes |= digits_of(e);
        return true;
    }
    if (e.kind == element_kind::word_class) {
        if (!gather_class(e, to)) known = false;
        return true;
    }
    if (e.kind != element_kind::word) return false;
    const auto sets = sets_of(e);
    if (sets->size() != 1) return false;
    const word_set& one = table.sets[sets->front()];
    to.symbols.insert(to.symbols.end(), table.members.begin() + one.first, table.members.begin() + one.first + one.count);
    return true;
}

std::optional<std::uint32_t> element_sets::set_of_single_ways(const pattern_element& group, std::vector<const pattern*>& others) {
    auto at = known_groups_.find(group.written);
    if (at == known_groups_.end()) {
        gathered all;
        bool known = true;
        std::vector<std::uint32_t> rest;
        for (std::uint32_t i = 0; i < group.ways.size(); ++i)
            if (group.ways[i].size() != 1 || !gather_single(group.ways[i][0], all, known)) rest.push_back(i);
        if (!known) return std::nullopt;
        const std::uint32_t set = all.symbols.empty() && all.shapes == 0 ? word_set_table::gap : table.number_of(all.symbols, all.shapes);
        at = known_groups_.emplace(group.written, single_ways{set, std::move(rest)}).first;
    }
    for (const std::uint32_t i : at->second.others) others.push_back(&group.ways[i]);
    return at->second.set;
}

std::optional<std::vector<std::uint32_t>> element_sets::plain_forms(const pattern& member) {
    if (member.size() != 1 || member[0].kind != element_kind::word || member[0].exact) return std::nullopt;
    const std::vector<token> words = cut(member[0].text);
    if (words.size() != 1) return std::nullopt;
    return forms_of(words[0].word, member[0].forms);
}

}  // namespace peersupport::review
