// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace peersupport {

/// No id: what stands for a response that names nobody. person_key() never gives it.
inline constexpr std::uint64_t no_person = 0;

/// The first 64 bits (big-endian) of SHA-256 of `secret` followed by `id`: tells people apart without keeping
/// their ids. An empty id is no_person. Among a million people two get the same key with a chance of 3 in 10^8.
/// Without a secret anybody who knows the ids can try them all; whoever holds the secret can too. The result is
/// therefore still personal information. All shards that are to be merged need the same secret.
/// Throws std::bad_alloc only.
[[nodiscard]] std::uint64_t person_key(std::string_view secret, std::string_view id);

}  // namespace peersupport
