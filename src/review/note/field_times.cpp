// SPDX-License-Identifier: Apache-2.0
#include "review/note/field_times.hpp"

#include "peersupport/text/date.hpp"

#include <algorithm>
#include <string_view>

namespace peersupport::review {
namespace {

constexpr int day_minutes = 24 * 60;
constexpr int longest_night = 12 * 60;  ///< over midnight: a night, not a slip

/// HH:MM, or a date and time; minutes from midnight.
std::optional<int> minutes_of_field(std::string_view text) noexcept {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon < 1 || colon + 3 > text.size()) return std::nullopt;
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1; };
    const int tens = colon >= 2 && digit(colon - 2) >= 0 ? digit(colon - 2) : 0, ones = digit(colon - 1);
    const int minute_tens = digit(colon + 1), minute_ones = digit(colon + 2);
    if (ones < 0 || minute_tens < 0 || minute_ones < 0) return std::nullopt;
    return (tens * 10 + ones) * 60 + minute_tens * 10 + minute_ones;
}

bool looks_like_a_date(std::string_view text) noexcept { return text.size() >= 10 && text[4] == '-' && text[7] == '-'; }

std::optional<date> day_of(std::string_view text) {
    if (text.size() < 10) return std::nullopt;
    const auto day = parse_date(text.substr(0, 10));
    return day ? std::optional(*day) : std::nullopt;
}

/// Minutes since an arbitrary day, for what has a day.
std::optional<std::int64_t> moment(const std::optional<date>& day, std::optional<int> minutes) {
    if (!day) return std::nullopt;
    return std::int64_t{days_between({2000, 1, 1}, *day)} * day_minutes + minutes.value_or(0);
}

}  // namespace

std::optional<note_field> impossible_field(const note& what, std::string_view now) {
    const auto field = [&](note_field f) { return what.field(f); };
    for (const note_field f : {note_field::service_date, note_field::written_at})
        if (looks_like_a_date(field(f)) && !day_of(field(f))) return f;
    const auto day = day_of(field(note_field::service_date)), written = day_of(field(note_field::written_at)), today = day_of(now);
    const auto start = minutes_of_field(field(note_field::start)), end = minutes_of_field(field(note_field::end));
    if (start && end) {
        const bool dated = day_of(field(note_field::end)).has_value();
        if (!dated && *end < *start && !(*start >= 18 * 60 && *end < 12 * 60 && *end + day_minutes - *start <= longest_night)) return note_field::end;
        if (*end == *start && !dated) return note_field::end;
    }
    if (today && day && days_between(*today, *day) > 0) return note_field::service_date;
    if (today && written && days_between(*today, *written) > 0) return note_field::written_at;
    if (day && written && days_between(*day, *written) < 0) return note_field::written_at;
    const auto wrote = minutes_of_field(field(note_field::written_at));
    if (day && written && *day == *written && wrote && end && start && *wrote < *start) return note_field::written_at;
    return std::nullopt;
}

namespace {

/// Saturdays and Sundays after one day and before another.
std::int64_t weekend_days_between(const date& from, const date& to) noexcept {
    constexpr date a_saturday{2000, 1, 1};
    const auto weekend_days_until = [](std::int64_t days) {
        const std::int64_t weeks = days >= 0 ? days / 7 : -((6 - days) / 7);
        return weeks * 2 + std::min<std::int64_t>(days - weeks * 7, 2);
    };
    const std::int64_t counted = weekend_days_until(days_between(a_saturday, to)) - weekend_days_until(days_between(a_saturday, from) + 1);
    return counted < 0 ? 0 : counted;
}

}  // namespace

std::optional<std::int64_t> hours_until_written(const note& what, bool working_days) {
    const auto day = day_of(what.field(note_field::service_date)), written = day_of(what.field(note_field::written_at));
    auto at = minutes_of_field(what.field(note_field::end));
    if (!at) at = minutes_of_field(what.field(note_field::start));
    const auto from = moment(day, at.value_or(day_minutes)), to = moment(written, minutes_of_field(what.field(note_field::written_at)).value_or(0));
    if (!from || !to) return std::nullopt;
    const std::int64_t hours = (*to - *from) / 60;
    return working_days ? hours - 24 * weekend_days_between(*day, *written) : hours;
}

}  // namespace peersupport::review
