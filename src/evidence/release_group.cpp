// SPDX-License-Identifier: Apache-2.0
#include "evidence/release_group.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace peersupport::evidence {
namespace {

std::int64_t scored(const tally_cell& cell, std::size_t scale) {
    return cell.scales[scale].reasons[static_cast<std::size_t>(reason::scored)];
}

void join(std::vector<std::uint64_t>& all, const std::vector<std::uint64_t>& more) {
    std::vector<std::uint64_t> both;
    std::set_union(all.begin(), all.end(), more.begin(), more.end(), std::back_inserter(both));
    all = std::move(both);
}

// People who have no key are taken to be different people, as the tally counted them.
std::int64_t distinct_people(const tally& of, const release_group& group) {
    std::vector<std::uint64_t> keys;
    std::int64_t unnamed = 0;
    for (const std::size_t c : group.cells) {
        const tally_cell& cell = of.cells()[c];
        join(keys, cell.people);
        unnamed += cell.responses - static_cast<std::int64_t>(cell.people.size());
    }
    return unnamed + static_cast<std::int64_t>(keys.size());
}

template <class Count>
release_group_counts counts_of(const tally& of, const release_group& group, Count&& count) {
    std::map<std::string_view, std::int64_t> units;
    for (const std::size_t c : group.cells)
        if (const std::int64_t people = count(of.cells()[c]); people > 0) units[of.cells()[c].key.unit] += people;
    release_group_counts to;
    for (const auto& [unit, people] : units) {
        to.people += people;
        to.largest = std::max(to.largest, people);
    }
    to.units = static_cast<std::int64_t>(units.size());
    return to;
}

void count(const tally& of, release_group& group) {
    const tally_form& form = of.header().forms[group.form];
    group.counts.push_back(counts_of(of, group, [](const tally_cell& cell) { return cell.responses; }));
    group.counts[0].distinct = distinct_people(of, group);
    const std::int64_t twice = group.counts[0].people - group.counts[0].distinct;
    for (std::size_t s = 0; s < form.scales.size(); ++s) {
        group.counts.push_back(counts_of(of, group, [&](const tally_cell& cell) { return scored(cell, s); }));
        group.counts.back().distinct = std::max(std::int64_t{0}, group.counts.back().people - twice);
    }
}

bool is_received(perspective_kind p) noexcept {
    return p == perspective_kind::person || p == perspective_kind::family;
}

// What the collection says holds for everybody of a unit, not for a part of them.
std::int64_t stated_workers(const tally& of, const release_group& group, const publish_request& request,
                            const release_grouping& by) {
    if (by.language || by.stratum) return 0;
    const std::string_view perspective = id_of(of.header().forms[group.form].perspective);
    std::set<std::string_view> units;
    for (const std::size_t c : group.cells) units.insert(of.cells()[c].key.unit);
    std::int64_t workers = 0;
    for (const std::string_view unit : units)
        for (const collection_heard& h : request.heard)
            if (h.unit == unit && h.wave == group.key.wave && h.perspective == perspective) {
                workers += std::clamp(h.workers.value_or(0), std::int64_t{0}, tally::most_responses);
                break;
            }
    return workers;
}

bool enough_workers(const tally& of, const release_group& group, const publish_request& request,
                    const release_grouping& by) {
    const integrity_policy& policy = request.policy;
    if (policy.audience == readership::team && policy.workers_agreed) return true;
    if (!is_received(of.header().forms[group.form].perspective))
        return group.counts[0].distinct >= policy.minimum_workers;
    std::vector<std::uint64_t> named;
    for (const std::size_t c : group.cells) join(named, of.cells()[c].workers);
    const std::int64_t known = std::max({static_cast<std::int64_t>(named.size()), group.counts[0].units,
                                         stated_workers(of, group, request, by)});
    return known >= policy.minimum_workers;
}

}  // namespace

tally_key reduced(const tally_key& key, const release_grouping& by) {
    return {key.form, by.unit ? key.unit : std::string(), key.wave, by.language ? key.language : std::string(),
            by.stratum ? key.stratum : std::string()};
}

std::vector<release_group> groups_of(const tally& of, const publish_request& request, const release_grouping& by,
                                     std::size_t grouping) {
    // Form and wave first, as a reader looks for them.
    const auto order = [](const tally_key& k) { return std::tie(k.form, k.wave, k.unit, k.language, k.stratum); };
    const auto before = [&](const tally_key& a, const tally_key& b) { return order(a) < order(b); };
    std::map<tally_key, release_group, decltype(before)> groups(before);
    for (std::size_t c = 0; c < of.cells().size(); ++c) {
        const tally_key key = reduced(of.cells()[c].key, by);
        groups[key].cells.push_back(c);
    }
    std::vector<release_group> to;
    for (auto& [key, group] : groups) {
        group.grouping = grouping;
        group.key = key;
        const tally_form* form = find_form(of.header(), key.form);
        group.form = static_cast<std::size_t>(form - of.header().forms.data());
        count(of, group);
        group.enough_workers = enough_workers(of, group, request, by);
        to.push_back(std::move(group));
    }
    return to;
}

cell_rule rule_for(const release_group& group, std::size_t figure, const release_grouping& by,
                   const integrity_policy& policy) {
    const release_group_counts& n = group.counts[figure];
    if (n.people == 0) return cell_rule::may_be_shown;
    if (n.distinct < policy.minimum_people || !group.enough_workers) return cell_rule::must_be_hidden;
    if (!by.unit && (n.units < least_pooled_units || n.people - n.largest < policy.minimum_people))
        return cell_rule::left_out;
    return cell_rule::may_be_shown;
}

}  // namespace peersupport::evidence
