// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/score_bin.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace peersupport::evidence {

/// Two lists of bins as one; both ascending, each bin once.
[[nodiscard]] std::vector<score_bin> united(const std::vector<score_bin>& a, const std::vector<score_bin>& b);
/// Whether every bin of `b` is also one of `a`, whatever the counts.
[[nodiscard]] bool holds_bins_of(const std::vector<score_bin>& a, const std::vector<score_bin>& b) noexcept;
/// Adds the counts of bins that are all there.
void add_bins(std::vector<score_bin>& a, const std::vector<score_bin>& b) noexcept;

/// Counts scores that come one by one, in time that hardly depends on how many different ones there are.
class bin_counter {
public:
    void add(std::int32_t answered, std::int64_t numerator, std::int64_t denominator, std::int64_t people = 1);
    /// The bins so far.
    [[nodiscard]] std::vector<score_bin> take();

private:
    void settle();

    std::vector<score_bin> settled_;
    std::vector<score_bin> waiting_;
};

}  // namespace peersupport::evidence
