// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/control_chart_rules.hpp"
#include "peersupport/evidence/statistic.hpp"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace peersupport {

/// One period. `value` is NaN where `why` is not computed.
struct chart_point {
    double value = 0;
    double lower = 0;  ///< limits of this period, clipped to the chart's bounds; NaN where there are none
    double upper = 0;
    double sigma = 0;  ///< a third of the way to the limits, before clipping
    statistic_reason why =
        statistic_reason::computed;  ///< too_few_rows: nothing was counted; empty_subgroup: of nobody
    bool baseline = false;           ///< the limits rest on it
    std::uint16_t signals = 0;       ///< bits 1 << chart_rule
};

/// Points over time with limits that rest on a frozen baseline.
struct control_chart {
    double centre = 0;
    double mean_moving_range = 0;   ///< of the baseline; xmr and the overdispersed charts, else NaN
    double moving_range_upper = 0;  ///< xmr, else NaN
    double sigma_z = 1;             ///< Laney's factor for p′ and u′; 1 without
    std::vector<chart_point> points;
    std::vector<double> moving_ranges;  ///< |this − the period before|, NaN where either is missing; xmr
    std::int64_t baseline_points = 0;
    statistic_reason why = statistic_reason::computed;  ///< why there are no limits: too_few_rows, no_variance
};

/// Which periods the limits rest on: [first, last) of those given; the default is all.
struct chart_baseline {
    std::size_t first = 0;
    std::size_t last = std::numeric_limits<std::size_t>::max();
};

struct xmr_options {
    double limit_factor = 2.66;   ///< limits are mean ± factor · mean moving range; 2.66, or 3/1.128 unrounded
    double range_factor = 3.267;  ///< upper limit of the moving range: 3.267 (Wheeler) or 3.268
    double lowest = -std::numeric_limits<double>::infinity();  ///< bounds of what can be measured
    double highest = std::numeric_limits<double>::infinity();
    chart_baseline baseline = {};
};

/// Individual values and moving ranges (Shewhart; Wheeler 2000). NaN is a period without a value: it is shown as a gap
/// and gives no moving range. Errors: invalid_argument (factors, rules or baseline out of range).
[[nodiscard]] result<control_chart> xmr_chart(std::span<const double> values, const xmr_options& options,
                                              const chart_rules& rules);

enum class chart_dispersion : std::uint8_t {
    binomial_or_poisson = 0,
    laney = 1,  ///< p′ and u′: limits times the variation between periods. Laney 2002
};

/// Shares of events. A negative `n` is a period without a count, 0 is an empty subgroup. Errors: shape_mismatch,
/// field_value (events below 0 or above n), invalid_argument, too_large (a sum past 2^53).
[[nodiscard]] result<control_chart> p_chart(std::span<const std::int64_t> events, std::span<const std::int64_t> n,
                                            chart_dispersion dispersion, chart_baseline baseline,
                                            const chart_rules& rules);
/// Events per unit of exposure (contacts, hours, people). Exposure NaN: no count; 0: empty subgroup. Errors as
/// p_chart().
[[nodiscard]] result<control_chart> u_chart(std::span<const std::int64_t> events, std::span<const double> exposure,
                                            chart_dispersion dispersion, chart_baseline baseline,
                                            const chart_rules& rules);

struct ewma_options {
    double weight = 0.3;                                      ///< λ, above 0 and at most 1
    double start = std::numeric_limits<double>::quiet_NaN();  ///< NaN: mean of the baseline
    double sigma = std::numeric_limits<double>::quiet_NaN();  ///< of single values; NaN: mean moving range / 1.128
    double factor = 3;
    bool widening_limits = false;  ///< exact limits of the first periods, instead of those they settle to
    chart_baseline baseline = {};
};

/// Exponentially weighted moving average (Roberts 1959); points are the averages. A period without a value is a gap,
/// and the average goes on after it unchanged. Only beyond_limits applies. Errors: invalid_argument.
[[nodiscard]] result<control_chart> ewma_chart(std::span<const double> values, const ewma_options& options);

}  // namespace peersupport
