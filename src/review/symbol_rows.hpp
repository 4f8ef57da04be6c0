// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/language/token.hpp"
#include "review/pattern/accented_word.hpp"
#include "review/pattern/symbol.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// What a word is: itself, then its classes. Those of people stand last, so that a word which is only a part of a longer
/// name for somebody can do without them.
struct symbol_row {
    std::uint64_t signature = 0, without_people = 0;
    std::uint32_t first = 0;
    std::uint16_t kept = 0, count = 0;  ///< symbols without those of people, and with them
    std::uint32_t context = 0;          ///< bits of word_context
    bool has_accented = false;          ///< some pattern tells it from others by its accents
};

struct symbol_rows {
    struct accented_row {
        accented_word word;
        std::uint32_t row;
    };
    std::vector<symbol_row> rows;         ///< by word, then accented words
    std::vector<symbol> symbols;
    std::vector<accented_row> accented;   ///< ascending by word and accents
    std::uint32_t words = 0;

    [[nodiscard]] const symbol_row& of(const token& t) const noexcept {
        if (t.word >= words) return rows.front();
        const symbol_row& plain = rows[t.word];
        if (!plain.has_accented) return plain;
        const accented_word key{t.word, t.accents};
        const auto at = std::lower_bound(accented.begin(), accented.end(), key, [](const accented_row& a, const accented_word& b) { return a.word < b; });
        return at != accented.end() && at->word == key ? rows[at->row] : plain;
    }
    [[nodiscard]] std::span<const symbol> symbols_of(const token& t) const noexcept {
        const symbol_row& row = of(t);
        return std::span(symbols).subspan(row.first, row.count);
    }
};

}  // namespace peersupport::review
