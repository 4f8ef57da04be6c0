// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::review {

enum class word_form_kind : std::uint8_t { base, plural, third_person, past, participle, gerund };

/// One form of a word, folded: lower case without accents.
struct word_form {
    std::string text;
    word_form_kind kind;
};

// All forms of one word, the word itself first; doubles may occur.
[[nodiscard]] std::vector<word_form> english_noun_forms(std::string_view noun);
[[nodiscard]] std::vector<word_form> english_verb_forms(std::string_view infinitive);
/// Nouns and adjectives: singular and plural, masculine and feminine, from the masculine singular.
[[nodiscard]] std::vector<word_form> french_noun_forms(std::string_view masculine);
[[nodiscard]] std::vector<word_form> french_verb_forms(std::string_view infinitive);

}  // namespace peersupport::review
