// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/reading.hpp"

#include <cstdint>
#include <optional>

namespace peersupport::review {

enum class speaker : std::uint8_t { person, author, third, unknown };

/// Whose words a stretch of tokens is.
struct spoken {
    speaker by = speaker::unknown;
    bool quoted = false;  ///< between quotation marks; otherwise reported
};

/// Who says a quotation: the one whom the nearest speech verb belongs to; without one, the person, unless so few words
/// stand between the marks that the writer may only be keeping a distance from them.
[[nodiscard]] speaker speaker_of(const reading& in, const quotation& words);

/// Whether the speech verb at v has the person for a subject.
[[nodiscard]] bool reports_person(const reading& in, std::uint32_t v) noexcept;

/// Whose words the tokens begin … end − 1 are; nothing when they are the writer's own.
[[nodiscard]] std::optional<spoken> spoken_at(const reading& in, std::uint32_t begin, std::uint32_t end);

}  // namespace peersupport::review
