// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/integrity_cell.hpp"
#include "peersupport/instrument/instrument.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// One condition for speaking of change alongside peer support.
struct gate_condition {
    std::string id;  ///< row of `impact_conditions`
    localized_string name;
    std::optional<bool> met;      ///< none: not known
    std::optional<double> limit;  ///< in the unit in which it is found
    std::optional<double> found;  ///< none: nothing to compare, or not shown
    localized_string advice;      ///< what a service can do
    friend bool operator==(const gate_condition&, const gate_condition&) = default;
};

/// What is withheld is attribution, never what people report. Open only when every condition is met.
struct impact_gate {
    bool open = false;
    named_text statement;  ///< msg-impact-alongside or msg-impact-withheld
    std::vector<gate_condition> conditions;
    friend bool operator==(const impact_gate&, const impact_gate&) = default;
};

/// How many people report harm; shown whatever the gate says.
struct harm_report {
    peersupport::showing showing = showing::nobody;
    std::optional<std::int64_t> people;
    std::optional<people_share> ever;
    std::optional<people_share> often;
    how_many ever_met = how_many::not_known;
    how_many often_met = how_many::not_known;
    friend bool operator==(const harm_report&, const harm_report&) = default;
};

/// Outcomes as people see them, beside and never because of peer support.
struct reported_outcomes {
    std::vector<module_result> scales;
    std::optional<harm_report> harm;  ///< none: not asked
    friend bool operator==(const reported_outcomes&, const reported_outcomes&) = default;
};

}  // namespace peersupport
