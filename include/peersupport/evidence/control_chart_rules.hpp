// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace peersupport {

/// What makes a point of a control chart worth a closer look.
enum class chart_rule : std::uint8_t {
    beyond_limits = 0,     ///< a point outside the limits (three sigma)
    run = 1,               ///< so many points in a row on one side of the centre
    trend = 2,             ///< so many points in a row, each above (or each below) the one before
    two_of_three = 3,      ///< two of three points in a row more than two sigma away, on the same side
    four_of_five = 4,      ///< four of five points in a row more than one sigma away, on the same side
    alternating = 5,       ///< so many points in a row, going up and down by turns
    near_centre = 6,       ///< so many points in a row less than one sigma away
    away_from_centre = 7,  ///< so many points in a row more than one sigma away, on both sides
};
inline constexpr std::uint8_t chart_rule_count = 8;

/// The rule's id, e.g. "two-of-three".
[[nodiscard]] std::string_view id_of(chart_rule) noexcept;
/// A few plain words for people.
[[nodiscard]] std::string_view text_of(chart_rule, language) noexcept;

/// Which rules to use. A length of 0 switches its rule off; other lengths are 2…100.
struct chart_rules {
    bool beyond_limits = true;
    int run_length = 0;
    int trend_length = 0;  ///< counted in points: 7 points are 6 steps
    bool two_of_three = false;
    bool four_of_five = false;
    int alternating_length = 0;
    int near_centre_length = 0;
    int away_length = 0;
    bool zones_inside_limits = false;  ///< for two_of_three and four_of_five a point outside the limits does not count
    friend bool operator==(const chart_rules&, const chart_rules&) = default;
};

/// NHS Making Data Count: beyond limits, run 7, trend 7, two of three (inside the limits).
inline constexpr chart_rules making_data_count{true, 7, 7, true, false, 0, 0, 0, true};
/// Western Electric 1956: beyond limits, two of three, four of five, run 8.
inline constexpr chart_rules western_electric{true, 8, 0, true, true, 0, 0, 0, false};
/// Nelson 1984: all eight; run 9, trend 6, alternating 14, near the centre 15, away from it 8.
inline constexpr chart_rules nelson{true, 9, 6, true, true, 14, 15, 8, false};

/// A point as the rules see it. A point that was not given breaks every row of points.
struct chart_place {
    double value = 0;
    double centre = 0;
    double sigma = 0;  ///< above 0, or NaN where there are no limits: then only run, trend and alternating apply
    bool given = false;
};

/// The rules each point belongs to, as bits 1 << chart_rule. A point on the centre breaks a run; equal points break a
/// trend. A rule about several points marks all of them that count towards it. Places are in the order of time.
[[nodiscard]] std::vector<std::uint16_t> chart_signals(std::span<const chart_place> places, const chart_rules& rules);

}  // namespace peersupport
