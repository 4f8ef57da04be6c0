// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/reading.hpp"

#include <cstdint>
#include <optional>

namespace peersupport::review {

/// A length of time as it is written: 45 min, about four hours, une demi-heure.
struct written_duration {
    std::uint32_t begin = 0, end = 0;  ///< tokens
    int minutes = 0;
};

/// The length of time that begins at token t.
[[nodiscard]] std::optional<written_duration> duration_at(const reading& in, std::uint32_t t) noexcept;

}  // namespace peersupport::review
