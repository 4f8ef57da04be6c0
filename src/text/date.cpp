// SPDX-License-Identifier: Apache-2.0
#include "peersupport/text/date.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <cstddef>

namespace peersupport {

namespace {

constexpr std::string_view shape = "YYYY-MM-DD";

bool fits(char c, char in_shape) noexcept { return in_shape == '-' ? c == '-' : c >= '0' && c <= '9'; }

std::int16_t number_at(std::string_view text, std::size_t from, std::size_t length) noexcept {
    int number = 0;
    for (const char c : text.substr(from, length)) number = number * 10 + (c - '0');
    return static_cast<std::int16_t>(number);
}

void append_padded(std::string& out, int number, int width) {
    for (int power = width == 4 ? 1000 : 10; power > 0; power /= 10)
        out += static_cast<char>('0' + number / power % 10);
}

/// Days since 1 March of the year 0; March first, so that the leap day comes last.
std::int32_t since_year_zero(const date& d) noexcept {
    const std::int32_t year = d.month > 2 ? d.year : d.year - 1;
    const std::int32_t month = d.month > 2 ? d.month - 3 : d.month + 9;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + d.day - 1;
}

}  // namespace

// Boost parses dates laxly ("2024/02/03", "2024-1-1") and throws on odd ones; only its calendar is used.
bool is_valid(const date& day) noexcept {
    if (day.year < earliest_year || day.year > latest_year || day.month < 1 || day.month > 12) return false;
    const auto last = boost::gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(day.year),
                                                                             static_cast<unsigned short>(day.month));
    return day.day >= 1 && day.day <= static_cast<int>(last);
}

result<date> parse_date(std::string_view text) {
    for (std::size_t at = 0; at < shape.size(); ++at)
        if (at >= text.size() || !fits(text[at], shape[at])) return error(status::date_malformed, {}, at);
    if (text.size() > shape.size()) return error(status::date_malformed, {}, shape.size());
    const date day{number_at(text, 0, 4), static_cast<std::int8_t>(number_at(text, 5, 2)),
                   static_cast<std::int8_t>(number_at(text, 8, 2))};
    if (!is_valid(day)) return error(status::date_out_of_range, {}, 0);
    return day;
}

std::string to_text(const date& day) {
    std::string out;
    append_padded(out, day.year, 4);
    out += '-';
    append_padded(out, day.month, 2);
    out += '-';
    append_padded(out, day.day, 2);
    return out;
}

std::int32_t days_between(const date& from, const date& to) noexcept {
    return since_year_zero(to) - since_year_zero(from);
}

}  // namespace peersupport
