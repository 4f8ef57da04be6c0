// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/day_number.hpp"
#include "peersupport/evidence/gram.hpp"
#include "peersupport/evidence/score_bin.hpp"
#include "peersupport/evidence/tally_key.hpp"
#include "peersupport/scoring/reason.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace peersupport {

/// How often each answer to one item was given. Together the counts are the cell's responses.
struct item_counts {
    std::vector<std::int64_t> answers;  ///< in the order of tally_item::codes
    std::int64_t does_not_apply = 0;
    std::int64_t declined = 0;
    std::int64_t blank = 0;    ///< nothing was answered, or a code that means so
    std::int64_t invalid = 0;  ///< a code that is not one of the item's
    friend bool operator==(const item_counts&, const item_counts&) = default;
};

/// How often each score of one scale came out.
struct scale_counts {
    std::array<std::int64_t, reason_count> reasons{};  ///< by enum reason; together the cell's responses
    std::vector<score_bin> bins;                       ///< ascending by score_bin::order; together reasons[scored]
    friend bool operator==(const scale_counts&, const scale_counts&) = default;
};

/// Everything that is counted about the responses with one key. Whole numbers only.
struct tally_cell {
    tally_key key;
    std::int64_t responses = 0;  ///< ≥ 1; as each person counts once, also the number of distinct people heard
    std::vector<std::uint64_t>
        people;  ///< person_key() of those who have an id, ascending; none when counted by response
    std::int64_t worker_responses = 0;   ///< responses that name the worker they are about
    std::vector<std::uint64_t> workers;  ///< worker_key() of the distinct workers named, ascending
    std::int32_t first_day = no_day;     ///< day_number() of the earliest response that has a day
    std::int32_t last_day = no_day;
    std::vector<item_counts> items;    ///< in form order
    std::vector<scale_counts> scales;  ///< in form order
    gram points;                       ///< over the points of the items, in form order; no columns without with_gram
    friend bool operator==(const tally_cell&, const tally_cell&) = default;
};

}  // namespace peersupport
