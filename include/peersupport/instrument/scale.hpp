// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/decimal.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace peersupport {

/// How a scale's answered items become its score; the formulas stand in docs/instrument-format.md.
enum class score_rule : std::uint8_t { mean, sum, percent_of_maximum, pomp, gated_mean, subset, table, grm_eap };

/// When a scale with missing answers is still scored.
enum class missing_rule : std::uint8_t {
    none_missing,
    minimum_answered,       ///< answered ≥ count
    minimum_share,          ///< answered ≥ share × applicable
    prorate_up_to_count,    ///< missing ≤ count
    prorate_up_to_share,    ///< missing ≤ share × applicable
};

struct missing_policy {
    missing_rule rule = missing_rule::none_missing;
    std::int32_t count = 0;
    ratio share;
    friend bool operator==(const missing_policy&, const missing_policy&) = default;
};

/// One row of a sum-to-score table.
struct table_row {
    std::int64_t sum = 0;
    decimal value;
    friend bool operator==(const table_row&, const table_row&) = default;
};

/// Parameters of one item under Samejima's graded response model (1969), logistic, D = 1.
struct graded_item {
    decimal discrimination;
    std::vector<decimal> thresholds;  ///< ascending, one fewer than the item has answer options
    friend bool operator==(const graded_item&, const graded_item&) = default;
};

/// Fixed-parameter graded response model: items in the scale's order, prior N(0,1), equally spaced points.
struct graded_response_model {
    std::vector<graded_item> items;
    std::int32_t points = 121;
    decimal from{-6, 0};
    decimal to{6, 0};
    decimal intercept{0, 0};
    decimal slope{1, 0};
    friend bool operator==(const graded_response_model&, const graded_response_model&) = default;
};

enum class score_direction : std::uint8_t { higher_is_better, higher_is_worse, neither };

struct scale {
    std::string id;
    localized_string name;
    std::vector<std::size_t> items;         ///< indices into instrument::items
    std::vector<std::size_t> scored_items;  ///< what the rule computes over: all items, or the subset
    std::vector<std::size_t> facets;
    score_direction direction = score_direction::higher_is_better;
    score_rule rule = score_rule::mean;
    score_rule subset_of = score_rule::sum;  ///< for score_rule::subset: the rule used on scored_items
    ratio multiplier{1, 1};
    missing_policy missing;
    std::vector<table_row> table;  ///< for score_rule::table, ascending by sum
    graded_response_model model;   ///< for score_rule::grm_eap
    friend bool operator==(const scale&, const scale&) = default;
};

enum class sample_rule : std::uint8_t { percent_positive, threshold_share };
enum class positive_combination : std::uint8_t { mean_of_items, pooled };
enum class cut_side : std::uint8_t { above, below };

/// Computed over a group of responses, never for one.
struct sample_scale {
    std::string id;
    localized_string name;
    sample_rule rule = sample_rule::percent_positive;
    std::vector<std::size_t> items;      ///< percent_positive
    std::vector<std::int32_t> positive;  ///< percent_positive: codes that count
    positive_combination combine = positive_combination::mean_of_items;
    std::size_t scale = 0;  ///< threshold_share: index into instrument::scales
    decimal cut;            ///< threshold_share, compared exactly
    cut_side side = cut_side::above;
    bool inclusive = false;
    friend bool operator==(const sample_scale&, const sample_scale&) = default;
};

}  // namespace peersupport
