// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace peersupport::review {

/// What a character is to somebody who reads words.
enum class letter_kind : std::uint8_t {
    letter,
    digit,
    accent,   ///< stands after its letter
    ignored,  ///< soft hyphen, zero width
    space,
    line_end,
    mark,  ///< punctuation and symbols
};

/// Accents that tell French words apart, written with their letter or after it.
enum class accent : std::uint8_t { none, grave, acute, circumflex, diaeresis, cedilla, other };

/// One character, folded: lower case, without its accent.
struct letter {
    letter_kind kind = letter_kind::mark;
    accent over = accent::none;
    bool capital = false;
    std::uint8_t bytes = 1;
    char first = 0;   ///< 'a'–'z', '0'–'9', or the mark as ASCII; 0 for a letter of another alphabet
    char second = 0;  ///< œ and æ are two letters
};

/// Marks that have no ASCII sign of their own.
namespace mark {
inline constexpr char open_quotation = '\x01';
inline constexpr char close_quotation = '\x02';
inline constexpr char open_single = '\x03';
inline constexpr char close_single = '\x04';  ///< also the typographic apostrophe
inline constexpr char dot = '\x05';           ///< the middle dot of inclusive French
inline constexpr char symbol = '\x06';        ///< whatever else, also emoji
}  // namespace mark

/// ASCII by its code.
extern const std::array<letter, 128> ascii_letters;
[[nodiscard]] letter letter_beyond_ascii(std::string_view text, std::size_t at) noexcept;

/// The character that begins at `at` in valid UTF-8. Knows the letters of English and French; other alphabets'
/// letters are letters without a fold.
[[nodiscard]] inline letter letter_at(std::string_view text, std::size_t at) noexcept {
    const auto first = static_cast<unsigned char>(text[at]);
    return first < 0x80 ? ascii_letters[first] : letter_beyond_ascii(text, at);
}

/// Text as words are compared: lower case, without accents, œ as oe; what is no letter or digit is left out.
template <class Take>
void each_letter(std::string_view text, Take take) {
    for (std::size_t at = 0; at < text.size();) {
        const letter l = letter_at(text, at);
        take(l, at);
        at += l.bytes;
    }
}

}  // namespace peersupport::review
