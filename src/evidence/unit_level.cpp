// SPDX-License-Identifier: Apache-2.0
#include "evidence/unit_findings.hpp"

#include <algorithm>

namespace peersupport::evidence {
namespace {

/// 1 (least often) … 4.
std::int32_t order_at(const cut_set& cuts, double score) noexcept {
    return 1 + (score >= cuts.sometimes_from) + (score >= cuts.often_from) + (score >= cuts.nearly_always_from);
}

std::string level_id(const definition& against, std::int32_t order) {
    for (const integrity_level& row : against.integrity_levels())
        if (row.order == order) return std::string(row.id);
    return {};
}

}  // namespace

unit_level level_of(const assessment& at, const value_figures& figures, const unit_profile& found,
                    const limit_findings& limits, const cut_set& cuts) {
    unit_level to;
    if (!found.integrity.lowest) return to;
    // The level is that of the value met least: of all intervals the lowest ends, not those of the lowest mean alone.
    std::int32_t low = 4, high = 4;
    for (const auto& f : figures) {
        if (!f) continue;
        low = std::min(low, order_at(cuts, f->low));
        high = std::min(high, order_at(cuts, f->high));
    }
    to.from_means = level_id(at.against, order_at(cuts, found.integrity.lowest->mean.value));
    // Firm when every score and share that the intervals leave open leads to one level.
    const bool firm = std::min(low, limits.may_hold) == std::min(high, limits.surely);
    to.verdict = firm ? level_verdict::firm : level_verdict::cannot_tell;
    if (firm) to.id = level_id(at.against, std::min(high, limits.surely));
    // A limit that leads no lower than the means do holds nothing down.
    if (limits.at_most < high)
        for (const passed_limit& p : limits.passed)
            if (p.order == limits.at_most) to.held_by.push_back(p.limit);
    return to;
}

}  // namespace peersupport::evidence
