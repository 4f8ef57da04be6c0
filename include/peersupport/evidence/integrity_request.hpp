// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/collection.hpp"
#include "peersupport/evidence/integrity_policy.hpp"
#include "peersupport/evidence/process_series.hpp"
#include "peersupport/evidence/snapshot.hpp"
#include "peersupport/text/date.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// A half-open interval of days.
struct day_period {
    date from{};
    date to{};
    friend bool operator==(const day_period&, const day_period&) = default;
};

/// A reliability study of the same version, form and language, when it does not come from the tally.
struct given_reliability {
    std::int64_t people = 0;
    double lower = 0;  ///< the lower Feldt bound of the weakest value, 0…1
    std::string source;
    friend bool operator==(const given_reliability&, const given_reliability&) = default;
};

/// One thing people said and what became of it, from a small file the service keeps. Passed through.
struct feedback_entry {
    std::string unit;  ///< empty: every unit of the output
    localized_string said;
    localized_string did;  ///< may be empty, as the next two
    localized_string not_yet;
    localized_string why;
    friend bool operator==(const feedback_entry&, const feedback_entry&) = default;
};

/// What is asked of assess_integrity(). Policy has no default.
struct integrity_request {
    integrity_policy policy;
    std::optional<peersupport::collection> collection;
    std::string wave;                  ///< empty: the latest
    std::optional<day_period> period;  ///< waves and process points outside it are left out
    std::string cut_set;               ///< id in `cut_sets`, with or without its prefix; empty: no level
    std::optional<snapshot> baseline;
    bool overall = false;                   ///< also the mean of the values, beside the lowest
    std::string stratifier;                 ///< what the tally's strata are; empty: no equity part
    localized_string community_governance;  ///< whose governance covers Indigenous data; needed for `indigenous…`
    std::string own_unit;  ///< only this unit is shown, the others count in the region unnamed; empty: all
    std::optional<given_reliability> reliability;
    std::vector<feedback_entry> done;
    std::vector<process_series> process;  ///< beside those in the tally
    std::optional<std::uint64_t> seed;    ///< not used so far: nothing here is drawn by chance
};

}  // namespace peersupport
