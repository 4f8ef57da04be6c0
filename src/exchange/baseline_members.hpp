// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/problem_list.hpp"
#include "peersupport/review/baseline.hpp"

namespace peersupport::exchange {

inline constexpr std::string_view baseline_format = "peersupport-baseline-1";

/// What a file of findings left alone holds, or the same within another file.
void read_baseline_members(problem_list& problems, json_value from, baseline& to);

}  // namespace peersupport::exchange
