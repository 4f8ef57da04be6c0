// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace peersupport {

/// [a-z0-9]+(-[a-z0-9]+)*, at most 64 characters.
[[nodiscard]] constexpr bool is_id(std::string_view text) noexcept {
    if (text.empty() || text.size() > 64) return false;
    char before = '-';
    for (const char c : text) {
        const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter_or_digit && (c != '-' || before == '-')) return false;
        before = c;
    }
    return before != '-';
}

}  // namespace peersupport
