// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace peersupport {

/// What was done in one period: so many events of so many, for example notes reviewed together of notes written.
struct process_count {
    std::string period;  ///< ascending as text: "2025-07", "2025-Q3"
    std::int64_t events = 0;
    std::int64_t of = 0;
    friend bool operator==(const process_count&, const process_count&) = default;
};

/// A process measure of one unit over time. Counts of practice, never of people.
struct process_series {
    std::string unit;
    std::string series;
    std::vector<process_count> points;
    friend bool operator==(const process_series&, const process_series&) = default;
};

}  // namespace peersupport
