// SPDX-License-Identifier: Apache-2.0
// The same French or English with other characters: letters as letter and accent (Unicode's form NFD), apostrophes as
// printers set them. And where each character is then.
#pragma once

#include "slow_places.hpp"

#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::testing {

struct letter_apart {
    char letter;
    std::string_view accent;
};

/// U+00C0 to U+00FF and U+0178, where they are a letter with an accent; œ, æ, ø and ß are letters of their own.
inline std::optional<letter_apart> apart(std::string_view character) {
    constexpr std::string_view letters = "AAAAAA.CEEEEIIII.NOOOOO..UUUUY..aaaaaa.ceeeeiiii.nooooo..uuuuy.y";
    constexpr std::string_view marks = "012345.601240124.301234..01241..012345.601240124.301234..01241.4";
    constexpr std::string_view accents[]{"\u0300", "\u0301", "\u0302", "\u0303", "\u0308", "\u030A", "\u0327"};
    if (character == "\u0178") return letter_apart{'Y', accents[4]};
    if (character.size() != 2 || character[0] != '\xC3') return std::nullopt;
    const auto at = static_cast<std::size_t>(static_cast<unsigned char>(character[1]) & 0x3FU);
    if (letters[at] == '.') return std::nullopt;
    return letter_apart{letters[at], accents[marks[at] - '0']};
}

struct respelled_text {
    std::string text;
    std::vector<std::size_t> places;  ///< by code point of the text as it was: its place in this one; at last the end
};

/// Takes letters apart where `choose` says so; it is asked for each that can be.
template <class Choose>
respelled_text taken_apart(std::string_view text, Choose choose) {
    respelled_text made;
    std::size_t place = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = text.substr(at, bytes_of_character(text[at]));
        const auto parts = apart(character);
        made.places.push_back(place);
        if (parts && choose()) {
            (made.text += parts->letter) += parts->accent;
            place += 2;
        } else {
            made.text += character;
            place += 1;
        }
        at += character.size();
    }
    made.places.push_back(place);
    return made;
}

[[nodiscard]] inline bool is_plain_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Typed apostrophes between letters as they stand in print; elsewhere they may be quotation marks, which are not the
/// same.
inline respelled_text printed(std::string_view text) {
    respelled_text made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool within =
            at > 0 && at + 1 < text.size() && is_plain_letter(text[at - 1]) && is_plain_letter(text[at + 1]);
        if (text[at] == '\'' && within) made.text += "\u2019";
        else made.text += text[at];
    }
    made.places.resize(slow_places(text).characters() + 1);
    std::iota(made.places.begin(), made.places.end(), std::size_t{0});
    return made;
}

}  // namespace peersupport::testing
