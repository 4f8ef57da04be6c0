// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"
#include "peersupport/evidence/figure.hpp"
#include "peersupport/evidence/showing.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

struct lowest_value {
    std::string value;
    figure mean;
    friend bool operator==(const lowest_value&, const lowest_value&) = default;
};

/// The integrity of a unit: what the people receiving support report, never what staff report.
struct unit_integrity {
    bool established = false;  ///< every value is shown
    std::string reason;        ///< row of `integrity_messages` where it is not
    std::int32_t values_established = 0;
    std::optional<lowest_value> lowest;  ///< only where established
    std::optional<figure> overall;       ///< only where asked for and established
    friend bool operator==(const unit_integrity&, const unit_integrity&) = default;
};

enum class level_verdict : std::uint8_t { firm, cannot_tell, not_established };

template <>
inline constexpr auto words_of<level_verdict> = std::to_array<std::string_view>({"firm", "cannot-tell",
                                                                                 "not-established"});

/// An eroded item that holds the level down whatever the means.
struct level_limit {
    std::string limit;  ///< row of `eroded_limits`
    std::string item;
    std::optional<double> share;  ///< percent; none where the count is too small to show
    friend bool operator==(const level_limit&, const level_limit&) = default;
};

/// The integrity level of a unit under the cut set that the caller named.
struct unit_level {
    std::string id;  ///< row of `integrity_levels`; empty unless firm
    level_verdict verdict = level_verdict::not_established;
    std::string from_means;  ///< the level of the lowest value's mean, before limits; empty where not established
    std::vector<level_limit> held_by;
    friend bool operator==(const unit_level&, const unit_level&) = default;
};

enum class view_verdict : std::uint8_t { similar, different, cannot_tell, not_shown };
enum class higher_side : std::uint8_t { none, staff, person };

template <>
inline constexpr auto words_of<view_verdict> = std::to_array<std::string_view>({"similar", "different", "cannot-tell",
                                                                                "not-shown"});
template <>
inline constexpr auto words_of<higher_side> = std::to_array<std::string_view>({"", "staff", "person"});

/// A value as staff see it, beside how people who receive support see it. Views differ; nobody is "right".
struct integrity_view {
    std::string perspective;  ///< of the staff
    std::string value;
    peersupport::showing showing = showing::nobody;  ///< of whichever of the two cells is not shown
    std::optional<figure> difference;                ///< staff minus people, points
    std::optional<double> p;                         ///< two-sided
    std::optional<double> adjusted;                  ///< Holm over the tests made in the unit
    view_verdict verdict = view_verdict::not_shown;
    higher_side higher = higher_side::none;  ///< only where different
    friend bool operator==(const integrity_view&, const integrity_view&) = default;
};

enum class gap_kind : std::uint8_t { value, item };

template <>
inline constexpr auto words_of<gap_kind> = std::to_array<std::string_view>({"value", "item"});

/// What is surely missing: 100 minus the upper end of the interval.
struct practice_gap {
    gap_kind kind = gap_kind::value;
    std::string id;     ///< of the value or item
    std::string value;  ///< to which it belongs
    double size = 0;    ///< points, above 0
    friend bool operator==(const practice_gap&, const practice_gap&) = default;
};

}  // namespace peersupport
