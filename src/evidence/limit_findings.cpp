// SPDX-License-Identifier: Apache-2.0
#include "evidence/limit_findings.hpp"

#include "evidence/eroded_share.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::evidence {
namespace {

/// How many people it may be, as far as readers are told. A level that told more would give the count away.
struct count_range {
    std::int64_t least = 0;
    std::int64_t most = 0;
};

count_range range_of(how_many band, const std::optional<people_share>& shown, std::int64_t people, std::int64_t k) {
    if (shown) return {shown->people, shown->people};
    switch (band) {
        case how_many::nobody: return {0, 0};
        case how_many::some: return {1, k - 1};
        case how_many::nearly_all: return {people - k + 1, people - 1};
        case how_many::everybody: return {people, people};
        case how_many::counted: return {k, people - k};
        default: return {0, people};
    }
}

bool concerns(const instrument& by, const item& asked, std::string_view facet) {
    return asked.reverse && std::ranges::any_of(asked.facets, [&](std::size_t f) { return by.facets[f].id == facet; });
}

void apply(const assessment& at, const eroded_limit& limit, const unit_counts& of, const eroded_result& found,
           std::size_t item_place, limit_findings& to) {
    const integrity_level* most = at.against.find<integrity_level>(limit.at_most);
    const std::int32_t order = most == nullptr ? 4 : most->order;
    if (found.showing != showing::shown) {
        to.may_hold = std::min(to.may_hold, order);
        to.all_known = false;
        return;
    }
    const eroded_counts counts = eroded_of(at.structure.receivers().counted->items[item_place],
                                           of.group.items[item_place], at.rules.often_options);
    const bool often = limit.counted == eroded_count::often;
    const auto& share = often ? found.often : found.ever;
    const count_range range =
        range_of(often ? found.often_met : found.ever_met, share, counts.people, at.policy.minimum_people);
    const auto share_of = [&](std::int64_t n) { return share_figure(n, counts.people, at.rules.interval.confidence); };
    // Where nobody met it no limit is near, however few people were asked.
    if (range.most > 0 && share_of(range.most).high >= limit.percent) to.may_hold = std::min(to.may_hold, order);
    if (share_of(range.least).low >= limit.percent) to.surely = std::min(to.surely, order);
    const bool may_pass = 100 * range.most >= limit.percent * counts.people;
    const bool passes = 100 * range.least >= limit.percent * counts.people;
    to.all_known = to.all_known && may_pass == passes;
    if (!passes) return;
    level_limit row{std::string(limit.id), found.item, share ? std::optional(share->share.value) : std::nullopt};
    to.passed.push_back({std::move(row), order});
    to.at_most = std::min(to.at_most, order);
}

}  // namespace

limit_findings limits_of(const assessment& at, const unit_counts& of, const unit_profile& found) {
    const read_form& form = at.structure.receivers();
    limit_findings to;
    for (const eroded_limit& limit : at.against.eroded_limits()) {
        bool asked = false;
        for (const eroded_result& e : found.eroded) {
            const auto place =
                std::ranges::find_if(form.asked->items, [&](std::size_t i) { return at.by.items[i].id == e.item; });
            if (place == form.asked->items.end() || !concerns(at.by, at.by.items[*place], limit.facet)) continue;
            if (!limit.values.empty() &&
                std::ranges::find(limit.values, std::string_view(e.value)) == limit.values.end())
                continue;
            apply(at, limit, of, e, static_cast<std::size_t>(place - form.asked->items.begin()), to);
            asked = true;
        }
        to.all_known = to.all_known && asked;
    }
    return to;
}

}  // namespace peersupport::evidence
