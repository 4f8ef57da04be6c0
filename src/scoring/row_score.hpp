// SPDX-License-Identifier: Apache-2.0
// Scores one response from its codes: the rule every other path has to equal to the bit.
#pragma once

#include "peersupport/scoring/score.hpp"
#include "scoring/compiled.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace peersupport::scoring {

/// The lane slots of one response added up; see packed_meaning for the layout of a word.
struct slot_words {
    std::array<std::uint64_t, most_slots> word;  ///< as many as the plan has slots are set
    bool invalid;                                ///< some item of the form holds an invalid code

    /// The slots of one scale together.
    [[nodiscard]] std::uint64_t of(const lane_scale& lane) const noexcept {
        std::uint64_t sum = word[lane.slot[0]];
        for (std::size_t s = 1; s < lane.slot_count; ++s) sum += word[lane.slot[s]];
        return sum;
    }
};

/// `codes`: one for each item of the form, `step` elements apart.
[[nodiscard]] slot_words add_slots(const compiled& by, const std::int32_t* codes, std::size_t step) noexcept;

/// One scale's score.
[[nodiscard]] score score_scale(const compiled& by, const compiled_scale& of, const slot_words& slots,
                                const std::int32_t* codes, std::size_t step) noexcept;

/// All of a response's scores, in form order.
void score_scales(const compiled& by, const slot_words& slots, const std::int32_t* codes, std::size_t step, score* into) noexcept;

}  // namespace peersupport::scoring
