// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/language/token.hpp"
#include "review/pattern/symbol.hpp"

#include <cstdint>

namespace peersupport::review {

/// A few bits for what a token is, so that most of what it is not is known by one AND. Bit 63 is set in every token's,
/// also in that of no token: what asks for nothing asks for it.
namespace signature {
inline constexpr std::uint64_t nothing = 1ULL << 63U;
inline constexpr std::uint64_t name = 1ULL << 62U;
inline constexpr std::uint64_t number = 1ULL << 61U;
inline constexpr unsigned symbol_bits = 61;

[[nodiscard]] inline std::uint64_t of(symbol s) noexcept {
    return 1ULL << ((static_cast<std::uint64_t>(s * 0x9E3779B1U) * symbol_bits) >> 32U);
}
[[nodiscard]] inline std::uint64_t of_shape(std::uint32_t shape) noexcept {
    return nothing | (shape & shape::name ? name : 0) | (shape & shape::number ? number : 0);
}
/// What tokens of any of these shapes have in common with it: everything, where shapes have no bit of their own.
[[nodiscard]] inline std::uint64_t of_any_shape(std::uint32_t shapes) noexcept {
    constexpr std::uint32_t digits = ~(shape::digits(1) - 1U);
    if (shapes & ~(shape::name | shape::number | digits)) return ~0ULL;
    return (shapes & shape::name ? name : 0) | (shapes & (shape::number | digits) ? number : 0);
}
}  // namespace signature

}  // namespace peersupport::review
