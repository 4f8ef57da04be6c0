// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace peersupport {

using sha256_words = std::array<std::uint32_t, 8>;

/// SHA-256 half way: after whole blocks of 64 bytes.
struct sha256_state {
    sha256_words words{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::uint64_t blocks = 0;

    /// The last bytes are not added where they fill no block.
    void add_blocks(std::string_view bytes) noexcept;
    /// The digest when these bytes follow.
    [[nodiscard]] sha256_words digest(std::string_view rest) const;
};

/// SHA-256 (FIPS 180-4) of the bytes, as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace peersupport
