// SPDX-License-Identifier: Apache-2.0
#include "evidence/eroded_share.hpp"

#include "evidence/score_moments.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace peersupport::evidence {
namespace {

how_many band_of(std::int64_t count, std::int64_t people, std::int64_t k) noexcept {
    if (count == 0) return how_many::nobody;
    if (count == people) return how_many::everybody;
    if (count < k) return how_many::some;
    return people - count < k ? how_many::nearly_all : how_many::counted;
}

bool has_count(how_many band) noexcept {
    return band == how_many::nobody || band == how_many::counted || band == how_many::everybody;
}

}  // namespace

eroded_counts eroded_of(const tally_item& item, const item_counts& counts, std::size_t often_options) {
    // Points fall as the frequency rises, because the item is reverse-keyed.
    std::vector<std::size_t> order(item.points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return item.points[i]; });
    const std::size_t often = order.size() < 2 * often_options ? 1 : often_options;
    eroded_counts to;
    for (std::size_t place = 0; place < order.size() && !counts.answers.empty(); ++place) {
        const std::int64_t n = counts.answers[order[place]];
        to.people += n;
        if (place > 0) to.ever += n;
        if (place > 0 && place + often >= order.size()) to.often += n;
    }
    return to;
}

shown_eroded show(const eroded_counts& of, std::int64_t minimum_people, double confidence) {
    shown_eroded to;
    if (of.people < minimum_people) return to;
    to.ever_met = band_of(of.ever, of.people, minimum_people);
    to.often_met = band_of(of.often, of.people, minimum_people);
    if (has_count(to.often_met)) to.often = people_share{share_figure(of.often, of.people, confidence), of.often};
    const std::int64_t between = of.ever - of.often;
    const bool gives_away = to.often && between > 0 && between < minimum_people;
    if (has_count(to.ever_met) && !gives_away)
        to.ever = people_share{share_figure(of.ever, of.people, confidence), of.ever};
    return to;
}

}  // namespace peersupport::evidence
