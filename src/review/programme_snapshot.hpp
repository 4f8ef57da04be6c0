// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/review/programme.hpp"
#include "peersupport/review/programme_report.hpp"
#include "review/finding_list.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace peersupport::review {

/// A position on the day that is looked at. One that was filled or became vacant later is not looked at: the file
/// does not say what it was before.
enum class position_state : std::uint8_t { not_yet, filled, vacant };

/// A programme as it was on one day, with the counts several checks need.
struct programme_snapshot {
    programme_snapshot(const programme& of, const definition& against, const date& day);

    const programme& what;
    const definition& by;
    date as_of;
    date end;                               ///< of the period as looked at
    std::vector<position_state> positions;  ///< of each position
    std::vector<std::size_t> filled_at;     ///< filled positions of each agency
    std::vector<std::size_t> listed_at;     ///< and vacant ones
    std::vector<std::size_t> supervised;    ///< positions each supervisor has; 0 for those who begin later
    std::size_t filled = 0;
    std::size_t vacant = 0;

    [[nodiscard]] bool is_filled(std::size_t position) const noexcept {
        return positions[position] == position_state::filled;
    }
    [[nodiscard]] bool is_listed(std::size_t position) const noexcept {
        return positions[position] != position_state::not_yet;
    }
    /// Whether the supervisor had begun.
    [[nodiscard]] bool has_begun(std::size_t supervisor) const noexcept {
        return what.supervisors[supervisor].started <= as_of;
    }
    /// The supervisor of a position, when there is one who had begun.
    [[nodiscard]] std::optional<std::size_t> supervisor_of(std::size_t position) const noexcept;
    [[nodiscard]] const std::string& agency_id(std::size_t agency) const noexcept { return what.agencies[agency].id; }
    /// What the connections' part at this end is; nothing when the definition does not say.
    [[nodiscard]] std::optional<constellation_kind> kind_of(std::string_view connection) const noexcept;
};

// Each check writes its part of the report and adds its findings.
void check_meetings(const programme_snapshot& at, finding_list& findings, programme_report& report);
void check_membership(const programme_snapshot& at, finding_list& findings);
void check_paths(const programme_snapshot& at, finding_list& findings, programme_report& report);
void check_training(const programme_snapshot& at, finding_list& findings, programme_report& report);
void check_coverage(const programme_snapshot& at, finding_list& findings, programme_report& report);
void check_funding(const programme_snapshot& at, finding_list& findings, programme_report& report);
void check_evaluation(const programme_snapshot& at, finding_list& findings, programme_report& report);
void check_citation(const programme_snapshot& at, finding_list& findings);
void draw_constellation(const programme_snapshot& at, programme_report& report);

}  // namespace peersupport::review
