// SPDX-License-Identifier: Apache-2.0
#include "review/polarity.hpp"

#include "review/language/word_context.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

namespace wc = word_context;

/// How many tokens a word reaches: ConText's windows, cut to what notes need.
constexpr std::uint32_t negation_reach = 5, back_reach = 4, hypothesis_reach = 10, mention_reach = 4, family_reach = 8;

bool ends_reach(const token& t) noexcept {
    if (!(t.shape & shape::mark)) return false;
    return t.mark == '.' || t.mark == ';' || t.mark == ':' || t.mark == '!' || t.mark == '?' || t.mark == ',' || t.mark == '(' || t.mark == ')';
}

/// Whether a word of the kind stands before `begin`, near enough and in the same sentence, with nothing in between that
/// ends its reach.
bool stands_before(const reading& in, std::uint32_t begin, std::uint32_t bit, std::uint32_t reach, bool through_commas) noexcept {
    if (begin >= in.tokens.size()) return false;
    const std::uint32_t sentence = in.tokens[begin].sentence;
    for (std::uint32_t back = 1; back <= reach && back <= begin; ++back) {
        const std::uint32_t t = begin - back;
        if (in.tokens[t].sentence != sentence) return false;
        if (ends_reach(in.tokens[t]) && !(through_commas && in.tokens[t].mark == ',')) return false;
        if (in.context[t] & bit) return !(bit == wc::negation && in.context[t] & wc::pseudo_negation);
        if (in.context[t] & wc::terminator) return false;
    }
    return false;
}

}  // namespace

bool is_negated(const reading& in, std::uint32_t begin, std::uint32_t end) noexcept {
    // « ne collabore pas »: a denial that is part of what was found denies nothing else.
    for (std::uint32_t t = begin; t < end; ++t)
        if (in.context[t] & wc::negation) return false;
    if (stands_before(in, begin, wc::negation, negation_reach, false)) return true;
    for (std::uint32_t t = end; t < in.tokens.size() && t < end + back_reach; ++t) {
        if (in.tokens[t].sentence != in.tokens[begin].sentence || ends_reach(in.tokens[t])) return false;
        if (in.context[t] & wc::negation_back) return true;
        if (in.context[t] & wc::terminator) return false;
    }
    return false;
}

bool is_hypothetical(const reading& in, std::uint32_t begin) noexcept { return stands_before(in, begin, wc::hypothesis, hypothesis_reach, true); }

bool is_mentioned(const reading& in, std::uint32_t begin) noexcept { return stands_before(in, begin, wc::mention, mention_reach, true); }

bool is_about_others(const reading& in, std::uint32_t begin) noexcept { return stands_before(in, begin, wc::family, family_reach, true); }

}  // namespace peersupport::review
