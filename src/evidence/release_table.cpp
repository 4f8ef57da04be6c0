// SPDX-License-Identifier: Apache-2.0
#include "evidence/release_table.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace peersupport::evidence {

release_table::release_table(const tally& of, const publish_request& request)
    : groupings_(request.groupings), minimum_people_(request.policy.minimum_people) {
    for (const tally_form& form : of.header().forms) perspectives_.push_back(form.perspective);
    for (std::size_t g = 0; g < request.groupings.size(); ++g) {
        const release_grouping& by = request.groupings[g];
        finest_ = {finest_.unit || by.unit, finest_.language || by.language, finest_.stratum || by.stratum};
        auto more = groups_of(of, request, by, g);
        std::move(more.begin(), more.end(), std::back_inserter(groups_));
    }
    asked_ = groups_.size();
    const auto found = std::find(request.groupings.begin(), request.groupings.end(), finest_);
    finest_grouping_ = static_cast<std::size_t>(found - request.groupings.begin());
    if (found == request.groupings.end()) {
        // Two groupings that do not nest are both made of the same people, though these are not shown themselves.
        auto parts = groups_of(of, request, finest_, finest_grouping_);
        std::move(parts.begin(), parts.end(), std::back_inserter(groups_));
    }
    add_figures(request);
    add_sums(request);
    groups_.resize(asked_);
}

void release_table::add_figures(const publish_request& request) {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const release_group& group = groups_[g];
        first_.push_back(table_.cells.size());
        for (std::size_t f = 0; f < group.counts.size(); ++f) {
            const std::int64_t people = group.counts[f].people;
            // What is not asked for is not shown; but a few people may not be worked out there either.
            const bool few = people > 0 && people < minimum_people_;
            const cell_rule rule = g < asked_ ? rule_for(group, f, request.groupings[group.grouping], request.policy)
                                   : few      ? cell_rule::must_be_hidden
                                              : cell_rule::left_out;
            table_.cells.push_back({people, rule});
        }
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) add_rest(g);
}

// Everybody heard = those with a score + those without one, scale by scale. The rest is never shown.
void release_table::add_rest(std::size_t group) {
    const std::vector<release_group_counts>& counts = groups_[group].counts;
    for (std::size_t f = 1; f < counts.size(); ++f) {
        const std::size_t rest = table_.cells.size();
        table_.cells.push_back({counts[0].people - counts[f].people, cell_rule::left_out});
        table_.sums.push_back({first_[group], {first_[group] + f, rest}});
    }
}

void release_table::add_sums(const publish_request& request) {
    for (std::size_t g = 0; g < request.groupings.size(); ++g) {
        if (g == finest_grouping_) continue;
        std::map<tally_key, std::vector<std::size_t>> parts;
        for (std::size_t p = 0; p < groups_.size(); ++p)
            if (groups_[p].grouping == finest_grouping_)
                parts[reduced(groups_[p].key, request.groupings[g])].push_back(p);
        for (std::size_t total = 0; total < asked_; ++total) {
            if (groups_[total].grouping != g) continue;
            for (std::size_t f = 0; f < groups_[total].counts.size(); ++f) {
                suppression_sum sum{first_[total] + f, {}};
                for (const std::size_t p : parts[groups_[total].key]) sum.parts.push_back(first_[p] + f);
                table_.sums.push_back(std::move(sum));
            }
        }
    }
}

result<std::vector<cell_state>> release_table::suppressed() {
    for (;;) {
        auto states = suppress(table_, minimum_people_);
        if (!states) return states;
        hide_scales(states.value());
        if (!widen_rest(states.value()) && !tie_forms(states.value())) return states;
    }
}

void release_table::hide_scales(std::vector<cell_state>& states) const {
    for (std::size_t g = 0; g < asked_; ++g)
        if (states[first_[g]] != cell_state::shown)
            for (std::size_t f = 1; f < groups_[g].counts.size(); ++f) {
                cell_state& state = states[first_[g] + f];
                if (state == cell_state::shown && groups_[g].counts[f].people > 0) state = cell_state::protecting;
            }
}

}  // namespace peersupport::evidence
