// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/note.hpp"

#include <cstdint>

namespace peersupport::review {

/// What kind of note it is: as it says itself, or by its fields, or by what its text tells (bits by note_kind). Of
/// several, a group note stays one; a crisis comes before lateness.
[[nodiscard]] note_kind kind_told(const note& what, std::uint8_t text_tells, bool late) noexcept;

}  // namespace peersupport::review
