// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace peersupport::review {

/// What a pattern may ask of a token: its word, a class it belongs to, or a word with its accents.
using symbol = std::uint32_t;
inline constexpr symbol class_symbols = 0x40000000U;   ///< and the number of the class
inline constexpr symbol accent_symbols = 0x20000000U;  ///< and the number of the accented word

/// Several words that stand for a member of a class: "the person".
struct phrase {
    std::uint32_t begin;  ///< first token
    std::uint32_t count;  ///< of tokens
    symbol of;
};
inline constexpr std::uint32_t longest_phrase = 7;  ///< tokens that may stand for one element

}  // namespace peersupport::review
