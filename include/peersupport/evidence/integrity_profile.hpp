// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/collection.hpp"
#include "peersupport/evidence/impact_gate.hpp"
#include "peersupport/evidence/improvement_plan.hpp"
#include "peersupport/evidence/integrity_cell.hpp"
#include "peersupport/evidence/integrity_change.hpp"
#include "peersupport/evidence/integrity_finding.hpp"
#include "peersupport/evidence/integrity_identity.hpp"
#include "peersupport/evidence/integrity_policy.hpp"
#include "peersupport/evidence/integrity_region.hpp"
#include "peersupport/evidence/integrity_request.hpp"
#include "peersupport/evidence/tally_header.hpp"
#include "peersupport/instrument/instrument.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// The instrument as an output cites it.
struct profile_instrument {
    used_instrument used;
    localized_string name;
    peersupport::standing standing = peersupport::standing::proposed;
    bool co_produced = false;  ///< somebody with lived experience co-wrote, tested and adopted it
    std::string citation;
    friend bool operator==(const profile_instrument&, const profile_instrument&) = default;
};

/// The cut set behind the levels.
struct profile_cut_set {
    std::string id;
    localized_string name;
    std::int32_t sometimes_from = 0;
    std::int32_t often_from = 0;
    std::int32_t nearly_always_from = 0;
    localized_string adopted_by;
    peersupport::standing standing = peersupport::standing::proposed;
    friend bool operator==(const profile_cut_set&, const profile_cut_set&) = default;
};

/// How the answers were collected, as far as the collection says.
struct profile_collection {
    std::string id;
    localized_string consent;
    std::vector<std::string> modes;
    localized_string collector;
    bool simulated = false;
    bool described = false;
    friend bool operator==(const profile_collection&, const profile_collection&) = default;
};

/// Everything said of one unit in one wave.
struct unit_profile {
    std::string unit;
    std::string wave;
    std::vector<heard_people> heard;
    std::vector<integrity_cell> cells;
    std::vector<item_result> items;
    std::vector<eroded_result> eroded;
    std::vector<module_result> modules;
    unit_integrity integrity;
    std::optional<unit_level> level;  ///< none without a cut set
    std::vector<integrity_view> views;
    std::vector<practice_gap> gaps;  ///< largest first
    unit_change change;
    std::vector<value_series> series;
    std::vector<process_result> process;
    std::optional<reported_outcomes> outcomes;  ///< none: the instrument has no such module
    impact_gate gate;
    improvement_plan improvement;
    std::optional<std::vector<feedback_entry>> done;
    friend bool operator==(const unit_profile&, const unit_profile&) = default;
};

/// What the people who receive peer support report of the services, and what follows. Owns everything it says; holds no
/// person, no worker and no response. `peersupport-integrity-profile-1`.
struct integrity_profile {
    profile_instrument instrument;
    used_definition definition;
    integrity_policy policy;
    std::optional<profile_cut_set> cut_set;
    profile_collection collection;
    std::string wave;
    std::vector<std::string> waves;  ///< ascending in time
    peersupport::counted_by counted_by = peersupport::counted_by::response;
    std::vector<named_text> values;        ///< id and name, in form order
    std::vector<named_text> messages;      ///< what holds for the whole output
    std::vector<unit_profile> units;       ///< ascending by id, never by score
    std::optional<region_profile> region;  ///< none with one unit
    std::optional<equity_profile> equity;  ///< none unless asked for
    friend bool operator==(const integrity_profile&, const integrity_profile&) = default;
};

}  // namespace peersupport
