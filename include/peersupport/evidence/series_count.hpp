// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace peersupport {

/// One point of a process series: of so many occasions in a period of a unit, how many had the event (for example
/// notes reviewed together, of notes written). Texts as in tally_key; periods sort in time when written as
/// 2025-03 or 2025-03-31.
struct series_count {
    std::string unit;         ///< never empty
    std::string series;       ///< never empty
    std::string period;       ///< never empty
    std::int64_t events = 0;  ///< ≥ 0
    std::int64_t of = 0;      ///< ≥ 0; occasions, or another measure of how much was looked at
    friend bool operator==(const series_count&, const series_count&) = default;
};

}  // namespace peersupport
