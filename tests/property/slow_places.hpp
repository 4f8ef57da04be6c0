// SPDX-License-Identifier: Apache-2.0
// Places of a text, counted character by character, as text_span says them.
#pragma once

#include "peersupport/review/text_finding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::testing {

/// What the first byte of a character says of it.
[[nodiscard]] inline std::size_t bytes_of_character(char first) noexcept {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

[[nodiscard]] inline std::string in_words(const text_span& s) {
    std::ostringstream to;
    to << "bytes " << s.byte_begin << "-" << s.byte_end << ", code points " << s.begin << "-" << s.end << ", UTF-16 "
       << s.utf16_begin << "-" << s.utf16_end << ", " << s.line << ":" << s.column << " to " << s.end_line << ":"
       << s.end_column;
    return to.str();
}

class slow_places {
public:
    explicit slow_places(std::string_view text) {
        place at;
        places_.push_back(at);
        while (at.byte < text.size()) {
            const std::size_t bytes = bytes_of_character(text[at.byte]);
            const bool ends_line = text[at.byte] == '\n';
            at.byte += bytes;
            at.unit += bytes == 4 ? 2 : 1;
            at.column = ends_line ? 1 : at.column + 1;
            at.line += ends_line;
            places_.push_back(at);
        }
    }

    [[nodiscard]] std::size_t characters() const noexcept { return places_.size() - 1; }

    /// That a span begins and ends between characters of this text, holds some, and says the same in every unit.
    [[nodiscard]] ::testing::AssertionResult holds(const text_span& said) const {
        const auto begin = std::ranges::lower_bound(places_, said.byte_begin, {}, &place::byte);
        const auto end = std::ranges::lower_bound(places_, said.byte_end, {}, &place::byte);
        if (begin == places_.end() || begin->byte != said.byte_begin || end == places_.end() ||
            end->byte != said.byte_end)
            return ::testing::AssertionFailure() << "not between characters: " << in_words(said);
        if (begin >= end) return ::testing::AssertionFailure() << "nothing: " << in_words(said);
        const text_span counted{begin->byte, end->byte,   point(begin),  point(end), begin->unit,
                                end->unit,   begin->line, begin->column, end->line,  end->column};
        if (counted == said) return ::testing::AssertionSuccess();
        return ::testing::AssertionFailure() << "said: " << in_words(said) << "; counted: " << in_words(counted);
    }

private:
    struct place {
        std::size_t byte = 0, unit = 0, line = 1, column = 1;
    };
    [[nodiscard]] std::size_t point(std::vector<place>::const_iterator at) const {
        return static_cast<std::size_t>(at - places_.begin());
    }

    std::vector<place> places_;  ///< before each character, and the end
};

}  // namespace peersupport::testing
