// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/symbol.hpp"
#include "review/pattern/word_set_table.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace peersupport::review {

/// How many symbols of each kind there are.
struct symbol_counts {
    std::uint32_t words = 0, classes = 0, accented = 0;
};

/// Numbers for the symbols and shapes under which an index lists something; most have none. Each word's are kept with the
/// word (symbol_rows), so that reading a text asks here for shapes and phrases only.
class symbol_places {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    symbol_places() { shapes_.fill(none); }
    explicit symbol_places(const symbol_counts& counts) : words_(counts.words, none), classes_(counts.classes, none), accented_(counts.accented, none) { shapes_.fill(none); }

    [[nodiscard]] std::uint32_t of(symbol s) const noexcept {
        if (s < accent_symbols) return s < words_.size() ? words_[s] : none;
        return s < class_symbols ? accented_[s - accent_symbols] : of_class(s);
    }
    [[nodiscard]] std::uint32_t of_class(symbol s) const noexcept { return classes_[s - class_symbols]; }
    [[nodiscard]] std::uint32_t of_shape(unsigned bit) const noexcept { return shapes_[bit]; }
    /// Shapes under which something is listed.
    [[nodiscard]] std::uint32_t shapes() const noexcept { return shape_bits_; }
    [[nodiscard]] std::uint32_t size() const noexcept { return size_; }

    /// Calls take(place) for each symbol and shape of a set, numbering those that have no number yet.
    template <class Take>
    void each(const word_set_table& table, std::uint32_t set, Take take) {
        const word_set& all = table.sets[set];
        for (std::uint32_t i = all.first; i < all.first + all.count; ++i) {
            const symbol s = table.members[i];
            take(numbered(s < accent_symbols ? words_[s] : s < class_symbols ? accented_[s - accent_symbols] : classes_[s - class_symbols]));
        }
        shape_bits_ |= all.shapes;
        for (std::uint32_t left = all.shapes; left; left &= left - 1) take(numbered(shapes_[static_cast<unsigned>(std::countr_zero(left))]));
    }
    /// Forgets what words have: they are kept elsewhere.
    void forget_words() {
        words_ = {};
        accented_ = {};
    }

private:
    std::uint32_t numbered(std::uint32_t& place) noexcept {
        if (place == none) place = size_++;
        return place;
    }

    std::vector<std::uint32_t> words_, classes_, accented_;
    std::array<std::uint32_t, 32> shapes_;
    std::uint32_t shape_bits_ = 0, size_ = 0;
};

}  // namespace peersupport::review
