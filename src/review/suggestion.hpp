// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/compiled_rules.hpp"
#include "review/reading.hpp"
#include "review/rule_matches.hpp"

#include <string>
#include <vector>

namespace peersupport::review {

/// What to write instead, in the number and tense of what was found.
[[nodiscard]] std::vector<std::string> suggestions_for(const rule_match& found, const reading& in, const compiled_rules& rules);

}  // namespace peersupport::review
