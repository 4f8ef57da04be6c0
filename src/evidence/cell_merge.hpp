// SPDX-License-Identifier: Apache-2.0
// Adding cells in two steps: what needs memory is prepared first, then everything is written without being able to
// fail, so that a merge happens wholly or not at all.
#pragma once

#include "peersupport/evidence/series_count.hpp"
#include "peersupport/evidence/tally_cell.hpp"
#include "peersupport/evidence/tally_header.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace peersupport::evidence {

/// The largest size of an item's points, at least 1.
[[nodiscard]] std::int64_t most_points(const tally_form& of) noexcept;
/// Responses a cell of the form may have so that no sum over its points, squares or products passes 2^62.
[[nodiscard]] std::int64_t response_limit(const tally_form& of) noexcept;

/// Lists of cells that are to become one; both ascend by key. `into` is written by commit() only.
class cell_merge {
public:
    /// Prepares. The cells of both belong to forms of the header.
    cell_merge(std::vector<tally_cell>& into, std::span<const tally_cell> from, const tally_header& header);
    /// Whether a cell would get more responses than it may have.
    [[nodiscard]] bool overflows() const noexcept { return overflows_; }
    void commit() noexcept;

private:
    /// A cell both have.
    struct shared {
        tally_cell* to;
        const tally_cell* from;
        std::vector<std::uint64_t> people;                                 ///< of both
        std::vector<std::uint64_t> workers;                                ///< of both, where `from` has some
        std::vector<std::pair<std::size_t, std::vector<score_bin>>> bins;  ///< by scale, where `from` has others
    };
    void prepare(tally_cell& to, const tally_cell& from, std::int64_t limit);
    static void add(shared& what) noexcept;

    std::vector<tally_cell>& into_;
    std::vector<shared> shared_;
    std::vector<tally_cell> added_;  ///< copies of the cells only `from` has
    std::vector<tally_cell> whole_;  ///< room for all where some are added
    bool overflows_ = false;
};

/// The points of two process series together, ascending; false where a sum would overflow.
[[nodiscard]] bool unite_series(std::span<const series_count> a, std::span<const series_count> b,
                                std::vector<series_count>& into);
/// By unit, series and period.
[[nodiscard]] bool series_before(const series_count& a, const series_count& b) noexcept;

}  // namespace peersupport::evidence
