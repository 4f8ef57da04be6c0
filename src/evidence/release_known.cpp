// SPDX-License-Identifier: Apache-2.0
// What a service can work out that knows its own answers, or that the same people filled in two forms.
#include "evidence/release_table.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace peersupport::evidence {
namespace {

bool divides(const release_grouping& finer, const release_grouping& coarser) {
    return finer.unit && !coarser.unit && (finer.language || !coarser.language) && (finer.stratum || !coarser.stratum);
}

}  // namespace

bool release_table::must_hide(std::size_t group, std::size_t figure) {
    suppression_cell& cell = table_.cells[place_of(group, figure)];
    if (cell.people == 0 || cell.rule == cell_rule::must_be_hidden) return false;
    cell.rule = cell_rule::must_be_hidden;
    return true;
}

// Where mostly the same people answer, one count is the other, give or take minimum_people: with a difference of that
// many or more, what is hidden beside it can still be anything wide enough.
bool release_table::tie_forms(const std::vector<cell_state>& states) {
    using place = std::tuple<std::size_t, perspective_kind, std::string, std::string, std::string, std::string>;
    std::map<place, std::vector<std::size_t>> same;
    for (std::size_t g = 0; g < asked_; ++g) {
        const tally_key& key = groups_[g].key;
        same[{groups_[g].grouping, perspectives_[groups_[g].form], key.wave, key.unit, key.language, key.stratum}]
            .push_back(g);
    }
    bool more = false;
    for (const auto& [key, forms] : same)
        for (const std::size_t hidden : forms) {
            const std::int64_t people = groups_[hidden].counts[0].people;
            if (people < minimum_people_ || states[first_[hidden]] == cell_state::shown) continue;
            for (const std::size_t other : forms) {
                const std::int64_t apart = groups_[other].counts[0].people - people;
                if (other == hidden || apart >= minimum_people_ || apart <= -minimum_people_) continue;
                for (std::size_t f = 0; f < groups_[other].counts.size(); ++f) more = must_hide(other, f) || more;
            }
        }
    return more;
}

// A pooled figure less the units that are shown leaves the hidden ones together; one of them takes itself away.
bool release_table::widen_rest(const std::vector<cell_state>& states) {
    bool more = false;
    for (std::size_t b = 0; b < groupings_.size(); ++b)
        for (std::size_t g = 0; g < groupings_.size(); ++g) {
            if (!divides(groupings_[b], groupings_[g])) continue;
            std::map<tally_key, std::vector<std::size_t>> parts;
            for (std::size_t p = 0; p < asked_; ++p)
                if (groups_[p].grouping == b) parts[reduced(groups_[p].key, groupings_[g])].push_back(p);
            for (std::size_t pooled = 0; pooled < asked_; ++pooled)
                if (groups_[pooled].grouping == g)
                    for (std::size_t f = 0; f < groups_[pooled].counts.size(); ++f)
                        more = widen_rest(states, pooled, parts[groups_[pooled].key], f) || more;
        }
    return more;
}

bool release_table::widen_rest(const std::vector<cell_state>& states, std::size_t pooled,
                               const std::vector<std::size_t>& parts, std::size_t figure) {
    if (states[place_of(pooled, figure)] != cell_state::shown) return false;
    const auto people_of = [&](std::size_t group) { return groups_[group].counts[figure].people; };
    std::map<std::string, std::int64_t> units;
    std::int64_t rest = 0, enough = 0;
    for (const std::size_t p : parts) {
        if (states[place_of(p, figure)] == cell_state::shown) continue;
        rest += people_of(p);
        units[groups_[p].key.unit] += people_of(p);
        if (people_of(p) >= minimum_people_) enough += people_of(p);
    }
    std::int64_t largest = 0;
    for (const auto& [unit, people] : units) largest = std::max(largest, people);
    if (rest == 0 || rest - largest >= minimum_people_) return false;
    const std::size_t none = groups_.size();
    std::size_t next = none;
    for (const std::size_t p : parts) {
        const std::int64_t n = people_of(p);
        const auto own = units.find(groups_[p].key.unit);
        const std::int64_t with = n + (own == units.end() ? 0 : own->second);
        const bool does = states[place_of(p, figure)] == cell_state::shown && n > 0 &&
                          rest + n - std::max(largest, with) >= minimum_people_;
        if (does && (next == none || n < people_of(next))) next = p;
    }
    const std::size_t whole = place_of(pooled, figure);
    if (next != none && 2 * (enough + people_of(next)) <= people_of(pooled)) {
        if (!must_hide(next, figure)) return false;
        hidden_for_[whole].push_back(place_of(next, figure));
        return true;
    }
    for (const std::size_t unit : hidden_for_[whole]) table_.cells[unit].rule = cell_rule::may_be_shown;
    hidden_for_[whole].clear();
    return must_hide(pooled, figure);
}

}  // namespace peersupport::evidence
