// SPDX-License-Identifier: Apache-2.0
#include "text/fold.hpp"

#include <algorithm>

namespace peersupport {
namespace {

/// U+00C0 to U+00FF, where '.' is no letter; æ is told apart by the caller.
constexpr std::string_view latin1 =
    "aaaaaaaceeeeiiii.nooooo.ouuuuy.saaaaaaaceeeeiiii.nooooo.ouuuuy.y";
static_assert(latin1.size() == 64);

folded fold_two_bytes(unsigned first, unsigned second) noexcept {
    const unsigned code = ((first & 0x1FU) << 6U) | (second & 0x3FU);
    if (code == 0xC6 || code == 0xE6) return {'a', 'e', 2, false};
    if (code == 0x152 || code == 0x153) return {'o', 'e', 2, false};
    if (code >= 0x300 && code <= 0x36F) return {0, 0, 2, true};
    if (code >= 0xC0 && code <= 0xFF) {
        const char letter = latin1[code - 0xC0];
        return {letter == '.' ? '\0' : letter, 0, 2, false};
    }
    return {0, 0, 2, false};
}

}  // namespace

folded fold(std::string_view text, std::size_t at) noexcept {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        const char c = text[at];
        if (c >= 'A' && c <= 'Z') return {static_cast<char>(c - 'A' + 'a'), 0, 1, false};
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return {kept ? c : '\0', 0, 1, false};
    }
    const std::size_t left = text.size() - at;
    if (first < 0xE0 && left >= 2) return fold_two_bytes(first, static_cast<unsigned char>(text[at + 1]));
    const std::size_t bytes = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return {0, 0, std::min(bytes, left), false};
}

}  // namespace peersupport
