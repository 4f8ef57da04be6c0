// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/note.hpp"

#include <cstdint>
#include <optional>

namespace peersupport::review {

/// What is impossible between the fields of a note: the field to correct. `now`, a date and time, is the caller's.
[[nodiscard]] std::optional<note_field> impossible_field(const note& what, std::string_view now);

/// Whole hours from the end of the meeting to the writing of the note, as far as the fields tell; without Saturdays and
/// Sundays when only working days count.
[[nodiscard]] std::optional<std::int64_t> hours_until_written(const note& what, bool working_days);

}  // namespace peersupport::review
