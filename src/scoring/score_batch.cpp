// SPDX-License-Identifier: Apache-2.0
// Chooses how a batch is scored and walks its blocks. Three ways, one result:
//   rows     the cells are bytes, row by row: one shuffle program a row
//   columns  any other cells of a plan whose scales are sums of small values: byte lanes, block by block
//   codes    everything else, exact outputs and blocks that hold an invalid code: row by row from int32 codes
#include "peersupport/scoring/score.hpp"

#include "scoring/batch.hpp"

namespace peersupport {
namespace scoring {
namespace {

const kernels* kernels_of(instruction_set set) noexcept {
#if PEERSUPPORT_X86
    if (set == instruction_set::avx2) return __builtin_cpu_supports("avx2") ? &avx2_kernels() : nullptr;
    if (set == instruction_set::sse41)
        return __builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("ssse3") ? &sse41_kernels() : nullptr;
#endif
    return set == instruction_set::portable ? &portable_kernels() : nullptr;
}

/// The cells are one matrix of bytes, row by row, without gaps between a row's items.
bool byte_rows(const compiled& by, const answers& of) noexcept {
    if (!by.row.usable) return false;
    const answer_column& first = of.columns.front();
    if (first.stride < static_cast<std::ptrdiff_t>(of.columns.size())) return false;
    for (std::size_t i = 0; i < of.columns.size(); ++i) {
        const answer_column& c = of.columns[i];
        const bool byte = c.type == cell_type::u8 || c.type == cell_type::i8 || c.type == cell_type::bool_byte;
        if (!byte || c.validity || c.stride != first.stride) return false;
        if (static_cast<const std::uint8_t*>(c.data) != static_cast<const std::uint8_t*>(first.data) + i) return false;
    }
    return true;
}

/// Outputs that only whole codes give.
bool wants_codes(const score_outputs& into) noexcept { return into.numerators.data || into.denominators.data; }

}  // namespace
}  // namespace scoring

instruction_set best_instruction_set() noexcept {
    for (const instruction_set set : {instruction_set::avx2, instruction_set::sse41})
        if (scoring::kernels_of(set)) return set;
    return instruction_set::portable;
}

status score_batch_on(instruction_set set, const plan& by, const answers& of, const score_outputs& into,
                      invalid_policy policy, invalid_report* report) noexcept {
    const scoring::compiled& compiled = by.internals();
    const scoring::kernels* with = scoring::kernels_of(set);
    if (!with) return status::invalid_argument;
    if (const status s = scoring::check_columns(compiled, of); s != status::ok) return s;
    if ((into.sums.data || into.counts.data) && !compiled.byte_sums) return status::invalid_argument;
    scoring::batch work{compiled, *with, of, into, report};
    if (report) report->total = 0;
    const bool codes = scoring::wants_codes(into) || !compiled.all_lanes;
    const bool anything = into.f32.data || into.f64.data || into.sums.data || into.counts.data || into.answered.data || into.reasons.data;
    const bool rows = !codes && anything && scoring::byte_rows(compiled, of) && (!into.f32.data || compiled.row.exact_in_float);
    const std::size_t block = rows ? scoring::row_block_rows : scoring::block_rows;
    for (std::size_t first = 0; first < of.rows; first += block) {
        const std::size_t n = std::min(block, of.rows - first);
        const bool good = codes ? false : rows ? scoring::score_rows(work, first, n) : scoring::score_columns(work, first, n);
        if (!good) scoring::score_codes(work, first, n);
    }
    return policy == invalid_policy::raise && work.invalid > 0 ? status::invalid_code : status::ok;
}

status score_batch(const plan& by, const answers& of, const score_outputs& into, invalid_policy policy,
                   invalid_report* report) noexcept {
    return score_batch_on(best_instruction_set(), by, of, into, policy, report);
}

status score_one(const plan& by, std::span<const std::int32_t> codes, std::span<score> into) noexcept {
    const scoring::compiled& compiled = by.internals();
    if (codes.size() != compiled.items.size()) return status::shape_mismatch;
    if (into.size() < compiled.scales.size()) return status::buffer_too_small;
    const scoring::slot_words slots = scoring::add_slots(compiled, codes.data(), 1);
    scoring::score_scales(compiled, slots, codes.data(), 1, into.data());
    return slots.invalid ? status::invalid_code : status::ok;
}

}  // namespace peersupport
