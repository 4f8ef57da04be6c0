// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// No id: what stands for a response that names nobody. No key is it.
inline constexpr std::uint64_t no_person = 0;

/// What somebody is in a table. The same id gives another key in another role, so keys do not show that a worker also
/// answers as a person who receives support.
enum class key_role : std::uint8_t { person, worker };

/// Keys of ids under one secret: the first 64 bits (big-endian) of HMAC-SHA-256 (FIPS 198-1) with the secret, over
/// "person" or "worker", a zero byte and the id. They tell people apart without keeping their ids; an empty id is
/// no_person. Among a million people two get the same key with a chance of 3 in 10^8.
/// Without a secret anybody who knows the ids can try them all; whoever holds the secret can too. The result is
/// therefore still personal information. All shards that are to be merged need the same secret.
class keyed_hash {
public:
    /// The secret is not kept, but what is kept stands for it. Throws std::bad_alloc only.
    keyed_hash(std::string_view secret, key_role role);
    /// Throws std::bad_alloc only.
    [[nodiscard]] std::uint64_t operator()(std::string_view id) const;

private:
    std::array<std::uint32_t, 8> inner_;
    std::array<std::uint32_t, 8> outer_;
    std::string_view label_;
};

/// keyed_hash(secret, key_role::person)(id).
[[nodiscard]] std::uint64_t person_key(std::string_view secret, std::string_view id);
/// keyed_hash(secret, key_role::worker)(id).
[[nodiscard]] std::uint64_t worker_key(std::string_view secret, std::string_view id);

}  // namespace peersupport
