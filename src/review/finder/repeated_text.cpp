// SPDX-License-Identifier: Apache-2.0
#include "review/finder/repeated_text.hpp"

#include "review/language/letter.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace peersupport::review {
namespace {

struct sentence {
    std::uint64_t words;  ///< hash of its folded words
    std::uint32_t begin, end;
};

std::uint64_t add_word(std::uint64_t h, const reading& in, const token& t) noexcept {
    // A known word's number stands for its letters, unless the token is longer: « participant·e », Marie-Anne.
    const bool longer = t.shape & shape::inclusive || (t.shape & shape::capital && in.text.substr(t.begin, t.end - t.begin).find('-') != std::string_view::npos);
    if (t.word && !longer) return ((h ^ t.word) * 0x100000001B3ULL ^ 0x120U) * 0x100000001B3ULL;
    for (std::size_t at = t.begin; at < t.end;) {
        const letter l = letter_at(in.text, at);
        at += l.bytes;
        if (l.kind != letter_kind::letter && l.kind != letter_kind::digit) continue;
        // A letter of another alphabet is known by its bytes only.
        if (l.first) h = (h ^ static_cast<unsigned char>(l.first)) * 0x100000001B3ULL;
        else
            for (std::size_t i = at - l.bytes; i < at; ++i) h = (h ^ static_cast<unsigned char>(in.text[i])) * 0x100000001B3ULL;
        if (l.second) h = (h ^ static_cast<unsigned char>(l.second)) * 0x100000001B3ULL;
    }
    return (h ^ 0x20U) * 0x100000001B3ULL;
}

}  // namespace

void repeated_sentences(const reading& in, std::uint32_t least_words, std::vector<token_range>& to) {
    std::vector<sentence> all;
    std::uint32_t words = 0;
    sentence now{0xCBF29CE484222325ULL, 0, 0};
    const auto finish = [&](std::uint32_t next) {
        if (words >= least_words) all.push_back({now.words, now.begin, now.end});
        now = {0xCBF29CE484222325ULL, next, next};
        words = 0;
    };
    for (std::uint32_t t = 0; t < in.tokens.size(); ++t) {
        if (in.tokens[t].shape & shape::sentence) finish(t);
        if (in.tokens[t].shape & shape::mark) continue;
        now.words = add_word(now.words, in, in.tokens[t]);
        now.end = t + 1;
        ++words;
    }
    finish(0);
    std::ranges::stable_sort(all, {}, &sentence::words);
    for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i].words == all[i - 1].words) to.push_back({all[i].begin, all[i].end});
    std::ranges::sort(to, {}, &token_range::begin);
}

}  // namespace peersupport::review
