// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/review_rule.hpp"
#include "peersupport/text/language.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace peersupport {

/// The fields a note may have beside its text (docs/schema/note-1.schema.json).
enum class note_field : std::uint8_t {
    service_date,
    start,
    end,
    written_at,
    mode,
    place,
    service_type,
    author_role,
    signature,
    people_present,
    persons_words,
    goal,
    choices,
    shared,
    strengths,
    response,
    next_step,
    next_step_owner,
    reviewed_together,
    consent,
    follow_ups,
    first_contact,
};
inline constexpr std::size_t note_fields = 22;
[[nodiscard]] std::string_view name_of(note_field field) noexcept;
[[nodiscard]] std::optional<note_field> find_note_field(std::string_view name) noexcept;

/// A note as it is handed in; the caller keeps the characters. Valid UTF-8.
struct note {
    std::string_view text;
    std::array<std::string_view, note_fields> fields{};  ///< empty: not filled in
    std::optional<language> written_in{};
    std::optional<note_kind> kind{};

    [[nodiscard]] std::string_view field(note_field which) const noexcept { return fields[static_cast<std::size_t>(which)]; }
};

}  // namespace peersupport
