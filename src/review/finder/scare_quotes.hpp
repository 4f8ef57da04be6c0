// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/compiled_rules.hpp"
#include "review/finder/token_range.hpp"
#include "review/reading.hpp"

#include <vector>

namespace peersupport::review {

/// One to three words between quotation marks that the writer keeps a distance from: behind "her", "so-called", "again",
/// "claims", and with nobody who says them.
void scare_quotes(const reading& in, const language_rules& by, std::vector<token_range>& to);

}  // namespace peersupport::review
