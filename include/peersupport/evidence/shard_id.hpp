// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Names one piece of the data, so that it cannot be counted twice. The caller chooses it: the same piece has the
/// same id whenever it is counted, another piece another one: a UUID, or shard_named().
struct shard_id {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend auto operator<=>(const shard_id&, const shard_id&) = default;
};

/// The id of a piece that has a name, for example "agency-12/2025-2": the first 128 bits of the SHA-256 of
/// its text. The text itself is not kept. Throws std::bad_alloc only.
[[nodiscard]] shard_id shard_named(std::string_view name);

}  // namespace peersupport
