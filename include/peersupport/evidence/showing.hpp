// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Whether a finding is shown and, if not, why. What is not shown has no count and nothing is derived from it.
enum class showing : std::uint8_t {
    shown,
    too_few_people,     ///< fewer people than the policy asks for
    too_few_workers,    ///< so few workers that the finding would be about one of them
    no_worker_count,    ///< nobody said how many workers were rated, so it might be about one of them
    hidden_to_protect,  ///< shown, it would give away something else that is not shown
    nobody,             ///< nobody answered
};

template <>
inline constexpr auto words_of<showing> = std::to_array<std::string_view>({"shown", "too-few-people", "too-few-workers",
                                                                           "no-worker-count", "hidden-to-protect",
                                                                           "nobody"});

/// The row of `integrity_messages` that says why it is not shown; empty for shown.
[[nodiscard]] std::string_view message_of(showing) noexcept;

}  // namespace peersupport
