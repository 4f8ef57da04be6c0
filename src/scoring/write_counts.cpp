// SPDX-License-Identifier: Apache-2.0
#include "scoring/batch.hpp"

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

void write_counts(const batch& work, const lane_scale& lane, byte_column counts, byte_column few, std::size_t first,
                  std::size_t n) noexcept {
    static_assert(static_cast<int>(reason::too_few_answered) == 1 && static_cast<int>(reason::scored) == 0);
    put_scale(counts.data, counts.step, n, work.into.answered, first, lane.scale);
    put_scale(few.data, few.step, n, work.into.reasons, first, lane.scale);
    const compiled_scale& scale = work.by.scales[lane.scale];
    if (!work.into.reasons.data || !scale.may_not_apply) return;
    for (std::size_t r = 0; r < n; ++r)
        if (counts.data[r * counts.step] == 0)
            place(work.into.reasons, first + r, lane.scale) = static_cast<std::uint8_t>(reason_of_none(work, scale, first + r));
}

}  // namespace peersupport::scoring
