// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/review/review_rule.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// How far a profile asks a kind of note for an element.
enum class request_level : std::uint8_t {
    required,     ///< with the severity of its rule
    recommended,  ///< as information
    not_asked,
};

struct element_request {
    note_kind kind{};
    std::string rule;  ///< of kind absent
    request_level level{};
    friend bool operator==(const element_request&, const element_request&) = default;
};

/// What a profile does with a rule otherwise than the rule says, and why.
struct rule_change {
    std::string rule;
    std::optional<review_severity> severity;  ///< none: its findings carry no weight
    std::vector<note_kind> notes;             ///< in these kinds of note; empty: in all
    localized_string why;
    std::vector<std::string> sources;
    friend bool operator==(const rule_change&, const rule_change&) = default;
};

/// By when a note should be written.
struct late_entry {
    std::int32_t hours = 48;
    bool working_days = false;  ///< Saturdays and Sundays do not count; holidays are not known
    localized_string why;
    std::vector<std::string> sources;
    friend bool operator==(const late_entry&, const late_entry&) = default;
};

/// One answer to what sources on documentation do not agree about (docs/note-check.md, Profiles).
struct note_profile {
    std::string id;
    std::string extends;  ///< id of the profile it takes over and changes; empty: none
    localized_string name, description;
    localized_string adopted_by;  ///< which body uses it
    std::vector<element_request> asked;
    std::vector<rule_change> changes;
    std::optional<late_entry> late;
    friend bool operator==(const note_profile&, const note_profile&) = default;
};

}  // namespace peersupport
