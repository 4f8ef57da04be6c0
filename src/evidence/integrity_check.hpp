// SPDX-License-Identifier: Apache-2.0
// What is wrong with a request, before anything is computed.
#pragma once

#include "peersupport/definition/cut_set.hpp"
#include "peersupport/definition/definition.hpp"
#include "peersupport/evidence/integrity_request.hpp"
#include "peersupport/evidence/tally.hpp"
#include "peersupport/instrument/instrument.hpp"
#include "peersupport/text/result.hpp"

#include <string_view>
#include <vector>

namespace peersupport::evidence {

/// Instrument against tally: subject_refused, tally_other.
void check_instrument(const tally& from, const instrument& by, error& problems);
/// Everything in the request that does not depend on another problem. `waves` are those of the tally.
void check_request(const tally& from, const definition& against, const integrity_request& asked,
                   const std::vector<std::string_view>& waves, error& problems);
/// Counts and days of a collection; `path` is where it stands.
void check_collection(const collection& how, const std::string& path, error& problems);

/// The cut set with this id, with or without its prefix, or nullptr.
[[nodiscard]] const cut_set* find_cut_set(const definition& in, std::string_view id);

/// The tally's waves in time: by the days of the collection where it has all of them, else of their first answers where
/// all have one, else by id. Without those outside `period`.
[[nodiscard]] std::vector<std::string_view> waves_of(const tally& from, const collection* how,
                                                     const day_period* period);

}  // namespace peersupport::evidence
