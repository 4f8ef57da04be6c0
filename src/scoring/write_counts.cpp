// SPDX-License-Identifier: Apache-2.0
#include "scoring/batch.hpp"
#include "scoring/cells.hpp"

namespace peersupport::scoring {
namespace {

/// Nothing was answered: did anything apply?
reason reason_of_none(const batch& work, const compiled_scale& scale, std::size_t row) noexcept {
    for (const std::uint16_t at : scale.items) {
        std::int32_t code;
        read_codes(work.of.columns[at], row, 1, &code);
        if (work.by.items[at].meaning(code).kind != meaning_kind::does_not_apply) return reason::too_few_answered;
    }
    return reason::not_applicable;
}

}  // namespace

void write_counts(const batch& work, const lane_scale& lane, const std::uint8_t* counts, std::size_t step, std::size_t first,
                  std::size_t n) noexcept {
    put_scale(counts, step, n, work.into.answered, first, lane.scale);
    const auto& reasons = work.into.reasons;
    if (!reasons.data) return;
    std::uint8_t few[block_rows];
    const auto need = static_cast<std::uint8_t>(lane.need);
    for (std::size_t r = 0; r < n; ++r) few[r] = counts[r * step] < need;
    static_assert(static_cast<int>(reason::too_few_answered) == 1 && static_cast<int>(reason::scored) == 0);
    put_scale(few, 1, n, reasons, first, lane.scale);
    const compiled_scale& scale = work.by.scales[lane.scale];
    if (!scale.may_not_apply) return;
    for (std::size_t r = 0; r < n; ++r)
        if (counts[r * step] == 0)
            place(reasons, first + r, lane.scale) = static_cast<std::uint8_t>(reason_of_none(work, scale, first + r));
}

}  // namespace peersupport::scoring
