// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/wave_table.hpp"
#include "peersupport/evidence/integrity_profile.hpp"
#include "peersupport/evidence/integrity_request.hpp"

#include <vector>

namespace peersupport::evidence {

/// What holds for the whole of a finished profile, in the order of the definition.
[[nodiscard]] std::vector<named_text> messages_of(const assessment& at, const integrity_request& asked,
                                                  const integrity_profile& found);

}  // namespace peersupport::evidence
