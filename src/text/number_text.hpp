// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <string>

namespace peersupport {

/// A count in decimal digits, whatever the locale.
[[nodiscard]] inline std::string number_text(std::size_t n) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), n).ptr;
    return {digits.data(), end};
}

}  // namespace peersupport
