// SPDX-License-Identifier: Apache-2.0
#include "review/finder/scare_quotes.hpp"

#include "review/language/word_context.hpp"
#include "review/speaker.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

constexpr std::uint32_t most_words = 4;  ///< with a mark: "fell."
constexpr std::uint32_t doubt_before = 5, doubt_after = 2;

bool any_of_context(const reading& in, std::uint32_t from, std::uint32_t to, std::uint32_t bit) noexcept {
    for (std::uint32_t t = from; t < to && t < in.tokens.size(); ++t)
        if (in.context[t] & bit) return true;
    return false;
}

bool doubts(const reading& in, std::uint32_t from, std::uint32_t to) noexcept { return any_of_context(in, from, to, word_context::doubt); }

bool is_possessive(const reading& in, const language_rules& by, std::uint32_t t) noexcept {
    const auto symbols = by.symbols_of(in.tokens[t]);
    return std::ranges::find(symbols, by.possessive) != symbols.end();
}

}  // namespace

void scare_quotes(const reading& in, const language_rules& by, std::vector<token_range>& to) {
    for (const quotation& q : in.quotations) {
        if (q.end - q.begin > most_words || q.begin < 2 || in.tokens[q.begin].shape & shape::capital) continue;
        const std::uint32_t open = q.begin - 1;
        if (in.tokens[open].sentence != in.tokens[open - 1].sentence) continue;
        const std::uint32_t first = open > doubt_before ? open - doubt_before : 0;
        if (any_of_context(in, first, open, word_context::mention)) continue;
        const bool doubted = doubts(in, first, open) || doubts(in, q.end + 1, q.end + 1 + doubt_after);
        const bool unsaid = speaker_of(in, q) == speaker::unknown;
        if (doubted || (unsaid && is_possessive(in, by, open - 1))) to.push_back({q.begin, q.end});
    }
}

}  // namespace peersupport::review
