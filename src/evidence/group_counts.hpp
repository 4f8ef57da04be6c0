// SPDX-License-Identifier: Apache-2.0
// The cells of a tally that one figure stands on, added up.
#pragma once

#include "evidence/integrity_structure.hpp"
#include "peersupport/evidence/tally.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace peersupport::evidence {

struct language_count {
    std::string_view language;
    std::int64_t responses = 0;
};

struct group_counts {
    std::int64_t responses = 0;
    std::int64_t people = 0;                ///< distinct: fewer than responses where somebody answered in several units
    std::vector<std::uint64_t> workers;     ///< distinct keys, ascending
    std::int64_t worker_responses = 0;      ///< responses that name the worker they are about
    std::vector<language_count> languages;  ///< ascending, without the unknown one
    std::vector<item_counts> items;         ///< empty where nobody answered
    std::vector<scale_counts> scales;
};

/// Cells of one form, unit and wave: they lie together.
[[nodiscard]] std::span<const tally_cell> cells_of(const tally& from, std::string_view form, std::string_view unit,
                                                   std::string_view wave) noexcept;

[[nodiscard]] group_counts counts_of(std::span<const tally_cell* const> cells);
[[nodiscard]] group_counts counts_of(std::span<const tally_cell> cells);

/// Adds bins to bins, both ascending by score_bin::order.
void add_bins(std::vector<score_bin>& to, std::span<const score_bin> more);

}  // namespace peersupport::evidence
