// SPDX-License-Identifier: Apache-2.0
#include "review/finder/impossible_times.hpp"

#include "review/finder/calendar_day.hpp"
#include "review/finder/clock_time.hpp"
#include "review/finder/paragraph.hpp"
#include "review/finder/plain_word.hpp"
#include "review/finder/written_duration.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace peersupport::review {
namespace {

using namespace std::string_view_literals;

constexpr int day_minutes = 24 * 60;
constexpr int longest_night = 12 * 60;  ///< over midnight: a night, not a slip

/// Where the second time of a pair begins: behind "to", "–", "à", or ", left", ". End:".
std::optional<std::uint32_t> behind_joint(const reading& in, std::uint32_t t) noexcept {
    constexpr std::array words{"to"sv, "until"sv, "till"sv, "til"sv, "a"sv, "jusqu"sv};
    constexpr std::array ends{"left"sv, "ended"sv, "end"sv, "finished"sv, "fin"sv, "parti"sv, "partie"sv, "depart"sv, "termine"sv};
    constexpr std::array at_words{"at"sv, "a"sv};
    if (t >= in.tokens.size()) return std::nullopt;
    if (in.tokens[t].mark == '-' || plain_word(in, t).is_one_of(words)) return t + (plain_word(in, t + 1).is_one_of(at_words) ? 2U : 1U);
    std::uint32_t at = t;
    if (in.tokens[at].mark == ',' || in.tokens[at].mark == ';' || in.tokens[at].mark == '.') ++at;
    if (!plain_word(in, at).is_one_of(ends)) return std::nullopt;
    ++at;
    if (at < in.tokens.size() && (in.tokens[at].mark == ':' || plain_word(in, at).is_one_of(at_words))) ++at;
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

/// Minutes from one time to the other, over midnight or not. Where it is not certain which half of a day is meant, there
/// is a second answer half a day longer.
std::array<int, 2> minutes_between(const clock_time& from, const clock_time& to) noexcept {
    const bool certain = from.half_known && to.half_known;
    const int turn = certain ? day_minutes : day_minutes / 2;
    const int minutes = (to.minutes() - from.minutes() + 2 * turn) % turn;
    return {minutes, certain ? minutes : minutes + turn};
}

bool far_apart(int said, int reckoned) noexcept {
    const int apart = said > reckoned ? said - reckoned : reckoned - said;
    return apart > 15 && apart * 4 > reckoned;
}

/// The length of time written behind a pair of times that it contradicts: by more than a quarter of an hour and more
/// than a quarter of the time.
std::optional<std::uint32_t> contradicting_duration(const reading& in, const clock_time& from, const clock_time& to) noexcept {
    constexpr std::uint32_t reach = 3;
    const auto minutes = minutes_between(from, to);
    for (std::uint32_t t = to.end; t < to.end + reach; ++t) {
        const auto said = begins_paragraph(in, t) ? std::nullopt : duration_at(in, t);
        if (!said) continue;
        return far_apart(said->minutes, minutes[0]) && far_apart(said->minutes, minutes[1]) ? std::optional(said->end) : std::nullopt;
    }
    return std::nullopt;
}

/// A note cannot be written before the day it tells of: "Written on 3 March about a visit on 9 March".
std::optional<std::uint32_t> told_day_after(const reading& in, const calendar_day& written) noexcept {
    constexpr std::array writes{"written"sv, "wrote"sv, "entered"sv, "recorded"sv, "typed"sv, "documented"sv, "ecrit"sv, "ecrite"sv, "redigee"sv, "saisie"sv, "consignee"sv};
    constexpr std::array tells{"visit"sv, "meeting"sv, "met"sv, "group"sv, "call"sv, "session"sv, "rencontre"sv, "visite"sv, "appel"sv, "groupe"sv};
    constexpr std::uint32_t before = 3, most = 14;
    constexpr int half_a_year = 183;
    const auto any = [&](std::uint32_t from, std::uint32_t to, const auto& list) {
        for (std::uint32_t t = from; t < to; ++t)
            if (plain_word(in, t).is_one_of(list)) return true;
        return false;
    };
    if (!any(written.begin > before ? written.begin - before : 0, written.begin, writes)) return std::nullopt;
    for (std::uint32_t t = written.end; t < written.end + most && t < in.tokens.size(); ++t) {
        if (in.tokens[t].sentence != in.tokens[written.begin].sentence) break;
        const auto day = calendar_day_at(in, t);
        if (!day || !day->exists()) continue;
        const int later = day->day_of_year() - written.day_of_year();
        const bool same_year = !day->year || !written.year || day->year == written.year;
        if (same_year && later > 0 && later < half_a_year && any(t > before ? t - before : 0, t, tells)) return day->end;
        break;
    }
    return std::nullopt;
}

/// What is wrong with a time and what follows it; where to go on reading.
std::uint32_t check_time(const reading& in, const clock_time& from, std::vector<token_range>& to) {
    if (!from.exists() && !(from.hour == 24 && from.minute == 0)) {
        if (from.half_known || from.minute >= 60) to.push_back({from.begin, from.end});
        return from.end;
    }
    const auto second = behind_joint(in, from.end);
    const auto end = second ? clock_at(in, *second) : std::nullopt;
    if (!end) return from.end;
    if (!end->exists() || !can_follow(from, *end)) to.push_back({from.begin, end->end});
    else if (const auto last = contradicting_duration(in, from, *end)) to.push_back({from.begin, *last});
    return end->end;
}

}  // namespace

void impossible_times(const reading& in, std::vector<token_range>& to) {
    for (std::uint32_t t = 0; t < in.tokens.size();) {
        if (const auto day = calendar_day_at(in, t)) {
            if (!day->exists()) to.push_back({day->begin, day->end});
            else if (const auto last = told_day_after(in, *day)) to.push_back({day->begin, *last});
            t = day->end;
        } else if (const auto time = clock_at(in, t)) {
            t = check_time(in, *time, to);
        } else {
            ++t;
        }
    }
}

}  // namespace peersupport::review
