// SPDX-License-Identifier: Apache-2.0
// How often people met what an eroded item describes.
#pragma once

#include "peersupport/evidence/integrity_cell.hpp"
#include "peersupport/evidence/tally_cell.hpp"
#include "peersupport/evidence/tally_header.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace peersupport::evidence {

struct eroded_counts {
    std::int64_t people = 0;  ///< who answered
    std::int64_t ever = 0;    ///< any option above the lowest frequency
    std::int64_t often = 0;   ///< one of the highest
};

/// `often_options` of the highest frequencies count as often; of fewer than twice as many options only the highest.
[[nodiscard]] eroded_counts eroded_of(const tally_item& item, const item_counts& counts, std::size_t often_options);

struct shown_eroded {
    std::optional<people_share> ever;
    std::optional<people_share> often;
    how_many ever_met = how_many::not_known;
    how_many often_met = how_many::not_known;
};

/// What of it may be shown: no count of 1 … k − 1 people, and none that two shown counts give away.
[[nodiscard]] shown_eroded show(const eroded_counts& of, std::int64_t minimum_people, double confidence);

}  // namespace peersupport::evidence
