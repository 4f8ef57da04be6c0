// SPDX-License-Identifier: Apache-2.0
#include "exchange/decimal_text.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>

namespace peersupport::exchange {

namespace {

constexpr std::int64_t largest_mantissa = std::int64_t{1} << 53;
constexpr std::int32_t largest_exponent = 22;

/// The number's digits as one whole number × 10^exponent, trailing zeros gone.
struct scaled_digits {
    std::int64_t mantissa = 0;
    std::int64_t exponent = 0;
    std::int64_t zeros = 0;  ///< zeros seen since the last other digit, not yet part of the mantissa
    bool overflow = false;

    void add(int digit, bool after_point) noexcept {
        if (after_point) --exponent;
        if (mantissa == 0 && digit == 0) return;
        if (digit == 0) {
            ++zeros;
            return;
        }
        for (; zeros > 0 && !overflow; --zeros) times_ten_plus(0);
        times_ten_plus(digit);
    }

private:
    void times_ten_plus(int digit) noexcept {
        if (mantissa > (largest_mantissa - digit) / 10) overflow = true;
        else mantissa = mantissa * 10 + digit;
    }
};

std::int64_t magnitude(std::int64_t n) noexcept { return n < 0 ? -n : n; }

}  // namespace

std::optional<decimal> parse_decimal(std::string_view number) noexcept {
    const bool negative = number.starts_with('-');
    if (negative) number.remove_prefix(1);
    const auto e = number.find_first_of("eE");
    std::int64_t written = 0;
    if (e != std::string_view::npos) {
        std::string_view exponent = number.substr(e + 1);
        if (exponent.starts_with('+')) exponent.remove_prefix(1);
        const auto read = std::from_chars(exponent.data(), exponent.data() + exponent.size(), written);
        if (read.ec != std::errc{} || magnitude(written) > 99'999) return std::nullopt;
    }
    scaled_digits digits;
    bool after_point = false;
    for (const char c : number.substr(0, e)) {
        if (c == '.') after_point = true;
        else digits.add(c - '0', after_point);
    }
    if (digits.overflow) return std::nullopt;
    if (digits.mantissa == 0) return decimal{};
    std::int64_t exponent = digits.exponent + digits.zeros + written;
    for (; exponent > 0 && digits.mantissa <= largest_mantissa / 10; --exponent) digits.mantissa *= 10;
    if (magnitude(exponent) > largest_exponent) return std::nullopt;
    return decimal{negative ? -digits.mantissa : digits.mantissa, static_cast<std::int32_t>(exponent)};
}

std::strong_ordering compare(const decimal& a, const decimal& b) noexcept {
    const auto sign = [](std::int64_t n) { return (n > 0) - (n < 0); };
    if (sign(a.mantissa) != sign(b.mantissa)) return sign(a.mantissa) <=> sign(b.mantissa);
    // Bring both to the smaller exponent. A mantissa that leaves 2^53 on the way is already the larger one.
    std::int64_t left = magnitude(a.mantissa);
    std::int64_t right = magnitude(b.mantissa);
    std::int32_t difference = a.exponent - b.exponent;
    for (; difference > 0 && left != 0 && left <= largest_mantissa; --difference) left *= 10;
    for (; difference < 0 && right != 0 && right <= largest_mantissa; ++difference) right *= 10;
    return sign(a.mantissa) < 0 ? right <=> left : left <=> right;
}

void append_decimal(std::string& out, const decimal& value) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, magnitude(value.mantissa)).ptr;
    const std::string_view text(digits, static_cast<std::size_t>(end - digits));
    if (value.mantissa < 0) out += '-';
    if (value.exponent >= 0) {
        out += text;
        if (value.exponent == 0) return;
        out += 'e';
        char power[12];
        out.append(power, std::to_chars(power, power + sizeof power, value.exponent).ptr);
        return;
    }
    const auto places = static_cast<std::size_t>(-value.exponent);
    const std::size_t whole = text.size() > places ? text.size() - places : 0;
    if (whole == 0) out += '0';
    out += text.substr(0, whole);
    out += '.';
    if (whole == 0) out.append(places - text.size(), '0');
    out += text.substr(whole);
}

}  // namespace peersupport::exchange
