// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/evidence_class.hpp"
#include "peersupport/instrument/instrument.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <string>
#include <vector>

namespace peersupport {

/// A change idea of the definition and the gaps for which it was chosen.
struct planned_idea {
    std::string idea;                 ///< row of `change_ideas`
    std::vector<std::string> values;  ///< with a gap, that it serves
    std::vector<std::string> items;   ///< eroded items often met, of those values
    std::string level;                ///< row of `levels_of_influence`
    localized_string text;
    localized_string process_measure;
    localized_string outcome_measure;
    peersupport::evidence_class evidence_class{};
    localized_string evidence;
    peersupport::standing standing{};
    friend bool operator==(const planned_idea&, const planned_idea&) = default;
};

/// A row of the definition that a plan takes over.
struct plan_row {
    std::string id;
    localized_string name;
    localized_string text;  ///< for a level of influence: its reflection question
    friend bool operator==(const plan_row&, const plan_row&) = default;
};

/// The skeleton of a plan. Whoever keeps the service fills it in with the people it is for.
struct improvement_plan {
    localized_string aim;
    std::vector<planned_idea> ideas;  ///< at most five
    std::vector<plan_row> balancing;
    std::vector<plan_row> steps;
    std::vector<plan_row> reflection;  ///< each level of influence
    std::string look_again;  ///< the first day on which a wave of the same length would end, YYYY-MM-DD; empty: unknown
    friend bool operator==(const improvement_plan&, const improvement_plan&) = default;
};

}  // namespace peersupport
