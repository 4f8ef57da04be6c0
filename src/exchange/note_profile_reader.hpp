// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/problem_list.hpp"
#include "peersupport/review/note_profile.hpp"

namespace peersupport::exchange {

/// One profile of a file of rules. Whether the rules it names exist is for rule_set::compile to say.
void read_note_profile(problem_list& problems, json_value from, note_profile& to);

}  // namespace peersupport::exchange
