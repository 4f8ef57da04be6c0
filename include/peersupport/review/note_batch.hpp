// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/note_check.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// The six offsets of a finding, as columns name them.
enum class finding_offset : std::uint8_t { start, end, byte_start, byte_end, utf16_start, utf16_end };
inline constexpr std::size_t finding_offsets = 6;

/// Findings of many notes, a vector a column; all are of the same length. Holds no text of a note.
struct finding_columns {
    std::vector<std::int64_t> note;  ///< row number
    std::vector<std::int32_t> rule;  ///< place in rule_set::rules()
    std::vector<std::int8_t> severity, sureness;
    std::vector<std::int8_t> field;  ///< 0: the text; otherwise 1 + note_field
    std::vector<std::int8_t> context, suppressed_by;
    std::array<std::vector<std::int32_t>, finding_offsets> offsets;
    std::string fingerprints;  ///< 16 characters each

    static constexpr std::size_t fingerprint_size = 16;
    [[nodiscard]] std::size_t size() const noexcept { return note.size(); }
    friend bool operator==(const finding_columns&, const finding_columns&) = default;
};

/// What is said of each note as a whole. Where there is no note, the other columns hold 0.
struct note_row_columns {
    std::vector<std::int8_t> checked;  ///< 0: there is no note in this row
    std::vector<std::int8_t> written_in, kind;
    std::array<std::vector<std::int32_t>, 3> counts;  ///< findings that carry weight, by review_severity

    [[nodiscard]] std::size_t size() const noexcept { return checked.size(); }
    friend bool operator==(const note_row_columns&, const note_row_columns&) = default;
};

/// What the check of many notes says.
struct note_batch {
    finding_columns findings;  ///< by note, then as note_report has them
    note_row_columns notes;

    /// Puts what was found in the following rows behind. Throws std::bad_alloc only.
    void append(const note_batch& following);
    friend bool operator==(const note_batch&, const note_batch&) = default;
};

/// A cell of a column of notes; the caller keeps the characters.
using note_cell = std::optional<std::string_view>;

struct note_batch_options {
    note_check_options check{};
    std::optional<language> written_in{};  ///< none: told from each text
    std::optional<note_kind> kind{};       ///< none: told from each note
};

/// Checks texts one after the other and adds what is found to `to`, the first under the row number `first`. A caller with
/// threads gives each its own checker and a range of rows, and appends the batches in the order of their rows: that is the
/// same as one call over all.
/// Returns every problem of every text, none when all were checked: those of note_checker::check, the path a JSON pointer
/// to the row ("/12"). What is wrong with the options is told once, with its own path. Throws std::bad_alloc only.
[[nodiscard]] error check_notes(note_checker& by, std::span<const note_cell> texts, std::size_t first, const note_batch_options& options, note_batch& to);

}  // namespace peersupport
