// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "error_check.hpp"
#include "peersupport/review/text_finding.hpp"

#include <cstddef>
#include <string_view>

inline bool begins_character(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// A place of a text, counted anew, the slow way.
inline void check_span(const peersupport::text_span& s, std::string_view text) {
    require(s.byte_begin <= s.byte_end && s.byte_end <= text.size());
    require(begins_character(text, s.byte_begin) && begins_character(text, s.byte_end));
    std::size_t points = 0, units = 0, line = 1;
    for (std::size_t i = 0; i < s.byte_begin; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) == 0x80U) continue;
        ++points;
        units += byte >= 0xF0U ? 2 : 1;
        line += byte == '\n';
    }
    require(s.begin == points && s.utf16_begin == units);
    require(s.line == line || s.byte_end == 0);
    require(s.end >= s.begin && s.utf16_end >= s.utf16_begin);
}
