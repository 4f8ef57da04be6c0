// SPDX-License-Identifier: Apache-2.0
#include "review/finder/clock_time.hpp"

#include "review/finder/paragraph.hpp"

#include <array>

namespace peersupport::review {
namespace {

using namespace std::string_view_literals;

std::string_view text_of(const reading& in, std::uint32_t t) noexcept {
    return in.text.substr(in.tokens[t].begin, in.tokens[t].end - in.tokens[t].begin);
}

/// A number of one or two digits.
std::optional<int> small_number(const reading& in, std::uint32_t t) noexcept {
    if (t >= in.tokens.size() || !(in.tokens[t].shape & shape::number)) return std::nullopt;
    const std::string_view digits = text_of(in, t);
    if (digits.size() > 2) return std::nullopt;
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

bool is_word(const reading& in, std::uint32_t t, std::string_view small) noexcept {
    if (t >= in.tokens.size()) return false;
    const std::string_view text = text_of(in, t);
    if (text.size() != small.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((text[i] | 0x20) != small[i]) return false;
    return true;
}

/// am, pm, a.m., p.m. after the time; moves its end.
void read_half(const reading& in, clock_time& to) noexcept {
    if (begins_paragraph(in, to.end)) return;
    bool afternoon = false;
    std::uint32_t end = to.end;
    if (is_word(in, end, "am"sv) || is_word(in, end, "pm"sv)) {
        afternoon = is_word(in, end, "pm"sv);
        ++end;
    } else if ((is_word(in, end, "a"sv) || is_word(in, end, "p"sv)) && end + 2 < in.tokens.size() && in.tokens[end + 1].mark == '.' && is_word(in, end + 2, "m"sv)) {
        afternoon = is_word(in, end, "p"sv);
        end += 3;
    } else {
        return;
    }
    to.end = end;
    to.half_known = true;
    if (to.hour <= 12) to.hour = to.hour % 12 + (afternoon ? 12 : 0);
}

}  // namespace

std::optional<clock_time> clock_at(const reading& in, std::uint32_t t) noexcept {
    const auto hour = small_number(in, t);
    if (!hour) return std::nullopt;
    clock_time made{t, t + 1, *hour, 0, false};
    const bool colon = t + 2 < in.tokens.size() && in.tokens[t + 1].mark == ':' && !(in.tokens[t + 1].shape & shape::spaced);
    const bool letter_h = is_word(in, t + 1, "h"sv) && !begins_paragraph(in, t + 1);
    if (colon || letter_h) {
        const auto minute = begins_paragraph(in, t + 2) ? std::nullopt : small_number(in, t + 2);
        const bool two = minute && in.tokens[t + 2].end - in.tokens[t + 2].begin == 2;
        if (colon && !two) return std::nullopt;
        made.minute = two ? *minute : 0;
        made.end = two ? t + 3 : t + 2;
        made.half_known = letter_h || *hour > 12 || (*hour == 0) || in.tokens[t].end - in.tokens[t].begin == 2;
    }
    const std::uint32_t before = made.end;
    read_half(in, made);
    if (!colon && !letter_h && made.end == before) return std::nullopt;
    return made;
}

}  // namespace peersupport::review
