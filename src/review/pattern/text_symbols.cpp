// SPDX-License-Identifier: Apache-2.0
#include "review/pattern/text_symbols.hpp"

namespace peersupport::review {

void text_symbols::take_no_phrases() {
    phrases.clear();
    ending.clear();
    first_phrase.assign(tokens.size() + 2, 0);
    first_ending.assign(tokens.size() + 2, 0);
}

void text_symbols::take_phrases(std::span<const phrase> all) {
    take_no_phrases();
    phrases.resize(all.size());
    ending.resize(all.size());
    for (const phrase& p : all) {
        signatures[p.begin + 1] |= signature::of(p.of);
        signatures[p.begin + p.count] |= signature::of(p.of);
        ++first_phrase[p.begin + 1];
        ++first_ending[p.begin + p.count + 1];
    }
    for (std::size_t t = 1; t < first_phrase.size(); ++t) {
        first_phrase[t] += first_phrase[t - 1];
        first_ending[t] += first_ending[t - 1];
    }
    // Filled from behind: each list's beginning becomes the number of those before it.
    for (std::size_t i = all.size(); i-- > 0;) {
        phrases[--first_phrase[all[i].begin + 1]] = all[i];
        ending[--first_ending[all[i].begin + all[i].count + 1]] = all[i];
    }
    for (std::size_t t = 1; t < first_phrase.size(); ++t) {
        first_phrase[t - 1] = first_phrase[t];
        first_ending[t - 1] = first_ending[t];
    }
    first_phrase.back() = first_ending.back() = static_cast<std::uint32_t>(all.size());
}

}  // namespace peersupport::review
