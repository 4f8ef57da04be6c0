// SPDX-License-Identifier: Apache-2.0
//
// FIPS 180-4, section 6.2. Written here because the core has no dependency that holds it; the
// tests take NIST's vectors.
#include "text/sha256.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace peersupport {
namespace {

constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::size_t block_bytes = 64;

std::uint32_t big_endian(const char* at) noexcept {
    std::uint32_t word = 0;
    for (int i = 0; i < 4; ++i) word = (word << 8U) | static_cast<unsigned char>(at[i]);
    return word;
}

std::array<std::uint32_t, 64> schedule(const char* block) noexcept {
    std::array<std::uint32_t, 64> w{};
    for (std::size_t t = 0; t < 16; ++t) w[t] = big_endian(block + 4 * t);
    for (std::size_t t = 16; t < 64; ++t) {
        const std::uint32_t a = w[t - 15];
        const std::uint32_t b = w[t - 2];
        const std::uint32_t sigma0 = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3U);
        const std::uint32_t sigma1 = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10U);
        w[t] = sigma1 + w[t - 7] + sigma0 + w[t - 16];
    }
    return w;
}

void add_block(sha256_words& state, const char* block) noexcept {
    const auto w = schedule(block);
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t t = 0; t < 64; ++t) {
        const std::uint32_t sum1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const std::uint32_t t1 = h + sum1 + ((e & f) ^ (~e & g)) + round_constants[t] + w[t];
        const std::uint32_t sum0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const std::uint32_t t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + t1;
        d = c;
        c = b;
        b = a;
        a = t1 + t2;
    }
    const sha256_words last{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) state[i] += last[i];
}

/// The bytes, a 1 bit, zeros, the length of everything in bits.
std::string padded(std::string_view bytes, std::uint64_t blocks_before) {
    std::string rest(bytes);
    rest += '\x80';
    while (rest.size() % block_bytes != block_bytes - 8) rest += '\0';
    const std::uint64_t bits = (blocks_before * block_bytes + bytes.size()) * 8;
    for (int shift = 56; shift >= 0; shift -= 8)
        rest += static_cast<char>(static_cast<unsigned char>(bits >> static_cast<unsigned>(shift)));
    return rest;
}

}  // namespace

void sha256_state::add_blocks(std::string_view bytes) noexcept {
    for (std::size_t at = 0; at + block_bytes <= bytes.size(); at += block_bytes, ++blocks)
        add_block(words, bytes.data() + at);
}

sha256_words sha256_state::digest(std::string_view rest) const {
    sha256_state all = *this;
    all.add_blocks(rest);
    const std::size_t whole = rest.size() / block_bytes * block_bytes;
    all.add_blocks(padded(rest.substr(whole), all.blocks));
    return all.words;
}

std::string sha256(std::string_view bytes) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    for (const std::uint32_t word : sha256_state().digest(bytes)) {
        for (int shift = 28; shift >= 0; shift -= 4) out += hex[(word >> static_cast<unsigned>(shift)) & 15U];
    }
    return out;
}

}  // namespace peersupport
