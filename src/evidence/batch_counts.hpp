// SPDX-License-Identifier: Apache-2.0
// Counts a batch of answers group by group. Rows are read in tiles; within a tile they are put in the order of their
// groups, so that histograms and cross-products run over stretches of bytes.
#pragma once

#include "evidence/batch_tile.hpp"
#include "evidence/bin_counter.hpp"
#include "evidence/counted_form.hpp"
#include "evidence/gram_block.hpp"
#include "peersupport/evidence/tally_cell.hpp"
#include "peersupport/evidence/tally_rows.hpp"
#include "peersupport/scoring/score.hpp"
#include "peersupport/text/status.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace peersupport::evidence {

/// What is counted of one group while a batch is read.
struct batch_group_counts {
    std::int64_t responses = 0;
    std::int64_t worker_responses = 0;
    std::int32_t first_day = no_day;
    std::int32_t last_day = no_day;
    std::vector<std::uint64_t> people;
    std::vector<std::uint64_t> workers;
    std::vector<std::int64_t> classes;  ///< see counted_form::class_at
    std::vector<std::int64_t> dense;    ///< see dense_scale
    std::vector<bin_counter> bins;      ///< one a scale where there are no dense ones
    std::vector<std::array<std::int64_t, reason_count>> reasons;
    gram points;
};

/// How a batch is counted.
struct batch_options {
    bool by_person = true;
    bool with_gram = true;
};

class batch_counts {
public:
    batch_counts(const counted_form& by, const tally_rows& rows, batch_options options);

    /// Counts all rows. ok; shape_mismatch; invalid_argument; with `raise` invalid_code. To be called once.
    status count(const answers& of, invalid_policy policy, invalid_report* report);
    /// The counts as cells, ascending by key. To be called once.
    [[nodiscard]] std::vector<tally_cell> cells(std::string_view form);

private:
    [[nodiscard]] status check(const answers& of) const noexcept;
    void report_invalid(const answers& of, const batch_tile& in, invalid_report* report);
    void count_people(const batch_tile& in, const tile_run& run, batch_group_counts& to) const;
    status count_points(const batch_tile& in, const tile_run& run, gram& to);
    [[nodiscard]] status count_wide_points(const batch_tile& in, const tile_run& run, gram& to) const;
    void count_classes(const batch_tile& in, const tile_run& run, batch_group_counts& to) const;
    void count_scores(const answers& of, const batch_tile& in);
    void count_exact(const answers& of, const batch_tile& in);
    [[nodiscard]] batch_group_counts& group(std::uint32_t number);

    const counted_form& by_;
    const tally_rows& rows_;
    batch_options options_;
    std::size_t invalid_ = 0;
    std::vector<std::unique_ptr<batch_group_counts>> groups_;
    std::optional<gram_block> block_;      ///< kept, because making one costs as much as adding many rows
    std::vector<std::uint8_t> bytes_;      ///< scores of a tile: sums, counts, reasons, each scale by scale
    std::vector<std::int64_t> fractions_;  ///< numerators, denominators
    std::vector<std::int32_t> answered_;
};

}  // namespace peersupport::evidence
