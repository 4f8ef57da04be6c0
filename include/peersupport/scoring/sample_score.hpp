// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/scoring/answers.hpp"
#include "peersupport/scoring/plan.hpp"
#include "peersupport/scoring/score.hpp"
#include "peersupport/text/status.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace peersupport {

/// A sample-level result of one group. Counts are exact and add up over shards; value is percent.
/// percent_positive with mean-of-items: value is the mean of the items' percentages, positive and answered
/// are the totals over items, and every item must have been answered by somebody. NaN where that is not so, or
/// nothing was answered (why = too_few_answered).
struct sample_score {
    double value = 0;
    std::int64_t positive = 0;  ///< positive answers, or responses past the cut
    std::int64_t answered = 0;  ///< answers, or scored responses
    std::int64_t responses = 0; ///< rows in the group
    reason why = reason::scored;
};

/// Items and counts one sample scale needs while it adds up: see sample_tally_size().
/// Number of int64 places a tally for `groups` groups takes.
[[nodiscard]] std::size_t sample_tally_size(const plan& by, std::size_t groups) noexcept;

/// Adds the answers of a batch to a tally (zeroed by the caller before the first batch). `group` names each
/// row's group, 0 … groups−1; empty: all rows are group 0. Returns as score_batch, or invalid_argument for
/// a group out of range or a tally of the wrong size. Cells that are invalid are left out; with raise the tally
/// has then been added to all the same and is to be thrown away.
status tally_samples(const plan& by, const answers& of, std::span<const std::uint32_t> group, std::size_t groups,
                     std::span<std::int64_t> tally, invalid_policy policy, invalid_report* report = nullptr) noexcept;

/// The results of a tally: groups × sample_scale_count(), group by group. Tallies of shards add up place by place.
/// invalid_argument: wrong sizes, or a count that is negative or beyond 2^40.
status finish_samples(const plan& by, std::span<const std::int64_t> tally, std::size_t groups,
                      std::span<sample_score> into) noexcept;

}  // namespace peersupport
