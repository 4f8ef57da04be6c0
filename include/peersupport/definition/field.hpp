// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/cue.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {

/// What a member of a row holds.
enum class field_kind : std::uint8_t {
    text,        ///< English and French
    string,      ///< one text that is the same in every language: a code, an address
    reference,   ///< the id of a row
    references,  ///< ids of rows
    words,       ///< words to look for in a text, in one language
    cues,        ///< phrases with ids, in both languages
    number,      ///< a whole number
    flag,        ///< true or false
    word,        ///< one of a few words, such as a standing
};

/// What one row holds in one field, whatever its type. Looks at the row's memory.
struct field_value {
    localized_text text{};                     ///< field_kind::text
    std::string_view string{};                 ///< string, reference; word: the word itself
    std::span<const std::string_view> list{};  ///< references, words
    std::span<const cue> cues{};               ///< cues
    std::int64_t number = 0;                   ///< number; flag: 1 or 0
    bool given = false;                        ///< whether the row holds anything here
};

/// A member of the rows of one table: what it is called and what it may hold.
struct definition_field {
    std::string_view id;
    localized_text label;
    field_kind kind{};
    bool required = false;     ///< whether every row has it
    bool replaceable = false;  ///< whether an organization's overlay may replace it
    std::string_view refers_to{};  ///< table of a reference; "*" is any table
    std::span<const std::string_view> words{};  ///< what a word may be

    std::int64_t least = 0;         ///< of a number
    std::int64_t most = 1'000'000;  ///< of a number

    // How to reach the member; `definition_row` is the way to use them.
    field_value (*get)(const void* row) = nullptr;
    void (*set)(void* row, const field_value& value) = nullptr;  ///< a word must be one of `words`
};

}  // namespace peersupport
