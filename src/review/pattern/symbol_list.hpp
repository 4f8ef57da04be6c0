// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/pattern/symbol.hpp"
#include "review/pattern/word_set_table.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// How many symbols of each kind there are.
struct symbol_counts {
    std::uint32_t words = 0, classes = 0, accented = 0;
};

/// Something listed under symbols and shapes.
template <class Entry>
class symbol_list {
public:
    [[nodiscard]] std::span<const Entry> of(symbol s) const noexcept {
        if (s < accent_symbols) return s < counts_.words ? at(s) : std::span<const Entry>();
        return s < class_symbols ? at(counts_.words + counts_.classes + (s - accent_symbols)) : at(counts_.words + (s - class_symbols));
    }
    [[nodiscard]] std::span<const Entry> of_shape(unsigned bit) const noexcept { return at(counts_.words + counts_.classes + counts_.accented + bit); }
    /// Shapes under which something is listed.
    [[nodiscard]] std::uint32_t shapes() const noexcept { return shapes_; }

    /// Lists entry_of(i), i < count, under whatever is in the set set_of(i).
    template <class SetOf, class EntryOf>
    void fill(const word_set_table& table, const symbol_counts& counts, std::size_t count, SetOf set_of, EntryOf entry_of) {
        counts_ = counts;
        first_.assign(std::size_t{counts.words} + counts.classes + counts.accented + shape_bits + 2, 0);
        for (std::size_t i = 0; i < count; ++i) {
            shapes_ |= table.sets[set_of(i)].shapes;
            each_place(table, set_of(i), [&](std::size_t place) { ++first_[place + 2]; });
        }
        for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
        entries_.resize(first_.back());
        for (std::size_t i = 0; i < count; ++i) each_place(table, set_of(i), [&](std::size_t place) { entries_[first_[place + 1]++] = entry_of(i); });
        first_.pop_back();
    }

private:
    static constexpr unsigned shape_bits = 32;

    [[nodiscard]] std::span<const Entry> at(std::size_t place) const noexcept {
        return std::span(entries_).subspan(first_[place], first_[place + 1] - first_[place]);
    }
    template <class Take>
    void each_place(const word_set_table& table, std::uint32_t set, Take take) const {
        const word_set& all = table.sets[set];
        for (std::uint32_t i = all.first; i < all.first + all.count; ++i) {
            const symbol s = table.members[i];
            take(s < accent_symbols ? s : s < class_symbols ? counts_.words + counts_.classes + (s - accent_symbols) : counts_.words + (s - class_symbols));
        }
        for (std::uint32_t left = all.shapes; left; left &= left - 1)
            take(counts_.words + counts_.classes + counts_.accented + static_cast<std::uint32_t>(std::countr_zero(left)));
    }

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> first_;
    symbol_counts counts_;
    std::uint32_t shapes_ = 0;
};

}  // namespace peersupport::review
