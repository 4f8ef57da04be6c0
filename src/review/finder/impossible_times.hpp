// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/finder/token_range.hpp"
#include "review/reading.hpp"

#include <vector>

namespace peersupport::review {

/// Times and dates of a text that cannot be: an end before its beginning, an hour or a day that does not exist.
void impossible_times(const reading& in, std::vector<token_range>& to);

}  // namespace peersupport::review
