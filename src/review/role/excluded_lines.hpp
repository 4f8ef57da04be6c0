// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/finder/token_range.hpp"
#include "review/reading.hpp"

#include <vector>

namespace peersupport::review {

/// What stands under headings such as "Not part of the role", or behind them in their line: lists of what the peer does
/// not do.
void find_excluded_lines(const reading& in, std::vector<token_range>& to);

}  // namespace peersupport::review
