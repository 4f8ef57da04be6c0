// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/tally_key.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace peersupport {

/// A group number that leaves its row out.
inline constexpr std::uint32_t no_group = UINT32_MAX;

/// What is known of each row of a batch beside its answers. Spans have one element a row, or none at all.
struct tally_rows {
    std::span<const tally_key> groups{};      ///< the cells rows can belong to; `form` is empty or the form counted
    std::span<const std::uint32_t> group{};   ///< index into groups, or no_group; none: all rows are of groups[0]
    std::span<const std::uint64_t> person{};  ///< person_key(); no_person: a response of somebody unnamed; not read
                                              ///< when counted by response
    std::span<const std::uint64_t>
        worker{};                         ///< worker_key() of the worker the response is about; no_person: not named
    std::span<const std::int32_t> day{};  ///< day_number(), or no_day
    bool skip_blank = false;              ///< leave out rows in which every item is blank
};

/// Which rows count when each person counts once: of the rows with the same scope and person the one with the
/// latest day, of several on that day the last; rows without a day come before all others. Rows of no_person all
/// count; rows with scope no_group never. Writes 1 or 0 to `keep`. A scope is a form in a wave of a unit, whatever the
/// language or stratum. All spans have the same size, but `day` may be empty. Throws std::bad_alloc only.
void select_latest(std::span<const std::uint32_t> scope, std::span<const std::uint64_t> person,
                   std::span<const std::int32_t> day, std::span<std::uint8_t> keep);

}  // namespace peersupport
