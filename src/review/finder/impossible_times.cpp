// SPDX-License-Identifier: Apache-2.0
#include "review/finder/impossible_times.hpp"

#include "peersupport/text/date.hpp"
#include "review/language/letter.hpp"
#include "review/finder/clock_time.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace peersupport::review {
namespace {

using namespace std::string_view_literals;

constexpr int day_minutes = 24 * 60;
constexpr int longest_night = 12 * 60;  ///< over midnight: a night, not a slip

std::string_view text_of(const reading& in, std::uint32_t t) noexcept {
    return in.text.substr(in.tokens[t].begin, in.tokens[t].end - in.tokens[t].begin);
}

/// Where the second time of a pair begins: behind "to", "–", "à", or ", left".
std::optional<std::uint32_t> behind_joint(const reading& in, std::uint32_t t) noexcept {
    constexpr std::array words{"to"sv, "until"sv, "till"sv, "til"sv, "à"sv, "jusqu'"sv, "jusqu’"sv};
    constexpr std::array ends{"left"sv, "ended"sv, "end"sv, "finished"sv, "fin"sv, "parti"sv, "partie"sv, "départ"sv, "terminé"sv};
    if (t >= in.tokens.size()) return std::nullopt;
    if (in.tokens[t].mark == '-' || std::ranges::find(words, text_of(in, t)) != words.end()) {
        const bool twice = t + 1 < in.tokens.size() && text_of(in, t + 1) == "à"sv;
        return t + (twice ? 2U : 1U);
    }
    std::uint32_t at = t;
    if (in.tokens[at].mark == ',' || in.tokens[at].mark == ';') ++at;
    if (at >= in.tokens.size() || std::ranges::find(ends, text_of(in, at)) == ends.end()) return std::nullopt;
    ++at;
    if (at < in.tokens.size() && (in.tokens[at].mark == ':' || text_of(in, at) == "at"sv || text_of(in, at) == "à"sv)) ++at;
    return at;
}

/// Whether an end so written can follow its beginning. A time that may be morning or afternoon is read as it fits, as long
/// as the meeting stays within a working day.
bool can_follow(const clock_time& from, const clock_time& to) noexcept {
    constexpr int half = day_minutes / 2, longest_guess = 8 * 60;
    const bool certain = from.half_known && to.half_known;
    for (const int begin : {from.minutes(), from.minutes() + half})
        for (const int end : {to.minutes(), to.minutes() + half}) {
            if (begin > from.minutes() && (from.half_known || from.hour >= 12)) continue;
            if (end > to.minutes() && (to.half_known || to.hour >= 12)) continue;
            if (end > begin && (certain || end - begin <= longest_guess)) return true;
        }
    const int overnight = to.minutes() + day_minutes - from.minutes();
    return certain && from.hour >= 18 && to.hour < 12 && overnight <= longest_night;
}

constexpr std::array<std::string_view, 24> months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
                                                  "jan", "fev", "mar", "avr", "mai", "jui", "jui", "aou", "sep", "oct", "nov", "dec"};

/// 1 to 12; 0 for what is no month.
int month_of(std::string_view word) noexcept {
    std::array<char, 4> small{};
    std::size_t n = 0;
    for (std::size_t at = 0; at < word.size() && n < 4;) {
        const letter l = letter_at(word, at);
        at += l.bytes;
        if (l.kind != letter_kind::letter) return 0;
        small[n++] = l.first;
    }
    if (n < 3) return 0;
    if (small[0] == 'j' && small[1] == 'u' && small[2] == 'i') return small[3] == 'n' ? 6 : small[3] == 'l' ? 7 : 0;
    const auto at = std::ranges::find(months, std::string_view(small.data(), 3));
    return at == months.end() ? 0 : static_cast<int>((at - months.begin()) % 12) + 1;
}

int number_of(std::string_view digits) noexcept {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

bool is_number(const reading& in, std::uint32_t t, std::size_t most) noexcept {
    return t < in.tokens.size() && in.tokens[t].shape & shape::number && in.tokens[t].end - in.tokens[t].begin <= most;
}

bool no_such_day(int year, int month, int day) noexcept {
    return !is_valid({static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(day)});
}

/// A day that no calendar has: 31 June, June 31, 2026-02-30. Leap years are not doubted where no year stands.
std::optional<token_range> impossible_day(const reading& in, std::uint32_t t) noexcept {
    constexpr int leap_year = 2024;
    const bool year_first = is_number(in, t, 4) && in.tokens[t].end - in.tokens[t].begin == 4 && t + 4 < in.tokens.size() && in.tokens[t + 1].mark == '-' &&
                            is_number(in, t + 2, 2) && in.tokens[t + 3].mark == '-' && is_number(in, t + 4, 2);
    if (year_first) {
        const int year = number_of(text_of(in, t));
        if (year >= earliest_year && year <= latest_year && no_such_day(year, number_of(text_of(in, t + 2)), number_of(text_of(in, t + 4)))) return token_range{t, t + 5};
        return std::nullopt;
    }
    if (t + 1 >= in.tokens.size()) return std::nullopt;
    const bool day_first = is_number(in, t, 2) && in.tokens[t + 1].shape & shape::word;
    const bool month_first = in.tokens[t].shape & shape::word && is_number(in, t + 1, 2);
    if (!day_first && !month_first) return std::nullopt;
    const int month = month_of(text_of(in, day_first ? t + 1 : t)), day = number_of(text_of(in, day_first ? t : t + 1));
    if (month == 0 || day < 29 || !no_such_day(leap_year, month, day)) return std::nullopt;
    return token_range{t, t + 2};
}

}  // namespace

void impossible_times(const reading& in, std::vector<token_range>& to) {
    for (std::uint32_t t = 0; t < in.tokens.size(); ++t) {
        if (const auto day = impossible_day(in, t)) {
            to.push_back(*day);
            t = day->end - 1;
            continue;
        }
        const auto from = clock_at(in, t);
        if (!from) continue;
        if (!from->exists() && !(from->hour == 24 && from->minute == 0)) {
            if (from->half_known || from->minute >= 60) to.push_back({from->begin, from->end});
            t = from->end - 1;
            continue;
        }
        t = from->end - 1;
        const auto second = behind_joint(in, from->end);
        if (!second) continue;
        const auto end = clock_at(in, *second);
        if (!end) continue;
        if (!end->exists() || !can_follow(*from, *end)) to.push_back({from->begin, end->end});
        t = end->end - 1;
    }
}

}  // namespace peersupport::review
