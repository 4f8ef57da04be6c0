// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/language/token.hpp"
#include "review/pattern/symbol.hpp"

#include <cstdint>

namespace peersupport::review {

/// A few bits for what a token is, so that most of what it is not is known by two ANDs. A token is one word and often a
/// member of many classes, so words have bits of their own: what asks for a word is not answered by a class. One bit is
/// set in every token's, also in that of no token: what asks for nothing asks for it.
struct signature {
    std::uint64_t words = 0;
    std::uint64_t classes = 0;

    [[nodiscard]] bool meets(const signature& other) const noexcept { return ((words & other.words) | (classes & other.classes)) != 0; }
    signature& operator|=(const signature& other) noexcept {
        words |= other.words;
        classes |= other.classes;
        return *this;
    }
    friend signature operator|(signature a, const signature& b) noexcept { return a |= b; }

    [[nodiscard]] static constexpr signature nothing() noexcept { return {0, 1ULL << 63U}; }
    [[nodiscard]] static constexpr signature everything() noexcept { return {~0ULL, ~0ULL}; }
    [[nodiscard]] static signature of(symbol s) noexcept {
        const auto hash = static_cast<std::uint64_t>(s * 0x9E3779B1U);
        if (s < class_symbols) return {1ULL << (hash >> 26U), 0};
        return {0, 1ULL << (hash * class_bits >> 32U)};
    }
    [[nodiscard]] static signature of_shape(std::uint32_t shape) noexcept {
        return {0, nothing().classes | (shape & shape::name ? name : 0) | (shape & shape::number ? number : 0)};
    }
    /// What tokens of any of these shapes have in common with it: everything, where shapes have no bit of their own.
    [[nodiscard]] static signature of_any_shape(std::uint32_t shapes) noexcept {
        constexpr std::uint32_t digits = ~(shape::digits(1) - 1U);
        if (shapes & ~(shape::name | shape::number | digits)) return everything();
        return {0, (shapes & shape::name ? name : 0) | (shapes & (shape::number | digits) ? number : 0)};
    }

private:
    static constexpr std::uint64_t name = 1ULL << 62U, number = 1ULL << 61U;
    static constexpr unsigned class_bits = 61;
};

}  // namespace peersupport::review
