// SPDX-License-Identifier: Apache-2.0
// The numbers of service integrity as the definition holds them.
#pragma once

#include "evidence/score_moments.hpp"
#include "peersupport/definition/definition.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace peersupport::evidence {

struct integrity_rules {
    interval_rule interval;
    double views_margin = 10;  ///< points
    double views_error = 0.05;
    double change_error = 0.05;
    std::size_t often_options = 2;  ///< of the highest frequencies
    std::int64_t region_units = 2;
    std::int64_t unnamed_units = 3;
    std::size_t waves_for_chart = 8;
    std::size_t plan_ideas = 5;
    std::int32_t look_again_waves = 1;
};

/// The rows of `integrity_rules`; where an overlay switched one off the number above holds.
[[nodiscard]] integrity_rules rules_of(const definition& from);

/// The text of a message, or empty where the definition has no such row.
[[nodiscard]] localized_string message_text(const definition& from, std::string_view id);

[[nodiscard]] inline localized_string owned(const localized_text& text) {
    return {std::string(text.en), std::string(text.fr)};
}

}  // namespace peersupport::evidence
