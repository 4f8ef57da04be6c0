// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/series_count.hpp"
#include "peersupport/evidence/shard_id.hpp"
#include "peersupport/evidence/tally_cell.hpp"
#include "peersupport/evidence/tally_header.hpp"
#include "peersupport/evidence/tally_plan.hpp"
#include "peersupport/evidence/tally_rows.hpp"
#include "peersupport/scoring/answers.hpp"
#include "peersupport/scoring/score.hpp"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// Counts of responses that add up exactly: over batches, threads, files and agencies, in any order. A plain value.
/// It is personal information (a cell of one response is that response) and knows no rule for showing anything.
class tally {
public:
    /// Bytes that from_bytes() reads at most, unless another limit is given.
    static constexpr std::size_t default_limit = std::size_t{64} << 20;
    /// Responses of one cell at most, so that no sum of a cell can pass 2^62.
    static constexpr std::int64_t most_responses = std::int64_t{1} << 40;

    /// The tally of nothing: merging it changes nothing, whatever the other is a tally of.
    tally() = default;
    /// Of one shard, without responses yet.
    tally(const tally_plan& of, shard_id shard);
    /// Of no shard: what every tally of the same header begins with.
    explicit tally(const tally_plan& of);

    /// Counts a batch of one form, header().forms[form]. All or nothing. Returns ok; tally_other (made with another
    /// plan, or not a tally of exactly one shard); shape_mismatch; invalid_argument (a group out of range, a key that
    /// is malformed, of another form or there twice, a day that is none); invalid_code with invalid_policy::raise and
    /// an invalid cell, which `report` then places; person_repeated; count_overflow. With invalid_policy::mark invalid
    /// cells are counted as such, also in `report`. Throws std::bad_alloc only, and then nothing was changed.
    status add(const tally_plan& by, std::size_t form, const answers& of, const tally_rows& rows, invalid_policy policy,
               invalid_report* report = nullptr);
    /// Adds one point of a process series. Returns ok, tally_other, invalid_argument or count_overflow.
    status add_series(const series_count& point);
    /// Says that nobody gave (some of) these answers: they are simulated. Joined and merged tallies say so when one of
    /// them does. A tally of nothing has no answers and says nothing.
    void mark_simulated() noexcept { simulated_ = header_ != nullptr; }
    /// Takes over what another thread counted of the same single shard. Nothing tells whether a part is joined
    /// twice, so this is for parts that never leave the process. Returns as merge().
    status join(const tally& part);

    /// Adds another tally. All or nothing. Returns ok; tally_other (the headers differ); shard_repeated;
    /// person_repeated (somebody in the same form, unit and wave of both); count_overflow. Associative and commutative;
    /// tally() and tally(plan) change nothing. Throws std::bad_alloc only, and then nothing was changed.
    status merge(const tally& other);

    [[nodiscard]] const tally_header& header() const noexcept;                               ///< of tally(): empty
    [[nodiscard]] std::span<const shard_id> shards() const noexcept { return shards_; }      ///< ascending
    [[nodiscard]] std::span<const tally_cell> cells() const noexcept { return cells_; }      ///< ascending by key
    [[nodiscard]] std::span<const series_count> series() const noexcept { return series_; }  ///< ascending
    [[nodiscard]] bool simulated() const noexcept { return simulated_; }  ///< whether simulated answers are among them
    [[nodiscard]] const tally_cell* find(const tally_key& key) const noexcept;
    [[nodiscard]] std::int64_t responses() const noexcept;  ///< of all cells

    /// The state as bytes: little-endian, versioned; equal states have equal bytes and no others.
    [[nodiscard]] std::string to_bytes() const;
    /// Reads them. Errors, with the byte offset: tally_malformed (also what contradicts itself), too_large (more bytes
    /// than `limit`), format_unsupported (another version). Memory stays in proportion to the bytes given.
    [[nodiscard]] static result<tally> from_bytes(std::string_view bytes, std::size_t limit = default_limit);

    friend bool operator==(const tally& a, const tally& b) noexcept;

private:
    [[nodiscard]] bool is_like(const tally_header& other) const noexcept;

    std::shared_ptr<const tally_header> header_;  // none: tally()
    std::vector<shard_id> shards_;
    std::vector<tally_cell> cells_;
    std::vector<series_count> series_;
    bool simulated_ = false;
};

}  // namespace peersupport
