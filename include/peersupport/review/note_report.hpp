// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/text_finding.hpp"
#include "peersupport/text/language.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace peersupport {

/// Whether a note holds an element it is asked for.
enum class element_state : std::uint8_t { present, missing, not_asked };

struct note_element {
    std::size_t rule = 0;  ///< place in rule_set::rules()
    element_state state{};
    std::string field;  ///< the field that shows it, or "text"; empty when nothing does
    text_span span;     ///< in the text, where the text shows it
    friend bool operator==(const note_element&, const note_element&) = default;
};

/// What the check of one note says. Holds no text of the note.
struct note_report {
    language in{};
    note_kind kind{};
    bool late = false;  ///< written later than the profile's time, or told to be late
    std::string profile;
    std::vector<text_finding> findings;  ///< by field, then by place; what is missing last
    std::vector<note_element> elements;  ///< one for each rule of kind absent

    /// Findings that carry weight, by severity.
    [[nodiscard]] std::array<std::size_t, 3> counts() const noexcept;
    friend bool operator==(const note_report&, const note_report&) = default;
};

}  // namespace peersupport
