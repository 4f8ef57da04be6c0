// SPDX-License-Identifier: Apache-2.0
#include "scoring/batch.hpp"

#include <cstring>

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

slot_columns columns_of(const slot_block& slots, const lane_scale& lane) noexcept {
    slot_columns to{};
    to.slots = lane.slots.size();
    for (std::size_t s = 0; s < to.slots; ++s) {
        to.value[s] = slots.value[lane.slots[s]];
        to.count[s] = slots.count[lane.slots[s]];
    }
    return to;
}

template <class T, class Finish>
void finish(Finish kernel, const slot_columns& of, std::size_t n, const finish_constants& k, const score_block<T>& to,
            std::size_t first, std::size_t scale) noexcept {
    if (!to.data) return;
    if (to.row_stride == 1) return kernel(of, n, k, &place(to, first, scale));
    T made[block_rows];
    kernel(of, n, k, made);
    put_scale(made, 1, n, to, first, scale);
}

/// Sums of bytes that are known to fit in bytes.
void add_bytes(const std::uint8_t* const* from, std::size_t slots, std::size_t n, std::uint8_t* to) noexcept {
    std::memcpy(to, from[0], n);
    for (std::size_t s = 1; s < slots; ++s)
        for (std::size_t r = 0; r < n; ++r) to[r] = static_cast<std::uint8_t>(to[r] + from[s][r]);
}

void copy_bytes(const std::uint8_t* const* from, std::size_t slots, std::size_t n, const score_block<std::uint8_t>& to,
                std::size_t first, std::size_t scale) noexcept {
    if (!to.data) return;
    std::uint8_t made[block_rows];
    add_bytes(from, slots, n, made);
    put_scale(made, 1, n, to, first, scale);
}

}  // namespace

bool score_columns(batch& work, std::size_t first, std::size_t n) noexcept {
    const lane_program& lanes = work.by.lanes;
    slot_block slots;
    bool good = true;
    for (std::size_t s = 0; s < lanes.slots.size(); ++s)
        good &= add_slot(work, lanes.slots[s], first, n, slots.value[s], slots.count[s]);
    if (!good) return false;
    for (const lane_scale& lane : lanes.scales) {
        const slot_columns of = columns_of(slots, lane);
        const finish_constants k{static_cast<double>(lane.m), static_cast<double>(lane.k), static_cast<double>(lane.d),
                                 lane.need, lane.exact_in_float};
        finish(work.with.finish_f32, of, n, k, work.into.f32, first, lane.scale);
        finish(work.with.finish_f64, of, n, k, work.into.f64, first, lane.scale);
        copy_bytes(of.value, of.slots, n, work.into.sums, first, lane.scale);
        copy_bytes(of.count, of.slots, n, work.into.counts, first, lane.scale);
        if (work.into.answered.data || work.into.reasons.data) {
            std::uint8_t counts[block_rows], few[block_rows];
            add_bytes(of.count, of.slots, n, counts);
            const auto need = static_cast<std::uint8_t>(lane.need);
            for (std::size_t r = 0; r < n; ++r) few[r] = counts[r] < need;
            write_counts(work, lane, {counts, 1}, {few, 1}, first, n);
        }
    }
    return true;
}

}  // namespace peersupport::scoring
