// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::review {

enum class element_kind : std::uint8_t {
    word,        ///< letters, or a mark
    word_class,  ///< <person>
    number,      ///< #, #3, #1-2
    group,       ///< (a|b c)
    gap,         ///< *3
    open,        ///< [
    close,       ///< ]
    begin,       ///< ^
};

enum class inflection : std::uint8_t { none, noun, verb };

/// One element of a pattern, as it is written (docs/rule-format.md).
struct pattern_element {
    element_kind kind = element_kind::word;
    bool optional = false;
    bool exact = false;  ///< =word: accents count
    inflection forms = inflection::none;
    std::string text;         ///< the word or the name of the class
    unsigned low = 0;         ///< digits, or how long a gap is at most
    unsigned high = 0;        ///< digits; 0: any number
    std::vector<std::vector<pattern_element>> ways;  ///< of a group
    std::string written;      ///< what makes two elements the same
};

using pattern = std::vector<pattern_element>;

/// What patterns may be, so that a pack stays small and matching stays linear.
struct pattern_limits {
    static constexpr std::size_t bytes = 65536;
    static constexpr std::size_t depth = 4;
    static constexpr unsigned gap = 8;
};

/// The same for what stands beside a pattern, which may be something optional or a gap alone.
[[nodiscard]] result<pattern> read_part_of_pattern(std::string_view text);

/// Reads a pattern. Errors: field_value with the offset in the pattern, too_large.
[[nodiscard]] result<pattern> read_pattern(std::string_view text);

}  // namespace peersupport::review
