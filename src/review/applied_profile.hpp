// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/note_profile.hpp"
#include "peersupport/text/result.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace peersupport::review {

/// What a profile makes of a rule in one kind of note.
struct rule_setting {
    request_level level = request_level::required;
    bool off = false;
    std::optional<review_severity> severity;
};

/// A profile with what it takes over from others worked in.
struct applied_profile {
    std::vector<rule_setting> settings;  ///< by kind of note, then rule
    late_entry late;

    [[nodiscard]] const rule_setting& at(note_kind kind, std::size_t rule) const noexcept {
        return settings[static_cast<std::size_t>(kind) * (settings.size() / note_kinds) + rule];
    }
};

/// The profiles applied, in their order; one may extend another that stands before it. Adds reference_unknown to the
/// problems for each rule and profile that does not exist, with the profile's id as the path.
[[nodiscard]] std::vector<applied_profile> apply_profiles(std::span<const note_profile> profiles, std::span<const review_rule> rules, error& problems);

}  // namespace peersupport::review
