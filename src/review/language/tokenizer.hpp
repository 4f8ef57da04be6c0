// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/language/token.hpp"
#include "review/language/vocabulary.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace peersupport::review {

/// Cuts valid UTF-8 into tokens, left to right, each character looked at once: words (English suffixes after an
/// apostrophe and French words before one stand alone, inclusive endings belong to their word, hyphens cut), numbers
/// and marks. Where sentences, lines, list items and paragraphs begin is noted on the token. Appends; allocates only
/// when `to` has to grow.
void tokenize(std::string_view text, const vocabulary& words, std::vector<token>& to);

/// The same, and every word and mark becomes known.
void tokenize_and_learn(std::string_view text, vocabulary& words, std::vector<token>& to);

}  // namespace peersupport::review
