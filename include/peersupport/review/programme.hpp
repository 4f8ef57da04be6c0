// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/programme_agency.hpp"
#include "peersupport/review/programme_evaluation.hpp"
#include "peersupport/review/programme_funding.hpp"
#include "peersupport/review/programme_governance.hpp"
#include "peersupport/review/programme_position.hpp"
#include "peersupport/text/date.hpp"
#include "peersupport/text/localized_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// The definition a programme says it works with.
struct definition_citation {
    std::string version;
    std::string digest;  ///< 64 hexadecimal digits, or empty
    friend bool operator==(const definition_citation&, const definition_citation&) = default;
};

/// Both days belong to it.
struct programme_period {
    date from{};
    date to{};
    friend bool operator==(const programme_period&, const programme_period&) = default;
};

/// A peer support programme of one or more regions: agencies, positions, networks, tables, and what was learned.
/// Nothing in it names a person. Once read, every index is in range, every id of a row of the definition stands
/// in full, and the lists keep the order of the file.
struct programme {
    std::string id;
    localized_string name;  ///< may be empty
    std::optional<definition_citation> definition;
    programme_period period;
    std::vector<programme_region> regions;
    std::optional<programme_funder> funder;
    std::optional<peersupport::funding_framework> funding_framework;
    std::optional<programme_hub> hub;
    std::vector<programme_agency> agencies;
    std::vector<programme_position> positions;
    std::vector<programme_supervisor> supervisors;
    std::vector<programme_network> networks;
    std::vector<programme_table> tables;
    std::vector<programme_link> links;
    std::optional<programme_baseline> baseline;
    std::optional<programme_evaluation> evaluation;
    std::vector<programme_improvement> improvement;
    friend bool operator==(const programme&, const programme&) = default;
};

}  // namespace peersupport
