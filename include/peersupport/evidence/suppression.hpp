// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace peersupport {

/// What the caller says about a cell before anything is hidden.
enum class cell_rule : std::uint8_t {
    may_be_shown = 0,    ///< shown unless the policy says no
    must_be_hidden = 1,  ///< hidden for another reason (too few workers), and nobody may work it out
    left_out = 2,        ///< not shown, and no harm if somebody works it out (a figure that is simply not released)
};

/// What becomes of a cell. Outside the service too_few and protecting must look the same: a reader who is told which
/// cell is small and which one only protects it can bound the small one more narrowly than the policy allows.
enum class cell_state : std::uint8_t {
    shown = 0,
    too_few = 1,     ///< 1 … minimum_people − 1 people
    by_rule = 2,     ///< must_be_hidden or left_out by the caller
    protecting = 3,  ///< enough people, hidden so that another cell cannot be worked out
};

/// One figure: its people, and with them every mean and share that stands on the same people.
struct suppression_cell {
    std::int64_t people = 0;  ///< 0 or more
    cell_rule rule = cell_rule::may_be_shown;
};

/// people of `total` = sum of the people of `parts`, and every reader knows that it must be so: a region and its units,
/// a unit and its languages. Places in suppression_table::cells.
struct suppression_sum {
    std::size_t total = 0;
    std::vector<std::size_t> parts;
};

/// Everything one output shows, cells in the order of their ids, with every margin that is shown or that readers know.
struct suppression_table {
    std::vector<suppression_cell> cells;
    std::vector<suppression_sum> sums;
};

/// Decides what is shown. Nobody (0 people) may be shown; 1 … minimum_people − 1 is hidden; then further cells are
/// hidden until every hidden cell that needs it could, by all that is shown, be any of a range of whole numbers at
/// least `minimum_people` wide (largest minus smallest). The range is proved by two whole-number tables that agree
/// with everything shown, so a reader with any solver is covered; where the proof is not found, more is hidden. The
/// reader is taken to know that hidden cells hold at least one person (but not those left out).
/// A mean of a hidden cell is covered too: it could be worked out only if the cell's people could.
/// Same input, same output; among equals the smallest count, then the first place, is hidden. No cell hidden for
/// protection can be shown again alone, except in tables too large for that last look (see docs/publishing.md).
/// invalid_argument: minimum_people below 2, a negative count, a place outside the cells or twice in one sum,
/// or a total that is not the sum of its parts (a person counted in two parts counts twice in the total).
/// The work is bounded, and counted in numbers that a proof changes, never in time: the same everywhere. Where `work`
/// is used up, more is hidden: the totals of the largest sums first, then what stands above a cell that is still open,
/// so that one person more or a thousand would fit there. `work` 0: as much as usual for a table of that size.
/// too_large: counts that together pass 2^40.
[[nodiscard]] result<std::vector<cell_state>> suppress(const suppression_table& of, std::int64_t minimum_people,
                                                       std::int64_t work = 0);

/// How far apart the smallest and the largest people of each cell can be by all that `states` shows: 0 for a shown
/// cell or one that can be worked out; never more than `enough`. For a hidden cell it is what could be proved.
/// Same errors as suppress(); invalid_argument also when there are not as many states as cells.
[[nodiscard]] result<std::vector<std::int64_t>> feasible_widths(const suppression_table& of,
                                                                const std::vector<cell_state>& states,
                                                                std::int64_t enough);

}  // namespace peersupport
