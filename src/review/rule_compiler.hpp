// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/rule_pack.hpp"
#include "peersupport/text/result.hpp"
#include "review/compiled_rules.hpp"

#include <vector>

namespace peersupport::review {

/// Makes the patterns and words that packs have in one language ready to read by. What cannot be read is told in
/// `problems`, with the path of a JSON pointer.
void compile_language(language of, const std::vector<rule_pack>& packs, compiled_rules& to, error& problems);

}  // namespace peersupport::review
