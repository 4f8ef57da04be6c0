// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/interval_unit.hpp"
#include "peersupport/text/date.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <vector>

namespace peersupport::review {

/// So many days, weeks, months…; a count of 0 or less is no time at all.
struct time_span {
    std::int32_t count = 0;
    interval_unit unit = interval_unit::day;
};

/// The day that lies so long after `from`. Months, quarters and years keep the day of the month, or take the
/// month's last day where it is shorter. A span beyond every date ends in the year 9999.
[[nodiscard]] date later_by(const date& from, const time_span& span) noexcept;

/// The first days of the whole intervals between two days that both belong to the period, and the day after the
/// last of them; empty when not even one interval fits. Each is counted from `from`, so that a period beginning
/// on the 31st does not drift.
[[nodiscard]] std::vector<date> cut_period(const date& from, const date& to, const time_span& each);

/// "90 days" and "90 jours".
[[nodiscard]] localized_string text_of(const time_span& span);
/// So many intervals of this length: "12 months"; "6 periods of 2 weeks" when one is longer than its unit.
[[nodiscard]] localized_string text_of(std::int64_t intervals, const time_span& each);

}  // namespace peersupport::review
