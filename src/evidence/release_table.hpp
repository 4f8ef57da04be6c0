// SPDX-License-Identifier: Apache-2.0
// All figures of a release as one table, so that one suppression covers every way to combine them.
#pragma once

#include "evidence/release_group.hpp"

#include <cstddef>
#include <vector>

namespace peersupport::evidence {

class release_table {
public:
    release_table(const tally& of, const publish_request& request);

    /// Groups of the groupings asked for, in their order.
    [[nodiscard]] const std::vector<release_group>& groups() const noexcept { return groups_; }
    [[nodiscard]] const suppression_table& table() const noexcept { return table_; }
    /// The place in table().cells of a figure of a group: 0 everybody heard, then the scales.
    [[nodiscard]] std::size_t place_of(std::size_t group, std::size_t figure) const noexcept {
        return first_[group] + figure;
    }
    /// As suppress(); scales are hidden also where the people heard are.
    [[nodiscard]] result<std::vector<cell_state>> suppressed() const;

private:
    void add_figures(const publish_request& request);
    void add_rest(std::size_t group);
    void add_sums(const publish_request& request);

    std::vector<release_group> groups_;  // those asked for; then, where needed, the finest, from finest_ on
    std::size_t asked_ = 0;
    release_grouping finest_;
    std::size_t finest_grouping_ = 0;
    std::vector<std::size_t> first_;
    suppression_table table_;
    std::int64_t minimum_people_;
};

}  // namespace peersupport::evidence
