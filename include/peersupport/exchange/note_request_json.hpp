// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/note.hpp"
#include "peersupport/review/note_check.hpp"
#include "peersupport/text/result.hpp"
#include "peersupport/text/wiped_string.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace peersupport {

/// A note and how to check it, read from JSON; keeps the characters that its views show. What the note says is overwritten
/// before its memory is given back; not so the profile, the time and what a baseline says.
struct note_request {
    wiped_string text;
    std::array<wiped_string, note_fields> fields;  ///< yes and no for true and false, lists joined by commas
    std::optional<language> written_in;
    std::optional<note_kind> kind;
    std::string profile = "person-led";
    std::string now;
    std::optional<baseline> left_alone;

    /// Views of this request.
    [[nodiscard]] note what() const noexcept;
    [[nodiscard]] note_check_options options() const;
};

/// Reads {"format": "peersupport-note-1", "text", "fields", …} (docs/schema/note-1.schema.json) from UTF-8 bytes.
/// Errors: every problem at once with code, byte offset and JSON pointer, which holds names of members only where the
/// format has them; syntax errors, duplicate keys, bad UTF-8 and limits (4 MiB) end reading at the first. Never a word of
/// the note. Throws std::bad_alloc only.
[[nodiscard]] result<note_request> read_note_request(std::string_view json);

}  // namespace peersupport
