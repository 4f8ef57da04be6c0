// SPDX-License-Identifier: Apache-2.0
#include "review/language/vocabulary.hpp"

#include <algorithm>
#include <cstring>

namespace peersupport::review {
namespace {

std::uint32_t hash_of(const folded_word& word) noexcept {
    std::uint64_t h = word.size;
    for (std::size_t at = 0; at < word.size; at += 8) {
        std::uint64_t eight;
        std::memcpy(&eight, word.letters.data() + at, 8);
        h = (h ^ eight) * 0x9E3779B97F4A7C15ULL;
        h ^= h >> 29U;
    }
    return static_cast<std::uint32_t>(h >> 16U);
}

folded_word word_of(std::string_view text) noexcept {
    folded_word word;
    for (const char c : text) word.add(c);
    return word;
}

}  // namespace

vocabulary::vocabulary() : slots_(64), words_{{0, 0}} {}

std::string_view vocabulary::text(std::uint32_t word) const noexcept {
    return std::string_view(letters_).substr(words_[word].begin, words_[word].size);
}

std::uint32_t vocabulary::find(const folded_word& word) const noexcept {
    if (word.too_long) return 0;
    const std::uint32_t hash = hash_of(word);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const slot& s = slots_[at];
        if (s.word == 0) return 0;
        if (s.hash == hash && text(s.word) == word.text()) return s.word;
    }
}

std::uint32_t vocabulary::add(std::string_view folded) {
    const folded_word word = word_of(folded);
    if (const std::uint32_t known = find(word)) return known;
    if (words_.size() * 2 >= slots_.size()) grow();
    const auto number = static_cast<std::uint32_t>(words_.size());
    words_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(folded.size())});
    letters_.append(folded);
    const std::uint32_t hash = hash_of(word);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].word) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hash, number};
    return number;
}

void vocabulary::grow() {
    std::vector<slot> wider(slots_.size() * 2);
    for (const slot& s : slots_) {
        if (s.word == 0) continue;
        std::size_t at = s.hash & (wider.size() - 1);
        while (wider[at].word) at = (at + 1) & (wider.size() - 1);
        wider[at] = s;
    }
    slots_ = std::move(wider);
}

}  // namespace peersupport::review
