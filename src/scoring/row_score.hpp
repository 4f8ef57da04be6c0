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
    std::array<std::uint64_t, most_slots + 1> word{};
    bool invalid = false;  ///< some item of the form holds an invalid code
};

/// `codes`: one for each item of the form, `step` elements apart.
[[nodiscard]] slot_words add_slots(const compiled& by, const std::int32_t* codes, std::size_t step) noexcept;

/// One scale's score.
[[nodiscard]] score score_scale(const compiled& by, const compiled_scale& of, const slot_words& slots,
                                const std::int32_t* codes, std::size_t step) noexcept;

/// Σ points of the answered items of a lane scale.
[[nodiscard]] std::int64_t points_of(const compiled& by, const lane_scale& of, const slot_words& slots) noexcept;

}  // namespace peersupport::scoring
