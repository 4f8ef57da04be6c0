// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/activity_kind.hpp"
#include "peersupport/definition/requirement_level.hpp"
#include "peersupport/review/text_finding.hpp"
#include "peersupport/text/language.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace peersupport {

/// Who does what a statement speaks of.
enum class duty_polarity : std::uint8_t {
    does,      ///< the peer
    does_not,  ///< the peer does not: a limit of the role
    others,    ///< somebody else
    helps,     ///< the person, with the peer beside them
};

/// Whether a duty belongs to the role it was held against.
enum class role_fit : std::uint8_t {
    core,
    optional,
    unusual,    ///< of another role: ask before adding
    not_asked,  ///< not a duty of the definition
};

/// A duty, a duty to ask about first, or drift, where a text speaks of it. Holds no words of the text.
struct role_finding {
    text_finding found;   ///< its rule's category says which of the three; polarity and exemption weigh in suppressed_by
    std::string row;      ///< id of the definition: of a duty, a conditional duty or a drift; empty: the definition has none
    duty_polarity polarity{};
    bool conditional = false;  ///< the statement says when, or who agrees
    role_fit fit = role_fit::not_asked;
    std::size_t entry = 0;     ///< place in the activity log, from 1; 0: in the job description
    friend bool operator==(const role_finding&, const role_finding&) = default;
};

enum class component_state : std::uint8_t { present, near, missing };

/// A component a job description should have.
struct role_component {
    std::size_t rule = 0;  ///< place in rule_set::rules()
    std::string row;       ///< id of a job description component
    requirement_level level{};
    component_state state{};
    std::string field;     ///< "text" or the section that shows it or comes near it; empty when nothing does
    text_span span;        ///< what shows it, or comes near it
    friend bool operator==(const role_component&, const role_component&) = default;
};

/// What a row of an activity log counts as.
struct role_entry {
    activity_kind kind{};   ///< review: nothing was recognized
    std::string code;       ///< id of an activity code; of what is outside the role: activity-outside-role
    std::string row;        ///< the duty or drift that decided; empty: the code given, or nothing, did
    std::int64_t minutes = 0;
    friend bool operator==(const role_entry&, const role_entry&) = default;
};
inline constexpr std::size_t activity_kinds = 5;

/// What the check of one job description or activity log says. No score: severities are an order, not amounts.
struct role_report {
    language in{};
    std::string role;       ///< id of the definition
    std::string definition; ///< digest
    std::vector<role_finding> findings;      ///< by field, then by place
    std::vector<role_component> components;  ///< of a job description: one for each, musts first; of a log alone: none
    std::vector<role_entry> entries;         ///< one for each row of the log
    std::array<std::int64_t, activity_kinds> minutes{};  ///< of the log, by activity_kind

    [[nodiscard]] std::int64_t total_minutes() const noexcept;
    /// From 0 to 1; 0 when the log has no minutes.
    [[nodiscard]] double share(activity_kind kind) const noexcept;
    friend bool operator==(const role_report&, const role_report&) = default;
};

}  // namespace peersupport
