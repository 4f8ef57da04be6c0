// SPDX-License-Identifier: Apache-2.0
// All figures of a release as one table, so that one suppression covers every way to combine them.
#pragma once

#include "evidence/release_group.hpp"

#include <cstddef>
#include <map>
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
    /// As suppress(); scales are hidden also where the people heard are. Then, until nothing changes, and so that
    /// nobody may work it out:
    ///  - where units are hidden beside a pooled figure that is shown, the hidden ones less the largest of them hold
    ///    minimum_people or none: else the smallest shown unit that makes it so is hidden too, or the pooled figure,
    ///    where units of enough people that would be hidden for it hold more than half of its people;
    ///  - where a group of enough people is hidden in one form, it is hidden in the other forms of its perspective that
    ///    nearly as many answered (fewer than minimum_people more or less).
    [[nodiscard]] result<std::vector<cell_state>> suppressed();

private:
    void add_figures(const publish_request& request);
    void add_rest(std::size_t group);
    void add_sums(const publish_request& request);
    void hide_scales(std::vector<cell_state>& states) const;
    bool must_hide(std::size_t group, std::size_t figure);
    [[nodiscard]] bool tie_forms(const std::vector<cell_state>& states);
    [[nodiscard]] bool widen_rest(const std::vector<cell_state>& states);
    [[nodiscard]] bool widen_rest(const std::vector<cell_state>& states, std::size_t pooled,
                                  const std::vector<std::size_t>& parts, std::size_t figure);

    std::vector<release_grouping> groupings_;
    std::vector<perspective_kind> perspectives_;                  // of the forms
    std::map<std::size_t, std::vector<std::size_t>> hidden_for_;  // of a pooled cell: units hidden so that it is shown
    std::vector<release_group> groups_;  // those asked for; then, where needed, the finest, from finest_ on
    std::size_t asked_ = 0;
    release_grouping finest_;
    std::size_t finest_grouping_ = 0;
    std::vector<std::size_t> first_;
    suppression_table table_;
    std::int64_t minimum_people_;
};

}  // namespace peersupport::evidence
