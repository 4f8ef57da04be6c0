// SPDX-License-Identifier: Apache-2.0
#include "scoring/batch.hpp"

#include <limits>

namespace peersupport::scoring {
namespace {

void write(const score_outputs& to, std::size_t row, std::size_t scale, const score& s) noexcept {
    if (to.f64.data) place(to.f64, row, scale) = s.value;
    if (to.f32.data) {
        place(to.f32, row, scale) = s.why == reason::scored ? static_cast<float>(s.value)
                                                            : std::numeric_limits<float>::quiet_NaN();
    }
    if (to.numerators.data) place(to.numerators, row, scale) = s.numerator;
    if (to.denominators.data) place(to.denominators, row, scale) = s.denominator;
    if (to.answered.data) place(to.answered, row, scale) = s.answered;
    if (to.reasons.data) place(to.reasons, row, scale) = static_cast<std::uint8_t>(s.why);
}

/// Sums and counts of a plan with byte_sums: invalid answers are in neither.
void write_bytes(const batch& work, std::size_t row, const slot_words& slots) noexcept {
    for (const lane_scale& lane : work.by.lanes.scales) {
        const std::uint64_t word = slots.of(lane);
        if (work.into.sums.data) place(work.into.sums, row, lane.scale) = static_cast<std::uint8_t>(word);
        if (work.into.counts.data) place(work.into.counts, row, lane.scale) = static_cast<std::uint8_t>(word >> 32);
    }
}

}  // namespace

void report_invalid(const compiled& by, const std::int32_t* codes, std::size_t step, std::size_t row,
                    invalid_report* report, std::size_t& total) noexcept {
    for (std::size_t i = 0; i < by.items.size(); ++i) {
        const std::int32_t code = codes[i * step];
        if (by.items[i].meaning(code).kind != meaning_kind::invalid) continue;
        if (report && total < report->places.size())
            report->places[total] = {row, i, code == not_whole ? status::not_integral : status::invalid_code};
        ++total;
    }
    if (report) report->total = total;
}

status check_columns(const compiled& by, const answers& of) noexcept {
    if (of.columns.size() != by.items.size()) return status::shape_mismatch;
    for (const answer_column& c : of.columns)
        if (of.rows > 0 && (!c.data || c.type > cell_type::bool_bit)) return status::invalid_argument;
    return status::ok;
}

void score_codes(batch& work, std::size_t first, std::size_t n) noexcept {
    const compiled& by = work.by;
    for_each_row(by, work.of, first, n, [&](std::size_t row, const std::int32_t* codes, std::size_t step, const slot_words& slots) {
        if (slots.invalid) report_invalid(by, codes, step, row, work.report, work.invalid);
        for (std::size_t s = 0; s < by.scales.size(); ++s)
            write(work.into, row, s, score_scale(by, by.scales[s], slots, codes, step));
        if (work.into.sums.data || work.into.counts.data) write_bytes(work, row, slots);
    });
}

}  // namespace peersupport::scoring
