// SPDX-License-Identifier: Apache-2.0
// Seeded texts: sentences and words that rules know, and between and inside them what else Unicode has.
#pragma once

#include "peersupport/review/rule_set.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::testing {

/// The engine gives the same numbers everywhere; the distributions of <random> do not.
class raw_numbers {
public:
    explicit raw_numbers(std::uint32_t seed) : engine_(seed) {}
    /// 0 … n−1
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_()) % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class List>
    const auto& any_of(const List& list) {
        return list[below(std::size(list))];
    }

private:
    std::mt19937 engine_;
};

/// What the examples of rules are written with.
struct phrase_book {
    std::vector<std::string> sentences, words;

    void add(const std::string& sentence) {
        sentences.push_back(sentence);
        for (std::size_t at = 0; at < sentence.size();) {
            const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
            if (end > at) words.push_back(sentence.substr(at, end - at));
            at = end + 1;
        }
    }
};

inline phrase_book phrases_of(const rule_set& rules, language in) {
    phrase_book made;
    for (const review_rule& rule : rules.rules()) {
        const auto& said = rule.languages[static_cast<std::size_t>(in)];
        if (!said) continue;
        for (const std::string& sentence : said->bad) made.add(sentence);
        for (const std::string& sentence : said->ok) made.add(sentence);
    }
    return made;
}

/// What people put between words.
inline constexpr std::string_view plain_signs[]{" ",         ". ",       ", ",      "; ",      ": ",
                                                "! ",        "? ",       "... ",    "\n",      "\r\n",
                                                "\n\n",      "\r\n\r\n", "\n- ",    "\n2. ",   "\t",
                                                " (",        ") ",       " \"",     "\" ",     " '",
                                                "' ",        "-",        "/",       "12 ",     " 3:00 pm to 2:00 pm ",
                                                " 14 h 30 ", " \u201C",  "\u201D ", " \u2018", "\u2019 ",
                                                " \u00AB ",  " \u00BB "};

/// A sentence in which neither check finds anything.
inline std::string_view saying_nothing(raw_numbers& by, language in) {
    constexpr std::string_view english[]{"The kettle is on the stove.", "June was warm.", "10 minutes of rain fell."};
    constexpr std::string_view french[]{"Le pain est dans le four.", "Juin fut chaud.", "10 minutes de pluie."};
    return in == language::fr ? by.any_of(french) : by.any_of(english);
}

/// What would go on with a date, a time, a name, a quotation or a list, were the next paragraph not one of its own.
inline constexpr std::string_view unfinished_ends[]{" room 60",    " 25",   " Met from 3:00 to 4:00 pm.",
                                                    " Walks home F", " \"so", " (", "\n-"};

/// What few texts have and any may have. Laid out by hand.
// clang-format off
inline constexpr std::string_view strange_signs[]{
    "\xC2\x80", "\u07FF", "\u0800", "\uFFFF", "\U00010000", "\U0010FFFF",                      // first and last of two, three, four bytes
    "\u00DF", "\u00D8", "\u0153", "\u0152", "\u00E6", "\u0178", "\u0101",                      // letters that fold in ways of their own
    "\u0416", "\u03A9", "\u05D0", "\u0627", "\u4E2D\u6587", "\uD55C", "\U0001D49C",            // other alphabets
    "\u0300", "\u0301", "\u0302", "\u0303", "\u0308", "\u030A", "\u0327", "\u0363", "\u20E3",  // accents that stand alone
    "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\uFE0F",                      // no width
    "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2069",  // direction of writing
    "\u00A0", "\u2003", "\u202F", "\r", "\x01", "\xC2\x85", "\u2028", "\u2029",               // spaces and ends of lines
    "\u00B7", "\u02BC", "\u20AC", "\u2014", "\u2026", "\u2019", "\u201E", "\u2039",            // marks
    "\U0001F600", "\U0001F44D\U0001F3FD", "\U0001F1E8\U0001F1E6",                             // emoji of one and more characters
    "\U0001F3F3\uFE0F\u200D\U0001F308", "\U0001F468\u200D\U0001F469\u200D\U0001F467"};
// clang-format on

/// A character like any other.
inline std::string random_character(raw_numbers& by) {
    std::size_t point = by.below(0x110000 - 0x800);
    if (point >= 0xD800) point += 0x800;  // what stands between is half of a character of UTF-16
    const auto byte = [](std::size_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
    const auto tail = [&](std::size_t shift) { return byte(0x80U | (point >> shift & 0x3FU)); };
    if (point < 0x80) return {byte(point)};
    if (point < 0x800) return {byte(0xC0U | point >> 6U), tail(0)};
    if (point < 0x10000) return {byte(0xE0U | point >> 12U), tail(6), tail(0)};
    return {byte(0xF0U | point >> 18U), tail(12), tail(6), tail(0)};
}

/// Sentences and words in no order, as people type them: no accent stands by itself.
inline std::string written_text(raw_numbers& by, const phrase_book& from) {
    std::string made;
    for (std::size_t left = 1 + by.below(12); left > 0; --left) {
        made += by.one_in(2) ? by.any_of(from.sentences) : by.any_of(from.words);
        made += by.one_in(3) ? by.any_of(plain_signs) : " ";
    }
    return made;
}

/// The same with strange signs between characters: every few, or hardly any.
inline std::string strange_text(raw_numbers& by, const phrase_book& from) {
    const std::string written = written_text(by, from);
    const std::size_t rarity = by.one_in(3) ? 4 : 60;
    std::string made;
    for (std::size_t at = 0; at <= written.size(); ++at) {
        const bool between = at == written.size() || (static_cast<unsigned char>(written[at]) & 0xC0U) != 0x80U;
        if (between && by.one_in(rarity))
            made += by.one_in(5) ? random_character(by) : std::string(by.any_of(strange_signs));
        if (at < written.size()) made += written[at];
    }
    return made;
}

}  // namespace peersupport::testing
