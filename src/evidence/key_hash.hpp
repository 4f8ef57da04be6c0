// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/sha256.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace peersupport::evidence {

/// 64 bits of a SHA-256 that is written as hexadecimal digits, big-endian, from its word `word` on.
[[nodiscard]] inline std::uint64_t word_of_digest(const std::string& digest, std::size_t word) noexcept {
    std::uint64_t out = 0;
    const char* const at = digest.data() + 16 * word;
    std::from_chars(at, at + 16, out, 16);
    return out;
}

}  // namespace peersupport::evidence
