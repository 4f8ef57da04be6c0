// SPDX-License-Identifier: Apache-2.0
#include "review/language/letter.hpp"

#include <algorithm>
#include <array>

namespace peersupport::review {
namespace {

constexpr letter plain_letter(unsigned char c) noexcept {
    const char ch = static_cast<char>(c);
    if (c >= 'a' && c <= 'z') return {letter_kind::letter, accent::none, false, 1, ch, 0};
    if (c >= 'A' && c <= 'Z') return {letter_kind::letter, accent::none, true, 1, static_cast<char>(c + 32), 0};
    if (c >= '0' && c <= '9') return {letter_kind::digit, accent::none, false, 1, ch, 0};
    if (c == '\n' || c == '\r') return {letter_kind::line_end, accent::none, false, 1, '\n', 0};
    if (c <= ' ' || c == 0x7F) return {letter_kind::space, accent::none, false, 1, ' ', 0};
    return {letter_kind::mark, accent::none, false, 1, ch, 0};
}

/// U+00E0 to U+00FF; U+00C0 to U+00DF are their capitals.
constexpr std::string_view latin1_letter = "aaaaaaaceeeeiiii.nooooo.ouuuuy.y";
constexpr std::string_view latin1_accent = "01243556012301235401243550123153";

constexpr accent accent_of(char digit) noexcept {
    constexpr std::array<accent, 7> kinds{accent::grave,     accent::acute,   accent::circumflex, accent::diaeresis,
                                          accent::other,     accent::other,   accent::cedilla};
    return digit >= '0' && digit <= '6' ? kinds[static_cast<std::size_t>(digit - '0')] : accent::other;
}

letter latin1(unsigned code) noexcept {
    const bool capital = code < 0xE0 && code != 0xDF;
    if (code == 0xC6 || code == 0xE6) return {letter_kind::letter, accent::none, capital, 2, 'a', 'e'};
    if (code == 0xDF) return {letter_kind::letter, accent::none, false, 2, 's', 's'};
    const std::size_t at = (code | 0x20U) - 0xE0;
    if (latin1_letter[at] == '.') {
        if (code == 0xD7 || code == 0xF7) return {letter_kind::mark, accent::none, false, 2, mark::symbol, 0};
        if (code == 0xD8 || code == 0xF8) return {letter_kind::letter, accent::other, capital, 2, 'o', 0};
        return {letter_kind::letter, accent::other, capital, 2, 0, 0};
    }
    return {letter_kind::letter, accent_of(latin1_accent[at]), capital, 2, latin1_letter[at], 0};
}

/// U+0080 to U+00BF.
letter latin1_mark(unsigned code) noexcept {
    const auto sign = [](char c) { return letter{letter_kind::mark, accent::none, false, 2, c, 0}; };
    switch (code) {
        case 0xA0: return {letter_kind::space, accent::none, false, 2, ' ', 0};
        case 0xAD: return {letter_kind::ignored, accent::none, false, 2, 0, 0};
        case 0xAB: return sign(mark::open_quotation);
        case 0xBB: return sign(mark::close_quotation);
        case 0xB4: return sign(mark::close_single);
        case 0xB7: return sign(mark::dot);
        default: return sign(mark::symbol);
    }
}

accent combining(unsigned code) noexcept {
    switch (code) {
        case 0x300: return accent::grave;
        case 0x301: return accent::acute;
        case 0x302: return accent::circumflex;
        case 0x308: return accent::diaeresis;
        case 0x327: return accent::cedilla;
        default: return accent::other;
    }
}

letter two_bytes(unsigned code) noexcept {
    if (code < 0xC0) return latin1_mark(code);
    if (code <= 0xFF) return latin1(code);
    if (code == 0x152 || code == 0x153) return {letter_kind::letter, accent::none, code == 0x152, 2, 'o', 'e'};
    if (code == 0x178) return {letter_kind::letter, accent::diaeresis, true, 2, 'y', 0};
    if (code >= 0x300 && code <= 0x36F) return {letter_kind::accent, combining(code), false, 2, 0, 0};
    if (code == 0x2BC) return {letter_kind::mark, accent::none, false, 2, mark::close_single, 0};
    return {letter_kind::letter, accent::other, false, 2, 0, 0};
}

/// U+2000 to U+206F.
letter general_mark(unsigned code) noexcept {
    const auto sign = [](char c) { return letter{letter_kind::mark, accent::none, false, 3, c, 0}; };
    const auto of = [](letter_kind kind) { return letter{kind, accent::none, false, 3, ' ', 0}; };
    if (code <= 0x200A || code == 0x202F || code == 0x205F) return of(letter_kind::space);
    if ((code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || code >= 0x2060)
        return {letter_kind::ignored, accent::none, false, 3, 0, 0};
    switch (code) {
        case 0x2010:
        case 0x2011: return sign('-');
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015: return sign('-');
        case 0x2018:
        case 0x201B: return sign(mark::open_single);
        case 0x2019: return sign(mark::close_single);
        case 0x201C:
        case 0x201E:
        case 0x201F: return sign(mark::open_quotation);
        case 0x201D: return sign(mark::close_quotation);
        case 0x2022:
        case 0x2023:
        case 0x2043: return sign('*');
        case 0x2024:
        case 0x2027: return sign(mark::dot);
        case 0x2026: return sign('.');
        case 0x2028:
        case 0x2029: return of(letter_kind::line_end);
        case 0x2032: return sign(mark::close_single);
        case 0x2033: return sign('"');
        default: return sign(mark::symbol);
    }
}

letter three_bytes(unsigned code) noexcept {
    if (code >= 0x2000 && code <= 0x206F) return general_mark(code);
    if (code == 0x22C5) return {letter_kind::mark, accent::none, false, 3, mark::dot, 0};
    if (code >= 0x25A0 && code <= 0x25FF) return {letter_kind::mark, accent::none, false, 3, '*', 0};
    if ((code >= 0x2070 && code <= 0x2BFF) || (code >= 0x3000 && code <= 0x303F))
        return {letter_kind::mark, accent::none, false, 3, mark::symbol, 0};
    if (code == 0xFEFF || (code >= 0xFE00 && code <= 0xFE0F)) return {letter_kind::ignored, accent::none, false, 3, 0, 0};
    return {letter_kind::letter, accent::other, false, 3, 0, 0};
}

}  // namespace

constinit const std::array<letter, 128> ascii_letters = [] {
    std::array<letter, 128> all{};
    for (unsigned c = 0; c < 128; ++c) all[c] = plain_letter(static_cast<unsigned char>(c));
    return all;
}();

letter letter_beyond_ascii(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[at + i])); };
    const unsigned first = byte(0);
    const std::size_t left = text.size() - at;
    if (first < 0xE0 && left >= 2) return two_bytes((first & 0x1FU) << 6U | (byte(1) & 0x3FU));
    if (first < 0xF0 && left >= 3)
        return three_bytes((first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU));
    const auto bytes = static_cast<std::uint8_t>(std::min<std::size_t>(4, left));
    return {letter_kind::mark, accent::none, false, bytes, mark::symbol, 0};
}

}  // namespace peersupport::review
