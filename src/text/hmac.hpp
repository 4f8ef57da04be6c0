// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/sha256.hpp"

#include <string>
#include <string_view>

namespace peersupport {

/// HMAC-SHA-256 (FIPS 198-1) under one key, which is worked in once for all messages.
struct hmac_sha256 {
    explicit hmac_sha256(std::string_view key);
    /// A key that was worked in before.
    hmac_sha256(const sha256_words& after_inner_block, const sha256_words& after_outer_block) noexcept
        : inner{after_inner_block, 1}, outer{after_outer_block, 1} {}
    [[nodiscard]] sha256_words operator()(std::string_view message) const;

    sha256_state inner;
    sha256_state outer;
};

}  // namespace peersupport
