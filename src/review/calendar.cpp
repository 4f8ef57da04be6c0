// SPDX-License-Identifier: Apache-2.0
#include "review/calendar.hpp"

#include "peersupport/text/day_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace peersupport::review {

namespace {

constexpr date last_of_all{9999, 12, 31};

date days_later(const date& from, std::int64_t days) noexcept {
    const std::int64_t number = day_number(from) + days;
    return number > day_number(last_of_all) ? last_of_all : date_of(static_cast<std::int32_t>(number));
}

date months_later(const date& from, std::int64_t months) noexcept {
    const std::int64_t month = std::int64_t{from.year} * 12 + from.month - 1 + months;
    if (month / 12 >= last_of_all.year) return last_of_all;
    const date first{static_cast<std::int16_t>(month / 12), static_cast<std::int8_t>(month % 12 + 1), 1};
    const date next{static_cast<std::int16_t>((month + 1) / 12), static_cast<std::int8_t>((month + 1) % 12 + 1), 1};
    const auto length = static_cast<std::int8_t>(days_between(first, next));
    return {first.year, first.month, std::min(from.day, length)};
}

/// `times` spans later: one step from the start, not many small ones.
date later_by(const date& from, const time_span& span, std::int64_t times) noexcept {
    const std::int64_t count = std::int64_t{std::max(span.count, 0)} * times;
    switch (span.unit) {
        case interval_unit::none:
        case interval_unit::day: return days_later(from, count);
        case interval_unit::week: return days_later(from, 7 * count);
        case interval_unit::month: return months_later(from, count);
        case interval_unit::quarter: return months_later(from, 3 * count);
        case interval_unit::year: return months_later(from, 12 * count);
    }
    return from;
}

struct unit_words {
    localized_text one;
    localized_text many;
};

/// In the order of interval_unit.
constexpr std::array<unit_words, 6> words_of_units{{
    {{"day", "jour"}, {"days", "jours"}},
    {{"day", "jour"}, {"days", "jours"}},
    {{"week", "semaine"}, {"weeks", "semaines"}},
    {{"month", "mois"}, {"months", "mois"}},
    {{"quarter", "trimestre"}, {"quarters", "trimestres"}},
    {{"year", "an"}, {"years", "ans"}},
}};

/// French counts none as one.
localized_string counted(std::int64_t count, const localized_text& one, const localized_text& many) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, count).ptr;
    localized_string out{std::string(digits, end), std::string(digits, end)};
    out.en.append(" ").append(count == 1 ? one.en : many.en);
    out.fr.append(" ").append(count < 2 ? one.fr : many.fr);
    return out;
}

}  // namespace

date later_by(const date& from, const time_span& span) noexcept { return later_by(from, span, 1); }

std::vector<date> cut_period(const date& from, const date& to, const time_span& each) {
    std::vector<date> days;
    if (each.count <= 0) return days;
    const date after = days_later(to, 1);
    for (std::int64_t i = 0;; ++i) {
        const date day = later_by(from, each, i);
        if (day > after || (i > 0 && day == days.back())) break;
        days.push_back(day);
    }
    if (days.size() < 2) days.clear();
    return days;
}

localized_string text_of(const time_span& span) {
    const unit_words& words = words_of_units[static_cast<std::size_t>(span.unit)];
    return counted(span.count, words.one, words.many);
}

localized_string text_of(std::int64_t intervals, const time_span& each) {
    const unit_words& words = words_of_units[static_cast<std::size_t>(each.unit)];
    if (each.count == 1) return counted(intervals, words.one, words.many);
    localized_string out = counted(intervals, {"period", "période"}, {"periods", "périodes"});
    const localized_string length = text_of(each);
    out.en.append(" of ").append(length.en);
    out.fr.append(" de ").append(length.fr);
    return out;
}

}  // namespace peersupport::review
