// SPDX-License-Identifier: Apache-2.0
#include "review/suggestion.hpp"

#include "review/pattern/word_forms.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

/// The forms that the words of a match may be, as bits by word_form_kind.
std::uint8_t forms_in(const rule_match& found, const reading& in, const language_rules& by) noexcept {
    for (std::uint32_t t = found.begin; t < found.end; ++t) {
        const std::uint32_t word = in.tokens[t].word;
        if (word < by.forms.size() && by.forms[word]) return by.forms[word];
    }
    return 0;
}

bool has(std::uint8_t forms, word_form_kind kind) noexcept { return forms >> static_cast<unsigned>(kind) & 1U; }

/// "choose not to" -> "chose not to"
std::string inflected(std::string_view text, std::uint8_t forms) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const auto all = english_verb_forms(text.substr(0, space));
    word_form_kind wanted = word_form_kind::base;
    for (const word_form_kind kind : {word_form_kind::third_person, word_form_kind::gerund, word_form_kind::participle, word_form_kind::past})
        if (has(forms, kind)) wanted = kind;
    const auto at = std::ranges::find(all, wanted, &word_form::kind);
    return (at == all.end() ? std::string(text.substr(0, space)) : at->text) + std::string(text.substr(space));
}

std::string fitted(std::string_view suggestion, std::uint8_t forms, language in) {
    if (suggestion.starts_with("v:")) {
        suggestion.remove_prefix(2);
        return in == language::en ? inflected(suggestion, forms) : std::string(suggestion);
    }
    const std::size_t bar = suggestion.find(" | ");
    if (bar == std::string_view::npos) return std::string(suggestion);
    return std::string(has(forms, word_form_kind::plural) ? suggestion.substr(bar + 3) : suggestion.substr(0, bar));
}

}  // namespace

std::vector<std::string> suggestions_for(const rule_match& found, const reading& in, const compiled_rules& rules) {
    const auto place = static_cast<std::size_t>(in.in);
    const review_language& rule = *rules.rules[found.rule].languages[place];
    static const std::vector<std::string> nothing;
    const auto& own = found.slot == no_pattern ? nothing : rule.patterns[found.slot].suggest;
    const std::uint8_t forms = forms_in(found, in, rules.languages[place]);
    std::vector<std::string> made;
    for (const std::string& suggestion : own.empty() ? rule.suggest : own) made.push_back(fitted(suggestion, forms, in.in));
    return made;
}

}  // namespace peersupport::review
