// SPDX-License-Identifier: Apache-2.0
#include "scoring/batch.hpp"
#include "scoring/cells.hpp"

namespace peersupport::scoring {
namespace {

/// Sums and counts of every slot in one block of rows.
struct slot_block {
    alignas(32) std::uint8_t value[most_slots][block_rows];
    alignas(32) std::uint8_t count[most_slots][block_rows];
};

bool add_slot(const batch& work, const slot& s, std::size_t first, std::size_t n, std::uint8_t* value, std::uint8_t* count) noexcept {
    alignas(32) std::uint8_t converted[slot_items][block_rows];
    const std::uint8_t* classes[slot_items];
    const lane_table* tables[slot_items];
    bool own = true;
    for (std::size_t q = 0; q < s.items.size(); ++q) {
        const std::uint16_t item = s.items[q];
        tables[q] = &work.by.lanes.tables[static_cast<std::size_t>(work.by.lanes.table_of_item[item])];
        classes[q] = own_classes(work.of.columns[item], *tables[q], first);
        own &= classes[q] != nullptr;
    }
    for (std::size_t q = 0; q < s.items.size() && !own; ++q) {
        read_classes(work.with, work.of.columns[s.items[q]], *tables[q], first, n, converted[q]);
        classes[q] = converted[q];
    }
    return work.with.slot(classes, tables, s.items.size(), n, own ? own_invalid_bits : converted_invalid_bits, value, count);
}

struct scale_block {
    alignas(32) std::uint16_t sum[block_rows];
    alignas(32) std::uint16_t count[block_rows];
};

void add_scale(const slot_block& slots, const lane_scale& lane, std::size_t n, scale_block& to) noexcept {
    const std::uint8_t* v = slots.value[lane.slots[0]];
    const std::uint8_t* c = slots.count[lane.slots[0]];
    for (std::size_t r = 0; r < n; ++r) to.sum[r] = v[r], to.count[r] = c[r];
    for (std::size_t s = 1; s < lane.slots.size(); ++s) {
        v = slots.value[lane.slots[s]], c = slots.count[lane.slots[s]];
        for (std::size_t r = 0; r < n; ++r) {
            to.sum[r] = static_cast<std::uint16_t>(to.sum[r] + v[r]);
            to.count[r] = static_cast<std::uint16_t>(to.count[r] + c[r]);
        }
    }
}

template <class T, class Finish>
void finish(Finish kernel, const scale_block& s, std::size_t n, const finish_constants& k, const score_block<T>& to,
            std::size_t first, std::size_t scale) noexcept {
    if (!to.data) return;
    if (to.row_stride == 1) return kernel(s.sum, s.count, n, k, &place(to, first, scale));
    T made[block_rows];
    kernel(s.sum, s.count, n, k, made);
    for (std::size_t r = 0; r < n; ++r) place(to, first + r, scale) = made[r];
}

void copy_bytes(const std::uint16_t* from, std::size_t n, const score_block<std::uint8_t>& to, std::size_t first, std::size_t scale) noexcept {
    if (!to.data) return;
    for (std::size_t r = 0; r < n; ++r) place(to, first + r, scale) = static_cast<std::uint8_t>(from[r]);
}

}  // namespace

bool score_columns(batch& work, std::size_t first, std::size_t n) noexcept {
    const lane_program& lanes = work.by.lanes;
    slot_block slots;
    bool good = true;
    for (std::size_t s = 0; s < lanes.slots.size(); ++s)
        good &= add_slot(work, lanes.slots[s], first, n, slots.value[s], slots.count[s]);
    if (!good) return false;
    scale_block sums;
    for (const lane_scale& lane : lanes.scales) {
        add_scale(slots, lane, n, sums);
        const finish_constants k{static_cast<double>(lane.m), static_cast<double>(lane.k), static_cast<double>(lane.d),
                                 lane.need, lane.exact_in_float};
        finish(work.with.finish_f32, sums, n, k, work.into.f32, first, lane.scale);
        finish(work.with.finish_f64, sums, n, k, work.into.f64, first, lane.scale);
        copy_bytes(sums.sum, n, work.into.sums, first, lane.scale);
        copy_bytes(sums.count, n, work.into.counts, first, lane.scale);
    }
    return true;
}

}  // namespace peersupport::scoring
