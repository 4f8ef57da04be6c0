// SPDX-License-Identifier: Apache-2.0
// What the declared limits on eroded items say of a unit: one finding for its level, its gate and its plan.
#pragma once

#include "evidence/wave_table.hpp"
#include "peersupport/evidence/integrity_profile.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace peersupport::evidence {

/// A limit that is passed, and the order of the level that it leads to.
struct passed_limit {
    level_limit limit;
    std::int32_t order = 4;
};

/// Orders are those of integrity levels, 1 (least often) … 4.
struct limit_findings {
    std::int32_t at_most = 4;   ///< by the shares of those who answered
    std::int32_t may_hold = 4;  ///< the same if every limit held that the intervals of the shares leave open
    std::int32_t surely = 4;    ///< the same by limits whose interval lies beyond them
    bool all_known = true;      ///< every limit could be looked at, in every item it is about and in one at least
    std::vector<passed_limit> passed;  ///< in the order of the definition's limits

    /// Whether no limit is passed; none where one cannot be looked at and no other is passed.
    [[nodiscard]] std::optional<bool> within() const noexcept {
        if (!passed.empty()) return false;
        return all_known ? std::optional(true) : std::nullopt;
    }
};

/// `found` with its eroded items known.
[[nodiscard]] limit_findings limits_of(const assessment& at, const unit_counts& of, const unit_profile& found);

}  // namespace peersupport::evidence
