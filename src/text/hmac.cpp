// SPDX-License-Identifier: Apache-2.0
#include "text/hmac.hpp"

#include <cstddef>

namespace peersupport {
namespace {

constexpr std::size_t block_bytes = 64;
constexpr unsigned char inner_pad = 0x36, outer_pad = 0x5c;

std::string bytes_of(const sha256_words& digest) {
    std::string out;
    for (const std::uint32_t word : digest)
        for (int shift = 24; shift >= 0; shift -= 8)
            out += static_cast<char>(static_cast<unsigned char>(word >> static_cast<unsigned>(shift)));
    return out;
}

sha256_state padded_with(std::string_view key, unsigned char pad) {
    std::string block(block_bytes, static_cast<char>(pad));
    for (std::size_t i = 0; i < key.size(); ++i) block[i] = static_cast<char>(block[i] ^ key[i]);
    sha256_state state;
    state.add_blocks(block);
    return state;
}

}  // namespace

hmac_sha256::hmac_sha256(std::string_view key) {
    const std::string short_key = key.size() > block_bytes ? bytes_of(sha256_state().digest(key)) : std::string(key);
    inner = padded_with(short_key, inner_pad);
    outer = padded_with(short_key, outer_pad);
}

sha256_words hmac_sha256::operator()(std::string_view message) const {
    return outer.digest(bytes_of(inner.digest(message)));
}

}  // namespace peersupport
