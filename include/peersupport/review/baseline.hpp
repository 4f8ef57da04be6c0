// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// A finding that somebody decided to leave as it is. Named by its fingerprint, so the note stays free of marks and the
/// list free of the note's words.
struct baseline_entry {
    std::string fingerprint;  ///< text_finding::fingerprint
    std::string rule;
    std::string who, why;
    std::optional<date> until;  ///< the last day on which it counts
    friend bool operator==(const baseline_entry&, const baseline_entry&) = default;
};

/// Ascending by fingerprint.
struct baseline {
    std::vector<baseline_entry> entries;

    /// The entry for a finding that still counts on a day; without a day every entry counts.
    [[nodiscard]] const baseline_entry* find(std::string_view fingerprint, std::string_view rule, const std::optional<date>& today) const noexcept;
};

}  // namespace peersupport
