// SPDX-License-Identifier: Apache-2.0
#include "evidence/score_range.hpp"

#include <algorithm>
#include <cstdint>

namespace peersupport::evidence {
namespace {

using scoring::compiled_item;
using scoring::compiled_scale;

// Products of parts of scores, each at most 2^53.
__extension__ typedef __int128 wide;

bool below(const ratio& a, const ratio& b) noexcept {
    return wide{a.numerator} * b.denominator < wide{b.numerator} * a.denominator;
}

struct item_points {
    std::int64_t lowest = 0;   ///< of all items
    std::int64_t highest = 0;  ///< of all items
    std::int64_t weight = 0;   ///< of all together
    ratio least_share;         ///< lowest ÷ highest points of an item, the smallest
};

item_points points_of(const scoring::compiled& in, const compiled_scale& s) {
    const compiled_item& first = in.items[s.items.front()];
    item_points to{first.lowest, first.highest, 0, {first.lowest, first.highest}};
    for (const std::uint16_t at : s.items) {
        const compiled_item& i = in.items[at];
        to.lowest = std::min<std::int64_t>(to.lowest, i.lowest);
        to.highest = std::max<std::int64_t>(to.highest, i.highest);
        to.weight += i.weight;
        to.least_share = std::min({i.lowest, i.highest}, to.least_share, below);
    }
    return to;
}

/// Before the multiplier; the formulas are those of scoring/row_score.cpp.
std::pair<ratio, ratio> value_range(const scoring::compiled& in, const compiled_scale& s) {
    const auto value = [](const scoring::table_score& row) { return row.value; };
    const item_points p = points_of(in, s);
    switch (s.rule) {
        case score_rule::mean:
        case score_rule::gated_mean: return {{p.lowest, s.divisor}, {p.highest, s.divisor}};  // a weighted mean
        case score_rule::sum:  // a weighted mean times the weight of what applied, any or all of it
            return {{std::min<std::int64_t>(p.lowest, 0) * p.weight, s.divisor},
                    {std::max<std::int64_t>(p.highest, 0) * p.weight, s.divisor}};
        case score_rule::percent_of_maximum:  // a mean of the items' own shares, weighted by their highest points
            return {{100 * p.least_share.numerator, p.least_share.denominator}, {100, 1}};
        case score_rule::pomp: return {{0, 1}, {100, 1}};
        case score_rule::table:
            if (s.table.empty()) break;
            return {std::ranges::min(s.table, below, value).value, std::ranges::max(s.table, below, value).value};
        case score_rule::grm_eap: return {{-1000, 1}, {1000, 1}};  // a model that could pass it does not compile
        case score_rule::subset: break;
    }
    return {{0, 1}, {0, 1}};
}

}  // namespace

std::pair<ratio, ratio> score_range(const scoring::compiled& in, std::size_t scale) {
    const compiled_scale& s = in.scales[scale];
    auto [low, high] = value_range(in, s);
    for (ratio* end : {&low, &high}) {
        end->numerator *= s.multiplier.numerator;
        end->denominator *= s.multiplier.denominator;
    }
    return {low, high};
}

}  // namespace peersupport::evidence
