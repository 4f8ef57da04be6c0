// SPDX-License-Identifier: Apache-2.0
// Philox4x32-10, a random number generator without state: a block of four numbers is a function of a counter and a
// key. J. K. Salmon and others 2011, "Parallel random numbers: as easy as 1, 2, 3".
#pragma once

#include <array>
#include <cstdint>

namespace peersupport::evidence {

using philox_block = std::array<std::uint32_t, 4>;

inline constexpr std::uint32_t philox_multiplier[2] = {0xD2511F53u, 0xCD9E8D57u};
inline constexpr std::uint32_t philox_weyl[2] = {0x9E3779B9u, 0xBB67AE85u};
inline constexpr int philox_rounds = 10;

/// Four numbers of 32 bits. The key is a seed: low word, high word.
[[nodiscard]] constexpr philox_block philox(philox_block counter, std::uint64_t seed) noexcept {
    auto k0 = static_cast<std::uint32_t>(seed), k1 = static_cast<std::uint32_t>(seed >> 32);
    for (int round = 0; round < philox_rounds; ++round) {
        const std::uint64_t p0 = std::uint64_t{philox_multiplier[0]} * counter[0];
        const std::uint64_t p1 = std::uint64_t{philox_multiplier[1]} * counter[2];
        counter = {static_cast<std::uint32_t>(p1 >> 32) ^ counter[1] ^ k0, static_cast<std::uint32_t>(p1),
                   static_cast<std::uint32_t>(p0 >> 32) ^ counter[3] ^ k1, static_cast<std::uint32_t>(p0)};
        k0 += philox_weyl[0];
        k1 += philox_weyl[1];
    }
    return counter;
}

}  // namespace peersupport::evidence
