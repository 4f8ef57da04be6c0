// SPDX-License-Identifier: Apache-2.0
#include "review/finder/calendar_day.hpp"

#include "peersupport/text/date.hpp"
#include "review/finder/paragraph.hpp"
#include "review/finder/plain_word.hpp"

#include <array>
#include <string_view>

namespace peersupport::review {
namespace {

constexpr std::array<std::string_view, 24> months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
                                                  "jan", "fev", "mar", "avr", "mai", "jui", "jui", "aou", "sep", "oct", "nov", "dec"};

/// 1 to 12; 0 for what is no month.
int month_of(const reading& in, std::uint32_t t) noexcept {
    const plain_word word(in, t);
    const std::string_view text = word.view();
    if (text.size() < 3) return 0;
    if (text.starts_with("jui")) return text.starts_with("juin") ? 6 : text.starts_with("juil") ? 7 : 0;
    const auto at = std::ranges::find(months, text.substr(0, 3));
    return at == months.end() ? 0 : static_cast<int>((at - months.begin()) % 12) + 1;
}

/// A number of at most so many digits; -1 for anything else.
int number_at(const reading& in, std::uint32_t t, std::size_t least, std::size_t most) noexcept {
    if (t >= in.tokens.size() || !(in.tokens[t].shape & shape::number)) return -1;
    const std::size_t size = in.tokens[t].end - in.tokens[t].begin;
    if (size < least || size > most) return -1;
    int value = 0;
    for (std::size_t at = in.tokens[t].begin; at < in.tokens[t].end; ++at) value = value * 10 + (in.text[at] - '0');
    return value;
}

bool has_mark(const reading& in, std::uint32_t t, char mark) noexcept { return t < in.tokens.size() && in.tokens[t].mark == mark; }

}  // namespace

bool calendar_day::exists() const noexcept {
    constexpr int leap_year = 2024;
    const int in_year = year ? year : leap_year;
    return is_valid({static_cast<std::int16_t>(in_year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(day)});
}

int calendar_day::day_of_year() const noexcept {
    constexpr std::array before{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    return before[static_cast<std::size_t>(month - 1)] + day - 1;
}

std::optional<calendar_day> calendar_day_at(const reading& in, std::uint32_t t) noexcept {
    const int year = number_at(in, t, 4, 4);
    if (year >= earliest_year && year <= latest_year && has_mark(in, t + 1, '-') && has_mark(in, t + 3, '-')) {
        const int month = number_at(in, t + 2, 2, 2), day = number_at(in, t + 4, 2, 2);
        if (month >= 0 && day >= 0) return calendar_day{t, t + 5, year, month, day};
    }
    const int day_first = number_at(in, t, 1, 2), day = day_first >= 0 ? day_first : number_at(in, t + 1, 1, 2);
    if (day < 1 || begins_paragraph(in, t + 1)) return std::nullopt;
    const int month = month_of(in, day_first >= 0 ? t + 1 : t);
    if (month == 0) return std::nullopt;
    calendar_day made{t, t + 2, 0, month, day};
    const std::uint32_t behind = has_mark(in, made.end, ',') ? made.end + 1 : made.end;
    const int written = begins_paragraph(in, behind) ? -1 : number_at(in, behind, 4, 4);
    if (written >= earliest_year && written <= latest_year) {
        made.year = written;
        made.end = behind + 1;
    }
    return made;
}

}  // namespace peersupport::review
