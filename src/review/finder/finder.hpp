// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/compiled_rules.hpp"
#include "review/finder/token_range.hpp"
#include "review/reading.hpp"

#include <vector>

namespace peersupport::review {

/// What the finder of a rule finds in a text, in the order of the text.
void find_by(review_finder finder, const reading& in, const review_rule& rule, const language_rules& by, std::vector<token_range>& to);

}  // namespace peersupport::review
