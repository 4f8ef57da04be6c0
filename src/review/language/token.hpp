// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace peersupport::review {

/// What can be seen of a token without knowing its word.
namespace shape {
inline constexpr std::uint32_t word = 1U << 0U;
inline constexpr std::uint32_t number = 1U << 1U;
inline constexpr std::uint32_t mark = 1U << 2U;
inline constexpr std::uint32_t capital = 1U << 3U;        ///< first letter
inline constexpr std::uint32_t all_capitals = 1U << 4U;   ///< two to five capitals
inline constexpr std::uint32_t single = 1U << 5U;         ///< one letter
inline constexpr std::uint32_t name = 1U << 6U;           ///< probably somebody's name
inline constexpr std::uint32_t inclusive = 1U << 7U;      ///< had an inclusive ending
inline constexpr std::uint32_t sentence = 1U << 8U;       ///< a sentence, a line or a list item begins here, perhaps with a mark
inline constexpr std::uint32_t line = 1U << 9U;           ///< a line begins here
inline constexpr std::uint32_t paragraph = 1U << 10U;     ///< a paragraph begins here
inline constexpr std::uint32_t item = 1U << 11U;          ///< a list item begins here
inline constexpr std::uint32_t joined = 1U << 12U;        ///< a hyphen or an apostrophe stands before it
inline constexpr std::uint32_t spaced = 1U << 13U;        ///< white space stands before it
inline constexpr std::uint32_t first = 1U << 14U;         ///< the first word of a sentence
/// Numbers by how many digits they have: bits 16 (one digit) to 30 (fifteen or more).
inline constexpr unsigned digits_at = 15;
[[nodiscard]] constexpr std::uint32_t digits(unsigned count) noexcept {
    return 1U << (digits_at + (count > 15 ? 15 : count));
}
}  // namespace shape

/// A word, a number or a mark of a text.
struct token {
    std::uint32_t begin;  ///< bytes of the text, inclusive endings included
    std::uint32_t end;
    std::uint32_t word;      ///< id in a vocabulary; 0: not in it
    std::uint32_t shape;     ///< bits of `shape`
    std::uint32_t accents;   ///< tells words apart that differ by accents only; 0 without any
    std::uint32_t sentence;  ///< counted from 0
    char mark;               ///< a mark as ASCII or as named in `mark`
};

}  // namespace peersupport::review
