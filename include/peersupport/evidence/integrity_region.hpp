// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/pooled_figure.hpp"
#include "peersupport/evidence/showing.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// One value from one perspective over units.
struct region_cell {
    std::string perspective;
    std::string value;
    peersupport::showing showing = showing::nobody;
    std::int64_t units = 0;  ///< units in which anybody answered; 0 where not shown
    std::optional<std::int64_t> people;  ///< not where a part is hidden: a unit that is hidden knows its own
    std::optional<pooled_figure> mean;   ///< over people, with the interval by units (G − 1 degrees of freedom)
    friend bool operator==(const region_cell&, const region_cell&) = default;
};

struct lowest_pooled_value {
    std::string value;
    pooled_figure mean;
    friend bool operator==(const lowest_pooled_value&, const lowest_pooled_value&) = default;
};

/// The integrity of a region, as unit_integrity has it of a unit.
struct region_integrity {
    bool established = false;  ///< every value is shown
    std::string reason;        ///< row of `integrity_messages` where it is not
    std::int32_t values_established = 0;
    std::optional<lowest_pooled_value> lowest;  ///< only where established
    std::optional<pooled_figure> overall;       ///< only where asked for and established
    friend bool operator==(const region_integrity&, const region_integrity&) = default;
};

/// Several units together. Never a comparison of them.
struct region_profile {
    std::int64_t units = 0;
    std::vector<region_cell> cells;
    region_integrity integrity;
    bool units_unnamed = false;  ///< only the own unit is named
    friend bool operator==(const region_profile&, const region_profile&) = default;
};

struct equity_stratum {
    std::string stratum;
    std::vector<region_cell> cells;
    friend bool operator==(const equity_stratum&, const equity_stratum&) = default;
};

/// One self-identified stratifier, pooled over units, under the same policy.
struct equity_profile {
    std::string stratifier;
    localized_string community_governance;  ///< as the request says; empty where it says none
    bool shown = false;
    std::string reason;                  ///< row of `integrity_messages` where it is not shown
    std::vector<equity_stratum> strata;  ///< ascending by stratum
    friend bool operator==(const equity_profile&, const equity_profile&) = default;
};

}  // namespace peersupport
