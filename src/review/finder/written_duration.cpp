// SPDX-License-Identifier: Apache-2.0
#include "review/finder/written_duration.hpp"

#include "review/finder/plain_word.hpp"

#include <array>
#include <string_view>

namespace peersupport::review {
namespace {

using namespace std::string_view_literals;

constexpr std::array hours{"h"sv, "hr"sv, "hrs"sv, "hour"sv, "hours"sv, "heure"sv, "heures"sv};
constexpr std::array minutes{"min"sv, "mins"sv, "minute"sv, "minutes"sv};
constexpr std::array<std::string_view, 22> numbers{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                                                   "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze"};

/// 0 for what is no number of one to three digits or words.
int number_at(const reading& in, std::uint32_t t) noexcept {
    const plain_word word(in, t);
    if (t < in.tokens.size() && in.tokens[t].shape & shape::number) {
        int value = 0;
        if (word.view().size() > 3) return 0;
        for (const char c : word.view()) value = value * 10 + (c - '0');
        return value;
    }
    const auto at = std::ranges::find(numbers, word.view());
    return at == numbers.end() ? 0 : static_cast<int>((at - numbers.begin()) % 11) + 1;
}

}  // namespace

std::optional<written_duration> duration_at(const reading& in, std::uint32_t t) noexcept {
    const int number = number_at(in, t);
    if (number == 0) return std::nullopt;
    const plain_word unit(in, t + 1);
    if (unit.is_one_of(minutes)) return written_duration{t, t + 2, number};
    if (!unit.is_one_of(hours)) return std::nullopt;
    written_duration made{t, t + 2, number * 60};
    // 1 h 30, 1 h 30 min
    if (t + 2 < in.tokens.size() && in.tokens[t + 2].shape & shape::number && in.tokens[t + 2].end - in.tokens[t + 2].begin == 2) {
        made.minutes += number_at(in, t + 2);
        made.end = t + 3;
    }
    return made;
}

}  // namespace peersupport::review
