// SPDX-License-Identifier: Apache-2.0
#include "evidence/published_mean.hpp"

#include "evidence/score_moments.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

namespace peersupport::evidence {
namespace {

using bin_key = std::tuple<std::int32_t, std::int64_t, std::int64_t>;
using bin_map = std::map<bin_key, std::int64_t>;

void add(bin_map& to, const scale_counts& counts) {
    for (const score_bin& b : counts.bins) to[{b.answered, b.numerator, b.denominator}] += b.people;
}

score_moments moments_of(const bin_map& from) {
    std::vector<score_bin> bins;
    bins.reserve(from.size());
    for (const auto& [key, people] : from)
        bins.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), people});
    return evidence::moments_of(bins);
}

}  // namespace

published_mean mean_of(const tally& of, const release_group& group, std::size_t scale, interval_kind kind) {
    bin_map all;
    std::map<std::string_view, bin_map> each;
    for (const std::size_t c : group.cells) {
        const tally_cell& cell = of.cells()[c];
        if (cell.scales[scale].bins.empty()) continue;
        add(all, cell.scales[scale]);
        if (kind == interval_kind::by_units) add(each[cell.key.unit], cell.scales[scale]);
    }
    const score_moments whole = moments_of(all);
    if (whole.people == 0) return {};
    published_mean to;
    to.mean = one_decimal(whole.mean);
    if (whole.people < 2 || kind == interval_kind::none) return to;
    figure found;
    if (kind == interval_kind::by_people) {
        found = mean_figure(whole, {});
    } else {
        std::vector<score_moments> units;
        for (const auto& [unit, bins] : each) units.push_back(moments_of(bins));
        if (units.size() < 2) return to;
        found = units_figure(units, whole.mean, 0.95);
    }
    to.low = one_decimal(found.low);
    to.high = one_decimal(found.high);
    return to;
}

}  // namespace peersupport::evidence
