// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/language/token.hpp"
#include "review/pattern/accented_word.hpp"
#include "review/pattern/signature.hpp"
#include "review/pattern/symbol.hpp"
#include "review/pattern/text_symbols.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// What a word is: itself, then its classes. Those of people stand last, so that a word which is only a part of a longer
/// name for somebody can do without them.
struct symbol_row {
    signature told, without_people;
    std::uint32_t first = 0;
    std::uint16_t kept = 0, count = 0;  ///< symbols without those of people, and with them
    std::uint32_t context = 0;          ///< bits of word_context
    bool has_accented = false;          ///< some pattern tells it from others by its accents
    std::uint32_t first_place = 0;      ///< of the places in indexes, by pattern_purpose
    std::array<std::uint16_t, 3> kept_places{}, places{};  ///< how many, without those of people and with them
};

struct symbol_rows {
    struct accented_row {
        accented_word word;
        std::uint32_t row;
    };
    std::vector<symbol_row> rows;         ///< by word, then accented words
    std::vector<symbol> symbols;
    std::vector<std::uint32_t> places;
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
    /// What a token is as patterns see it, with or without being somebody.
    [[nodiscard]] text_symbols::token_symbols token_of(const symbol_row& row, bool with_people, std::uint32_t shape) const noexcept {
        text_symbols::token_symbols made{symbols.data() + row.first, with_people ? row.count : row.kept, shape};
        const std::uint32_t* first = places.data() + row.first_place;
        for (std::size_t i = 0; i < made.places.size(); first += row.places[i++]) made.places[i] = {first, with_people ? row.places[i] : row.kept_places[i]};
        return made;
    }
    [[nodiscard]] std::span<const symbol> symbols_of(const token& t) const noexcept {
        const symbol_row& row = of(t);
        return std::span(symbols).subspan(row.first, row.count);
    }
};

}  // namespace peersupport::review
