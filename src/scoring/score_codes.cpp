// SPDX-License-Identifier: Apache-2.0
#include "scoring/batch.hpp"
#include "scoring/cells.hpp"

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
        std::uint64_t word = 0;
        for (const std::uint8_t slot : lane.slots) word += slots.word[slot];
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

void score_codes(batch& work, std::size_t first, std::size_t n) noexcept {
    const compiled& by = work.by;
    const std::size_t rows = tile_rows(by.items.size());
    std::int32_t codes[tile_cells];
    for (std::size_t from = 0; from < n; from += rows) {
        const std::size_t m = std::min(rows, n - from);
        for (std::size_t i = 0; i < by.items.size(); ++i) read_codes(work.of.columns[i], first + from, m, codes + i * rows);
        for (std::size_t r = 0; r < m; ++r) {
            const std::size_t row = first + from + r;
            const slot_words slots = add_slots(by, codes + r, rows);
            if (slots.invalid) report_invalid(by, codes + r, rows, row, work.report, work.invalid);
            for (std::size_t s = 0; s < by.scales.size(); ++s)
                write(work.into, row, s, score_scale(by, by.scales[s], slots, codes + r, rows));
            if (work.into.sums.data || work.into.counts.data) write_bytes(work, row, slots);
        }
    }
}

}  // namespace peersupport::scoring
