// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/note.hpp"
#include "review/reading.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace peersupport::review {

/// A stretch of tokens.
struct token_range {
    std::uint32_t begin, end;
};

/// Times and dates of a text that cannot be: an end before its beginning, an hour or a day that does not exist, a
/// duration that contradicts the hours beside it.
void impossible_times(const reading& in, std::vector<token_range>& to);

/// What is impossible between the fields of a note: the field to correct. `now`, a date and time, is the caller's.
[[nodiscard]] std::optional<note_field> impossible_field(const note& what, std::string_view now);

/// Whole hours from the end of the meeting to the writing of the note, as far as the fields tell.
[[nodiscard]] std::optional<std::int64_t> hours_until_written(const note& what);

}  // namespace peersupport::review
