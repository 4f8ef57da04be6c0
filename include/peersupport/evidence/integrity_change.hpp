// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/words_of.hpp"
#include "peersupport/evidence/figure.hpp"
#include "peersupport/evidence/integrity_identity.hpp"
#include "peersupport/evidence/process_series.hpp"
#include "peersupport/evidence/showing.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

enum class change_verdict : std::uint8_t { higher, lower, cannot_tell, not_shown };

template <>
inline constexpr auto words_of<change_verdict> = std::to_array<std::string_view>({"higher", "lower", "cannot-tell",
                                                                                  "not-shown"});

/// One value then and now.
struct value_change {
    std::string value;
    std::optional<figure> then;
    std::optional<figure> now;
    std::optional<figure> difference;  ///< now minus then, points
    std::optional<double> adjusted;    ///< p by Holm over the values tested
    change_verdict verdict = change_verdict::not_shown;
    friend bool operator==(const value_change&, const value_change&) = default;
};

/// What the change is measured from.
struct change_baseline {
    std::string wave;
    std::string instrument_version;
    std::string instrument_digest;
    std::string definition_version;
    std::string definition_digest;
    friend bool operator==(const change_baseline&, const change_baseline&) = default;
};

/// Change of a unit against a baseline. Without one there is none.
struct unit_change {
    bool measured = false;
    std::string reason;  ///< row of `integrity_messages` where it is not
    std::optional<change_baseline> baseline;
    std::vector<value_change> values;  ///< empty where not measured
    friend bool operator==(const unit_change&, const unit_change&) = default;
};

/// Points first … last (both included) that a rule of the chart singles out.
struct chart_signal {
    std::string rule;
    std::size_t from = 0;
    std::size_t to = 0;
    friend bool operator==(const chart_signal&, const chart_signal&) = default;
};

/// Limits of a process behaviour chart. For a p chart with unequal subgroups lower and upper stand at each point.
struct integrity_chart {
    double centre = 0;
    std::vector<double> lower;  ///< one for each point that is shown
    std::vector<double> upper;
    std::vector<chart_signal> signals;
    friend bool operator==(const integrity_chart&, const integrity_chart&) = default;
};

struct wave_point {
    std::string wave;
    peersupport::showing showing = showing::nobody;
    std::optional<std::int64_t> people;
    std::optional<figure> mean;
    friend bool operator==(const wave_point&, const wave_point&) = default;
};

/// One value over the waves, as people who receive support report it.
struct value_series {
    std::string value;
    std::vector<wave_point> points;
    std::optional<integrity_chart> chart;  ///< XmR, from integrity-waves-for-chart waves on, all of them shown
    friend bool operator==(const value_series&, const value_series&) = default;
};

struct process_point {
    process_count count;
    std::optional<double> share;  ///< percent; none where there was nothing to count
    friend bool operator==(const process_point&, const process_point&) = default;
};

/// A process measure over time with its p chart.
struct process_result {
    std::string series;
    std::vector<process_point> points;
    std::optional<integrity_chart> chart;
    friend bool operator==(const process_result&, const process_result&) = default;
};

}  // namespace peersupport
