// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/language/letter.hpp"
#include "review/reading.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport::review {

/// A token in small letters without accents; the first sixteen of them.
class plain_word {
public:
    plain_word() = default;
    plain_word(const reading& in, std::uint32_t t) noexcept {
        if (t >= in.tokens.size()) return;
        for (std::size_t at = in.tokens[t].begin; at < in.tokens[t].end;) {
            const letter l = letter_at(in.text, at);
            at += l.bytes;
            if (l.kind != letter_kind::letter && l.kind != letter_kind::digit) continue;
            add(l.first);
            add(l.second);
        }
    }

    [[nodiscard]] std::string_view view() const noexcept { return {letters_.data(), size_}; }
    template <std::size_t N>
    [[nodiscard]] bool is_one_of(const std::array<std::string_view, N>& list) const noexcept {
        return std::ranges::find(list, view()) != list.end();
    }

private:
    void add(char c) noexcept {
        if (c && size_ < letters_.size()) letters_[size_++] = c;
    }
    std::array<char, 16> letters_{};
    std::size_t size_ = 0;
};

}  // namespace peersupport::review
