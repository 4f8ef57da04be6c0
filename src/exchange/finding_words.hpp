// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/rule_words.hpp"
#include "peersupport/review/text_finding.hpp"

#include <array>
#include <string_view>

namespace peersupport::exchange {

inline constexpr std::array<word<finding_context>, 7> context_names{{
    {"persons-words", finding_context::persons_words},
    {"authors-words", finding_context::authors_words},
    {"others-words", finding_context::others_words},
    {"negated", finding_context::negated},
    {"hypothetical", finding_context::hypothetical},
    {"mentioned", finding_context::mentioned},
    {"about-others", finding_context::about_others},
}};
inline constexpr std::array<std::string_view, 9> suppression_names{"", "quotation", "negation", "hypothesis", "mention", "profile", "baseline", "polarity", "exemption"};

template <class T, std::size_t N>
[[nodiscard]] std::string_view name_of(T value, const std::array<word<T>, N>& words) {
    for (const word<T>& w : words)
        if (w.value == value) return w.text;
    return {};
}

}  // namespace peersupport::exchange
