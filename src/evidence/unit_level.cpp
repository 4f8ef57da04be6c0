// SPDX-License-Identifier: Apache-2.0
#include "evidence/eroded_share.hpp"
#include "evidence/unit_findings.hpp"

#include <algorithm>
#include <utility>

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

/// What the limits do to a level.
struct held_level {
    std::int32_t at_most = 4;   ///< order
    std::int32_t may_hold = 4;  ///< the same if limits that cannot be looked at held
    bool all_known = true;      ///< every limit could be looked at, in every item it is about and in one at least
    std::vector<std::pair<level_limit, std::int32_t>> by;  ///< each that is passed, and the order it leads to
};

bool concerns(const instrument& by, const item& asked, std::string_view facet) {
    return asked.reverse && std::ranges::any_of(asked.facets, [&](std::size_t f) { return by.facets[f].id == facet; });
}

void apply(const assessment& at, const eroded_limit& limit, const unit_counts& of, const eroded_result& found,
           std::size_t item_place, held_level& to) {
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
    if (100 * (often ? counts.often : counts.ever) < limit.percent * counts.people) return;
    const auto& share = often ? found.often : found.ever;
    level_limit row{std::string(limit.id), found.item, share ? std::optional(share->share.value) : std::nullopt};
    to.by.emplace_back(std::move(row), order);
    to.at_most = std::min(to.at_most, order);
}

held_level hold(const assessment& at, const unit_counts& of, const unit_profile& found) {
    const read_form& form = at.structure.receivers();
    held_level to;
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

}  // namespace

unit_level level_of(const assessment& at, const wave_table& table, std::size_t unit, const unit_profile& found,
                    const cut_set& cuts) {
    unit_level to;
    if (!found.integrity.lowest) return to;
    const figure& lowest = found.integrity.lowest->mean;
    const held_level held = hold(at, table.counts[0][unit], found);
    to.from_means = level_id(at.against, order_at(cuts, lowest.value));
    // Firm when the whole interval leads to one level once the limits have been applied.
    const std::int32_t low = std::min(order_at(cuts, lowest.low), held.at_most);
    const std::int32_t high = std::min(order_at(cuts, lowest.high), held.at_most);
    const bool firm = low == high && high <= held.may_hold;
    to.verdict = firm ? level_verdict::firm : level_verdict::cannot_tell;
    if (firm) to.id = level_id(at.against, high);
    // A limit that leads no lower than the means do holds nothing down.
    if (held.at_most < order_at(cuts, lowest.high))
        for (const auto& [limit, order] : held.by)
            if (order == held.at_most) to.held_by.push_back(limit);
    return to;
}

std::optional<bool> within_limits(const assessment& at, const wave_table& table, std::size_t unit,
                                  const unit_profile& found) {
    const held_level held = hold(at, table.counts[0][unit], found);
    if (!held.by.empty()) return false;
    return held.all_known ? std::optional(true) : std::nullopt;
}

}  // namespace peersupport::evidence
