// SPDX-License-Identifier: Apache-2.0
#include "scoring/compile.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace peersupport::scoring {
namespace {

/// Both halves of a 32-byte constant.
void both(std::uint8_t (&array)[32], std::size_t at, std::uint8_t byte) {
    array[at] = byte;
    array[at + 16] = byte;
}

bool row_fits(const compiled& in) {
    const lane_program& lanes = in.lanes;
    return in.all_lanes && !lanes.scales.empty() && lanes.scales.size() <= row_scales && lanes.slots.size() <= row_scales &&
           lanes.tables.size() <= row_tables && in.items.size() <= 16 * row_windows &&
           std::ranges::all_of(lanes.tables, &lane_table::direct) &&
           std::ranges::all_of(lanes.scales, [](const lane_scale& l) { return l.most_sum <= 255; });
}

/// 16-byte windows over the row: side by side, the last one drawn back so that it ends with the row.
void lay_windows(row_program& row, std::size_t width) {
    row.width = width;
    row.windows = (width + 15) / 16;
    for (std::size_t w = 0; w < row.windows; ++w) row.offset[w] = static_cast<std::uint16_t>(16 * w);
    if (width >= 16) row.offset[row.windows - 1] = static_cast<std::uint16_t>(width - 16);
}

bool in_window(const row_program& row, std::size_t window, std::size_t item) {
    return item >= row.offset[window] && item < row.offset[window] + 16u;
}

/// The first window that holds all of a slot, or none.
std::size_t window_of(const row_program& row, const slot& s) {
    std::size_t w = 0;
    const auto outside = [&](std::uint16_t item) { return !in_window(row, w, item); };
    while (w < row.windows && std::ranges::any_of(s.items, outside)) ++w;
    return w;
}

/// Where each slot stands among the pairs. Pairs whose items lie in one window cost one shuffle, so slots of a
/// window stand together, after the pairs that reach across windows.
std::array<std::uint8_t, 2 * row_pairs> arrange_slots(row_program& row, const lane_program& lanes) {
    std::vector<std::uint8_t> order[row_windows + 1];  // by window; the last: across
    for (std::size_t s = 0; s < lanes.slots.size(); ++s) {
        const std::size_t w = window_of(row, lanes.slots[s]);
        order[w == row.windows ? row_windows : w].push_back(static_cast<std::uint8_t>(s));
    }
    auto& across = order[row_windows];
    for (std::size_t w = 0; w < row.windows && across.size() % 2 != 0; ++w) {
        if (order[w].empty()) continue;
        across.push_back(order[w].back());
        order[w].pop_back();
    }
    std::size_t pairs = (across.size() + 1) / 2;
    for (std::size_t w = 0; w < row.windows; ++w) pairs += (order[w].size() + 1) / 2;
    std::array<std::uint8_t, 2 * row_pairs> place{};
    if (pairs > row_pairs || row.windows == 1) {  // in the order they have, every pair across
        for (std::size_t s = 0; s < lanes.slots.size(); ++s) place[s] = static_cast<std::uint8_t>(s);
        return place;
    }
    row.across = (across.size() + 1) / 2;
    for (std::size_t i = 0; i < across.size(); ++i) place[across[i]] = static_cast<std::uint8_t>(i);
    std::size_t pair = row.across;
    for (std::size_t w = 0; w < row.windows; ++w) {
        for (std::size_t i = 0; i < order[w].size(); ++i) {
            place[order[w][i]] = static_cast<std::uint8_t>(2 * (pair + i / 2) + i % 2);
            row.window[pair + i / 2] = static_cast<std::uint8_t>(w);
        }
        pair += (order[w].size() + 1) / 2;
    }
    return place;
}

void place_items(row_program& row, const lane_program& lanes, const std::array<std::uint8_t, 2 * row_pairs>& place) {
    for (std::size_t b = 0; b < std::min<std::size_t>(row.width, 16); ++b) both(row.item_bytes, b, 0xFF);
    for (std::size_t t = 0; t < lanes.tables.size(); ++t) {
        row.word[t] = lanes.tables[t].word;
        row.word[t][blank_class] = 0x8000;  // bytes of the caller's: no class of ours
        for (std::size_t c = 0; c < 16; ++c) {
            const bool invalid = lanes.tables[t].answered[c] == 0x80;
            both(row.table[t], c, invalid ? std::uint8_t{0x80}
                                          : static_cast<std::uint8_t>(lanes.tables[t].value[c] + 64 * lanes.tables[t].answered[c]));
        }
    }
    std::fill_n(&row.gather[0][0][0], sizeof row.gather, std::uint8_t{0x80});
    for (std::size_t s = 0; s < lanes.slots.size(); ++s) {
        const std::size_t at = place[s], pair = at / 2;
        for (std::size_t q = 0; q < lanes.slots[s].items.size(); ++q) {
            const std::size_t item = lanes.slots[s].items[q];
            std::size_t w = pair < row.across ? 0 : row.window[pair];
            while (!in_window(row, w, item)) ++w;
            both(row.gather[pair][w], (at & 1) * 8 + q, static_cast<std::uint8_t>(item - row.offset[w]));
            for (std::size_t v = 0; v < row.windows; ++v)  // also where windows overlap: its code is looked up in both
                if (in_window(row, v, item))
                    both(row.table_mask[v][static_cast<std::size_t>(lanes.table_of_item[item])], item - row.offset[v], 0xFF);
            row.slot_of_byte[item] = place[s];
            row.table_of_byte[item] = static_cast<std::uint8_t>(lanes.table_of_item[item]);
        }
    }
}

void place_scales(row_program& row, const lane_program& lanes, const std::array<std::uint8_t, 2 * row_pairs>& place) {
    std::fill_n(row.pick, sizeof row.pick, std::uint8_t{0x80});
    for (std::size_t s = 0; s < lanes.scales.size(); ++s) {
        const lane_scale& l = lanes.scales[s];
        const std::size_t at = l.scale;
        if (l.slots.size() == 1) {
            both(row.pick, at, place[l.slots[0]]);
            both(row.pick, 8 + at, static_cast<std::uint8_t>(8 + place[l.slots[0]]));
        } else {
            for (const std::uint8_t slot : l.slots) {
                both(row.total_mask[row.totals], place[slot], 0xFF);
                both(row.total_mask[row.totals], 8u + place[slot], 0xFF);
            }
            row.total_shift[row.totals++] = static_cast<int>(8 * at);
        }
        row.m32[at] = static_cast<float>(l.m), row.k32[at] = static_cast<float>(l.k), row.d32[at] = static_cast<float>(l.d);
        row.m64[at] = static_cast<double>(l.m), row.k64[at] = static_cast<double>(l.k), row.d64[at] = static_cast<double>(l.d);
        row.need[at] = l.need;
        row.exact_in_float &= l.exact_in_float;
    }
}

}  // namespace

void compile_row(compiled& into) {
    if (!row_fits(into)) return;
    row_program& row = into.row;
    lay_windows(row, into.items.size());
    row.tables = into.lanes.tables.size();
    row.scales = into.lanes.scales.size();
    row.exact_in_float = true;
    std::ranges::fill(row.need, 256);  // places without a scale are never scored
    const auto place = arrange_slots(row, into.lanes);
    place_items(row, into.lanes, place);
    place_scales(row, into.lanes, place);
    row.usable = true;
}

}  // namespace peersupport::scoring
