// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/instrument_words.hpp"
#include "exchange/programme_draft.hpp"
#include "peersupport/review/programme_report.hpp"

#include <array>
#include <string_view>

namespace peersupport::exchange {

inline constexpr std::string_view programme_format = "peersupport-programme-1";
inline constexpr std::string_view programme_report_format = "peersupport-programme-report-1";

/// Members that hold ids of their own.
inline constexpr std::array<word<programme_list>, 9> programme_list_words{{
    {"regions", programme_list::regions},
    {"funder", programme_list::funder},
    {"hub", programme_list::hub},
    {"agencies", programme_list::agencies},
    {"positions", programme_list::positions},
    {"supervisors", programme_list::supervisors},
    {"networks", programme_list::networks},
    {"tables", programme_list::tables},
    {"improvement", programme_list::improvement},
}};
inline constexpr std::array<word<cycle_decision>, 3> decision_words{{
    {"adapt", cycle_decision::adapt},
    {"adopt", cycle_decision::adopt},
    {"abandon", cycle_decision::abandon},
}};
inline constexpr std::array<word<evaluation_order>, 4> order_words{{
    {"no-impact-claimed", evaluation_order::no_impact_claimed},
    {"integrity-not-known", evaluation_order::integrity_not_known},
    {"impact-first", evaluation_order::impact_first},
    {"integrity-first", evaluation_order::integrity_first},
}};

}  // namespace peersupport::exchange
