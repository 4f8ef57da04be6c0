// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/finder/token_range.hpp"
#include "review/reading.hpp"

#include <vector>

namespace peersupport::review {

/// Sentences of at least so many words that stand again, the second time and after; accents, capitals and marks aside.
void repeated_sentences(const reading& in, std::uint32_t least_words, std::vector<token_range>& to);

}  // namespace peersupport::review
