// SPDX-License-Identifier: Apache-2.0
#include "review/pattern/word_frequency.hpp"

#include "review/language/tokenizer.hpp"

namespace peersupport::review {

void word_frequency::read(std::string_view text) {
    tokens_.clear();
    tokenize_and_learn(text, words_, tokens_);
    counts_.resize(words_.size());
    for (const token& t : tokens_)
        if (t.word) ++counts_[t.word];
}

std::uint32_t word_frequency::count_of(std::string_view folded) const noexcept {
    folded_word word;
    for (const char c : folded) word.add(c);
    const std::uint32_t number = words_.find(word);
    return number ? counts_[number] : 0;
}

}  // namespace peersupport::review
