// SPDX-License-Identifier: Apache-2.0
#include "scoring/compile.hpp"

#include <algorithm>
#include <map>

namespace peersupport::scoring {
namespace {

constexpr std::int64_t largest_float = std::int64_t{1} << 24;
constexpr std::int64_t largest_lane = std::int64_t{1} << 31;

/// (m·S + k·C) ÷ (d·C) for this scale, S counted from `base`; d = 0: it cannot be written so.
struct lane_formula {
    std::int64_t m = 0, k = 0, d = 0;
};

struct item_shape {
    std::int64_t lowest = 0, highest = 0, weight = 1;
    bool same = true;  ///< the same for every item of the scale
};

item_shape shape_of(const compiled& in, const compiled_scale& s) {
    const compiled_item& first = in.items[s.items.front()];
    item_shape shape{first.lowest, first.highest, first.weight, true};
    for (const std::uint16_t at : s.items) {
        const compiled_item& i = in.items[at];
        shape.same &= i.lowest == first.lowest && i.highest == first.highest && i.weight == first.weight;
    }
    return shape;
}

lane_formula formula_of_same(const compiled_scale& s, const item_shape& i, std::int64_t base) {
    const std::int64_t up = s.multiplier.numerator, down = s.multiplier.denominator;
    const auto n = static_cast<std::int64_t>(s.items.size());
    switch (s.rule) {
        case score_rule::mean: return {up, up * base, down * s.divisor};
        case score_rule::sum: return {up * i.weight * n, up * i.weight * n * base, down * s.divisor};
        case score_rule::percent_of_maximum: return {up * 100, up * 100 * base, down * i.highest};
        case score_rule::pomp: return {up * 100, up * 100 * (base - i.lowest), down * (i.highest - i.lowest)};
        default: return {};
    }
}

/// Items that differ, but all answered and weighing the same: their extremes are constants (C = n everywhere).
lane_formula formula_of_complete(const compiled& in, const compiled_scale& s, const item_shape& shape, std::int64_t base) {
    const auto n = static_cast<std::int64_t>(s.items.size());
    std::int64_t lowest = 0, highest = 0;
    for (const std::uint16_t at : s.items) {
        if (in.items[at].weight != shape.weight) return {};
        lowest += in.items[at].lowest;
        highest += in.items[at].highest;
    }
    const std::int64_t up = s.multiplier.numerator, down = s.multiplier.denominator;
    switch (s.rule) {
        case score_rule::mean: return {up, up * base, down * s.divisor};
        case score_rule::sum: return {up * shape.weight * n, up * shape.weight * n * base, down * s.divisor};
        case score_rule::percent_of_maximum: return {up * 100 * n, up * 100 * n * base, down * highest};
        case score_rule::pomp: return {up * 100 * n, up * 100 * (n * base - lowest), down * (highest - lowest)};
        default: return {};
    }
}

/// The same score as row_score.cpp writes it for scales that are no lanes; see value_of there.
lane_fraction fraction_of(const compiled& in, const compiled_scale& s, const item_shape& i, std::int64_t base) {
    const std::int64_t up = s.multiplier.numerator * i.weight, down = s.multiplier.denominator;
    std::int64_t lowest = 0, highest = 0;  // of the whole scale
    for (const std::uint16_t at : s.items) {
        lowest += in.items[at].lowest;
        highest += in.items[at].highest;
    }
    switch (s.rule) {
        case score_rule::mean: return {up, up * base, 0, down * i.weight * s.divisor, 0, false};
        case score_rule::sum: return {up, up * base, 0, 0, down * s.divisor, true};
        case score_rule::percent_of_maximum:
            if (i.same) return {100 * up, 100 * up * base, 0, down * i.weight * i.highest, 0, false};
            return {100 * up, 100 * up * base, 0, 0, down * i.weight * highest, false};
        default:
            if (i.same) return {100 * up, 100 * up * (base - i.lowest), 0, down * i.weight * (i.highest - i.lowest), 0, false};
            return {100 * up, 100 * up * base, -100 * up * lowest, 0, down * i.weight * (highest - lowest), false};
    }
}

/// The byte-wide view of one item from `base`; false when its codes do not fit.
bool make_table(const compiled_item& i, std::int32_t base, lane_table& to) {
    if (i.range && (i.range->from < 0 || i.range->to > 255 || i.range->to - i.range->from > 15)) return false;
    std::vector<std::int32_t> codes;
    for (const auto& [code, meaning] : i.far) codes.push_back(code);
    for (std::int32_t c = i.range ? i.range->from : 1; i.range && c <= i.range->to; ++c) codes.push_back(c);
    if (codes.empty() || std::ranges::min(codes) < 0 || std::ranges::max(codes) > 255) return false;
    to.direct = std::ranges::max(codes) < 16;
    if (codes.size() > 16 || i.highest - base > static_cast<std::int32_t>(slot_points)) return false;
    to.answered.fill(0x80);
    to.classes.fill(invalid_class);
    std::size_t next = 0;
    for (const std::int32_t code : codes) {
        const std::size_t cls = to.direct ? static_cast<std::size_t>(code) : next++;
        const code_meaning meaning = i.meaning(code);
        const bool answer = meaning.kind == meaning_kind::answer;
        to.classes[static_cast<std::size_t>(code)] = static_cast<std::uint8_t>(cls);
        to.answered[cls] = answer;
        to.value[cls] = answer ? static_cast<std::uint8_t>(meaning.points - base) : std::uint8_t{0};
    }
    to.word.fill(0x8000);
    to.word[blank_class] = 0;
    for (std::size_t cls = 0; cls < 16; ++cls)
        if (to.answered[cls] != 0x80) to.word[cls] = static_cast<std::uint16_t>(to.value[cls] + 256 * to.answered[cls]);
    return true;
}

bool fits_lanes(const compiled& in, compiled_scale& s, lane_scale& lane) {
    if (s.rule == score_rule::gated_mean || s.rule == score_rule::table || s.rule == score_rule::grm_eap) return false;
    const item_shape shape = shape_of(in, s);
    const auto n = static_cast<std::int32_t>(s.items.size());
    std::int64_t lowest = shape.lowest, highest = shape.highest;
    for (const std::uint16_t at : s.items) {
        lowest = std::min<std::int64_t>(lowest, in.items[at].lowest);
        highest = std::max<std::int64_t>(highest, in.items[at].highest);
    }
    lane.base = lowest >= 0 && highest <= static_cast<std::int64_t>(slot_points) ? 0 : static_cast<std::int32_t>(lowest);
    const bool counts_applicable = s.may_not_apply && (s.missing.rule != missing_rule::minimum_answered || s.rule == score_rule::sum);
    if (counts_applicable) return false;
    lane.need = answers_needed(s.missing, n);
    const std::int64_t most = (highest - lane.base) * n;
    if (most > 0xFFFF || n > 255 || lane.need > 255 || std::abs(lane.base) > 0xFFFF) return false;  // so nothing below overflows
    lane_formula f;
    if (shape.same) f = formula_of_same(s, shape, lane.base);
    else if (lane.need == n && !s.may_not_apply) f = formula_of_complete(in, s, shape, lane.base);
    if (f.d <= 0) return false;
    if (std::abs(f.m) >= largest_lane || std::abs(f.k) >= largest_lane || f.d >= largest_lane) return false;
    const std::int64_t size = std::max({std::abs(f.m) * most + std::abs(f.k) * n, f.d * n, std::abs(f.m), std::abs(f.k)});
    if (size >= largest_lane) return false;
    lane.m = f.m, lane.k = f.k, lane.d = f.d;
    lane.most_sum = static_cast<std::int32_t>(most);
    lane.fraction = fraction_of(in, s, shape, lane.base);
    lane.exact_in_float = size <= largest_float;
    return true;
}

/// The scales that fit, with the items they share a base with.
struct selection {
    std::vector<lane_scale> scales;
    std::vector<std::optional<std::int32_t>> base_of;      ///< of an item
    std::vector<std::vector<std::uint16_t>> scales_of;     ///< of an item: indices into `scales`
};

selection select_scales(compiled& in) {
    selection made;
    made.base_of.resize(in.items.size());
    made.scales_of.resize(in.items.size());
    for (std::size_t s = 0; s < in.scales.size(); ++s) {
        lane_scale lane;
        lane.scale = static_cast<std::uint16_t>(s);
        if (!fits_lanes(in, in.scales[s], lane)) continue;
        const bool all = std::ranges::all_of(in.scales[s].items, [&](std::uint16_t at) {
            lane_table table;
            return make_table(in.items[at], lane.base, table) && made.base_of[at].value_or(lane.base) == lane.base;
        });
        if (!all) continue;
        for (const std::uint16_t at : in.scales[s].items) {
            made.base_of[at] = lane.base;
            made.scales_of[at].push_back(static_cast<std::uint16_t>(made.scales.size()));
        }
        made.scales.push_back(std::move(lane));
    }
    return made;
}

/// Items of no scale are added up too, in slots of their own, because their codes are checked like any other.
bool place_items_of_no_scale(const compiled& in, selection& chosen) {
    for (std::size_t at = 0; at < in.items.size(); ++at) {
        if (chosen.base_of[at]) continue;
        lane_table table;
        chosen.base_of[at] = std::min(0, in.items[at].lowest);
        if (!make_table(in.items[at], *chosen.base_of[at], table)) return false;
    }
    return true;
}

/// Items that are in the same scales share slots, as many as fit into one.
void fill_slots(const compiled& in, selection& chosen, lane_program& lanes) {
    std::map<std::vector<std::uint16_t>, std::vector<std::uint16_t>> groups;  // scales → items
    for (std::size_t at = 0; at < chosen.scales_of.size(); ++at)
        groups[chosen.scales_of[at]].push_back(static_cast<std::uint16_t>(at));
    for (const auto& [scales, items] : groups) {
        std::size_t room = 0, points = 0;
        for (const std::uint16_t at : items) {
            const auto most = static_cast<std::size_t>(in.items[at].highest - *chosen.base_of[at]);
            if (room == 0 || points + most > slot_points) {
                for (const std::uint16_t s : scales)
                    chosen.scales[s].slots.push_back(static_cast<std::uint8_t>(lanes.slots.size()));
                lanes.slots.emplace_back();
                room = slot_items, points = 0;
            }
            lanes.slots.back().items.push_back(at);
            --room, points += most;
        }
    }
}

void fill_tables(compiled& in, const selection& chosen) {
    lane_program& lanes = in.lanes;
    for (std::size_t slot = 0; slot < lanes.slots.size(); ++slot) {
        for (const std::uint16_t at : lanes.slots[slot].items) {
            lane_table table;
            make_table(in.items[at], *chosen.base_of[at], table);
            const auto known = std::ranges::find(lanes.tables, table);
            lanes.table_of_item[at] = static_cast<std::int16_t>(known - lanes.tables.begin());
            if (known == lanes.tables.end()) lanes.tables.push_back(table);
            lanes.walk.items.push_back(at);
            for (std::size_t code = 0; code < near_codes; ++code)
                in.packed[at][code] = packed_meaning(in.items[at].near[code], *chosen.base_of[at]);
        }
        lanes.walk.ends.push_back(static_cast<std::uint16_t>(lanes.walk.items.size()));
    }
}

}  // namespace

void compile_lanes(compiled& into) {
    lane_program& lanes = into.lanes;
    lanes.table_of_item.assign(into.items.size(), -1);
    lanes.base_of_item.assign(into.items.size(), 0);
    into.packed.assign(into.items.size(), {});
    selection chosen = select_scales(into);
    if (chosen.scales.size() != into.scales.size() || !place_items_of_no_scale(into, chosen)) return;
    fill_slots(into, chosen, lanes);
    if (lanes.slots.size() > most_slots) {  // more groupings than one pass holds: score row by row
        lanes.slots.clear();
        return;
    }
    fill_tables(into, chosen);
    for (std::size_t at = 0; at < into.items.size(); ++at) lanes.base_of_item[at] = chosen.base_of[at].value_or(0);
    for (std::size_t l = 0; l < chosen.scales.size(); ++l) into.scales[chosen.scales[l].scale].lane = static_cast<std::int32_t>(l);
    lanes.scales = std::move(chosen.scales);
    for (lane_scale& l : lanes.scales) {
        l.items = static_cast<std::int32_t>(into.scales[l.scale].items.size());
        l.slot_count = static_cast<std::uint8_t>(l.slots.size());
        std::ranges::copy(l.slots, l.slot.begin());
    }
    into.all_lanes = true;
    into.byte_sums = std::ranges::all_of(lanes.scales, [](const lane_scale& l) {
        return l.base == 0 && l.most_sum <= 255;
    });
}

}  // namespace peersupport::scoring
