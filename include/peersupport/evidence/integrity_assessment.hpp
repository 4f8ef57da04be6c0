// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/evidence/integrity_profile.hpp"
#include "peersupport/evidence/integrity_request.hpp"
#include "peersupport/evidence/snapshot.hpp"
#include "peersupport/evidence/tally.hpp"
#include "peersupport/instrument/instrument.hpp"
#include "peersupport/text/result.hpp"

#include <string_view>

namespace peersupport {

/// The service integrity of every unit in the tally: docs/evidence.md says how. A pure function: the same arguments
/// give the same profile, whatever the order in which answers came into the tally. Errors (path as in
/// `peersupport-integrity-request-1`): subject_refused (the instrument is about respondents), tally_other (the tally is
/// of another instrument), no_values (no core form with a scale that is a value), policy_missing, policy_too_low (fewer
/// than 5 people, or fewer than 1 worker), wave_unknown, cut_set_unknown, stratifier_unknown (the tally has no strata),
/// governance_missing (a stratifier about Indigenous people without community governance), unit_unknown (own_unit),
/// date_out_of_range (a wave or the period ends before it begins), field_value (a count of the collection below 0).
/// Throws std::bad_alloc only.
[[nodiscard]] result<integrity_profile> assess_integrity(const tally& from, const instrument& by,
                                                         const definition& against, const integrity_request& asked);

/// The exact state of one wave, to measure change against later. Private, as the tally is.
/// Errors: as assess_integrity().
[[nodiscard]] result<snapshot> take_snapshot(const tally& from, const instrument& by, const definition& against,
                                             const collection& how, std::string_view wave);

}  // namespace peersupport
