// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/note/note_times.hpp"
#include "review/reading.hpp"

#include <vector>

namespace peersupport::review {

/// Sentences that stand twice, the second time: at least five words, accents, capitals and marks aside.
void repeated_sentences(const reading& in, std::vector<token_range>& to);

}  // namespace peersupport::review
