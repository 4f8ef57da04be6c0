// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/reading.hpp"

#include <cstdint>

namespace peersupport::review {

// What the words around tokens begin … end − 1 do to them.
[[nodiscard]] bool is_negated(const reading& in, std::uint32_t begin, std::uint32_t end) noexcept;
[[nodiscard]] bool is_hypothetical(const reading& in, std::uint32_t begin) noexcept;
/// Only talked about as a word: "the word …", "does not want to be called …".
[[nodiscard]] bool is_mentioned(const reading& in, std::uint32_t begin) noexcept;
/// About somebody else than the person.
[[nodiscard]] bool is_about_others(const reading& in, std::uint32_t begin) noexcept;

}  // namespace peersupport::review
