// SPDX-License-Identifier: Apache-2.0
// The groups of a tally's cells that a release has figures about.
#pragma once

#include "peersupport/evidence/published_table.hpp"
#include "peersupport/evidence/suppression.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace peersupport::evidence {

/// How many stand behind a figure.
struct release_group_counts {
    std::int64_t people = 0;    ///< a person counts in each unit
    std::int64_t distinct = 0;  ///< at least so many different people
    std::int64_t units = 0;     ///< with at least one of them
    std::int64_t largest = 0;   ///< people of the largest unit
};

struct release_group {
    std::size_t grouping = 0;
    std::size_t form = 0;            ///< place in the header's forms
    tally_key key;                   ///< empty where the grouping does not divide
    std::vector<std::size_t> cells;  ///< places in the tally's cells, ascending
    std::vector<release_group_counts> counts;  ///< everybody heard, then the scales in form order
    bool enough_workers = false;
};

/// The groups of one grouping, ascending by key.
[[nodiscard]] std::vector<release_group> groups_of(const tally& of, const publish_request& request,
                                                   const release_grouping& by, std::size_t grouping);

/// The key without what the grouping does not divide by.
[[nodiscard]] tally_key reduced(const tally_key& key, const release_grouping& by);

/// What the policy says about one figure of a group before any other figure is looked at.
[[nodiscard]] cell_rule rule_for(const release_group& group, std::size_t figure, const release_grouping& by,
                                 const integrity_policy& policy);

}  // namespace peersupport::evidence
